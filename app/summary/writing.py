"""A report written to a file, in the format its name asks for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.errors import Refused
from app.summary.annex import Place, beside
from app.summary.document import Document


def write(
    document: Document, target: Path, *, printed_at: datetime, place: Place = Place.BEHIND
) -> tuple[Path, ...]:
    """Write a report to .docx or .pdf, its annex where it is wanted, and return the files written.

    Raises Refused where one cannot be written.
    """
    kind = target.suffix.lower()
    with_annex = place is Place.BEHIND
    apart = beside(target) if place is Place.APART and document.quotes else None
    if kind == ".docx":
        from app.summary import word

        word.write(document, target, with_annex=with_annex)
        if apart is not None:
            word.write_annex(document, apart)
    elif kind == ".pdf":
        from app.summary import paper

        paper.write(document, target, printed_at=printed_at, with_annex=with_annex, archived=True)
        if apart is not None:
            paper.write_annex(document, apart, printed_at=printed_at, archived=True)
    else:
        raise Refused(f"不能存为“{target.name}”，扩展名应为 .docx 或 .pdf，请改文件名。")
    return (target,) if apart is None else (target, apart)

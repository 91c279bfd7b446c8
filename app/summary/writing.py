"""A report written to a file, in the format its name asks for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.errors import Refused
from app.summary.document import Document


def write(document: Document, target: Path, *, printed_at: datetime) -> None:
    """Write a report with its annex to .docx or .pdf; raises Refused where it cannot be written."""
    kind = target.suffix.lower()
    if kind == ".docx":
        from app.summary import word

        word.write(document, target)
    elif kind == ".pdf":
        from app.summary import paper

        paper.write(document, target, printed_at=printed_at)
    else:
        raise Refused(f"不能存为“{target.name}”，扩展名应为 .docx 或 .pdf，请改文件名。")

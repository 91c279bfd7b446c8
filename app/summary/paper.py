"""A report as a PDF, laid out as official papers are, with its annex on landscape pages (domain 0.6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.printing import pdf
from app.printing.pdf import AnySheet, PrintResult
from app.printing.report import Kind, Passage, ReportSheet
from app.printing.sheet import Column, Sheet
from app.records.profile import office_name
from app.summary import annex
from app.summary.document import Document, Line, Rank
from app.target import written_whole

_KINDS: dict[Rank, Kind] = {
    Rank.TITLE: "title",
    Rank.FIRST: "first",
    Rank.SECOND: "second",
    Rank.SIGNATURE: "signature",
}
_CENTRED = {"数值", "记录数", "上年同期"}
_FONTS_NOTE = (
    "本件用随程序附带的思源宋体、思源黑体排印，代替公文格式的仿宋、楷体和小标宋；"
    "需要原字体时请生成 Word 文档。"
)


def write(
    document: Document,
    target: Path,
    *,
    printed_at: datetime,
    with_annex: bool = True,
    archived: bool = False,
) -> PrintResult:
    """Write a report to a .pdf file, its annex behind it; `archived` makes it one that archives accept.

    Raises Refused where the file cannot be written, or a sentence still names last year.
    """
    document.require_this_year()
    sheets: list[AnySheet] = [ReportSheet(document.title, tuple(map(_passage, document.lines)))]
    sources = annex.sources(document.quotes) if with_annex else []
    if sources:
        sheets.append(_annex(document, sources, f"附件：{annex.TITLE}"))
    return _write(sheets, target, printed_at, archived=archived)


def write_annex(
    document: Document, target: Path, *, printed_at: datetime, archived: bool = False
) -> PrintResult:
    """Write the annex of a report to a .pdf file of its own."""
    own = _annex(document, annex.sources(document.quotes), annex.TITLE)
    return _write([own], target, printed_at, archived=archived)


def _write(sheets: list[AnySheet], target: Path, printed_at: datetime, *, archived: bool) -> PrintResult:
    with written_whole(target, ".pdf") as unfinished:
        return pdf.write(sheets, unfinished, printed_at=printed_at, author=office_name(), archived=archived)


def _passage(line: Line) -> Passage:
    return Passage(line.text, _KINDS.get(line.rank, "body"), heading=line.is_heading)


def _annex(document: Document, sources: Sequence[annex.Source], title: str) -> Sheet:
    return Sheet(
        title,
        tuple(
            Column(heading, width, "center" if heading in _CENTRED else "left")
            for heading, width in zip(annex.HEADINGS[1:], annex.WIDTHS[1:], strict=True)
        ),
        [source.cells for source in sources],
        heads=(document.title, "", f"共 {len(sources)} 项"),
        notes=(_FONTS_NOTE,),
    )

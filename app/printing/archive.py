"""Files that an archive accepts: PDF/A-2b (ISO 19005-2), with the structure of headings and tables."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_log = logging.getLogger(__name__)

_FLAVOUR = "2b"
_MOST_TAGGED = 300  # pages; each cell takes 3 kB while the file is written: 5 GB of 100,000 rows
_MARK = re.compile(rb"/(Row)?(\w+) <</MCID (\d+)>> BDC")
_CELLS = ("TH", "TD")


def archive(source: Path | BinaryIO, target: Path | BinaryIO, *, most_tagged: int = _MOST_TAGGED) -> None:
    """Write a print of ours as PDF/A-2b; it is read back and validated.

    One of more than `most_tagged` pages has no structure, which level b does not ask for. One that does not
    conform is written as it is, and the log says why: a clerk must have her paper.
    """
    import pikepdf
    from pikepdf import pdfa

    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            if "/Trans" in page.obj:  # ReportLab's empty transition, which the standard forbids
                del page.obj["/Trans"]
        if len(pdf.pages) <= most_tagged:
            _add_structure(pdf)
        pdfa.prepare(pdf, _FLAVOUR)
        how = pdfa.resolve_save_kwargs(_FLAVOUR, deterministic_id=True)
        buffer = BytesIO()  # qpdf ends the program where the disk is full that it writes to
        pdf.save(buffer, **how)
    report = pdfa.validate_written(BytesIO(buffer.getvalue()), _FLAVOUR, save_kwargs=how)
    if not report.passed:
        rules = ", ".join(dict.fromkeys(finding.rule for finding in report.findings))
        _log.error("a print does not conform to PDF/A: %s", rules)  # what they say quotes the print
    if isinstance(target, Path):
        target.write_bytes(buffer.getvalue())
    else:
        target.write(buffer.getvalue())


def _add_structure(pdf: Pdf) -> None:
    """Make a tree of what the pen marked: headings, paragraphs, tables (ISO 32000-1, 14.7)."""
    from pikepdf import Array, Dictionary, Name, NumberTree

    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = _element(pdf, "Document", root)
    root.K = document
    owners = NumberTree.new(pdf)
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
        owners[number] = Array(list(_page_elements(pdf, page, document)))
    root.ParentTree = owners.obj
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _page_elements(pdf: Pdf, page: Page, document: Object) -> Iterator[Object]:
    """Yield the element of each mark on a page, in their order, having put it into the tree."""
    marks = _MARK.findall(page.obj.Contents.read_bytes())
    for is_table, run in groupby(marks, key=lambda mark: mark[1].decode() in _CELLS):
        above = _element(pdf, "Table", document) if is_table else document
        row = above
        for begins_row, tag, number in run:
            if begins_row:
                row = _element(pdf, "TR", above)
            leaf = _element(pdf, tag.decode(), row)
            leaf.Pg = page.obj
            leaf.K = int(number)
            yield leaf


def _element(pdf: Pdf, kind: str, parent: Object) -> Object:
    from pikepdf import Array, Dictionary, Name

    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, K=Array()))
    if parent.get("/Type") == Name.StructElem:
        parent.K.append(element)
    return element

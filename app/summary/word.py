"""A report as a Word document, laid out as official papers are (GB/T 9704-2012; domain 0.6)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.rules.text import plain_lines
from app.summary import annex
from app.summary.document import Document, Line, Rank
from app.target import written_whole

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.styles.style import CharacterStyle
    from docx.table import _Row
    from docx.text.run import Run

TITLE_FONT, BODY_FONT, FIRST_FONT, SECOND_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
SUBSTITUTES = {TITLE_FONT: "宋体", BODY_FONT: "仿宋", SECOND_FONT: "楷体", FIRST_FONT: "SimHei"}
"""What a program without a font draws instead, as the document tells it."""

_TITLE_SIZE, _BODY_SIZE, _TABLE_SIZE, _FOOT_SIZE = Pt(22), Pt(16), Pt(9), Pt(14)
_LONGEST_TITLE = 255  # what the format takes as the title of a document
_LEADING = Pt(28)
_FONTS = {
    Rank.TITLE: TITLE_FONT,
    Rank.FIRST: FIRST_FONT,
    Rank.SECOND: SECOND_FONT,
}


def write(document: Document, target: Path, *, with_annex: bool = True) -> None:
    """Write a report to a .docx file, its annex behind it.

    Raises Refused where the file cannot be written, or a sentence still names last year.
    """
    document.require_this_year()
    book = _begun(document.title)
    _set_page(book.sections[0])
    for line in document.lines:
        _add_line(book, line)
    _set_signature_apart(book, document)
    sources = annex.sources(document.quotes) if with_annex else []
    if sources:
        book.add_section()
        _add_annex(book, sources, f"附件：{annex.TITLE}")
    _save(book, target)


def write_annex(document: Document, target: Path) -> None:
    """Write the annex of a report to a .docx file of its own."""
    title = f"{document.title}{annex.TITLE}"
    book = _begun(title)
    _add_annex(book, annex.sources(document.quotes), title)
    _save(book, target)


def _begun(title: str) -> WordDocument:
    book = docx.Document()
    _set_normal(book)
    _name_substitutes(book)
    book.core_properties.title = plain_lines(title)[:_LONGEST_TITLE]
    book.core_properties.author = ""
    return book


def _save(book: WordDocument, target: Path) -> None:
    for section in book.sections:
        _number_pages(section)
    with written_whole(target, ".docx") as unfinished:
        book.save(str(unfinished))


def _set_page(section: Section) -> None:
    """天头 37 mm, 订口 28 mm, a block of 156 by 225 mm."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)


def _set_normal(book: WordDocument) -> None:
    style = book.styles["Normal"]
    _set_font(style, BODY_FONT, _BODY_SIZE)
    shape = style.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, _LEADING
    shape.space_before = shape.space_after = Pt(0)


def _set_font(owner: CharacterStyle | Run, name: str, size: Pt, *, bold: bool = False) -> None:
    owner.font.name, owner.font.size, owner.font.bold = name, size, bold
    owner.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _name_substitutes(book: WordDocument) -> None:
    """Tell a program that lacks a font which one to take (w:altName of the font table)."""
    table = next(part for part in book.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in SUBSTITUTES.items()
    )
    table._blob = table.blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())  # noqa: SLF001  # no API


def _add_line(book: WordDocument, line: Line) -> None:
    paragraph = book.add_paragraph()
    font = _FONTS.get(line.rank, BODY_FONT)
    size = _TITLE_SIZE if line.rank is Rank.TITLE else _BODY_SIZE
    for span in line.spans:
        _set_font(paragraph.add_run(plain_lines(span.text)), font, size)
    if line.rank is Rank.TITLE:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = _LEADING
    elif line.rank is Rank.SIGNATURE:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = 4 * _BODY_SIZE
        _count_in_characters(paragraph, "w:rightChars", 4)
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = 2 * _BODY_SIZE
        _count_in_characters(paragraph, "w:firstLineChars", 2)
    if line.is_heading:
        paragraph.paragraph_format.keep_with_next = True


def _set_signature_apart(book: WordDocument, document: Document) -> None:
    first = next((at for at, line in enumerate(document.lines) if line.rank is Rank.SIGNATURE), None)
    if first is not None:
        book.paragraphs[first].paragraph_format.space_before = _LEADING


def _count_in_characters(paragraph: Any, kind: str, characters: int) -> None:  # noqa: ANN401  # see below
    """Say an indent in characters too, so that it follows the size of the type."""
    indent = paragraph._p.pPr.ind  # noqa: SLF001  # python-docx knows lengths only
    indent.set(qn(kind), str(100 * characters))


def _add_annex(book: WordDocument, sources: Sequence[annex.Source], title: str) -> None:
    """Add the annex on landscape pages, which the last section of the book becomes."""
    section = book.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Mm(25)
    heading = book.add_paragraph()
    _set_font(heading.add_run(plain_lines(title)), FIRST_FONT, _BODY_SIZE)
    table = book.add_table(rows=1, cols=len(annex.HEADINGS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, annex.WIDTHS, strict=True):
        column.width = Mm(width)
    _fill(table.rows[0], annex.HEADINGS, FIRST_FONT)
    _mark_row(table.rows[0], "w:tblHeader")
    for number, source in enumerate(sources, start=1):
        row = table.add_row()
        _fill(row, (str(number), *source.cells), BODY_FONT)
        _mark_row(row, "w:cantSplit")


def _fill(row: _Row, texts: Sequence[str], font: str) -> None:
    for cell, text, width in zip(row.cells, texts, annex.WIDTHS, strict=True):
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        _set_font(paragraph.add_run(plain_lines(text)), font, _TABLE_SIZE)


def _mark_row(row: _Row, kind: str) -> None:
    """Say of a row that it stands on every page (tblHeader), or stays on one (cantSplit)."""
    row._tr.get_or_add_trPr().append(OxmlElement(kind))  # noqa: SLF001  # python-docx has no word for it


def _number_pages(section: Section) -> None:
    """— 1 — at the foot, as official papers are numbered."""
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _set_font(paragraph.add_run("— "), "宋体", _FOOT_SIZE)
    number = paragraph.add_run()
    _set_font(number, "宋体", _FOOT_SIZE)
    for kind in ("begin", None, "end"):
        if kind is None:
            part = OxmlElement("w:instrText")
            part.text = "PAGE"
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        number._r.append(part)  # noqa: SLF001  # a field has no other way in
    _set_font(paragraph.add_run(" —"), "宋体", _FOOT_SIZE)

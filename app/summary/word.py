"""A report as a Word document, laid out as official papers are (GB/T 9704-2012; domain 0.6).

What a clerk changes afterwards keeps its look: ranks are styles, with their levels in the outline.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.printing.word.book import (
    BODY_FONT,
    FIRST_FONT,
    PLAIN_FONT,
    SECOND_FONT,
    TITLE_FONT,
    add_field,
    bare,
    begun,
    element,
    set_font,
)
from app.rules.numerals import read_numeral
from app.rules.text import plain_lines
from app.summary import annex
from app.summary.document import Document, Line, Rank
from app.target import written_whole

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

_TITLE_SIZE, _BODY_SIZE, _TABLE_SIZE, _FOOT_SIZE = Pt(22), Pt(16), Pt(9), Pt(14)
_TABLE_STYLE, _TABLE_HEAD = "表格", "表头"
_LEADING = Pt(28.95)  # 22 lines fill the block of 225 mm
_TIGHTER = -5  # twentieths of a point between characters: 28 of them fill the line of 156 mm
_LINE_PITCH = 579  # of the grid, in twentieths of a point
_NUMBERS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3．"))
_TYPED = {
    Rank.FIRST: re.compile("([一二三四五六七八九十]+)、"),
    Rank.SECOND: re.compile("（([一二三四五六七八九十]+)）"),
}
_BLANK = " "  # as the text of a run it stays as it is, and so does what takes its place
_BREAKS = frozenset("\t\n\r")
_STYLES = {
    Rank.TITLE: "Title",
    Rank.FIRST: "Heading 1",
    Rank.SECOND: "Heading 2",
    Rank.THIRD: "Heading 3",
    Rank.BODY: "Body Text",
    Rank.SIGNATURE: "Signature",
}
_RANKS = (
    # the style, its font, its size, its level in the outline from 0
    ("Title", TITLE_FONT, _TITLE_SIZE, None),
    ("Heading 1", FIRST_FONT, _BODY_SIZE, 0),
    ("Heading 2", SECOND_FONT, _BODY_SIZE, 1),
    ("Heading 3", BODY_FONT, _BODY_SIZE, 2),
    ("Body Text", BODY_FONT, _BODY_SIZE, None),
    ("Signature", BODY_FONT, _BODY_SIZE, None),
    (_TABLE_STYLE, BODY_FONT, _TABLE_SIZE, None),
    (_TABLE_HEAD, FIRST_FONT, _TABLE_SIZE, None),
)


def write(document: Document, target: Path, *, with_annex: bool = True) -> None:
    """Write a report to a .docx file, its annex behind it.

    Raises Refused where the file cannot be written, or a sentence still names last year.
    """
    document.require_this_year()
    book = _begun(document.title)
    _set_page(book.sections[0])
    counted = _counted(document)
    ids = {rank: book.styles[name].style_id for rank, name in _STYLES.items()}
    for line in document.lines:
        _add_line(book, line, ids[_rank(line)], counted=line.rank in counted)
    sources = annex.sources(document.quotes) if with_annex else []
    if sources:
        _tell_of_annex(book)
    _set_signature_apart(book)
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
    book = begun(title, BODY_FONT, _BODY_SIZE)
    shape = book.styles["Normal"].paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, _LEADING
    _set_ranks(book)
    return book


def _save(book: WordDocument, target: Path) -> None:
    book.settings.odd_and_even_pages_header_footer = True
    for section in book.sections:
        _number_pages(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
        _number_pages(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)
    with written_whole(target, ".docx") as unfinished:
        book.save(str(unfinished))


def _set_page(section: Section) -> None:
    """天头 37 mm, 订口 28 mm, a block of 156 by 225 mm."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    for grid in section._sectPr.findall(qn("w:docGrid")):  # noqa: SLF001  # python-docx has no word for it
        section._sectPr.remove(grid)  # noqa: SLF001
    section._sectPr.append(element("w:docGrid", type="lines", linePitch=_LINE_PITCH))  # noqa: SLF001


def _set_ranks(book: WordDocument) -> None:
    """Give each rank its style; the template's own have another look, and colours."""
    known = {style.name for style in book.styles}
    for name, font, size, level in _RANKS:
        style = book.styles[name] if name in known else book.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        plain = bare(style, font, size).element
        shape = style.paragraph_format
        if level is not None:
            shape.keep_with_next = True
            plain.get_or_add_pPr().append(element("w:outlineLvl", val=level))
        if name == "Title":
            shape.alignment, shape.space_after = WD_ALIGN_PARAGRAPH.CENTER, _LEADING
        elif name in (_TABLE_STYLE, _TABLE_HEAD):
            shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
        elif name != "Signature":
            _indent(style)
            _tighten(plain)
    _number_headings(book)


def _indent(style: Any) -> None:  # noqa: ANN401  # its XML is looked into
    """Begin two characters in, said in characters too, so that it follows the size of the type."""
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    style.paragraph_format.first_line_indent = 2 * _BODY_SIZE
    style.element.pPr.ind.set(qn("w:firstLineChars"), "200")


def _tighten(style: Any) -> None:  # noqa: ANN401  # python-docx knows no spacing of characters
    properties = style.get_or_add_rPr()
    size = properties.find(qn("w:sz"))
    size.addprevious(element("w:spacing", val=_TIGHTER))


def _number_headings(book: WordDocument) -> None:
    """Number the headings by their styles, 一、（一）1．, so that one put between moves the others on."""
    numbering = book.part.numbering_part.element
    own, counter = _next(numbering, "w:abstractNum"), _next(numbering, "w:num")
    described = element("w:abstractNum", abstractNumId=own)
    described.append(element("w:multiLevelType", val="multilevel"))
    for level, (kind, text) in enumerate(_NUMBERS):
        one = element("w:lvl", ilvl=level)
        one.append(element("w:start", val=1))
        one.append(element("w:numFmt", val=kind))
        one.append(element("w:pStyle", val=f"Heading{level + 1}"))
        one.append(element("w:suff", val="nothing"))
        one.append(element("w:lvlText", val=text))
        one.append(element("w:lvlJc", val="left"))
        described.append(one)
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(described)
    else:
        first.addprevious(described)
    used = element("w:num", numId=counter)
    used.append(element("w:abstractNumId", val=own))
    numbering.append(used)
    for level in range(len(_NUMBERS)):
        _count(book.styles[f"Heading {level + 1}"].element.get_or_add_pPr(), counter, level)


def _next(numbering: Any, kind: str) -> int:  # noqa: ANN401  # lxml has no types here
    """Return a number that no list, or no use of one, has yet."""
    return 1 + max((int(one.get(qn(f"{kind}Id"))) for one in numbering.findall(qn(kind))), default=0)


def _count(properties: Any, number: int, level: int = 0) -> None:  # noqa: ANN401  # lxml has no types here
    """Say by which list a paragraph, or those of a style, are numbered; by none with 0."""
    counted = properties.get_or_add_numPr()
    counted.get_or_add_ilvl().val = level
    counted.get_or_add_numId().val = number


def _counted(document: Document) -> set[Rank]:
    """Return the ranks whose headings may be numbered by Word: it would write what is typed."""
    ranks = set(_TYPED)
    numbers = dict.fromkeys(_TYPED, 0)
    for line in document.lines:
        if line.rank not in _TYPED:
            continue
        numbers[line.rank] += 1
        if line.rank is Rank.FIRST:
            numbers[Rank.SECOND] = 0
        typed = _TYPED[line.rank].match(line.text)
        if not line.is_heading or typed is None or read_numeral(typed[1]) != numbers[line.rank]:
            ranks.discard(line.rank)
    return ranks


def _add_line(book: WordDocument, line: Line, style: str, *, counted: bool) -> None:
    paragraph = book.add_paragraph()
    paragraph._p.style = style  # noqa: SLF001  # by its id: python-docx looks for a name in all styles
    typed = _TYPED[line.rank].match(line.text) if counted and line.is_heading else None
    left_out = typed.end() if typed else 0
    for span in line.spans:
        paragraph.add_run(plain_lines(span.text[left_out:]))
        left_out = max(0, left_out - len(span.text))
    if line.is_heading and typed is None:
        _count(paragraph._p.get_or_add_pPr(), 0)  # noqa: SLF001  # its number is typed
    if line.rank in (Rank.FIRST, Rank.SECOND) and not line.is_heading:  # a numbered passage keeps its font
        set_font(paragraph.runs[0], FIRST_FONT if line.rank is Rank.FIRST else SECOND_FONT, _BODY_SIZE)


def _rank(line: Line) -> Rank:
    """Return the rank by which a line is styled: a passage with a number is no heading of the outline."""
    is_passage = line.rank in (Rank.FIRST, Rank.SECOND, Rank.THIRD) and not line.is_heading
    return Rank.BODY if is_passage else line.rank


def _set_signature_apart(book: WordDocument) -> None:
    """Centre the name over its date, which ends four characters from the right, a line below the text."""
    signed = list(_styled(book, "Signature"))
    if not signed:
        return
    *names, day = signed
    signed[0].paragraph_format.space_before = _LEADING
    _from_right(day, 4)
    for name in names:
        _from_right(name, 4 + (_characters(day.text) - _characters(name.text)) / 2)


def _styled(book: WordDocument, name: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a style."""
    style = book.styles[name].style_id
    return (paragraph for paragraph in book.paragraphs if paragraph._p.style == style)  # noqa: SLF001  # by its id


def _from_right(paragraph: Any, characters: float) -> None:  # noqa: ANN401  # its XML is looked into
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.right_indent = max(0, round(characters * _BODY_SIZE))
    paragraph._p.pPr.ind.set(qn("w:rightChars"), str(max(0, round(100 * characters))))  # noqa: SLF001


def _characters(text: str) -> float:
    """Return how long a text is, in Chinese characters."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _tell_of_annex(book: WordDocument) -> None:
    """Say below the text, above the signature, what is annexed (附件说明)."""
    told = book.add_paragraph(f"附件：{annex.TITLE}", style="Body Text")
    told.paragraph_format.space_before = _LEADING
    signature = next(_styled(book, "Signature"), None)
    if signature is not None:
        signature._p.addprevious(told._p)  # noqa: SLF001  # python-docx moves no paragraph


def _add_annex(book: WordDocument, sources: Sequence[annex.Source], title: str) -> None:
    """Add the annex on landscape pages, which the last section of the book becomes."""
    section = book.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Mm(25)
    heading = book.add_paragraph(plain_lines(title), style="Heading 1")
    _count(heading._p.get_or_add_pPr(), 0)  # noqa: SLF001  # 附件 has no number
    table = book.add_table(rows=1, cols=len(annex.HEADINGS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, annex.WIDTHS, strict=True):
        column.width = Mm(width)
    head = _shaped(table.rows[0], _TABLE_HEAD, "w:tblHeader")
    pattern = _shaped(table.add_row(), _TABLE_STYLE, "w:cantSplit")
    pattern.getparent().remove(pattern)
    _fill(head, annex.HEADINGS)
    for number, source in enumerate(sources, start=1):
        row = copy.deepcopy(pattern)
        _fill(row, (str(number), *source.cells))
        head.getparent().append(row)


def _shaped(row: _Row, style: str, kind: str) -> Any:  # noqa: ANN401  # lxml has no types here
    """Give a row its widths, its style and a run in each cell, and return its XML.

    It stands on every page where `kind` is w:tblHeader, and stays on one where it is w:cantSplit.
    """
    for cell, width in zip(row.cells, annex.WIDTHS, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(_BLANK)
    row._tr.get_or_add_trPr().append(OxmlElement(kind))  # noqa: SLF001  # python-docx has no word for it
    return row._tr  # noqa: SLF001


def _fill(row: Any, texts: Sequence[str]) -> None:  # noqa: ANN401  # lxml has no types here
    for run, text in zip(list(row.iter(qn("w:r"))), map(plain_lines, texts), strict=True):
        if _BREAKS.isdisjoint(text):
            run.t_lst[0].text = text  # python-docx would take it apart character by character
        else:
            run.text = text


def _number_pages(footer: Any, side: WD_ALIGN_PARAGRAPH) -> None:  # noqa: ANN401  # python-docx hides its class
    """— 1 — at the foot, right on odd pages and left on even ones, one character in."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    inner = "right" if side is WD_ALIGN_PARAGRAPH.RIGHT else "left"
    setattr(paragraph.paragraph_format, f"{inner}_indent", _FOOT_SIZE)
    paragraph._p.pPr.ind.set(qn(f"w:{inner}Chars"), "100")  # noqa: SLF001
    set_font(paragraph.add_run("— "), PLAIN_FONT, _FOOT_SIZE)
    add_field(paragraph, "PAGE", PLAIN_FONT, _FOOT_SIZE)
    set_font(paragraph.add_run(" —"), PLAIN_FONT, _FOOT_SIZE)

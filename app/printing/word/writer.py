"""What writes sheets into a Word document: pages, paragraphs, tables, in the type that they have on paper."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.section import Section
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from app.printing import bands
from app.printing.boxes import LABEL_PAD
from app.printing.form import Cell
from app.printing.grid import PAD, inner
from app.printing.ink import Align
from app.printing.lines import set_text
from app.printing.page import MM, Paper
from app.printing.roles import Role
from app.printing.styles import FOOT, NOTE, Style
from app.printing.word.book import FIRST_FONT, PLAIN_FONT, add_field, bare, begun, element, set_font
from app.rules.text import plain_lines

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle

_FONTS = {Role.HEI: FIRST_FONT, Role.SONG: PLAIN_FONT, Role.SONG_BOLD: PLAIN_FONT}
_ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_TWIPS = 20  # in a point
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


_NARROW = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'


@dataclass(frozen=True)
class Ruled:
    """A row of a table: its boxes, the type of labels and values, its least height in points.

    A `heading` stands above the table on each page, a row `kept` on the page of the next one.
    """

    cells: Sequence[Cell]
    label: Style
    value: Style
    least: float
    heading: bool = False
    kept: bool = False


class Writer:
    """Writes below what is there, as a pen does on paper."""

    def __init__(self, title: str) -> None:
        self.book: WordDocument = begun(title, PLAIN_FONT, Pt(NOTE.size))
        self._styles: dict[Style, str] = {}
        self._paper: Paper | None = None
        self._watermark = ""

    def begin(self, paper: Paper, watermark: str) -> None:
        """Begin a sheet on a page of its own, with its own page numbers, and its watermark above."""
        is_first, self._paper = self._paper is None, paper
        section = self.book.sections[0] if is_first else self._next_section()
        section.orientation = WD_ORIENT.LANDSCAPE if paper.width > paper.height else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
        section.left_margin = section.right_margin = Pt(paper.side)
        section.top_margin, section.bottom_margin = Pt(paper.head), Pt(paper.foot)
        section.header_distance = section.footer_distance = Pt(6.5 * MM)
        _number_from_one(section)
        if is_first:
            self._foot(section)
        if is_first or watermark != self._watermark:  # else it is that of the section before
            self._head(section, watermark)
            self._watermark = watermark

    @property
    def room(self) -> float:
        """The width between the margins, in points."""
        assert self._paper is not None
        return self._paper.room

    def _next_section(self) -> Section:
        """End the section with the paragraph written last, and return the next: its head and foot go on."""
        last = self._end.getprevious()
        last.get_or_add_pPr().append(copy.deepcopy(self._end))
        for old in self._end.findall(qn("w:headerReference")) + self._end.findall(qn("w:footerReference")):
            self._end.remove(old)
        return Section(self._end, self.book.part)

    def _head(self, section: Section, watermark: str) -> None:
        section.header.is_linked_to_previous = False
        if watermark:
            paragraph = section.header.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            set_font(paragraph.add_run(watermark), FIRST_FONT, Pt(NOTE.size))

    def _foot(self, section: Section) -> None:
        section.footer.is_linked_to_previous = False
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        size = Pt(FOOT.size)
        set_font(paragraph.add_run("第 "), PLAIN_FONT, size)
        add_field(paragraph, "PAGE", PLAIN_FONT, size)  # how many a section has, not all programs know
        set_font(paragraph.add_run(" 页"), PLAIN_FONT, size)

    def title(self, text: str, style: Style, what: str = "") -> None:
        """Write the title; a reader's table of contents leads to it."""
        assert self._paper is not None
        lines = bands.title_block(text, self._paper, style, what).lines
        paragraph = self.text("\n".join(lines), style, align="center")
        paragraph.paragraph_format.space_after = Pt(2 * MM)
        self.outline(paragraph, 0)

    def outline(self, paragraph: Paragraph, level: int) -> None:
        """Say that a paragraph is a heading of a level, counted from 0, once all else of it is said."""
        paragraph._p.get_or_add_pPr().append(element("w:outlineLvl", val=level))  # noqa: SLF001  # python-docx has no word for it

    def heads(self, texts: Sequence[str]) -> None:
        """Write what stands below the title: left, middle and right, or one below the other if too long."""
        if not any(texts):
            return
        if not bands.stand_beside(texts, self.room):
            for text in filter(None, texts):
                self.text(text, NOTE)
            return
        paragraph = self.text("\t".join(texts), NOTE)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Pt(self.room / 2), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Pt(self.room), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.paragraph_format.space_after = Pt(1 * MM)

    def text(self, text: str, style: Style, *, align: Align = "left", leading: float = 0.0) -> Paragraph:
        """Write a paragraph and return it; a tab in it goes to the next stop."""
        paragraph = self._add_paragraph()
        paragraph.add_run(plain_lines(text))
        paragraph._p.style = self._id_of(style)  # noqa: SLF001  # by its id: python-docx looks for a name in all styles
        if align != "left":
            paragraph.alignment = _ALIGNED[align]
        if leading:
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            paragraph.paragraph_format.line_spacing = Pt(leading)
        return paragraph

    def ruled_line(self, height: float) -> None:
        """Leave a line to write on by hand, with a rule below it."""
        paragraph = self.text("", NOTE, leading=height)
        ruled = element("w:pBdr")
        for side in ("bottom", "between"):  # equal neighbours are one block, ruled between its lines
            ruled.append(element(f"w:{side}", val="single", sz=4, space=0, color="auto"))
        paragraph._p.get_or_add_pPr().insert_element_before(ruled, "w:spacing", "w:ind", "w:jc")  # noqa: SLF001

    def closing(self, texts: Sequence[str]) -> None:
        """Write the signature line, with room to sign after each colon."""
        for placed in bands.signature_lines(texts, self.room):
            paragraph = self.text("\t".join(text for _, text in placed), NOTE)
            paragraph.paragraph_format.space_before = Pt(3 * MM)
            for left, _ in placed[1:]:
                paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(left))

    def seal(self, unit: str, day: str, style: Style) -> None:
        """Write the unit over the date, bottom right, with room for its seal over both."""
        assert self._paper is not None
        left = self.room - bands.seal_room(unit, day, self._paper, style)
        for number, text in enumerate((unit, day)):
            paragraph = self.text(text, style, align="center")
            shape = paragraph.paragraph_format
            shape.left_indent, shape.keep_with_next = Pt(left), number == 0
            if number == 0:
                shape.space_before = Pt((bands.SEAL - 2 * style.leading) / 2)

    def table(self, widths: Sequence[float], rows: Iterable[Ruled]) -> None:
        """Write a table whose columns have these widths in points."""
        twips = [round(_TWIPS * width) for width in widths]
        drawn = "".join(self._row(row, twips) for row in rows)
        pad = round(_TWIPS * PAD)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
        made = parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr>"
            f'<w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar><w:left w:w="{pad}" w:type="dxa"/>'
            f'<w:right w:w="{pad}" w:type="dxa"/></w:tblCellMar>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>"
        )
        self._end.addprevious(made)
        self._shrink(self._add_paragraph())  # a table is never the last of a page's text

    @property
    def _end(self) -> Any:  # noqa: ANN401  # lxml has no types here
        """What describes the last section, behind all text; python-docx would look through the whole text."""
        return self.book.element.body[-1]

    def _add_paragraph(self) -> Paragraph:
        added = OxmlElement("w:p")
        self._end.addprevious(added)
        return Paragraph(added, self.book._body)  # noqa: SLF001  # python-docx makes none elsewhere

    def _row(self, row: Ruled, twips: Sequence[int]) -> str:
        height = round(_TWIPS * max(row.least, *(cell.height_mm * MM for cell in row.cells)))
        cells, at = [], 0
        for cell in row.cells:
            style = row.label if cell.label else row.value
            cells.append(self._cell(cell, style, sum(twips[at : at + cell.span]), kept=row.kept))
            at += cell.span
        heading = "<w:tblHeader/>" if row.heading else ""
        return (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{heading}</w:trPr>'
            f"{''.join(cells)}</w:tr>"
        )

    def _cell(self, cell: Cell, style: Style, width: int, *, kept: bool) -> str:
        align = "center" if cell.label else cell.align
        at_top = cell.top or bool(cell.foot)
        words = _evened(cell.text, style, width / _TWIPS) if cell.label else cell.text
        text = self._paragraph(words, style, align, kept=kept)
        if cell.foot:
            above = cell.height_mm * MM - set_text(words, style, inner(width / _TWIPS)).height
            text += self._paragraph(cell.foot, style, "right", kept=kept, above=above - 2 * style.leading)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{cell.span}"/>'
            f"{_NARROW if cell.label else ''}"
            f'<w:vAlign w:val="{"top" if at_top else "center"}"/></w:tcPr>{text}</w:tc>'
        )

    def _paragraph(self, text: str, style: Style, align: Align, *, kept: bool, above: float = 0.0) -> str:
        before = f'<w:spacing w:before="{round(_TWIPS * above)}"/>' if above > 0 else ""
        lines = "<w:br/>".join(
            f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in plain_lines(text).split("\n")
        )
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._id_of(style)}"/>{"<w:keepNext/>" if kept else ""}'
            f'{before}<w:jc w:val="{align}"/></w:pPr><w:r>{lines}</w:r></w:p>'
        )

    def _id_of(self, style: Style) -> str:
        """Return the id of the style of the document with this type, made when it is first used."""
        if style not in self._styles:
            font, size = _FONTS[style.role], Pt(style.size)
            bold = style.role is Role.SONG_BOLD
            name = f"{font}{'加粗' if bold else ''} {style.size:g}"
            made = bare(self.book.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), font, size)
            made.font.bold = bold
            _set_lines_as_on_paper(made, style)
            self._styles[style] = made.style_id
        return self._styles[style]

    def _shrink(self, paragraph: Paragraph) -> None:
        shape = paragraph.paragraph_format
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)


def _set_lines_as_on_paper(made: ParagraphStyle, style: Style) -> None:
    """Set lines as far apart as on paper, and no room between 2011 and 年, for which no column has any."""
    shape = made.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(style.leading)
    described = made.element.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        described.find(qn("w:spacing")).addprevious(element(name, val=0))


def _evened(label: str, style: Style, room: float) -> str:
    """Return a label on its lines as on paper: what names a box is seldom written anew."""
    return "\n".join(set_text(label, style, room - 2 * LABEL_PAD, even=True).lines)


def _number_from_one(section: Section) -> None:
    described = section._sectPr  # noqa: SLF001  # python-docx has no word for it, and copies the section before
    if described.find(qn("w:pgNumType")) is None:
        described.find(qn("w:cols")).addprevious(element("w:pgNumType", start=1))

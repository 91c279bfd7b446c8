"""A Word document before anything is written in it: its language, its fonts, what it says of itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from app.records.profile import office_name
from app.rules.text import plain_lines

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TITLE_FONT, BODY_FONT, FIRST_FONT, SECOND_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
PLAIN_FONT = "宋体"
SUBSTITUTES = {TITLE_FONT: PLAIN_FONT, BODY_FONT: "仿宋", SECOND_FONT: "楷体", FIRST_FONT: "SimHei"}
"""What a program without a font draws instead, as the document tells it."""

_LONGEST_TITLE = 255  # what the format takes as the title of a document
_PROGRAM = "社区工会台账"


def begun(title: str, font: str, size: Pt) -> WordDocument:
    """Return an empty document of the office, its usual text in a font and a size."""
    book = docx.Document()
    normal = book.styles["Normal"]
    set_font(normal, font, size)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    _set_language(book)
    _name_substitutes(book)
    told = book.core_properties
    told.title = told.subject = plain_lines(title)[:_LONGEST_TITLE]
    told.author = told.last_modified_by = plain_lines(office_name())[:_LONGEST_TITLE]
    told.comments, told.keywords, told.language = f"由{_PROGRAM}生成", "", "zh-CN"
    told.created = told.modified = datetime.now(UTC)
    return book


def bare(style: ParagraphStyle, font: str, size: Pt) -> ParagraphStyle:
    """Rid a style of what the template gives it, its colours too, and give it a font and a size."""
    plain = style.element
    for old in (*plain.findall(qn("w:pPr")), *plain.findall(qn("w:rPr"))):
        plain.remove(old)
    set_font(style, font, size)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    return style


def set_font(owner: CharacterStyle | Run, name: str, size: Pt, *, bold: bool = False) -> None:
    """Set a font for Chinese and for all other text."""
    owner.font.name, owner.font.size, owner.font.bold = name, size, bold
    owner.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def element(name: str, **attributes: object) -> Any:  # noqa: ANN401  # lxml has no types here
    """Return an element of the format for which python-docx has no word."""
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    return made


def add_field(paragraph: Paragraph, code: str, font: str, size: Pt) -> None:
    """Add what Word counts itself, as PAGE."""
    number = paragraph.add_run()
    set_font(number, font, size)
    instruction = OxmlElement("w:instrText")
    instruction.text = code
    for part in (
        element("w:fldChar", fldCharType="begin"),
        instruction,
        element("w:fldChar", fldCharType="end"),
    ):
        number._r.append(part)  # noqa: SLF001  # a field has no other way in


def _set_language(book: WordDocument) -> None:
    """Say that the text is Chinese: spelling, line breaks and fonts follow it."""
    defaults = book.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
    settings = book.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        old.set(qn("w:eastAsia"), "zh-CN")


def _name_substitutes(book: WordDocument) -> None:
    """Tell a program that lacks a font which one to take (w:altName of the font table)."""
    table = next(part for part in book.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in SUBSTITUTES.items()
    )
    table._blob = table.blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())  # noqa: SLF001  # no API

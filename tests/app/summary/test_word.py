"""The report as a Word document, read back from the file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Length

from app.errors import Refused
from app.office import Office
from app.summary import annex, word
from tests.app.summary.world import report

# The order in which the schema of WordprocessingML (ECMA-376, part 1, 17.3.1.26, 17.3.2.28) wants them.
_PARAGRAPH_ORDER = ["pStyle", "keepNext", "spacing", "ind", "jc", "rPr"]
_RUN_ORDER = ["rStyle", "rFonts", "b", "sz", "szCs"]


@pytest.fixture
def written(office: Office, tmp_path: Path) -> Path:
    """The report of three disputes as a file."""
    target = tmp_path / "总结.docx"
    word.write(report(), target)
    return target


@pytest.fixture
def book(written: Path) -> WordDocument:
    """The document, opened again."""
    return docx.Document(str(written))


def paragraph(book: WordDocument, begin: str) -> Any:  # noqa: ANN401  # its XML is looked into
    return next(one for one in book.paragraphs if one.text.startswith(begin))


def fonts(one: Any) -> set[str]:  # noqa: ANN401  # its XML is looked into
    return {run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in one.runs}


def test_the_page_is_that_of_official_papers(book: Any) -> None:  # noqa: ANN401  # of whatever type the case has
    page = book.sections[0]
    assert [round(length.mm) for length in (page.page_width, page.page_height)] == [210, 297]
    assert round(page.top_margin.mm) == 37  # 天头
    assert round(page.left_margin.mm) == 28  # 订口
    assert round(Length(page.page_width - page.left_margin - page.right_margin).mm) == 156
    assert round(Length(page.page_height - page.top_margin - page.bottom_margin).mm) == 225


def test_lines_are_28_points_apart_exactly(book: WordDocument) -> None:
    shape = book.styles["Normal"].paragraph_format
    assert (shape.line_spacing_rule, shape.line_spacing.pt) == (WD_LINE_SPACING.EXACTLY, 28)


@pytest.mark.parametrize(
    ("begin", "font", "size"),
    [
        ("泰祥社区工会2011年工作总结", "方正小标宋简体", 22),
        ("一、", "黑体", 16),
        ("（一）", "楷体_GB2312", 16),
        ("1、", "仿宋_GB2312", 16),
        ("2011年，", "仿宋_GB2312", 16),
    ],
)
def test_each_rank_has_its_font(book: WordDocument, begin: str, font: str, size: int) -> None:
    found = paragraph(book, begin)
    assert fonts(found) == {font}
    assert {run.font.size.pt for run in found.runs} == {size}


def test_running_text_begins_two_characters_in(book: WordDocument) -> None:
    shape = paragraph(book, "2011年，").paragraph_format
    assert shape.first_line_indent.pt == 32
    assert paragraph(book, "2011年，")._p.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_the_signature_stands_right_four_characters_in(book: WordDocument) -> None:
    day = paragraph(book, "2011年12月31日")
    assert day.alignment is WD_ALIGN_PARAGRAPH.RIGHT
    assert day._p.pPr.ind.get(qn("w:rightChars")) == "400"


def test_a_heading_stays_with_what_follows(book: WordDocument) -> None:
    assert paragraph(book, "一、").paragraph_format.keep_with_next
    assert not paragraph(book, "1、").paragraph_format.keep_with_next


def test_the_report_says_what_the_window_says(book: WordDocument) -> None:
    assert paragraph(book, "1、").text == "1、共受理4起劳动争议案件，比上年增长100%，涉及3人。"


@pytest.mark.parametrize("number", [0, 1])
def test_the_foot_of_every_page_has_its_number(book: WordDocument, number: int) -> None:
    foot = book.sections[number].footer.paragraphs[0]
    assert foot.text.replace("PAGE", "") == "—  —"
    kinds = [one.get(qn("w:fldCharType")) for one in foot._p.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "end"]
    assert [one.text for one in foot._p.iter(qn("w:instrText"))] == ["PAGE"]


def test_the_annex_is_a_table_on_a_landscape_page(book: Any) -> None:  # noqa: ANN401  # of whatever type the case has
    page = book.sections[1]
    assert page.orientation is WD_ORIENT.LANDSCAPE
    assert page.page_width > page.page_height
    (table,) = book.tables
    assert [cell.text for cell in table.rows[0].cells] == list(annex.HEADINGS)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows[1:])
    told = [cell.text for cell in table.rows[2].cells]
    assert told[:3] == ["2", "受理争议", "4起"]
    assert told[-1].startswith("人工修改")
    assert len(table.rows) == 6


def test_a_program_without_a_font_is_told_which_to_take(written: Path) -> None:
    with zipfile.ZipFile(written) as parts:
        table = docx.oxml.parse_xml(parts.read("word/fontTable.xml"))
    named = {font.get(qn("w:name")): font.find(qn("w:altName")) for font in table.iter(qn("w:font"))}
    for name, other in word.SUBSTITUTES.items():
        assert named[name].get(qn("w:val")) == other


def _children(book: WordDocument, tag: str) -> Iterator[list[str]]:
    for part in (book.element.body, *(section.footer._element for section in book.sections)):
        for one in part.iter(qn(tag)):
            yield [child.tag.rpartition("}")[2] for child in one]


@pytest.mark.parametrize(("tag", "order"), [("w:pPr", _PARAGRAPH_ORDER), ("w:rPr", _RUN_ORDER)])
def test_elements_stand_in_the_order_of_the_schema(book: WordDocument, tag: str, order: list[str]) -> None:
    seen = 0
    for names in _children(book, tag):
        known = [order.index(name) for name in names if name in order]
        assert known == sorted(known), names
        seen += len(known)
    assert seen > 20


def test_no_author_is_told(book: WordDocument) -> None:
    assert book.core_properties.author == ""
    assert book.core_properties.title == "泰祥社区工会2011年工作总结"


def test_an_office_file_is_never_written_over(office: Office) -> None:
    before = office.path.stat().st_size
    with pytest.raises(Refused):
        word.write(report(), office.path)
    assert office.path.stat().st_size >= before

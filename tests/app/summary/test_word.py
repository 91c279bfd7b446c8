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

from app.office import Office
from app.printing.word.book import SUBSTITUTES
from app.records.profile import office_name
from app.statistics.overruling import overrule
from app.subjects.disputes import figures as disputes
from app.summary import annex, word
from app.summary.compose import compose
from tests.app.summary.world import Y2011, report

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


def styled(book: WordDocument, style: str) -> Any:  # noqa: ANN401  # its XML is looked into
    return next(one for one in book.paragraphs if one.style is not None and one.style.name == style)


def east_asian(element: Any) -> str:  # noqa: ANN401  # its XML is looked into
    """Return the Chinese font that an element's own properties name."""
    return str(element.rPr.rFonts.get(qn("w:eastAsia")))


def test_the_page_is_that_of_official_papers(book: Any) -> None:  # noqa: ANN401  # of whatever type the case has
    page = book.sections[0]
    assert [round(length.mm) for length in (page.page_width, page.page_height)] == [210, 297]
    assert round(page.top_margin.mm) == 37  # 天头
    assert round(page.left_margin.mm) == 28  # 订口
    assert round(Length(page.page_width - page.left_margin - page.right_margin).mm) == 156
    assert round(Length(page.page_height - page.top_margin - page.bottom_margin).mm) == 225


def test_a_page_holds_22_lines_of_28_characters(book: Any) -> None:  # noqa: ANN401  # its XML is looked into
    """GB/T 9704-2012, 5.2.3: 22 lines of 28 characters fill the block of 156 by 225 mm."""
    page, shape = book.sections[0], book.styles["Normal"].paragraph_format
    assert shape.line_spacing_rule is WD_LINE_SPACING.EXACTLY
    depth = Length(page.page_height - page.top_margin - page.bottom_margin).pt
    assert int(depth / shape.line_spacing.pt) == 22
    spacing = int(book.styles["Body Text"].element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    room = Length(page.page_width - page.left_margin - page.right_margin).pt
    assert int(room / (book.styles["Body Text"].font.size.pt + spacing)) == 28
    grid = page._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Body Text", "仿宋_GB2312", 16),
        ("Signature", "仿宋_GB2312", 16),
    ],
)
def test_each_rank_is_a_style_with_its_font(book: Any, style: str, font: str, size: int) -> None:  # noqa: ANN401
    """GB/T 9704-2012, 7.3: 2号小标宋, 3号黑体, 3号楷体, 3号仿宋; 3号 is 16 points."""
    assert styled(book, style).text
    assert east_asian(book.styles[style].element) == font
    assert book.styles[style].font.size.pt == size


@pytest.mark.parametrize(("style", "level"), [("Heading 1", "0"), ("Heading 2", "1"), ("Heading 3", "2")])
def test_headings_have_their_level_in_the_outline(book: Any, style: str, level: str) -> None:  # noqa: ANN401
    assert book.styles[style].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == level


def test_headings_are_numbered_by_word_as_they_read(book: Any) -> None:  # noqa: ANN401  # its XML is looked into
    """A heading put between moves the others on; nothing is typed that would stay behind."""
    heading = styled(book, "Heading 1")
    assert not heading.text.startswith("一、")
    number = book.styles["Heading 1"].element.pPr.numPr.numId.val
    numbering = book.part.numbering_part.element
    used = next(one for one in numbering.findall(qn("w:num")) if one.get(qn("w:numId")) == str(number))
    own = used.find(qn("w:abstractNumId")).get(qn("w:val"))
    told = next(
        one for one in numbering.findall(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == own
    )
    texts = [one.get(qn("w:val")) for one in told.iter(qn("w:lvlText"))]
    kinds = [one.get(qn("w:val")) for one in told.iter(qn("w:numFmt"))]
    assert texts == ["%1、", "（%2）", "%3．"]
    assert kinds == ["chineseCountingThousand", "chineseCountingThousand", "decimal"]


def test_running_text_begins_two_characters_in(book: Any) -> None:  # noqa: ANN401  # its XML is looked into
    shape = book.styles["Body Text"]
    assert shape.paragraph_format.first_line_indent.pt == 32
    assert shape.element.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_the_text_is_said_to_be_chinese(book: Any) -> None:  # noqa: ANN401  # its XML is looked into
    (language,) = book.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert language.get(qn("w:eastAsia")) == "zh-CN"


def test_below_the_text_it_says_what_is_annexed(book: WordDocument) -> None:
    """附件说明: a line below the text, above the signature (GB/T 9704-2012, 7.3.4)."""
    texts = [one.text for one in book.paragraphs]
    assert texts.index(f"附件：{annex.TITLE}") < texts.index("2011年12月31日")


def test_the_name_is_centred_over_its_date(book: Any) -> None:  # noqa: ANN401  # its XML is looked into
    """成文日期 four characters from the right, 署名 centred over it (GB/T 9704-2012, 7.3.5)."""
    name, day = (one for one in book.paragraphs if one.style is not None and one.style.name == "Signature")
    lengths = [sum(0.5 if c.isascii() else 1.0 for c in one.text) for one in (name, day)]
    indents = [int(one._p.pPr.ind.get(qn("w:rightChars"))) / 100 for one in (name, day)]
    middles = [indent + length / 2 for indent, length in zip(indents, lengths, strict=True)]
    assert middles[0] == pytest.approx(middles[1], abs=0.01)
    assert indents[1] == 4


def test_the_signature_stands_right_four_characters_in(book: WordDocument) -> None:
    day = paragraph(book, "2011年12月31日")
    assert day.alignment is WD_ALIGN_PARAGRAPH.RIGHT
    assert day._p.pPr.ind.get(qn("w:rightChars")) == "400"


def test_a_heading_stays_with_what_follows(book: WordDocument) -> None:
    assert book.styles["Heading 1"].paragraph_format.keep_with_next
    assert not book.styles["Body Text"].paragraph_format.keep_with_next


def test_the_report_says_what_the_window_says(book: WordDocument) -> None:
    assert paragraph(book, "1、").text == "1、共受理4起劳动争议案件，比上年增长100%，涉及3人。"


@pytest.mark.parametrize("kind", ["odd", "even"])
@pytest.mark.parametrize("number", [0, 1])
def test_the_foot_of_every_page_has_its_number_outside(book: WordDocument, number: int, kind: str) -> None:
    """Odd pages bear it on the right, even ones on the left, one character in (GB/T 9704-2012, 7.5)."""
    assert book.settings.odd_and_even_pages_header_footer
    section = book.sections[number]
    foot = (section.footer if kind == "odd" else section.even_page_footer).paragraphs[0]
    assert foot.text.replace("PAGE", "") == "—  —"
    side = WD_ALIGN_PARAGRAPH.RIGHT if kind == "odd" else WD_ALIGN_PARAGRAPH.LEFT
    assert foot.alignment is side
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


def test_what_stands_in_several_lines_does_so_in_the_annex(office: Office, tmp_path: Path) -> None:
    overrule(disputes.accepted, Y2011, "4", "有一起登记在邻近社区\n见 <会议纪要>  & 附件 ")
    word.write(compose("总结\n受理{{ 受理争议 }}起。", Y2011), tmp_path / "总结.docx")
    (table,) = docx.Document(str(tmp_path / "总结.docx")).tables
    assert table.rows[1].cells[-1].text.endswith("：有一起登记在邻近社区\n见 <会议纪要>  & 附件")


def test_a_program_without_a_font_is_told_which_to_take(written: Path) -> None:
    with zipfile.ZipFile(written) as parts:
        table = docx.oxml.parse_xml(parts.read("word/fontTable.xml"))
    named = {font.get(qn("w:name")): font.find(qn("w:altName")) for font in table.iter(qn("w:font"))}
    for name, other in SUBSTITUTES.items():
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
    assert seen > 10


def test_the_file_tells_title_office_and_program_of_its_own(book: WordDocument) -> None:
    """The template's own author and date are nobody's here."""
    told = book.core_properties
    assert (told.title, told.author) == ("泰祥社区工会2011年工作总结", office_name())
    assert told.language == "zh-CN"
    assert "社区工会台账" in told.comments
    assert told.created is not None
    assert told.created.year >= 2024

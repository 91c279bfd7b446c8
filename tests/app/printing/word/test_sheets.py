"""Sheets as a Word document, read back from the file: the words of the paper, to be written on in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Length

from app.errors import Refused
from app.printing.bound import BoundSheet
from app.printing.form import Cell, FormSheet
from app.printing.labels import LabelSheet, Stock
from app.printing.letter import LetterSheet, body, heading, to
from app.printing.pdf import AnySheet
from app.printing.sheet import Sheet
from app.printing.word.sheets import write

MakeSheet = Callable[..., Sheet]
Written = Callable[..., Any]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write the sheets given, and return the document as another program reads it."""

    def read(*sheets: AnySheet) -> Any:  # noqa: ANN401  # its XML is looked into
        write(sheets, tmp_path / "表.docx")
        return docx.Document(str(tmp_path / "表.docx"))

    return read


def texts(table: Any) -> list[list[str]]:  # noqa: ANN401  # its XML is looked into
    """Return the texts of a table, each box once, however many columns it takes."""
    return [["".join(cell.xpath(".//w:t/text()")) for cell in row._tr.tc_lst] for row in table.rows]


def form(**given: Any) -> FormSheet:  # noqa: ANN401  # as the sheet takes them
    rows = (
        (Cell("家庭成员", 24, label=True),),
        (Cell("姓名", 6, label=True), Cell("陆建国", 18)),
        (
            Cell("意见", 3, label=True),
            Cell("同意", 21, align="left", height_mm=40, foot="（盖章）年　月　日"),
        ),
    )
    return FormSheet("档案表", rows, **given)


def test_a_list_has_its_rows_numbered_and_its_total_in_words(written: Written, make_sheet: MakeSheet) -> None:
    (table,) = written(make_sheet()).tables
    assert texts(table) == [
        ["序号", "姓名", "金额（元）", "签字"],
        ["1", "陆建国", "800.00", ""],
        ["2", "欧阳秀兰", "800.00", ""],
        ["合计（2 人）", "¥1,600.00", "人民币壹仟陆佰元整"],
    ]


def test_the_headings_of_a_list_stand_on_each_page(written: Written, make_sheet: MakeSheet) -> None:
    (table,) = written(make_sheet()).tables
    marked = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert marked == [True, False, False, False]


def test_a_row_is_not_torn_between_pages(written: Written, make_sheet: MakeSheet) -> None:
    (table,) = written(make_sheet()).tables
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_columns_fill_the_width_between_the_margins(written: Written, make_sheet: MakeSheet) -> None:
    book = written(make_sheet())
    section = book.sections[0]
    room = Length(section.page_width - section.left_margin - section.right_margin)
    widths = [int(column.get(qn("w:w"))) for column in book.tables[0]._tbl.tblGrid.gridCol_lst]
    assert sum(widths) == pytest.approx(room.pt * 20, abs=len(widths))


def test_an_empty_list_says_so(written: Written, make_sheet: MakeSheet) -> None:
    (table,) = written(make_sheet(names=[])).tables
    assert texts(table)[1] == ["无记录"]


def test_a_list_to_fill_in_has_its_empty_rows(written: Written, make_sheet: MakeSheet) -> None:
    (table,) = written(make_sheet(names=[], blank_rows=3)).tables
    assert texts(table) == [
        ["序号", "姓名", "金额（元）", "签字"],
        *(["1 2 3".split()[at], "", "", ""] for at in range(3)),
        ["合计（　　人）　人民币（大写）", "", ""],
    ]


def test_what_stands_around_a_list_is_there_in_its_order(written: Written, make_sheet: MakeSheet) -> None:
    book = written(
        make_sheet(
            heads=("单位：甲", "", "2011年"),
            intro="现公示如下：",
            notes=("电话：1",),
            closing=("负责人：", "经办人："),
            seal=("甲工会", "2011年1月1日"),
        )
    )
    assert [one.text for one in book.paragraphs if one.text] == [
        "慰问金发放表",
        "单位：甲\t\t2011年",
        "现公示如下：",
        "负责人：\t经办人：",
        "电话：1",
        "甲工会",
        "2011年1月1日",
    ]


def test_each_sheet_lies_as_on_paper_and_counts_its_own_pages(
    written: Written, make_sheet: MakeSheet
) -> None:
    book = written(make_sheet(landscape=True), form(), LetterSheet("函", (to("乙"),)))
    assert [section.orientation for section in book.sections] == [
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.PORTRAIT,
    ]
    starts = [section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in book.sections]
    assert starts == ["1", "1", "1"]


def test_the_watermark_of_a_sheet_stands_above_its_pages_only(
    written: Written, make_sheet: MakeSheet
) -> None:
    book = written(make_sheet(watermark="内部资料"), form())
    assert [section.header.paragraphs[0].text for section in book.sections] == ["内部资料", ""]


def test_a_form_has_its_boxes_on_the_grid(written: Written) -> None:
    (table,) = written(form()).tables
    spans = [[int(cell.tcPr.gridSpan.val) for cell in row._tr.tc_lst] for row in table.rows]
    assert spans == [[24], [6, 18], [3, 21]]
    assert texts(table)[1] == ["姓名", "陆建国"]


def test_the_heading_in_a_form_stays_with_the_row_below(written: Written) -> None:
    (table,) = written(form()).tables
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
    assert kept == [True, False, False]


def test_the_line_for_the_seal_stands_at_the_foot_of_its_box(written: Written) -> None:
    """Of 40 mm a line of text, the line itself and one to spare are 3 times 10.5 points and their leading."""
    (table,) = written(form()).tables
    foot = table.rows[2].cells[3].paragraphs[-1]
    assert foot.text == "（盖章）年　月　日"
    assert foot.paragraph_format.space_before.mm == pytest.approx(40 - 3 * 10.5 * 1.28 * 25.4 / 72, abs=0.1)


def test_a_letter_has_its_paragraphs_its_lines_to_write_on_and_who_signs(written: Written) -> None:
    passages = (to("甲公司"), heading("事由"), body("一。\n二。"), body("", lines=2))
    letter = LetterSheet("告知书", passages, number="第1号", signatures=(("申请人：", "日期："),))
    told = [one.text for one in written(letter).paragraphs]
    assert told == ["告知书", "\t\t第1号", "甲公司：", "事由", "一。", "二。", "", "", "申请人：\t日期："]


def test_title_and_headings_of_a_letter_are_in_the_outline(written: Written) -> None:
    letter = LetterSheet("告知书", (to("甲公司"), heading("事由"), body("一。")))
    properties = [one._p.pPr for one in written(letter).paragraphs]
    levels = [of_one.xpath("./w:outlineLvl/@w:val") for of_one in properties]
    assert levels == [["0"], [], ["1"], []]
    assert properties[2][-1].tag.endswith("}outlineLvl")  # as the schema has it, behind indents and spaces


def test_a_bound_file_is_its_papers_in_order(written: Written) -> None:
    cover, back = LetterSheet("封面", ()), LetterSheet("封底", ())
    bound = BoundSheet("卷", cover, lambda _: LetterSheet("目录", ()), ((form(),),), back)
    titles = [one.text for one in written(bound).paragraphs if one.text]
    assert titles == ["封面", "目录", "档案表", "封底"]


def test_labels_are_refused_as_they_hang_on_their_place(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="“会员卡”不能存为 Word，请存为 PDF。"):
        write([LabelSheet("会员卡", Stock(210, 297, 90, 50), ())], tmp_path / "卡.docx")


def test_what_xml_forbids_is_left_out(written: Written, make_sheet: MakeSheet) -> None:
    (table,) = written(make_sheet(names=["陆\x07<b>&国"])).tables
    assert texts(table)[1][1] == "陆<b>&国"

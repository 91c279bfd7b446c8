"""Sheets as offices keep them: merged headings, hidden helpers, failed formulas, pasted blocks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from app.errors import Refused
from app.exchange.delimited import pasted
from app.exchange.importing import open_session
from app.exchange.proposing import propose
from app.exchange.reading import read_sheet, sheet_names
from app.exchange.sheet import Sheet
from app.office import Office
from app.registry import find_register
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.register import MEMBERS
from tests.factories import people

Book: TypeAlias = "tuple[Workbook, Callable[[], Path]]"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = Workbook(str(tmp_path / "book.xlsx"), {"strings_to_formulas": False})
    return made, lambda: (made.close(), tmp_path / "book.xlsx")[1]


def chosen(path: Path) -> dict[str, str]:
    columns = propose(MEMBERS, read_sheet(path))
    return {columns.heading.whole[column]: one.key for column, one in columns.chosen.items()}


def test_two_rows_of_merged_headings_are_one(book: Book) -> None:
    made, done = book
    sheet = made.add_worksheet()
    sheet.merge_range("A1:E1", "会员花名册")
    for cells, title in (
        ("A2:A3", "姓名"),
        ("B2:B3", "证件号码"),
        ("C2:D2", "联系方式"),
        ("E2:E3", "工作单位"),
    ):
        sheet.merge_range(cells, title)
    sheet.write_row("C3", ["联系人", "手机"])
    sheet.write_row("A4", ["张三", people.resident_id(), "李四", "13800138000", "泰祥"])
    assert chosen(done()) == {
        "姓名": "name", "证件号码": "id_number", "联系方式/手机": "mobile", "工作单位": "employer"
    }  # fmt: skip


def test_two_rows_of_headings_are_one_where_no_merging_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "姓名,证件号码,联系方式,,工作单位\n,,联系人,手机,\n张三,,,13800138000,泰祥\n", encoding="gb18030"
    )
    assert chosen(tmp_path / "a.csv")["联系方式/手机"] == "mobile"


def test_a_row_of_data_is_never_part_of_the_heading(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("姓名,工作单位\n张三,泰祥\n", encoding="utf-8")
    assert propose(MEMBERS, read_sheet(tmp_path / "a.csv")).heading.last == 1


def test_cells_merged_downwards_are_the_value_of_each_row(book: Book) -> None:
    made, done = book
    sheet = made.add_worksheet()
    sheet.write_row("A1", ["工作单位", "姓名"])
    sheet.merge_range("A2:A4", "泰祥电器")
    sheet.write_column("B2", ["张三", "李四", "王五"])
    assert [row[0] for row in read_sheet(done()).rows[1:]] == ["泰祥电器"] * 3


def test_a_hidden_column_is_left_alone_unless_the_clerk_maps_it(book: Book) -> None:
    made, done = book
    sheet = made.add_worksheet()
    sheet.write_row("A1", ["姓名", "手机号码"])
    sheet.write_row("A2", ["张三", "13800138000"])
    sheet.set_column(1, 1, 8, None, {"hidden": True})
    columns = propose(MEMBERS, read_sheet(done()))
    assert [one.key for one in columns.chosen.values()] == ["name"]
    columns.choose(1, columns.named("mobile"))
    assert columns.chosen[1].key == "mobile"


def test_the_first_sheet_with_anything_in_it_is_read_and_any_other_by_name(book: Book) -> None:
    made, done = book
    for name, word in (("空", ""), ("一季度", "张三"), ("二季度", "李四")):
        made.add_worksheet(name).write(0, 0, word)
    path = done()
    assert sheet_names(path) == ["空", "一季度", "二季度"]
    assert (read_sheet(path).name, read_sheet(path, "二季度").rows) == ("一季度", [["李四"]])
    with pytest.raises(Refused, match="可选：空、一季度、二季度"):
        read_sheet(path, "三季度")


def test_a_failed_formula_is_told_in_its_cell(book: Book, office: Office) -> None:
    made, done = book
    sheet = made.add_worksheet()
    sheet.write_row("A1", ["姓名", "月工资"])
    sheet.write_row("A2", ["张三"])
    sheet.write_formula("B2", "=1/0", None, "#DIV/0!")
    session = open_session(MEMBERS, done())
    session.rehearse()
    assert session.rows[0].problem_at(1).sentence == "公式出错（#DIV/0!），请改为正确的内容"  # type: ignore[union-attr]


def test_a_block_from_the_clipboard_is_read_with_its_breaks() -> None:
    block = '姓名\t备注\r\n张三\t"第一行\n第二行"\r\n'
    assert pasted(block).rows == [["姓名", "备注"], ["张三", "第一行\n第二行"]]
    with pytest.raises(Refused, match="没有可粘贴的内容"):
        pasted(" \n")


@given(
    st.lists(st.lists(st.text("张三a1 ,\"\n'", max_size=5), min_size=2, max_size=2), min_size=1, max_size=5)
)
def test_any_block_comes_back_as_it_was_copied(rows: list[list[str]]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in '"\n\t') else cell

    stripped = [[cell.strip() for cell in row] for row in rows]
    if any(cell for row in stripped for cell in row):
        block = "\r\n".join("\t".join(map(quoted, row)) for row in rows)
        assert [row for row in pasted(block).rows if any(row)] == [row for row in stripped if any(row)]


def test_a_heading_that_is_almost_a_label_is_taken_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("姓名,参加工作的时间\n张三,1995\n", encoding="utf-8")
    columns = propose(MEMBERS, read_sheet(tmp_path / "a.csv"))
    assert (columns.chosen[1].key, columns.how[1]) == ("work_start", "相近")


@pytest.mark.parametrize(("heading", "key"), [("政治面冒", "political_status"), ("政冶面冒", None)])
def test_a_heading_of_four_characters_may_differ_in_one(
    heading: str, key: str | None, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(f"姓名,{heading}\n张三,群众\n", encoding="utf-8")
    chosen = propose(MEMBERS, read_sheet(tmp_path / "a.csv")).chosen
    assert (chosen[1].key if 1 in chosen else None) == key


@pytest.mark.parametrize(
    "heading", ["退会日期", "工作地点", "生效日期", "原工作单位", "工作单位电话", "会员组长", "办公手机号码"]
)
def test_a_heading_that_says_something_else_is_no_slip(heading: str) -> None:
    """退会日期 is nearly 入会日期, and the day on which somebody left is no day of joining."""
    columns = propose(MEMBERS, Sheet("名单", [["姓名", heading], ["张三", ""]]))
    assert list(columns.chosen) == [0]


@pytest.mark.parametrize(
    ("heading", "key"), [("身分证号", "id_number"), ("住房类别", "housing"), ("家庭地址", "address")]
)
def test_a_heading_that_sounds_alike_is_a_slip(heading: str, key: str) -> None:
    columns = propose(HARDSHIP, Sheet("名单", [["姓名", heading], ["张三", ""]]))
    assert columns.chosen[1].key == key


@pytest.mark.parametrize(("fitting", "key"), [(4, "mobile"), (3, None)])
def test_a_column_is_known_by_four_cells_of_five(fitting: int, key: str | None, tmp_path: Path) -> None:
    cells = ["13812345678"] * fitting + ["不详"] * (5 - fitting)
    (tmp_path / "a.csv").write_text("姓名,栏二\n" + "".join(f"张三,{cell}\n" for cell in cells), "utf-8")
    chosen = propose(MEMBERS, read_sheet(tmp_path / "a.csv")).chosen
    assert (chosen[1].key if 1 in chosen else None) == key


def test_a_column_of_identity_numbers_is_known_by_what_stands_in_it(tmp_path: Path) -> None:
    numbers = "\n".join(f"张{n},{people.resident_id()},138001380{n}0" for n in range(3))
    (tmp_path / "a.csv").write_text(f"姓名,甲列,乙列\n{numbers}\n", encoding="utf-8")
    columns = propose(MEMBERS, read_sheet(tmp_path / "a.csv"))
    assert [one.key for one in columns.chosen.values()] == ["name", "id_number", "mobile"]


def test_a_spouses_number_is_nobody_elses(tmp_path: Path) -> None:
    numbers = "\n".join(f"张{n},{people.resident_id()}" for n in "甲乙丙")
    (tmp_path / "a.csv").write_text(f"姓名,配偶身份证号\n{numbers}\n", encoding="utf-8")
    columns = propose(MEMBERS, read_sheet(tmp_path / "a.csv"))
    assert [one.key for one in columns.chosen.values()] == ["name"]


def test_columns_of_family_members_are_known_beside_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("姓名,身份证号,家庭成员姓名,家庭成员关系\n", encoding="utf-8")
    columns = propose(HARDSHIP, read_sheet(tmp_path / "a.csv"))
    assert [one.key for one in columns.chosen.values()] == [
        "name", "id_number", "hardship.family:name", "hardship.family:relation"
    ]  # fmt: skip


def test_right_of_a_relatives_name_what_only_relatives_have_is_theirs() -> None:
    """家庭成员姓名, 关系, 人员身份: nobody repeats over each column whose it is."""
    headings = ["姓名", "家庭成员姓名", "关系", "人员身份", "手机号码", "联系电话"]
    columns = propose(HARDSHIP, Sheet("名单", [headings, ["张三", "李四", "配偶", "在职", "", ""]]))
    assert [one.label for one in columns.chosen.values()] == [
        "姓名", "家庭成员·姓名", "家庭成员·关系", "家庭成员·人员身份", "手机号码"
    ]  # fmt: skip


def test_left_of_the_relatives_nothing_is_theirs() -> None:
    headings = ["姓名", "关系", "家庭成员姓名"]
    columns = propose(HARDSHIP, Sheet("名单", [headings, ["张三", "配偶", "李四"]]))
    assert "家庭成员·关系" not in [one.label for one in columns.chosen.values()]


@pytest.mark.parametrize(
    ("key", "heading", "label"),
    [("unions.committee", "工会名称", "工会"), ("activities.participants", "活动名称", "活动")],
)
def test_whose_a_row_is_may_stand_below_the_label_of_their_name(key: str, heading: str, label: str) -> None:
    columns = propose(find_register(key), Sheet("名单", [[heading, "姓名"], ["", "张三"]]))
    assert columns.chosen[0].label == label

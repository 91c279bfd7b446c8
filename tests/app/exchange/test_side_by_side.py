"""Lists side by side in one sheet: each is read by itself or told, and none runs into the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.exchange.delimited import pasted
from app.exchange.importing import Report, open_session, report_of
from app.exchange.sheet import Sheet
from app.exchange.side_by_side import lists_of
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_book
from tests.factories import people

Rows = Sequence[Sequence[str]]
HEADINGS = ["姓名", "性别", "证件号码", "手机号码", "工作单位", "批准日期"]
NOBODY = [""] * len(HEADINGS)


def person(name: str) -> list[str]:
    return [name, "男", people.resident_id(), "13800138000", "泰祥电器", "2012-3-8"]


def imported(path: Path, *sheets: str) -> Report:
    session = open_session(MEMBERS, path, sheet=sheets)
    session.import_rows()
    return report_of(session)


def members() -> list[tuple[str, str, str]]:
    return [(one.name, one.mobile, one.employer) for one in Member.select().order_by(Member.id)]


def ranges(rows: Rows) -> list[str]:
    """The lists that a sheet of these rows is taken for."""
    return [one.name for one in lists_of(Sheet("名单.xlsx", [list(row) for row in rows], "名单"))]


def test_two_halves_of_a_roster_side_by_side_come_in_as_one(office: Office, tmp_path: Path) -> None:
    rows = [
        [*HEADINGS, "", *HEADINGS],
        [*person("张三"), "", *person("李四")],
        [*person("王五"), "", *NOBODY],
    ]
    report = imported(write_book(tmp_path / "名单.xlsx", rows))
    assert sorted(name for name, *_ in members()) == sorted(["张三", "王五", "李四"])
    assert "（A–F列）" in report.asides[0]
    assert "（H–M列）" in report.asides[0]


def test_a_list_of_something_else_on_the_right_is_told_and_mixes_with_nobody(
    office: Office, tmp_path: Path
) -> None:
    """Its 联系电话 and 单位名称 are those of firms, not of the members in the same rows."""
    rows = [
        ["姓名", "性别", "证件号码", "批准日期", "", "单位名称", "联系电话", "地址"],
        ["张三", "男", people.resident_id(), "2012-3-8", "", "永泰物业", "64381234", "宜山路1号"],
        ["李四", "男", people.resident_id(), "2012-3-8", "", "衡建公司", "64381235", "宜山路2号"],
        ["王五", "男", people.resident_id(), "2012-3-8", "", "", "", ""],
        ["赵六", "男", people.resident_id(), "2012-3-8", "", "", "", ""],
    ]
    session = open_session(MEMBERS, write_book(tmp_path / "名单.xlsx", rows))
    said = report_of(session).asides
    assert [target.key for target in session.columns.chosen.values()] == [
        "name",
        "sex",
        "id_number",
        "approved_on",
    ]
    assert any("没有读入" in one and "（F–H列）" in one and "表头不同" in one for one in said)


def test_the_list_on_the_right_is_taken_by_its_range(office: Office, tmp_path: Path) -> None:
    rows = [
        ["企业名称", "地址", "", *HEADINGS],
        ["永泰物业", "宜山路1号", "", *person("张三")],
        ["衡建公司", "宜山路2号", "", *person("李四")],
        ["", "", "", *person("王五")],
        ["", "", "", *person("赵六")],
    ]
    imported(write_book(tmp_path / "名单.xlsx", rows), "Sheet1（D–I列）")
    assert [name for name, *_ in members()] == ["张三", "李四", "王五", "赵六"]


def test_a_wrong_cell_of_the_list_on_the_right_is_told_by_its_range_and_row(
    office: Office, tmp_path: Path
) -> None:
    wrong = ["李四", "男", "310104", "13800138000", "泰祥电器", "2012-3-8"]
    rows = [[*HEADINGS, *HEADINGS], [*person("张三"), *person("王五")], [*person("赵六"), *wrong]]
    report = imported(write_book(tmp_path / "名单.xlsx", rows))
    assert {(one.sheet, one.row) for one in report.problems} == {("Sheet1（G–L列）", 3)}


def test_lists_that_touch_are_told_by_their_names_that_begin_anew() -> None:
    rows = [["序号", "姓名", "电话", "序号", "姓名", "电话"], ["1", "张三", "6438", "11", "李四", "6439"]]
    assert ranges(rows) == ["名单（A–C列）", "名单（D–F列）"]
    assert ranges([["泰祥社区通讯录", *[""] * 5], *rows]) == ["名单（A–C列）", "名单（D–F列）"]
    assert ranges([["第一小组", "", "", "第二小组", "", ""], *rows]) == ["名单（A–C列）", "名单（D–F列）"]


def test_one_list_set_out_with_an_empty_column_stays_one() -> None:
    rows = [
        ["姓名", "电话", "", "住址", "备注"],
        ["张三", "6438", "", "宜山路", ""],
        ["李四", "6439", "", "", "迟"],
    ]
    assert ranges(rows) == ["名单"]
    assert ranges([*rows, ["合计", "2", "", "", ""], ["", "", "", "制表人：王芳", ""]]) == ["名单"]


def test_the_relatives_beside_a_person_are_no_list_of_their_own() -> None:
    rows = [
        ["本人", "", "", "配偶", ""],
        ["姓名", "电话", "", "姓名", "电话"],
        ["张三", "6438", "", "李四", "6439"],
    ]
    assert ranges(rows) == ["名单"]
    assert ranges(
        [["户主", "证号", "姓名", "关系", "姓名", "关系"], ["张三", "1", "李四", "妻", "张小", "子"]]
    ) == ["名单"]


def test_what_is_told_of_a_cell_stays_with_its_list(tmp_path: Path) -> None:
    sheet = Sheet("a", [["姓名", "日期", "", "姓名", "日期"], ["张三", "3月", "", "李四", "4月"]], "名单",
                  days={(1, 1): "2011-03-08", (1, 4): "2011-04-09"})  # fmt: skip
    assert [dict(one.days) for one in lists_of(sheet)] == [{(1, 1): "2011-03-08"}, {(1, 4): "2011-04-09"}]


def test_a_pasted_block_may_hold_two_lists() -> None:
    assert len(lists_of(pasted("姓名\t电话\t\t姓名\t电话\n张三\t6438\t\t李四\t6439\n"))) == 2

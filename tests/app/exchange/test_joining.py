"""Workbooks of several sheets: those under one heading are one list, and what is left out is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.errors import Refused
from app.exchange.importing import Report, open_session, report_of
from app.exchange.session import ImportSession
from app.exchange.workbook import template
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories import people

Rows = Sequence[Sequence[str]]
Save = Callable[..., Path]
HEADINGS = ["姓名", "性别", "证件号码", "手机号码", "工作单位", "批准日期"]


def person(name: str, mobile: str = "13800138000") -> list[str]:
    return [name, "男", people.resident_id(), mobile, "泰祥电器", "2012-3-8"]


def listed(*names: str) -> Rows:
    return [HEADINGS, *map(person, names)]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def saved(hidden: Sequence[str] = (), **sheets: Rows) -> Path:
        book = Workbook(str(tmp_path / "名单.xlsx"))
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name in hidden:
                sheet.hide()
        book.close()
        return tmp_path / "名单.xlsx"

    return saved


def imported(path: Path, *sheets: str) -> tuple[ImportSession, Report]:
    session = open_session(MEMBERS, path, sheet=sheets)
    session.import_rows()
    return session, report_of(session)


def names() -> list[str]:
    return [member.name for member in Member.select().order_by(Member.id)]


def test_persons_above_the_heading_of_any_sheet_are_told(save: Save, office: Office) -> None:
    """Somebody sorted the second list with its heading: who came to stand above it does not come in."""
    second = [person("王五"), ["名单", *[""] * 5], HEADINGS, person("赵六")]
    _, report = imported(save(一组=listed("张三"), 二组=second))
    assert names() == ["张三", "赵六"]
    assert "表头上面的行没有导入，是记录的请移到表头下面：“二组”第 1 行" in report.asides


def test_sheets_under_one_heading_come_in_together(save: Save, office: Office) -> None:
    _, report = imported(save(一组=listed("张三"), 二组=listed("李四", "王五")))
    assert names() == ["张三", "李四", "王五"]
    assert report.asides == ["一起读入 2 张工作表：“一组”1 行、“二组”2 行"]


def test_columns_in_another_order_are_the_same_heading(save: Save, office: Office) -> None:
    turned = [row[::-1] for row in listed("李四")]
    imported(save(一组=listed("张三"), 二组=turned))
    assert names() == ["张三", "李四"]


def test_other_words_for_the_same_fields_are_the_same_heading(save: Save, office: Office) -> None:
    other = [["姓名", "性别", "身份证号", "手机", "单位", "批准日期"], person("李四")]
    imported(save(一组=listed("张三"), 二组=other))
    assert names() == ["张三", "李四"]


def test_a_sheet_with_a_column_more_is_taken_with_the_others(save: Save, office: Office) -> None:
    """The second group has written down where its people live; the first has nothing there."""
    path = save(一组=listed("张三"), 二组=[[*HEADINGS, "家庭住址"], [*person("李四"), "祥安里48号"]])
    imported(path)
    assert [(one.name, one.address) for one in Member.select().order_by(Member.id)] == [
        ("张三", None),
        ("李四", "祥安里48号"),
    ]


def test_a_column_less_is_no_reason_to_leave_a_sheet_out(save: Save, office: Office) -> None:
    imported(save(一组=[[*HEADINGS, "家庭住址"], [*person("张三"), "祥安里48号"]], 二组=listed("李四")))
    assert names() == ["张三", "李四"]


def test_a_column_more_that_fills_nothing_is_told(save: Save, office: Office) -> None:
    _, report = imported(save(一组=listed("张三"), 二组=[[*HEADINGS, "血型"], [*person("李四"), "甲"]]))
    assert (names(), report.unknown) == (["张三", "李四"], ["血型"])


def test_a_list_of_those_who_left_is_another_list(save: Save, office: Office) -> None:
    """Nobody reads 退会原因 of a member: whoever has one is no member any more."""
    _, report = imported(save(在册=listed("张三"), 退会=[[*HEADINGS, "退会原因"], [*person("李四"), "调离"]]))
    assert names() == ["张三"]
    assert "没有读入的工作表：“退会”（1 行，表头不同）" in report.asides


def test_two_columns_more_make_another_list(save: Save, office: Office) -> None:
    imported(save(一组=listed("张三"), 二组=[[*HEADINGS, "血型", "车牌"], [*person("李四"), "甲", "1"]]))
    assert names() == ["张三"]


def test_a_list_behind_a_sheet_of_words_is_found(save: Save, office: Office) -> None:
    words = [["填表说明：请按身份证填写"], ["姓名", "必填"]]
    _, report = imported(save(说明=words, 名单=listed("张三")))
    assert names() == ["张三"]
    assert report.asides[1].startswith("没有读入的工作表：“说明”（")


def test_a_sheet_with_another_heading_is_told_and_not_taken(save: Save, office: Office) -> None:
    _, report = imported(save(名单=listed("张三"), 单位=[["工作单位", "人数"], ["泰祥电器", "12"]]))
    assert report.asides == ["读入工作表“名单”", "没有读入的工作表：“单位”（1 行，表头不同）"]


def test_a_list_that_shares_but_the_name_is_another_one(save: Save, office: Office) -> None:
    sheets = {"名单": [["姓名", "座位"], ["张三", "1"]], "奖品": [["姓名", "奖品"], ["李四", "毛巾"]]}
    session = open_session(MEMBERS, save(**sheets))
    assert session.sheet.others == ["“奖品”（1 行，表头不同）"]


def test_a_hidden_sheet_is_told_and_taken_only_when_named(save: Save, office: Office) -> None:
    book = save(hidden=["旧"], 名单=listed("张三"), 旧=listed("李四"))
    _, report = imported(book)
    assert (names(), report.asides[1]) == (["张三"], "没有读入的工作表：“旧”（1 行，隐藏的）")
    imported(book, "旧")
    assert names() == ["张三", "李四"]


def test_a_workbook_whose_only_list_is_hidden_says_so(save: Save, office: Office) -> None:
    with pytest.raises(Refused, match=r"看得见的工作表都是空的.*“旧”（1 行，隐藏的）"):
        open_session(MEMBERS, save(hidden=["旧"], 空=[], 旧=listed("张三")))


def test_named_sheets_come_in_though_their_headings_differ(save: Save, office: Office) -> None:
    """Cells stand below their heading; a column that only one sheet has is there for its rows."""
    more = [[*HEADINGS, "备注"], [*person("李四"), "临时工"]]
    book = save(一组=listed("张三"), 二组=more, 三组=listed("王五"))
    _, report = imported(book, "一组", "二组")
    remarks = [member.remark for member in Member.select().order_by(Member.id)]
    assert (names(), remarks) == (["张三", "李四"], [None, "临时工"])
    assert report.asides[1] == "没有读入的工作表：“三组”（1 行）"


def test_a_named_sheet_without_a_heading_is_refused_by_its_name(save: Save, office: Office) -> None:
    with pytest.raises(Refused, match="“二组”没有表头"):
        imported(save(一组=listed("张三"), 二组=[person("李四")]), "一组", "二组")


def test_an_unknown_sheet_is_refused_with_the_nearest(save: Save, office: Office) -> None:
    with pytest.raises(Refused, match="没有名为“第一小组”的工作表，是不是“第一组”"):
        imported(save(第一组=listed("张三"), 第二组=listed("李四")), "第一小组")


def test_a_problem_names_its_sheet_and_the_row_there(save: Save, office: Office) -> None:
    wrong = [["会员花名册"], HEADINGS, person("李四", "12"), person("王五")]
    _, report = imported(save(一组=listed("张三", "赵六"), 二组=wrong))
    assert [str(problem)[:16] for problem in report.problems] == ["“二组”第 3 行“手机号码”："]


def test_a_double_of_another_sheet_names_that_sheet(save: Save, office: Office) -> None:
    again = person("张三")
    _, report = imported(save(一组=[HEADINGS, again], 二组=[HEADINGS, again]))
    assert [str(problem) for problem in report.problems] == [
        "“二组”第 2 行“证件号码”：与“一组”第 2 行重复，请核对"
    ]


def test_sums_and_notes_of_each_sheet_are_told_with_it(save: Save, office: Office) -> None:
    one, two = [*listed("张三"), ["合计", "1人"]], [*listed("李四"), ["以上为第二小组"]]
    _, report = imported(save(一组=one, 二组=two))
    assert report.asides[1:] == [
        "合计、签名等行没有导入：“一组”第 3 行",
        "“二组”第 3 行是说明，没有导入：以上为第二小组",
    ]


def test_the_choices_of_our_own_template_are_nothing_to_tell(tmp_path: Path, office: Office) -> None:
    template(MEMBERS, tmp_path / "空白.xlsx")
    session = open_session(MEMBERS, tmp_path / "空白.xlsx")
    assert session.sheet.others == []


def test_a_text_has_no_sheets_to_name(tmp_path: Path, office: Office) -> None:
    (tmp_path / "a.csv").write_text("姓名\n张三\n", encoding="utf-8")
    with pytest.raises(Refused, match="没有工作表"):
        open_session(MEMBERS, tmp_path / "a.csv", sheet="一组")


def test_totals_are_told_where_another_sheet_has_the_columns_in_another_order(
    save: Save, office: Office
) -> None:
    """合计 stood first in its own sheet; below the first sheet's headings the number comes first."""
    turned = [row[::-1] for row in [*listed("李四"), ["1", "", "", "", "", "合计"]]]
    _, report = imported(save(一组=listed("张三"), 二组=turned))
    assert report.done, report.problems
    assert names() == ["张三", "李四"]
    assert "合计、签名等行没有导入：“二组”第 3 行" in report.asides

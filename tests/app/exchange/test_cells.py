"""What cells say to the fields of a record: taken as shown, with a warning, or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.exchange.cells import OnDuplicate
from app.exchange.importing import import_book, open_session
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories import people

DAY = 40616  # 14 March 2011
FIRST = 40603  # 1 March 2011

Take = Callable[..., list[str]]


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Write members with these cells beside what each must have; a pair is a value with its format."""

    def write(*rows: dict[str, object], from_1904: bool = False) -> Path:
        made = Workbook(str(tmp_path / "a.xlsx"), {"date_1904": from_1904})
        sheet = made.add_worksheet()
        for number, row in enumerate(rows, start=1):
            member = {
                "姓名": "张三", "性别": "男", "证件号码": people.resident_id(date(1970, 1, number)),
                "手机号码": "13800138000", "工作单位": "泰祥电器", "批准日期": "2012-3-8",
            } | row  # fmt: skip
            for column, (heading, cell) in enumerate(member.items()):
                value, code = cell if isinstance(cell, tuple) else (cell, "")
                sheet.write(0, column, heading)
                sheet.write(number, column, value, made.add_format({"num_format": code or "General"}))
        made.close()
        return tmp_path / "a.xlsx"

    return write


@pytest.fixture
def take(office: Office, book: Callable[..., Path]) -> Take:
    """Import members; return all that is said of them."""

    def taken(
        *rows: dict[str, object], from_1904: bool = False, on_duplicate: OnDuplicate = "skip"
    ) -> list[str]:
        report = import_book(MEMBERS, book(*rows, from_1904=from_1904), on_duplicate=on_duplicate)
        return list(map(str, (*report.problems, *report.warnings)))

    return taken


def the_member() -> Member:
    member = Member.get()
    assert isinstance(member, Member)
    return member


def test_a_month_that_a_format_shows_is_a_month_and_a_day_behind_it_a_day(take: Take) -> None:
    """The 1st is what Excel adds to 2011-3; a 14th somebody typed."""
    take({"参加工作时间": (FIRST, 'yyyy"年"m"月"'), "批准日期": (DAY, 'yyyy"年"m"月"')})
    assert (the_member().work_start, the_member().approved_on) == ("2011-03", date(2011, 3, 14))


def test_of_a_day_of_which_the_sheet_shows_the_year_alone_the_year_is_taken(take: Take) -> None:
    """Nobody who reads 2011年 knows of a 14th of March behind it."""
    said = take({"参加工作时间": (DAY, 'yyyy"年"'), "批准日期": (DAY, "yyyy")})
    assert (the_member().work_start, the_member().approved_on, the_member().joined) == ("2011", None, "2011")
    assert not said


def test_no_day_is_invented_where_only_a_month_is_shown(take: Take) -> None:
    assert take({"申请日期": (FIRST, "yyyy.mm")}) == ["第 2 行“申请日期”：请填到日，例如 2011-3-8"]


def test_a_day_shown_without_its_year_has_it_all_the_same(take: Take) -> None:
    take({"参加工作时间": (DAY, 'm"月"d"日"'), "申请日期": (DAY, 'm"月"d"日"')})
    assert (the_member().work_start, the_member().applied_on) == ("2011-03-14", date(2011, 3, 14))


def test_a_text_is_what_is_shown_of_a_date_that_excel_made_of_it(take: Take) -> None:
    """3-14 typed for a house number becomes a day, shown as 3月14日; its year is nobody's."""
    take({"现住址": (DAY, 'm"月"d"日"')})
    assert the_member().address == "3月14日"


def test_a_number_where_a_day_should_be_counts_from_the_workbooks_first_day(take: Take) -> None:
    take({"申请日期": DAY - 1462, "月工资": 36000}, from_1904=True)
    assert (the_member().applied_on, the_member().monthly_wage) == (date(2011, 3, 14), 36_000_00)


@pytest.mark.parametrize("heading", ["民族", "现住址", "月工资", "备注"])
def test_a_failed_formula_is_no_empty_cell(heading: str, office: Office, tmp_path: Path) -> None:
    """An empty 民族 would become 汉族."""
    made = Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["姓名", heading])
    sheet.write_row(1, 0, ["张三"])
    sheet.write_formula(1, 1, "=NA()", None, "#N/A")
    made.close()
    session = open_session(MEMBERS, tmp_path / "a.xlsx")
    session.rehearse()
    assert session.rows[0].problem_at(1).sentence == "公式出错（#N/A），请改为正确的内容"  # type: ignore[union-attr]
    session.correct(2, 1, "1200")
    problem = session.rows[0].problem_at(1)
    assert problem is None or "公式" not in problem.sentence


def test_correcting_one_cell_of_a_row_hides_no_failed_formula_in_another(
    office: Office, tmp_path: Path
) -> None:
    made = Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["姓名", "现住址", "备注"])
    sheet.write_row(1, 0, ["张三"])
    for column in (1, 2):
        sheet.write_formula(1, column, "=NA()", None, "#N/A")
    made.close()
    session = open_session(MEMBERS, tmp_path / "a.xlsx")
    session.rehearse()
    session.correct(2, 1, "泰祥路1号")
    assert session.rows[0].problem_at(2) is not None


def test_a_row_of_failed_formulas_is_a_row(office: Office, tmp_path: Path) -> None:
    made = Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["姓名", "证件号码"])
    for column in (0, 1):
        sheet.write_formula(1, column, "=Sheet2!A1", None, "#REF!")
    made.close()
    session = open_session(MEMBERS, tmp_path / "a.xlsx")
    session.rehearse()
    assert session.counts.refused == 1


@pytest.mark.parametrize(
    ("cell", "number", "rest"),
    [
        ("13912345678/13812345678", "13912345678", "13812345678"),
        ("64381234、13912345677", "13912345677", "64381234"),
        ("13912345676（妻）", "13912345676", "13912345676(妻)"),
        ("13912345684转王师傅", "13912345684", "13912345684转王师傅"),
        ("13912345672\n13812345678", "13912345672", "13812345678"),
    ],
)
def test_of_two_phones_the_first_mobile_is_taken_and_the_rest_noted(
    cell: str, number: str, rest: str, take: Take
) -> None:
    said = take({"手机号码": cell, "备注": "老会员"})
    assert (the_member().mobile, the_member().remark) == (number, f"老会员\n手机号码：{rest}")
    assert any("不止一个号码" in one for one in said)


def test_the_notes_of_a_member_are_not_replaced_by_a_second_phone(take: Take) -> None:
    row = {"证件号码": people.resident_id(), "备注": "老会员"}
    take(row)
    del row["备注"]
    said = take(row | {"手机号码": "13912345678/13812345678"}, on_duplicate="update")
    assert (the_member().mobile, the_member().remark) == ("13800138000", "老会员")
    assert any("不止一个号码" in one for one in said)


def test_an_amount_computed_to_many_decimals_is_rounded_and_told(take: Take) -> None:
    said = take({"月工资": 1234.565})
    assert the_member().monthly_wage == 1234_57
    assert any("按 1,234.57 元登记" in one for one in said)


def test_a_word_that_stands_for_several_terms_is_taken_with_a_warning(take: Take) -> None:
    said = take({"文化程度": "高中/中专"})
    assert the_member().education == "高中"
    assert any("按“高中”登记，请核对" in one for one in said)


def test_schooling_that_says_less_than_a_term_is_never_taken_unsaid(take: Take) -> None:
    """研究生 is a master's course or a doctor's (GB/T 4658: class 1), 中学 a lower or an upper school."""
    said = take({"文化程度": "研究生"}, {"文化程度": "中学"}, {"文化程度": "硕士研究生"})
    assert [member.education for member in Member.select()] == ["硕士", "初中", "硕士"]
    assert [("“研究生”" in one, "“中学”" in one) for one in said] == [(True, False), (False, True)]


def test_the_blanks_that_set_out_a_firms_name_are_no_part_of_it(take: Take) -> None:
    take({"工作单位": "上海 （集团） 电梯"})
    assert the_member().employer == "上海（集团）电梯"


def test_a_number_that_lost_its_last_digits_is_refused_in_any_field(take: Take) -> None:
    assert any("丢失末尾数字" in one for one in take({"会员证号码": 6222021234567890123}))


def test_a_value_given_for_empty_cells_stands_where_a_stroke_is(
    office: Office, book: Callable[..., Path]
) -> None:
    path = book({"申请日期": "-"})
    import_book(MEMBERS, path, set_values={"申请日期": "2012-3-1"})
    assert the_member().applied_on == date(2012, 3, 1)

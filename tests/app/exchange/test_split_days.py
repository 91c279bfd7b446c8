"""A day that stands in two or three columns, 月 and 日 beside a year or below one, is one day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from app.exchange.beside import asides
from app.exchange.cells import Options
from app.exchange.importing import report_of
from app.exchange.open_days import NO_YEAR
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.exchange.side_by_side import lists_of
from app.office import Office
from app.register import Register
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.office.cash.records import CashEntry
from app.subjects.office.cash.register import CASH
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories import people

Take = Callable[..., ImportSession]
VISIT = ["姓名", "事由", "接待人"]
WHO = ["李四", "咨询退休", "王芳"]


@pytest.fixture
def take(office: Office) -> Take:
    def taken(
        register: Register,
        *rows: Sequence[str],
        name: str = "",
        year: int | None = None,
        merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
    ) -> ImportSession:
        (sheet,) = lists_of(Sheet("登记簿", [list(row) for row in rows], name, merged))
        session = ImportSession.of(register, sheet, Options(year=year))
        session.import_rows(without_refused=True)
        return session

    return taken


def days() -> list[date]:
    return [one.visited_on for one in Visit.select().order_by(Visit.id)]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["年", "月", "日"], ["2011", "3", "9"]),
        (["年份", "月份", "日"], ["2011年", "03", "09"]),
        (["来访年", "来访月", "来访日"], ["2011", "3月", "9日"]),
        (["年", "月", "日"], ["二〇一一", "三", "九"]),
    ],
)
def test_three_columns_are_one_day(take: Take, headings: list[str], cells: list[str]) -> None:
    session = take(VISITS, [*headings, *VISIT], [*cells, *WHO])
    assert (days(), report_of(session).unknown) == ([date(2011, 3, 9)], [])


def test_it_is_told_which_columns_are_one_day(take: Take) -> None:
    session = take(VISITS, ["年", "月", "日", *VISIT], ["2011", "3", "9", *WHO])
    assert "“年”“月”“日”这几列合起来读作“日期”" in asides(session)


def test_month_and_day_below_the_title_of_a_year_are_of_that_year(take: Take) -> None:
    session = take(VISITS, ["2011年来访登记", "", "", "", ""], ["月", "日", *VISIT], ["3", "9", *WHO])
    assert (days(), "没有写年份的日期读作 2011 年，请核对" in asides(session)) == ([date(2011, 3, 9)], True)


def test_month_and_day_may_be_of_the_year_of_the_sheet_or_of_the_one_that_is_asked(take: Take) -> None:
    take(VISITS, ["月", "日", *VISIT], ["3", "9", *WHO], name="2011年")
    take(VISITS, ["月", "日", *VISIT], ["3", "10", *WHO], year=2012)
    assert days() == [date(2011, 3, 9), date(2012, 3, 10)]


def test_without_a_year_month_and_day_are_refused_with_the_remedy(take: Take) -> None:
    session = take(VISITS, ["月", "日", *VISIT], ["3", "9", *WHO])
    assert [one.sentence for one in session.rows[0].blocks] == [NO_YEAR]


def test_a_year_may_stand_over_month_and_day(take: Take) -> None:
    """A page of a ledger: 2011年 over 月 and 日, and what else there is on its right."""
    rows = [["2011年", "", "姓名", "事由", "接待人"], ["月", "日", "", "", ""], ["3", "9", *WHO]]
    merged = [((0, 0), (0, 1)), *(((0, at), (1, at)) for at in (2, 3, 4))]
    take(VISITS, *rows, merged=merged)
    assert days() == [date(2011, 3, 9)]


def test_what_stands_over_month_and_day_names_the_day(take: Take) -> None:
    rows = [["姓名", "入会时间", "", "", "性别", "证件号码", "手机号码", "工作单位"],
            ["", "年", "月", "日", "", "", "", ""],
            ["张三", "2011", "3", "9", "男", people.resident_id(), "13800138000", "泰祥电器"]]  # fmt: skip
    take(MEMBERS, *rows, merged=[((0, 1), (0, 3)), *(((0, at), (1, at)) for at in (0, 4, 5, 6, 7))])
    assert Member.get().approved_on == date(2011, 3, 9)


def test_year_and_month_of_joining_are_known_to_the_month(take: Take) -> None:
    rows = [["姓名", "入会时间", "", "性别", "证件号码", "手机号码", "工作单位"],
            ["", "年", "月", "", "", "", ""],
            ["张三", "2011", "3", "男", people.resident_id(), "13800138000", "泰祥电器"]]  # fmt: skip
    take(MEMBERS, *rows, merged=[((0, 1), (0, 2)), *(((0, at), (1, at)) for at in (0, 3, 4, 5, 6))])
    assert (Member.get().approved_on, Member.get().joined) == (None, "2011-03")


def test_a_year_alone_is_all_that_is_known(take: Take) -> None:
    head = ["姓名", "入会年", "入会月", "入会日", "性别", "证件号码", "手机号码", "工作单位"]
    rows = [
        [name, *day, "男", people.resident_id(), "13800138000", "泰祥电器"]
        for name, day in (("张三", ["2011", "3", "9"]), ("李四", ["2010", "", ""]), ("王五", ["", "", ""]))
    ]
    take(MEMBERS, head, *rows)
    assert [one.joined for one in Member.select().order_by(Member.id)] == [None, "2010", None]


def test_a_month_is_written_where_it_changes(take: Take) -> None:
    """A ledger writes the month, and the year, on the first line only."""
    dues, gifts = ["会费收入", "会费"], ["帮扶慰问支出", "帮扶"]
    head = ["2011年", "", "摘要", "科目", "资金", "收入", "支出"]
    rows = [["月", "日", "", "", "", "", ""], ["3", "9", "三月会费", *dues, "500", ""],
            ["", "11", "慰问品", *gifts, "", "60"], ["4", "2", "慰问金", *gifts, "", "20"]]  # fmt: skip
    merged = [((0, 0), (0, 6)), ((1, 0), (1, 1)), *(((1, at), (2, at)) for at in range(2, 7))]
    title = ["现金日记账", *[""] * 6]
    take(CASH, title, head, *rows, merged=merged)
    booked = [one.booked_on for one in CashEntry.select().order_by(CashEntry.id)]
    assert booked == [date(2011, 3, 9), date(2011, 3, 11), date(2011, 4, 2)]


def test_a_row_without_its_day_is_asked_for_it(take: Take) -> None:
    session = take(VISITS, ["年", "月", "日", *VISIT], ["2011", "3", "9", *WHO], ["2011", "3", "", *WHO])
    assert [one.sentence for one in session.rows[1].blocks] == ["请填到日，例如 2011-3-8"]


def test_a_day_that_does_not_exist_is_told(take: Take) -> None:
    session = take(VISITS, ["年", "月", "日", *VISIT], ["2011", "2", "30", *WHO], ["2011", "3", "9", *WHO])
    assert [one.sentence for one in session.rows[0].blocks] == ["2011年2月只有28天"]


def test_months_that_are_no_days_stay_what_they_are(take: Take) -> None:
    """A column of months beside one of sums is no day."""
    sheet = Sheet("a", [["月", "日均", "人数"], ["3", "9", "5"]])
    assert lists_of(sheet) == [sheet]


def test_a_column_of_years_that_is_read_is_not_told_as_left_out(take: Take) -> None:
    session = take(VISITS, ["年度", "日期", *VISIT], ["2010", "12月30日", *WHO])
    assert (days(), report_of(session).unknown) == ([date(2010, 12, 30)], [])
    assert "没有写年份的日期按“年度”列读" in asides(session)


def test_a_column_of_years_that_says_nothing_new_is_told_as_left_out(take: Take) -> None:
    session = take(VISITS, ["年度", "日期", *VISIT], ["2010", "2010-12-30", *WHO])
    assert report_of(session).unknown == ["年度"]


def test_the_sum_below_a_short_list_is_no_month(take: Take) -> None:
    take(
        VISITS,
        ["序号", "月", "日", *VISIT],
        ["1", "3", "9", *WHO],
        ["合计", "1", "批次", "", "", ""],
        year=2011,
    )
    assert days() == [date(2011, 3, 9)]


def test_a_year_between_the_rows_is_that_of_those_below(take: Take) -> None:
    rows = [["2010年", "", "", "", ""], ["12", "30", *WHO], ["2011年", "", "", "", ""], ["十一", "4", *WHO]]
    session = take(VISITS, ["月", "日", *VISIT], *rows)
    assert (days(), session.problems) == ([date(2010, 12, 30), date(2011, 11, 4)], [])

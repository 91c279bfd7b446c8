"""Figures compared with the same period of the year before (domain 0.2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.figures.reading import read
from app.figures.wording import define
from app.office import Office
from app.registry import find_figure
from app.rules import periods
from app.statistics.closing import close_year
from app.subjects.contracts import figures as contracts
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.members import figures as members
from app.subjects.publications.bulletins import figures as bulletins
from tests.factories.contracts import make_contract
from tests.factories.disputes import make_case
from tests.factories.people import make_member
from tests.factories.publications import new_bulletin
from tests.factories.unions import make_union
from tests.helpers.figures import stored

Y2011, Y2010 = periods.year(2011), periods.year(2010)
LAST_YEAR = date(2010, 4, 6)


def test_the_change_is_told_in_percent_of_last_year(office: Office) -> None:
    for _ in range(3):
        make_case("受理")
    for _ in range(2):
        make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    reading = read(disputes.accepted, Y2011)
    assert (reading.value.text, reading.last.text, reading.change) == ("3", "2", "+50.0%")


def test_compared_with_nothing_the_change_is_a_dash(office: Office) -> None:
    make_case("受理")
    assert read(disputes.accepted, Y2011).change == "—"


def test_a_part_of_a_year_is_compared_with_the_same_part(office: Office) -> None:
    make_case("受理")
    make_case("受理", applied_on=date(2010, 9, 6), accepted_on=date(2010, 9, 6))
    assert read(disputes.accepted, periods.half(2011, 1)).last.number == 0


def test_shares_are_compared_in_percentage_points(office: Office) -> None:
    make_case("结案")
    make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    assert read(disputes.closing_rate, Y2011).change == "+100.0个百分点"


def test_a_closed_year_tells_what_it_told_when_it_was_closed(closed_2011: DisputeCase) -> None:
    make_case("受理")
    value = read(disputes.accepted, Y2011).value
    assert (value.number, value.closed, value.live) == (1, True, "2")


def test_a_closed_year_that_did_not_move_has_no_other_value(closed_2011: DisputeCase) -> None:
    value = read(disputes.accepted, Y2011).value
    assert (value.number, value.closed, value.live) == (1, True, None)


@pytest.mark.usefixtures("few_figures")
def test_next_year_is_compared_with_the_closed_value_and_says_so(office: Office) -> None:
    make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    close_year(2010)
    make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    last = read(disputes.accepted, Y2011).last
    assert (last.number, last.closed, last.live) == (1, True, "2")


TODAY = date.today()
RUNNING = periods.custom(TODAY - timedelta(days=100), TODAY + timedelta(days=60))


def _a_year_ago(days_later: int) -> date:
    return RUNNING.compared_on(TODAY).last + timedelta(days=days_later)


def _accepted_on(day: date) -> None:
    make_case("受理", applied_on=day, accepted_on=day)


def test_a_flow_of_a_running_period_is_compared_with_the_same_days(office: Office) -> None:
    for day in (TODAY, TODAY - timedelta(days=1), _a_year_ago(0), _a_year_ago(1), _a_year_ago(30)):
        _accepted_on(day)
    reading = read(disputes.accepted, RUNNING)
    assert (reading.value.number, reading.last.number, reading.change) == (2, 1, "+100.0%")


def test_a_stock_of_a_running_period_is_compared_with_the_same_day(office: Office) -> None:
    for day in (_a_year_ago(0), _a_year_ago(1)):
        make_member(applied_on=day, approved_on=day)
    reading = read(members.on_roll, RUNNING)
    assert (reading.value.number, reading.last.number) == (2, 1)


def test_a_flow_of_a_period_that_is_over_is_compared_with_the_whole(office: Office) -> None:
    for day in (date(2011, 3, 1), date(2010, 3, 1), date(2010, 12, 31)):
        _accepted_on(day)
    assert read(disputes.accepted, Y2011).last.number == 2


def test_what_falls_due_in_a_running_period_is_counted_to_its_end(office: Office) -> None:
    for day in (RUNNING.last, RUNNING.compared_on(RUNNING.last).last):
        make_contract(end_on=day)
    reading = read(contracts.expiring, RUNNING)
    assert (reading.value.number, reading.last.number) == (1, 1)


def test_what_has_not_come_yet_is_not_counted(office: Office) -> None:
    stored(new_bulletin(sent_on=TODAY + timedelta(days=1)))
    assert bulletins.sent.number(RUNNING) == 0


def test_a_period_that_has_not_begun_has_no_change(office: Office) -> None:
    ahead = periods.custom(TODAY + timedelta(days=1), TODAY + timedelta(days=60))
    _accepted_on(ahead.compared_on(TODAY).first)
    reading = read(disputes.accepted, ahead)
    assert (reading.value.number, reading.last.number, reading.change) == (0, 1, "—")


@pytest.mark.parametrize(
    "label", ["会员", "会员·女", "期初会员", "基层会员", "建会率", "经费余额", "善款结余"]
)
def test_what_stands_on_a_day_that_has_not_come_is_not_known(office: Office, label: str) -> None:
    """Today's stock is not that of a year not begun: — (domain 18, a comparison compares like with like)."""
    make_member(applied_on=TODAY, approved_on=TODAY, sex="女")
    make_union()
    figure, next_year = find_figure(label), periods.year(TODAY.year + 1)
    assert (figure.value(next_year), figure.count(next_year)) == ((None, "—"), 0)


def test_the_words_of_a_day_that_has_not_come_are_not_known(office: Office) -> None:
    assert read(find_figure("工会名称"), periods.year(TODAY.year + 1)).value.text == "—"


def _this_year(years_ago: int, month: int, day: int) -> date:
    return date(TODAY.year - years_ago, month, day)


@pytest.mark.skipif((TODAY.month, TODAY.day) == (12, 31), reason="today the year is whole")
def test_a_member_of_last_december_does_not_lower_the_growth_of_a_running_year(office: Office) -> None:
    """Two joined so far this year; of last year's two one came after these days: 上年 is 1, +100 %, not 2."""
    days = (_this_year(0, 1, 1), _this_year(0, 1, 1), _this_year(1, 1, 1), _this_year(1, 12, 31))
    for day in days:
        make_member(applied_on=day, approved_on=day)
    year = periods.year(TODAY.year)
    joined, on_roll = read(members.joined, year), read(members.on_roll, year)
    assert (joined.value.number, joined.last.number, joined.change) == (2, 1, "+100.0%")
    assert (on_roll.value.number, on_roll.last.number, on_roll.change) == (4, 1, "+300.0%")


def test_the_definition_of_a_running_figure_names_its_days() -> None:
    assert define(disputes.accepted, RUNNING) == f"受理日期在{RUNNING.so_far().label}的争议案件数"

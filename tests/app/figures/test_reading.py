"""Figures compared with the same period of the year before (domain 0.2)."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures import disputes
from app.figures.reading import read
from app.office import Office
from app.records.disputes import DisputeCase
from app.rules import periods
from app.services.year_closing import close_year
from tests.cases import make_case

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

"""A figure told day by day."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures.daily import by_day, first_and_last_day, years_of
from app.office import Office
from app.registry import work
from app.rules import periods
from app.subjects.disputes import figures as disputes
from app.subjects.members import figures as members
from tests.factories.disputes import make_case
from tests.factories.people import make_event, make_member

Y2011 = periods.year(2011)


def accept(*days: date) -> None:
    for day in days:
        make_case("受理", applied_on=day, accepted_on=day)


def test_a_figure_counts_on_the_first_and_the_last_day_of_its_period(office: Office) -> None:
    accept(date(2010, 12, 31), date(2011, 1, 1), date(2011, 12, 30), date(2011, 12, 30), date(2012, 1, 4))
    assert by_day(disputes.accepted, Y2011) == {date(2011, 1, 1): 1, date(2011, 12, 30): 2}


def test_a_record_counts_on_the_day_of_the_row_that_speaks_of_it(office: Office) -> None:
    member = make_member(applied_on=date(2010, 3, 1), approved_on=date(2010, 3, 8))
    make_event(member, "退会", date(2011, 3, 9))
    make_event(member, "入会", date(2011, 5, 9))
    assert by_day(members.joined, periods.year(2010)) == {date(2010, 3, 8): 1}
    assert by_day(members.joined, Y2011) == {date(2011, 5, 9): 1}


def test_the_first_and_the_last_day_lie_not_after_the_day_asked_for(office: Office) -> None:
    assert first_and_last_day(disputes.accepted, date(2011, 6, 30)) is None
    accept(date(2010, 12, 31), date(2011, 6, 30), date(2011, 7, 1))
    assert first_and_last_day(disputes.accepted, date(2011, 6, 30)) == (date(2010, 12, 31), date(2011, 6, 30))


def test_the_years_of_a_figure_are_those_in_which_it_counts(office: Office) -> None:
    accept(date(2009, 12, 31), date(2011, 6, 30), date(2011, 7, 1))
    assert sorted(years_of(disputes.accepted)) == [2009, 2011]


def test_a_figure_that_counts_by_no_day_says_so(office: Office) -> None:
    with pytest.raises(TypeError, match=r"members\.on_roll"):
        by_day(members.on_roll, Y2011)


def test_all_work_counts_by_a_day(office: Office) -> None:
    figures = [figure for kind in work() for figure in (kind.figure, kind.adds) if figure is not None]
    assert len(figures) > 20
    assert [by_day(figure, Y2011) for figure in figures] == [{}] * len(figures)

"""Closing a year: figures stay as they were, what moves is told, record by record."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Refused
from app.keeping import keeping
from app.office import Office
from app.records.closings import ClosedFigure
from app.rules import periods
from app.statistics.closing import Moved, close_year, closing_of, moved, open_again
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.members import figures as members
from tests.factories.disputes import make_case
from tests.factories.people import make_member

Y2011 = periods.year(2011)


def _moved(key: str = "disputes.accepted") -> Moved:
    return next(one for one in moved(2011) if one.figure.key == key)


def test_nothing_moves_while_nothing_is_changed(closed_2011: DisputeCase) -> None:
    assert list(moved(2011)) == []


def test_a_record_that_came_later_is_told(closed_2011: DisputeCase) -> None:
    later = make_case("受理")
    one = _moved()
    assert (one.was, one.now, one.came) == ("1", "2", (later.id,))
    assert one.sentence == "受理争议：关账时 1，现为 2（新增 1 条）"


def test_a_record_that_was_binned_is_told(closed_2011: DisputeCase) -> None:
    keeping.to_bin(DISPUTES, [closed_2011.id])
    assert _moved().went == (closed_2011.id,)


def test_an_edit_that_leaves_the_number_as_it_is_is_told(closed_2011: DisputeCase) -> None:
    closed_2011.facts = "补充了事实"
    keeping.save(DISPUTES, closed_2011)
    one = _moved()
    assert (one.was, one.now, one.changed) == ("1", "1", (closed_2011.id,))
    assert one.sentence == "受理争议：仍为 1（修改 1 条）"


def test_of_a_part_it_is_told_as_of_the_whole(closed_2011: DisputeCase) -> None:
    part = f"disputes.accepted:{closed_2011.category}"
    later = make_case("受理")
    assert (_moved(part).was, _moved(part).now, _moved(part).came) == ("1", "2", (later.id,))


def test_changed_values_are_told_before_changed_records(closed_2011: DisputeCase) -> None:
    closed_2011.facts = "补充了事实"
    keeping.save(DISPUTES, closed_2011)
    make_case("结案")
    told = [one.was == one.now for one in moved(2011)]
    assert told == sorted(told)


def test_a_year_is_closed_once(closed_2011: DisputeCase) -> None:
    with pytest.raises(Refused, match="2011年已经关账"):
        close_year(2011)


def test_halves_and_quarters_are_kept_with_the_year(closed_2011: DisputeCase) -> None:
    kept = ClosedFigure.select().where(ClosedFigure.key == disputes.accepted.key)
    assert {(str(one.first), str(one.last)): one.number for one in kept} == {
        ("2011-01-01", "2011-12-31"): 1,
        ("2011-01-01", "2011-06-30"): 1,
        ("2011-07-01", "2011-12-31"): 0,
        ("2011-01-01", "2011-03-31"): 0,
        ("2011-04-01", "2011-06-30"): 1,
        ("2011-07-01", "2011-09-30"): 0,
        ("2011-10-01", "2011-12-31"): 0,
    }


def test_what_stands_on_a_day_to_come_is_not_known(office: Office) -> None:
    """A year is closed early: of a quarter that has not begun nobody knows how many members there will be."""
    make_member()
    this, later = periods.year(date.today().year), periods.quarter(date.today().year + 1, 1)
    close_year(date.today().year, more=[later])
    kept = ClosedFigure.select().where(ClosedFigure.key == members.on_roll.key)
    numbers = {(one.first, one.last): one.number for one in kept}
    assert (numbers[this.first, this.last], numbers[later.first, later.last]) == (1, None)


def test_a_year_opened_again_tells_what_the_records_say(closed_2011: DisputeCase) -> None:
    make_case("受理")
    open_again(2011, "补登一起案件")
    assert closing_of(2011) is None
    assert list(moved(2011)) == []


def test_a_year_is_opened_again_only_with_a_reason(closed_2011: DisputeCase) -> None:
    with pytest.raises(Refused, match="请写明重新开账的原因"):
        open_again(2011, "  ")
    assert closing_of(2011) is not None


def test_an_open_year_is_not_opened_again(office: Office) -> None:
    with pytest.raises(Refused, match="2011年没有关账"):
        open_again(2011, "补登")


@pytest.mark.usefixtures("few_figures")
def test_a_year_can_be_closed_after_it_was_opened_again(closed_2011: DisputeCase) -> None:
    open_again(2011, "补登")
    make_case("受理")
    close_year(2011)
    assert list(moved(2011)) == []

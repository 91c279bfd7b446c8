"""Figures of the workers' club (domain 9.5 and 11.2, F012)."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures.wording import explain
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.publications.club import figures as club
from app.subjects.publications.club.records import ClubItem, Lending
from tests.factories.publications import make_item, make_lending, new_item, new_lending, new_stocktake
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored

_LENT = f"FROM lending WHERE deleted_at IS NULL AND lent_on {IN}"
_OUT = "FROM lending WHERE lent_on <= '2011-12-31' AND COALESCE(returned_on, '9999') > '2011-12-31'"
_COUNTED = f"FROM stocktake WHERE deleted_at IS NULL AND counted_on {IN}"
SAMPLE: Expected = {
    "俱乐部物品": 4,
    "俱乐部物品数量": "SELECT SUM(pieces - scrapped - lost) FROM club_item WHERE acquired_on <= '2011-12-31'",
    "俱乐部借出": f"SELECT COUNT(*) {_LENT}",
    "俱乐部借出数量": f"SELECT SUM(pieces) {_LENT}",
    "俱乐部借用人数": f"SELECT COUNT(DISTINCT borrower) {_LENT}",
    "俱乐部未还": f"SELECT COUNT(*) {_OUT}",
    "俱乐部逾期未还": f"SELECT COUNT(*) {_OUT} AND due_on < '2011-12-31'",
    "俱乐部赔偿": f"SELECT COALESCE(SUM(compensation), 0) FROM lending WHERE returned_on {IN}",
    "俱乐部盘点": f"SELECT COUNT(*) {_COUNTED}",
    "盘点不符": f"SELECT COUNT(*) {_COUNTED} AND counted <> expected",
}


def _lending(item: ClubItem, **values: object) -> Lending:
    return stored(new_lending(item, **values))


def _returned(item: ClubItem, **values: object) -> Lending:
    told = {"returned_on": date(2011, 6, 9), "status": "已归还", "condition": "损坏", "compensation": 30_00}
    return _lending(item, **(told | values))


def _lent_once() -> ClubItem:
    make_lending(item := make_item(pieces=9))
    return item


CASES = (
    Case(
        lambda _, **values: stored(new_item(name="跳棋", scrapped=1, **values)),
        {"acquired_on": date(2012, 1, 4)},
        {"俱乐部物品": 2, "俱乐部物品数量": 7},
        before=make_item,
    ),
    Case(
        lambda _, **values: stored(new_item(**values)),
        {"acquired_on": date(2012, 1, 4)},
        {"俱乐部物品数量": 8},
        before=make_item,
        same=("俱乐部物品",),
    ),
    Case(
        lambda item, **values: _lending(item, pieces=2, **values),
        {"lent_on": date(2012, 1, 4)},
        {"俱乐部借出": 2, "俱乐部借出数量": 3, "俱乐部未还": 2, "俱乐部逾期未还": 2},
        before=_lent_once,
        same=("俱乐部借用人数",),
    ),
    Case(
        lambda item, **values: _lending(item, borrower="王芳", **values),
        {"lent_on": date(2012, 1, 4)},
        {"俱乐部借用人数": 2, "俱乐部未还": 2},
        before=_lent_once,
    ),
    Case(
        _returned,
        {"lent_on": date(2012, 1, 4), "returned_on": date(2012, 1, 9)},
        {"俱乐部赔偿": 30_00, "俱乐部借出": 2},
        before=_lent_once,
        same=("俱乐部未还",),
    ),
    Case(
        lambda item, **values: stored(new_stocktake(item, expected=4, counted=3, **values)),
        {"counted_on": date(2012, 1, 4)},
        {"俱乐部盘点": 1, "盘点不符": 1},
        before=make_item,
    ),
    Case(
        lambda item, **values: stored(new_stocktake(item, expected=4, counted=4, **values)),
        {"counted_on": date(2012, 1, 4)},
        {"俱乐部盘点": 1},
        before=make_item,
        same=("盘点不符",),
    ),
)

test_sample, test_following, test_complete, test_explained = hold(club, SAMPLE, CASES)


_DAYS = [
    (date(2010, 12, 31), False),
    (date(2011, 1, 1), True),
    (date(2011, 12, 31), True),
    (date(2012, 1, 1), False),
]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "counts"), _DAYS)
def test_a_loan_counts_in_the_year_it_began(day: date, counts: bool) -> None:
    _lending(make_item(), lent_on=day, pieces=2)
    expected = {"俱乐部借出": 1, "俱乐部借出数量": 2, "俱乐部借用人数": 1}
    assert {label: find_figure(label).number(YEAR) for label in expected} == (
        expected if counts else dict.fromkeys(expected, 0)
    )


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "counts"), _DAYS)
def test_damage_is_paid_for_in_the_year_the_thing_came_back(day: date, counts: bool) -> None:
    _returned(make_item(), lent_on=date(2010, 12, 1), returned_on=day)
    assert find_figure("俱乐部赔偿").number(YEAR) == (30_00 if counts else 0)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "out"), [(date(2011, 12, 31), 0), (date(2012, 1, 1), 1)])
def test_what_came_back_on_the_last_day_is_no_longer_out(day: date, out: int) -> None:
    _returned(make_item(), returned_on=day)
    assert find_figure("俱乐部未还").number(YEAR) == out


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "late"), [(date(2011, 12, 30), 1), (date(2011, 12, 31), 0)])
def test_what_is_due_on_the_last_day_is_not_late(day: date, late: int) -> None:
    _lending(make_item(), due_on=day)
    assert find_figure("俱乐部逾期未还").number(YEAR) == late


@pytest.mark.usefixtures("office")
def test_what_was_scrapped_later_was_there_on_the_day() -> None:
    stored(new_item(status="报废", changed_on=date(2012, 1, 1)))
    stored(new_item(name="跳棋", status="报废", changed_on=date(2011, 12, 31)))
    assert find_figure("俱乐部物品数量").number(YEAR) == 4
    assert find_figure("俱乐部物品").names(YEAR) == ["象棋"]


@pytest.mark.usefixtures("office")
def test_pieces_that_went_later_were_there_on_the_day() -> None:
    """Of eight, two were lost in 2012 and one scrapped: at the end of 2011 all were there."""
    item = stored(new_item(pieces=8, scrapped=1, changed_on=date(2012, 3, 1)))
    back = {"returned_on": date(2012, 5, 1), "condition": "遗失", "status": "已归还", "compensation": 0}
    stored(new_lending(item, pieces=2, lent_on=date(2011, 12, 1), **back))
    pieces = find_figure("俱乐部物品数量")
    assert [pieces.number(year(number)) for number in (2011, 2012)] == [8, 5]


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert find_figure("俱乐部物品").names(YEAR) == ["乒乓球案", "象棋", "跳棋", "图书"]
    assert explain(find_figure("俱乐部逾期未还"), YEAR) == (
        "3 次 = 截至2011年12月31日应还日期已过、尚未归还的俱乐部物品借用数"
    )

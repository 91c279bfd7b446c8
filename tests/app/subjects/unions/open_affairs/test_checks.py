"""The rules of democratic management, one by one (domain 6.2 and 6.3)."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.subjects.unions.open_affairs.register import OPEN_AFFAIRS
from tests.factories.people import make_enterprise
from tests.factories.unions import make_affairs, new_affairs
from tests.helpers.problems import blocked, warned


def test_a_complete_record_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    affairs = new_affairs()
    assert (blocked(OPEN_AFFAIRS, affairs), warned(OPEN_AFFAIRS, affairs)) == ({}, {})


def test_the_unit_and_the_year_are_required(office: Office) -> None:
    affairs = new_affairs(year=None)
    affairs.enterprise = None
    assert blocked(OPEN_AFFAIRS, affairs).keys() == {"enterprise", "year"}


def test_a_unit_stands_once_in_a_year(office: Office) -> None:
    unit = make_affairs().enterprise
    assert "2011年" in blocked(OPEN_AFFAIRS, new_affairs(enterprise=unit))["enterprise"]
    assert blocked(OPEN_AFFAIRS, new_affairs(enterprise=unit, year=2012)) == {}


def test_a_closed_unit_is_doubtful(office: Office) -> None:
    affairs = new_affairs(enterprise=make_enterprise(business_status="注销"))
    assert "注销" in warned(OPEN_AFFAIRS, affairs)["enterprise"]


@pytest.mark.parametrize(
    ("attended", "forbidden", "doubtful"),
    [(61, True, False), (60, False, False), (40, False, False), (39, False, True)],
)
def test_two_thirds_of_the_congress_are_there(
    office: Office, attended: int, forbidden: bool, doubtful: bool
) -> None:
    affairs = new_affairs(expected=60, attended=attended)
    assert ("attended" in blocked(OPEN_AFFAIRS, affairs)) == forbidden
    assert ("attended" in warned(OPEN_AFFAIRS, affairs)) == doubtful


def test_a_congress_meets_once_a_year(office: Office) -> None:
    assert "held_on" in warned(OPEN_AFFAIRS, new_affairs(held_on=None))
    assert warned(OPEN_AFFAIRS, new_affairs(held_on=None, congress="无")) == {}


def test_where_there_is_no_congress_none_was_held(office: Office) -> None:
    assert "congress" in blocked(OPEN_AFFAIRS, new_affairs(congress="无", held_on=date(2011, 4, 20)))


def test_a_congress_of_another_year_is_doubtful(office: Office) -> None:
    assert "2011年" in warned(OPEN_AFFAIRS, new_affairs(held_on=date(2010, 4, 20)))["held_on"]


@pytest.mark.parametrize(
    ("opinions", "adopted", "forbidden"), [(12, 13, True), (12, 12, False), (None, 1, True), (None, 0, False)]
)
def test_no_more_is_adopted_than_was_said(
    office: Office, opinions: int | None, adopted: int, forbidden: bool
) -> None:
    affairs = new_affairs(opinions=opinions, adopted=adopted)
    assert ("adopted" in blocked(OPEN_AFFAIRS, affairs)) == forbidden


def test_an_example_says_of_what(office: Office) -> None:
    assert "experience" in warned(OPEN_AFFAIRS, new_affairs(is_typical=True))
    assert warned(OPEN_AFFAIRS, new_affairs(is_typical=True, experience="事先征求意见")) == {}
    assert "is_typical" in warned(OPEN_AFFAIRS, new_affairs(is_typical=True, established=False))

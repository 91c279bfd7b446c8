"""Each rule of the office's rules (domain 10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.office.regulations.register import REGULATIONS
from tests.factories.paperwork import make_rule, new_rule
from tests.helpers.problems import blocked, warned

TOMORROW = date.today() + timedelta(days=1)
REVISED = {"status": "修订", "revised_on": date(2012, 3, 8), "change_reason": "机构调整"}
REPEALED = {"status": "废止", "repealed_on": date(2012, 3, 8), "change_reason": "由新制度代替"}


@pytest.mark.parametrize("change", [{}, REVISED, REPEALED])
def test_a_whole_rule_is_neither_forbidden_nor_doubtful(office: Office, change: dict[str, object]) -> None:
    assert blocked(REGULATIONS, new_rule(**change)) == {}
    assert warned(REGULATIONS, new_rule(**change)) == {}


def test_only_one_rule_of_a_title_holds(office: Office) -> None:
    rule = make_rule(title="会议制度")
    assert rule.rule_no in blocked(REGULATIONS, new_rule(title="会议制度"))["title"]
    assert blocked(REGULATIONS, new_rule(title="会议制度", **REPEALED)) == {}
    assert blocked(REGULATIONS, rule) == {}


def test_a_repealed_rule_makes_room_for_its_successor(office: Office) -> None:
    make_rule(title="会议制度", **REPEALED)
    assert blocked(REGULATIONS, new_rule(title="会议制度")) == {}


@pytest.mark.parametrize("change", [REVISED, REPEALED])
@pytest.mark.parametrize("day", [date(2011, 3, 7), TOMORROW])
def test_a_rule_is_changed_after_it_was_issued_and_by_today(
    office: Office, change: dict[str, object], day: date
) -> None:
    name = "revised_on" if change is REVISED else "repealed_on"
    assert name in blocked(REGULATIONS, new_rule(**(change | {name: day})))


@pytest.mark.parametrize(("change", "name"), [(REVISED, "revised_on"), (REPEALED, "repealed_on")])
def test_a_change_says_when_and_why(office: Office, change: dict[str, object], name: str) -> None:
    nothing = dict.fromkeys((name, "change_reason"))
    assert blocked(REGULATIONS, new_rule(**(change | nothing))).keys() == nothing.keys()


def test_a_rule_that_holds_was_not_repealed(office: Office) -> None:
    assert "废止" in blocked(REGULATIONS, new_rule(repealed_on=date(2012, 3, 8)))["repealed_on"]


def test_a_rule_nobody_can_read_is_doubtful(office: Office) -> None:
    assert "content" in warned(REGULATIONS, new_rule(content=None))
    assert warned(REGULATIONS, new_rule(content=None, text=b"%PDF", text_name="制度.pdf")) == {}

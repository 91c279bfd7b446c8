"""Many records that ask for the same thing are one entry of the desk."""

from __future__ import annotations

import pytest

from app.agenda.entries import agenda
from app.agenda.reminders import Reminder
from app.register import Due


def reminder(name: str, record_id: int | None, days: int, kind: str = "公示到期") -> Reminder:
    return Reminder("hardship", Due(kind, name, record_id, days, "请登记公示结果"))


def test_one_thing_is_said_in_full() -> None:
    (entry,) = agenda([reminder("单小娟", 4, 2)])
    assert (entry.text, entry.when, entry.ids) == ("公示到期：单小娟，请登记公示结果", "2 天", (4,))


def test_several_are_told_by_the_first_names_and_their_number() -> None:
    (entry,) = agenda([reminder("单小娟", 4, 1), reminder("王建国", 9, 2), reminder("李明", 7, 7)])
    assert entry.text == "公示到期：单小娟、王建国 等 3 户"
    assert (entry.when, entry.tone, entry.ids) == ("明天", "warn", (4, 9, 7))


def test_other_kinds_and_other_registers_stay_apart() -> None:
    other = Reminder("hardship.batches", Due("公示到期", "单小娟", 4, 1))
    found = agenda([reminder("单小娟", 4, 1), reminder("王建国", 9, 1, "困难职工复核"), other])
    assert [len(entry.dues) for entry in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("days", "term"),
    [
        (-1, "已逾期"),
        (0, "7 天内"),
        (7, "7 天内"),
        (8, "30 天内"),
        (30, "30 天内"),
        (31, "30 天以后"),
    ],
)
def test_what_is_overdue_and_what_comes_are_told_apart(days: int, term: str) -> None:
    assert [entry.term for entry in agenda([reminder("单小娟", 4, days)])] == [term]


def test_a_record_that_asks_twice_is_shown_once() -> None:
    (entry,) = agenda([reminder("单小娟", 4, 1), reminder("单小娟", 4, 2)])
    assert entry.ids == (4,)


def test_a_list_narrowed_to_an_entry_says_why() -> None:
    (entry,) = agenda([reminder("单小娟", 4, -3)])
    assert entry.title == "公示到期（已逾期）"

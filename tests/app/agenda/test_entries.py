"""Many records that ask for the same thing are one entry of the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.agenda.entries import agenda, pressing
from app.agenda.reminders import Reminder
from app.register import Due


def reminder(name: str, record_id: int | None, days: int, kind: str = "公示到期", by: str = "") -> Reminder:
    return Reminder("hardship", Due(kind, name, record_id, days, "请登记公示结果", by))


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
        (-91, "逾期三个月以上"),
        (-90, "已逾期"),
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


def test_this_week_comes_first_and_what_was_forgotten_or_put_off_last() -> None:
    waiting = replace(reminder("丁", 4, 1), until=date(2026, 12, 8), reason="等通知")
    found = agenda([reminder("甲", 1, -200), reminder("乙", 2, -3), waiting, reminder("丙", 3, 5)])
    assert [entry.term for entry in found] == ["7 天内", "已逾期", "逾期三个月以上", "已推迟"]
    assert found[-1].when == "到 12月8日"
    assert found[-1].text == "公示到期：丁，请登记公示结果（等通知）"


def test_an_entry_counts_the_rows_that_its_list_shows() -> None:
    (entry,) = agenda([reminder("单小娟", 4, 1), reminder("单小娟", 4, 2), reminder("王建国", 9, 2)])
    assert (entry.count, len(entry.ids)) == (2, 2)
    (entry,) = agenda([reminder("单小娟 借 象棋", 4, 1), reminder("王芳 借 象棋", 4, 2)])
    assert entry.text == "公示到期：单小娟 借 象棋、王芳 借 象棋"


def test_what_each_sees_to_stands_apart() -> None:
    handed = replace(reminder("王建国", 9, 2), person="李强")
    assert [entry.person for entry in agenda([reminder("单小娟", 4, 1), handed])] == ["", "李强"]


def test_what_presses_is_counted_by_tab_and_on_the_desk() -> None:
    batch = Reminder("hardship.batches", Due("帮扶批次待审批", "春节", 1, 0))
    backup = Reminder("today", Due("备份", "", None, -1))
    later, forgotten = reminder("丙", 3, 8), reminder("丁", 4, -200)
    numbers = pressing(agenda([reminder("甲", 1, -3), reminder("乙", 2, 7), batch, backup, later, forgotten]))
    assert numbers == {"hardship": 3, "today": 4}


def test_the_step_that_settles_one_thing_is_offered_and_of_many_one_that_is_taken_for_many() -> None:
    (one,) = agenda([reminder("单小娟", 4, 1, by="登记公示结果")])
    assert one.step is not None
    assert one.step.title == "登记公示结果"
    (two,) = agenda(
        [reminder("单小娟", 4, 1, by="登记公示结果"), reminder("王建国", 9, 2, by="登记公示结果")]
    )
    assert two.step is None
    assert [entry.text for entry in two.one_by_one()] == [
        "公示到期：单小娟，请登记公示结果",
        "公示到期：王建国，请登记公示结果",
    ]
    filing = [
        Reminder("contracts", Due("集体合同报送", name, number, 3, by="报送劳动部门"))
        for number, name in enumerate("甲乙", start=1)
    ]
    (many,) = agenda(filing)
    assert many.step is not None

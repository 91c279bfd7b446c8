"""What is put off waits until its day, what is handed on says to whom; both stand in the history."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.agenda import plans, reminders
from app.agenda.reminders import Reminder
from app.errors import Refused
from app.keeping import undoing
from app.office import Office
from app.register import Due
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import make_file

TODAY = date.today()
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def pending(office: Office) -> Reminder:
    """A file that waits for approval, as the desk asks for it."""
    make_file(name="陆建国", status="待审批", approved_on=None, opened_on=None)
    return asked()


def asked(day: date = TODAY) -> Reminder:
    (one,) = (one for one in reminders.asked(day) if one.due.kind == "困难档案待审批")
    return one


def kinds(day: date) -> list[str]:
    return [one.due.kind for one in reminders.due(day)]


def test_what_is_put_off_comes_back_on_its_day(pending: Reminder) -> None:
    plans.put_off([pending.key], NEXT_WEEK, "等街道通知")
    assert "困难档案待审批" not in kinds(TODAY)
    assert "困难档案待审批" not in kinds(NEXT_WEEK - timedelta(days=1))
    assert "困难档案待审批" in kinds(NEXT_WEEK)
    assert (asked().until, asked().reason) == (NEXT_WEEK, "等街道通知")
    assert asked(NEXT_WEEK).until is None


@pytest.mark.parametrize(
    ("until", "reason", "said"), [(NEXT_WEEK, "  ", "原因"), (TODAY, "等通知", "今天以后")]
)
def test_nothing_waits_without_a_reason_or_a_day_to_come(
    pending: Reminder, until: date, reason: str, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        plans.put_off([pending.key], until, reason)
    assert asked().until is None


def test_what_was_put_off_can_be_called_back(pending: Reminder) -> None:
    plans.put_off([pending.key], NEXT_WEEK, "等街道通知")
    plans.call_back([pending.key])
    assert asked() == pending


def test_a_reminder_is_handed_on_and_taken_back(pending: Reminder) -> None:
    plans.hand_to([pending.key], " 李强 ")
    assert asked().person == "李强"
    assert asked().until is None
    plans.hand_to([pending.key], "")
    assert asked().person == ""


def test_the_history_of_the_record_tells_what_was_agreed(pending: Reminder) -> None:
    plans.put_off([pending.key], NEXT_WEEK, "等街道通知")
    plans.hand_to([pending.key], "李强")
    assert pending.due.record_id is not None
    handed, put_off = plans.told_of(HARDSHIP, pending.due.record_id)
    assert handed.action == put_off.action == "提醒“困难档案待审批”"
    assert handed.items == (("交给", "", "李强"),)
    assert ("推迟的原因", "", "等街道通知") in put_off.items
    assert plans.told_of(HARDSHIP, pending.due.record_id + 1) == []


def test_putting_off_is_a_step_that_can_be_taken_back(pending: Reminder) -> None:
    plans.put_off([pending.key], NEXT_WEEK, "等街道通知")
    assert "推迟到" in undoing.undo()
    assert asked().until is None
    plans.put_off([pending.key], NEXT_WEEK, "再等等")
    assert asked().reason == "再等等"


def test_what_means_no_record_is_told_by_its_name() -> None:
    one, other = (plans.key_of("office.archive", Due("困难档案退档满10年", name, None, 0)) for name in "甲乙")
    assert one != other

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.agenda.reminders import Reminder, due, forgotten
from app.keeping import keeping
from app.office import Office
from app.register import Due
from app.safekeeping.backup import back_up
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.reviews.records import HardshipReview
from app.subjects.hardship.reviews.register import REVIEWS
from app.subjects.members.register import MEMBERS
from tests.factories import people
from tests.factories.contracts import make_contract

TODAY = date(2011, 6, 1)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def due_today() -> list[Reminder]:
    """What is due, but for the backup that an office with records wants."""
    return [one for one in due(TODAY) if one.register_key != "today"]


def said() -> list[tuple[str, int]]:
    return [(one.due.text, one.due.days) for one in due_today()]


def make_review(file: HardshipFile, day: date) -> None:
    review = HardshipReview(file=file, reviewed_on=day, reviewed_by="李强")
    keeping.save(REVIEWS, review)


def opened(days_ago: int, **values: object) -> HardshipFile:
    day = after(-days_ago)
    return people.make_file(applied_on=day, approved_on=day, opened_on=day, **values)


def published(until: date) -> HardshipFile:
    return people.make_file(
        name="单小娟", status="公示中", approved_on=None, opened_on=None, notice_from=date(2011, 5, 9),
        notice_to=until,
    )  # fmt: skip


def test_nothing_is_due_in_an_empty_office(office: Office) -> None:
    assert due(TODAY) == []


@pytest.mark.parametrize(
    ("days", "when", "tone"),
    [(-3, "逾期 3 天", "bad"), (0, "今天", "warn"), (1, "明天", "warn"), (7, "7 天", "info")],
)
def test_a_notice_is_due_on_its_last_day(office: Office, days: int, when: str, tone: str) -> None:
    file = published(after(days))
    (one,) = due_today()
    asked = Due("公示到期", "单小娟", file.id, days, "请登记公示结果", by="登记公示结果")
    assert one == Reminder("hardship", asked)
    assert (one.due.when, one.due.tone) == (when, tone)


def test_a_notice_that_ends_in_more_than_a_week_is_not_due(office: Office) -> None:
    published(after(8))
    assert due_today() == []


def test_what_waits_for_approval_is_due_today(office: Office) -> None:
    people.make_file(name="单小娟", status="待审批", approved_on=None, opened_on=None, applied_on=TODAY)
    people.make_member(name="仇永福", status="待审批", approved_on=None)
    batch = people.make_batch(opened(0), planned_on=TODAY)
    assert said() == [
        ("入会申请待审批：仇永福", 0),
        ("困难档案待审批：单小娟", 0),
        (f"帮扶批次待审批：{batch.name}", 0),
    ]


def test_what_is_in_the_recycle_bin_is_not_due(office: Office) -> None:
    member = people.make_member(status="待审批", approved_on=None)
    keeping.to_bin(MEMBERS, [member.id])
    assert due(TODAY) == []


@pytest.mark.parametrize(("days_ago", "days"), [(357, None), (358, 7), (365, 0), (400, -35)])
def test_a_file_is_reviewed_a_year_after_it_was_opened(
    office: Office, days_ago: int, days: int | None
) -> None:
    opened(days_ago)
    assert [one.due.days for one in due_today()] == ([] if days is None else [days])


def test_a_file_is_reviewed_a_year_after_its_last_review(office: Office) -> None:
    file = opened(900, name="单小娟")
    make_review(file, after(-500))
    make_review(file, after(-400))
    assert said() == [("困难职工复核：单小娟，上次 2010年4月27日", -35)]
    make_review(file, after(-30))
    assert said() == []


def test_only_open_files_are_reviewed(office: Office) -> None:
    opened(900, status="退档(脱困)", closed_on=TODAY, close_reason="脱困")
    assert due_today() == []


def test_as_many_reviews_are_told_as_there_are(office: Office) -> None:
    for _ in range(60):
        opened(400)
    assert len(due_today()) == 60


def test_the_most_urgent_comes_first(office: Office) -> None:
    opened(400)
    published(after(3))
    people.make_member(status="待审批", approved_on=None)
    assert [days for _, days in said()] == [-35, 0, 3]


@pytest.mark.parametrize("make", [people.make_member, people.make_file, make_contract])
def test_an_office_that_was_never_backed_up_is_reminded(
    office: Office, tmp_path: Path, make: Callable[[], object]
) -> None:
    make()
    assert [one.due.text for one in due(date.today()) if one.register_key == "today"] == [
        "还没有备份过，请点右上角“立即备份”"
    ]
    back_up(tmp_path)
    assert [one for one in due(date.today()) if one.register_key == "today"] == []


@pytest.mark.parametrize(("days", "overdue"), [(6, None), (7, 0), (10, -3)])
def test_a_backup_is_due_after_a_week(office: Office, tmp_path: Path, days: int, overdue: int | None) -> None:
    back_up(tmp_path)
    later = date.today() + timedelta(days=days)
    found = [one.due.days for one in due(later) if one.register_key == "today"]
    assert found == ([] if overdue is None else [overdue])


def test_a_campaign_that_runs_is_told_with_the_days_that_are_left(office: Office) -> None:
    found = [(one.register_key, one.due) for one in due(date(2011, 9, 20)) if one.due.record_id is None]
    assert found == [
        ("hardship.batches", Due("中秋国庆慰问", "", None, 11, "到2011年10月1日")),
        ("activities", Due("老年重阳活动", "", None, 15, "到2011年10月5日")),
    ]


def test_what_named_filters_find_is_not_forgotten(office: Office) -> None:
    opened(30)
    assert [(one.register_key, one.title, one.count) for one in forgotten()] == [("hardship", "从未帮扶", 1)]


def test_a_filter_for_what_is_as_it_should_be_tells_nothing_forgotten(office: Office) -> None:
    make_contract(end_on=date.today() + timedelta(days=40))
    assert [one.title for one in forgotten()] == []

"""What a book tells in sum, without the rows behind it: kept as a total, and warned of beside rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.exchange.importing import Report, import_book
from app.figures.figure import Figure
from app.office import Office
from app.registry import find_register
from app.rules.periods import year
from app.subjects.activities.records import Activity
from app.subjects.hardship.donations import figures
from app.subjects.hardship.donations.records import Donation, DonationDrive
from app.subjects.office.meetings.records import Meeting
from tests.app.exchange.books import write_book
from tests.factories import donations

DRIVE = ["主题", "组织单位", "募捐日期", "用途", "捐款人数", "募得善款"]
TOLD = ["物业有真情", "物业行业工会", "2011-4-8", "帮困", "47", "7519"]


@pytest.fixture
def take_in(office: Office, tmp_path: Path) -> Callable[..., Report]:
    def take(into: str, *rows: list[Any], **options: Any) -> Report:  # noqa: ANN401  # as what they are handed to takes them
        return import_book(find_register(into), write_book(tmp_path / "book.xlsx", rows), **options)

    return take


def test_a_drive_without_rows_has_the_totals_of_its_book(take_in: Callable[..., Report]) -> None:
    """F043: 善款7519元 of 47 donors."""
    report = take_in("hardship.drives", DRIVE, TOLD)
    assert (report.new, report.warnings) == (1, [])
    drive = DonationDrive.get()
    assert (drive.donors, drive.received, drive.balance) == (47, 7_519_00, 7_519_00)


@pytest.mark.parametrize(
    ("figure", "number"), [(figures.received, 7_519_00), (figures.donors, 47), (figures.gifts, 47)]
)
def test_the_totals_of_a_drive_are_counted(
    take_in: Callable[..., Report], figure: Figure[Any], number: int
) -> None:
    take_in("hardship.drives", DRIVE, TOLD)
    assert figure.number(year(2011)) == number


def test_the_same_book_again_adds_no_total(take_in: Callable[..., Report]) -> None:
    take_in("hardship.drives", DRIVE, TOLD)
    for mode in ("skip", "fill", "update"):
        assert take_in("hardship.drives", DRIVE, TOLD, on_duplicate=mode).unchanged == 1
    assert Donation.select().count() == 1


def test_a_total_that_differs_from_the_rows_is_told_and_not_taken(take_in: Callable[..., Report]) -> None:
    drive = donations.make_drive(held_on=date(2011, 4, 8))
    donations.make_donation(drive, amount=100_00)
    row = [drive.theme, drive.organiser, "2011-4-8", drive.purpose, "47", "100"]
    report = take_in("hardship.drives", DRIVE, row, on_duplicate="update")
    assert [(one.heading, "程序算得 1" in one.sentence) for one in report.warnings] == [("捐款人数", True)]
    assert Donation.select().count() == 1


def test_a_gift_beside_the_total_is_doubted(take_in: Callable[..., Report]) -> None:
    take_in("hardship.drives", DRIVE, TOLD)
    gift = ["物业有真情", "王芳", "100", "2011-4-8"]
    report = take_in("hardship.donations", ["募捐活动", "捐款人", "金额", "捐赠日期"], gift)
    assert any("已按合计登记" in one.sentence for one in report.warnings)


def test_who_came_to_an_activity_is_kept_in_sum(take_in: Callable[..., Report]) -> None:
    headings = ["活动名称", "开始日期", "结束日期", "类别", "主办单位", "参加人数"]
    report = take_in("activities", headings, ["迎春联谊会", "2011-1-20", "2011-1-20", "联谊", "本会", "120"])
    assert report.new == 1, [str(problem) for problem in report.problems]
    activity = Activity.get()
    assert (activity.stated_count, activity.attended) == (120, 120)


def test_who_came_to_a_meeting_is_kept_in_sum(take_in: Callable[..., Report]) -> None:
    headings = ["会议名称", "会议日期", "会议类型", "议题", "应到", "实到"]
    report = take_in("office", headings, ["委员会会议", "2011-3-8", "委员会会议", "换届", "6", "5"])
    assert report.problems == []
    assert (Meeting.get().expected, Meeting.get().attended) == (6, 5)

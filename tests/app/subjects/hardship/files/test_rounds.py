"""A household that applies anew: what a year counted of the application before stays counted (domain 3.5)."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.reviews.records import HardshipReview, HardshipRound
from app.subjects.hardship.reviews.register import REVIEWS, ROUNDS
from tests.factories.people import make_batch, make_file, make_fund, new_payment
from tests.helpers.problems import advance, blocked, warned

LABELS = ("申请困难建档", "新建困难档案", "退出困难档案", "不予困难建档", "在档困难职工")


def _counted(number: int) -> list[int | None]:
    return [find_figure(label).number(year(number)) for label in LABELS]


def _applied_again() -> HardshipFile:
    """Return a file that was open from January 2011 to June 2012 and is applied for again today."""
    file = make_file(status="退档(脱困)", closed_on=date(2012, 6, 1), close_reason="脱困")
    return advance(HARDSHIP, file, "重新申请")


def test_who_applies_again_was_on_file_all_the_same(office: Office) -> None:
    """2011: one applied, was opened, is on file at the end. 2012: one left. 2013: nothing."""
    file = make_file(status="退档(脱困)", closed_on=date(2012, 6, 1), close_reason="脱困")
    before = [_counted(number) for number in (2011, 2012, 2013)]
    assert before == [[1, 1, 0, 0, 1], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0]]
    advance(HARDSHIP, file, "重新申请")
    assert [_counted(number) for number in (2011, 2012, 2013)] == before


def test_who_was_declined_and_applies_again_was_declined_all_the_same(office: Office) -> None:
    file = make_file(status="不予建档", approved_on=None, opened_on=None, remark="收入超过标准")
    assert _counted(2011) == [1, 0, 0, 1, 0]
    advance(HARDSHIP, file, "重新申请")
    assert _counted(2011) == [1, 0, 0, 1, 0]
    (kept,) = HardshipRound.alive()
    assert (kept.outcome, kept.applied_on, kept.opened_on) == ("不予建档", date(2011, 1, 4), None)


def test_a_household_opened_twice_in_a_year_is_one_household(office: Office) -> None:
    file = make_file(status="退档(其他)", closed_on=date(2011, 3, 1), close_reason="迁出")
    file = advance(HARDSHIP, file, "重新申请")
    HardshipFile.update(status="在档", applied_on=date(2011, 5, 1), opened_on=date(2011, 6, 1)).where(
        HardshipFile.id == file.id
    ).execute()
    assert _counted(2011) == [1, 1, 1, 0, 1]


def test_an_application_comes_after_those_before_it(office: Office) -> None:
    file = _applied_again()
    file.applied_on = date(2012, 5, 31)
    assert "早于“历次申请”中的2012年6月1日" in blocked(HARDSHIP, file)["applied_on"]
    (kept,) = HardshipRound.alive()
    HardshipFile.update(applied_on=date(2012, 7, 1)).where(HardshipFile.id == file.id).execute()
    kept.closed_on = date(2012, 7, 2)
    assert "晚于现在的申请日期（2012年7月1日）" in blocked(ROUNDS, kept)["closed_on"]


def test_aid_paid_while_it_was_open_can_still_be_corrected(office: Office) -> None:
    make_fund()
    file = _applied_again()
    batch = make_batch(status="已审批", approved_by="王芳", approved_on=date(2011, 1, 20))
    paid = {"status": "已发放", "signed": True}
    assert "file" not in blocked(PAYMENTS, new_payment(batch, file, paid_on=date(2011, 1, 25), **paid))
    assert "file" in blocked(PAYMENTS, new_payment(batch, file, paid_on=date(2012, 6, 2), **paid))


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2011, 1, 17), "早于建档日期"), (date(2011, 1, 18), ""), (date(2012, 6, 2), "晚于退档日期")],
)
def test_a_file_is_reviewed_while_it_is_open(office: Office, day: date, told: str) -> None:
    file = make_file(status="退档(脱困)", closed_on=date(2012, 6, 1), close_reason="脱困")
    review = HardshipReview(file=file, reviewed_on=day, reviewed_by="王芳")
    assert told in warned(REVIEWS, review).get("reviewed_on", "")

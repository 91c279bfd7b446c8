"""What help with finding work asks for: fairs to hold and sum up, wishes to answer, notices to take down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.rules.dates import days_until
from app.subjects.employment.fairs.records import FairStatus, JobFair
from app.subjects.employment.intentions.records import JobIntention, Outcome
from app.subjects.employment.notices.records import JobNotice

_FAIR_AHEAD = timedelta(days=14)
_SUM_UP_WITHIN = timedelta(days=30)
_ANSWER_WITHIN = timedelta(days=30)
_FOLLOW_UP_AFTER = timedelta(days=30)
_NOTICE_STAYS = timedelta(days=30)
_AHEAD = timedelta(days=7)


def fairs_due(today: date) -> Iterator[Due]:
    """Yield the fairs that come, those that came and were not noted, and those to be summed up."""
    fairs = JobFair.alive()
    for fair in fairs.where(JobFair.status == FairStatus.PREPARING, JobFair.held_on <= today + _FAIR_AHEAD):
        days = (fair.held_on - today).days
        if days >= 0:
            yield Due("招聘会", fair.name, fair.id, days)
        else:
            yield Due("登记招聘会结果", fair.name, fair.id, days, by="登记结果")
    held = fairs.where(JobFair.status == FairStatus.HELD, JobFair.held_on <= today - _SUM_UP_WITHIN + _AHEAD)
    for fair in held:
        days = (fair.held_on + _SUM_UP_WITHIN - today).days
        yield Due("招聘会待总结", fair.name, fair.id, days, by="总结")


def intentions_due(today: date) -> Iterator[Due]:
    """Yield the wishes that nobody has answered, and the hired who were not asked how it went."""
    wishes = JobIntention.alive()
    waiting = wishes.where(
        JobIntention.outcome == Outcome.OPEN, JobIntention.registered_on <= today - _ANSWER_WITHIN + _AHEAD
    )
    for wish in waiting:
        last_day = wish.registered_on + _ANSWER_WITHIN
        days, note = (last_day - today).days, f"求职 {wish.wanted_post}"
        yield Due("就业意向待处理", wish.name, wish.id, days, note, by="推荐单位")
    hired = wishes.where(
        JobIntention.outcome == Outcome.HIRED,
        JobIntention.followed_up_on.is_null(),
        JobIntention.hired_on <= today - _FOLLOW_UP_AFTER + _AHEAD,
    )
    for wish in hired:
        days = days_until(wish.hired_on, today - _FOLLOW_UP_AFTER)
        yield Due("录用后回访", f"{wish.name}（{wish.hired_by}）", wish.id, days, by="回访日期")


def notices_due(today: date) -> Iterator[Due]:
    """Yield the notices that have hung for a month."""
    hanging = JobNotice.alive().where(
        JobNotice.taken_down_on.is_null(), JobNotice.posted_on <= today - _NOTICE_STAYS + _AHEAD
    )
    for notice in hanging:
        last_day = notice.posted_on + _NOTICE_STAYS
        yield Due("撤下通知", str(notice), notice.id, (last_day - today).days, by="撤下日期")

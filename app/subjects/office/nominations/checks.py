"""The rules of nominations: who is meant, nobody twice, the public notice ran its course."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.records.profile import Profile, standard
from app.rules.working_days import working_days_between
from app.subjects.office.honours.records import PERSON
from app.subjects.office.nominations.records import OPPOSED, Nomination, NominationStatus


def member_is_the_person(nomination: Nomination) -> Iterator[Problem]:
    """Only a person can be a member, and the member chosen is the one who is named."""
    if nomination.member is None:
        return
    if nomination.recipient_kind != PERSON:
        yield Block(Nomination.member, f"填了会员，推荐对象类别应为“{PERSON}”，请核对")
    elif nomination.recipient and nomination.recipient != nomination.member.name:
        yield Block(Nomination.member, f"推荐对象写的是{nomination.recipient}，请重新选择会员，或改推荐对象")


def put_forward_once(nomination: Nomination) -> Iterator[Problem]:
    """The same title is sought for the same recipient once a year."""
    if not nomination.title or nomination.nominated_on is None:
        return
    year = nomination.nominated_on.year
    same = duplicates(nomination, Nomination.title, Nomination.recipient_kind, Nomination.recipient)
    if any(other.nominated_on.year == year for other in same):
        yield Warn(Nomination.title, f"{year}年已推荐过这项荣誉，请核对是否重复")


def notice_is_long_enough(nomination: Nomination) -> Iterator[Problem]:
    """A public notice hangs out for as many working days as the office has set."""
    first, last = nomination.notice_from, nomination.notice_to
    if first is None or last is None or last < first:
        return
    least = standard(Profile.nomination_days)
    if (days := working_days_between(first, last)) < least:
        yield Warn(
            Nomination.notice_to,
            f"公示只有 {days} 个工作日，应不少于 {least} 个工作日；请核对，或在“设置”中改评优公示工作日",
        )


def notice_has_a_result(nomination: Nomination) -> Iterator[Problem]:
    """A public notice that has run out waits for its result."""
    published = nomination.status == NominationStatus.PUBLISHED
    if published and nomination.notice_to and nomination.notice_to < date.today():
        yield Warn(Nomination.notice_to, "公示已到期，请登记公示结果")


def notice_ran_its_course(nomination: Nomination) -> Iterator[Problem]:
    """A result can be noted only when the notice is over, and one that is opposed is looked into first."""
    last = nomination.notice_to
    if last and last >= date.today():
        yield Block(
            Nomination.notice_to,
            f"公示到{Nomination.notice_to.format(last)}才结束，请到期后再登记结果",
        )
    if nomination.notice_result == OPPOSED:
        yield Block(
            Nomination.notice_result, "公示有异议，请先查明；查明不实的改为无异议，属实的办理“未通过”"
        )


NOMINATION = (member_is_the_person, put_forward_once, notice_is_long_enough, notice_has_a_result)

"""The rules of nominations: who is meant, nobody twice, the public notice ran its course."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import notice_hangs_out
from app.records.profile import Profile
from app.subjects.office.honours.checks import member_is_the_person, once_a_year
from app.subjects.office.nominations.records import OPPOSED, Nomination, NominationStatus


def put_forward_once(nomination: Nomination) -> Iterator[Problem]:
    """The same title is sought for the same recipient once a year."""
    yield from once_a_year(nomination, Nomination.nominated_on, "推荐")


def notice_is_long_enough(nomination: Nomination) -> Iterator[Problem]:
    """A public notice hangs out for as many working days as the office has set."""
    yield from notice_hangs_out(nomination, Profile.nomination_days)


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

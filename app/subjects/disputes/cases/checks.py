"""The rules of dispute cases (domain 4.2 to 4.4 and 4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.records.base import Query
from app.records.profile import Profile, standard
from app.rules import regulations
from app.rules.case_numbers import known_number
from app.rules.dates import write_date
from app.rules.working_days import add_working_days
from app.subjects.disputes.cases.records import (
    ARBITRATION_DAYS,
    CLOSED,
    LIMIT_DAYS,
    MEETING,
    OPEN,
    TELL_AHEAD,
    TELLING,
    DisputeAgreement,
    DisputeCase,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
    arbitration_ends,
    rows_of,
)
from app.subjects.disputes.mediation.records import (
    UNPAID_WAGES,
    CaseStatus,
    Outcome,
    PartyKind,
    Performance,
    Role,
)

ANSWER_DAYS = 3  # working days in which an application is accepted or refused (企业劳动争议协商调解规定)
_LIMITATION_NEAR = 30
_HELD = (Outcome.AGREED.value, Outcome.FAILED.value)
"""Outcomes that nobody reaches without having met."""


def numbered_once(case: DisputeCase) -> Iterator[Problem]:
    """A case number stands on one file, leaves no gap (domain 4.7), and bears the year of acceptance."""
    if not case.case_no:
        return
    if same := duplicates(case, DisputeCase.case_no):
        yield Block(DisputeCase.case_no, f"这个案号已用于“{same[0]}”，请核对")
        return
    number = known_number(case.case_no)
    if number is None:
        return
    before = number.before
    if before and not DisputeCase.select().where(DisputeCase.case_no == str(before)).exists():
        yield Warn(DisputeCase.case_no, f"前一个案号{before}没有登记，请核对是否跳号")
    elif case.accepted_on and case.accepted_on.year != number.year:
        yield Warn(
            DisputeCase.case_no, f"{case.accepted_on.year}年受理的案件，案号是{number.year}年的，请核对"
        )


def two_mediators(case: DisputeCase) -> Iterator[Problem]:
    """Nobody assists himself."""
    if case.mediator_id is not None and case.second_mediator_id == case.mediator_id:
        yield Block(DisputeCase.second_mediator, "与调解员是同一人，请另选或不填")


def applicants_are_counted(case: DisputeCase) -> Iterator[Problem]:
    """No more people apply than the case concerns."""
    if case.people_count is None:
        return
    named = _parties(case, Role.APPLICANT).where(DisputeParty.kind == PartyKind.PERSON).count()
    if named > case.people_count:
        yield Warn(DisputeCase.people_count, f"申请人已登记 {named} 人，请核对")


def _parties(case: DisputeCase, role: Role) -> Query[DisputeParty]:
    return rows_of(DisputeParty, case).where(DisputeParty.role == role)


def both_sides_known(case: DisputeCase) -> Iterator[Problem]:
    """A case once in the file asks for its parties, which cannot be entered before it."""
    if case.id is None:
        return
    for problem in _missing_sides(case):
        yield Warn(problem.field, problem.sentence)


def _missing_sides(case: DisputeCase) -> Iterator[Problem]:
    for role, shown in (
        (Role.APPLICANT, DisputeCase.applicants),
        (Role.RESPONDENT, DisputeCase.respondents),
    ):
        if not _parties(case, role).exists():
            yield Block(shown, f"请在“当事人”中登记{role}")


def nothing_before_its_state(case: DisputeCase) -> Iterator[Problem]:
    """A case has no day of acceptance before it is accepted, and no end before it is closed (domain 4.4)."""
    if case.status not in (*OPEN, *CLOSED) and case.accepted_on is not None:
        yield Block(DisputeCase.accepted_on, f"案件状态是“{case.status}”，不应有受理日期；请办理“受理”")
    if case.status in CLOSED:
        return
    for field in (DisputeCase.outcome, DisputeCase.closed_on):
        if getattr(case, field.name):
            yield Block(field, f"案件状态是“{case.status}”，还不能填写；请办理“结案”")


def sessions_before_closing(case: DisputeCase) -> Iterator[Problem]:
    """Nobody meets over a case that is closed."""
    if case.closed_on is None:
        return
    later = rows_of(DisputeStep, case).where(DisputeStep.held_on > case.closed_on).first()
    if later is not None:
        yield Block(DisputeCase.closed_on, f"{write_date(later.held_on)}还有{later.kind}记录，请核对两个日期")


def answered_in_time(case: DisputeCase) -> Iterator[Problem]:
    """An application is accepted within three working days."""
    applied, accepted = case.applied_on, case.accepted_on
    if applied and accepted and accepted > applied + timedelta(days=ANSWER_DAYS):
        last = add_working_days(applied, ANSWER_DAYS).day
        if accepted > last:
            yield Warn(
                DisputeCase.accepted_on,
                f"超过申请后 {ANSWER_DAYS} 个工作日（{write_date(last)}），请核对",
                source=regulations.ACCEPTING.source,
            )


def closed_in_time(case: DisputeCase) -> Iterator[Problem]:
    """The body ends its mediation within 15 days of the acceptance; both may consent to more (order 17)."""
    if case.due_on is None:
        return
    if case.status in OPEN and case.due_on < date.today():
        yield Warn(
            DisputeCase.due_on,
            f"已超过受理后 {LIMIT_DAYS} 天的期限，请结案，或登记双方同意的延期",
            source=regulations.MEDIATION_LIMIT.source,
        )
    elif case.closed_on is not None and case.closed_on > case.due_on:
        days = (case.closed_on - case.due_on).days
        yield Warn(
            DisputeCase.closed_on,
            f"结案超过期限 {days} 天，双方同意延期的请登记延期",
            source=regulations.MEDIATION_LIMIT.source,
        )


def arbitration_is_told(case: DisputeCase) -> Iterator[Problem]:
    """No agreement within 15 days of the application: the parties may go to arbitration (law art. 14)."""
    opens = case.arbitration_open_on
    if opens is None or case.status not in (CaseStatus.REGISTERED, *OPEN) or opens > date.today():
        return
    told = rows_of(DisputeStep, case).where(
        DisputeStep.kind == TELLING, DisputeStep.held_on >= opens - TELL_AHEAD
    )
    if not told.exists():
        yield Warn(
            DisputeCase.arbitration_open_on,
            f"申请已满 {ARBITRATION_DAYS} 天未达成协议，请告知当事人可以申请仲裁，并登记“{TELLING}”",
            source=regulations.ARBITRATION_OPEN.source,
        )


def limitation_is_watched(case: DisputeCase) -> Iterator[Problem]:
    """Arbitration lapses a year after the party knew (unpaid wages while employed excepted): say so."""
    ends = arbitration_ends(case)
    if ends is not None and case.applied_on is not None and case.status not in CLOSED:
        left = (ends - case.applied_on).days
        excepted = "；在职期间拖欠劳动报酬的不受限制" if case.subcategory == UNPAID_WAGES else ""
        if left < 0:
            yield Warn(
                DisputeCase.known_on,
                f"申请时仲裁时效已过（{write_date(ends)}），请告知当事人{excepted}",
                source=regulations.LIMITATION.source,
            )
        elif left <= _LIMITATION_NEAR:
            yield Warn(
                DisputeCase.known_on,
                f"仲裁时效到{write_date(ends)}为止，请告知当事人{excepted}",
                source=regulations.LIMITATION.source,
            )


def agreed_with_agreement(case: DisputeCase) -> Iterator[Problem]:
    """A case mediated with success has its agreement, and its follow-up within a month."""
    if case.id is None or case.outcome != Outcome.AGREED:
        return
    if not rows_of(DisputeAgreement, case).exists():
        yield Warn(DisputeCase.outcome, "调解成功，请在“协议”中登记协议内容和金额")
    within = follow_up_within()
    late = case.closed_on is not None and case.closed_on + within < date.today()
    if late and not rows_of(DisputeFollowUp, case).exists():
        yield Warn(
            DisputeCase.closed_on,
            f"达成协议已超过 {within.days} 天，请回访履行情况",
            source=regulations.FOLLOWING.source,
        )


def follow_up_within() -> timedelta:
    """Return how long after an agreement its performance is asked after at the latest (domain 4.7)."""
    return timedelta(days=standard(Profile.follow_up_days))


def may_be_accepted(case: DisputeCase) -> Iterator[Problem]:
    """Only a case with both sides is accepted."""
    yield from _missing_sides(case)


def may_be_closed(case: DisputeCase) -> Iterator[Problem]:
    """Closing needs the sessions that were held, and after success the signed and sealed agreement."""
    meetings = rows_of(DisputeStep, case).where(DisputeStep.kind == MEETING)
    if case.outcome in _HELD and not meetings.exists():
        yield Block(DisputeCase.outcome, "还没有调解记录，请先在“调解记录”中登记")
        return
    if case.outcome != Outcome.AGREED:
        return
    agreements = list(rows_of(DisputeAgreement, case))
    if not agreements:
        yield Block(DisputeCase.outcome, "调解成功须有协议，请先在“协议”中登记协议内容和金额")
    elif not all(agreement.both_signed and agreement.body_signed for agreement in agreements):
        yield Block(
            DisputeCase.outcome,
            "协议须由双方签字盖章、调解员签名并加盖调解组织印章，请补齐后再结案",
            source=regulations.AGREEMENT.source,
        )


def was_followed_up(case: DisputeCase) -> Iterator[Problem]:
    """The step to 回访 needs a follow-up that was made."""
    if not rows_of(DisputeFollowUp, case).exists():
        yield Block(DisputeCase.outcome, "还没有回访，请先在“回访”中登记")


def may_be_archived(case: DisputeCase) -> Iterator[Problem]:
    """A case with an agreement is archived after its follow-up only."""
    if case.outcome == Outcome.AGREED:
        yield from was_followed_up(case)
    waiting = rows_of(DisputeAgreement, case).where(DisputeAgreement.performance == Performance.WAITING)
    if waiting.exists():
        yield Warn(DisputeCase.outcome, "协议还是“待履行”，请核对履行情况")


CASE = (
    numbered_once,
    two_mediators,
    applicants_are_counted,
    both_sides_known,
    nothing_before_its_state,
    sessions_before_closing,
    answered_in_time,
    closed_in_time,
    arbitration_is_told,
    limitation_is_watched,
    agreed_with_agreement,
)

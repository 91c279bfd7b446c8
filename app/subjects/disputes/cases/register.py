"""Labour disputes: parties, sessions, agreements, and the way from application to archive (domain 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from peewee import ColumnBase, fn

from app.records.retention import Retained
from app.register import Child, Condition, Listed, Register, Retention, Section, State, Step
from app.rules.dates import write_date
from app.subjects.disputes.cases import checks, letters, notices
from app.subjects.disputes.cases.attorney import ATTORNEY
from app.subjects.disputes.cases.counts import DISPUTE_COUNTS
from app.subjects.disputes.cases.due import cases_due
from app.subjects.disputes.cases.file import DISPUTE_BACK, DISPUTE_CONTENTS, DISPUTE_COVER, DISPUTE_FILE
from app.subjects.disputes.cases.forms import DISPUTE_CLOSING, DISPUTE_INTAKE, DISPUTE_VISIT
from app.subjects.disputes.cases.inquiry import INQUIRIES
from app.subjects.disputes.cases.lists import DISPUTE_BOOK
from app.subjects.disputes.cases.records import (
    OPEN,
    DisputeAgreement,
    DisputeCase,
    DisputeExtension,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
    limit_left,
    next_case_no,
    open_to_arbitration,
)
from app.subjects.disputes.cases.service import SERVICE
from app.subjects.disputes.mediation.records import CaseStatus, Outcome, PartyKind, Role
from app.subjects.disputes.proceedings.register import AGREEMENTS, EXTENSIONS, FOLLOWUPS, PARTIES, STEPS

_SOON = timedelta(days=7)
_WHEN_ACCEPTED = (DisputeCase.mediator, DisputeCase.accepted_on, DisputeCase.case_no)
_WHEN_CLOSED = (*_WHEN_ACCEPTED, DisputeCase.outcome, DisputeCase.closed_on)


def _number(case: DisputeCase) -> None:
    """A case gets its number when it is accepted, unless it was given one before."""
    case.case_no = case.case_no or next_case_no(case)


def _after_import(case: DisputeCase, given: frozenset[str]) -> None:
    """Set the state that follows from the days and the outcome; lists of cases seldom have a column of it."""
    if "status" not in given:
        if case.archived_on is not None:
            case.status = CaseStatus.ARCHIVED.value
        elif case.outcome or case.closed_on is not None:
            case.status = CaseStatus.CLOSED.value
        elif case.accepted_on is not None:
            case.status = CaseStatus.MEDIATING.value
        elif case.refuse_reason:
            case.status = CaseStatus.REFUSED.value
    if case.accepted_on is not None:
        _number(case)


def _parties(role: Role) -> Callable[[str], list[dict[str, object]]]:
    """Return what reads the parties of a side from the cell of a case book."""

    def read(text: str) -> list[dict[str, object]]:
        from app.rules.parties import (
            read_parties,
        )  # its patterns take as long to compile as ten forms to make

        return [
            {
                "role": role.value,
                "kind": (PartyKind.UNIT if party.is_unit else PartyKind.PERSON).value,
                "name": DisputeParty.name.parse(party.name),
                "remark": party.note or None,
            }
            for party in read_parties(text)
        ]

    return read


def _people(text: str) -> dict[str, object]:
    """Return how many people a case concerns, where the cell of its applicants says so: 王五等12人."""
    from app.rules.parties import people_told  # as above

    people = people_told(text)
    return {} if people is None else {DisputeCase.people_count.name: people}


def _headline(case: DisputeCase) -> str:
    """Say from when the parties may go to arbitration and how many of the body's days are left.

    Of a case that has ended, how; then its number and the other side.
    """
    ends = ""
    if case.due_on and (left := limit_left(case, date.today())):
        opens = f"{write_date(case.arbitration_open_on)}起可申请仲裁　" if case.arbitration_open_on else ""
        ends = f"{opens}{write_date(case.due_on)}到期（{left}）"
    elif case.outcome and case.closed_on:
        ends = f"{write_date(case.closed_on)}{case.outcome}"
    parts = [ends, case.case_no or case.serial_no, case.respondents]
    return "　".join(part for part in parts if part)


def _overdue() -> ColumnBase:
    return DisputeCase.status.in_(OPEN) & (DisputeCase.due_on < date.today())


def _due_soon() -> ColumnBase:
    today = date.today()
    return DisputeCase.status.in_(OPEN) & DisputeCase.due_on.between(today, today + _SOON)


def _open_to_arbitration() -> ColumnBase:
    return open_to_arbitration(date.today())


def _not_followed_up() -> ColumnBase:
    """Agreements after which nobody asked in time (domain 4.7)."""
    old = DisputeCase.closed_on < date.today() - checks.follow_up_within()
    visits = DisputeFollowUp.alive().where(DisputeFollowUp.case == DisputeCase.id)
    unvisited: ColumnBase = ~fn.EXISTS(visits)
    return (DisputeCase.outcome == Outcome.AGREED) & old & unvisited


DISPUTES = Register(
    "disputes",
    "争议案件",
    DisputeCase,
    columns=(
        DisputeCase.case_no,
        DisputeCase.applicants,
        DisputeCase.respondents,
        DisputeCase.arbitration_open_on,
        DisputeCase.limit,
        DisputeCase.status,
    ),
    sections=(
        Section(
            "申请",
            DisputeCase.applied_on,
            DisputeCase.apply_mode,
            DisputeCase.referred_by,
            DisputeCase.source,
            DisputeCase.applicants,
            DisputeCase.respondents,
            DisputeCase.people_count,
            DisputeCase.migrant_count,
            DisputeCase.is_collective,
            DisputeCase.representatives,
            DisputeCase.category,
            DisputeCase.subcategory,
            DisputeCase.claim_amount,
            DisputeCase.known_on,
            DisputeCase.arbitration_until,
            DisputeCase.claims,
            DisputeCase.facts,
        ),
        Section(
            "办理",
            DisputeCase.body,
            DisputeCase.mediator,
            DisputeCase.second_mediator,
            DisputeCase.accepted_on,
            DisputeCase.refuse_reason,
            DisputeCase.arbitration_open_on,
            DisputeCase.due_on,
            DisputeCase.limit,
            DisputeCase.sessions,
            DisputeCase.outcome,
            DisputeCase.closed_on,
            DisputeCase.outcome_note,
            DisputeCase.archived_on,
            DisputeCase.filed_by,
            DisputeCase.retention,
            DisputeCase.pages,
            DisputeCase.case_no,
            DisputeCase.serial_no,
            DisputeCase.status,
            DisputeCase.handled_by,
            DisputeCase.remark,
        ),
    ),
    filters=(
        DisputeCase.status,
        DisputeCase.accepted_on,
        DisputeCase.outcome,
        DisputeCase.category,
        DisputeCase.subcategory,
        DisputeCase.source,
        DisputeCase.mediator,
        DisputeCase.is_collective,
        Condition("已超期", _overdue),
        Condition("七天内到期", _due_soon, usual=True),
        Condition("可申请仲裁", _open_to_arbitration, usual=True),
        Condition("应回访未回访", _not_followed_up),
    ),
    search=(
        DisputeCase.case_no,
        DisputeCase.applicants,
        DisputeCase.respondents,
        DisputeCase.serial_no,
        DisputeCase.claims,
        DisputeCase.facts,
    ),
    checks=checks.CASE,
    children=(
        Child(
            PARTIES,
            DisputeParty.case,
            listed=(
                Listed(DisputeCase.applicants, _parties(Role.APPLICANT), _people),
                Listed(DisputeCase.respondents, _parties(Role.RESPONDENT)),
            ),
        ),
        Child(STEPS, DisputeStep.case),
        Child(EXTENSIONS, DisputeExtension.case),
        Child(AGREEMENTS, DisputeAgreement.case),
        Child(FOLLOWUPS, DisputeFollowUp.case),
    ),
    steps=(
        Step(
            "受理",
            (CaseStatus.REGISTERED,),
            CaseStatus.ACCEPTED,
            asks=(DisputeCase.accepted_on, DisputeCase.mediator),
            guard=checks.may_be_accepted,
            prepare=_number,
        ),
        Step(
            "不予受理",
            (CaseStatus.REGISTERED,),
            CaseStatus.REFUSED,
            asks=(DisputeCase.refuse_reason,),
            usual=False,
        ),
        Step("开始调解", (CaseStatus.ACCEPTED,), CaseStatus.MEDIATING),
        Step(
            "结案",
            (CaseStatus.MEDIATING,),
            CaseStatus.CLOSED,
            asks=(DisputeCase.outcome, DisputeCase.closed_on),
            guard=checks.may_be_closed,
        ),
        Step("登记回访", (CaseStatus.CLOSED,), CaseStatus.FOLLOWED, guard=checks.was_followed_up),
        Step(
            "归档",
            (CaseStatus.FOLLOWED, CaseStatus.CLOSED),
            CaseStatus.ARCHIVED,
            asks=(
                DisputeCase.archived_on,
                DisputeCase.filed_by,
                DisputeCase.retention,
                DisputeCase.pages,
            ),
            guard=checks.may_be_archived,
        ),
    ),
    prints=(
        DISPUTE_BOOK,
        DISPUTE_COUNTS,
        DISPUTE_INTAKE,
        letters.APPLICATION,
        notices.REFUSAL,
        notices.RIGHTS,
        ATTORNEY,
        notices.SUMMONS,
        SERVICE,
        INQUIRIES,
        letters.MINUTES,
        letters.AGREEMENT,
        letters.OPINION,
        notices.ENDING,
        DISPUTE_VISIT,
        DISPUTE_CLOSING,
        DISPUTE_COVER,
        DISPUTE_CONTENTS,
        DISPUTE_BACK,
        DISPUTE_FILE,
    ),
    order=(DisputeCase.applied_on.desc(), DisputeCase.id.desc()),
    status=DisputeCase.status,
    states=(
        State(CaseStatus.REGISTERED, "warn", needs=(DisputeCase.mediator,)),
        State(CaseStatus.ACCEPTED, "info", needs=_WHEN_ACCEPTED),
        State(CaseStatus.REFUSED, "bad", needs=(DisputeCase.refuse_reason,)),
        State(CaseStatus.MEDIATING, "info", needs=_WHEN_ACCEPTED),
        State(CaseStatus.CLOSED, "good", needs=_WHEN_CLOSED),
        State(CaseStatus.FOLLOWED, "good", needs=_WHEN_CLOSED),
        State(CaseStatus.ARCHIVED, "quiet", needs=(*_WHEN_CLOSED, DisputeCase.archived_on)),
    ),
    headline=_headline,
    unit="起",
    sums=(DisputeCase.people_count, DisputeCase.claim_amount),
    after_import=_after_import,
    due=cases_due,
    retention=Retention(Retained.DISPUTES, DisputeCase.closed_on),
)

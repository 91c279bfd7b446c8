"""The rules of what belongs to a dispute case: parties, sessions, agreements, follow-ups (domain 4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peewee import Value

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import differ, duplicates, first
from app.rules.dates import write_date
from app.rules.names import are_several
from app.subjects.disputes.cases.records import (
    CLOSED,
    OPEN,
    DisputeAgreement,
    DisputeCase,
    DisputeExtension,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
)
from app.subjects.disputes.mediation.records import (
    CONFIRMED,
    PAYABLE,
    CaseStatus,
    Outcome,
    PartyKind,
    Performance,
    Role,
)
from app.subjects.unions.enterprises.records import Enterprise

_WITH_AGREEMENT = (Outcome.AGREED.value, Outcome.SETTLED.value)
_SIDES = (Role.APPLICANT, Role.RESPONDENT)


def case_of(
    row: DisputeParty | DisputeStep | DisputeAgreement | DisputeExtension | DisputeFollowUp,
) -> DisputeCase | None:
    """Return the case a row belongs to; None for a row without one."""
    return DisputeCase.get_or_none(DisputeCase.id == row.case_id) if row.case_id else None


def party_can_be_reached(party: DisputeParty) -> Iterator[Problem]:
    """An applicant has an ID number or a phone (domain 4.7); a unit has somebody who stands for it."""
    if party.kind == PartyKind.PERSON and party.role == Role.APPLICANT:
        if not party.id_number and not party.phone:
            yield Block(DisputeParty.phone, "申请人的身份证号和电话至少填一项")
        elif not party.id_number:
            yield Warn(DisputeParty.id_number, "请补填身份证号，卷宗须附身份证明")
        elif not party.phone:
            yield Warn(DisputeParty.phone, "请补填电话，便于通知和回访")
        if not party.sex:
            yield Block(DisputeParty.sex, "请填写申请人的性别")
    if party.kind == PartyKind.UNIT and party.role in _SIDES and not party.legal_rep:
        yield Warn(DisputeParty.legal_rep, "请填写单位的法定代表人或负责人")


def person_is_one(party: DisputeParty) -> Iterator[Problem]:
    """A person is one: a list of them would be summoned, served and counted as one."""
    if party.kind == PartyKind.PERSON and party.name and are_several(party.name):
        yield Block(DisputeParty.name, "写了几个人，一条只记一人，请分成几条填写")


def party_stands_once(party: DisputeParty) -> Iterator[Problem]:
    """Nobody stands twice in a case, least of all on both sides."""
    if party.case_id is None or not party.name:
        return
    same = duplicates(party, DisputeParty.case, DisputeParty.name)
    if party.id_number:
        same = [one for one in same if one.id_number in (party.id_number, None)]
    if not same:
        return
    twin = min(same, key=lambda one: differ(one, party, DisputeParty.phone))  # who is not told apart first
    if party.kind == PartyKind.PERSON and differ(twin, party, DisputeParty.phone):
        yield Warn(DisputeParty.name, f"这个案件中已有同名的{twin.role}，请确认不是同一人，并补填身份证号")
    else:
        yield Block(DisputeParty.name, f"这个案件中已登记为{twin.role}，请核对；同名的另一人请填身份证号")


def unit_is_registered(party: DisputeParty) -> Iterator[Problem]:
    """A unit is one of the enterprise register (domain 4.7); a name that is nearly one's is doubtful."""
    if party.kind != PartyKind.UNIT or not party.name or party.enterprise_id is not None:
        return
    name = Enterprise.name.parse(party.name)
    within = Enterprise.name.contains(name) | Value(name).contains(Enterprise.name)
    if (near := first(Enterprise.alive().where(within))) is not None:
        yield Warn(DisputeParty.name, f"企业台账中有“{near.name}”，是同一单位的请写全称")
    elif party.role == Role.RESPONDENT:
        yield Warn(DisputeParty.name, "企业台账中没有这个单位，请核对全称，或先登记企业")


def step_within_case(step: DisputeStep) -> Iterator[Problem]:
    """Steps lie between application and closing; nobody mediates before the acceptance."""
    case = case_of(step)
    if case is None or step.held_on is None:
        return
    if case.applied_on and step.held_on < case.applied_on:
        yield Block(DisputeStep.held_on, f"早于申请日期（{write_date(case.applied_on)}），请核对")
    elif case.accepted_on and step.held_on < case.accepted_on and step.kind == "调解":
        yield Warn(DisputeStep.held_on, f"早于受理日期（{write_date(case.accepted_on)}），请核对")
    if case.closed_on and step.held_on > case.closed_on:
        yield Block(DisputeStep.held_on, f"案件已于{write_date(case.closed_on)}结案，请核对")


def extension_is_agreed(extension: DisputeExtension) -> Iterator[Problem]:
    """The limit is extended by consent of both, for a case under way, before it has run out."""
    if not extension.both_agree:
        yield Block(DisputeExtension.both_agree, "须双方同意才能延期，请取得同意后登记")
    case = case_of(extension)
    if case is None or extension.agreed_on is None:
        return
    if case.status not in (*OPEN, *CLOSED):
        yield Block(DisputeExtension.case, "案件尚未受理，不能延期")
    elif case.closed_on and extension.agreed_on > case.closed_on:
        yield Block(DisputeExtension.agreed_on, f"案件已于{write_date(case.closed_on)}结案，请核对")
    elif extension.id is None and case.due_on and extension.agreed_on > case.due_on:
        yield Warn(DisputeExtension.agreed_on, f"期限已于{write_date(case.due_on)}届满，请核对")


def agreement_fits_case(agreement: DisputeAgreement) -> Iterator[Problem]:
    """An agreement is made after the acceptance, up to the closing, and in a case that ended so."""
    case = case_of(agreement)
    if case is None:
        return
    if case.status in (CaseStatus.REGISTERED, CaseStatus.REFUSED):
        yield Block(DisputeAgreement.case, "案件没有受理，不能登记协议")
    elif case.outcome and case.outcome not in _WITH_AGREEMENT:
        yield Block(DisputeAgreement.case, f"案件以“{case.outcome}”结案，不应有协议，请核对")
    if agreement.signed_on is not None:
        if case.accepted_on and agreement.signed_on < case.accepted_on:
            yield Block(DisputeAgreement.signed_on, f"早于受理日期（{write_date(case.accepted_on)}），请核对")
        if case.closed_on and agreement.signed_on > case.closed_on:
            yield Block(DisputeAgreement.signed_on, f"晚于结案日期（{write_date(case.closed_on)}），请核对")
    if agreement.amount and case.claim_amount and agreement.amount > case.claim_amount:
        claimed = DisputeCase.claim_amount.format(case.claim_amount)
        yield Warn(DisputeAgreement.amount, f"多于争议金额 {claimed} 元，请核对")


def performance_is_in_time(agreement: DisputeAgreement) -> Iterator[Problem]:
    """Who has not performed by the last day is urged, then the other is told of the way on (domain 4.2).

    That is arbitration (劳动争议调解仲裁法 art. 15), for wages, injury and compensation also a payment order
    (art. 16); what a court or an arbitration body has confirmed is enforced by the court.
    """
    waiting = agreement.performance != Performance.DONE
    if waiting and agreement.perform_by and agreement.perform_by < date.today():
        yield Warn(
            DisputeAgreement.performance, f"履行期限已过，请督促履行；仍不履行的，告知{_way_on(agreement)}"
        )


def _way_on(agreement: DisputeAgreement) -> str:
    if agreement.confirmation in CONFIRMED:
        return "另一方可以向法院申请强制执行"
    case = case_of(agreement)
    if case is not None and case.category == PAYABLE:
        return "另一方可以申请仲裁，也可以凭协议向法院申请支付令"
    return "另一方可以申请仲裁"


def follow_up_fits_case(visit: DisputeFollowUp) -> Iterator[Problem]:
    """Only what is closed is followed up (domain 4.7)."""
    case = case_of(visit)
    if case is None:
        return
    if case.status not in CLOSED:
        yield Block(DisputeFollowUp.case, "案件还没有结案，不能登记回访")
    elif visit.visited_on and case.closed_on and visit.visited_on < case.closed_on:
        yield Block(DisputeFollowUp.visited_on, f"早于结案日期（{write_date(case.closed_on)}），请核对")

"""The sample office's labour disputes: twenty accepted from April 2011 on, and those of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.keeping import keeping
from app.rules.case_numbers import CaseNumber
from app.rules.working_days import add_working_days
from app.sample.dispute_topics import NOTES, OUTCOMES_2010, OUTCOMES_2011, TOPICS, Topic
from app.sample.enterprises import AIDED_UNITS
from app.sample.names import HOME_AREA, LOCAL_AREAS, REMOTE_AREAS
from app.sample.office import Staff
from app.sample.people import Inventor
from app.subjects.disputes.cases.records import (
    LIMIT_DAYS,
    MEETING,
    DisputeAgreement,
    DisputeCase,
    DisputeExtension,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
)
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.disputes.mediation.records import (
    CaseStatus,
    MediationBody,
    Mediator,
    Outcome,
    PartyKind,
    Role,
)
from app.subjects.disputes.mediation.register import BODIES, MEDIATORS
from app.subjects.disputes.proceedings.register import AGREEMENTS, EXTENSIONS, FOLLOWUPS, PARTIES, STEPS

_WORD = "泰劳调字"
_ROOM = "劳动争议人民调解工作室"
_YEARS = ((OUTCOMES_2010, date(2010, 4, 6), 10), (OUTCOMES_2011, date(2011, 4, 6), 8))
"""How the cases of a year ended, the first application, and the working days from one to the next."""
_EXTENDED = 4  # the position of a case that took longer, by consent of both
_TALKED_OVER = (Outcome.AGREED, Outcome.SETTLED, Outcome.FAILED, Outcome.ARBITRATION)
_ARCHIVED_BEFORE = date(2011, 9, 1)
_REFUSED_ON, _WAITING_ON = date(2011, 11, 15), date(2011, 12, 29)


@dataclass(frozen=True)
class _Bureau:
    """Who handles the cases."""

    inventor: Inventor
    staff: Staff
    body: MediationBody
    mediators: tuple[Mediator, Mediator]


def enter_disputes(inventor: Inventor, staff: Staff) -> None:
    """Enter the committee and its workroom, the mediators, and the cases of 2010 and 2011."""
    bureau = _establish(inventor, staff)
    for outcomes, first, every in _YEARS:
        for position, outcome in enumerate(outcomes):
            _enter(bureau, position, add_working_days(first, every * position).day, outcome)
    refused = _application(bureau, TOPICS[5], _REFUSED_ON)
    refused.status = CaseStatus.REFUSED.value
    refused.refuse_reason = "申请人已申请劳动仲裁，不再重复受理"
    _save_with_parties(bureau, refused, TOPICS[5], 3)
    _save_with_parties(bureau, _application(bureau, TOPICS[0], _WAITING_ON), TOPICS[0], 5)


def _establish(inventor: Inventor, staff: Staff) -> _Bureau:
    kind, address = "基层人民调解组织", "泰祥小区1号底楼"
    shared = {"kind": kind, "case_word": _WORD, "address": address, "phone": "021-60000013"}
    committee = MediationBody(
        name="泰祥社区劳动争议人民调解委员会", form="调解委员会", founded_on=date(2010, 3, 26), **shared
    )
    room = MediationBody(name=f"泰祥社区{_ROOM}", form="调解工作室", founded_on=date(2011, 4, 1), **shared)
    keeping.save(BODIES, committee)
    keeping.save(BODIES, room)
    people = [inventor.person(sex, range(1958, 1972), HOME_AREA) for sex in "女男"]
    first, second = (
        keeping.save(
            MEDIATORS,
            Mediator(
                name=person.name, body=room, post=post, mobile=person.mobile, appointed_on=date(2010, 4, 1)
            ),
        )
        for person, post in zip(people, ("专职调解员", "劳动关系协调员"), strict=True)
    )
    return _Bureau(inventor, staff, committee, (first, second))


def _enter(bureau: _Bureau, position: int, applied_on: date, outcome: Outcome) -> None:
    """Enter a case that was accepted and closed, with all that belongs to it."""
    topic = TOPICS[position % len(TOPICS)]
    case = _application(bureau, topic, applied_on)
    case.accepted_on = add_working_days(applied_on, bureau.inventor.random.randint(0, 2)).day
    case.case_no = str(CaseNumber(applied_on.year, _WORD, position + 1))
    taken = 14 if position == _EXTENDED else bureau.inventor.random.randint(3, 8)
    case.outcome, case.outcome_note = outcome.value, NOTES.get(outcome)
    case.closed_on = add_working_days(case.accepted_on, taken).day
    _set_final_status(case)
    _save_with_parties(bureau, case, topic, position)
    _enter_steps(case, outcome)
    if (case.closed_on - case.accepted_on).days > LIMIT_DAYS:
        agreed_on = case.accepted_on + timedelta(days=10)
        extension = DisputeExtension(case=case, agreed_on=agreed_on, days=10, both_agree=True)
        extension.reason = "双方要求补充考勤和工资凭证"
        keeping.save(EXTENSIONS, extension)
    if outcome == Outcome.AGREED:
        _enter_agreement(bureau, case)


def _application(bureau: _Bureau, topic: Topic, applied_on: date) -> DisputeCase:
    chance = bureau.inventor.random
    first, second = bureau.mediators
    claim = chance.choice(topic.claim) * 100
    return DisputeCase(
        applied_on=applied_on,
        apply_mode=chance.choice(("书面", "书面", "口头")),
        source="企业求助" if topic.by_unit else "当事人申请",
        body=bureau.body,
        mediator=first,
        second_mediator=second if topic.people > 1 else None,
        people_count=topic.people,
        migrant_count=chance.choice((topic.people, topic.people, 0)),
        category=topic.category,
        subcategory=topic.subcategory,
        claim_amount=claim or None,
        claims=topic.claims,
        facts=topic.facts,
        known_on=applied_on - timedelta(days=chance.randint(20, 200)),
        handled_by=bureau.staff.clerk,
    )


def _set_final_status(case: DisputeCase) -> None:
    """Set the state a closed case has reached by the end of 2011: filed away, followed up, or closed."""
    if case.closed_on is not None and case.closed_on < _ARCHIVED_BEFORE:
        case.status = CaseStatus.ARCHIVED.value
        case.archived_on = add_working_days(case.closed_on, 25).day
        case.filed_by, case.retention = case.handled_by, "10年"
    else:
        agreed = case.outcome == Outcome.AGREED
        case.status = (CaseStatus.FOLLOWED if agreed else CaseStatus.CLOSED).value


def _save_with_parties(bureau: _Bureau, case: DisputeCase, topic: Topic, position: int) -> None:
    """Save a case between a worker and an enterprise of the community."""
    invent, chance = bureau.inventor, bureau.inventor.random
    unit = AIDED_UNITS[position * 5 % len(AIDED_UNITS)]
    area = chance.choice(list(REMOTE_AREAS if case.migrant_count else LOCAL_AREAS))
    worker = invent.person(chance.choice("男女"), range(1962, 1990), area)
    asks, answers = (Role.RESPONDENT, Role.APPLICANT) if topic.by_unit else (Role.APPLICANT, Role.RESPONDENT)
    if topic.people > 1:
        case.representatives = worker.name
    keeping.save(DISPUTES, case)
    person = DisputeParty(
        case=case,
        role=asks.value,
        kind=PartyKind.PERSON.value,
        name=worker.name,
        id_number=worker.id_number,
        ethnicity=worker.ethnicity,
        employer=unit.name,
        phone=worker.mobile,
    )
    against = DisputeParty(case=case, role=answers.value, kind=PartyKind.UNIT.value, name=unit.name)
    against.legal_rep = _head_of(invent, unit.name)
    against.employer = unit.block
    for party in (person, against) if asks == Role.APPLICANT else (against, person):
        keeping.save(PARTIES, party)


def _head_of(inventor: Inventor, unit: str) -> str:
    """Return the head of a unit: the same in each of its cases."""
    before = DisputeParty.alive().where(DisputeParty.name == unit).first()
    if before is not None and before.legal_rep:
        return before.legal_rep
    return inventor.person("男", range(1955, 1972), HOME_AREA).name


def _enter_steps(case: DisputeCase, outcome: Outcome) -> None:
    notice = DisputeStep(case=case, held_on=case.accepted_on, kind="告知权利义务", place=_ROOM)
    notice.present, notice.record = "双方当事人、调解员", "告知双方权利义务和十五天的调解期限。"
    keeping.save(STEPS, notice)
    if outcome not in _TALKED_OVER:
        return
    words = {Outcome.AGREED: "双方达成协议，当场签字。", Outcome.SETTLED: "双方各让一步，自行和解。"}
    meeting = DisputeStep(case=case, held_on=case.closed_on, kind=MEETING, place=_ROOM)
    meeting.present = "双方当事人、调解员"
    meeting.record = words.get(outcome, "双方分歧较大，未能达成协议。")
    keeping.save(STEPS, meeting)


def _enter_agreement(bureau: _Bureau, case: DisputeCase) -> None:
    case = DisputeCase.get_by_id(case.id)  # by now it knows its parties
    assert case.closed_on is not None
    perform_by = case.closed_on + timedelta(days=20)
    performed_on = add_working_days(case.closed_on, 8).day
    amount = (case.claim_amount or 0) * 9 // 10 // 100_00 * 100_00
    agreement = DisputeAgreement(case=case, signed_on=case.closed_on, amount=amount, perform_by=perform_by)
    agreement.terms = f"{case.respondents}一次付给{case.applicants}，双方再无争议。"
    agreement.both_signed = agreement.body_signed = True
    agreement.performance, agreement.performed_on, agreement.performed_amount = "已履行", performed_on, amount
    keeping.save(AGREEMENTS, agreement)
    visited_on = add_working_days(performed_on, 5).day
    visit = DisputeFollowUp(case=case, visited_on=visited_on, mode="电话", satisfaction="满意")
    visit.party, visit.findings, visit.visited_by = "双方", "协议已全部履行", bureau.mediators[0].name
    keeping.save(FOLLOWUPS, visit)

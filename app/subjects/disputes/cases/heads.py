"""How a labour dispute is told on paper: its sides, its matter, the body that handles it."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from app.printing.filling import Filling
from app.printing.heads import BLANK_DATE
from app.printing.layout import PrintRequest
from app.printing.letter import BLANK, Passage, body, or_blank
from app.records.base import Query
from app.records.profile import office_name
from app.rules.dates import age_on, write_date
from app.subjects.disputes.cases.lists import CASES
from app.subjects.disputes.cases.records import (
    DisputeAgreement,
    DisputeCase,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
    OfCase,
    rows_of,
)
from app.subjects.disputes.mediation.records import CATEGORIES, SUBCATEGORIES, MediationBody, PartyKind, Role

_SIGNED = "（签名或者盖章）："
BOTH_SIGN = (f"申请人{_SIGNED}", f"被申请人{_SIGNED}")
_MANY, _ELECTED = 10, 5  # so many may elect three to five to act for them (劳动争议调解仲裁法, art. 7)
_LIKELY = {Role.APPLICANT: PartyKind.PERSON, Role.RESPONDENT: PartyKind.UNIT}


def rows_asked(model: type[OfCase], request: PrintRequest) -> Query[OfCase]:
    """Select the rows of a kind that belong to the cases asked for."""
    asked = CASES(request).select(DisputeCase.id).order_by()
    return model.alive().where(model.case.in_(asked)).order_by(model.case, model.id)


def case_of(row: DisputeParty | DisputeStep | DisputeAgreement | DisputeFollowUp) -> DisputeCase:
    """Return the case of a row, an empty one for the row of a blank form."""
    if row.case_id is None:
        return DisputeCase(**dict.fromkeys(DisputeCase.described()))
    case: DisputeCase = row.case
    return case


def side(case: DisputeCase, role: Role) -> list[DisputeParty]:
    """Return who stands on a side; nobody by name where none was entered."""
    parties = list(rows_of(DisputeParty, case).where(DisputeParty.role == role))
    return parties or [DisputeParty(role=role.value, kind=_LIKELY[role].value)]


def names(case: DisputeCase) -> str:
    """Return the names of both sides, the applicants first; nothing for a blank letter."""
    return "、".join(name for name in (case.applicants, case.respondents) if name)


def all_sign(case: DisputeCase) -> tuple[tuple[str, ...], ...]:
    """Return a line to sign on for each party: both sides beside each other, then third parties."""
    sides = (_to_sign(role, len(side(case, role))) for role in (Role.APPLICANT, Role.RESPONDENT))
    third = rows_of(DisputeParty, case).where(DisputeParty.role == Role.THIRD).count()
    return (*zip_longest(*sides, fillvalue=""), *((one,) for one in _to_sign(Role.THIRD, third)))


def _to_sign(role: Role, number: int) -> list[str]:
    return [f"{role}{_SIGNED}"] * (number if number < _MANY else _ELECTED)


def parties(case: DisputeCase) -> tuple[Passage, ...]:
    """Return a paragraph for each of those who stand on a side, and for third parties."""
    third = rows_of(DisputeParty, case).where(DisputeParty.role == Role.THIRD)
    everybody = (*side(case, Role.APPLICANT), *side(case, Role.RESPONDENT), *third)
    return tuple(body(introduced(party, case)) for party in everybody)


def introduced(party: DisputeParty, case: DisputeCase, *, agent: bool = True) -> str:
    """Say who a party is, with blanks for what is not known; who acts for the party, too, unless unwanted."""
    value = Filling(party, full_ids=True).value
    facts = [f"{party.role or BLANK * 3}：{or_blank(party.name, 6)}"]
    if party.kind == PartyKind.UNIT:
        facts.append(f"法定代表人（负责人）{or_blank(party.legal_rep, 6)}")
        facts.append(f"地址{or_blank(party.employer, 12)}")
    else:
        facts.append(or_blank(value(DisputeParty.sex), 2))
        facts.append(f"{age(party, case) or BLANK * 2}岁")
        facts += [text for text in (value(DisputeParty.ethnicity),) if text]
        facts.append(f"身份证号{or_blank(value(DisputeParty.id_number), 11)}")
        facts.append(f"单位或住址{or_blank(party.employer, 10)}")
        facts += [f"任{party.post}"] if party.post else []
    facts.append(f"电话{or_blank(value(DisputeParty.phone), 6)}")
    if party.agent and agent:
        agent_phone = value(DisputeParty.agent_phone)
        facts.append(f"委托代理人{party.agent}" + (f"（电话{agent_phone}）" if agent_phone else ""))
    return "，".join(facts) + "。"


def age(party: DisputeParty, case: DisputeCase) -> str:
    """Return how old a party was when mediation was applied for."""
    return str(age_on(party.birth_date, case.applied_on)) if party.birth_date and case.applied_on else ""


def matter(case: DisputeCase) -> str:
    """Name what the quarrel is about, e.g. 加班费争议; nothing for a blank letter."""
    fine = case.subcategory if case.subcategory != SUBCATEGORIES[-1] else None
    if fine or case.category not in (None, CATEGORIES[-1]):
        return f"{fine or case.category}争议"
    return "劳动争议" if case.category else ""


def body_name(case: DisputeCase) -> str:
    """Return the body that mediates; where none was chosen the office's first, else the office."""
    chosen = case.body or MediationBody.alive().order_by(MediationBody.id).first()
    return chosen.name if chosen is not None else office_name()


def mediators(case: DisputeCase) -> str:
    """Return the names of those who mediate; nothing for a blank letter."""
    both = (case.mediator, case.second_mediator)
    return "、".join(mediator.name for mediator in both if mediator is not None)


def seal_of(case: DisputeCase, day: date | None = None) -> tuple[str, str]:
    """Return what stands under the seal: the body, and the day or the room for it."""
    return or_blank(body_name(case), 14), write_date(day) if day else BLANK_DATE


def number_of(case: DisputeCase) -> str:
    """Return the case's number, or the room for it."""
    return case.case_no or "（　　　　）　　　字第　　　号"

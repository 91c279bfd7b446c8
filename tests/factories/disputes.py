"""Invented labour disputes; a test names only the values that it is about."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from app.keeping import keeping
from app.subjects.disputes.cases.records import (
    DisputeAgreement,
    DisputeCase,
    DisputeExtension,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
)
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.disputes.mediation.records import MediationBody, Mediator
from app.subjects.disputes.mediation.register import BODIES, MEDIATORS
from app.subjects.disputes.proceedings.register import AGREEMENTS, EXTENSIONS, FOLLOWUPS, PARTIES, STEPS
from app.subjects.disputes.supervision.records import SupervisionLetter
from app.subjects.disputes.supervision.register import SUPERVISION
from tests.factories.people import person_name, resident_id

_numbers = count(1)
IN_STATE: dict[str, dict[str, object]] = {
    "登记": {},
    "不予受理": {"refuse_reason": "不属于劳动争议"},
    "受理": {"accepted_on": date(2011, 4, 6)},
    "调解中": {"accepted_on": date(2011, 4, 6)},
    "结案": {"accepted_on": date(2011, 4, 6), "outcome": "撤回申请", "closed_on": date(2011, 4, 15)},
    "回访": {"accepted_on": date(2011, 4, 6), "outcome": "撤回申请", "closed_on": date(2011, 4, 15)},
    "归档": {
        "accepted_on": date(2011, 4, 6),
        "outcome": "撤回申请",
        "closed_on": date(2011, 4, 15),
        "archived_on": date(2011, 6, 1),
    },
}
"""What a case of each state says beside what all cases say."""


def make_body(**values: object) -> MediationBody:
    """Save a mediation committee."""
    defaults = {
        "name": f"第{next(_numbers)}社区劳动争议人民调解委员会",
        "form": "调解委员会",
        "kind": "基层人民调解组织",
        "case_word": "泰劳调字",
    }
    return keeping.save(BODIES, MediationBody(**(defaults | values)))


def make_mediator(**values: object) -> Mediator:
    """Save a mediator."""
    defaults = {"name": person_name(), "appointed_on": date(2011, 4, 1)}
    return keeping.save(MEDIATORS, Mediator(**(defaults | values)))


def new_case(status: str = "登记", **values: object) -> DisputeCase:
    """Return a complete case of April 2011 in a state, its parties not entered; not saved yet."""
    defaults = {
        "status": status,
        "applied_on": date(2011, 4, 6),
        "category": "劳动报酬、工伤医疗费、经济补偿或者赔偿金",
        "subcategory": "拖欠工资",
        "claim_amount": 6_000_00,
        "claims": "支付三个月工资",
        "facts": "单位自2011年1月起未付工资",
        **IN_STATE[status],
    }
    if "mediator" not in values:
        defaults["mediator"] = make_mediator()
    if status not in ("登记", "不予受理"):
        defaults["case_no"] = f"（2011）泰劳调字第{next(_numbers)}号"
    return DisputeCase(**(defaults | values))


def make_case(status: str = "登记", *, sides: bool = True, **values: object) -> DisputeCase:
    """Save a case of April 2011 in a state, with an applicant and a respondent."""
    case = keeping.save(DISPUTES, new_case(status, **values))
    if sides:
        make_party(case)
        make_party(
            case, role="被申请人", kind="单位", name=f"上海第{next(_numbers)}五金厂", legal_rep="朱文斌"
        )
    return DisputeCase.get_by_id(case.id)


def new_party(case: DisputeCase, **values: object) -> DisputeParty:
    """Return a complete party, an applicant unless told, not saved yet."""
    defaults: dict[str, object] = {"role": "申请人", "kind": "个人"}
    if values.get("kind", "个人") == "个人":
        defaults |= {"name": person_name(), "id_number": resident_id(), "phone": "13800138000"}
    return DisputeParty(case=case, **(defaults | values))


def make_party(case: DisputeCase, **values: object) -> DisputeParty:
    """Save a party."""
    return keeping.save(PARTIES, new_party(case, **values))


def new_step(case: DisputeCase, **values: object) -> DisputeStep:
    """Return a session within the limit, not saved yet."""
    defaults = {
        "held_on": date(2011, 4, 12),
        "place": "劳动争议人民调解工作室",
        "present": "双方当事人、调解员",
        "record": "双方陈述意见",
    }
    return DisputeStep(case=case, **(defaults | values))


def make_step(case: DisputeCase, **values: object) -> DisputeStep:
    """Save a session within the limit."""
    return keeping.save(STEPS, new_step(case, **values))


def new_extension(case: DisputeCase, **values: object) -> DisputeExtension:
    """Return an extension by ten days to which both consent, not saved yet."""
    defaults = {"agreed_on": date(2011, 4, 14), "days": 10, "both_agree": True, "reason": "核对考勤"}
    return DisputeExtension(case=case, **(defaults | values))


def make_extension(case: DisputeCase, **values: object) -> DisputeExtension:
    """Save an extension by ten days to which both consent."""
    return keeping.save(EXTENSIONS, new_extension(case, **values))


def new_agreement(case: DisputeCase, **values: object) -> DisputeAgreement:
    """Return an agreement, signed, sealed and performed; not saved yet."""
    defaults = {
        "signed_on": date(2011, 4, 15),
        "terms": "一次付清所欠工资",
        "amount": 5_400_00,
        "perform_by": date(2011, 5, 15),
        "both_signed": True,
        "body_signed": True,
        "performance": "已履行",
        "performed_on": date(2011, 5, 10),
    }
    return DisputeAgreement(case=case, **(defaults | values))


def make_agreement(case: DisputeCase, **values: object) -> DisputeAgreement:
    """Save an agreement, signed, sealed and performed."""
    return keeping.save(AGREEMENTS, new_agreement(case, **values))


def new_followup(case: DisputeCase, **values: object) -> DisputeFollowUp:
    """Return a call a month after the agreement, not saved yet."""
    defaults = {"visited_on": date(2011, 5, 12), "party": "申请人", "satisfaction": "满意"}
    return DisputeFollowUp(case=case, **(defaults | values))


def make_followup(case: DisputeCase, **values: object) -> DisputeFollowUp:
    """Save a call a month after the agreement."""
    return keeping.save(FOLLOWUPS, new_followup(case, **values))


def make_success(**values: Any) -> DisputeCase:  # noqa: ANN401  # as what they are handed to takes them
    """Save a case mediated with success, with session, agreement and follow-up."""
    case = make_case("调解中", **values)
    make_step(case)
    case = DisputeCase.get_by_id(case.id)
    case.status, case.outcome, case.closed_on = "结案", "调解成功(达成协议)", date(2011, 4, 15)
    keeping.save(DISPUTES, case)
    make_agreement(case)
    make_followup(case)
    return DisputeCase.get_by_id(case.id)


def new_letter(**values: object) -> SupervisionLetter:
    """Return a demand of March 2011 to an employer that nobody has answered, not saved yet."""
    defaults = {
        "issued_on": date(2011, 3, 8),
        "kind": "意见书",
        "unit_name": f"第{next(_numbers)}服饰有限公司",
        "matter_kind": "工资报酬",
        "matter": "拖欠 12 名职工 1 月工资",
        "workers": 12,
    }
    return SupervisionLetter(**(defaults | values))


def make_letter(**values: object) -> SupervisionLetter:
    """Save a demand of March 2011 to an employer."""
    return keeping.save(SUPERVISION, new_letter(**values))

"""Valid gifts to members, and what the rules allow; a test names only the values that it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from app.keeping import keeping
from app.subjects.members.care.records import CareLimit, MemberBenefit, MemberCare
from app.subjects.members.care.register import BENEFITS, CARE, CARE_LIMITS
from tests.factories.people import make_member, person_name


def new_care(**values: object) -> MemberCare:
    """Return a birthday gift of 2011 to somebody, worth 200 yuan, not saved yet."""
    defaults = {
        "given_on": date(2011, 3, 8),
        "occasion": "生日",
        "recipient": person_name(),
        "employer": "泰祥物业",
        "form": "实物",
        "goods": "蛋糕",
        "amount": 200_00,
    }
    return MemberCare(**(defaults | values))


def make_care(**values: object) -> MemberCare:
    """Save a birthday gift of 2011 to somebody."""
    return keeping.save(CARE, new_care(**values))


def new_benefit(**values: object) -> MemberBenefit:
    """Return tickets to a film in 2011 for 80 members, not saved yet."""
    defaults = {
        "held_on": date(2011, 3, 8),
        "title": "会员观影优惠",
        "kind": "观影演出",
        "people": 80,
        "cost": 1_600_00,
    }
    return MemberBenefit(**(defaults | values))


def new_care_limit(**values: object) -> CareLimit:
    """Return what may be given on a birthday: 300 yuan, in kind; not saved yet."""
    defaults = {"year": 2011, "occasion": "生日", "per_time": 300_00, "no_cash": True, "source": "示例"}
    return CareLimit(**(defaults | values))


def make_care_limit(**values: object) -> CareLimit:
    """Save what may be given on an occasion."""
    return keeping.save(CARE_LIMITS, new_care_limit(**values))


MAKERS: dict[str, Callable[[], Any]] = {
    "members.care": lambda: keeping.save(CARE, _to_a_member()),
    "members.benefits": lambda: keeping.save(BENEFITS, new_benefit(partner="泰祥影院", remark="一\n二")),
    "settings.care": lambda: make_care_limit(fund_source="本级工会经费", per_year=300_00),
}
"""A record with many values for each of these registers, by its key."""


def _to_a_member() -> MemberCare:
    member = make_member(name="陆建国")
    return new_care(member=member, recipient=member.name, occasion="节日", festival="春节", remark="一\n二")

"""Valid records about mutual insurance; a test names only the values that it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from app.keeping import keeping
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.claims.register import CLAIMS
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.records import MutualConsultation, MutualEnrolment, MutualGroup, MutualProduct
from app.subjects.insurance.register import CONSULTATIONS, GROUPS, PRODUCTS
from tests.factories.people import person_name, resident_id

_numbers = count(1)


def new_product(**values: Any) -> MutualProduct:  # noqa: ANN401  # as what they are handed to takes them
    """Return a product of 2011 for 60.00 yuan, open to everybody, not saved yet."""
    year = values.get("year", 2011)
    defaults = {
        "name": f"住院保障{next(_numbers)}",
        "year": year,
        "kind": "住院",
        "audience": ("在职", "退休", "散户"),
        "premium": 60_00,
        "cover_from": date(year, 1, 1),
        "cover_to": date(year, 12, 31),
    }
    return MutualProduct(**(defaults | values))


def make_product(**values: object) -> MutualProduct:
    """Save a product of 2011."""
    return keeping.save(PRODUCTS, new_product(**values))


def new_group(product: MutualProduct | None = None, /, **values: object) -> MutualGroup:
    """Return the list of a public institution with twelve persons, not saved yet."""
    defaults = {
        "unit_name": f"泰祥第{next(_numbers)}小学",
        "unit_kind": "事业",
        "active_count": 9,
        "retired_count": 3,
    }
    return MutualGroup(product=product or make_product(), **(defaults | values))


def make_group(product: MutualProduct | None = None, /, **values: object) -> MutualGroup:
    """Save the list of a public institution with twelve persons."""
    return keeping.save(GROUPS, new_group(product, **values))


def new_enrolment(product: MutualProduct | None = None, /, **values: object) -> MutualEnrolment:
    """Return a single person's enrolment in force since 2011, not saved yet."""
    defaults = {
        "name": person_name(),
        "id_number": resident_id(),
        "paid_on": date(2010, 12, 10),
        "renewal": "续保",
        "status": "有效",
    }
    return MutualEnrolment(product=product or make_product(), **(defaults | values))


def make_enrolment(product: MutualProduct | None = None, /, **values: object) -> MutualEnrolment:
    """Save a single person's enrolment in force since 2011."""
    return keeping.save(ENROLMENTS, new_enrolment(product, **values))


def new_claim(enrolment: MutualEnrolment | None = None, /, **values: object) -> MutualClaim:
    """Return a claim for a stay in May 2011 with all its papers, not saved yet."""
    defaults = {
        "applied_on": date(2011, 5, 20),
        "admitted_on": date(2011, 5, 3),
        "discharged_on": date(2011, 5, 12),
        "papers": ("互助金申请书", "身份证复印件", "医保结算单"),
        "total_cost": 8_000_00,
        "insurance_paid": 6_000_00,
        "own_share": 2_000_00,
        "claimed": 1_000_00,
    }
    return MutualClaim(enrolment=enrolment or make_enrolment(), **(defaults | values))


def make_claim(enrolment: MutualEnrolment | None = None, /, **values: object) -> MutualClaim:
    """Save a claim for a stay in May 2011."""
    return keeping.save(CLAIMS, new_claim(enrolment, **values))


def new_consultation(**values: object) -> MutualConsultation:
    """Return a day's count of questions, not saved yet."""
    return MutualConsultation(**({"asked_on": date(2011, 5, 3), "persons": 12} | values))


def _group_with_all() -> MutualGroup:
    return make_group(
        papers=("名册(纸质)", "名册(电子)"),
        fee_received=720_00,
        received_on=date(2010, 12, 3),
        completed_on=date(2010, 12, 20),
        status="已完成",
    )


def _enrolment_with_all() -> MutualEnrolment:
    group = _group_with_all()
    return make_enrolment(
        group.product,
        group=group,
        mode="单位集体",
        employer=group.unit_name,
        bank_card="6222021234567890128",
        mobile="13800138000",
    )


MAKERS: dict[str, Callable[[], Any]] = {
    "insurance": _enrolment_with_all,
    "insurance.products": lambda: make_product(
        yearly_cap=20_000_00, waiting_days=30, benefit="第一行\n第二行"
    ),
    "insurance.groups": _group_with_all,
    "insurance.claims": lambda: make_claim(
        _enrolment_with_all(),
        diagnosis="胆囊炎",
        hospital="市第六人民医院",
        granted=762_71,
        granted_on=date(2011, 6, 8),
        status="已给付",
    ),
    "insurance.consultations": new_consultation,
}
"""A record with many values for each register of the tab, by the register's key."""


def fill() -> None:
    """Save something in every register of the tab; one person is insured twice."""
    MAKERS["insurance.claims"]()
    product = make_product(year=2010)
    person = make_enrolment(product, paid_on=date(2009, 12, 1), status="到期")
    again = make_enrolment(make_product(), name=person.name, id_number=person.id_number)
    make_claim(again)
    keeping.save(CONSULTATIONS, new_consultation(topic="=1+1"))
    keeping.save(CONSULTATIONS, new_consultation(topic="=1+1"))

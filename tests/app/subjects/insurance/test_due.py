"""What mutual insurance asks for, and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.office import Office
from app.register import Due
from app.subjects.insurance.due import claims_due, groups_due, products_due, unpaid_due
from tests.factories.insurance import make_claim, make_enrolment, make_group, make_product


def _told(dues: Iterable[Due]) -> list[tuple[str, int]]:
    return [(due.text, due.days) for due in dues]


def test_renewal_is_told_once_for_a_product_with_the_number_of_persons(office: Office) -> None:
    product = make_product(name="住院保障")
    make_enrolment(product)
    make_enrolment(product)
    make_enrolment(product, status="待缴", paid_on=None)
    make_product()  # nobody enrolled
    assert _told(products_due(date(2011, 11, 1))) == [("续保提醒：2011年住院保障，2 人到期", 60)]
    assert _told(products_due(date(2011, 10, 31))) == []
    assert [due.record_id for due in products_due(date(2011, 12, 31))] == [product.id]
    assert _told(products_due(date(2012, 1, 1))) == []


def test_a_unit_is_enrolled_before_the_cover_begins(office: Office) -> None:
    product = make_product(name="住院保障")
    group = make_group(product, unit_name="泰祥小学")
    make_group(
        product,
        status="已完成",
        fee_received=720_00,
        received_on=date(2010, 12, 3),
        completed_on=date(2010, 12, 20),
    )
    assert _told(groups_due(date(2010, 11, 1))) == []
    assert _told(groups_due(date(2010, 11, 2))) == [("单位参保待完成：泰祥小学（2011年住院保障）", 60)]
    assert [(due.record_id, due.days) for due in groups_due(date(2011, 1, 5))] == [(group.id, -4)]


def test_a_premium_is_due_when_the_cover_begins(office: Office) -> None:
    make_enrolment(name="王芳", status="待缴", paid_on=None)
    make_enrolment()
    assert _told(unpaid_due(date(2010, 12, 24))) == []
    assert _told(unpaid_due(date(2010, 12, 25))) == [("保费待缴：王芳", 7)]
    assert _told(unpaid_due(date(2011, 1, 3))) == [("保费待缴：王芳", -2)]


def test_a_claim_is_reported_within_a_fortnight_and_waits_a_month_for_papers(office: Office) -> None:
    received = make_claim(make_enrolment(name="王芳"), applied_on=date(2011, 5, 20))
    waiting = make_claim(make_enrolment(name="李强"), status="补材料", lacking="出院小结")
    make_claim(status="不予给付", refused_reason="不在保障范围")
    assert _told(claims_due(date(2011, 5, 27))) == []
    assert _told(claims_due(date(2011, 5, 28))) == [(f"给付申请待报上级：王芳（{received.claim_no}）", 7)]
    assert _told(claims_due(date(2011, 6, 20))) == [
        (f"给付申请待报上级：王芳（{received.claim_no}）", -16),
        (f"给付申请待补材料：李强（{waiting.claim_no}）", -1),
    ]

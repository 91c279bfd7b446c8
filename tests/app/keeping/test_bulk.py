"""What is done to many records of a list at once: renewal, the end of a year, the next contracts."""

from __future__ import annotations

from datetime import date

import pytest

from app.fields.problems import Blocked
from app.keeping import bulk
from app.keeping.bulk import BulkResult
from app.office import Office
from app.records.base import Query, Record
from app.register import BulkAction, Register
from app.registry import registers
from app.subjects.contracts.collective.records import CollectiveContract
from app.subjects.contracts.collective.register import CONTRACTS
from app.subjects.contracts.collective.steps import rows_of
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.enrolments.renewal import renewal_of
from app.subjects.insurance.records import MutualEnrolment, MutualProduct
from app.subjects.publications.returns.register import RETURNS
from tests.factories.contracts import make_area, make_contract
from tests.factories.insurance import make_enrolment, make_product
from tests.factories.publications import make_missing_return, make_return
from tests.helpers.problems import blocked


def _called(register: Register, title: str) -> BulkAction:
    return next(act for act in bulk.bulk_actions_of(register) if act.title == title)


def _sweep(register: Register, title: str, *records: Record, **values: object) -> BulkResult:
    return bulk.perform(register, [one.id for one in records], _called(register, title), values)


def _enrolled_in(product: MutualProduct) -> Query[MutualEnrolment]:
    return MutualEnrolment.alive().where(MutualEnrolment.product == product)


def test_what_is_asked_for_many_is_a_field_of_the_register() -> None:
    found = [(register, act) for register in registers() for act in bulk.bulk_actions_of(register)]
    assert found
    for register, act in found:
        assert set(act.asks) <= set(register.fields), act.title
        assert register.status is None or set(act.sources) <= set(register.status.offered), act.title


def test_everybody_is_enrolled_again_in_the_next_years_product(office: Office) -> None:
    old, new = make_product(year=2011), make_product(year=2012, premium=65_00)
    insured = [make_enrolment(old), make_enrolment(old, work_state="退休", mobile="13800138000")]
    assert _sweep(ENROLMENTS, "续保", *insured, product=new.id) == BulkResult(2, ())
    again = list(_enrolled_in(new).order_by(MutualEnrolment.id))
    assert [one.id_number for one in again] == [one.id_number for one in insured]
    assert [(one.year, one.premium, one.status, one.renewal) for one in again] == [
        (2012, 65_00, "待缴", "续保")
    ] * 2
    assert (again[0].cover_from, again[0].cover_to) == (date(2012, 1, 1), date(2012, 12, 31))
    assert (again[1].work_state, again[1].mobile) == ("退休", "13800138000")
    assert [MutualEnrolment.get_by_id(one.id).status for one in insured] == ["有效", "有效"]
    assert len({one.enrolment_no for one in (*insured, *again)}) == 4


def test_whoever_may_not_be_enrolled_again_is_left_out_and_told(office: Office) -> None:
    old, new = make_product(year=2011), make_product(year=2012, audience=("在职",), name="在职住院保障")
    retired, twice, fit = make_enrolment(old, work_state="退休"), make_enrolment(old), make_enrolment(old)
    make_enrolment(new, name=twice.name, id_number=twice.id_number, mode="单位集体", employer="泰祥小学")
    swept = _sweep(ENROLMENTS, "续保", retired, twice, fit, product=new)
    assert swept.done == 1
    assert [told.split("：")[0] for told in swept.left] == [str(retired), str(twice)]
    assert "退休人员不能参加" in swept.left[0]
    assert "每人只能参保一份" in swept.left[1]
    assert _enrolled_in(new).count() == 2


def test_nobody_is_enrolled_again_while_the_present_cover_runs(office: Office) -> None:
    enrolment = make_enrolment(make_product(year=2011))
    for year in (2010, 2011):
        with pytest.raises(Blocked, match="原保障到2011年12月31日"):
            renewal_of(enrolment, make_product(year=year))
    assert blocked(ENROLMENTS, renewal_of(enrolment, make_product(year=2012))) == {}


def test_premiums_are_booked_and_the_year_is_ended_for_all(office: Office) -> None:
    product = make_product(year=2011)
    unpaid = [make_enrolment(product, status="待缴", paid_on=None) for _ in range(3)]
    assert _sweep(ENROLMENTS, "登记缴费", *unpaid, paid_on=date(2010, 12, 20)).done == 3
    running = make_enrolment(make_product(year=2199))
    swept = _sweep(ENROLMENTS, "登记到期", *unpaid, running)
    assert (swept.done, len(swept.left)) == (3, 1)
    assert "还没有到期" in swept.left[0]
    states = [one.status for one in MutualEnrolment.select().order_by(MutualEnrolment.id)]
    assert states == ["到期", "到期", "到期", "有效"]


def test_records_in_other_states_are_left_out_in_silence(office: Office) -> None:
    product = make_product(year=2011)
    ended, unpaid = (
        make_enrolment(product, status="到期"),
        make_enrolment(product, status="待缴", paid_on=None),
    )
    act = _called(ENROLMENTS, "登记缴费")
    assert bulk.concerned(ENROLMENTS, [ended.id, unpaid.id], act) == [unpaid.id]
    assert _sweep(ENROLMENTS, "登记缴费", ended, paid_on=date(2010, 12, 20)) == BulkResult(0, ())


def test_contracts_are_renewed_together_each_with_its_rows(office: Office) -> None:
    first, second = make_contract(), make_area(("甲商店", 8), ("乙商店", 6))
    assert _sweep(CONTRACTS, "续签", first, second) == BulkResult(2, ())
    drafts = {one.renewed_from_id: one for one in CollectiveContract.select() if one.renewed_from_id}
    assert drafts.keys() == {first.id, second.id}
    assert drafts[first.id].start_on == date(2014, 4, 1)
    assert sorted(row.employer for row in rows_of(drafts[second.id])) == ["乙商店", "甲商店"]
    assert _sweep(CONTRACTS, "续签", first, second) == BulkResult(0, ())


def test_contracts_that_are_over_are_marked_together(office: Office) -> None:
    over, running = make_contract(), make_contract(end_on=date(2199, 12, 31))
    swept = _sweep(CONTRACTS, "标记到期", over, running)
    assert (swept.done, len(swept.left)) == (1, 1)
    assert "才到期" in swept.left[0]
    assert CollectiveContract.get_by_id(over.id).status == "到期"
    assert CollectiveContract.get_by_id(running.id).status == "生效"


def test_unions_that_did_not_report_are_reminded_together(office: Office) -> None:
    missing, received = make_missing_return(), make_return(union_name="别家工会")
    swept = _sweep(RETURNS, "登记催报", missing, received, reminded_on=date(2011, 10, 20))
    assert swept == BulkResult(1, ())


def test_a_failure_in_the_middle_leaves_everything_as_it_was(office: Office) -> None:
    product = make_product(year=2011)
    insured = [make_enrolment(product) for _ in range(2)]
    broken = BulkAction("续保", lambda record, _values: record.delete_instance() and [][record.id])
    with pytest.raises(IndexError):
        bulk.perform(ENROLMENTS, [one.id for one in insured], broken, {})
    assert MutualEnrolment.select().count() == 2

"""The rules of mutual insurance, one by one (domain 8.1 to 8.4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.errors import Refused
from app.keeping import deriving, keeping
from app.office import Office
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.records import MutualConsultation
from app.subjects.insurance.register import CONSULTATIONS, GROUPS, PRODUCTS
from tests.factories.insurance import (
    make_enrolment,
    make_group,
    make_product,
    new_consultation,
    new_enrolment,
    new_group,
    new_product,
)
from tests.factories.people import resident_id
from tests.helpers.problems import blocked, warned

DONE = {
    "status": "已完成",
    "fee_received": 720_00,
    "received_on": date(2010, 12, 3),
    "completed_on": date(2010, 12, 20),
}


def test_complete_records_are_neither_forbidden_nor_doubtful(office: Office) -> None:
    records = (
        (PRODUCTS, make_product()),
        (GROUPS, make_group()),
        (ENROLMENTS, make_enrolment()),
        (CONSULTATIONS, new_consultation()),
    )
    for register, record in records:
        assert (blocked(register, record), warned(register, record)) == ({}, {}), register.key


def test_a_product_stands_once_in_its_year(office: Office) -> None:
    make_product(name="在职住院保障")
    again = blocked(PRODUCTS, new_product(name="在职住院保障"))
    assert again == {"name": "这个产品名称、年度的已登记，请修改原来那一条"}
    assert blocked(PRODUCTS, new_product(name="在职住院保障", year=2012)) == {}


def test_a_product_is_found_by_name_and_year(office: Office) -> None:
    product = make_product(name="在职住院保障")
    make_product(name="在职住院保障", year=2012)
    values, problems = keeping.read(ENROLMENTS.fields, {"product": "2011年在职住院保障"})
    assert (values["product"], problems) == (product, [])


def test_a_product_covers_days_of_its_year(office: Office) -> None:
    other_year = new_product(cover_from=date(2012, 1, 1), cover_to=date(2012, 12, 31))
    assert warned(PRODUCTS, other_year).keys() == {"year"}
    backwards = new_product(cover_from=date(2011, 12, 31), cover_to=date(2011, 1, 1))
    assert blocked(PRODUCTS, backwards).keys() == {"cover_to"}


def test_a_product_for_nothing_is_doubtful(office: Office) -> None:
    assert warned(PRODUCTS, new_product(premium=0)).keys() == {"premium"}


def test_choosing_the_product_fills_in_premium_and_cover(office: Office) -> None:
    product = make_product(premium=72_50)
    enrolment = make_enrolment(product)
    assert (enrolment.premium, enrolment.cover_from, enrolment.cover_to, enrolment.year) == (
        72_50,
        date(2011, 1, 1),
        date(2011, 12, 31),
        2011,
    )


def test_a_premium_that_was_typed_stays(office: Office) -> None:
    enrolment = make_enrolment(premium=30_00)
    assert enrolment.premium == 30_00
    assert "60.00" in warned(ENROLMENTS, enrolment)["premium"]


def test_a_cover_other_than_the_products_is_doubtful(office: Office) -> None:
    assert warned(ENROLMENTS, new_enrolment(cover_from=date(2011, 2, 1))).keys() == {"cover_from"}


def test_a_cover_that_ends_before_it_begins_is_forbidden(office: Office) -> None:
    backwards = new_enrolment(cover_from=date(2011, 12, 31), cover_to=date(2011, 1, 1))
    assert "cover_to" in blocked(ENROLMENTS, backwards)


def test_a_person_has_one_share_of_a_product_in_a_year(office: Office) -> None:
    product, number = make_product(), resident_id()
    first = make_enrolment(product, id_number=number)
    sentence = blocked(ENROLMENTS, new_enrolment(product, id_number=number))["id_number"]
    assert first.enrolment_no in sentence
    assert "每人只能参保一份" in sentence
    assert blocked(ENROLMENTS, new_enrolment(make_product(), id_number=number)) == {}


def test_the_file_itself_keeps_a_second_share_out(office: Office) -> None:
    product, number = make_product(), resident_id()
    make_enrolment(product, id_number=number)
    twin = new_enrolment(product, id_number=number)
    deriving.compute_derived(twin)
    with pytest.raises(Refused, match="重复"):
        keeping.store(twin)


def test_who_withdrew_may_enrol_again(office: Office) -> None:
    product, number = make_product(), resident_id()
    make_enrolment(product, id_number=number, status="退保", withdrawn_on=date(2010, 12, 20))
    assert make_enrolment(product, id_number=number).id


@pytest.mark.parametrize(
    ("audience", "state", "fits"),
    [
        (("在职",), "在职", True),
        (("在职",), "退休", False),
        (("退休",), "在职", False),
        (("在职", "退休"), "退休", True),
    ],
)
def test_a_retired_person_does_not_enrol_in_a_product_for_the_working(
    office: Office, audience: tuple[str, ...], state: str, fits: bool
) -> None:
    product = make_product(audience=(*audience, "散户"))
    assert ("work_state" not in blocked(ENROLMENTS, new_enrolment(product, work_state=state))) == fits


def test_a_product_for_single_persons_takes_everybody(office: Office) -> None:
    product = make_product(audience=("散户",))
    assert blocked(ENROLMENTS, new_enrolment(product, work_state="退休")) == {}


def test_a_single_person_in_a_product_for_units_is_doubtful(office: Office) -> None:
    product = make_product(audience=("在职",))
    assert warned(ENROLMENTS, new_enrolment(product)).keys() == {"mode"}


@pytest.mark.parametrize(
    ("born", "state", "doubtful"),
    [
        (date(1966, 5, 1), "在职", False),  # 60 years and 5 months: works until 2026-10-01
        (date(1965, 1, 2), "在职", True),  # 60 years and a month: until 2025-02-02
        (date(1965, 1, 2), "退休", False),
        (date(1966, 5, 1), "退休", True),  # nobody chooses to retire before 60
    ],
)
def test_the_state_of_the_insured_fits_the_age_of_retirement(
    office: Office, born: date, state: str, doubtful: bool
) -> None:
    """As of the first day of cover, by the table of 2024 (domain 18)."""
    product = make_product(year=2026)
    person = new_enrolment(product, id_number=resident_id(born, "男"), work_state=state)
    assert ("work_state" in warned(ENROLMENTS, person)) == doubtful


def test_a_womens_product_is_for_women(office: Office) -> None:
    product = make_product(kind="女职工")
    assert blocked(ENROLMENTS, new_enrolment(product, id_number=resident_id(sex="男"))).keys() == {"sex"}
    assert blocked(ENROLMENTS, new_enrolment(product, id_number=resident_id(sex="女"))) == {}


def test_who_enrols_with_a_unit_names_it(office: Office) -> None:
    lacks = {"employer": "参保方式为“单位集体”，请填写单位"}
    assert blocked(ENROLMENTS, new_enrolment(mode="单位集体")) == lacks
    assert not ENROLMENTS.record.described()["employer"].is_required_of(new_enrolment(mode="散户"))


def test_a_units_list_is_for_its_own_product(office: Office) -> None:
    group = make_group()
    values = {"mode": "单位集体", "employer": group.unit_name, "group": group}
    assert blocked(ENROLMENTS, new_enrolment(group.product, **values)) == {}
    assert blocked(ENROLMENTS, new_enrolment(make_product(), **values)).keys() == {"group"}
    assert blocked(ENROLMENTS, new_enrolment(group.product, group=group)).keys() == {"mode"}


@pytest.mark.parametrize("status", ["有效", "到期"])
def test_cover_needs_the_premium_to_be_paid(office: Office, status: str) -> None:
    assert "paid_on" in blocked(ENROLMENTS, new_enrolment(status=status, paid_on=None))
    assert blocked(ENROLMENTS, new_enrolment(status="待缴", paid_on=None)) == {}


def test_a_premium_is_not_paid_in_the_future(office: Office) -> None:
    tomorrow = date.today() + timedelta(days=1)
    assert "paid_on" in blocked(ENROLMENTS, new_enrolment(paid_on=tomorrow))


def test_a_cover_that_runs_has_not_ended(office: Office) -> None:
    today = date.today()
    running = make_product(year=today.year, cover_to=today)
    assert "还没有到期" in blocked(ENROLMENTS, new_enrolment(running, status="到期"))["cover_to"]
    assert blocked(ENROLMENTS, new_enrolment(status="到期")) == {}


def test_nobody_withdraws_once_the_cover_has_begun(office: Office) -> None:
    gone = {"status": "退保", "paid_on": None}
    assert "请填写退保日期" in blocked(ENROLMENTS, new_enrolment(**gone))["withdrawn_on"]
    midway = new_enrolment(**gone, withdrawn_on=date(2011, 1, 1))
    assert "不能中途退保" in blocked(ENROLMENTS, midway)["withdrawn_on"]
    assert blocked(ENROLMENTS, new_enrolment(**gone, withdrawn_on=date(2010, 12, 31))) == {}


def test_nobody_withdraws_before_the_premium_was_paid(office: Office) -> None:
    """Paid on 10 December 2010: a withdrawal of the 9th contradicts that, one of the same day does not."""
    early = new_enrolment(status="退保", withdrawn_on=date(2010, 12, 9))
    assert "2010年12月10日" in blocked(ENROLMENTS, early)["withdrawn_on"]
    same_day = new_enrolment(status="退保", withdrawn_on=date(2010, 12, 10))
    assert "withdrawn_on" not in blocked(ENROLMENTS, same_day)


def test_a_unit_enrols_somebody(office: Office) -> None:
    nobody = new_group(active_count=0, retired_count=0)
    assert blocked(GROUPS, nobody).keys() == {"active_count"}


def test_a_unit_has_one_list_for_a_product(office: Office) -> None:
    first = make_group()
    again = new_group(first.product, unit_name=first.unit_name)
    assert blocked(GROUPS, again).keys() == {"unit_name"}
    assert blocked(GROUPS, new_group(unit_name=first.unit_name)) == {}


def test_a_unit_enrols_its_retired_in_a_product_that_takes_them(office: Office) -> None:
    product = make_product(audience=("在职",))
    assert blocked(GROUPS, new_group(product)).keys() == {"retired_count"}
    assert blocked(GROUPS, new_group(product, retired_count=0)) == {}


def test_the_fee_received_is_held_against_the_fee_due(office: Office) -> None:
    assert "720.00" in warned(GROUPS, new_group(**(DONE | {"fee_received": 700_00})))["fee_received"]
    assert warned(GROUPS, new_group(**DONE)) == {}


def test_the_fee_received_is_held_against_the_list_of_names(office: Office) -> None:
    group = make_group(**DONE)
    values = {"mode": "单位集体", "employer": group.unit_name, "group": group}
    make_enrolment(group.product, **values)
    gone = make_enrolment(group.product, **values)
    keeping.to_bin(ENROLMENTS, [gone.id])
    assert warned(GROUPS, group)["fee_received"] == "名册 1 人合计 60.00 元，与实收保费不符，请核对"
    for _ in range(11):
        make_enrolment(group.product, **values)
    assert warned(GROUPS, group) == {}


@pytest.mark.parametrize("name", ["fee_received", "received_on", "completed_on"])
def test_a_completed_enrolment_tells_fee_and_days(office: Office, name: str) -> None:
    label = GROUPS.record.described()[name].label
    lacks = {name: f"办理情况为“已完成”，请填写{label}"}
    assert blocked(GROUPS, new_group(**(DONE | {name: None}))) == lacks


def test_an_enrolment_is_not_completed_before_the_fee_came(office: Office) -> None:
    early = new_group(**(DONE | {"completed_on": date(2010, 12, 2)}))
    assert blocked(GROUPS, early).keys() == {"completed_on"}


def test_somebody_asked(office: Office) -> None:
    assert blocked(CONSULTATIONS, new_consultation(persons=0)) == {"persons": "至少 1 人次"}
    assert MutualConsultation().persons == 1


@pytest.mark.parametrize(("persons", "doubtful"), [(200, False), (201, True)])
def test_more_questions_than_a_day_holds_are_doubtful(office: Office, persons: int, doubtful: bool) -> None:
    assert ("persons" in warned(CONSULTATIONS, new_consultation(persons=persons))) == doubtful


def test_nobody_asked_in_the_future(office: Office) -> None:
    tomorrow = date.today() + timedelta(days=1)
    assert blocked(CONSULTATIONS, new_consultation(asked_on=tomorrow)).keys() == {"asked_on"}

"""The rules of mutual insurance: products, enrolments of units and persons (domain 8.1 to 8.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, others
from app.records.naming import same_unit
from app.rules.dates import write_date
from app.rules.money import write_fen
from app.rules.working_age import may_retire_on, works_until
from app.subjects.insurance.records import (
    SINGLE,
    EnrolmentStatus,
    MutualConsultation,
    MutualEnrolment,
    MutualGroup,
    MutualProduct,
    roster_sum,
)

_BUSIEST_DAY = 200


def product_is_sound(product: MutualProduct) -> Iterator[Problem]:
    """A product covers days of its year, and costs something."""
    years = {day.year for day in (product.cover_from, product.cover_to) if day}
    if product.year and years and product.year not in years:
        yield Warn(MutualProduct.year, "与保障起止日期不在同一年，请核对")
    if product.premium == 0:
        yield Warn(MutualProduct.premium, "保费为 0，请核对")


def group_counts_somebody(group: MutualGroup) -> Iterator[Problem]:
    """A unit enrols somebody, of a kind that the product is for, once for a product (domain 8.4)."""
    if not group.active_count and not group.retired_count:
        yield Block(MutualGroup.active_count, "在职和退休人数不能都是 0，请填写")
    if group.product_id is None:
        return
    same = others(group).where(
        MutualGroup.product == group.product_id, same_unit(MutualGroup.enterprise, group)
    )
    if group.unit_name and same.exists():
        yield Block(MutualGroup.unit_name, "这个单位已为这个产品办过参保单，请修改原来那一条")
    audience = group.product.audience or ()
    for number, state, field in (
        (group.active_count, "在职", MutualGroup.active_count),
        (group.retired_count, "退休", MutualGroup.retired_count),
    ):
        if number and state not in audience:
            yield Block(field, f"“{group.product.title}”不接受{state}人员，请核对产品")


def group_fee_agrees(group: MutualGroup) -> Iterator[Problem]:
    """The fee received is the fee due, and what the persons on the list add up to (domain 8.4)."""
    if group.fee_received is None or group.premium_due is None:
        return
    if group.fee_received != group.premium_due:
        yield Warn(MutualGroup.fee_received, f"与应收保费 {write_fen(group.premium_due)} 元不符，请核对")
    persons, premiums = roster_sum(group)
    if persons and premiums != group.fee_received:
        sentence = f"名册 {persons} 人合计 {write_fen(premiums)} 元，与实收保费不符，请核对"
        yield Warn(MutualGroup.fee_received, sentence)


def one_share_each(enrolment: MutualEnrolment) -> Iterator[Problem]:
    """A person has one share of a product in a year; who withdrew may enrol again (domain 8.1)."""
    if (
        not enrolment.id_number
        or enrolment.product_id is None
        or enrolment.status == EnrolmentStatus.WITHDRAWN
    ):
        return
    same = duplicates(enrolment, MutualEnrolment.id_number, MutualEnrolment.product)
    if twin := next((one for one in same if one.status != EnrolmentStatus.WITHDRAWN), None):
        sentence = f"{twin.name}（{twin.enrolment_no}）已参加“{twin.product.title}”，每人只能参保一份"
        yield Block(MutualEnrolment.id_number, sentence)


def person_fits_product(enrolment: MutualEnrolment) -> Iterator[Problem]:
    """A product is for the working, the retired or those without a unit; one is for women only."""
    product = enrolment.product if enrolment.product_id is not None else None
    if product is None:
        return
    audience = product.audience or ()
    states = [state for state in audience if state != SINGLE]
    if enrolment.work_state and states and enrolment.work_state not in states:
        sentence = f"{enrolment.work_state}人员不能参加“{product.title}”（对象：{'、'.join(audience)}）"
        yield Block(MutualEnrolment.work_state, sentence)
    if enrolment.mode == SINGLE and SINGLE not in audience:
        yield Warn(MutualEnrolment.mode, f"“{product.title}”的对象不含散户，请核对")
    if product.kind == "女职工" and enrolment.sex == "男":
        yield Block(MutualEnrolment.sex, f"“{product.title}”只限女职工参加")


def state_fits_age(enrolment: MutualEnrolment) -> Iterator[Problem]:
    """Who is past working age has mostly retired, who may not retire yet has not (domain 8.4 and 18)."""
    born, sex, day = enrolment.birth_date, enrolment.sex, enrolment.cover_from
    if born is None or sex is None or day is None:
        return
    if enrolment.work_state == "在职" and day >= (ends := works_until(born, sex)):
        yield Warn(
            MutualEnrolment.work_state, f"保障开始时已到法定退休年龄（{write_date(ends)}），请核对是否退休"
        )
    elif enrolment.work_state == "退休" and day < (begins := may_retire_on(born, sex)):
        yield Warn(MutualEnrolment.work_state, f"{write_date(begins)}起才可以退休，请核对；提前退休的不必改")


def enrolment_follows_product(enrolment: MutualEnrolment) -> Iterator[Problem]:
    """Premium and cover are the product's, unless somebody looked again."""
    product = enrolment.product if enrolment.product_id is not None else None
    if product is None:
        return
    if enrolment.premium is not None and enrolment.premium != product.premium:
        yield Warn(MutualEnrolment.premium, f"产品的保费是 {write_fen(product.premium or 0)} 元，请核对")
    for own, given in (
        (MutualEnrolment.cover_from, product.cover_from),
        (MutualEnrolment.cover_to, product.cover_to),
    ):
        if given and getattr(enrolment, own.name) not in (None, given):
            yield Warn(own, f"产品的{own.label}是{own.format(given)}，请核对")


def group_is_the_persons(enrolment: MutualEnrolment) -> Iterator[Problem]:
    """Who stands on a unit's list enrols with the unit, in the product that the list is of."""
    group = enrolment.group
    if group is None:
        return
    if enrolment.mode == SINGLE:
        yield Block(MutualEnrolment.mode, "已选参保单，参保方式应为“单位集体”")
    if group.product_id != enrolment.product_id:
        yield Block(MutualEnrolment.group, f"这张参保单是“{group.product.title}”的，请核对产品")


def ends_in_its_time(enrolment: MutualEnrolment) -> Iterator[Problem]:
    """A cover is over only after its last day; nobody withdraws once it has begun (domain 8.1)."""
    begins, ends, left = enrolment.cover_from, enrolment.cover_to, enrolment.withdrawn_on
    if enrolment.status == EnrolmentStatus.ENDED and ends and ends >= date.today():
        yield Block(MutualEnrolment.cover_to, f"保障到{MutualEnrolment.cover_to.format(ends)}，还没有到期")
    if enrolment.status == EnrolmentStatus.WITHDRAWN and begins and left and left >= begins:
        yield Block(MutualEnrolment.withdrawn_on, "保障期已经开始，不能中途退保")


def day_is_not_too_busy(consultation: MutualConsultation) -> Iterator[Problem]:
    """So many on one day may be a month's sum."""
    if consultation.persons and consultation.persons > _BUSIEST_DAY:
        yield Warn(MutualConsultation.persons, f"一天超过 {_BUSIEST_DAY} 人次，请核对")

"""Mutual insurance beside the enrolments: products, the lists of units, consultations (domain 8)."""

from __future__ import annotations

from app.register import Child, Register, Section, State, Step
from app.subjects.insurance import checks
from app.subjects.insurance.due import groups_due, products_due
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.forms import GROUP_FORM
from app.subjects.insurance.lists import CONSULTATION_BOOK
from app.subjects.insurance.records import (
    GroupStatus,
    MutualConsultation,
    MutualEnrolment,
    MutualGroup,
    MutualProduct,
)

_COMPLETION = (MutualGroup.fee_received, MutualGroup.received_on, MutualGroup.completed_on)

GROUPS = Register(
    "insurance.groups",
    "单位参保",
    MutualGroup,
    columns=(
        MutualGroup.unit_name,
        MutualGroup.product,
        MutualGroup.active_count,
        MutualGroup.retired_count,
        MutualGroup.premium_due,
        MutualGroup.status,
    ),
    identity=((MutualGroup.unit_name,),),
    sections=(
        Section(
            "单位参保",
            MutualGroup.unit_name,
            MutualGroup.unit_kind,
            MutualGroup.product,
            MutualGroup.year,
            MutualGroup.active_count,
            MutualGroup.retired_count,
            MutualGroup.contact_name,
            MutualGroup.mobile,
            MutualGroup.registered_on,
            MutualGroup.group_no,
            MutualGroup.enterprise,
        ),
        Section(
            "办理",
            MutualGroup.premium_due,
            MutualGroup.fee_received,
            MutualGroup.received_on,
            MutualGroup.roster,
            MutualGroup.papers,
            MutualGroup.completed_on,
            MutualGroup.status,
            MutualGroup.handled_by,
            MutualGroup.remark,
        ),
    ),
    filters=(
        MutualGroup.year,
        MutualGroup.unit_kind,
        MutualGroup.product,
        MutualGroup.status,
        MutualGroup.completed_on,
    ),
    search=(MutualGroup.unit_name, MutualGroup.group_no, MutualGroup.contact_name),
    checks=(checks.group_counts_somebody, checks.group_fee_agrees),
    children=(Child(ENROLMENTS, MutualEnrolment.group),),
    steps=(
        Step(
            "完成参保",
            (GroupStatus.OPEN,),
            GroupStatus.DONE,
            asks=_COMPLETION,
        ),
        Step(
            "重新办理",
            (GroupStatus.DONE,),
            GroupStatus.OPEN,
            prepare=lambda group: setattr(group, "completed_on", None),
            usual=False,
        ),
    ),
    prints=(GROUP_FORM,),
    order=(MutualGroup.year.desc(), MutualGroup.search_key.asc()),
    status=MutualGroup.status,
    states=(
        State(GroupStatus.OPEN, "warn", without=(MutualGroup.completed_on,)),
        State(GroupStatus.DONE, "good", needs=_COMPLETION),
    ),
    unit="家",
    sums=(
        MutualGroup.active_count,
        MutualGroup.retired_count,
        MutualGroup.premium_due,
        MutualGroup.fee_received,
    ),
    due=groups_due,
)
PRODUCTS = Register(
    "insurance.products",
    "保障产品",
    MutualProduct,
    columns=(
        MutualProduct.year,
        MutualProduct.name,
        MutualProduct.kind,
        MutualProduct.audience,
        MutualProduct.premium,
        MutualProduct.cover_to,
    ),
    sections=(
        Section(
            "产品",
            MutualProduct.name,
            MutualProduct.year,
            MutualProduct.kind,
            MutualProduct.audience,
            MutualProduct.premium,
            MutualProduct.cover_from,
            MutualProduct.cover_to,
            MutualProduct.waiting_days,
            MutualProduct.claim_months,
            MutualProduct.yearly_cap,
            MutualProduct.benefit,
            MutualProduct.title,
            MutualProduct.product_no,
            MutualProduct.remark,
        ),
    ),
    filters=(MutualProduct.year, MutualProduct.kind),
    search=(MutualProduct.name, MutualProduct.title, MutualProduct.product_no),
    checks=(checks.product_is_sound,),
    unique_together=((MutualProduct.name, MutualProduct.year),),
    children=(Child(ENROLMENTS, MutualEnrolment.product), Child(GROUPS, MutualGroup.product)),
    order=(MutualProduct.year.desc(), MutualProduct.id.asc()),
    unit="个",
    due=products_due,
)
CONSULTATIONS = Register(
    "insurance.consultations",
    "咨询接待",
    MutualConsultation,
    columns=(
        MutualConsultation.asked_on,
        MutualConsultation.way,
        MutualConsultation.persons,
        MutualConsultation.topic,
        MutualConsultation.handled_by,
    ),
    sections=(
        Section(
            "咨询",
            MutualConsultation.asked_on,
            MutualConsultation.way,
            MutualConsultation.persons,
            MutualConsultation.topic,
            MutualConsultation.handled_by,
            MutualConsultation.remark,
        ),
    ),
    filters=(MutualConsultation.asked_on, MutualConsultation.way),
    search=(MutualConsultation.topic, MutualConsultation.handled_by),
    checks=(checks.day_is_not_too_busy,),
    prints=(CONSULTATION_BOOK,),
    order=(MutualConsultation.asked_on.desc(),),
    unit="次登记",
    sums=(MutualConsultation.persons,),
)

"""Enterprises of the community (domain 2.3)."""

from __future__ import annotations

from peewee import ColumnBase

from app.register import Condition, Register, Section, State, earlier_child
from app.subjects.unions.enterprises import checks
from app.subjects.unions.enterprises.consistency import CONSISTENCY
from app.subjects.unions.enterprises.envelopes import ENTERPRISE_ENVELOPES
from app.subjects.unions.enterprises.records import CLOSED, EarlierEnterprise, Enterprise
from app.subjects.unions.surveys.forms import VISIT_FORM
from app.subjects.unions.surveys.records import large_unit


def _large_without_union() -> ColumnBase:
    large = Enterprise.employee_count >= large_unit()
    return large & (Enterprise.union_status != "已建会") & Enterprise.business_status.not_in(CLOSED)


ENTERPRISES = Register(
    "unions.enterprises",
    "企业",
    Enterprise,
    columns=(
        Enterprise.name,
        Enterprise.ownership_kind,
        Enterprise.employee_count,
        Enterprise.member_count,
        Enterprise.union_status,
        Enterprise.business_status,
    ),
    sections=(
        Section(
            "基本情况",
            Enterprise.name,
            Enterprise.short_name,
            Enterprise.uscc,
            Enterprise.org_code,
            Enterprise.ownership_kind,
            Enterprise.registration_type,
            Enterprise.industry,
            Enterprise.is_non_public,
            Enterprise.block,
            Enterprise.address,
            Enterprise.postcode,
            Enterprise.phone,
            Enterprise.legal_rep,
            Enterprise.business_status,
            Enterprise.closed_on,
            Enterprise.remark,
        ),
        Section("联系人", Enterprise.contact_name, Enterprise.contact_post, Enterprise.contact_mobile),
        Section(
            "职工与建会",
            Enterprise.employee_count,
            Enterprise.counted_on,
            Enterprise.female_count,
            Enterprise.migrant_count,
            Enterprise.dispatched_count,
            Enterprise.member_count,
            Enterprise.union_status,
            Enterprise.told_on,
            Enterprise.no_union_reason,
            Enterprise.plan_date,
        ),
    ),
    filters=(
        Enterprise.ownership_kind,
        Enterprise.union_status,
        Enterprise.business_status,
        Enterprise.block,
        Condition("规模以上未建会", _large_without_union),
    ),
    search=(Enterprise.name, Enterprise.short_name, Enterprise.uscc, Enterprise.contact_name),
    checks=checks.ENTERPRISE,
    consistency=CONSISTENCY,
    children=(earlier_child("unions.enterprises.earlier", "历次数据", EarlierEnterprise),),
    prints=(VISIT_FORM, ENTERPRISE_ENVELOPES),
    order=(Enterprise.search_key.asc(),),
    status=Enterprise.union_status,
    states=(
        State("已建会", "good"),
        State("筹备组建中", "info"),
        State("未建会", "warn"),
        State("不具备条件"),
    ),
    unit="家",
    sums=(Enterprise.employee_count,),
    mergeable=True,
)

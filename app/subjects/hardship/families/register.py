"""The household of a hardship file as rows of it (domain 3.6)."""

from __future__ import annotations

from app.register import PersonLookup, Register, Section
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files import checks


def _whose_kin(kin: HardshipFamily) -> str:
    return f"{kin.file.name}的家庭成员（{kin.relation}）"


FAMILY = Register(
    "hardship.family",
    "家庭成员",
    HardshipFamily,
    columns=(
        HardshipFamily.name,
        HardshipFamily.relation,
        HardshipFamily.sex,
        HardshipFamily.age,
        HardshipFamily.occupation,
        HardshipFamily.monthly_income,
    ),
    identity=((HardshipFamily.name, HardshipFamily.relation),),
    sections=(
        Section(
            "家庭成员",
            HardshipFamily.name,
            HardshipFamily.relation,
            HardshipFamily.id_number,
            HardshipFamily.no_id_reason,
            HardshipFamily.sex,
            HardshipFamily.birth_date,
            HardshipFamily.id_differs_reason,
            HardshipFamily.occupation,
            HardshipFamily.monthly_income,
            HardshipFamily.workplace,
            HardshipFamily.lives_together,
            HardshipFamily.joined_on,
            HardshipFamily.left_on,
            HardshipFamily.health,
            HardshipFamily.illness,
            HardshipFamily.medical_insurance,
            HardshipFamily.marital,
            HardshipFamily.household_type,
            HardshipFamily.model_worker,
            HardshipFamily.ethnicity,
            HardshipFamily.political_status,
            HardshipFamily.mobile,
            HardshipFamily.education,
            HardshipFamily.school_from,
            HardshipFamily.school_years,
        ),
    ),
    filters=(HardshipFamily.relation, HardshipFamily.occupation),
    search=(HardshipFamily.name, HardshipFamily.id_number, HardshipFamily.workplace),
    checks=(
        checks.person_is_known,
        checks.leaving_has_a_day,
        checks.schooling_fits_age,
        checks.jobless_kin_is_explained,
    ),
    order=(HardshipFamily.id.asc(),),
    unique_together=((HardshipFamily.file, HardshipFamily.id_number),),
    unit="人",
    sums=(HardshipFamily.monthly_income,),
    people=PersonLookup(
        HardshipFamily.name,
        HardshipFamily.id_number,
        _whose_kin,
        owner=HardshipFamily.file,
    ),
)

"""Filling in a sample hardship file: the person, the papers, and how far its procedure has come."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.keeping import keeping
from app.rules.working_days import add_working_days
from app.sample.enterprises import AIDED_UNITS
from app.sample.households import NOTHING_EXCLUDES, Household
from app.sample.office import Staff
from app.sample.people import Inventor, Person
from app.subjects.hardship.files.records import FileStatus, HardshipFile

# How many working days after the step before it each step is taken.
_STEPS = (
    ("visited_on", 4),
    ("discussed_on", 3),
    ("consent_on", 0),
    ("notice_from", 2),
    ("notice_to", 5),
    ("approved_on", 3),
    ("opened_on", 0),
    ("national_system_on", 10),
)
_STEPS_DONE = {
    FileStatus.APPLIED: 0,
    FileStatus.SURVEYED: 1,
    FileStatus.DECLINED: 1,
    FileStatus.PUBLISHED: 5,
    FileStatus.PENDING: 5,
    FileStatus.OPEN: 8,
}
_CATEGORY_OLD = {"深度困难": "低保户", "相对困难": "低保边缘户", "意外致困": "意外致困户"}
_NATURES = {unit.name: unit.nature for unit in AIDED_UNITS}
_BANKS = ("中国工商银行", "中国农业银行", "中国建设银行", "中国邮政储蓄银行")
_HOUSINGS = ("自购房", "承租单位公房", "政府廉租房", "租房")
_PAID_TO_SPOUSE_EVERY = 12


class Plan(NamedTuple):
    """A file before it is known whose it is."""

    applied_on: date
    employer: str
    status: FileStatus = FileStatus.OPEN


def fill_in(
    inventor: Inventor, plan: Plan, worker: Person, household: Household, staff: Staff
) -> HardshipFile:
    """Return the file of a worker's household, filled in as far as the plan's state asks."""
    file = HardshipFile(
        applied_on=plan.applied_on,
        employer=plan.employer,
        unit_nature=_NATURES.get(plan.employer),
        status=plan.status.value,
        declared_size=1 + len(household.family),
        filed_by=staff.clerk,
        entered_by=staff.clerk,
        **_person(inventor, worker),
    )
    for values in (household.file, _account(inventor, worker, household), _progress(plan, staff)):
        keeping.assign(file, values)
    file.category_old = _CATEGORY_OLD[file.category]
    if file.work_status == "农民工":
        signed_on = plan.applied_on.replace(year=plan.applied_on.year - 2, day=1)
        keeping.assign(file, {"contract_date": signed_on, "contract_term": "三年"})
    return file


def _person(inventor: Inventor, worker: Person) -> dict[str, object]:
    chance = inventor.random
    return {
        "name": worker.name,
        "sex": worker.sex,
        "birth_date": worker.birth_date,
        "id_number": worker.id_number,
        "ethnicity": worker.ethnicity,
        "mobile": worker.mobile,
        "address": worker.address,
        "postcode": "200031",
        "level": chance.choice(("本级", "本级", "区级", "市级")),
        "housing": chance.choice(_HOUSINGS),
        "floor_area": str(chance.randrange(14, 68, 2)),
        "household_type": "非农业" if worker.is_local else "农业",
        "household_region": worker.native_place,
        "unit_state": "正常",
        "work_start": f"{worker.birth_date.year + chance.randint(18, 20)}-{chance.randint(1, 12):02d}",
    }


def _account(inventor: Inventor, worker: Person, household: Household) -> dict[str, object]:
    spouses = [kin["name"] for kin in household.family if kin["relation"] == "配偶"]
    to_spouse = spouses and inventor.random.randrange(_PAID_TO_SPOUSE_EVERY) == 0
    return {
        "bank_name": inventor.random.choice(_BANKS),
        "bank_branch": "泰祥支行",
        "bank_card": inventor.card(),
        "bank_holder": spouses[0] if to_spouse else worker.name,
    }


def _progress(plan: Plan, staff: Staff) -> dict[str, object]:
    """Return the dates of the steps taken, and what the visits and the notice brought out."""
    done = _STEPS_DONE[plan.status]
    values: dict[str, object] = {}
    day = plan.applied_on
    for name, working_days in _STEPS[:done]:
        day = add_working_days(day, working_days).day
        values[name] = day
    if done:
        values |= NOTHING_EXCLUDES
    if plan.status in (FileStatus.PENDING, FileStatus.OPEN):
        values["notice_result"] = "无异议"
    if plan.status == FileStatus.OPEN:
        values["audited_by"] = staff.auditor
    if plan.status == FileStatus.DECLINED:
        values |= {"motor_vehicle": "是", "remark": "入户调查发现长期使用机动车，不符合建档条件"}
    return values

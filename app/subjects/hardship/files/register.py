"""Hardship files, and the way to approval and out again (domain 3)."""

from __future__ import annotations

from datetime import date, timedelta

from peewee import ColumnBase, fn

from app.records.profile import Profile, standard
from app.records.retention import Retained
from app.register import (
    Child,
    Condition,
    PersonLookup,
    Register,
    Retention,
    Section,
    State,
    Step,
    earlier_child,
)
from app.rules.campaigns import Campaign, each_year
from app.rules.dates import write_date
from app.rules.working_days import add_working_days, working_days_between
from app.subjects.hardship.aid.ledger import AID_COURSE, AID_LEDGER, AID_SPENDING
from app.subjects.hardship.aid.lists import AID_LIST, PAYOUT
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.families.register import FAMILY
from app.subjects.hardship.files import checks, rounds, steps
from app.subjects.hardship.files.consistency import CONSISTENCY
from app.subjects.hardship.files.due import files_due
from app.subjects.hardship.files.forms import HARDSHIP_FORM
from app.subjects.hardship.files.household import HOUSEHOLD_DECLARATION, VISIT_FORM
from app.subjects.hardship.files.letters import CHECK_CONSENT, INCOME_PLEDGE
from app.subjects.hardship.files.lists import HARDSHIP_ROSTER, LAYERS_ROSTER, NOTICE
from app.subjects.hardship.files.national import NATIONAL
from app.subjects.hardship.files.papers import PAPERS
from app.subjects.hardship.files.records import EarlierFile, FileStatus, HardshipFile
from app.subjects.hardship.reviews.records import HardshipEvidence, HardshipReview, HardshipRound
from app.subjects.hardship.reviews.register import EVIDENCE, REVIEWS, ROUNDS

_CLOSING = (HardshipFile.closed_on, HardshipFile.close_reason)
_OPENED_OR_CLOSED = (HardshipFile.opened_on, *_CLOSING)


def _which_file(file: HardshipFile) -> str:
    return f"困难档案 {file.file_no}　{file.status}"


def _publish_for_the_usual_days(file: HardshipFile) -> None:
    """A notice runs for the working days set for the office, its first day not counted."""
    if file.notice_from is not None:
        file.notice_to = add_working_days(file.notice_from, standard(Profile.notice_days)).day


def _open_on_approval(file: HardshipFile) -> None:
    file.opened_on = file.opened_on or file.approved_on


def _after_import(file: HardshipFile, columns: frozenset[str]) -> None:
    """A list of files tells when each was opened and closed, seldom its state."""
    if file.opened_on is not None and "status" not in columns:
        file.status = _state_told(file)


def _state_told(file: HardshipFile) -> str:
    if file.closed_on is None:
        return FileStatus.OPEN.value
    return (FileStatus.CLOSED_OUT if file.close_reason == "脱困" else FileStatus.CLOSED_OTHER).value


def _headline(file: HardshipFile) -> str:
    parts = [file.file_no, file.category]
    if file.status == FileStatus.PUBLISHED and file.notice_to:
        left = working_days_between(date.today(), file.notice_to)
        when = f"还有 {left} 个工作日" if left > 0 else "已到期"
        parts.append(f"公示至 {write_date(file.notice_to)}（{when}）")
    elif file.opened_on:
        parts.append(f"{write_date(file.opened_on)}建档")
    return "　".join(part for part in parts if part)


def _unchanged_for_a_year() -> ColumnBase:
    """Open files that nobody has touched or reviewed for a year (domain 3.5)."""
    day = date.today() - timedelta(days=365)
    reviewed = HardshipReview.alive().where(
        HardshipReview.file == HardshipFile.id, HardshipReview.reviewed_on > day
    )
    stale = (HardshipFile.updated_at < day) & (HardshipFile.opened_on < day)
    unreviewed: ColumnBase = ~fn.EXISTS(reviewed)
    return (HardshipFile.status == FileStatus.OPEN) & stale & unreviewed


def _never_helped() -> ColumnBase:
    aided = AidPayment.alive().where(AidPayment.file == HardshipFile.id)
    unaided: ColumnBase = ~fn.EXISTS(aided)
    return (HardshipFile.status == FileStatus.OPEN) & unaided


_IN_PROGRESS = (FileStatus.APPLIED, FileStatus.SURVEYED, FileStatus.PUBLISHED, FileStatus.PENDING)

HARDSHIP = Register(
    "hardship",
    "困难档案",
    HardshipFile,
    columns=(
        HardshipFile.file_no,
        HardshipFile.name,
        HardshipFile.employer,
        HardshipFile.category,
        HardshipFile.monthly_pc,
        HardshipFile.status,
    ),
    identity=(
        (HardshipFile.name, HardshipFile.birth_date, HardshipFile.employer),
        (HardshipFile.name, HardshipFile.birth_date, HardshipFile.mobile),
    ),
    sections=(
        Section(
            "基本情况",
            HardshipFile.id_number,
            HardshipFile.name,
            HardshipFile.sex,
            HardshipFile.birth_date,
            HardshipFile.id_differs_reason,
            HardshipFile.age,
            HardshipFile.ethnicity,
            HardshipFile.category,
            HardshipFile.main_cause,
            HardshipFile.told_on,
            HardshipFile.other_causes,
            HardshipFile.cause_text,
            HardshipFile.employer,
            HardshipFile.mobile,
            HardshipFile.work_status,
            HardshipFile.health,
            HardshipFile.disability,
            HardshipFile.disability_grade,
            HardshipFile.marital,
            HardshipFile.housing,
            HardshipFile.floor_area,
            HardshipFile.address,
            HardshipFile.postcode,
            HardshipFile.remark,
        ),
        Section(
            "收入测算",
            HardshipFile.own_monthly_income,
            HardshipFile.family_other_income,
            HardshipFile.exp_illness,
            HardshipFile.exp_disability,
            HardshipFile.exp_school,
            HardshipFile.exp_housing,
            HardshipFile.exp_other,
            HardshipFile.declared_size,
            HardshipFile.family_size,
            HardshipFile.computed_year_income,
            HardshipFile.stated_year_income,
            HardshipFile.stated_reason,
            HardshipFile.family_year_income,
            HardshipFile.monthly_pc,
            HardshipFile.net_monthly_pc,
            HardshipFile.poverty_line,
            HardshipFile.working,
        ),
        Section(
            "身份与工作",
            HardshipFile.political_status,
            HardshipFile.household_type,
            HardshipFile.household_region,
            HardshipFile.medical_insurance,
            HardshipFile.single_parent,
            HardshipFile.self_help,
            HardshipFile.zero_employment,
            HardshipFile.model_worker,
            HardshipFile.unit_nature,
            HardshipFile.unit_state,
            HardshipFile.industry,
            HardshipFile.work_start,
            HardshipFile.contract_date,
            HardshipFile.contract_term,
            HardshipFile.needs,
            HardshipFile.bank_name,
            HardshipFile.bank_branch,
            HardshipFile.bank_card,
            HardshipFile.bank_holder,
            HardshipFile.enterprise,
        ),
        Section(
            "核查",
            HardshipFile.private_school,
            HardshipFile.controls_company,
            HardshipFile.second_home,
            HardshipFile.motor_vehicle,
            HardshipFile.refuses_check,
            HardshipFile.refuses_work,
            HardshipFile.hires_others,
        ),
        Section(
            "办理",
            HardshipFile.file_no,
            HardshipFile.level,
            HardshipFile.category_old,
            HardshipFile.status,
            HardshipFile.applied_on,
            HardshipFile.visited_on,
            HardshipFile.discussed_on,
            HardshipFile.consent_on,
            HardshipFile.notice_from,
            HardshipFile.notice_to,
            HardshipFile.notice_result,
            HardshipFile.notice_remark,
            HardshipFile.approved_on,
            HardshipFile.opened_on,
            HardshipFile.above_since,
            HardshipFile.months_above,
            HardshipFile.closed_on,
            HardshipFile.close_reason,
            HardshipFile.filed_by,
            HardshipFile.audited_by,
            HardshipFile.entered_by,
            HardshipFile.helper,
            HardshipFile.national_system_on,
            HardshipFile.national_system_no,
        ),
        Section(
            "个人信息保护",
            HardshipFile.data_purpose,
            HardshipFile.data_consent_on,
            HardshipFile.data_consent_mode,
        ),
    ),
    filters=(
        HardshipFile.status,
        HardshipFile.category,
        HardshipFile.applied_on,
        HardshipFile.employer,
        HardshipFile.main_cause,
        Condition("一年未更新", _unchanged_for_a_year),
        Condition("从未帮扶", _never_helped),
        Condition("没有登记同意", HardshipFile.data_consent_on.is_null, usual=True),
    ),
    search=(
        HardshipFile.name,
        HardshipFile.id_number,
        HardshipFile.mobile,
        HardshipFile.employer,
        HardshipFile.file_no,
    ),
    checks=(
        checks.one_file_a_household,
        checks.causes_and_work,
        checks.household_is_complete,
        checks.category_fits_income,
        checks.worked_for_a_year,
        checks.account_is_the_households,
        checks.notice_has_a_result,
        checks.nothing_excludes,
        rounds.after_the_last_one,
        *PAPERS,
    ),
    consistency=CONSISTENCY,
    children=(
        Child(FAMILY, HardshipFamily.file),
        Child(PAYMENTS, AidPayment.file),
        Child(REVIEWS, HardshipReview.file),
        Child(ROUNDS, HardshipRound.file),
        Child(EVIDENCE, HardshipEvidence.file),
        earlier_child("hardship.earlier", "历次类别", EarlierFile),
    ),
    steps=(
        Step("登记入户调查", (FileStatus.APPLIED,), FileStatus.SURVEYED, asks=(HardshipFile.visited_on,)),
        Step(
            "开始公示",
            (FileStatus.SURVEYED,),
            FileStatus.PUBLISHED,
            asks=(HardshipFile.discussed_on, HardshipFile.consent_on, HardshipFile.notice_from),
            prepare=_publish_for_the_usual_days,
        ),
        Step(
            "登记公示结果",
            (FileStatus.PUBLISHED,),
            FileStatus.PENDING,
            asks=(HardshipFile.notice_result,),
            guard=checks.notice_ran_its_course,
        ),
        Step(
            "批准建档",
            (FileStatus.PENDING,),
            FileStatus.OPEN,
            asks=(HardshipFile.approved_on, HardshipFile.audited_by),
            guard=checks.nothing_excludes_approval,
            prepare=_open_on_approval,
        ),
        Step(
            "退档(脱困)",
            (FileStatus.OPEN,),
            FileStatus.CLOSED_OUT,
            asks=_CLOSING,
            guard=checks.stayed_above,
            usual=False,
        ),
        Step(
            "退档(其他)",
            (FileStatus.OPEN,),
            FileStatus.CLOSED_OTHER,
            asks=_CLOSING,
            usual=False,
        ),
        Step("不予建档", _IN_PROGRESS, FileStatus.DECLINED, asks=(HardshipFile.remark,), usual=False),
        Step(
            "重新申请",
            (FileStatus.DECLINED, FileStatus.CLOSED_OUT, FileStatus.CLOSED_OTHER),
            FileStatus.APPLIED,
            prepare=steps.forget_the_last_round,
            leave=steps.keep_the_last_round,
        ),
    ),
    prints=(
        HARDSHIP_ROSTER,
        LAYERS_ROSTER,
        HARDSHIP_FORM,
        HOUSEHOLD_DECLARATION,
        VISIT_FORM,
        CHECK_CONSENT,
        INCOME_PLEDGE,
        NOTICE,
        AID_LIST,
        PAYOUT,
        AID_COURSE,
        AID_LEDGER,
        AID_SPENDING,
    ),
    exports=(NATIONAL,),
    order=(HardshipFile.file_no.asc(),),
    status=HardshipFile.status,
    states=(
        State(FileStatus.APPLIED, "info", without=_OPENED_OR_CLOSED),
        State(FileStatus.SURVEYED, "info", without=_OPENED_OR_CLOSED),
        State(FileStatus.PUBLISHED, "info", without=_OPENED_OR_CLOSED),
        State(FileStatus.PENDING, "warn", without=_OPENED_OR_CLOSED),
        State(FileStatus.OPEN, "good", needs=(HardshipFile.opened_on,), without=_CLOSING),
        State(FileStatus.CLOSED_OUT, "quiet", needs=_OPENED_OR_CLOSED),
        State(FileStatus.CLOSED_OTHER, "quiet", needs=_OPENED_OR_CLOSED),
        State(FileStatus.DECLINED, "bad", without=_CLOSING),
    ),
    headline=_headline,
    unit="户",
    means=(HardshipFile.monthly_pc,),
    lookup=True,
    people=PersonLookup(HardshipFile.name, HardshipFile.id_number, _which_file),
    after_import=_after_import,
    due=files_due,
    retention=Retention(Retained.HARDSHIP, HardshipFile.closed_on),
    campaigns=(Campaign("金秋助学申请", each_year((7, 1), (8, 27))),),
    mergeable=True,
)

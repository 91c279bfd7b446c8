"""The rules of hardship files (domain 3.2 to 3.6 and 3.11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.records.base import Query
from app.records.profile import Profile, standard
from app.rules import regulations
from app.rules.dates import age_on
from app.rules.income import suggested_category
from app.rules.working_age import of_working_age
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import (
    EXCLUSIONS,
    OUT_OF_HARDSHIP,
    Category,
    FileStatus,
    HardshipFile,
    asked_on,
    members_at_home,
    months_above,
)
from app.subjects.hardship.limits.records import poverty_line_on

CLOSED = (FileStatus.CLOSED_OUT.value, FileStatus.CLOSED_OTHER.value, FileStatus.DECLINED.value)
_JOBLESS = ("下(待)岗", "失(无)业")


def active_files() -> Query[HardshipFile]:
    """Select the files that are neither closed nor declined."""
    return HardshipFile.alive().where(HardshipFile.status.not_in(CLOSED))


def one_file_a_household(file: HardshipFile) -> Iterator[Problem]:
    """One household has one file: no ID number stands in two, as holder or as family (domain 3.5)."""
    if not file.id_number or file.status in CLOSED:
        return
    other = active_files().where(HardshipFile.id != (file.id or 0))
    twin = other.where(HardshipFile.id_number == file.id_number).first()
    if twin is not None:
        yield Block(
            HardshipFile.id_number, f"{twin.name}已有档案（{twin.file_no}，{twin.status}），请打开那份档案"
        )
    ours = {kin.id_number for kin in members_at_home(file) if kin.id_number}
    if ours and (holder := other.where(HardshipFile.id_number.in_(ours)).first()):
        yield Block(
            HardshipFile.id_number,
            f"家庭成员{holder.name}已是档案{holder.file_no}的户主，一户只建一份档案",
            source=regulations.ONE_FILE.source,
        )
    kin = _kin_elsewhere(file.id_number, file.id)
    if kin is not None:
        yield Block(
            HardshipFile.id_number,
            f"已是{kin.file.name}档案（{kin.file.file_no}）中的家庭成员，一户只建一份档案",
            source=regulations.ONE_FILE.source,
        )


def _kin_elsewhere(id_number: str, file_id: int | None) -> HardshipFamily | None:
    kin = HardshipFamily.alive().join(HardshipFile)
    elsewhere = kin.where(
        HardshipFamily.id_number == id_number,
        HardshipFamily.lives_together,
        HardshipFamily.file != (file_id or 0),
        HardshipFile.deleted_at.is_null(),
        HardshipFile.status.not_in(CLOSED),
    )
    kin_elsewhere: HardshipFamily | None = elsewhere.first()
    return kin_elsewhere


def causes_and_work(file: HardshipFile) -> Iterator[Problem]:
    """Causes differ from each other; who could work and does not is explained (domain 3.6 and 3.11)."""
    if file.main_cause and file.main_cause in (file.other_causes or ()):
        yield Block(HardshipFile.other_causes, "次要原因不能与主要原因相同，请去掉它")
    if file.single_parent and file.marital == "已婚":
        yield Warn(HardshipFile.single_parent, "婚姻状况是已婚，请核对是否单亲")
    if _could_work(file):
        yield Warn(HardshipFile.work_status, "劳动年龄、身体良好而无业，请说明原因，部分地区不予建档")


def _could_work(file: HardshipFile) -> bool:
    if file.work_status not in _JOBLESS or file.cause_text:
        return False
    return _fit_for_work(file, asked_on(file))


def _fit_for_work(person: HardshipFile | HardshipFamily, day: date | None) -> bool:
    if person.health != "良好" or not person.birth_date or person.sex is None:
        return False
    return of_working_age(person.birth_date, person.sex, day or date.today())


def household_is_complete(file: HardshipFile) -> Iterator[Problem]:
    """As many people stand in the rows of the household as the application says (domain 3.11)."""
    if file.declared_size is not None and file.family_size and file.declared_size != file.family_size:
        yield Warn(
            HardshipFile.declared_size,
            f"申报 {file.declared_size} 人，家庭成员表连本人共 {file.family_size} 人，请补齐或更正",
        )


def category_fits_income(file: HardshipFile) -> Iterator[Problem]:
    """The category should be the one that the net income per head suggests (domain 3.3)."""
    line = poverty_line_on(asked_on(file) or date.today())
    if line is None:
        if file.net_monthly_pc is not None:
            yield Warn(HardshipFile.monthly_pc, "还没有登记低保标准，无法核对困难类别，请在“设置”中登记")
        return
    if file.net_monthly_pc is None or file.category in (None, Category.ACCIDENT, Category.GUARDED):
        return
    category = suggested_category(
        file.net_monthly_pc, line.monthly, line.multiplier, inclusive=line.inclusive, low=line.low_income
    )
    if category == file.category:
        return
    lowest = HardshipFile.poverty_line.format(line.monthly)
    if category is None:
        above = "相对困难" if line.low_income is None else Category.LOW_INCOME
        yield Warn(HardshipFile.monthly_pc, f"超过{above}的上限（低保线 {lowest} 元），请核对困难类别")
    else:
        yield Warn(HardshipFile.monthly_pc, f"按低保线 {lowest} 元测算应为“{category}”，请核对困难类别")


def worked_for_a_year(file: HardshipFile) -> Iterator[Problem]:
    """A migrant worker needs a labour relation of at least a year (domain 3.2)."""
    day = asked_on(file)
    if file.work_status != "农民工" or file.contract_date is None or day is None:
        return
    if file.contract_date > _year_before(day):
        yield Warn(
            HardshipFile.contract_date,
            "到申请日不满一年，请核对是否符合建档条件",
            source=regulations.MIGRANT_CONTRACT.source,
        )


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def account_is_the_households(file: HardshipFile) -> Iterator[Problem]:
    """A bank account is the person's own or a relative's (domain 3.6 and 3.11)."""
    if not file.bank_card or not file.bank_holder:
        return
    if file.bank_holder not in {file.name, *(kin.name for kin in members_at_home(file))}:
        yield Warn(HardshipFile.bank_holder, "户名不是本人，也不在家庭成员中，请核对")


def stayed_above(file: HardshipFile) -> Iterator[Problem]:
    """Who rises above the line is eased (解困); out of hardship (脱困) is who stays above it (domain 18)."""
    if file.close_reason != OUT_OF_HARDSHIP:
        return
    needed, stayed = standard(Profile.out_months), months_above(file, file.closed_on or date.today())
    if stayed is None:
        yield Warn(HardshipFile.above_since, "请登记收入从哪天起高于标准")
    elif stayed < needed:
        yield Warn(
            HardshipFile.above_since,
            f"只连续 {stayed} 个月高于标准，未满 {needed} 个月，属于解困，请核对是否已脱困",
        )


def notice_has_a_result(file: HardshipFile) -> Iterator[Problem]:
    """A public notice that has run out waits for its result (domain 3.5 and 3.11)."""
    if file.status == FileStatus.PUBLISHED and file.notice_to and file.notice_to < date.today():
        yield Warn(HardshipFile.notice_to, "公示已到期，请登记公示结果")


def nothing_excludes(file: HardshipFile) -> Iterator[Problem]:
    """A yes on the checklist of domain 3.4 speaks against the file."""
    for question in EXCLUSIONS:
        if getattr(file, question.name) == "是":
            yield Warn(question, "属于不予建档的情形，请附证据并核对")


def nothing_excludes_approval(file: HardshipFile) -> Iterator[Problem]:
    """Who is excluded by the checklist cannot be approved."""
    for question in EXCLUSIONS:
        if getattr(file, question.name) == "是":
            yield Block(question, "属于不予建档的情形，不能批准；若已更正，请改为“否”")
        elif getattr(file, question.name) == "未核实":
            yield Warn(question, "尚未核实")


def notice_ran_its_course(file: HardshipFile) -> Iterator[Problem]:
    """A result can be noted only when the public notice is over."""
    if file.notice_to and file.notice_to >= date.today():
        yield Block(
            HardshipFile.notice_to,
            f"公示到{HardshipFile.notice_to.format(file.notice_to)}才结束，请到期后再登记结果",
        )
    if file.notice_result == "有异议":
        yield Block(HardshipFile.notice_result, "公示有异议，请先查明；查明无异议后再继续")


def person_is_known(kin: HardshipFamily) -> Iterator[Problem]:
    """A relative has an ID number or a reason for lacking one, and stands in one file only (domain 3.5).

    Children may lack a number (domain 3.6).
    """
    if not kin.id_number:
        if not kin.no_id_reason:
            yield Block(HardshipFamily.id_number, "请填写身份证号；没有的，请写明原因")
        return
    file = HardshipFile.get_or_none(HardshipFile.id == kin.file_id)
    if file is None:
        return
    if kin.id_number == file.id_number:
        yield Block(HardshipFamily.id_number, "与户主相同，户主不必再登记为家庭成员")
    if file.status in CLOSED or not kin.lives_together:
        return
    holder = active_files().where(HardshipFile.id != file.id, HardshipFile.id_number == kin.id_number).first()
    if holder is not None:
        yield Block(
            HardshipFamily.id_number,
            f"{holder.name}另有档案（{holder.file_no}），一户只建一份档案",
            source=regulations.ONE_FILE.source,
        )
    elif elsewhere := _kin_elsewhere(kin.id_number, file.id):
        yield Warn(HardshipFamily.id_number, f"也登记在{elsewhere.file.name}的家庭中，请核对")


def leaving_has_a_day(kin: HardshipFamily) -> Iterator[Problem]:
    """Whoever lived in the household until now still belongs to it in the figures of earlier years."""
    if kin.left_on is not None:
        if kin.lives_together:
            yield Block(HardshipFamily.lives_together, "填了“共同生活止”的，“是否共同生活”请选“否”")
        return
    if kin.id is None or kin.lives_together:
        return
    before = HardshipFamily.get_by_id(kin.id)
    if before.lives_together and before.created_at.date() < date.today():
        yield Warn(HardshipFamily.left_on, "以前共同生活的，请填到哪天止，不然以前年度的家庭人口也会少")


def schooling_fits_age(kin: HardshipFamily) -> Iterator[Problem]:
    """Nobody over 18 goes to primary school (domain 3.11)."""
    grown = kin.birth_date and age_on(kin.birth_date, date.today()) > 18
    if grown and kin.occupation == "学生" and (kin.education or "").startswith("小学"):
        yield Warn(HardshipFamily.education, "已满 18 岁而仍填小学，请核对出生日期或学历")


def jobless_kin_is_explained(kin: HardshipFamily) -> Iterator[Problem]:
    """A healthy relative of working age without work is explained in the file (domain 3.11)."""
    if kin.occupation != "失业" or not kin.lives_together:
        return
    file = HardshipFile.get_or_none(HardshipFile.id == kin.file_id)
    if file is not None and not file.cause_text and _fit_for_work(kin, asked_on(file)):
        yield Warn(
            HardshipFamily.occupation,
            "劳动年龄、身体良好而失业，请在档案的致困原因说明中写明，部分地区不予建档",
        )

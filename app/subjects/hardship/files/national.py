"""Hardship files for the national aid system: its columns, terms and order, all as text (domain 3.6)."""

from __future__ import annotations

from datetime import date

from app.fields import DateField, Described, MoneyField
from app.register import PrescribedExport, PrescribedSheet
from app.subjects.hardship.families.records import HardshipFamily as Kin
from app.subjects.hardship.files.records import HardshipFile as File

Column = tuple[str, Described]

FILE: tuple[Column, ...] = (
    ("档案编号(职工编号)", File.file_no),
    ("建档级别", File.level),
    ("困难类别", File.category),
    ("困难类别(旧口径)", File.category_old),
    ("姓名", File.name),
    ("性别", File.sex),
    ("民族", File.ethnicity),
    ("出生日期", File.birth_date),
    ("身份证号", File.id_number),
    ("政治面貌", File.political_status),
    ("健康状况", File.health),
    ("残疾类别", File.disability),
    ("残疾等级", File.disability_grade),
    ("工作状态", File.work_status),
    ("劳模类型", File.model_worker),
    ("婚姻状况", File.marital),
    ("是否单亲", File.single_parent),
    ("户口类型", File.household_type),
    ("户口所在地行政区划", File.household_region),
    ("住房类型", File.housing),
    ("建筑面积", File.floor_area),
    ("工作单位", File.employer),
    ("单位性质", File.unit_nature),
    ("企业状况", File.unit_state),
    ("所属行业", File.industry),
    ("工作时间", File.work_start),
    ("劳动合同签订时间", File.contract_date),
    ("合同期限", File.contract_term),
    ("本人月平均收入", File.own_monthly_income),
    ("家庭其他非薪资年收入", File.family_other_income),
    ("家庭年度总收入", File.family_year_income),
    ("家庭人口", File.family_size),
    ("家庭月人均收入", File.monthly_pc),
    ("因病刚性支出(年)", File.exp_illness),
    ("因残刚性支出(年)", File.exp_disability),
    ("因学刚性支出(年)", File.exp_school),
    ("住房刚性支出(年)", File.exp_housing),
    ("其他刚性支出(年)", File.exp_other),
    ("医保状况", File.medical_insurance),
    ("是否有一定自救能力", File.self_help),
    ("是否零就业家庭", File.zero_employment),
    ("主要致困原因", File.main_cause),
    ("次要致困原因", File.other_causes),
    ("致困原因说明", File.cause_text),
    ("帮扶需求", File.needs),
    ("开户银行", File.bank_name),
    ("支行", File.bank_branch),
    ("银行卡号", File.bank_card),
    ("户名", File.bank_holder),
    ("建档人", File.filed_by),
    ("审核人", File.audited_by),
    ("录入人", File.entered_by),
    ("申请日期", File.applied_on),
    ("入户日期", File.visited_on),
    ("评议日期", File.discussed_on),
    ("公示开始", File.notice_from),
    ("公示截止", File.notice_to),
    ("审批日期", File.approved_on),
    ("建档日期", File.opened_on),
    ("公示结果", File.notice_result),
    ("联系人(结对帮扶)", File.helper),
    ("状态", File.status),
    ("退档日期", File.closed_on),
    ("退档原因", File.close_reason),
    ("全国系统录入日期", File.national_system_on),
    ("全国系统编号", File.national_system_no),
)
FAMILY: tuple[Column, ...] = (
    ("姓名", Kin.name),
    ("关系", Kin.relation),
    ("民族", Kin.ethnicity),
    ("身份证号", Kin.id_number),
    ("出生日期", Kin.birth_date),
    ("性别", Kin.sex),
    ("政治面貌", Kin.political_status),
    ("月收入", Kin.monthly_income),
    ("劳模类型", Kin.model_worker),
    ("健康状况", Kin.health),
    ("疾病/残疾类别", Kin.illness),
    ("医保状况", Kin.medical_insurance),
    ("婚姻状况", Kin.marital),
    ("户口类型", Kin.household_type),
    ("手机号码", Kin.mobile),
    ("人员身份", Kin.occupation),
    ("当前学历", Kin.education),
    ("入学年份", Kin.school_from),
    ("学制", Kin.school_years),
    ("单位或学校", Kin.workplace),
    ("是否共同生活", Kin.lives_together),
)
# The form's own terms for what the office calls otherwise (domain 3.6, 劳模类型).
_TERMS = {"全国劳模": "全国", "省部级劳模": "省部级", "地市级劳模": "地市级"}


def national_text(field: Described, value: object) -> str:
    """Write a value as the national form has it: plain digits, ISO days, its own terms."""
    if value is None:
        return ""
    if isinstance(field, MoneyField) and isinstance(value, int):
        return f"{value // 100}.{value % 100:02d}"
    if isinstance(field, DateField) and isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and value.isascii():
        return value  # numbers without blanks, days known to the month only
    text = field.format(value)
    return _TERMS.get(text, text)


NATIONAL = PrescribedExport(
    "national",
    "全国系统",
    "导出全国系统表…",
    sheets=(
        PrescribedSheet("困难职工档案", FILE),
        PrescribedSheet(
            "家庭成员",
            FAMILY,
            owner=Kin.file,
            leading=(("档案编号(职工编号)", File.file_no), ("职工姓名", File.name)),
        ),
    ),
    text=national_text,
)
"""The files as the national aid system takes them."""

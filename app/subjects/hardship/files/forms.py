"""The hardship file on paper (困难职工档案表): the person, the household, its income, the opinions."""

from __future__ import annotations

from app.printing.filling import Filling, Row, heading, headings, labelled, opinion, table
from app.printing.form import Cell, FormSheet
from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.lists import FILES
from app.subjects.hardship.files.records import HardshipFile, yearly_outlay

_OPINIONS = ("基层党组织或行政意见", "基层工会或办事处意见", "上级工会意见")
_OPINION_HEIGHT = 47.0
_FAMILY_ROWS = 4
_FAMILY = (
    ("姓名", 3),
    ("关系", 2),
    ("性别", 1),
    ("民族", 2),
    ("出生日期", 4),
    ("身份证号", 5),
    ("政治面貌", 3),
    ("婚姻状况", 2),
    ("户口类型", 2),
)
_SITUATION = (
    ("姓名", 3),
    ("健康状况", 3),
    ("医保状况", 2),
    ("月收入（元）", 3),
    ("人员身份", 2),
    ("劳模类型", 2),
    ("单位或学校", 3),
    ("学历、入学\n年份、学制", 3),
    ("手机号码", 3),
)
_OUTLAYS = (
    ("因病刚性支出", HardshipFile.exp_illness),
    ("因残刚性支出", HardshipFile.exp_disability),
    ("因学刚性支出", HardshipFile.exp_school),
    ("住房刚性支出", HardshipFile.exp_housing),
    ("其他刚性支出", HardshipFile.exp_other),
)


def sheet(file: HardshipFile, full_ids: bool) -> FormSheet:
    """Set one hardship file out on paper."""
    filling, family = Filling(file, full_ids=True), _family(file)
    return FormSheet(
        "困难职工档案表",
        (
            *_person(filling),
            *_work(filling),
            *_income(filling),
            heading("家庭主要成员"),
            *table(_FAMILY, [_kin_row(kin, full_ids) for kin in family], least=_FAMILY_ROWS),
            heading("家庭主要成员的就业、就学和保障"),
            *table(_SITUATION, [_situation_row(kin) for kin in family], least=_FAMILY_ROWS),
            (Cell("致困原因", 2, label=True), Cell(_causes(file), 22, align="left", height_mm=16)),
            *_course(filling),
            *(opinion(label, _OPINION_HEIGHT) for label in _OPINIONS),
        ),
        head_left=f"档案编号：{file.file_no or ''}",
        head_right=f"建档日期：{filling.value(HardshipFile.opened_on) or BLANK_DATE}",
        closing=(
            f"建档人：{file.filed_by or ''}",
            f"审核人：{file.audited_by or ''}",
            f"录入人：{file.entered_by or ''}",
            "申请人签名：",
        ),
        notes=("本表一式三份，由单位、系统和地区帮扶中心各存一份。",),
    )


def _person(filling: Filling[HardshipFile]) -> tuple[Row, ...]:
    boxed = filling.boxed
    return (
        (
            *boxed(HardshipFile.name, 5),
            *boxed(HardshipFile.sex, 2),
            *boxed(HardshipFile.ethnicity, 4),
            *boxed(HardshipFile.birth_date, 5),
        ),
        (
            *boxed(HardshipFile.id_number, 7),
            *boxed(HardshipFile.political_status, 4),
            *boxed(HardshipFile.mobile, 7, "联系电话"),
        ),
        (
            *boxed(HardshipFile.category, 4),
            *boxed(HardshipFile.category_old, 4, "旧口径类别", wide=3),
            *boxed(HardshipFile.level, 3),
            *boxed(HardshipFile.model_worker, 4),
        ),
        (
            *boxed(HardshipFile.health, 5),
            *labelled("残疾类别", _disability(filling), 4),
            *boxed(HardshipFile.marital, 3),
            *boxed(HardshipFile.single_parent, 4),
        ),
        (
            *boxed(HardshipFile.medical_insurance, 5),
            *boxed(HardshipFile.household_type, 4),
            *boxed(HardshipFile.household_region, 8, wide=3),
        ),
        (
            *boxed(HardshipFile.housing, 5),
            *boxed(HardshipFile.floor_area, 4, "面积（㎡）"),
            *boxed(HardshipFile.self_help, 2, "有自救能力", wide=3),
            *boxed(HardshipFile.zero_employment, 3, "零就业家庭", wide=3),
        ),
        (*boxed(HardshipFile.address, 16, align="left"), *boxed(HardshipFile.postcode, 4)),
    )


def _disability(filling: Filling[HardshipFile]) -> str:
    parts = (filling.value(HardshipFile.disability), filling.value(HardshipFile.disability_grade))
    return "　".join(part for part in parts if part)


def _work(filling: Filling[HardshipFile]) -> tuple[Row, ...]:
    boxed = filling.boxed
    return (
        (
            *boxed(HardshipFile.employer, 13, align="left"),
            *boxed(HardshipFile.unit_nature, 7),
        ),
        (
            *boxed(HardshipFile.work_status, 4),
            *boxed(HardshipFile.unit_state, 3),
            *boxed(HardshipFile.industry, 4),
            *boxed(HardshipFile.work_start, 5),
        ),
        (
            *boxed(HardshipFile.contract_date, 5, "合同签订"),
            *boxed(HardshipFile.contract_term, 4),
            *boxed(HardshipFile.needs, 9),
        ),
    )


def _income(filling: Filling[HardshipFile]) -> tuple[Row, ...]:
    boxed, file = filling.boxed, filling.record
    outlays = [filling.value(field) for _, field in _OUTLAYS]
    total = yearly_outlay(file)
    return (
        (
            *boxed(HardshipFile.own_monthly_income, 4, "本人月平均收入（元）", wide=4, align="right"),
            *boxed(HardshipFile.family_other_income, 4, "家庭其他年收入（元）", wide=4, align="right"),
            *boxed(HardshipFile.family_year_income, 4, "家庭年度总收入（元）", wide=4, align="right"),
        ),
        headings([(f"{label}（元/年）", 4) for label, _ in _OUTLAYS] + [("刚性支出合计（元/年）", 4)]),
        tuple(
            Cell(text, 4, align="right")
            for text in (*outlays, HardshipFile.exp_other.format(total) if total else "")
        ),
        (
            *boxed(HardshipFile.family_size, 2),
            *boxed(HardshipFile.monthly_pc, 4, "家庭月人均\n收入（元）", wide=3, align="right"),
            *boxed(HardshipFile.net_monthly_pc, 4, "月人均净收入（元）", wide=3, align="right"),
            *boxed(HardshipFile.poverty_line, 3, "低保标准（元/月）", wide=3, align="right"),
        ),
        labelled("算式", "" if file.monthly_pc is None else file.working, 22, align="left"),
    )


def _family(file: HardshipFile) -> list[HardshipFamily]:
    if file.id is None:
        return []
    kin = HardshipFamily.alive().where(HardshipFamily.file == file.id)
    return list(kin.order_by(HardshipFamily.id))


def _kin_row(kin: HardshipFamily, full_ids: bool) -> tuple[str, ...]:
    value = Filling(kin, full_ids).value
    apart = "" if kin.lives_together else "（不共同生活）"
    return (
        value(HardshipFamily.name),
        value(HardshipFamily.relation) + apart,
        value(HardshipFamily.sex),
        value(HardshipFamily.ethnicity),
        value(HardshipFamily.birth_date),
        value(HardshipFamily.id_number) or value(HardshipFamily.no_id_reason),
        value(HardshipFamily.political_status),
        value(HardshipFamily.marital),
        value(HardshipFamily.household_type),
    )


def _situation_row(kin: HardshipFamily) -> tuple[str, ...]:
    value = Filling(kin, full_ids=False).value
    return (
        value(HardshipFamily.name),
        _short(value(HardshipFamily.health)),
        _short(value(HardshipFamily.medical_insurance)),
        value(HardshipFamily.monthly_income),
        value(HardshipFamily.occupation),
        value(HardshipFamily.model_worker),
        value(HardshipFamily.workplace),
        _schooling(kin),
        value(HardshipFamily.mobile),
    )


def _schooling(kin: HardshipFamily) -> str:
    """Say on two lines what school somebody is in: degree and year of entry, and how long it lasts."""
    begun = " ".join(
        text for text in (kin.education, HardshipFamily.school_from.format(kin.school_from)) if text
    )
    return "\n".join(
        text for text in (begun, f"学制{kin.school_years}年" if kin.school_years else "") if text
    )


def _short(term: str) -> str:
    """Leave out what a term explains in brackets: 居民医保(城镇居民、新农合) → 居民医保."""
    return term.partition("(")[0]


def _causes(file: HardshipFile) -> str:
    causes = [f"主要：{file.main_cause}"] if file.main_cause else []
    if file.other_causes:
        causes.append(f"次要：{HardshipFile.other_causes.format(file.other_causes)}")
    return "\n".join(part for part in ("　".join(causes), file.cause_text) if part)


def _course(filling: Filling[HardshipFile]) -> tuple[Row, ...]:
    boxed, file = filling.boxed, filling.record
    bank = (file.bank_name or "") + (file.bank_branch or "")
    days = (filling.value(HardshipFile.notice_from), filling.value(HardshipFile.notice_to))
    closed = (filling.value(HardshipFile.closed_on), filling.value(HardshipFile.close_reason))
    entered = (
        filling.value(HardshipFile.national_system_on),
        filling.value(HardshipFile.national_system_no),
    )
    return (
        (
            *labelled("开户银行", bank, 8),
            *boxed(HardshipFile.bank_holder, 4),
            *boxed(HardshipFile.bank_card, 6),
        ),
        (
            *boxed(HardshipFile.applied_on, 4),
            *boxed(HardshipFile.visited_on, 4),
            *boxed(HardshipFile.discussed_on, 4),
            *boxed(HardshipFile.approved_on, 4),
        ),
        (
            *labelled("公示起止", "至".join(days) if all(days) else "", 10),
            *boxed(HardshipFile.notice_result, 4),
            *boxed(HardshipFile.helper, 4, "联系人"),
        ),
        (
            *labelled("录入全国系统", _joined(entered), 10),
            *labelled("退档日期和原因", _joined(closed), 10),
        ),
        boxed(HardshipFile.remark, 22, align="left"),
    )


def _joined(texts: tuple[str, ...]) -> str:
    return "　".join(text for text in texts if text)


HARDSHIP_FORM = FormPrint(
    "hardship.file",
    "困难职工档案表",
    HardshipFile,
    FILES,
    sheet,
    own_numbers=True,
    single="档案表",
)

"""What a household declares, and what a visit to it found (domain 3.9)."""

from __future__ import annotations

from app.fields import Shown
from app.printing.filling import Filling, Row, heading, labelled, opinion, table, to_tick
from app.printing.form import GRID, Cell, FormSheet
from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.lists import FILES
from app.subjects.hardship.files.records import EXCLUSIONS, HardshipFile, members_at_home
from app.subjects.hardship.reviews.records import HardshipReview

_FAMILY = (
    ("姓名", 4),
    ("关系", 2),
    ("身份证号", 6),
    ("健康状况", 3),
    ("月收入（元）", 3),
    ("单位或学校", 6),
)
_FAMILY_ROWS = 5
_OBSERVATIONS = (
    "住房情况（产权、面积、装修）",
    "家庭人口和健康状况",
    "收入和支出（与申报是否一致）",
    "家电、车辆等财产",
    "邻里、居委会反映",
)


def _declaration(file: HardshipFile, full_ids: bool) -> FormSheet:
    filling = Filling(file, full_ids=True)
    boxed = filling.boxed
    return FormSheet(
        "困难职工家庭申报表",
        (
            labelled("申请类别", to_tick(("日常救助", "临时救助")), 22),
            *_applicant(filling),
            (*boxed(HardshipFile.category, 10), *boxed(HardshipFile.main_cause, 10, "致困原因")),
            (
                *boxed(HardshipFile.own_monthly_income, 4, "本人月平均收入（元）", wide=4, align="right"),
                *boxed(HardshipFile.family_other_income, 4, "家庭其他年收入（元）", wide=4, align="right"),
                *boxed(HardshipFile.family_size, 4, "共同生活人口（人）", wide=4),
            ),
            heading("共同生活的家庭成员"),
            *table(_FAMILY, [_kin_row(kin, full_ids) for kin in members_at_home(file)], least=_FAMILY_ROWS),
            (
                Cell("申请理由\n和帮扶需求", 3, label=True),
                Cell(_reason(filling), GRID - 3, align="left", height_mm=24),
            ),
            (
                Cell("申请人承诺", 3, label=True),
                Cell(
                    "以上所填内容属实，如有隐瞒或虚报，愿承担由此产生的责任。",
                    GRID - 3,
                    align="left",
                    height_mm=24,
                    foot=f"申请人签名：　　　　　　　{BLANK_DATE}",
                ),
            ),
            opinion("基层工会意见", 48),
        ),
        head_left=f"档案编号：{file.file_no or ''}",
        head_right=f"申报日期：{filling.value(HardshipFile.applied_on) or BLANK_DATE}",
        closing=(f"登记人：{file.filed_by or ''}", "审核人："),
    )


def _applicant(filling: Filling[HardshipFile]) -> tuple[Row, ...]:
    boxed = filling.boxed
    return (
        (
            *boxed(HardshipFile.name, 5),
            *boxed(HardshipFile.sex, 2),
            *boxed(HardshipFile.birth_date, 5),
            *boxed(HardshipFile.marital, 4),
        ),
        (*boxed(HardshipFile.id_number, 8), *boxed(HardshipFile.mobile, 12, "联系电话")),
        (*boxed(HardshipFile.employer, 12, align="left"), *boxed(HardshipFile.work_status, 8)),
        (*boxed(HardshipFile.address, 12, align="left"), *boxed(HardshipFile.housing, 8)),
    )


def _kin_row(kin: HardshipFamily, full_ids: bool) -> tuple[str, ...]:
    shown = (
        HardshipFamily.name,
        HardshipFamily.relation,
        HardshipFamily.id_number,
        HardshipFamily.health,
        HardshipFamily.monthly_income,
        HardshipFamily.workplace,
    )
    return tuple(Filling(kin, full_ids).value(field) for field in shown)


def _reason(filling: Filling[HardshipFile]) -> str:
    shown: tuple[Shown, ...] = (HardshipFile.cause_text, HardshipFile.needs)
    reason, needs = (filling.value(field) for field in shown)
    return "\n".join(part for part in (reason, f"帮扶需求：{needs}" if needs else "") if part)


HOUSEHOLD_DECLARATION = FormPrint(
    "hardship.declaration",
    "困难职工家庭申报表",
    HardshipFile,
    FILES,
    _declaration,
    own_numbers=True,
    single="申报表",
)


def _visit(file: HardshipFile, _full_ids: bool) -> FormSheet:
    filling = Filling(file, full_ids=True)
    boxed = filling.boxed
    review = _last_visit(file)
    return FormSheet(
        "困难职工入户调查表",
        (
            *_applicant(filling),
            (
                *boxed(HardshipFile.family_size, 2),
                *boxed(HardshipFile.monthly_pc, 4, "申报月人均\n收入（元）", wide=4, align="right"),
                *boxed(HardshipFile.main_cause, 10, "致困原因"),
            ),
            heading("入户所见"),
            *((Cell(what, 7, label=True), Cell("", 17, height_mm=13)) for what in _OBSERVATIONS),
            heading("不予建档情形核对（有一项为“是”的不予建档）"),
            *(
                (Cell(field.label, 16, align="left"), Cell(_verdict(filling, field), 8))
                for field in EXCLUSIONS
            ),
            (
                Cell("调查结论", 3, label=True),
                Cell(
                    _conclusion(review),
                    GRID - 3,
                    align="left",
                    height_mm=26,
                    foot=f"调查人签名：　　　　　　、　　　　　　{BLANK_DATE}",
                ),
            ),
            (Cell("被调查人\n签名", 3, label=True), Cell("", GRID - 3, height_mm=14)),
        ),
        head_left=f"档案编号：{file.file_no or ''}",
        head_right=f"入户日期：{_visited(file, review) or BLANK_DATE}",
        notes=("入户调查不少于两人；被调查人不能签名的，由同住家属代签并注明关系。",),
    )


def _verdict(filling: Filling, field: Shown) -> str:
    answer = filling.value(field)
    return answer if answer in ("是", "否") else to_tick(("是", "否"), 8)


def _last_visit(file: HardshipFile) -> HardshipReview | None:
    """Return the last review at the household's home; None where there was none."""
    visits = HardshipReview.alive().where(
        HardshipReview.file == (file.id or 0), HardshipReview.mode == "入户"
    )
    last: HardshipReview | None = visits.order_by(HardshipReview.reviewed_on.desc()).first()
    return last


def _visited(file: HardshipFile, review: HardshipReview | None) -> str:
    return HardshipFile.visited_on.format(review.reviewed_on if review else file.visited_on)


def _conclusion(review: HardshipReview | None) -> str:
    return "　".join(part for part in (review.conclusion, review.remark) if part) if review else ""


VISIT_FORM = FormPrint(
    "hardship.visit",
    "入户调查表",
    HardshipFile,
    FILES,
    _visit,
    hides_ids=False,
    own_numbers=True,
    single="调查表",
)

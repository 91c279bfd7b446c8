"""The form on which a unit is surveyed (企业排摸登记表, domain 2.5 and 2.6), filled in on the visit."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.filling import Filling, Row, heading, labelled, story
from app.printing.form import FormSheet
from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint, PrintRequest
from app.printing.letter import or_blank
from app.printing.selection import Selection
from app.records.base import Query
from app.rules.dates import write_partial
from app.subjects.unions.enterprises.records import CLOSED, Enterprise
from app.subjects.unions.surveys.lists import SURVEYS
from app.subjects.unions.surveys.records import Survey, SurveyItem, large_unit, snapshot, survey_of


def _sheet(item: SurveyItem, full_ids: bool) -> FormSheet:
    """Set out what a unit was; what the survey does not keep of it is left to the visitor's pen."""
    survey, boxed = survey_of(item), Filling(item, full_ids).boxed
    month = write_partial(survey.month) if survey is not None and survey.month else ""
    return FormSheet(
        "企业排摸登记表",
        (
            heading("单位情况"),
            *_unit(item, full_ids),
            heading("职工情况"),
            (
                *boxed(SurveyItem.ownership_kind, 9, wide=3),
                *boxed(SurveyItem.employee_count, 9, wide=3),
            ),
            _by_hand("女职工", "农民工", "劳务派遣"),
            heading("建会情况"),
            *_union(item, survey.threshold if survey is not None else large_unit()),
            _by_hand("会员人数", "未入会人数", "工会主席"),
            story("未建会原因", item.no_union_reason, 22),
            story("建会计划", "", 18),
            story("工会作用发挥", "", 24),
            story("备注", item.remark, 16),
            (
                *boxed(SurveyItem.visited_by, 9, wide=3),
                *boxed(SurveyItem.visited_on, 9, wide=3),
            ),
        ),
        head_left=f"排摸名称：{or_blank(survey.name if survey is not None else None, 14)}",
        head_right=f"排摸日期：{month or BLANK_DATE}",
        closing=("单位负责人（签名）：", "单位（盖章）："),
    )


def _unit(item: SurveyItem, full_ids: bool) -> tuple[Row, ...]:
    """Return how the unit is found and reached; this is kept in its own record only."""
    unit = item.enterprise or _nothing()
    boxed = Filling(unit, full_ids).boxed
    return (
        labelled("单位名称", item.unit_name or "", 21, wide=3, align="left"),
        (*boxed(Enterprise.uscc, 9, wide=3), *boxed(Enterprise.business_status, 9, wide=3)),
        (
            *boxed(Enterprise.address, 9, wide=3, align="left"),
            *boxed(Enterprise.block, 9, "所在片区", wide=3, align="left"),
        ),
        (
            *boxed(Enterprise.legal_rep, 5, "负责人", wide=3),
            *boxed(Enterprise.phone, 5, wide=3),
            *boxed(Enterprise.industry, 5, wide=3),
        ),
        (
            *boxed(Enterprise.contact_name, 5, wide=3),
            *boxed(Enterprise.contact_post, 5, wide=3),
            *boxed(Enterprise.contact_mobile, 5, wide=3),
        ),
    )


def _nothing() -> Enterprise:
    return Enterprise(**dict.fromkeys(Enterprise.described()))


def _union(item: SurveyItem, threshold: int) -> tuple[Row, ...]:
    return (
        (
            *labelled("有无工会", _ticked(item.has_union, "有", "无"), 9, wide=3),
            *labelled("筹备组建中", _ticked(item.preparing, "是", "否"), 9, wide=3),
        ),
        (
            *labelled(f"{threshold}人以上", _ticked(item.over_50, "是", "否"), 9, wide=3),
            *labelled("建会意向", _chosen(item.intention), 9, wide=3),
        ),
    )


def _ticked(value: bool | None, yes: str, no: str) -> str:
    return f"{_box(value is True)}{yes}　　{_box(value is False)}{no}"


def _chosen(intention: str | None) -> str:
    return "　".join(f"{_box(intention == term)}{term}" for term in SurveyItem.intention.offered)


def _box(ticked: bool) -> str:
    return "■" if ticked else "□"


def _by_hand(*names: str) -> Row:
    return tuple(cell for name in names for cell in labelled(name, "", 5, wide=3))


def _surveyed(request: PrintRequest) -> Query[SurveyItem]:
    surveys = SURVEYS(request).select(Survey.id).order_by()
    units = SurveyItem.alive().where(SurveyItem.survey.in_(surveys)).join(Survey)
    return units.order_by(Survey.month, Survey.id, SurveyItem.id)


_UNITS = Selection(
    Enterprise,
    (Enterprise.search_key, Enterprise.id),
    otherwise=lambda _: Enterprise.alive().where(Enterprise.business_status.not_in(CLOSED)),
)
"""The units asked for; without any asked for, those open."""


def _to_visit(request: PrintRequest) -> Iterator[SurveyItem]:
    """Yield the units as a survey would find them today."""
    for unit in _UNITS(request):
        item = SurveyItem(enterprise=unit, no_union_reason=unit.no_union_reason, **snapshot(unit))
        item.over_50 = (unit.employee_count or 0) >= large_unit()
        yield item


SURVEY_FORMS = FormPrint(
    "unions.surveys.forms",
    "企业排摸登记表",
    SurveyItem,
    _surveyed,
    _sheet,
    hides_ids=False,
    single="排摸登记表",
)
VISIT_FORM = FormPrint(
    "unions.enterprises.form",
    "企业排摸登记表",
    SurveyItem,
    _to_visit,
    _sheet,
    hides_ids=False,
    single="排摸登记表",
)

"""What a survey of enterprises prints: its sums by ownership, and the large units without a union."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.fields import Described
from app.printing.heads import LINE, blank, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest
from app.printing.selection import Selection
from app.printing.sheet import TOTAL_ROW
from app.printing.summaries import rate
from app.rules.dates import write_partial
from app.subjects.unions.enterprises.records import OWNERSHIPS, Enterprise
from app.subjects.unions.surveys.records import Survey, SurveyItem, items_of, large_unit


@dataclass(frozen=True)
class Group:
    """A survey's units of one ownership, or all of them."""

    title: str
    items: tuple[SurveyItem, ...]

    @property
    def without(self) -> tuple[SurveyItem, ...]:
        """Return the units that have no union and prepare none."""
        return tuple(item for item in self.items if not item.has_union and not item.preparing)

    @property
    def large(self) -> tuple[SurveyItem, ...]:
        """Return the units of the size the survey asks for."""
        return tuple(item for item in self.items if item.over_50)

    @property
    def with_union(self) -> int:
        """Count the units that have a union."""
        return sum(bool(item.has_union) for item in self.items)


def groups(survey: Survey) -> list[Group]:
    """Return a survey's units by ownership, as the choices are listed, then all together."""
    items = tuple(items_of(survey).order_by(SurveyItem.id))
    parts = [Group(kind, tuple(item for item in items if item.ownership_kind == kind)) for kind in OWNERSHIPS]
    return [*(part for part in parts if part.items), Group(TOTAL_ROW, items)]


SURVEYS = Selection(Survey, (Survey.month, Survey.id), Survey.month)
"""The surveys asked for, else all there are."""


def _heads(survey: Survey, number: int) -> tuple[str, str, str]:
    return (office_head(), f"{survey.name}　{write_partial(survey.month)}", f"共 {number} 家")


def _definition(threshold: int) -> str:
    return f"注：规模以上指职工 {threshold} 人以上，包括 {threshold} 人；建会率＝有工会的企业数÷企业数。"


def _blank() -> Part:
    return blank(f"排摸名称：{LINE}", notes=(_definition(large_unit()),))()


def _summary(survey: Survey, _: PrintRequest) -> Part:
    rows = groups(survey)
    return Part(rows, heads=_heads(survey, len(rows[-1].items)), notes=(_definition(survey.threshold),))


def _count(heading: str, number: Callable[[Group], int]) -> PrintColumn:
    return PrintColumn(None, 24, heading, align="right", text=lambda group: f"{number(group):,}")


SURVEY_SUMMARY = ListPrint(
    "unions.surveys.summary",
    "企业排摸情况汇总表",
    (
        PrintColumn(None, 34, "所有制类型", text=lambda group: group.title),
        _count("企业数", lambda group: len(group.items)),
        _count("职工人数", lambda group: sum(item.employee_count or 0 for item in group.items)),
        _count("有工会", lambda group: group.with_union),
        _count("筹备组建中", lambda group: sum(bool(item.preparing) for item in group.items)),
        _count("未建会", lambda group: len(group.without)),
        _count("规模以上", lambda group: len(group.large)),
        _count("其中无工会", lambda group: sum(not item.has_union for item in group.large)),
        PrintColumn(
            None,
            24,
            "建会率",
            align="right",
            text=lambda group: rate(group.with_union, len(group.items)),
        ),
    ),
    SURVEYS.each(_summary),
    unit="类",
    blank=_blank,
    blank_rows=12,
    single="汇总表",
)


def _large_without(survey: Survey, _: PrintRequest) -> Part:
    without = items_of(survey).where(SurveyItem.over_50, ~SurveyItem.has_union)
    items = list(without.order_by(SurveyItem.employee_count.desc(), SurveyItem.id))
    return Part(items, heads=_heads(survey, len(items)), notes=(_definition(survey.threshold),))


def _of_unit(field: Described) -> Callable[[SurveyItem], str]:
    """Return how to reach a unit of a survey, as the register of enterprises has it today."""
    return lambda item: field.format(getattr(item.enterprise, field.name)) if item.enterprise else ""


def _phone(item: SurveyItem) -> str:
    """Return the unit's telephone, else the mobile of its contact as lists show one (domain 12.2)."""
    unit = item.enterprise
    return (unit.phone or Enterprise.contact_mobile.mask(unit.contact_mobile)) if unit else ""


WITHOUT_UNION = ListPrint(
    "unions.surveys.without",
    "未建会规模以上企业名单",
    (
        PrintColumn(SurveyItem.unit_name, 58),
        PrintColumn(SurveyItem.ownership_kind, 22),
        PrintColumn(SurveyItem.employee_count, 16),
        PrintColumn(None, 54, "地址", text=_of_unit(Enterprise.address)),
        PrintColumn(None, 20, "联系人", text=_of_unit(Enterprise.contact_name), align="center"),
        PrintColumn(None, 28, "电话", text=_phone, align="center"),
        PrintColumn(SurveyItem.preparing, 14, "筹备组建中"),
        PrintColumn(SurveyItem.no_union_reason, 40),
        PrintColumn(SurveyItem.intention, 14),
        PrintColumn(None, 18, "备注"),
    ),
    SURVEYS.each(_large_without, "家"),
    blank=_blank,
    blank_rows=12,
    single="未建会名单",
)

"""Annual statistics returns on paper: who is urged, the summary, what was entered (domain 9.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.fields import ChoiceField
from app.printing.heads import LINE, blank, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.printing.summaries import Figures, about, figures, with_total
from app.rules.dates import write_date
from app.subjects.publications.returns.records import AnnualReturn, ReturnStatus
from app.subjects.publications.yearly_tasks.records import returns_deadline

_BLANK_YEAR = f"{LINE[:6]}统计年度"
_LACKING = (ReturnStatus.MISSING, ReturnStatus.SENT_BACK)
_IN = (ReturnStatus.RECEIVED, ReturnStatus.ENTERED)
_COUNTS = (
    AnnualReturn.workers,
    AnnualReturn.women_workers,
    AnnualReturn.migrant_workers,
    AnnualReturn.members,
    AnnualReturn.women_members,
    AnnualReturn.migrant_members,
    AnnualReturn.full_time,
    AnnualReturn.part_time,
    AnnualReturn.covered_units,
    AnnualReturn.delegates,
)


_RETURNS = Selection(
    AnnualReturn,
    (AnnualReturn.year, AnnualReturn.search_key, AnnualReturn.id),
    AnnualReturn.year,
)


def _by_year(states: tuple[str, ...], head: Callable[[int], str]) -> Sheets:
    """Return one sheet a statistics year of the returns asked for that are in one of the states."""

    def parts(request: PrintRequest) -> Iterator[Part]:
        for year, rows in _years(request, states):
            yield Part(rows, heads=(office_head(), head(year), f"共 {len(rows)} 家"))

    return Sheets(parts, AnnualReturn.year, unit="家", chosen=_in_states(states))


def _in_states(states: tuple[str, ...], only: str = "") -> Selection[AnnualReturn]:
    return replace(_RETURNS, where=lambda _: AnnualReturn.status.in_(states), only=only)


def _years(request: PrintRequest, states: tuple[str, ...]) -> Iterator[tuple[int, list[AnnualReturn]]]:
    for year, group in groupby(_in_states(states)(request), key=lambda row: int(row.year)):
        yield year, list(group)


def _deadline(year: int) -> str:
    return f"{year}统计年度　报送截止：{write_date(returns_deadline(year))}"


RETURNS_URGED = ListPrint(
    "publications.returns_urged",
    "年报催报表",
    (
        PrintColumn(AnnualReturn.union_name, 78),
        PrintColumn(AnnualReturn.union_type, 34),
        PrintColumn(AnnualReturn.status, 24),
        PrintColumn(AnnualReturn.reminders, 20, align="center"),
        PrintColumn(AnnualReturn.reminded_on, 38),
        PrintColumn(None, 34, "本次催报日期"),
        PrintColumn(None, 30, "接听人"),
        PrintColumn(AnnualReturn.check_note, 40, "答复或退回意见"),
    ),
    _by_year(_LACKING, _deadline),
    signing=True,
    blank=blank(f"{_BLANK_YEAR}　报送截止：{LINE[:6]}", ""),
    blank_rows=12,
    takes=AnnualReturn,
)

RETURNS_ENTERED = ListPrint(
    "publications.returns_entered",
    "统计年报已录入清单",
    (
        PrintColumn(AnnualReturn.code, 36, align="center"),
        PrintColumn(AnnualReturn.union_name, 74),
        PrintColumn(AnnualReturn.union_type, 32),
        AnnualReturn.workers,
        AnnualReturn.members,
        PrintColumn(AnnualReturn.received_on, 37),
        PrintColumn(AnnualReturn.check_result, heading="逻辑检查"),
        PrintColumn(AnnualReturn.entered_on, 37),
        PrintColumn(AnnualReturn.entered_by, 22),
    ),
    _by_year((ReturnStatus.ENTERED,), lambda year: f"{year}统计年度"),
    blank=blank(_BLANK_YEAR, ""),
    blank_rows=12,
    takes=AnnualReturn,
)


def _summaries(request: PrintRequest) -> Iterator[Part]:
    for year, rows in _years(request, _IN):
        for by in (AnnualReturn.union_type, AnnualReturn.ownership):
            heads = (office_head(), f"{year}统计年度　按{by.label}", f"共 {len(rows):,} 家")
            yield Part(with_total(_groups(rows, by)), heads=heads, notes=(_COUNTED,))


_COUNTED = "注：汇总已收和已录入的年报，期末数；统计年度为上年10月1日至本年9月30日，未填报的项目按 0 计。"


def _groups(rows: Sequence[AnnualReturn], by: ChoiceField) -> Iterator[Figures]:
    for kind in by.offered:
        group = [row for row in rows if getattr(row, by.name) == kind]
        if group:
            sums = (sum(getattr(row, count.name) or 0 for row in group) for count in _COUNTS)
            yield Figures((kind,), (len(group), *sums))


RETURNS_SUMMARY = ListPrint(
    "publications.returns_summary",
    "基层工会统计年报汇总表",
    (
        about("类别", 48),
        *figures("基层工会", *(count.label for count in _COUNTS), width_mm=20),
    ),
    Sheets(_summaries, AnnualReturn.year, unit="类", chosen=_in_states(_IN, "已收和已录入的")),
    closing=("填表人：", "审核人：", "单位负责人：", "填表日期："),
    blank=blank(_BLANK_YEAR, "", notes=(_COUNTED,)),
    blank_rows=12,
    takes=AnnualReturn,
)

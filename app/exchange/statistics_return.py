"""年报汇总: the annual statistics return for the upper union, from figures and cross tables alone.

The national unions' statistics year runs from October to September (domain 0.2 and 9.1).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.errors import Refused
from app.exchange.figure_sheets import FigureSheets
from app.figures.crosses import Cross
from app.figures.figure import Fact, Figure, Kind, Sum
from app.figures.reading import read_all, unit_of
from app.records.profile import office_name
from app.registry import figure_topics
from app.rules import periods
from app.rules.dates import write_date
from app.rules.periods import Period
from app.subject import FigureTopic
from app.target import written_whole

COVER, UNIONS, CHECKS = "封面", "组织建设", "逻辑检查"
_HEADINGS = ("项目", "数值", "单位", "上年", "增减")


def write(year: int, target: Path) -> Period:
    """Write the return of a statistics year, and return the period it covers.

    Raises Refused when nothing was entered for it, or the file cannot be written.
    """
    period = periods.statistics_year(year)
    if not any(cross.figure.number(period) for cross in crosses()):
        raise Refused(f"{period.label}还没有年报和基层工会的记录，请先登记。")
    with written_whole(target, ".xlsx") as unfinished:
        sheets = FigureSheets(unfinished)
        _cover(sheets, period)
        _unions(sheets, period)
        for subject in figure_topics():
            if subject.in_annual_return:
                _subject(sheets, subject, period)
        _checks(sheets, period)
        sheets.close()
    return period


def crosses() -> list[Cross]:
    """Return what is counted by type of union and ownership: over the year first, then what stands today."""
    returned = (cross for topic in figure_topics() for cross in topic.returned)
    return sorted(returned, key=lambda cross: cross.figure.kind is Kind.STOCK)


def _cover(sheets: FigureSheets, period: Period) -> None:
    sheet = sheets.sheet(COVER)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 44)
    sheets.title(sheet, 0, f"{period.said_on()}工会统计年报汇总")
    for row, (label, text) in enumerate(
        (
            ("填报单位（盖章）", office_name()),
            ("统计期间", f"{write_date(period.first)}至{write_date(period.last)}"),
            ("填报日期", write_date(date.today())),
            ("负责人", ""),
            ("填表人", ""),
        ),
        start=2,
    ):
        sheets.text(sheet, row, 0, label)
        sheets.text(sheet, row, 1, text)


def _unions(sheets: FigureSheets, period: Period) -> None:
    sheet = sheets.sheet(UNIONS)
    sheet.set_column(0, 0, 26)
    row = 0
    for cross in crosses():
        table = cross.read(period)
        if table.row_names:
            sheets.title(sheet, row, cross.title)
            row = sheets.cross(sheet, row + 1, table) + 1


def _subject(sheets: FigureSheets, subject: FigureTopic, period: Period) -> None:
    counted: list[Figure] = [figure for figure in subject.figures if not isinstance(figure, Fact)]
    sheet = sheets.sheet(subject.title)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 4, 16)
    sheets.title(sheet, 0, f"{subject.title}　{period.label}")
    sheets.headings(sheet, 1, _HEADINGS)
    for row, reading in enumerate(read_all(counted, period), start=2):
        sheets.text(sheet, row, 0, reading.figure.label)
        sheets.value(sheet, row, 1, reading.figure, reading.value)
        sheets.text(sheet, row, 2, unit_of(reading.figure))
        sheets.value(sheet, row, 3, reading.figure, reading.last)
        sheets.change(sheet, row, 4, reading)


def _checks(sheets: FigureSheets, period: Period) -> None:
    """Say of each sum whether it adds up, as the national software asks before it takes a return."""
    sheet = sheets.sheet(CHECKS)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 2, 80)
    sheets.headings(sheet, 0, ("类目", "应当相等", "结果"))
    row = 1
    for subject in figure_topics():
        for total in subject.sums:
            sheets.text(sheet, row, 0, subject.title)
            sheets.text(sheet, row, 1, _equation(total))
            sheets.text(sheet, row, 2, total.disagreement(period) or "逻辑正确")
            row += 1


def _equation(total: Sum) -> str:
    added = " + ".join(part.label for part in total.parts)
    return " − ".join((f"{total.whole.label} = {added}", *(part.label for part in total.less)))

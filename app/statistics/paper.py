"""统计报表: all figures of a period on paper, by subject, with definitions, charts and cross tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from app.figures.crosses import CrossTable
from app.figures.figure import Fact
from app.figures.reading import Reading, with_unit
from app.figures.wording import define
from app.printing.heads import office_head
from app.printing.pdf import PrintResult
from app.printing.sections import Grid, Section, SectionSheet
from app.printing.sheet import Column
from app.records.profile import office_name
from app.rules.dates import write_date
from app.rules.periods import Period
from app.statistics.charts import chart_of
from app.statistics.overview import Group, cross_tables, overview
from app.target import written_whole

TITLE = "统计报表"
TOTAL = "合计"
_COLUMNS = (
    Column("统计项", 52),
    Column("数值", 32, "right"),
    Column("上年同期", 32, "right"),
    Column("增减", 25, "right"),
    Column("类别", 15, "center"),
    Column("怎样统计", 109),
)
_PAPER_MM, _CELL_MM, _CELLS_MM = 265, 28, 205  # a cross table's cells leave the rest to its rows' names


def write(period: Period, target: Path, *, printed_at: datetime) -> PrintResult:
    """Write the figures of a period to a PDF file; raises Refused where it cannot be written."""
    from app.printing import pdf

    with written_whole(target, ".pdf") as unfinished:
        return pdf.write([sheet(period)], unfinished, printed_at=printed_at, author=office_name())


def sheet(period: Period) -> SectionSheet:
    """Return what the print says: a section for each subject, then the cross tables."""
    sections = [section for group in overview(period) for section in _subject(group, period)]
    sections += [_cross(table) for _, table in cross_tables(period) if table.row_names]
    return SectionSheet(
        title=f"{period.said_on()}{TITLE}",
        heads=(
            office_head(),
            f"上年同期：{period.year_before.label}",
            f"制表日期：{write_date(date.today())}",
        ),
        sections=tuple(sections),
    )


def _subject(group: Group, period: Period) -> Iterator[Section]:
    readings = [reading for reading in group.readings if _says_something(reading)]
    if not readings:
        return
    rows = [_row(reading) for reading in readings]
    notes = tuple(f"合计不符：{sentence}" for sentence in group.disagreements)
    pictured = (chart_of(reading.figure, period) for reading in readings if reading.figure.charted)
    charts = tuple(chart for chart in pictured if chart is not None)
    yield Section(group.subject.title, Grid(_COLUMNS, rows), notes, charts)


def _says_something(reading: Reading) -> bool:
    """Tell whether a figure is worth its line: something was counted, this year or last."""
    return bool(reading.value.number or reading.last.number)


def _row(reading: Reading) -> list[str]:
    figure = reading.figure
    value = with_unit(figure, reading.value.text)
    if reading.value.closed:
        value += "（关账）"
    return [
        figure.label,
        value,
        with_unit(figure, reading.last.text),
        "" if isinstance(figure, Fact) else reading.change,
        figure.kind.value,
        define(figure, reading.period),
    ]


def _cross(table: CrossTable) -> Section:
    figure, names = table.cross.figure, table.column_names

    def written(row: str | None, column: str | None) -> str:
        number = table.cell(row, column)
        return figure.scale.write(number) if number else ""

    cell = min(_CELL_MM, _CELLS_MM / (len(names) + 1))
    columns = [Column(table.cross.rows.title, _PAPER_MM - cell * (len(names) + 1))]
    columns += [Column(name, cell, "right") for name in (*names, TOTAL)]
    rows = [
        [row or TOTAL, *(written(row, column) for column in (*names, None))]
        for row in (*table.row_names, None)
    ]
    return Section(table.cross.title, Grid(tuple(columns), rows))

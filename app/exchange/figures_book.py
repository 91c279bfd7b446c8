"""All figures of a period as a workbook: one list, and a sheet for each cross table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.exchange.figure_sheets import FigureSheets
from app.figures.reading import Reading, parts_read, remark_on, unit_of
from app.figures.wording import define
from app.rules.periods import Period
from app.statistics.overview import Group, cross_tables, overview
from app.target import written_whole

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LIST = "统计"
HEADINGS = ("类目", "统计项", "数值", "单位", "上年同期", "增减", "类别", "怎样统计", "备注")
_WIDTHS = (12, 30, 16, 8, 16, 12, 10, 70, 24)
_FOLDED = {"level": 1, "hidden": True}


def write(period: Period, target: Path) -> int:
    """Write the figures of a period, their parts folded below them; return how many figures.

    Raises Refused when the file cannot be written.
    """
    with written_whole(target, ".xlsx") as unfinished:
        sheets = FigureSheets(unfinished)
        count = _List(sheets, period).write()
        for _, table in cross_tables(period):
            if table.row_names:
                sheet = sheets.sheet(table.cross.title)
                sheet.set_column(0, 0, 40)
                sheets.title(sheet, 0, f"{table.cross.title}　{period.said_on()}")
                sheets.cross(sheet, 1, table)
        sheets.close()
    return count


class _List:
    """The sheet that lists every figure."""

    def __init__(self, sheets: FigureSheets, period: Period) -> None:
        self._sheets, self._period = sheets, period
        self._sheet: Worksheet = sheets.sheet(LIST)
        self._row = 2
        for column, width in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, width)
        sheets.title(self._sheet, 0, f"{period.said_on()}统计　上年同期：{period.year_before.label}")
        sheets.headings(self._sheet, 1, HEADINGS)
        self._sheet.freeze_panes(2, 2)
        self._sheet.outline_settings(True, False, True, False)

    def write(self) -> int:
        """Write all subjects; return how many figures they have."""
        return sum(self._group(group) for group in overview(self._period))

    def _group(self, group: Group) -> int:
        for sentence in group.disagreements:
            self._sheets.text(self._sheet, self._row, 0, group.subject.title)
            self._sheets.text(self._sheet, self._row, 1, f"合计不符：{sentence}")
            self._row += 1
        for reading in group.readings:
            self._line(group.subject.title, reading)
            for part in parts_read(reading.figure, self._period):
                self._sheet.set_row(self._row, None, None, _FOLDED)
                self._line(group.subject.title, part)
        return len(group.readings)

    def _line(self, subject: str, reading: Reading) -> None:
        figure, row, sheet = reading.figure, self._row, self._sheet
        for column, text in (
            (0, subject),
            (1, figure.label),
            (3, unit_of(figure)),
            (6, figure.kind.value),
            (7, define(figure, self._period)),
            (8, _remark(reading)),
        ):
            self._sheets.text(sheet, row, column, text)
        self._sheets.value(sheet, row, 2, figure, reading.value)
        self._sheets.value(sheet, row, 4, figure, reading.last)
        self._sheets.change(sheet, row, 5, reading)
        self._row += 1


def _remark(reading: Reading) -> str:
    remark, live = remark_on(reading.value), reading.value.live
    return remark if live is None else f"{remark}，现为 {live}"

"""A workbook of figures: numbers as numbers with their units beside them, cross tables with their sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.exchange.spreadsheet import TOTAL, close_book, open_book
from app.figures.crosses import CrossTable
from app.figures.figure import Fact, Figure
from app.figures.measures import UNTOLD, Scale
from app.figures.reading import Reading, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_NUMBERS = {Scale.COUNT: "#,##0", Scale.MONEY: "#,##0.00", Scale.QUANTITY: "#,##0.##", Scale.SHARE: "0.0%"}
_DIVISORS = {Scale.COUNT: 1, Scale.MONEY: 100, Scale.QUANTITY: 100, Scale.SHARE: 1000}
_GROWTH, _POINTS = "+0.0%;-0.0%;0.0%", '+0.0"个百分点";-0.0"个百分点";0.0"个百分点"'
_CELL_CHARS = 12


class FigureSheets:
    """Writes sheets one after the other; to be closed in the end."""

    def __init__(self, target: Path) -> None:
        self._book = open_book(target)
        self._names: set[str] = set()
        self._formats: dict[str, Format] = {}

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet; its name is shortened and made unique as Excel asks."""
        plain = _FORBIDDEN.sub("", name)[:_LONGEST_NAME]
        number = 2
        while plain in self._names:
            plain = f"{_FORBIDDEN.sub('', name)[: _LONGEST_NAME - 2]}{number}"
            number += 1
        self._names.add(plain)
        added: Worksheet = self._book.add_worksheet(plain)
        return added

    def title(self, sheet: Worksheet, row: int, text: str) -> None:
        """Write a title into the first column."""
        sheet.write_string(row, 0, text, self._format(bold=True, font_size=14))

    def headings(self, sheet: Worksheet, row: int, names: Sequence[str]) -> None:
        """Write a row of headings."""
        heading = self._format(bold=True, bg_color="#EAF0FB", bottom=1)
        for column, name in enumerate(names):
            sheet.write_string(row, column, name, heading)

    def text(self, sheet: Worksheet, row: int, column: int, text: str, *, wrap: bool = False) -> None:
        """Write words."""
        sheet.write_string(row, column, text, self._format(text_wrap=True, valign="top") if wrap else None)

    def value(self, sheet: Worksheet, row: int, column: int, figure: Figure, value: Value) -> None:
        """Write a value as a number of its kind; the words of a fact, and what has no value, as text."""
        if value.number is None or isinstance(figure, Fact):
            sheet.write_string(row, column, value.text or UNTOLD)
        else:
            self.number(sheet, row, column, figure.scale, value.number)

    def number(
        self, sheet: Worksheet, row: int, column: int, scale: Scale, number: int, *, bold: bool = False
    ) -> None:
        """Write a number as a spreadsheet counts it: yuan for fen, a share for tenths of a percent."""
        shape = self._format(num_format=_NUMBERS[scale], bold=bold)
        sheet.write_number(row, column, number / _DIVISORS[scale], shape)

    def change(self, sheet: Worksheet, row: int, column: int, reading: Reading) -> None:
        """Write the change as a share; of shares, in percentage points."""
        if isinstance(reading.figure, Fact):
            return
        change = reading.growth
        if change is None:
            sheet.write_string(row, column, UNTOLD)
        elif reading.figure.scale is Scale.SHARE:
            sheet.write_number(row, column, change / 10, self._format(num_format=_POINTS))
        else:
            sheet.write_number(row, column, change / 1000, self._format(num_format=_GROWTH))

    def cross(self, sheet: Worksheet, row: int, table: CrossTable) -> int:
        """Write a cross table with its sums from a row on; return the row after it."""
        scale, names = table.cross.figure.scale, table.column_names
        self.headings(sheet, row, [table.cross.rows.title, *names, TOTAL])
        for place, name in enumerate((*table.row_names, None), start=row + 1):
            is_sum = name is None
            sheet.write_string(place, 0, name or TOTAL, self._format(bold=is_sum))
            for column, heading in enumerate((*names, None), start=1):
                number = table.cell(name, heading)
                self.number(sheet, place, column, scale, number, bold=is_sum or heading is None)
        sheet.set_column(1, len(names) + 1, _CELL_CHARS)
        return row + len(table.row_names) + 2

    def close(self) -> None:
        """Write the file; raises OSError when the disk will not have it."""
        close_book(self._book)

    def _format(self, **shape: object) -> Format:
        key = repr(sorted(shape.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(shape)
        return self._formats[key]

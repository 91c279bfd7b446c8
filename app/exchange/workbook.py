"""Writing a register's list into a workbook or a csv file, and an empty workbook to fill in."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.exchange.mapping import exported_fields, fillable
from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    Described,
    FlagField,
    MoneyField,
)
from app.listing import Asked, fetch_references, matching
from app.register import Register
from app.target import written_whole

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORMULA_STARTS = ("=", "+", "-", "@", "'")
_TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was
_ROWS_TO_FILL = 2000
_CHOICES_SHEET = "选项"


def export(register: Register, asked: Asked, target: Path) -> int:
    """Write the records asked for, in their order; return how many.

    The suffix decides: .xlsx or .csv. Raises Refused when the file cannot be written.
    """
    with written_whole(target, ".xlsx", ".csv") as unfinished:
        records = list(matching(register, asked))
        fetch_references(records, register.record)
        kept = exported_fields(register)
        if target.suffix.lower() == ".csv":
            _write_csv(kept, records, unfinished)
        else:
            book = _Book(register, kept, unfinished)
            book.fill(records)
            book.close()
    return len(records)


def template(register: Register, target: Path) -> None:
    """Write an empty workbook with the register's headings, choices and notes."""
    with written_whole(target, ".xlsx") as unfinished:
        book = _Book(register, fillable(register), unfinished)
        book.offer_choices()
        book.close()


def _write_csv(kept: Sequence[Described], records: Iterable[Any], target: Path) -> None:
    # With a byte order mark Excel and WPS read the Chinese as it is.
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([one.label for one in kept])
        writer.writerows(
            [_guarded(one.format(getattr(record, one.name))) for one in kept] for record in records
        )


def _guarded(text: str) -> str:
    """Keep a spreadsheet from taking text for a formula; the apostrophe is dropped on reading."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


class _Book:
    """A workbook with the fields' labels as its heading."""

    def __init__(self, register: Register, kept: Sequence[Described], target: Path) -> None:
        from xlsxwriter import Workbook

        self._kept = kept
        self._book: Workbook = Workbook(str(target), _TEXT_ONLY)
        self._sheet: Worksheet = self._book.add_worksheet(register.title[:31])
        self._formats = {
            "date": self._book.add_format({"num_format": "yyyy-mm-dd"}),
            "money": self._book.add_format({"num_format": "#,##0.00"}),
            "count": self._book.add_format({"num_format": "0"}),
        }
        self._write_headings()

    def _write_headings(self) -> None:
        text = self._book.add_format({"num_format": "@"})
        bold = self._book.add_format({"bold": True, "bg_color": "#EAF0FB", "bottom": 1})
        for column, one in enumerate(self._kept):
            self._sheet.set_column(column, column, max(one.chars, 2 * len(one.label)) + 2, text)
            self._sheet.write_string(0, column, one.label, bold)
            if one.hint:
                self._sheet.write_comment(0, column, one.hint)
        self._sheet.freeze_panes(1, 0)

    def fill(self, records: Iterable[Any]) -> None:
        """Write a row for each record: dates as dates, money and counts as numbers, the rest as text."""
        for row, record in enumerate(records, start=1):
            for column, one in enumerate(self._kept):
                value = getattr(record, one.name)
                if value is not None:
                    self._write(row, column, one, value)

    def _write(self, row: int, column: int, kept: Described, value: Any) -> None:
        if isinstance(kept, DateField) and value >= _FIRST_DAY:
            self._sheet.write_datetime(row, column, value, self._formats["date"])
        elif isinstance(kept, MoneyField):
            self._sheet.write_number(row, column, value / 100, self._formats["money"])
        elif isinstance(kept, CountField):
            self._sheet.write_number(row, column, value, self._formats["count"])
        else:
            self._sheet.write_string(row, column, kept.format(value))

    def offer_choices(self) -> None:
        """Offer the choices as drop-downs, from a hidden sheet: a list in the cell itself may not be long."""
        lists = self._book.add_worksheet(_CHOICES_SHEET)
        lists.hide()
        for column, one in enumerate(self._kept):
            if offered := _offered(one):
                lists.write_column(0, column, offered)
                source = f"={_CHOICES_SHEET}!{_absolute(0, column)}:{_absolute(len(offered) - 1, column)}"
                # A warning only: what is written otherwise, 丈夫 for 配偶, is understood too.
                asked = {"validate": "list", "source": source, "error_type": "warning"}
                self._sheet.data_validation(1, column, _ROWS_TO_FILL, column, asked)

    def close(self) -> None:
        """Write the file; raises OSError when the disk will not have it."""
        close_book(self._book)


def close_book(book: Workbook) -> None:
    """Write a workbook's file; raises OSError when the disk will not have it."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _absolute(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def _offered(kept: Described) -> tuple[str, ...]:
    if isinstance(kept, ChoiceField):
        return kept.offered
    return ("是", "否") if isinstance(kept, FlagField) else ()

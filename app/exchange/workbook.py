"""Writing a register's list into a workbook or a csv file, and an empty workbook to fill in."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.exchange.examples import MARK, example_rows
from app.exchange.mapping import CHOICES, NOTE
from app.exchange.spreadsheet import TOTAL, close_book, fit_columns, open_book, text_width
from app.exchange.targets import exported_fields, fillable
from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    Described,
    FlagField,
    MoneyField,
    PercentField,
    QuantityField,
    Shown,
    text_of,
)
from app.listing import Criteria, matching
from app.records.base import Record
from app.records.references import fetch_references
from app.register import Register
from app.target import Note, written_whole

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORMULA_STARTS = ("=", "+", "-", "@", "'")
_LIKE_A_NUMBER = re.compile(r"[0-9][0-9.,:/eE+-]*")
_WHOLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was
_ROWS_TO_FILL = 2000


def export(
    register: Register,
    criteria: Criteria,
    target: Path,
    *,
    shown: Sequence[Shown] | None = None,
    note: Note | None = None,
) -> int:
    """Write the records asked for, in their order, and `note` them; return how many.

    All exported fields, or only the columns `shown`, such as those of the list. The suffix
    decides: .xlsx or .csv. Raises Refused when the file cannot be written.
    """
    with written_whole(target, ".xlsx", ".csv") as unfinished:
        records = list(matching(register, criteria))
        fetch_references(records, register.record)
        columns: Sequence[Shown] = shown if shown is not None else exported_fields(register)
        if target.suffix.lower() == ".csv":
            _write_csv(register, columns, records, unfinished)
        else:
            book = _Book(register, columns, unfinished)
            book.fill(records)
            book.close()
        if note is not None:
            note(len(records))
    return len(records)


def template(register: Register, target: Path) -> None:
    """Write a workbook to fill in: the headings, choices, notes, and two rows that show how."""
    with written_whole(target, ".xlsx") as unfinished:
        book = _Book(register, fillable(register), unfinished)
        book.show_examples()
        book.offer_choices()
        book.close()


def _write_csv(register: Register, columns: Sequence[Shown], records: Sequence[Record], target: Path) -> None:
    # With a byte order mark Excel and WPS read the Chinese as it is.
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.label for column in columns])
        for record in records:
            writer.writerow([_cell(column, text_of(column, record, in_full=True)) for column in columns])
        if totals := _totals(register, columns, records):
            texts = [
                column.format(totals[column.name])
                if isinstance(column, Described) and column.name in totals
                else ""
                for column in columns
            ]
            writer.writerow([TOTAL, *texts[1:]])


def _cell(column: Shown, text: str) -> str:
    """Keep a spreadsheet from taking a number of a document for an amount, or a month for a day.

    Excel, WPS and LibreOffice read `="0123"` as the text 0123, and so does our own import; from the bare
    number they drop the last digits and the zeros before it.
    """
    counted = isinstance(column, MoneyField | CountField | QuantityField | PercentField)
    if counted or not _LIKE_A_NUMBER.fullmatch(text) or _WHOLE_DAY.fullmatch(text):
        return _guarded(text)
    return f'="{text}"'


def _guarded(text: str) -> str:
    """Keep a spreadsheet from taking text for a formula; the apostrophe is dropped on reading."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _totals(register: Register, columns: Sequence[Shown], records: Sequence[Record]) -> dict[str, int]:
    """Add up what the register adds up; the first column has the word for it."""
    names = {field.name for field in register.sums}
    summed = [column for column in columns[1:] if column.name in names] if records else []
    return {column.name: sum(getattr(record, column.name) or 0 for record in records) for column in summed}


class _Book:
    """A workbook with the columns' labels as its heading."""

    def __init__(self, register: Register, columns: Sequence[Shown], target: Path) -> None:
        self._register = register
        self._columns = columns
        self._book: Workbook = open_book(target)
        self._sheet: Worksheet = self._book.add_worksheet(register.title[:31])
        self._formats = {
            "date": self._book.add_format({"num_format": "yyyy-mm-dd"}),
            "money": self._book.add_format({"num_format": "#,##0.00"}),
            "count": self._book.add_format({"num_format": "0"}),
            "quantity": self._book.add_format({"num_format": "0.##"}),
        }
        self._text = self._book.add_format({"num_format": "@"})
        self._write_headings()

    def _write_headings(self) -> None:
        bold = self._book.add_format({"bold": True, "bg_color": "#EAF0FB", "bottom": 1})
        for column, field in enumerate(self._columns):
            self._sheet.set_column(column, column, max(field.chars, text_width(field.label)) + 2, self._text)
            self._sheet.write_string(0, column, field.label, bold)
            if field.guidance:
                self._sheet.write_comment(0, column, field.guidance)
        self._sheet.freeze_panes(1, 0)

    def fill(self, records: Sequence[Record]) -> None:
        """Write a row for each record: dates as dates, money and counts as numbers, the rest as text."""
        for row, record in enumerate(records, start=1):
            for column, field in enumerate(self._columns):
                value = getattr(record, field.name)
                if value is not None:
                    self._write(row, column, field, value)
        if totals := _totals(self._register, self._columns, records):
            self._write_totals(len(records) + 1, totals)
        labels = [field.label for field in self._columns]
        texts = ([text_of(field, record, in_full=True) for field in self._columns] for record in records)
        fit_columns(self._sheet, chain([labels], texts), self._text)

    def _write(self, row: int, column: int, field: Shown, value: Any) -> None:  # noqa: ANN401  # as typed as the field
        if isinstance(field, DateField) and value >= _FIRST_DAY:
            self._sheet.write_datetime(row, column, value, self._formats["date"])
        elif isinstance(field, MoneyField):
            self._sheet.write_number(row, column, value / 100, self._formats["money"])
        elif isinstance(field, CountField):
            self._sheet.write_number(row, column, value, self._formats["count"])
        elif isinstance(field, QuantityField):
            self._sheet.write_number(row, column, value / 100, self._formats["quantity"])
        elif text := field.format(value):
            self._sheet.write_string(row, column, text)

    def _write_totals(self, row: int, totals: dict[str, int]) -> None:
        bold = {"bold": True, "top": 1}
        word = self._book.add_format(bold)
        money = self._book.add_format(bold | {"num_format": "#,##0.00"})
        self._sheet.write_string(row, 0, TOTAL, word)
        for column, field in enumerate(self._columns[1:], start=1):
            total = totals.get(field.name)
            if total is None:
                self._sheet.write_blank(row, column, None, word)
            elif isinstance(field, MoneyField | QuantityField):
                self._sheet.write_number(row, column, total / 100, money)
            else:
                self._sheet.write_number(row, column, total, word)

    def show_examples(self) -> None:
        """Write two rows that show how the list is filled in; the importer passes them over."""
        grey = self._book.add_format({"num_format": "@", "italic": True, "font_color": "#6B7785"})
        beside = len(self._columns)
        self._sheet.write_string(0, beside, NOTE, grey)
        self._sheet.set_column(beside, beside, 26)
        for row, shown in enumerate(example_rows(self._register), start=1):
            for column, field in enumerate(self._columns):
                self._sheet.write_string(row, column, shown[field.name], grey)
            self._sheet.write_string(row, beside, MARK, grey)

    def offer_choices(self) -> None:
        """Offer the choices as drop-downs, from a hidden sheet: a list in the cell itself may not be long."""
        lists = self._book.add_worksheet(CHOICES)
        lists.hide()
        for column, field in enumerate(self._columns):
            if offered := _offered(field):
                lists.write_column(0, column, offered)
                source = f"={CHOICES}!{_absolute(0, column)}:{_absolute(len(offered) - 1, column)}"
                # A warning only: what is written otherwise, 丈夫 for 配偶, is understood too.
                rule = {"validate": "list", "source": source, "error_type": "warning"}
                self._sheet.data_validation(1, column, _ROWS_TO_FILL, column, rule)

    def close(self) -> None:
        """Write the file; raises OSError when the disk will not have it."""
        close_book(self._book)


def _absolute(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def _offered(field: Shown) -> tuple[str, ...]:
    if isinstance(field, ChoiceField):
        return field.offered
    return ("是", "否") if isinstance(field, FlagField) else ()

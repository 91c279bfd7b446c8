"""Writing xlsx files: opening and closing them, sheets of texts, columns as wide as what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TOTAL = "合计"
"""The heading of a row or a column of totals."""

# What somebody typed is never run as a formula nor opened as an address, whatever it begins with.
_TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NARROWEST, _WIDEST = 6, 40  # Latin characters
_MEASURED = 200  # rows that tell how wide a column is: measuring all would take as long as writing them


def open_book(target: Path) -> Workbook:
    """Begin a workbook in which texts stay texts; `close_book` writes its file."""
    from xlsxwriter import Workbook

    return Workbook(str(target), _TEXT_ONLY)


def close_book(book: Workbook) -> None:
    """Write a workbook's file; raises OSError when the disk will not have it."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


def write_texts(sheet: Worksheet, rows: Iterable[Sequence[str]], heading: Format, text: Format) -> None:
    """Write rows of texts, the first of them a frozen heading, the columns as wide as they need."""
    written = list(rows)
    for row, cells in enumerate(written):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, text if row else heading)
    fit_columns(sheet, written, text)
    sheet.freeze_panes(1, 0)


def fit_columns(sheet: Worksheet, rows: Iterable[Sequence[str]], text: Format) -> None:
    """Make columns as wide as the first rows need, and text the format of their empty cells."""
    for column, cells in enumerate(zip_longest(*islice(rows, _MEASURED), fillvalue="")):
        sheet.set_column(column, column, fitting_width(cells), text)


def fitting_width(texts: Iterable[str]) -> int:
    """Return the width of a column in which these texts can be read, within reason, in Latin characters."""
    return min(max(max(map(text_width, texts), default=0), _NARROWEST) + 2, _WIDEST)


def text_width(text: str) -> int:
    """Return how many Latin characters a text is as wide as: its widest line counts."""
    return max((sum(1 if char.isascii() else 2 for char in line) for line in text.split("\n")), default=0)

"""Writing the table of one record for another body: a workbook, or text with a separator."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from app.errors import Refused
from app.exchange.spreadsheet import close_book, fit_columns, open_book
from app.register import SheetTable
from app.target import Note, written_whole

SUFFIXES = (".xlsx", ".txt")
_TEXT = "gb18030"  # what the programs of Chinese banks read


def write_table(table: SheetTable, target: Path, *, note: Note | None = None) -> int:
    """Write a table, as text where the target ends in .txt; return how many rows it has above its total.

    Accounts stay text, amounts are numbers of two places without separators of thousands. Raises Refused
    when the file cannot be written, or a text bears the character that separates its columns.
    """
    with written_whole(target, *SUFFIXES) as unfinished:
        if target.suffix.lower() == ".txt":
            _write_text(table, unfinished)
        else:
            _write_book(table, unfinished)
        if note is not None:
            note(len(table.rows))
    return len(table.rows)


def _write_text(table: SheetTable, target: Path) -> None:
    rows = [[_text(cell) for cell in row] for row in table.lines]
    if table.has_heading:
        rows.insert(0, list(table.headings))
    for row in rows:
        for cell in row:
            if table.separator in cell:
                raise Refused(
                    f"“{cell}”中有分隔符“{table.separator}”，没有生成。请换一种分隔符，或存为 xlsx。"
                )
    with target.open("w", encoding=_TEXT, newline="") as file:
        csv.writer(file, delimiter=table.separator, quoting=csv.QUOTE_NONE, quotechar=None).writerows(rows)


def _write_book(table: SheetTable, target: Path) -> None:
    book = open_book(target)
    sheet = book.add_worksheet(table.title[:31])
    bold = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
    text, money = book.add_format({"num_format": "@"}), book.add_format({"num_format": "0.00"})
    first = int(table.has_heading)
    if table.has_heading:
        for column, heading in enumerate(table.headings):
            sheet.write_string(0, column, heading, bold)
        sheet.freeze_panes(1, 0)
    for row, cells in enumerate(table.lines, first):
        for column, cell in enumerate(cells):
            if isinstance(cell, Decimal):
                sheet.write_number(row, column, float(cell), money)
            else:
                sheet.write_string(row, column, cell, text)
    fit_columns(sheet, [table.headings, *(tuple(map(_text, cells)) for cells in table.lines)], text)
    close_book(book)


def _text(cell: str | Decimal) -> str:
    return f"{cell:.2f}" if isinstance(cell, Decimal) else cell

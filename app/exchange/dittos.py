"""Marks that say "as above": 〃 and 同上 stand for what is written in the row above."""

from __future__ import annotations

import re
from dataclasses import replace

from app.exchange.sheet import Sheet

_MARKS = ("〃", "″", "〞", '"', "＂", "”", "“", "同上", "同前")
_MARK = re.compile("|".join(_MARKS))
_DITTOS = frozenset((*_MARKS, "〃〃"))


def with_dittos_written_out(sheet: Sheet) -> Sheet:
    """Return the sheet with what each such mark stands for, and what is told of that.

    Empty rows are passed over. Below an empty cell a mark says nothing: that is told as an error.
    """
    rows, errors, days = list(sheet.rows), dict(sheet.errors), dict(sheet.days)
    changed: set[int] = set()
    above = 0
    for number, row in enumerate(rows):
        whole = "".join(row)
        if _MARK.search(whole):
            columns = [column for column, cell in enumerate(row) if cell.strip() in _DITTOS]
            cells = list(row)
            for column in columns:
                meant = rows[above][column] if number and column < len(rows[above]) else ""
                if not meant.strip() or meant.strip() in _DITTOS:
                    errors[number, column] = f"写的是“{row[column].strip()}”，上一行却是空的，请填写内容"
                    continue
                cells[column] = meant
                for told in (errors, days):
                    if (above, column) in told:
                        told[number, column] = told[above, column]
            if columns:
                rows[number] = cells
                changed.add(number)
        if whole.strip():
            above = number
    if not changed:
        return sheet
    return replace(sheet, rows=rows, errors=errors, days=days, dittos=frozenset(changed))


def without_headings(sheet: Sheet, heading: int) -> Sheet:
    """Return the sheet with what is told of dittos that stand for the names of columns, in row `heading`."""
    errors = dict(sheet.errors)
    names = sheet.rows[heading]
    for number in range(heading + 1, len(sheet.rows)):
        row = sheet.rows[number]
        same = [
            column for column, (cell, name) in enumerate(zip(row, names, strict=False)) if cell == name != ""
        ]
        if number not in sheet.dittos or not same:
            break
        errors.update({(number, column): "写的是“同上”之类，上面却没有内容，请填写" for column in same})
    return replace(sheet, errors=errors) if len(errors) > len(sheet.errors) else sheet

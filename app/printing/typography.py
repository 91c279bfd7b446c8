"""How words stand on paper in Chinese, however they were typed or are kept.

Brackets take a full width; thousands are parted in tables, where figures stand below each other, and not in
running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING

from app.printing.bound import BoundSheet, Single
from app.printing.form import Cell, FormSheet
from app.printing.labels import LabelSheet
from app.printing.letter import LetterSheet
from app.printing.packed import pack
from app.printing.sheet import Sheet
from app.rules.brackets import full_width

if TYPE_CHECKING:
    from app.printing.pdf import AnySheet

_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")


@singledispatch
def set_in_chinese(sheet: AnySheet) -> AnySheet:
    """Return a sheet as it is printed."""
    return sheet


@set_in_chinese.register
def _(sheet: Sheet) -> Sheet:
    left, middle, right = sheet.heads
    return replace(
        sheet,
        title=full_width(sheet.title),
        what=full_width(sheet.what),
        columns=tuple(replace(column, heading=full_width(column.heading)) for column in sheet.columns),
        rows=pack(map(_all, sheet.rows)),
        heads=(_running(left), _running(middle), _running(right)),
        intro=_running(sheet.intro),
        notes=tuple(map(_running, sheet.notes)),
    )


@set_in_chinese.register
def _form(sheet: FormSheet) -> FormSheet:
    return replace(
        sheet,
        title=full_width(sheet.title),
        rows=tuple(tuple(map(_cell, row)) for row in sheet.rows),
        head_left=full_width(sheet.head_left),
        head_right=full_width(sheet.head_right),
        notes=_all(sheet.notes),
    )


@set_in_chinese.register
def _letter(sheet: LetterSheet) -> LetterSheet:
    passages = tuple(replace(passage, text=_running(passage.text)) for passage in sheet.passages)
    notes = tuple(map(_running, sheet.notes))
    return replace(sheet, title=full_width(sheet.title), passages=passages, notes=notes)


@set_in_chinese.register
def _(sheet: LabelSheet) -> LabelSheet:
    labels = (tuple(replace(words, text=full_width(words.text)) for words in label) for label in sheet.labels)
    return replace(sheet, labels=tuple(labels))


@set_in_chinese.register
def _(sheet: BoundSheet) -> BoundSheet:
    return replace(
        sheet,
        cover=_single(sheet.cover),
        contents=lambda begins: _single(sheet.contents(begins)),
        papers=tuple(tuple(map(_single, paper)) for paper in sheet.papers),
        back=_single(sheet.back),
    )


def _single(sheet: Single) -> Single:
    return _form(sheet) if isinstance(sheet, FormSheet) else _letter(sheet)


def _running(text: str) -> str:
    return _THOUSANDS.sub(lambda number: number[0].replace(",", ""), full_width(text))


def _cell(cell: Cell) -> Cell:
    return replace(cell, text=full_width(cell.text)) if "(" in cell.text else cell


def _all(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple([full_width(text) if "(" in text else text for text in texts])

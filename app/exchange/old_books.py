"""Workbooks of Excel 97 and earlier (.xls, and .et of WPS): what their cells show."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.exchange.marks import Marks
from app.exchange.number_formats import BUILT_IN, Shown, is_plain, number_shown, text_shown
from app.exchange.sheet import NOT_CALCULATED, Place, Sheet, failed, trimmed

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet as BookSheet

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_BEFORE_COMPOUND = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")  # Excel 2 to 4, and bare streams
_BOF, _EOF, _BOUNDSHEET, _FORMULA, _RECALCULATED = 0x0809, 0x000A, 0x0085, 0x0006, 0x01C1
_NO_TEXT = b"\x03"
_CALCULATE_ON_LOAD = 0x0002
_GBK, _UNICODE_SINCE = "gb18030", 80


class Protected(Exception):
    """The workbook has a password."""


def is_old_book(head: bytes) -> bool:
    """Tell by its first bytes whether a file is a workbook of these kinds."""
    return head.startswith((COMPOUND, *_BEFORE_COMPOUND))


def open_old(path: Path) -> Book:
    """Open a workbook; raises Protected, or whatever its damage leads to."""
    import xlrd

    content = path.read_bytes()
    opened = partial(
        xlrd.open_workbook,
        file_contents=content,
        formatting_info=True,
        ragged_rows=True,
        on_demand=True,
        logfile=StringIO(),
    )
    try:
        book = opened()
        if book.biff_version < _UNICODE_SINCE and not book.codepage:
            book = opened(encoding_override=_GBK)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise Protected from error
        raise
    return book


def old_sheets(book: Book) -> dict[str, bool]:
    """Return the names of the sheets, in order, and whether each is seen."""
    sheets = map(book.sheet_by_index, range(book.nsheets))
    return {sheet.name: sheet.visibility == 0 for sheet in sheets}


def read_old(book: Book, title: str, name: str) -> Sheet:
    """Read a sheet of a workbook whose file is called `title`."""
    sheet = book.sheet_by_name(name)
    marks = Marks(from_1904=bool(book.datemode))
    formats = [_code(book, style) for style in range(len(book.xf_list))]
    rows = [
        [_text(sheet, (number, column), formats, marks) for column in range(sheet.row_len(number))]
        for number in range(sheet.nrows)
    ]
    for place in _never_calculated(book, book.sheet_names().index(name)):
        marks.note(place, Shown("=", error=NOT_CALCULATED))
    marks.write_into(rows)
    merged = [((top, left), (end - 1, right - 1)) for top, end, left, right in sheet.merged_cells]
    return Sheet(
        title,
        trimmed(rows),
        name,
        merged,
        frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden),
        marks.errors,
        marks.days,
        marks.from_1904,
        frozenset(number for number, info in sheet.rowinfo_map.items() if info.hidden),
    )


def _code(book: Book, style: int) -> str:
    key = book.xf_list[style].format_key
    known = book.format_map.get(key)
    return (known.format_str if known is not None else None) or BUILT_IN.get(key, "")


def _text(sheet: BookSheet, place: Place, formats: list[str], marks: Marks) -> str:
    import xlrd

    kind, value = sheet.cell_type(*place), sheet.cell_value(*place)
    code = formats[sheet.cell_xf_index(*place)]
    if kind == xlrd.XL_CELL_TEXT:
        return str(value) if is_plain(code) else text_shown(value, code)
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        shown = _number(value, code, from_1904=marks.from_1904)
        if shown.day or shown.error:
            marks.note(place, shown)
        return shown.text
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "是" if value else "否"
    if kind == xlrd.XL_CELL_ERROR:
        failure = xlrd.error_text_from_code.get(value, "#N/A")
        marks.note(place, Shown(failure, error=failed(failure)))
    return ""


def _number(value: float, code: str, *, from_1904: bool) -> Shown:
    return number_shown(value, "General" if is_plain(code) else code, from_1904=from_1904)


def _never_calculated(book: Book, index: int) -> Iterator[Place]:
    """Yield the formulas whose result no program has computed: those who write such files leave it out.

    Where a spreadsheet saved the file last it notes so; without the note, formulas that all have an empty
    text for a result were never computed, and noughts not where they are to be computed on loading.
    """
    formulas: list[tuple[int, Place, bytes, int]] = []
    starts: list[int] = []
    start = 0
    for position, kind, record in _records(book):
        if kind == _RECALCULATED:
            return
        if kind == _BOF:
            start = position
        elif kind == _BOUNDSHEET:
            starts.append(book.base + struct.unpack_from("<I", record)[0])
        elif kind == _FORMULA and len(record) >= 16:
            row, column = struct.unpack_from("<HH", record)
            formulas.append((start, (row, column), record[6:14], struct.unpack_from("<H", record, 14)[0]))
    empty = all(result[6:] == b"\xff\xff" and result[:1] == _NO_TEXT for _, _, result, _ in formulas)
    for start, place, result, flags in formulas:
        nought = result == bytes(8) and flags & _CALCULATE_ON_LOAD
        if index < len(starts) and start == starts[index] and (empty or nought):
            yield place


def _records(book: Book) -> Iterator[tuple[int, int, bytes]]:
    """Yield the place, the kind and the content of each record."""
    if book.mem is None:
        return  # Excel 4 and earlier: read whole, and let go
    position, end = book.base, book.base + book.stream_len
    while position + 4 <= end:
        kind, length = struct.unpack_from("<HH", book.mem, position)
        yield position, kind, bytes(book.mem[position + 4 : position + 4 + length])
        position += 4 + length

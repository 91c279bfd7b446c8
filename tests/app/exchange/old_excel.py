"""Workbooks of Excel 95 and 97, record by record ([MS-XLS] 2.4): what other libraries would not write."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}


@dataclass(frozen=True)
class Number:
    """A number with a format, by its code, or by the number under which Excel knows it."""

    value: float
    format: str | int = 0


@dataclass(frozen=True)
class Failure:
    """A cell, or the result of a formula, that failed."""

    code: str
    formula: bool = True


@dataclass(frozen=True)
class Formula:
    """A formula with its result; none is what a library leaves that cannot compute it."""

    result: float | None
    on_load: bool = False


Cell = str | Number | Failure | Formula | None


def write_xls(
    path: Path,
    rows: Sequence[Sequence[Cell]],
    *,
    excel_95: bool = False,
    from_1904: bool = False,
    merged: Sequence[tuple[int, int, int, int]] = (),
    computed: bool = False,
    codepage: int | None = 936,
) -> Path:
    """Write a workbook with one sheet; `merged` cells are first row, last row, first and last column.

    `computed` notes that a spreadsheet computed it before it was saved.
    """
    formats = list(
        dict.fromkeys(cell.format for row in rows for cell in row if isinstance(cell, Number) and cell.format)
    )
    styles = {code: 15 + number for number, code in enumerate([0, *formats])}
    version = 0x0500 if excel_95 else 0x0600
    own = [one for one in formats if isinstance(one, str)]
    head = _record(0x809, struct.pack("<HHHH", version, 5, 0, 0) + (b"" if excel_95 else bytes(8)))
    if codepage is not None:
        head += _record(0x42, struct.pack("<H", codepage if excel_95 else 1200))
    head += _record(0x22, struct.pack("<H", from_1904))
    head += b"".join(_record(0x31, _font(excel_95)) for _ in range(4))
    for number, code in enumerate(own, start=164):
        head += _record(0x41E, struct.pack("<H", number) + _text(code, excel_95, long=not excel_95))
    keys: dict[str | int, int] = {code: number for number, code in enumerate(own, start=164)}
    head += b"".join(_record(0xE0, _style(0, excel_95, for_style=True)) for _ in range(15))
    head += b"".join(
        _record(0xE0, _style(keys.get(code, code if isinstance(code, int) else 0), excel_95))
        for code in styles
    )
    if computed:
        head += _record(0x1C1, bytes(8))
    sheet_record = 4 + 6 + len(_text("表", excel_95))
    start = len(head) + sheet_record + 4
    head += _record(0x85, struct.pack("<IH", start, 0) + _text("表", excel_95)) + _record(0x0A, b"")
    sheet = _record(0x809, struct.pack("<HHHH", version, 16, 0, 0) + (b"" if excel_95 else bytes(8)))
    sheet += _record(0x200, struct.pack("<HHHHH", 0, len(rows), 0, max(map(len, rows)), 0) if excel_95
                     else struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))  # fmt: skip
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet += _cell(cell, number, column, styles, excel_95)
    if merged:
        sheet += _record(
            0xE5, struct.pack("<H", len(merged)) + b"".join(struct.pack("<HHHH", *m) for m in merged)
        )
    stream = head + sheet + _record(0x0A, b"")
    path.write_bytes(_compound("Book" if excel_95 else "Workbook", stream))
    return path


def _cell(cell: Cell, row: int, column: int, styles: Mapping[str | int, int], excel_95: bool) -> bytes:
    at = struct.pack("<HHH", row, column, styles[cell.format if isinstance(cell, Number) else 0])
    if cell is None:
        return b""
    if isinstance(cell, str):
        text = cell.encode("gbk")
        if excel_95:
            return _record(0x204, at + struct.pack("<H", len(text)) + text)
        return _record(0x204, at + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
    if isinstance(cell, Number):
        return _record(0x203, at + struct.pack("<d", cell.value))
    if isinstance(cell, Failure) and not cell.formula:
        return _record(0x205, at + struct.pack("<BB", ERRORS[cell.code], 1))
    if isinstance(cell, Failure):
        result = struct.pack("<BxBxxxH", 2, ERRORS[cell.code], 0xFFFF)
    elif cell.result is None:
        result = struct.pack("<BxxxxxH", 3, 0xFFFF)
    else:
        result = struct.pack("<d", cell.result)
    on_load = isinstance(cell, Formula) and cell.on_load
    one = b"\x1e\x01\x00"  # the formula itself: the number 1
    return _record(0x06, at + result + struct.pack("<HIH", 2 * on_load, 0, len(one)) + one)


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _text(text: str, excel_95: bool, *, long: bool = False) -> bytes:
    if excel_95:
        content = text.encode("gbk")
        return struct.pack("<B", len(content)) + content
    return struct.pack("<HB" if long else "<BB", len(text), 1) + text.encode("utf-16-le")


def _font(excel_95: bool) -> bytes:
    return struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 134, 0) + _text("宋体", excel_95)


def _style(number_format: int, excel_95: bool, *, for_style: bool = False) -> bytes:
    kind = 0xFFF5 if for_style else 1
    head = struct.pack("<HHH", 0, number_format, kind)
    return head + bytes(10 if excel_95 else 14)


def _compound(name: str, stream: bytes) -> bytes:
    stream = stream.ljust(4096, b"\0")
    stream += bytes(-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII109I",
        bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, _END, 0, _END, 0, 0, *([_FREE] * 108),
    )  # fmt: skip
    chain = [_TABLE, _END, *range(3, 2 + count), _END]
    table = struct.pack("<128I", *chain, *([_FREE] * (128 - len(chain))))
    entries = _entry("Root Entry", 5, child=1) + _entry(name, 2, start=2, size=len(stream)) + bytes(256)
    return header.ljust(_SECTOR, b"\0") + table + entries + stream


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", words, len(words), kind, 1, _FREE, _FREE, child, b"", 0, 0, 0, start, size
    )

"""How far a workbook reaches: one stray cell in its last corner would take all memory to read."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from app.errors import Refused
from app.exchange.marks import blocks, column_number

_MOST_CELLS = 10_000_000
_DAMAGED = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError)
_HEAD = 4096  # bytes of a sheet in which its extent is written
_EXTENT = re.compile(rb'<dimension ref="(?:[A-Z]+[0-9]+:)?([A-Z]+)([0-9]+)"')
_FILLED = re.compile(rb'<(?:\w+:)?c\b[^>]*\sr="([A-Z]+)([0-9]+)"[^>]*(?<!/)>\s*<')


def require_readable(path: Path) -> None:
    """Refuse an xlsx workbook with a sheet that is too large to be read; others pass."""
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
            for name in sheets:
                with archive.open(name) as sheet:
                    head = sheet.read(_HEAD)
                # The extent counts cells that are but framed or coloured: the last row of a whole column.
                if (told := _EXTENT.search(head)) and int(told[2]) * column_number(told[1]) > _MOST_CELLS:
                    require_moderate(path.name, *_filled(archive, name))
    except _DAMAGED:
        return  # whoever reads it whole says so


def require_moderate(name: str, rows: int, columns: int) -> None:
    """Refuse a sheet whose cells reach too far."""
    if rows * columns > _MOST_CELLS:
        raise Refused(f"“{name}”有 {rows} 行、{columns} 列，太大了，请删去数据下面和右边多余的行列后再导入。")


def _filled(archive: zipfile.ZipFile, part: str) -> tuple[int, int]:
    """Return the last row and the last column in which a cell holds something."""
    rows = columns = 0
    for block in blocks(archive, part):
        for letters, number in _FILLED.findall(block):
            rows, columns = max(rows, int(number)), max(columns, column_number(letters))
    return rows, columns

"""How far a workbook reaches: one stray cell in its last corner would take all memory to read."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from app.errors import Refused
from app.exchange.marks import column_number

_MOST_CELLS = 10_000_000
_DAMAGED = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError)
_HEAD = 4096  # bytes of a sheet in which its extent is written
_EXTENT = re.compile(rb'<dimension ref="(?:[A-Z]+[0-9]+:)?([A-Z]+)([0-9]+)"')


def require_readable(path: Path) -> None:
    """Refuse an xlsx workbook with a sheet that is too large to be read; others pass."""
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
            for name in sheets:
                with archive.open(name) as sheet:
                    _require_moderate(path, sheet.read(_HEAD))
    except _DAMAGED:
        return  # whoever reads it whole says so


def _require_moderate(path: Path, head: bytes) -> None:
    if extent := _EXTENT.search(head):
        rows, columns = int(extent[2]), column_number(extent[1])
        if rows * columns > _MOST_CELLS:
            raise Refused(
                f"“{path.name}”有 {rows} 行、{columns} 列，太大了，请删去数据下面和右边多余的行列后再导入。"
            )

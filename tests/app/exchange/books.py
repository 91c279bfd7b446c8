"""Workbooks as offices have them, written for the tests."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter import Workbook

_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"


def write_book(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    """Write an xlsx workbook with one sheet."""
    book = Workbook(str(path), {"strings_to_formulas": False, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def write_ods(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write a spreadsheet as LibreOffice would: the least that is one."""
    return write_ods_cells(path, [[ods_cell(cell) for cell in row] for row in rows])


def ods_cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    """Return a cell of a spreadsheet of LibreOffice: what it shows, and what it is."""
    return f"<table:table-cell {attributes}><text:p>{escape(text)}</text:p></table:table-cell>"


def write_ods_cells(
    path: Path, rows: Sequence[Sequence[str]], *, columns: str = "", from_1904: bool = False
) -> Path:
    """Write a spreadsheet of LibreOffice from cells of xml; `columns` describes them where it matters."""
    first_day = '<table:null-date table:date-value="1904-01-01"/>' if from_1904 else ""
    settings = f"<table:calculation-settings>{first_day}</table:calculation-settings>"
    cells = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    names = "".join(f' xmlns:{one}="{_OPEN_DOCUMENT}:{one}:1.0"' for one in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{_OPEN_DOCUMENT}:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content{names}><office:body><office:spreadsheet>'
            f'{settings}<table:table table:name="x">{columns}{cells}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def write_encrypted(path: Path) -> Path:
    """Write what Excel makes of a workbook with a password: a compound file with an encrypted package."""
    sector = 512
    end, free, fat = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII109I",
        bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, end, 0, end, 0, 0, *([free] * 108),
    )  # fmt: skip
    table = struct.pack("<128I", fat, end, *([free] * 126))
    entries = _entry("Root Entry", 5, child=1) + _entry("EncryptedPackage", 2) + bytes(256)
    path.write_bytes(header.ljust(sector, b"\0") + table + entries)
    return path


def _entry(name: str, kind: int, child: int = 0xFFFFFFFF) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        words, len(words), kind, 1, none, none, child, b"", 0, 0, 0, 0xFFFFFFFE, 0,
    )  # fmt: skip

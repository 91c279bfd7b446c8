"""What the reader of workbooks does not tell: hidden columns, and formulas that failed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_FAILED = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]+)([0-9]+)"[^>]*\bt="e"[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)', re.S
)
_WRITTEN = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:5[0-9]{2}")


@dataclass(frozen=True)
class Marks:
    """The hidden columns of a sheet and its failed cells, counted from 0."""

    hidden: frozenset[int] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def marks_of(path: Path, name: str, rows: Iterable[list[str]]) -> Marks:
    """Read a sheet's marks from an xlsx workbook; of other kinds only the errors that stand in cells."""
    written = {
        (number, column): cell
        for number, row in enumerate(rows)
        if "#" in (whole := "".join(row)) or "Err:" in whole
        for column, cell in enumerate(row)
        if _WRITTEN.fullmatch(cell)
    }
    xml = _sheet_xml(path, name)
    return Marks(_hidden(xml), _failed(xml) | written)


def _sheet_xml(path: Path, name: str) -> bytes:
    if not zipfile.is_zipfile(path):
        return b""
    with zipfile.ZipFile(path) as archive:
        try:
            book, relations = archive.read("xl/workbook.xml"), archive.read("xl/_rels/workbook.xml.rels")
            wanted = next(tag for tag in _SHEET.findall(book) if _attribute(tag, "name") == name)
            key = _attribute(wanted, r"\w+:id")
            relation = next(tag for tag in _RELATION.findall(relations) if _attribute(tag, "Id") == key)
            target = _attribute(relation, "Target")
            return archive.read(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        except (KeyError, StopIteration):
            return b""  # no xlsx, or built in a way that only its own program knows


def _attribute(tag: bytes, name: str) -> str:
    from html import unescape

    match = re.search(rf'\s{name}="([^"]*)"', tag.decode("utf-8", "replace"))
    return unescape(match[1]) if match else ""


def _hidden(xml: bytes) -> frozenset[int]:
    head = xml.partition(b"<sheetData")[0]
    columns: set[int] = set()
    for tag in _COLUMN.findall(head):
        if _attribute(tag, "hidden") in ("1", "true"):
            first, last = int(_attribute(tag, "min")), int(_attribute(tag, "max"))
            columns.update(range(first - 1, min(last, first + 16_384)))
    return frozenset(columns)


def _failed(xml: bytes) -> dict[tuple[int, int], str]:
    if b't="e"' not in xml:
        return {}
    return {
        (int(row) - 1, column_number(letters) - 1): text.decode("utf-8", "replace")
        for letters, row, text in _FAILED.findall(xml)
    }


def column_number(letters: bytes) -> int:
    """Return the number of a column, e.g. 28 for AB."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0, e.g. AB for 27."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

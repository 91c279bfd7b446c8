"""Spreadsheets of LibreOffice and others (.ods): their cells hold the text they show beside the value."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from app.errors import Invalid
from app.exchange.extent import require_moderate
from app.exchange.marks import Marks
from app.exchange.number_formats import EXACT, Shown
from app.exchange.sheet import FAILED, NOT_CALCULATED, Range, Rows, Sheet, failed, trimmed
from app.rules.dates import read_partial
from app.rules.text import LOST_DIGITS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE, _TEXT, _STYLE = (_OFFICE.replace(":office:", f":{one}:") for one in ("table", "text", "style"))
_NUMBERS = {"float", "currency", "percentage"}
_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_EXPONENT = re.compile(r"[0-9.]+E[+-]?[0-9]+")
_CLOCK = re.compile(r"PT([0-9]+)H([0-9]+)M([0-9]+)")
_UNSEEN = ("collapse", "filter")
_MOST_COLUMNS = 16_384
_ROWS_WITH_ALL_COLUMNS = 600  # so many rows of this width are too many cells


@dataclass
class _Table:
    """A sheet while it is read."""

    name: str
    rows: Rows = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    marks: Marks = field(default_factory=Marks)
    columns: int = 0  # those described so far
    skipped: int = 0  # empty rows behind the last that holds something


def is_open_document(archive: zipfile.ZipFile) -> bool:
    """Tell whether an archive is a spreadsheet of this kind."""
    return "content.xml" in archive.namelist()


def is_protected(archive: zipfile.ZipFile) -> bool:
    """Tell whether the spreadsheet has a password."""
    try:
        return b"encryption-data" in archive.read("META-INF/manifest.xml")
    except KeyError:
        return False


def tables(path: Path) -> dict[str, bool]:
    """Return the names of the sheets, in order, and whether each is seen."""
    seen, unseen = {}, set()
    for element, style in _walk(path):
        if element.tag == f"{_STYLE}table-properties" and element.get(f"{_TABLE}display") == "false":
            unseen.add(style)
        elif element.tag == f"{_TABLE}table":
            seen[element.get(f"{_TABLE}name", "")] = element.get(f"{_TABLE}style-name") not in unseen
    return seen


def _walk(path: Path) -> Iterator[tuple[Element, str]]:
    """Yield the beginnings of tables and of the properties of styles, these with the style's name."""
    style = ""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
        for event, element in ElementTree.iterparse(stream, ("start", "end")):
            if event == "start" and element.tag == f"{_STYLE}style":
                style = element.get(f"{_STYLE}name", "")
            if event == "start":
                yield element, style
            elif element.tag == f"{_TABLE}table-row":
                element.clear()


def read_table(path: Path, name: str) -> Sheet:
    """Read a sheet."""
    table = next((one for one in _tables(path) if one.name == name), _Table(name))
    rows = trimmed(table.rows)
    marks = table.marks
    hidden, hidden_rows = frozenset(table.hidden), frozenset(marks.hidden_rows)
    return Sheet(
        path.name,
        rows,
        name,
        table.merged,
        hidden,
        marks.errors,
        marks.days,
        marks.from_1904,
        hidden_rows,
    )


def _tables(path: Path) -> Iterator[_Table]:
    table, depth, from_1904 = _Table(""), 0, False
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
        for event, element in ElementTree.iterparse(stream, ("start", "end")):
            if element.tag == f"{_TABLE}table":
                depth += 1 if event == "start" else -1
                if event == "start" and depth == 1:
                    table = _Table(element.get(f"{_TABLE}name", ""), marks=Marks(from_1904=from_1904))
                elif event == "end" and depth == 0:
                    yield table
                    element.clear()
            elif element.tag == f"{_TABLE}null-date":
                from_1904 = element.get(f"{_TABLE}date-value", "").startswith("1904")
            elif event == "end" and depth == 1 and element.tag == f"{_TABLE}table-column":
                _note_column(table, element)
            elif event == "end" and depth == 1 and element.tag == f"{_TABLE}table-row":
                _read_row(table, element, path.name)
                element.clear()


def _note_column(table: _Table, element: Element) -> None:
    many = int(element.get(f"{_TABLE}number-columns-repeated", 1))
    if element.get(f"{_TABLE}visibility") in _UNSEEN:
        table.hidden.update(range(table.columns, table.columns + min(many, _MOST_COLUMNS)))
    table.columns += many


def _read_row(table: _Table, element: Element, title: str) -> None:
    number, cells, noted = len(table.rows) + table.skipped, _Cells(), []
    for cell in element:
        many = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        shown = _shown(cell) if cell.tag == f"{_TABLE}table-cell" else Shown("")
        _note_merged(table, cell, (number, cells.width))
        if shown.day or shown.error:
            noted.append((cells.width, shown))
        cells.add(shown.text, many, title)
    repeated = int(element.get(f"{_TABLE}number-rows-repeated", 1))
    if not cells.texts:
        table.skipped += repeated
        return
    require_moderate(title, number + repeated, len(cells.texts))
    table.rows.extend([] for _ in range(table.skipped))
    table.skipped = 0
    for row in range(number, number + repeated):
        table.rows.append(list(cells.texts))
        if element.get(f"{_TABLE}visibility") in _UNSEEN:
            table.marks.hidden_rows.add(row)
        for column, shown in noted:
            table.marks.note((row, column), shown)


@dataclass
class _Cells:
    """The cells of a row up to the last that holds something; `width` counts the empty ones behind, too."""

    texts: list[str] = field(default_factory=list)
    width: int = 0

    def add(self, text: str, many: int, title: str) -> None:
        """Add a cell, as often as it is repeated."""
        if text:
            require_moderate(title, _ROWS_WITH_ALL_COLUMNS, self.width + many)
            self.texts += [""] * (self.width - len(self.texts)) + [text] * many
        self.width += many


def _note_merged(table: _Table, cell: Element, place: tuple[int, int]) -> None:
    down = int(cell.get(f"{_TABLE}number-rows-spanned", 1))
    right = int(cell.get(f"{_TABLE}number-columns-spanned", 1))
    if down > 1 or right > 1:
        table.merged.append((place, (place[0] + down - 1, place[1] + right - 1)))


def _shown(cell: Element) -> Shown:
    """Return what a cell shows; the value tells only what the text leaves out."""
    kind, formula = cell.get(f"{_OFFICE}value-type", ""), cell.get(f"{_TABLE}formula")
    paragraphs = cell.findall(f"{_TEXT}p")
    text = "\n".join(map(_text, paragraphs))
    if FAILED.fullmatch(text.strip()):
        return Shown(text.strip(), error=failed(text.strip()))
    if formula is not None and (not kind or (kind in _NUMBERS and not paragraphs)):
        return Shown(formula.removeprefix("of:"), error=NOT_CALCULATED)
    if kind in _NUMBERS:
        return _number(text, float(cell.get(f"{_OFFICE}value", 0)))
    if kind == "date":
        return _day(text, cell.get(f"{_OFFICE}date-value", ""))
    if kind == "boolean":
        text = "是" if cell.get(f"{_OFFICE}boolean-value") == "true" else "否"
    elif clock := _CLOCK.match(cell.get(f"{_OFFICE}time-value", "")):
        hours, minutes, seconds = map(int, clock.groups())
        text = f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    return Shown(text or cell.get(f"{_OFFICE}string-value", ""))


def _number(text: str, value: float) -> Shown:
    if abs(value) >= EXACT:
        return Shown(f"{value:.5E}", error=LOST_DIGITS)
    if not text or _EXPONENT.fullmatch(text):
        return Shown(f"{value:.15g}")
    return Shown(_GROUPED.sub("", text))


def _day(text: str, value: str) -> Shown:
    iso = value.partition("T")[0]
    try:
        partial = read_partial(text) if text else iso
    except Invalid:
        # 3月8日, or a way of writing that only this program's settings tell apart.
        return Shown(text if re.fullmatch(r"[0-9]{1,2}月[0-9]{1,2}日|(星期|周)[一-龥]", text) else iso, iso)
    if len(partial) == len(iso) or not iso.startswith(partial):
        return Shown(iso)
    is_day_told = len(partial) > len("2011") and not iso.endswith("-01")
    return Shown(partial, iso if is_day_told else "")


def _text(paragraph: Element) -> str:
    """Return the text of a paragraph with its blanks, tabs and line breaks; notes hang elsewhere."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * int(child.get(f"{_TEXT}c", 1)))
        elif child.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag != f"{_OFFICE}annotation":
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)

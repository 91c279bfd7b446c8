"""What the reader of xlsx workbooks does not tell: formats, failed and missing results, hidden columns."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from app.exchange.number_formats import (
    BUILT_IN,
    Shown,
    fixed_decimals,
    is_plain,
    number_shown,
    shows_whole_days,
    text_shown,
)
from app.exchange.sheet import NOT_CALCULATED, Place, Rows, failed, put

_BLOCK = 1 << 20  # bytes of a sheet looked at together
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\shidden="(?:1|true)")[^>]*?\sr="([0-9]+)"')
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_UNPLACED = re.compile(rb'<(?:c|\w+:c)(?! r=")(?=[\s/>])(?![^>]*\sr=")')
_ATTRIBUTES = re.compile(rb'\s(r|s|t)="([^"]*)"')
_PLACE = re.compile(rb"([A-Z]+)([0-9]+)")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*))")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)")
_ERROR = re.compile(
    rb'(<(?:\w+:)?c\s[^>]*\bt="e"[^>]*>(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?<(?:\w+:)?v>)[^<]*'
)
_FROM_1904 = re.compile(rb'date1904="(?:1|true)"')
_CALCULATED_LATER = re.compile(rb'fullCalcOnLoad="(?:1|true)"')
_SHORT = re.compile(r"([1-9][0-9]{0,14})(?:\.([0-9]+))?")
_NUMBERS, _WORDS = ("", "n"), ("s", "str", "inlineStr")


@dataclass
class Marks:
    """What is known of a sheet's cells beside their values; places are counted from 0.

    `texts` is what cells show otherwise than by their value; `wrapped` are the formats of texts that show
    more than the text; `errors`, `days`, `hidden_rows` and `from_1904` are those of a `Sheet`.
    """

    hidden: frozenset[int] = frozenset()
    hidden_rows: set[int] = field(default_factory=set)
    texts: dict[Place, str] = field(default_factory=dict)
    wrapped: dict[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    days: dict[Place, str] = field(default_factory=dict)
    from_1904: bool = False

    def note(self, place: Place, shown: Shown) -> None:
        """Note what a cell shows."""
        self.texts[place] = shown.text
        if shown.day:
            self.days[place] = shown.day
        if shown.error:
            self.errors[place] = shown.error

    def write_into(self, rows: Rows) -> None:
        """Let the rows hold what the cells show."""
        for place, text in self.texts.items():
            put(rows, place, text)
        for (number, column), code in self.wrapped.items():
            if number < len(rows) and column < len(rows[number]) and rows[number][column]:
                rows[number][column] = text_shown(rows[number][column], code)


class _Cell(NamedTuple):
    place: Place
    style: int
    kind: str
    formula: str | None
    value: str | None


def marks_of(path: Path, name: str) -> Marks:
    """Read the marks of a sheet of an xlsx workbook."""
    with zipfile.ZipFile(path) as archive:
        try:
            book, part = archive.read("xl/workbook.xml"), sheet_part(archive, name)
        except (KeyError, StopIteration):
            return Marks()  # built in a way that only its own program knows
        marks = Marks(from_1904=bool(_FROM_1904.search(book)))
        later = bool(_CALCULATED_LATER.search(book))
        formats = _telling(_formats(archive))
        known: dict[tuple[str, int], Shown] = {}
        for cell in _cells(archive, part, marks, formats.keys()):
            _mark(cell, marks, formats, known, later=later)
        return marks


def sheet_part(archive: zipfile.ZipFile, name: str) -> str:
    """Return the part that holds a sheet; raises KeyError or StopIteration where none is found."""
    book, relations = archive.read("xl/workbook.xml"), archive.read("xl/_rels/workbook.xml.rels")
    wanted = next(tag for tag in _SHEET.findall(book) if _attribute(tag, "name") == name)
    key = _attribute(wanted, r"\w+:id")
    relation = next(tag for tag in _RELATION.findall(relations) if _attribute(tag, "Id") == key)
    target = _attribute(relation, "Target")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a sheet in blocks of whole rows: a large one need not be held in memory."""
    with archive.open(part) as stream:
        rest = b""
        while chunk := stream.read(_BLOCK):
            block = rest + chunk
            cut = block.rfind(b"row>") + 4 if b"row>" in block else 0
            yield block[:cut]
            rest = block[cut:]
        yield rest


def with_known_errors(path: Path, name: str) -> BytesIO:
    """Return the workbook with #N/A for each code of a failed formula in a sheet."""
    changed = BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(changed, "w") as copy:
        part = sheet_part(archive, name)
        for one in archive.namelist():
            content = archive.read(one)
            copy.writestr(one, _ERROR.sub(rb"\g<1>#N/A", content) if one == part else content)
    changed.seek(0)
    return changed


def _attribute(tag: bytes, name: str) -> str:
    match = re.search(rf'\s{name}="([^"]*)"', tag.decode("utf-8", "replace"))
    return unescape(match[1]) if match else ""


def _formats(archive: zipfile.ZipFile) -> list[str]:
    """Return the code of the number format of each cell style, by its number."""
    try:
        styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    except (KeyError, ElementTree.ParseError):
        return []
    codes = dict(BUILT_IN)
    for one in styles.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(one.get("numFmtId", 0))] = one.get("formatCode", "")
    return [codes.get(int(one.get("numFmtId", 0)), "") for one in styles.iterfind("{*}cellXfs/{*}xf")]


def _telling(formats: Iterable[str]) -> dict[int, str]:
    """Return the formats that show something else than the reader returns, by the number of the style."""
    return {
        style: code for style, code in enumerate(formats) if not is_plain(code) and not shows_whole_days(code)
    }


def _cells(archive: zipfile.ZipFile, part: str, marks: Marks, styles: Iterable[int]) -> Iterator[_Cell]:
    """Yield the cells that may show something else than their value, and note what is hidden."""
    told = [rb't="e"', *(rb's="%d"' % style for style in styles)]
    pattern = re.compile(
        rb"<(?:\w+:)?c(?=\s)(?:(?=[^>]*\s(?:%b))|(?=[^>]*>\s*<(?:\w+:)?f\b))([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>"
        % b"|".join(told),
        re.DOTALL,
    )
    for number, block in enumerate(blocks(archive, part)):
        if not number:
            marks.hidden = _hidden(block)
        if number < 2 and _UNPLACED.search(block):
            yield from _counted(archive, part, marks)
            return
        if b'hidden="' in block:
            marks.hidden_rows.update(int(row) - 1 for row in _HIDDEN_ROW.findall(block))
        if styles or b't="e"' in block or b"<f" in block or b":f" in block:
            yield from (_read(attributes, body) for attributes, body in pattern.findall(block))


def _read(attributes: bytes, body: bytes) -> _Cell:
    named = dict(_ATTRIBUTES.findall(attributes))
    letters, number = _PLACE.fullmatch(named[b"r"]).groups()  # type: ignore[union-attr]  # a place is no less
    formula, value = _FORMULA.search(body), _VALUE.search(body)
    return _Cell(
        (int(number) - 1, column_number(letters) - 1),
        int(named.get(b"s", 0)),
        named.get(b"t", b"").decode(),
        None if formula is None else unescape((formula[1] or b"").decode("utf-8", "replace")),
        None if value is None else unescape(value[1].decode("utf-8", "replace")),
    )


def _counted(archive: zipfile.ZipFile, part: str, marks: Marks) -> Iterator[_Cell]:
    """Yield all cells of a sheet that does not say where each stands: they stand in their order."""
    number, column = -1, -1
    with archive.open(part) as stream:
        for event, element in ElementTree.iterparse(stream, ("start", "end")):
            tag = element.tag.rpartition("}")[2]
            if tag == "row" and event == "start":
                number, column = int(element.get("r") or number + 2) - 1, -1
                if element.get("hidden") in ("1", "true"):
                    marks.hidden_rows.add(number)
            elif tag == "row":
                element.clear()
            elif tag == "c" and event == "end":
                place = _PLACE.fullmatch(element.get("r", "").encode())
                column = column_number(place[1]) - 1 if place else column + 1
                formula, value = element.find("{*}f"), element.find("{*}v")
                yield _Cell(
                    (number, column),
                    int(element.get("s", 0)),
                    element.get("t", ""),
                    None if formula is None else formula.text or "",
                    None if value is None else value.text or "",
                )


def _mark(
    cell: _Cell, marks: Marks, formats: dict[int, str], known: dict[tuple[str, int], Shown], *, later: bool
) -> None:
    place, style, kind, formula, value = cell
    if kind == "e":
        marks.note(place, Shown(value or "#N/A", error=failed(value or "#N/A")))
    elif formula is not None and kind in _NUMBERS and (not value or (later and value == "0")):
        marks.note(place, Shown(f"={formula}", error=NOT_CALCULATED))
    elif style not in formats:
        return
    elif kind in _WORDS:
        marks.wrapped[place] = formats[style]
    elif kind in _NUMBERS and value:
        decimals = fixed_decimals(formats[style])
        if decimals is not None and (short := _SHORT.fullmatch(value)) and len(short[2] or "") <= decimals:
            marks.texts[place] = f"{short[1]}.{short[2] or '':0<{decimals}}" if decimals else value
            return  # most formatted numbers: amounts
        if (value, style) not in known:
            known[value, style] = number_shown(float(value), formats[style], from_1904=marks.from_1904)
        marks.note(place, known[value, style])


def _hidden(xml: bytes) -> frozenset[int]:
    head = xml.partition(b"<sheetData")[0]
    columns: set[int] = set()
    for tag in _COLUMN.findall(head):
        if _attribute(tag, "hidden") in ("1", "true"):
            first, last = int(_attribute(tag, "min")), int(_attribute(tag, "max"))
            columns.update(range(first - 1, min(last, first + 16_384)))
    return frozenset(columns)


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

"""A sheet as a person sees it: rows of texts, and what the file knows beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

Rows = list[list[str]]
Place = tuple[int, int]
"""The row and the column of a cell, counted from 0."""
Range = tuple[Place, Place]
"""The first and the last cell of merged cells."""

_KNOWN_TEXTS = 10_000
FAILED = re.compile(
    r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)|(Err:|错误:)5[0-9]{2}"
)
"""What stands in a cell whose formula failed."""
NOT_CALCULATED = "公式还没有算出结果，请用 Excel 或 WPS 打开、保存后再导入，或填写结果"


def failed(code: str) -> str:
    """Say that a formula failed with this code, such as #N/A."""
    return f"公式出错（{code}），请改为正确的内容"


@dataclass(frozen=True)
class Part:
    """Where the rows of one sheet stand among those of several: from row `start` on, counted from 0.

    `above` rows of the sheet, its heading and what stands over it, were left behind. `year` is the one that
    is named there, None where none is. `lines` are those of the `Sheet`.
    """

    name: str
    start: int
    above: int = 0
    year: int | None = None
    lines: Sequence[int] = ()


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, a csv file, a block that was pasted, or sheets under one heading as one.

    A cell holds what the sheet shows. Merged cells stand in each of their rows; `hidden` columns are still
    there; `errors` says of the cells that cannot be taken, such as failed formulas, why. `days` holds the
    whole day, as ISO text, of dates of which the sheet shows less. `from_1904` tells that days are counted
    from 1904: what a number means that stands where a date should. `hidden_rows`, counted from 0, are
    hidden or filtered out, and there all the same; `is_hidden` is the sheet itself. `within` names the
    sheet of which it is one of several lists side by side. `parts` tell which rows are of which sheet where
    several are one; `others` says of the workbook's other sheets that they were not taken, and why. `above`
    says of which of the added ones rows stand above the heading that look like records, `joined` which
    columns are read as one day. `dittos` are the rows, counted from 0, in which 〃 stood for what is above.
    `lines` are the rows, as Excel counts, that the file has for each row here, where it has one for several.
    """

    title: str
    rows: Rows
    name: str = ""
    merged: Sequence[Range] = ()
    hidden: frozenset[int] = frozenset()
    errors: Mapping[Place, str] = field(default_factory=dict)
    days: Mapping[Place, str] = field(default_factory=dict)
    from_1904: bool = False
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False
    within: str = ""
    parts: Sequence[Part] = ()
    others: Sequence[str] = ()
    above: Sequence[str] = ()
    joined: Sequence[str] = ()
    dittos: frozenset[int] = frozenset()
    lines: Sequence[int] = ()

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return max(map(len, self.rows), default=0)

    def place(self, number: int) -> tuple[str, int]:
        """Return the sheet, no name where it is the only one, and the row as Excel counts it there."""
        part = self.part_of(number)
        name, own, lines = (
            ("", number, self.lines)
            if part is None
            else (part.name, number - part.start + part.above, part.lines)
        )
        return name, lines[own - 1] if lines else own

    def part_of(self, number: int) -> Part | None:
        """Return the part in which a row lies, as Excel counts; None where the sheet is the only one."""
        return max((part for part in self.parts if part.start < number), key=_start, default=None)

    def said(self, numbers: Iterable[int]) -> str:
        """Say which rows these are: 第 3、5 行; with their sheets where there are several."""
        by_sheet: dict[str, list[str]] = {}
        for name, number in dict.fromkeys(map(self.place, numbers)):
            by_sheet.setdefault(name, []).append(str(number))
        return "，".join(
            f"{f'“{name}”' if name else ''}第 {'、'.join(rows)} 行" for name, rows in by_sheet.items()
        )


def _start(part: Part) -> int:
    return part.start


def sharing_texts(rows: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Yield rows of which equal texts are in memory once: 100,000 people have few employers and days."""
    known: dict[str, str] = {}
    for row in rows:
        if len(known) > _KNOWN_TEXTS:  # numbers and names, which hardly come again
            known.clear()
        yield list(map(known.setdefault, row, row))[:]  # a copy has no room to grow


def put(rows: Rows, place: Place, text: str) -> None:
    """Write a text into a cell, beyond the last row or the end of a row, too."""
    number, column = place
    rows.extend([] for _ in range(number + 1 - len(rows)))
    row = rows[number]
    row.extend([""] * (column + 1 - len(row)))
    row[column] = text


def trimmed(rows: Rows) -> Rows:
    """Leave out the empty columns on the right and the empty rows below; all rows are equally long."""
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((column + 1 for row in rows for column in (_last(row),)), default=0)
    return [row if len(row) == width else (row + [""] * width)[:width] for row in rows]


def _last(row: list[str]) -> int:
    return next((column for column in range(len(row) - 1, -1, -1) if row[column]), -1)


def with_written_errors(sheet: Sheet) -> Sheet:
    """Add to a sheet's errors those that are written into cells: codes, numbers without their last digits."""
    written = {
        (number, column): failed(cell)
        for number, row in enumerate(sheet.rows)
        if "#" in (whole := "".join(row)) or "Err:" in whole or "错误:" in whole
        for column, cell in enumerate(row)
        if FAILED.fullmatch(cell)
    }
    return replace(sheet, errors={**written, **sheet.errors}) if written else sheet


def with_merged_repeated(sheet: Sheet) -> Sheet:
    """Write the value of cells that are merged downwards into each of their rows, with what is told of it."""
    rows, errors, days = sheet.rows, dict(sheet.errors), dict(sheet.days)
    for (top, left), (bottom, _) in sheet.merged:
        if top >= len(rows) or left >= len(rows[top]) or not rows[top][left].strip():
            continue
        for number in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[number]) and not rows[number][left]:
                rows[number][left] = rows[top][left]
                for told in (errors, days):
                    if (top, left) in told:
                        told[number, left] = told[top, left]
    return replace(sheet, errors=errors, days=days) if sheet.merged else sheet


def with_owner_cells(
    cells: list[str], above: Sequence[str], own: Collection[int], others: Collection[int]
) -> list[str]:
    """Return a child row that leaves out its owner's cells with the cells of the row above.

    `own` are the columns of the record, `others` those of its child rows. Other rows return unchanged.
    """
    filled = {column for column, cell in enumerate(cells) if cell.strip()}
    if not filled.isdisjoint(own) or filled.isdisjoint(others):
        return cells
    return [
        above[column] if column in own and column < len(above) else cell for column, cell in enumerate(cells)
    ]

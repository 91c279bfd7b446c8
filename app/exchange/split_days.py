"""Days that stand in two or three columns: 年, 月 and 日, or 月 and 日 below the year of a ledger's page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.exchange.heading import begins_with_total, normalized
from app.exchange.sheet import Place, Range, Rows, Sheet
from app.rules.numerals import read_digits, read_numeral

_WITHIN = 20  # rows in which the headings are looked for
_MOST = 0.8  # the share of filled cells that must be months, and days
_NAMES = tuple(re.compile(f"(.*?)(?:{names})") for names in ("年份?|年度", "月份?", "日|号"))
_YEAR, _MONTH, _DAY = 0, 1, 2
_SHAPES = ((_YEAR, _MONTH, _DAY), (_MONTH, _DAY), (_YEAR, _MONTH))
_PART = tuple(
    re.compile(rf"({digits})(?:\.0+)?{sign}?")
    for digits, sign in (("(?:19|20)[0-9]{2}", "年"), ("0?[1-9]|1[0-2]", "月"), ("[0-3]?[0-9]", "[日号]"))
)


@dataclass(frozen=True)
class _Split:
    """Columns beside each other that are one day, the first of them at `left`, below the row of `heading`.

    `name` is what the day is called; `year` is that of the page, empty where a column tells it.
    """

    heading: int
    left: int
    shape: tuple[int, ...]
    name: str
    year: str = ""

    @property
    def columns(self) -> range:
        return range(self.left, self.left + len(self.shape))

    def cells(self, row: Sequence[str]) -> list[str]:
        return [row[column].strip() if column < len(row) else "" for column in self.columns]

    def told(self, sheet: Sheet) -> str:
        """Say which columns are read as one."""
        names = self.cells(sheet.rows[self.heading])
        columns = "".join(f"“{name}”" for name in names)
        return f"{columns}这几列合起来读作“{self.name}”"


def with_days_joined(sheet: Sheet) -> Sheet:
    """Return the sheet with each such day in the first of its columns, as a person would write it.

    The others become empty. What is no month or no day stays as it is.
    """
    splits = list(_splits(sheet))
    if not splits:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for split in splits:
        _join(rows, split)
    return replace(
        sheet,
        rows=rows,
        merged=[one for one in sheet.merged if not any(_within(one, split) for split in splits)],
        errors={_moved(place, splits): told for place, told in sheet.errors.items()},
        joined=[split.told(sheet) for split in splits],
    )


def _splits(sheet: Sheet) -> Iterator[_Split]:
    """Yield the days of the first row that has any."""
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        found = list(_in_row(sheet, number, row)) if "月" in "".join(row) else []
        if found:
            yield from found
            return


def _in_row(sheet: Sheet, number: int, row: Sequence[str]) -> Iterator[_Split]:
    column = 0
    while column < len(row):
        shape, prefix = next(
            ((shape, prefix) for shape in _SHAPES if (prefix := _prefix(row[column:], shape)) is not None),
            ((), ""),
        )
        group, year = _above(sheet, number, column, len(shape)) if shape else ("", "")
        split = _named(_Split(number, column, shape, "", year), prefix, group)
        if shape and split.name and _is_days(sheet, split):
            yield split
            column += len(shape)
        else:
            column += 1


def _prefix(names: Sequence[str], shape: Sequence[int]) -> str | None:
    """Return what stands before 年, 月 and 日 in names of columns; None where they are named otherwise."""
    if len(names) < len(shape):
        return None
    matches = [_NAMES[part].fullmatch(normalized(name)) for part, name in zip(shape, names, strict=False)]
    prefixes = [match[1] if match is not None else None for match in matches]
    return prefixes[0] if all(prefix in ("", prefixes[0]) for prefix in prefixes[1:]) else None


def _named(split: _Split, prefix: str, group: str) -> _Split:
    """Call the day by the name of its group, else of its columns; a year with a month needs one of these."""
    is_day = _DAY in split.shape
    own = prefix + ("日期" if is_day else "年月") if prefix or is_day else ""
    return replace(split, name=group or own)


def _above(sheet: Sheet, number: int, column: int, width: int) -> tuple[str, str]:
    """Return the name of the group over columns, and the year that stands there instead of one."""
    row = sheet.rows[number - 1] if number else []
    text = row[column].strip() if column < len(row) else ""
    if year := _PART[_YEAR].fullmatch("".join(text.split())):
        return "", year[1]
    whole = (number - 1, column), (number - 1, column + width - 1)
    is_group = whole in sheet.merged or (not sheet.merged and len(set(filter(None, map(str.strip, row)))) > 1)
    return (" ".join(text.split()) if is_group else ""), ""


def _is_days(sheet: Sheet, split: _Split) -> bool:
    """Tell whether nearly all that stands below is months and days."""
    body = [split.cells(row) for row in sheet.rows[split.heading + 1 :] if not begins_with_total(row)]
    body = [cells for cells in body if not _year_alone(cells, split)]
    for place, part in enumerate(split.shape):
        cells = [cells[place] for cells in body if cells[place]]
        fits = sum(bool(_number(part, cell)) for cell in cells)
        if part != _YEAR and (not fits or fits < _MOST * len(cells)):
            return False
    return True


def _join(rows: Rows, split: _Split) -> None:
    """Write the days into the first of their columns; year and month hold on until the next are written."""
    names = split.cells(rows[split.heading])
    year, month = split.year, ""
    for number in range(split.heading, len(rows)):
        row = rows[number]
        cells = split.cells(row)
        if cells == names:  # the heading, on a second page again
            text = split.name
        elif year_told := _year_alone(cells, split):
            year, text = year_told, ""
        else:
            parts = dict(zip(split.shape, cells, strict=True))
            is_day = bool(parts.get(_DAY))
            if is_day and not parts.get(_YEAR, "-"):
                parts[_YEAR] = year
            if is_day and not parts[_MONTH]:
                parts[_MONTH] = month
            year, month = parts.get(_YEAR) or year, parts[_MONTH] or month
            text = _written({_YEAR: year, **parts} if any(cells) else {})
        row += [""] * (split.left + 1 - len(row))
        for column in split.columns:
            if column < len(row):
                row[column] = ""
        row[split.left] = text


def _year_alone(cells: Sequence[str], split: _Split) -> str:
    """Return the year that a line among the rows says of those below; empty where it says none."""
    is_alone = _YEAR not in split.shape and bool(cells[0]) and not any(cells[1:])
    return str(_number(_YEAR, cells[0]) or "") if is_alone else ""


def _written(parts: dict[int, str]) -> str:
    """Write a day as a person would; what is none as it stands."""
    filled = {part: text for part, text in sorted(parts.items()) if text}
    numbers = {part: _number(part, text) for part, text in filled.items()}
    if not all(numbers.values()):
        return " ".join(filled.values())
    return "".join(f"{number}{'年月日'[part]}" for part, number in numbers.items())


def _number(part: int, text: str) -> int:
    """Read a year, a month or a day, in figures or in characters; nothing where it is none."""
    if not text.isascii():
        bare = text.strip("年月日号")
        text = read_digits(bare) if part == _YEAR else str(read_numeral(bare) or text)
    match = _PART[part].fullmatch(text)
    return int(match[1]) if match is not None else 0


def _within(merged: Range, split: _Split) -> bool:
    """Tell whether merged cells lie over these columns alone."""
    (top, left), (_, right) = merged
    return top <= split.heading and right > left and left in split.columns and right in split.columns


def _moved(place: Place, splits: Sequence[_Split]) -> Place:
    row, column = place
    return next(((row, split.left) for split in splits if column in split.columns), place)

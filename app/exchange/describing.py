"""A register proposed from a workbook that fits none: what its columns are, what is sure, what is not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from app.described import kinds, opened
from app.described.description import DescribedField, Description
from app.errors import Refused
from app.exchange.heading import COUNTED, Heading, begins_with_total, heading_at, normalized
from app.exchange.kinds_held import Column, Held, held, without_unit
from app.exchange.open_days import year_of
from app.exchange.reading import read_sheets, require_list, require_sheet
from app.exchange.sheet import Rows, Sheet
from app.registry import OWN
from app.rules.text import tidy

_WITHIN = 20  # rows in which the heading is looked for
_FEWEST_NAMES = 2  # of another table
_FILLED = 0.5  # of the columns: so many a heading names at least
_LISTED = 8  # columns of a list that can be read
_LONGEST_TITLE, _LONGEST_LABEL = 20, 30
_VALUE = re.compile(r"[0-9¥￥.,\-/:年月日元%]+|[0-9]{15,}[0-9Xx]?")
_NUMBERING = {"序号", "序", "no", "no.", "行号"}
_KIND_OF_BOOK = re.compile(
    "(情况|信息)?(台账|登记表|登记簿|登记册|一览表|统计表|明细表|汇总表|花名册|名册|名单|清单|记录表?|表|册|簿)$"
)
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]+")
_YEAR = re.compile(r"[（(]?(19|20)[0-9]{2}[-—]?((19|20)[0-9]{2})?\s*年?度?([0-9]{1,2}月份?)?[)）]?")
_NOTE = re.compile("[:：。；]|^(填表)?说明|^注")  # stands above a heading without being its title
_UNFIT = re.compile(r"[^\w（）()/、，\-—＋+%％℃．.]")
_DUE = re.compile("应还|应归还|到期|截止|期限|限期|预计归还|复查|回访")
_DONE = re.compile("归还|办结|完成|已还|实际|解决")
_DAYS_AHEAD = 7


@dataclass(frozen=True)
class Proposed:
    """A field proposed for the column `at`, counted from 0: its heading, and how sure its kind is."""

    at: int
    heading: str
    field: DescribedField
    held: Held


@dataclass(frozen=True)
class Proposal:
    """A register proposed from a workbook, with its sheets, each under its heading.

    `told` says, a sentence each, what did not become a field; `rows` counts the records. Hidden columns
    come in like all others.
    """

    description: Description
    columns: tuple[Proposed, ...]
    sheets: tuple[tuple[Sheet, Heading], ...]
    told: tuple[str, ...] = ()
    rows: int = 0

    @property
    def doubtful(self) -> list[Proposed]:
        """Return the fields of whose kind the program is not sure."""
        return [column for column in self.columns if not column.held.sure]


@dataclass
class _Read:
    """A sheet with its heading, and the rows below that are records."""

    sheet: Sheet
    heading: Heading
    body: Rows = field(default_factory=list)


def propose(book: Path, sheet: str = "") -> Proposal:
    """Propose a register from a workbook; raises Refused where it cannot be read or has no heading."""
    sheets = read_sheets(book)
    if sheet:
        require_sheet(book.name, sheet, [one.name for one in sheets if one.name])
    usable = [one for one in sheets if (one.name == sheet if sheet else not one.is_hidden)]
    tables = [table for one in usable for table in _tables(one)]
    read = [found for one in tables if (found := _read(one)) is not None]
    if not read:
        for one in usable[:1]:
            require_list(one)
        raise Refused(f"“{book.name}”中没有找到表头。请有一行写明各列的名称，下面是记录。")
    main = max(read, key=lambda found: len(found.body) * len(found.heading.names))
    names = main.heading.fingerprint
    alike = [found for found in read if found.heading.fingerprint == names]
    years = {year_of(found.sheet, found.heading) for found in alike}
    year = years.pop() if len(years) == 1 else None
    columns, told = _columns(main.heading, [row for found in alike for row in found.body], year)
    fields = _with_roles([column.field for column in columns])
    columns = [replace(column, field=made) for column, made in zip(columns, fields, strict=True)]
    told += [_left(found, main) for found in read if found not in alike]
    told += [f"隐藏的工作表“{one.name}”没有读" for one in sheets if one.is_hidden and not sheet]
    description = Description(_title(main, book), (*fields, _attachment(fields)), _unit_of(fields), tab=OWN)
    opened.check(description)
    return Proposal(
        description,
        tuple(columns),
        tuple((replace(found.sheet, hidden=frozenset()), found.heading) for found in alike),
        tuple(told),
        sum(len(found.body) for found in alike),
    )


def _left(found: _Read, main: _Read) -> str:
    if found.sheet.name == main.sheet.name:
        told = f"第 {found.heading.first} 行起是另一张表，{len(found.body)} 行没有读"
        return f"{told}，请放进单独的工作表，另建一本台账"
    return f"工作表“{found.sheet.name}”的表头不同，{len(found.body)} 行没有读，可另建一本台账"


def _read(sheet: Sheet) -> _Read | None:
    """Find the heading of a sheet, and its records; None where it has none."""
    number = _heading_row(sheet)
    if number is None:
        return None
    heading = heading_at(sheet, number, two_rows=_has_two_rows(sheet, number))
    return _Read(sheet, heading, list(_body(sheet, heading)))


def _tables(sheet: Sheet) -> Iterator[Sheet]:
    """Yield the tables that stand below each other in a sheet, each with the rows of the others left empty.

    Another one begins with its title below an empty row, or below one with names of which the first has some.
    """
    number = _heading_row(sheet)
    if number is None:
        yield sheet
        return
    names = set(_filled(sheet.rows[number - 1]))
    starts = [0]
    for at in range(number + 1, len(sheet.rows)):
        cells, above = set(_filled(sheet.rows[at])), set(_filled(sheet.rows[at - 1]))
        if len(cells) < _FEWEST_NAMES or cells == names or any(map(_is_value, cells)):
            continue
        entitled = len(above) == 1 and not _filled(sheet.rows[at - 2]) and _is_title(*above)
        if entitled or (not above and cells & names):
            starts.append(at - 1 if entitled else at)
    for first, last in pairwise([*starts, len(sheet.rows)]):
        rows = [row if first <= at < last else [""] * len(row) for at, row in enumerate(sheet.rows)]
        yield replace(sheet, rows=rows) if len(starts) > 1 else sheet


def _is_title(words: str) -> bool:
    return bool(_NUMBERED.match(words) or _KIND_OF_BOOK.search(words))


def _filled(row: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in row if cell.strip()]


def _heading_row(sheet: Sheet) -> int | None:
    """Return the first row, counted as Excel counts, that names most columns and holds no value."""
    width = max((len(_filled(row)) for row in sheet.rows), default=0)
    least = max(1, int(width * _FILLED))
    begins = next((at for at, row in enumerate(sheet.rows) if _filled(row)), 0)
    for number, row in enumerate(sheet.rows[begins : begins + _WITHIN], start=begins + 1):
        cells = [cell.strip() for cell in row if cell.strip()]
        is_title = len(set(cells)) == 1 and width > 1
        if len(cells) >= least and not is_title and not any(map(_is_value, cells)):
            return number
    return None


def _is_value(cell: str) -> bool:
    return bool(_VALUE.fullmatch(tidy(cell))) and any(char.isdigit() for char in cell)


def _has_two_rows(sheet: Sheet, number: int) -> bool:
    """Tell whether groups stand above the names: cells merged over several columns, names below them."""
    if number >= len(sheet.rows):
        return False
    below = [cell.strip() for cell in sheet.rows[number]]
    grouped = any(top == number - 1 and right > left for (top, left), (_, right) in sheet.merged)
    return grouped and any(below) and not any(_is_value(cell) for cell in below if cell)


def _body(sheet: Sheet, heading: Heading) -> Iterator[list[str]]:
    """Yield the rows that are records: no totals, no signatures, no note in a row by itself."""
    wide = sum(bool(name.strip()) for name in heading.names) > 2  # a note fills one of several
    for row in _rows_with_days(sheet)[heading.last :]:
        filled = [cell for cell in row if cell.strip()]
        alone = wide and len(set(filled)) == 1 and not COUNTED.fullmatch(filled[0])
        if filled and not alone and not begins_with_total(row) and row != list(heading.names):
            yield row


def _rows_with_days(sheet: Sheet) -> Rows:
    """Return the rows with whole days where the sheet shows less of them, such as 3月8日."""
    rows = list(sheet.rows)
    for (number, column), day in sheet.days.items():
        if number < len(rows) and column < len(rows[number]):
            rows[number] = [*rows[number][:column], day, *rows[number][column + 1 :]]
    return rows


def _columns(heading: Heading, body: Rows, year: int | None) -> tuple[list[Proposed], list[str]]:
    """Propose a field for each column in which anything stands, or that is named."""
    referred = opened.referable()
    proposed: list[Proposed] = []
    told: list[str] = []
    labels: list[str] = []
    asked: set[str] = set()
    for at, name in enumerate(heading.whole):
        cells = [row[at] if at < len(row) else "" for row in body]
        if not name.strip() and not any(cell.strip() for cell in cells):
            continue
        if _numbers_rows(name, cells):
            told.append(f"“{name}”只是行号，没有建字段")
            continue
        said = _label(heading, at, labels)
        column = Column.of(name, cells, year)
        found = held(column, referred)
        label = without_unit(said) if found.unit else said
        label = said if label in labels else label or said
        labels.append(label)
        if found.left_open:
            told.append(f"“{label}”有 {found.left_open} 格写“无”或一横，作为空格")
        made = DescribedField(
            f"c{len(proposed) + 1}",
            label,
            found.kind,
            required=_is_asked(found.kind, asked) and column.filled == len(body),
            unit=found.unit,
            names=() if label == said else (said,),
            choices=found.choices,
            to=found.to,
        )
        asked.add(found.kind)
        proposed.append(Proposed(at, name, made, found))
    return proposed, told


def _is_asked(kind: str, before: Collection[str]) -> bool:
    """Tell whether a field tells what a record is of: the first name, the first day."""
    return kind in (kinds.PERSON, kinds.DATE) and kind not in before


def _numbers_rows(name: str, cells: Sequence[str]) -> bool:
    """Tell whether a column only numbers the rows, one after another."""
    if normalized(name).lower() not in _NUMBERING:
        return False
    filled = [tidy(cell) for cell in cells if cell.strip()]
    return all(text == str(at) for at, text in enumerate(filled, start=1)) or not filled


def _label(heading: Heading, at: int, known: Sequence[str]) -> str:
    """Return what a field is called: its heading, with that of its group where two are headed alike."""
    plain = _fit(normalized(heading.names[at])) or f"第{at + 1}列"
    if plain not in known and heading.names.count(heading.names[at]) == 1:
        return plain
    whole = _fit(normalized(heading.groups[at] + heading.names[at])) or plain
    return next(
        one
        for one in (whole, *(f"{whole[: _LONGEST_LABEL - 3]}{n}" for n in range(2, 999)))
        if one not in known
    )


def _fit(label: str) -> str:
    text = _UNFIT.sub("", label)[:_LONGEST_LABEL]
    return text if any(char.isalnum() for char in text) else ""


def _with_roles(fields: Sequence[DescribedField]) -> list[DescribedField]:
    """Say which fields stand in the list, and which date is called to mind."""
    listed = [one for one in fields if one.kind not in (kinds.NOTES, kinds.IDENTITY)][:_LISTED]
    if not listed:
        listed = list(fields[:_LISTED])
    return [replace(_reminded(one, fields), listed=any(one is shown for shown in listed)) for one in fields]


def _reminded(one: DescribedField, fields: Sequence[DescribedField]) -> DescribedField:
    if one.kind != kinds.DATE or not _DUE.search(one.label):
        return one
    done = [
        other
        for other in fields
        if other is not one
        and other.kind == kinds.DATE
        and _DONE.search(other.label)
        and not _DUE.search(other.label)
    ]
    return replace(one, remind=_DAYS_AHEAD, until=done[0].column if done else "")


def _attachment(fields: Sequence[DescribedField]) -> DescribedField:
    label = "附件" if all(one.label != "附件" for one in fields) else "附件文件"
    return DescribedField(f"c{len(fields) + 1}", label, kinds.FILE)


def _unit_of(fields: Sequence[DescribedField]) -> str:
    """Count people where a record begins with a name, a day aside; else what somebody keeps is no person."""
    words = (*kinds.WORDS, kinds.CHOICE, kinds.REFERENCE)
    first = next((one.kind for one in fields if one.kind in words), "")
    return "人次" if first == kinds.PERSON else "条"


def _title(main: _Read, book: Path) -> str:
    """Return what the sheet is called in the line above its heading, else what the file is."""
    above = [
        cell
        for row in main.sheet.rows[: main.heading.first - 1]
        for cell in dict.fromkeys(row)
        if cell.strip() and not _NOTE.search(cell.strip())
    ]
    for words in (*above, book.stem, main.sheet.name):
        plain = re.sub(rf"^{_NUMBERED.pattern}", "", "".join(tidy(words).split()))
        title = re.sub(r"[^\w（）()]", "", _KIND_OF_BOOK.sub("", _YEAR.sub("", plain)))
        title = title.split("社区工会")[-1].split("工会委员会")[-1].lstrip("0123456789_")[:_LONGEST_TITLE]
        if len(title) > 1 and title[0].isalpha():
            return title
    return "新台账"

"""Choosing among the sheets of a workbook; those under one heading come in as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.errors import Refused
from app.exchange.by_month import with_months_in_rows
from app.exchange.heading import LEFT
from app.exchange.mapping import CHOICES, Columns, rows_above
from app.exchange.open_days import year_of
from app.exchange.proposing import propose
from app.exchange.reading import require_list, require_sheet
from app.exchange.sheet import Part, Place, Range, Rows, Sheet, trimmed
from app.register import Register

_ENOUGH = 0.5  # of the fields that the best sheet names: a summary in front names one or two
_LEAST = 3  # fields that two sheets share, of which one has a column more


@dataclass(frozen=True)
class _Candidate:
    """A sheet with the columns it has; None where no row names any."""

    sheet: Sheet
    columns: Columns | None

    @property
    def fields(self) -> int:
        """Return how many fields of a register its heading names."""
        return len(self.columns.chosen) if self.columns is not None else 0

    @property
    def body(self) -> Rows:
        """Return the rows below the heading."""
        return self.sheet.rows[self.columns.heading.last if self.columns is not None else 0 :]

    def told(self, main: _Candidate | None) -> str:
        """Say how many rows it has, and why it does not come in with the main one."""
        reasons = [f"{sum(any(map(str.strip, row)) for row in self.body)} 行"]
        if self.sheet.is_hidden:
            reasons.append("隐藏的")
        if self.columns is None:
            reasons.append("没有表头")
        elif main is not None and not self.is_like(main):
            reasons.append("表头不同")
        return f"“{self.sheet.name}”（{'，'.join(reasons)}）"

    def is_like(self, main: _Candidate) -> bool:
        """Tell whether it is headed like another: by the same names, or by names of the same fields.

        One of the two may have a column more.
        """
        if self.columns is None or main.columns is None:
            return False
        if _names(self.columns) == _names(main.columns):
            return True
        (fields, rest), (main_fields, main_rest) = (
            _fields_and_rest(self.columns),
            _fields_and_rest(main.columns),
        )
        more = [*fields ^ main_fields, *rest ^ main_rest]
        is_more = len(fields & main_fields) >= _LEAST and not any(map(LEFT.search, rest ^ main_rest))
        return not more or (len(more) == 1 and is_more)


def _names(columns: Columns) -> list[str]:
    return sorted(filter(None, columns.heading.fingerprint))


def _fields_and_rest(columns: Columns) -> tuple[set[str], set[str]]:
    """Return the keys of the fields that columns fill, and the names of the columns that fill none."""
    rest = {name for column, name in enumerate(columns.heading.fingerprint) if column not in columns.chosen}
    return {target.key for target in columns.chosen.values()}, rest - {""}


def sheets_as_one(register: Register, book: str, sheets: Sequence[Sheet], names: Sequence[str] = ()) -> Sheet:
    """Return the sheets of these names as one; without names those that are seen and have one heading.

    That is the heading of the first sheet with a list of the register, wherever it stands. What of the
    workbook is not taken is told in `others`. Raises Refused where a name is not there, or nothing is.
    """
    names = list(dict.fromkeys(names))
    sheets = [with_months_in_rows(register, sheet) for sheet in sheets]
    known = dict.fromkeys(name for sheet in sheets for name in (sheet.name, sheet.within) if name)
    for name in names:
        require_sheet(book, name, list(known))
    every = [_candidate(register, sheet) for sheet in sheets if sheet.rows]
    if names:
        chosen = [one for name in names for one in _named(register, sheets, name)]
        main = None
    else:
        seen = [one for one in every if not one.sheet.is_hidden]
        if every and not seen:
            hidden = "、".join(one.told(None) for one in every)
            raise Refused(f"“{book}”中看得见的工作表都是空的。没有导入{hidden}，要导入请指明工作表。")
        main = _main(seen) or _Candidate(Sheet(book, []), None)
        chosen = [one for one in seen if one is main or one.is_like(main)] or [main]
    for one in chosen:
        require_list(one.sheet)
    taken = {one.sheet.name for one in chosen}
    others = [one.told(main) for one in every if one.sheet.name not in taken and not _is_ours(one.sheet)]
    return replace(_joined(chosen) if len(chosen) > 1 else chosen[0].sheet, others=others)


def _named(register: Register, sheets: Sequence[Sheet], name: str) -> list[_Candidate]:
    """Return the sheet of a name; of one with several lists side by side those under one heading."""
    alone = [_candidate(register, sheet) for sheet in sheets if sheet.name == name]
    lists = [_candidate(register, sheet) for sheet in sheets if sheet.within == name]
    main = _main(lists)
    return alone or ([one for one in lists if one.is_like(main)] if main is not None else lists[:1])


def _candidate(register: Register, sheet: Sheet) -> _Candidate:
    try:
        return _Candidate(sheet, propose(register, sheet))
    except Refused:
        return _Candidate(sheet, None)


def _main(seen: Sequence[_Candidate]) -> _Candidate | None:
    enough = max((one.fields for one in seen), default=0) * _ENOUGH
    return next((one for one in seen if one.fields >= enough), None)


def _is_ours(sheet: Sheet) -> bool:
    """Tell the sheet with the choices of a template of ours."""
    return sheet.is_hidden and sheet.name == CHOICES


def _joined(chosen: Sequence[_Candidate]) -> Sheet:
    first, *rest = chosen
    _require_heading(first)
    joining = _Joining(first)
    for one in rest:
        _require_heading(one)
        joining.add(one)
    return joining.sheet


def _require_heading(candidate: _Candidate) -> None:
    if candidate.columns is None:
        name = candidate.sheet.name
        raise Refused(f"工作表“{name}”没有表头，不能和别的工作表一起导入，请补上表头，或单独导入这一张。")


@dataclass
class _Joining:
    """A sheet to which the rows of others are added, each cell below the heading that names it."""

    main: _Candidate
    rows: Rows = field(init=False)
    headings: list[str] = field(init=False)
    parts: list[Part] = field(init=False)
    above: list[str] = field(default_factory=list)
    merged: list[Range] = field(init=False)
    hidden: set[int] = field(init=False)
    hidden_rows: set[int] = field(init=False)
    dittos: set[int] = field(init=False)
    errors: dict[Place, str] = field(init=False)
    days: dict[Place, str] = field(init=False)

    def __post_init__(self) -> None:
        sheet = self.main.sheet
        assert self.main.columns is not None
        self.rows = [list(row) for row in sheet.rows]
        self.headings = list(self.main.columns.heading.fingerprint)
        self.parts = [Part(sheet.name, 0, year=year_of(sheet, self.main.columns.heading), lines=sheet.lines)]
        self.merged, self.hidden, self.hidden_rows = (
            list(sheet.merged),
            set(sheet.hidden),
            set(sheet.hidden_rows),
        )
        self.errors, self.days, self.dittos = dict(sheet.errors), dict(sheet.days), set(sheet.dittos)

    def add(self, other: _Candidate) -> None:
        """Add the rows of a sheet below its heading; columns that are new stand on the right."""
        assert other.columns is not None
        sheet, above, start = other.sheet, other.columns.heading.last, len(self.rows)
        places = self._places(other)
        width = max([*places.values(), len(self.headings) - 1]) + 1
        for cells in sheet.rows[above:]:
            placed = [""] * width
            for column, place in places.items():
                if column < len(cells):
                    placed[place] = cells[column]
            self.rows.append(placed)
        self.parts.append(Part(sheet.name, start, above, year_of(sheet, other.columns.heading), sheet.lines))
        if numbers := rows_above(sheet, other.columns):
            self.above.append(f"“{sheet.name}”{sheet.said(numbers)}")
        for rows, own_rows in ((self.hidden_rows, sheet.hidden_rows), (self.dittos, sheet.dittos)):
            rows.update(start + row - above for row in own_rows if row >= above)
        for told, own in ((self.errors, sheet.errors), (self.days, sheet.days)):
            for (row, column), text in own.items():
                if row >= above and column in places:
                    told[start + row - above, places[column]] = text
        for (top, left), (bottom, right) in sheet.merged:
            if top >= above and left in places and right in places:
                last = start + bottom - above, places[right]
                self.merged.append(((start + top - above, places[left]), last))

    def _places(self, other: _Candidate) -> dict[int, int]:
        """Return where another sheet's columns stand in this one: by their heading, else by their field."""
        assert other.columns is not None
        assert self.main.columns is not None
        fields = {target.key: column for column, target in self.main.columns.chosen.items()}
        places: dict[int, int] = {}
        names = other.columns.heading.fingerprint
        for column, name in enumerate(names):
            free = (at for at, known in enumerate(self.headings) if known == name != "")
            place = next((at for at in free if at not in places.values()), None)
            if place is not None:
                places[column] = place
        for column, target in other.columns.chosen.items():
            place = fields.get(target.key)
            if column not in places and place is not None and place not in places.values():
                places[column] = place
        for column in _filled(other):
            if column not in places:
                places[column] = self._append(other, column)
        return places

    def _append(self, other: _Candidate, column: int) -> int:
        """Make room for a column that no sheet has had so far."""
        assert other.columns is not None
        assert self.main.columns is not None
        names = other.columns.heading
        heading = self.rows[self.main.columns.heading.last - 1]
        place = max(len(self.headings), len(heading))
        heading += [""] * (place + 1 - len(heading))
        self.headings += [""] * (place + 1 - len(self.headings))
        heading[place], self.headings[place] = names.whole[column], names.fingerprint[column]
        if column in other.sheet.hidden:
            self.hidden.add(place)
        return place

    @property
    def sheet(self) -> Sheet:
        """Return the sheets as one."""
        return replace(
            self.main.sheet,
            rows=trimmed(self.rows),
            merged=self.merged,
            hidden=frozenset(self.hidden),
            hidden_rows=frozenset(self.hidden_rows),
            dittos=frozenset(self.dittos),
            errors=self.errors,
            days=self.days,
            parts=self.parts,
            above=self.above,
        )


def _filled(candidate: _Candidate) -> Iterator[int]:
    """Yield the columns of a sheet that have a name or a value."""
    assert candidate.columns is not None
    for column, name in enumerate(candidate.columns.heading.names):
        if name or any(column < len(row) and row[column].strip() for row in candidate.body):
            yield column

"""Reading a row's cells into values, each text of a column once; and how a clerk wants rows imported."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from app.errors import Invalid
from app.exchange.amount_spans import take_spans
from app.exchange.completing import complete_days
from app.exchange.linking import Links
from app.exchange.mapping import Columns
from app.exchange.money_units import in_yuan, money_units
from app.exchange.open_days import read_open_days, year_column, year_in, year_of
from app.exchange.owning import Owners, ask, is_numbered, only_named, register_title
from app.exchange.rows import CellProblem, Row
from app.exchange.sheet import Place, Sheet
from app.fields import (
    DateField,
    Described,
    NotesField,
    PartialDateField,
    ReferenceField,
    ResidentIdField,
    Unknown,
)
from app.fields.base import NONE, Assumed
from app.records.base import Record
from app.records.naming import NamedLink
from app.register import Child, Register, Side

OnDuplicate = Literal["skip", "fill", "update"]
Values = dict[str, object]
_SERIAL = re.compile(r"[0-9]{5}")
_DAYS_TO_1904 = 1462
_MOST_KNOWN = 4_000  # different texts of a column: where there are more, they hardly come again
_Column = tuple[int, Described, str, dict[str, object]]
"""A column counted from 0, its field, the field's name, and the values of the texts parsed before."""


@dataclasses.dataclass
class Options:
    """How rows are imported.

    `on_duplicate` says what a row does to a record that is there already: nothing, fill what is empty, or
    update. `given` are values, by field name, for rows that lack one. `create_references` makes the
    enterprises and unions that rows name; `incomplete` imports rows that lack required values. `by_name`
    tells whether a name alone finds the only person who has it: False where somebody is to be asked for
    more, True where the person who imports confirms it; None, for callers that cannot ask, lets it find an
    owner, with a warning, but never the person whom a row itself is about. `year` is that of days written
    without one.
    """

    on_duplicate: OnDuplicate = "skip"
    given: dict[str, str] = dataclasses.field(default_factory=dict)
    create_references: bool = False
    incomplete: bool = False
    by_name: bool | None = None
    year: int | None = None


@dataclasses.dataclass
class _Reading:
    """What the cells of one record say; `rests` are lines for its notes, each with the doubt about it."""

    values: Values = dataclasses.field(default_factory=dict)
    problems: list[CellProblem] = dataclasses.field(default_factory=list)
    rests: list[tuple[str, CellProblem]] = dataclasses.field(default_factory=list)


class Reader:
    """Parses cells into values.

    A text is parsed once for each field: the ten thousand rows of a list name few places or kinds.
    """

    def __init__(self, columns: Columns, sheet: Sheet, links: Links, options: Options) -> None:
        self._sheet = sheet
        self._told = bool(sheet.errors or sheet.days or sheet.from_1904)
        self._links = links
        self._options = options
        self._parsed: dict[int, dict[str, object]] = defaultdict(dict)
        self._invalid: dict[int, dict[str, Invalid]] = defaultdict(dict)
        self._width = max(columns.chosen, default=-1) + 1
        self._own: list[_Column] = []
        self._children: dict[Child, list[_Column]] = {}
        self._owners: dict[ReferenceField, list[_Column]] = {}
        self._sides: dict[Side, list[_Column]] = {}
        self._register = columns.register
        self._year_column = year_column(columns)
        self._year = options.year or (None if sheet.parts else year_of(sheet, columns.heading))
        self._owner_finder = Owners(columns.register, by_name=bool(options.by_name))
        self._following = [
            (column, field)
            for column, field in columns.kept_up.items()
            if isinstance(field, ReferenceField) and not isinstance(field, NamedLink)
        ]
        for column, target in columns.chosen.items():
            if target.side is not None:
                chosen = self._sides.setdefault(target.side, [])
            elif target.owner is not None:
                chosen = self._owners.setdefault(target.owner, [])
            else:
                chosen = self._own if target.child is None else self._children.setdefault(target.child, [])
            chosen.append((column, target.field, target.field.name, self._parsed[id(target.field)]))
        mapped = {name for _, _, name, _ in self._own}
        fields = columns.register.record.described()
        self._given = [(fields[name], text) for name, text in options.given.items()]
        self._unmapped = [(field, text) for field, text in self._given if field.name not in mapped]
        self._defaults = {field.name: text for field, text in self._given if field.name in mapped}
        refers = any(isinstance(field, ReferenceField) for _, field, _, _ in self._own)
        self._units = money_units(sheet, columns)
        means_more = self._told or self._given or refers or self._owners or self._units or self._sides
        self._by_columns = bool(self._own) and not means_more

    @property
    def children(self) -> Iterable[Child]:
        """Return the kinds of rows that belong to the records, as far as columns fill them."""
        return self._children

    def refers_to(self, register: Register) -> bool:
        """Tell whether a row may refer to a record that an earlier row has made."""
        fields = [field for field, _ in self._given] + [field for _, field, _, _ in self._own]
        links = [field for field in fields if isinstance(field, ReferenceField)]
        return any(link.rel_model is register.record for link in links)

    def read_rows(self, rows: Sequence[Row]) -> list[tuple[Values, list[CellProblem]]]:
        """Return the values and problems of each row.

        Column by column, which is faster, where a cell means no more than its text: no failed formula,
        no given value, no reference that an earlier row may have made, no amount in another unit than yuan.
        """
        cells = list(zip(*[row.cells for row in rows], strict=False))
        if not self._by_columns or len(cells) < self._width:
            return [self.read_own(row) for row in rows]
        wrong: set[int] = set()
        by_column = [self._parse_column(field, known, cells[at], wrong) for at, field, _, known in self._own]
        names = [name for _, _, name, _ in self._own]
        by_row = [dict(zip(names, values, strict=True)) for values in zip(*by_column, strict=True)]
        return [
            self.read_own(row) if place in wrong else (values, [])
            for place, (row, values) in enumerate(zip(rows, by_row, strict=True))
        ]

    def _parse_column(
        self, field: Described, known: dict[str, object], texts: Sequence[str], wrong: set[int]
    ) -> list[object]:
        """Return the values of a column's texts, and add to `wrong` the places of those that are invalid."""
        if len(known) > _MOST_KNOWN:
            known.clear()
        values = list(map(known.get, texts))
        for place, value in enumerate(values):
            if value is None and (text := texts[place]) and not text.isspace():
                try:
                    values[place] = known.get(text) or self._parse(field, text)  # a row above may have it
                except Invalid:
                    wrong.add(place)
        return values

    def read_own(self, row: Row) -> tuple[Values, list[CellProblem]]:
        """Return the values of a row's own record, given ones among them, and what is wrong with them."""
        reading = self._read(row, self._own, self._defaults)
        for field, text in self._unmapped:
            self._parse_into(field, text, None, reading)
        self._take_side(row, reading)
        problems = reading.problems
        for owner, columns in self._owners.items():
            problems = self._find(owner, columns, row, reading.values, problems)
        return reading.values, problems

    def _take_side(self, row: Row, reading: _Reading) -> None:
        """Take the amount of the side that a row fills, and which that is; a nought is no amount."""
        sides = self._register.sides
        if sides is None or not self._sides:
            return
        amounts: dict[Side, tuple[int, object]] = {}
        for side, columns in self._sides.items():
            own = self._read(row, columns, {})
            reading.problems += own.problems
            if amount := own.values.get(sides.amount.name):
                amounts[side] = columns[0][0], amount
        if len(amounts) > 1:
            named = "和".join(f"“{side.label}”" for side in amounts)
            column = max(column for column, _ in amounts.values())
            reading.problems.append(CellProblem(sides.amount, f"{named}都有金额，请分两行写", column))
            return
        for side, (column, amount) in amounts.items():
            told: tuple[tuple[Described, object], ...] = (
                (sides.choice, side.value),
                (sides.amount, amount),
            )
            for field, value in told:
                known = reading.values.get(field.name)
                if known not in (None, value):
                    sentence = f"金额在“{side.label}”栏，{field.label}写的是“{field.format(known)}”，请核对"
                    reading.problems.append(CellProblem(field, sentence, column))
                reading.values[field.name] = value

    def _find(
        self,
        owner: ReferenceField,
        columns: Sequence[_Column],
        row: Row,
        values: Values,
        problems: list[CellProblem],
    ) -> list[CellProblem]:
        """Find whose the row is by what it says of its owner; return the problems that remain."""
        reading = self._read(row, columns, {})
        parts = {name: value for name, value in reading.values.items() if name in {c[2] for c in columns}}
        unread = [problem for problem in reading.problems if problem.blocking]
        known = values.get(owner.name)
        others = [problem for problem in problems if problem.field is not owner]
        place = columns[0][0]
        if isinstance(known, Record) and (contradiction := self._owner_finder.contradiction(known, parts)):
            return [*others, CellProblem(owner, contradiction, place)]
        if unread:
            return problems + [replace(problem, of=owner.label) for problem in unread]
        named = (row.cells[one.column] for one in problems if one.field is owner and one.column is not None)
        is_said = known is not None and problems == others
        # Whose it is, is said by number, too, where the file has none such: it is nobody else.
        if is_said or not any(parts.values()) or any(is_numbered(owner, text) for text in named):
            return problems
        try:
            values[owner.name] = self._owner_finder.find(owner, parts, values, self._follows(row))
        except Unknown as error:
            lacks = CellProblem(owner, f"请填写{owner.label}", place)
            return [*others, lacks, CellProblem(owner, str(error), place)]
        except Invalid as error:
            return [*others, CellProblem(owner, str(error), place)]
        return others

    def _follows(self, row: Row) -> dict[Described, Record | str]:
        """Return what a row names that follows from its owner: records, or a number that none of them has."""
        told: dict[Described, Record | str] = {}
        for column, field in self._following:
            text = row.cells[column] if column < len(row.cells) else ""
            try:
                record = self._parse(field, text)
            except Invalid:
                if is_numbered(field, text):
                    told[field] = text
                continue
            if isinstance(record, Record):
                told[field] = record
        return told

    def read_child(self, row: Row, child: Child) -> tuple[Values, list[CellProblem]]:
        """Return the values of a row's child row, all None where it has none, and what is wrong with them."""
        columns = self._children[child]
        texts = (row.cells[column].strip() for column, *_ in columns if column < len(row.cells))
        if all(not text or text in NONE for text in texts):  # nobody: words of several cells, too
            return {name: None for _, _, name, _ in columns}, []
        reading = self._read(row, columns, {})
        title = child.register.title
        return reading.values, [replace(problem, of=title) for problem in reading.problems]

    def _read(self, row: Row, columns: Sequence[_Column], defaults: Mapping[str, str]) -> _Reading:
        reading = _Reading()
        values = reading.values
        cells = row.cells
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        may_mean_more = bool(defaults)  # what an empty cell, too, may do
        as_read = self._sheet.rows[row.number - 1] if self._told else []
        for column, field, name, known in columns:
            text = cells[column]
            if column < len(as_read) and text == as_read[column]:  # else it was corrected since
                place = row.number - 1, column
                if sentence := self._sheet.errors.get(place):
                    reading.problems.append(CellProblem(field, sentence, column))
                    continue
                text = self._day(field, text, place)
            if column in self._units:
                text = in_yuan(text, self._units[column])
            value = known.get(text)
            if value is not None or not (text or may_mean_more):
                values[name] = value
            elif text and not text.isspace():
                self._parse_into(field, text, column, reading)
            else:
                values[name] = None
            if may_mean_more and name in defaults and values.get(name, 0) is None:
                self._parse_into(field, defaults[name], column, reading)
        if reading.problems:
            shown = {name: cells[column] for column, _, name, _ in columns}
            fields = {name: field for _, field, name, _ in columns}
            reading.problems = complete_days(fields, values, reading.problems, shown)
            reading.problems = self._open_days(reading, row, fields, shown)
            in_yuan_there = {name: shown[name] for column, _, name, _ in columns if column not in self._units}
            model = columns[0][1].model
            reading.problems = take_spans(model, reading.values, reading.problems, in_yuan_there)
        self._add_notes(reading, columns)
        return reading

    def _open_days(
        self, reading: _Reading, row: Row, fields: Mapping[str, Described], texts: Mapping[str, str]
    ) -> list[CellProblem]:
        """Take days that say no year, and first and last days in one cell; return what remains wrong."""
        if not any(isinstance(problem.field, DateField | PartialDateField) for problem in reading.problems):
            return reading.problems
        model = next(iter(fields.values())).model
        described = model.described().values()
        dated = [field for field in described if isinstance(field, DateField)]
        numbers = [field for field in described if isinstance(field, ResidentIdField)]
        births = {number.born.name for number in numbers if number.born is not None}
        return read_open_days(
            reading.values,
            reading.problems,
            texts,
            {field.since.name: field for field in dated if field.since is not None},
            year=year_in(row.cells, self._year_column) or self._year or self._year_of_part(row),
            births=births,
        )

    def _year_of_part(self, row: Row) -> int | None:
        part = self._sheet.part_of(row.number)
        return part.year if part is not None else None

    def _add_notes(self, reading: _Reading, columns: Sequence[_Column]) -> None:
        """Add what fields could not hold to the notes of the record; where there is no room it is refused.

        The notes of a record that is to be updated are not replaced by a telephone number.
        """
        if not reading.rests:
            return
        record = columns[0][1].model
        notes = next((one for one in record.described().values() if _is_remark(one)), None)
        mapped = {name for _, _, name, _ in columns}
        if notes is None or (self._options.on_duplicate == "update" and notes.name not in mapped):
            reading.problems += [replace(problem, blocking=True) for _, problem in reading.rests]
            return
        lines = [reading.values.get(notes.name), *(rest for rest, _ in reading.rests)]
        reading.values[notes.name] = "\n".join(str(line) for line in lines if line)
        reading.problems += [problem for _, problem in reading.rests]

    def _day(self, field: Described, text: str, place: Place) -> str:
        """Return what a cell says to a field of days: the sheet may show less, or count from 1904."""
        if isinstance(field, DateField) or (isinstance(field, PartialDateField) and not text[:4].isdecimal()):
            text = self._sheet.days.get(place, text)
        if self._sheet.from_1904 and isinstance(field, DateField | PartialDateField):
            return _since_1900(text)
        return text

    def _parse_into(self, field: Described, text: str, column: int | None, reading: _Reading) -> None:
        try:
            reading.values[field.name] = value = self._parse(field, text)
        except Invalid as error:
            person = None
            if isinstance(field, ReferenceField):
                person = self._owner_finder.in_words(field, text)
            assumed = field.assumed(text)
            if person is not None:
                reading.values[field.name] = person
            elif assumed is None:
                reading.problems.append(CellProblem(field, str(error), column, offer=error.offer))
            else:
                self._assume(field, assumed, column, reading)
            return
        if isinstance(field, ReferenceField) and isinstance(value, Record) and not self._options.by_name:
            reading.problems += self._doubts(field, text, value, column)

    @staticmethod
    def _assume(field: Described, assumed: Assumed, column: int | None, reading: _Reading) -> None:
        """Take what a cell probably says, with the doubt about it."""
        reading.values[field.name] = assumed.value
        doubt = CellProblem(field, assumed.sentence, column, blocking=False)
        if assumed.rest:
            reading.rests.append((f"{field.label}：{assumed.rest}", doubt))
        else:
            reading.problems.append(doubt)

    def _doubts(
        self, field: ReferenceField, text: str, record: Record, column: int | None
    ) -> Iterator[CellProblem]:
        """Yield what is to be asked where a cell names a person by the name alone."""
        if not only_named(field, text, record):
            return
        if self._options.by_name is None:
            yield CellProblem(field, f"只写了姓名，认作{record}，请核对", column, blocking=False)
        else:
            sentence = ask([record], register_title(field))
            yield CellProblem(field, sentence, column, offer=str(record))

    def _parse(self, field: Described, text: str) -> object:
        if isinstance(field, ReferenceField):
            return self._links.read(field, text)
        known, wrong = self._parsed[id(field)], self._invalid[id(field)]
        if text in wrong:
            raise wrong[text]
        if text not in known:
            try:
                value = field.parse(text)
                # A number that is right as it stands need not be in memory twice.
                known[text] = text if type(value) is str and value == text else value
            except Invalid as error:
                wrong[text] = error
                raise
        return known[text]


def _is_remark(field: Described) -> bool:
    return isinstance(field, NotesField) and field.label == "备注"


def _since_1900(text: str) -> str:
    """Return a day's number as the fields of days read it: counted from 1900."""
    return str(int(text) + _DAYS_TO_1904) if _SERIAL.fullmatch(text) else text

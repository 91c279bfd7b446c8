"""Taking rows into a register under all its rules: the one way that rehearsals and imports share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from app.errors import Invalid, Refused
from app.exchange.linking import Links, lacking
from app.exchange.mapping import Columns
from app.exchange.matching import Matcher, news
from app.exchange.rows import CellProblem, Difference, Row, State
from app.fields import Described, ReferenceField
from app.problems import Block, Problem
from app.records.base import Record
from app.records.batch import Batch
from app.register import Child, Register
from app.services import keeping

OnDuplicate = Literal["skip", "fill", "update"]
Values = dict[str, Any]

_BETWEEN = 200  # rows between two words on progress


class Cancelled(Refused):
    """The clerk stopped an import; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("已取消，没有导入任何内容。")


@dataclass
class Options:
    """How rows are taken in.

    `on_duplicate` says what a row does to the record it speaks of: nothing, fill what is empty, or
    update. `given` are values, by field name, for rows that lack one. `create_references` makes the
    enterprises and unions that rows name; `incomplete` takes rows in that lack required values.
    """

    on_duplicate: OnDuplicate = "skip"
    given: dict[str, str] = field(default_factory=dict)
    create_references: bool = False
    incomplete: bool = False


class Reader:
    """Reads cells into values, each text of a column once."""

    def __init__(
        self, columns: Columns, errors: Mapping[tuple[int, int], str], links: Links, options: Options
    ) -> None:
        self._errors = errors
        self._links = links
        self._known: dict[int, dict[str, Any]] = defaultdict(dict)
        self._own = [(column, one.field) for column, one in columns.chosen.items() if one.child is None]
        self._children: dict[Child, list[tuple[int, Described]]] = {}
        for column, one in columns.chosen.items():
            if one.child is not None:
                self._children.setdefault(one.child, []).append((column, one.field))
        mapped = {kept.name for _, kept in self._own}
        fields = columns.register.record.described()
        self._given = [(fields[name], text) for name, text in options.given.items()]
        self._unmapped = [(kept, text) for kept, text in self._given if kept.name not in mapped]
        self._gaps = {kept.name: text for kept, text in self._given if kept.name in mapped}

    @property
    def children(self) -> Iterable[Child]:
        """Return the kinds of rows that belong to the records, as far as columns fill them."""
        return self._children

    def refers_to(self, register: Register) -> bool:
        """Tell whether a row may refer to a record that an earlier row has made."""
        links = [kept for kept, _ in self._given] + [kept for _, kept in self._own]
        return any(isinstance(kept, ReferenceField) and kept.rel_model is register.record for kept in links)

    def own(self, row: Row) -> tuple[Values, list[CellProblem]]:
        """Read what a row says of its record, and what all rows are given."""
        values, problems = self._read(row, self._own, self._gaps)
        for kept, text in self._unmapped:
            self._take(kept, text, None, values, problems)
        return values, problems

    def child(self, row: Row, child: Child) -> tuple[Values, list[CellProblem]]:
        """Read what a row says of a row that belongs to its record; nothing where it says nothing."""
        return self._read(row, self._children[child], {})

    def _read(
        self, row: Row, columns: Sequence[tuple[int, Described]], gaps: Mapping[str, str]
    ) -> tuple[Values, list[CellProblem]]:
        values: Values = {}
        problems: list[CellProblem] = []
        cells = row.cells
        for column, kept in columns:
            text = cells[column] if column < len(cells) else ""
            if (value := self._known[id(kept)].get(text)) is not None and not isinstance(value, Invalid):
                values[kept.name] = value
            elif self._errors and not row.corrected and (code := self._errors.get((row.number - 1, column))):
                sentence = f"公式出错（{code}），请改为正确的内容"
                problems.append(CellProblem(kept, sentence, column))
            elif text and not text.isspace():
                self._take(kept, text, column, values, problems)
            elif kept.name in gaps:
                self._take(kept, gaps[kept.name], column, values, problems)
            else:
                values[kept.name] = None
        return values, problems

    def _take(
        self, kept: Described, text: str, column: int | None, values: Values, problems: list[CellProblem]
    ) -> None:
        try:
            values[kept.name] = self._value(kept, text)
        except Invalid as error:
            problems.append(CellProblem(kept, str(error), column, offer=error.offer))

    def _value(self, kept: Described, text: str) -> Any:
        if isinstance(kept, ReferenceField):
            return self._links.read(kept, text)
        known = self._known[id(kept)]
        if text not in known:
            try:
                known[text] = kept.parse(text)
            except Invalid as error:
                known[text] = error
        value = known[text]
        if isinstance(value, Invalid):
            raise value
        return value


class Taking:
    """Takes rows in, inside the caller's transaction, and notes in each row what came of it."""

    def __init__(
        self,
        register: Register,
        columns: Columns,
        reader: Reader,
        batch: Batch,
        links: Links,
        options: Options,
    ) -> None:
        self._register = register
        self._reader = reader
        self._batch = batch
        self._links = links
        self._options = options
        self._matcher = Matcher(register)
        self._columns = {one.field: column for column, one in columns.chosen.items()}
        self._erasing = frozenset(
            columns.chosen[column].field.name for column in columns.erasing if column in columns.chosen
        )
        self._blank = keeping.new(register)
        self._fields = tuple(register.record.described().values())
        self._employing = any(kept.name == "employer" for kept in self._fields)
        self._owners: dict[tuple[Any, ...], tuple[Record, int]] = {}
        self._children = {child: Matcher(child.register) for child in reader.children}

    def reserve(self, ids: Iterable[int]) -> None:
        """Keep records from being spoken of: rows that are not looked at again speak of them."""
        for one in ids:
            self._matcher.reserve(one)

    def take(self, rows: Sequence[Row], tell: Callable[[int, int], bool]) -> dict[int, int]:
        """Take rows in, in order; return the record of each row by number.

        `tell` hears of progress and answers whether to go on; raises Cancelled when not.
        """
        read: Iterator[tuple[Values, list[CellProblem]]] = map(self._reader.own, rows)
        if not self._reader.refers_to(self._register):
            known = list(read)
            self._matcher.fetch(values for values, _ in known)
            read = iter(known)
        found: dict[int, int] = {}
        for done, row in enumerate(rows):
            if done % _BETWEEN == 0 and not tell(done, len(rows)):
                raise Cancelled
            record = self._take_row(row, *next(read))
            if record is not None:
                found[row.number] = record.id
        tell(len(rows), len(rows))
        return found

    def _take_row(self, row: Row, values: Values, problems: list[CellProblem]) -> Record | None:
        row.problems, row.changes, row.record, row.lacks, row.repeats = problems, (), "", (), None
        if problems:
            row.state = State.REFUSED
            return None
        try:
            return self._take_values(row, values)
        except Refused as error:
            row.problems.append(CellProblem(None, str(error)))
        except Invalid as error:
            row.problems.append(CellProblem(None, str(error)))
        row.state = State.REFUSED
        return None

    def _take_values(self, row: Row, values: Values) -> Record | None:
        if self._children and (known := self._owners.get(self._who(values))) is not None:
            owner, row.repeats = known
            row.state = State.UNCHANGED
            return self._with_children(row, owner)
        record = self._matcher.find(values)
        record = self._add(row, values) if record is None else self._change(row, record, values)
        if record is None:
            return None
        self._matcher.take(record, values, row.number)
        if self._children:
            self._owners[self._who(values)] = record, row.number
            return self._with_children(row, record)
        return record

    def _who(self, values: Values) -> tuple[Any, ...]:
        """Return what tells that the next row speaks of the same record: its numbers, else all it says."""
        keys = self._matcher.keys(values)
        return tuple(sorted(keys.values())) if keys else tuple(sorted((k, str(v)) for k, v in values.items()))

    def _add(self, row: Row, values: Values) -> Record | None:
        record = keeping.draft_of(self._blank)
        told = {name: value for name, value in values.items() if value is not None}
        keeping.put(record, told)
        if self._register.adopt is not None:
            self._register.adopt(record, frozenset(told))
        row.state = State.NEW
        return record if self._keep(row, record, values) else None

    def _change(self, row: Row, record: Record, values: Values) -> Record | None:
        mode = self._options.on_duplicate
        found = news(
            record,
            values,
            blanks_only=mode == "fill",
            erasing=self._erasing if mode == "update" else frozenset(),
        )
        row.record = str(record)
        row.changes = tuple(self._differences(record, found))
        if not found or mode == "skip":
            row.state = State.SKIPPED if found else State.UNCHANGED
            return record
        before = dict(record.__data__)
        keeping.put(record, found)
        row.state = State.CHANGED
        if not self._keep(row, record, values):
            record.__data__ = before
            return None
        self._batch.changed(record, before)
        return record

    def _differences(self, record: Record, found: Mapping[str, Any]) -> Iterator[Difference]:
        fields = self._register.record.described()
        for name, value in found.items():
            kept = fields[name]
            yield Difference(kept.label, kept.format(record.__data__.get(name)), kept.format(value))

    def _keep(self, row: Row, record: Record, values: Values) -> bool:
        """Keep a record unless a rule forbids it; what is wrong and doubtful is noted in the row."""
        if self._employing:
            self._links.employ(record.__data__.get("employer"))
        keeping.settle(record)
        lacks = self._note(row, self._register, record, values, self._matcher)
        if any(one.blocking for one in row.problems):
            row.state = State.REFUSED
            return False
        row.lacks = tuple(lacks)
        with self._batch.row():
            keeping.store(record)
            if self._register.after is not None:
                self._register.after(record)
        return True

    def _note(
        self, row: Row, register: Register, record: Record, values: Values, matcher: Matcher
    ) -> list[str]:
        """Note what the rules say of a record; return the required values it may lack."""
        lacks: list[str] = []
        for problem in keeping.problems(register, record):
            if self._options.incomplete and isinstance(problem, Block) and lacking(record, problem.field):
                if problem.field.label not in lacks:
                    lacks.append(problem.field.label)
            else:
                row.problems.append(self._told(problem, values, matcher))
        return lacks

    def _told(self, problem: Problem, values: Values, matcher: Matcher) -> CellProblem:
        """Name the row of the workbook that a row repeats, rather than the record it has just become."""
        blocking = isinstance(problem, Block)
        column = self._columns.get(problem.field)
        earlier = matcher.row_before(values, problem.field) if blocking else None
        sentence = problem.sentence if earlier is None else f"与第 {earlier} 行重复，请核对"
        return CellProblem(problem.field, sentence, column, blocking)

    def _with_children(self, row: Row, owner: Record) -> Record:
        """Take in what the row says of rows that belong to its record."""
        for child, matcher in self._children.items():
            values, problems = self._reader.child(row, child)
            if problems:
                row.problems += problems
            elif any(value is not None for value in values.values()):
                self._take_child(row, child, matcher, values | {child.owner.name: owner})
        if row.blocks:
            row.state = State.REFUSED
        return owner

    def _take_child(self, row: Row, child: Child, matcher: Matcher, values: Values) -> None:
        if matcher.find(values) is not None:
            return
        record = keeping.new(child.register)
        keeping.put(record, {name: value for name, value in values.items() if value is not None})
        keeping.settle(record)
        self._note(row, child.register, record, values, matcher)
        if row.blocks:
            return
        with self._batch.row():
            keeping.store(record)
            if child.register.after is not None:
                child.register.after(record)
        matcher.take(record, values, row.number)
        if row.state is State.UNCHANGED:
            row.state = State.CHANGED

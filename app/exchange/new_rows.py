"""Rows that make new records: begun with what they say, judged and kept together as far as that may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.errors import Invalid, Refused
from app.exchange.blank import UsualValues, ask_days, blank, filled
from app.exchange.cells import Options, Values
from app.exchange.computed import ComputedColumns
from app.exchange.identities import Key, Names
from app.exchange.matching import Matcher
from app.exchange.noting import Noting
from app.exchange.rows import CellProblem, Row, State
from app.fields import DateField, Described
from app.fields.problems import Block, Problem, blocks
from app.keeping import keeping, together
from app.keeping.together import Judged
from app.records.base import Record
from app.records.batch import Batch
from app.register import Register


class ReadRow(NamedTuple):
    """A row with what its cells say, and what is wrong with them; of a new record it has the `keys`."""

    row: Row
    values: Values
    problems: list[CellProblem]
    keys: dict[Names, Key]


@dataclass(slots=True)
class NewRow:
    """A row with the record that it makes, the names of what it says, and the days in the record.

    Those that were `concluded` followed from what it says, those that are `unsaid` nobody told.
    """

    read: ReadRow
    record: Record
    stated: frozenset[str]
    concluded: list[Described]
    unsaid: list[Block]


class NewRows:
    """Makes the records of rows that mean nobody known; `usual` counts what their rows did not say."""

    def __init__(
        self,
        register: Register,
        matcher: Matcher,
        noting: Noting,
        computed: ComputedColumns,
        batch: Batch,
        options: Options,
    ) -> None:
        self._register = register
        self._matcher = matcher
        self._noting = noting
        self._computed = computed
        self._batch = batch
        self._options = options
        self._blank = blank(register)
        self.usual = UsualValues(register)

    def begin(self, read: ReadRow) -> NewRow:
        """Begin the record of a row, and ask for the days that nobody told."""
        values = filled(read.values)
        record, concluded = self.begun(values)
        read.row.state = State.NEW
        unsaid = list(ask_days(self._register, record, incomplete=self._options.incomplete))
        read.row.problems += [self._noting.cell_problem(day, read.values, self._matcher) for day in unsaid]
        return NewRow(read, record, frozenset(values), concluded, unsaid)

    def begun(self, values: Values) -> tuple[Record, list[Described]]:
        """Return a new record with what a row says and what follows, not saved, and the days that follow."""
        record = self.assigned(values)
        return record, self.usual.conclude(record, frozenset(values))

    def assigned(self, values: Values) -> Record:
        """Return a new record with what a row says, and nothing else."""
        record = keeping.draft_of(self._blank)
        keeping.assign(record, values)
        return record

    def import_together(
        self, stretch: Sequence[ReadRow], singly: Callable[[ReadRow], Record | None]
    ) -> Iterator[tuple[Row, Record]]:
        """Import rows of new records, all judged before the first of them is kept; yield those that are in.

        What has to be judged when those before it are kept is imported `singly`, in its place.
        """
        ready: list[tuple[NewRow, Judged]] = []
        for read, new, judged in self._judged(stretch):
            if judged is None or blocks(judged.problems):
                yield from self._keep(ready, singly)  # what a row repeats is told by the earlier row
                ready = []
            if new is None or judged is None:
                if (record := singly(read)) is not None:
                    yield read.row, record
            elif self._is_right(new, judged.problems):
                ready.append((new, judged))
        yield from self._keep(ready, singly)

    def _judged(self, stretch: Sequence[ReadRow]) -> list[tuple[ReadRow, NewRow | None, Judged | None]]:
        try:
            for read in stretch:
                read.row.begin(read.problems)
            begun = [self.begin(read) for read in stretch]
            judged = together.judge(self._register, [new.record for new in begun], self._batch)
        except (Refused, Invalid):  # the row that it comes from is told of it
            return [(read, None, None) for read in stretch]
        return list(zip(stretch, begun, judged, strict=True))

    def _keep(
        self, ready: Sequence[tuple[NewRow, Judged]], singly: Callable[[ReadRow], Record | None]
    ) -> Iterator[tuple[Row, Record]]:
        """Keep new records together, but one that cannot be: that is imported by itself."""
        while ready:
            kept = together.store(self._register, [judged for _, judged in ready], self._batch)
            for new, _ in ready[:kept]:
                self._finish(new)
                yield new.read.row, new.record
            for new, _ in ready[kept : kept + 1]:
                if (record := singly(new.read)) is not None:
                    yield new.read.row, record
            ready = ready[kept + 1 :]

    def _is_right(self, new: NewRow, problems: Iterable[Problem]) -> bool:
        """Note what is wrong with a new record, and tell whether it may be kept."""
        row, values, _, _ = new.read
        lacks = self._noting.note(
            row, self._register, new.record, problems, values, matcher=self._matcher, unsaid=new.unsaid
        )
        if row.problems and row.blocks:
            row.state = State.REFUSED
            return False
        row.lacks = tuple(lacks)
        return True

    def _finish(self, new: NewRow) -> None:
        """Note of a record that was kept what its row did not say, and that no other row means it."""
        row, _, _, keys = new.read
        self.note_usual(new)
        row.problems += self._computed.differing(row, new.record)
        self._matcher.claim(new.record, keys, row.number)

    def note_usual(self, new: NewRow) -> None:
        """Note what a record has though its row does not say it, and what it waits for."""
        row, values, _, _ = new.read
        row.waits = self._waits(new.record, values)
        status = self._register.status
        stated = new.stated
        if row.waits and status is not None:
            stated |= {status.name}
        self.usual.note(new.record, stated, new.concluded)

    def _waits(self, record: Record, values: Values) -> str:
        """Say in which state a record waits whose row tells no state, and what keeps it there."""
        status = self._register.status
        if status is None or values.get(status.name) is not None or self._register.after_import is None:
            return ""
        state = record.__data__.get(status.name)
        if state != self._register.states[0].value:
            return ""
        step = next((step for step in self._register.next_steps(record) if step.usual), None)
        if step is None:
            return ""
        asked = [field for field in step.asks if record.__data__.get(field.name) in (None, "")]
        reasons = [_lack(record, field) for field in asked]
        return f"“{state}”：{'，'.join(reasons)}" if reasons else ""


def _lack(record: Record, field: Described) -> str:
    """Say that a record lacks a value, or knows no more than the month or the year of it."""
    keeps = field.partly if isinstance(field, DateField) else None
    known = keeps is not None and record.__data__.get(keeps.name)
    return f"没有{field.label}" + (f"，只知{keeps.label}" if keeps is not None and known else "")

"""A sheet on its way into a register: read, matched, looked over, corrected, taken in.

The window's wizard and the command line walk the same steps: `Intake.of`, `rehearse`, `do`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import peewee

from app.exchange import memory
from app.exchange.cells import Options, Reader
from app.exchange.collector import resting
from app.exchange.examples import is_example
from app.exchange.heading import heading_at, is_foot
from app.exchange.linking import Links
from app.exchange.mapping import Columns
from app.exchange.proposing import propose
from app.exchange.row_importer import RowImporter
from app.exchange.rows import CellProblem, Counts, Row, State
from app.exchange.sheet import Sheet, continued
from app.records.base import change
from app.records.batch import Batch, together
from app.register import Register

Tell = Callable[[int, int], bool]
"""Hears how many rows of how many are done, and answers whether to go on."""


_FEW = 20  # rows that share what more of them share, such as an employer, are not taken for each other


class _NotNow(Exception):
    """Rolls a rehearsal back."""


def _go_on(done: int, total: int) -> bool:
    return True


@dataclass
class ImportSession:
    """A sheet with its columns and rows.

    `totals_rows` and `examples` are the rows, counted as Excel counts, that are none: sums, signatures, the
    example rows of a template. `created` names the records that rows refer to and that were, or would
    be, made, with their register's title. `done` tells whether the rows were kept; `import_id` is by what
    it can be undone, None where nothing new came in.
    """

    register: Register
    sheet: Sheet
    columns: Columns
    options: Options = field(default_factory=Options)
    rows: list[Row] = field(default_factory=list)
    totals_rows: list[int] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)
    created: list[tuple[str, str]] = field(default_factory=list)
    done: bool = False
    import_id: int | None = None
    _records: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register, sheet: Sheet, options: Options | None = None) -> ImportSession:
        """Find the heading and match the columns, as last time where the headings are known."""
        columns = propose(register, sheet)
        remembered = memory.remembered_columns(register, columns.heading)
        if remembered:
            columns = propose(register, sheet, columns.heading, remembered=remembered)
        return cls(register, sheet, columns, options or Options())

    @classmethod
    def under(
        cls, register: Register, sheet: Sheet, number: int, options: Options | None = None
    ) -> ImportSession:
        """Match the columns under a row that a person names, where no heading can be found."""
        return cls(register, sheet, propose(register, sheet, heading_at(sheet, number)), options or Options())

    def use_heading(self, number: int, *, two_rows: bool = False) -> None:
        """Use a row, counted as Excel counts, as the heading, with the one below where asked."""
        heading = heading_at(self.sheet, number, two_rows=two_rows)
        remembered = memory.remembered_columns(self.register, heading)
        self.columns = propose(self.register, self.sheet, heading, remembered=remembered)

    @property
    def counts(self) -> Counts:
        """Count the rows by what becomes of them."""
        return Counts.of(self.rows)

    @property
    def problems(self) -> list[tuple[Row, CellProblem]]:
        """Return what forbids rows, each with its row."""
        return [(row, problem) for row in self.rows for problem in row.blocks]

    @property
    def warnings(self) -> list[tuple[Row, CellProblem]]:
        """Return what is doubtful in rows that come in, each with its row."""
        accepted = (row for row in self.rows if row.state is not State.REFUSED)
        return [(row, problem) for row in accepted for problem in row.problems if not problem.blocking]

    def window(self, first: int, many: int, state: State | None = None) -> Sequence[Row]:
        """Return some of the rows, all or those of one state, from the first one asked for."""
        chosen = self.rows if state is None else [row for row in self.rows if row.state is state]
        return chosen[first : first + many]

    @property
    def corrected(self) -> int:
        """Count the rows in which a cell was written over."""
        return sum(row.corrected for row in self.rows)

    @property
    def taken_in(self) -> tuple[int, ...]:
        """Return the records, by id, that came in or were changed; none before the import is done."""
        imported = [row.number for row in self.rows if self.done and row.state in (State.NEW, State.CHANGED)]
        # Several rows may speak of one record: it is named once.
        return tuple(dict.fromkeys(self._records[number] for number in imported if number in self._records))

    def rehearse(self, tell: Tell = _go_on) -> Counts:
        """Rehearse the import: every row learns what would become of it; nothing is kept.

        What was corrected stays so.
        """
        self._sort_rows()
        self._run(self.rows, tell, keep=False)
        return self.counts

    def correct(self, number: int, column: int, text: str) -> list[Row]:
        """Write into a cell and look again at its row and at those it is taken for; return them."""
        row = next(row for row in self.rows if row.number == number)
        touched = self._alike(row)
        row.cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
        row.cells[column], row.corrected = text, True
        numbers = {other.number for other in (*touched, *self._alike(row), row)}
        again = [row for row in self.rows if row.number in numbers]
        self._run(again, _go_on, keep=False)
        return again

    def replace(self, column: int, old: str, new: str) -> int:
        """Write over all cells of a column that say the same, and count them; then look over again."""
        matches = [row for row in self.rows if column < len(row.cells) and row.cells[column] == old]
        for row in matches:
            row.cells = [*row.cells[:column], new, *row.cells[column + 1 :]]
            row.corrected = True
        return len(matches)

    def _alike(self, row: Row) -> list[Row]:
        """Return the few rows that share a text with this one: they may be taken for the same."""
        sharing: dict[int, Row] = {}
        for column in self.columns.chosen:
            text = row.cells[column].strip() if column < len(row.cells) else ""
            same = [row for row in self.rows if column < len(row.cells) and row.cells[column].strip() == text]
            if text and len(same) <= _FEW:
                sharing.update((other.number, other) for other in same)
        return list(sharing.values())

    def do(self, tell: Tell = _go_on, *, without_refused: bool = False) -> Counts:
        """Take all rows in, in one transaction; look at `problems` afterwards.

        Where a row is refused nothing is kept, unless the others are to come in without it. Raises
        Cancelled when told to stop.
        """
        if not self.rows:
            self._sort_rows()
        self._run(self.rows, tell, keep=True, without_refused=without_refused)
        return self.counts

    @resting()
    def _sort_rows(self) -> None:
        """Tell records from what stands around them."""
        mended = {row.number: row for row in self.rows if row.corrected}
        self.rows, self.totals_rows, self.examples = [], [], []
        chosen = self.columns.chosen
        own = {target.field.name: column for column, target in chosen.items() if target.child is None}
        heading = self.columns.heading
        names = list(heading.names)
        others = chosen.keys() - own.values()
        for number, cells in enumerate(self.sheet.rows[heading.last :], start=heading.last + 1):
            if not any(cells[column].strip() for column in chosen if column < len(cells)):
                if any(cell.strip() for cell in cells) and is_foot(cells, {}, self.register):
                    self.totals_rows.append(number)
            elif is_foot(cells, own, self.register):
                self.totals_rows.append(number)
            elif is_example(cells, own, self.register):
                self.examples.append(number)
            elif cells[: len(names)] != names:  # the heading again, on a second page
                joins = others and self.rows
                whole = continued(cells, self.rows[-1].cells, own.values(), others) if joins else cells
                self.rows.append(mended.get(number) or Row(number, whole))

    @resting()
    def _run(self, rows: Sequence[Row], tell: Tell, *, keep: bool, without_refused: bool = False) -> None:
        try:
            self._attempt(rows, tell, keep=keep, without_refused=without_refused, one_by_one=False)
        except peewee.IntegrityError:
            # The file refused rows that waited together: writing them singly tells which.
            self._attempt(rows, tell, keep=keep, without_refused=without_refused, one_by_one=True)

    def _attempt(
        self, rows: Sequence[Row], tell: Tell, *, keep: bool, without_refused: bool, one_by_one: bool
    ) -> None:
        self.done, self.import_id = False, None
        try:
            with change():
                since = memory.last_entry() if keep else 0
                with together() as batch:
                    batch.asked = one_by_one
                    self._take(rows, batch, tell)
                    refused = any(row.state is State.REFUSED for row in rows)
                    any_new = any(row.state in (State.NEW, State.CHANGED) for row in rows)
                    if not keep or (refused and not (without_refused and any_new)):
                        raise _NotNow
                memory.remember(self.columns)
                self.import_id = memory.note(self.register, self.sheet.title, Counts.of(rows), since)
                self.done = True
        except _NotNow:
            return

    def _take(self, rows: Sequence[Row], batch: Batch, tell: Tell) -> None:
        links = Links(batch, create=self.options.create_references)
        reader = Reader(self.columns, self.sheet.errors, links, self.options)
        taking = RowImporter(self.register, self.columns, reader, batch, links, self.options)
        again = {row.number for row in rows}
        taking.reserve(record for number, record in self._records.items() if number not in again)
        for number in again:
            self._records.pop(number, None)
        self._records.update(taking.take(rows, tell))
        self.created = links.made if len(rows) == len(self.rows) else [*self.created, *links.made]

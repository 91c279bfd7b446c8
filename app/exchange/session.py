"""A sheet on its way into a register: read, matched, rehearsed, corrected, imported.

The window's wizard and the command line take the same steps: `ImportSession.of`, `rehearse`, `import_rows`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import peewee

from app.exchange import memory
from app.exchange.body import read_body
from app.exchange.cells import Options, Reader
from app.exchange.collector import collection_paused
from app.exchange.dittos import without_headings
from app.exchange.heading import heading_at
from app.exchange.linking import Links
from app.exchange.mapping import Columns
from app.exchange.proposing import propose
from app.exchange.row_importer import LeftOut, Progress, RowImporter
from app.exchange.rows import CellProblem, Counts, Row, State
from app.exchange.sheet import Sheet
from app.records.batch import Batch, open_batch
from app.records.steps import last_change, step
from app.register import Register

_FEW = 20  # a text that more rows share, such as an employer, does not make them the same record


class _RollBack(Exception):
    """Rolls the transaction back: of a rehearsal, or of an import with refused rows."""


def _go_on(done: int, total: int) -> bool:
    """Never stop."""
    return True


@dataclass
class ImportSession:
    """A sheet with its columns and rows, and what became of them.

    `totals_rows` and `examples` are the rows, counted as Excel counts, that are no records: sums and
    signatures, the examples of a template; `notes` are words between them. `created` names the records,
    each with its register's title, that were made, or would be, because rows refer to them; `usual` says
    which values new records have though their rows do not say them. `done` tells
    whether the rows were saved; `import_id` is what undoes the import, None where nothing new came in.
    """

    register: Register
    sheet: Sheet
    columns: Columns
    options: Options = field(default_factory=Options)
    rows: list[Row] = field(default_factory=list)
    totals_rows: list[int] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    created: list[tuple[str, str]] = field(default_factory=list)
    usual: list[str] = field(default_factory=list)
    done: bool = False
    import_id: int | None = None
    _records: dict[int, int] = field(default_factory=dict)  # the id of each row's record by the row's number
    _left_out: dict[int, list[CellProblem]] = field(default_factory=dict)  # rows of records that came in torn

    @classmethod
    def of(
        cls,
        register: Register,
        sheet: Sheet,
        options: Options | None = None,
        named: Sequence[tuple[str, str]] = (),
    ) -> ImportSession:
        """Find the heading and match the columns, as last time where the headings are known.

        `named` says of headings which field they fill. Raises Refused when no row names a field, or where
        such a heading or field is not there.
        """
        columns = propose(register, sheet, also=[heading for heading, _ in named])
        remembered = memory.remembered_columns(register, columns.heading)
        if remembered or named:
            columns = propose(register, sheet, columns.heading, remembered=remembered, named=named)
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
        """Return the problems that forbid rows, each with its row."""
        return [(row, problem) for row in self.rows if row.problems for problem in row.blocks]

    @property
    def warnings(self) -> list[tuple[Row, CellProblem]]:
        """Return the warnings of rows that are not refused, each with its row."""
        accepted = (row for row in self.rows if row.state is not State.REFUSED)
        return [(row, problem) for row in accepted for problem in row.problems if not problem.blocking]

    @property
    def waiting(self) -> list[str]:
        """Say how many new records wait in a first state, and what for: 3 人为“待审批”：没有批准日期."""
        counts = Counter(row.waits for row in self.rows if row.waits and row.state is State.NEW)
        return [f"{number} {self.register.unit}为{words}" for words, number in counts.items()]

    def window(self, first: int, many: int, state: State | None = None) -> Sequence[Row]:
        """Return up to `many` rows, all or those of one state, from the position `first` on."""
        chosen = self.rows if state is None else [row for row in self.rows if row.state is state]
        return chosen[first : first + many]

    @property
    def corrected(self) -> int:
        """Count the rows in which a cell was corrected."""
        return sum(row.corrected for row in self.rows)

    @property
    def imported_ids(self) -> tuple[int, ...]:
        """Return the ids of records that came in or were changed; none before the import is done."""
        imported = [row.number for row in self.rows if self.done and row.state in (State.NEW, State.CHANGED)]
        # Several rows may have the same record: its id is returned once.
        return tuple(dict.fromkeys(self._records[number] for number in imported if number in self._records))

    def rehearse(self, progress: Progress = _go_on) -> Counts:
        """Rehearse the import (a dry run): each row gets its state and problems; nothing is saved.

        Corrected cells stay so. Raises Cancelled when `progress` says not to go on.
        """
        self._read_rows()
        self._run(self.rows, progress, save=False)
        return self.counts

    def correct(self, number: int, column: int, text: str) -> list[Row]:
        """Correct a cell, rehearse its row again and those it may duplicate; return them.

        Rows are counted as Excel counts, columns from 0.
        """
        row = next(row for row in self.rows if row.number == number)
        shared_before = self._sharing_text(row)
        row.cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
        row.cells[column], row.corrected = text, True
        numbers = {other.number for other in (*shared_before, *self._sharing_text(row), row)}
        again = [row for row in self.rows if row.number in numbers]
        self._run(again, _go_on, save=False)
        return again

    def replace(self, column: int, old: str, new: str) -> int:
        """Correct all cells of a column with this text, and count them; the caller rehearses again."""
        matches = [row for row in self.rows if column < len(row.cells) and row.cells[column] == old]
        for row in matches:
            row.cells = [*row.cells[:column], new, *row.cells[column + 1 :]]
            row.corrected = True
        return len(matches)

    def _sharing_text(self, row: Row) -> list[Row]:
        """Return the rows that share a text with this one, where few do: they may be the same record."""
        sharing: dict[int, Row] = {}
        for column in self.columns.chosen:
            text = row.cells[column].strip() if column < len(row.cells) else ""
            same = [row for row in self.rows if column < len(row.cells) and row.cells[column].strip() == text]
            if text and len(same) <= _FEW:
                sharing.update((other.number, other) for other in same)
        return list(sharing.values())

    def import_rows(self, progress: Progress = _go_on, *, without_refused: bool = False) -> Counts:
        """Import all rows in one transaction; see `done` and `problems` afterwards.

        Where a row is refused nothing is saved, unless the others are to come in without it. Raises
        Cancelled when `progress` says not to go on.
        """
        if not self.rows:
            self._read_rows()
        self._run(self.rows, progress, save=True, without_refused=without_refused)
        return self.counts

    @collection_paused()
    def _read_rows(self) -> None:
        corrected = {row.number: row for row in self.rows if row.corrected}
        if self.sheet.dittos:
            self.sheet = without_headings(self.sheet, self.columns.heading.last - 1)
        body = read_body(self.sheet, self.columns, corrected)
        self.rows, self.totals_rows, self.examples = body.rows, body.totals_rows, body.examples
        self.notes = body.notes

    @collection_paused()
    def _run(
        self, rows: Sequence[Row], progress: Progress, *, save: bool, without_refused: bool = False
    ) -> None:
        try:
            self._attempts(rows, progress, save=save, without_refused=without_refused, one_by_one=False)
        except peewee.IntegrityError:
            # The file refused rows that waited together: writing them singly tells which.
            self._attempts(rows, progress, save=save, without_refused=without_refused, one_by_one=True)

    def _attempts(
        self, rows: Sequence[Row], progress: Progress, *, save: bool, without_refused: bool, one_by_one: bool
    ) -> None:
        """Import rows, again without those of a record that came in torn until none does."""
        self._left_out = {}
        torn = True
        while torn:
            left_out = len(self._left_out)
            self._attempt(rows, progress, save=save, without_refused=without_refused, one_by_one=one_by_one)
            torn = len(self._left_out) > left_out

    def _attempt(
        self, rows: Sequence[Row], progress: Progress, *, save: bool, without_refused: bool, one_by_one: bool
    ) -> None:
        self.done, self.import_id = False, None
        try:
            with step(self._told):
                since = last_change() if save else 0
                with open_batch() as batch:
                    batch.asked = one_by_one
                    if torn := self._import(rows, batch, progress):
                        self._left_out |= torn
                        raise _RollBack
                    refused = any(row.state is State.REFUSED for row in rows)
                    any_change = any(row.state in (State.NEW, State.CHANGED) for row in rows)
                    if not save or (refused and not (without_refused and any_change)):
                        raise _RollBack
                memory.remember(self.columns)
                self.import_id = memory.note_import(self.register, self.sheet.title, Counts.of(rows), since)
                self.done = True
        except _RollBack:
            return

    def _told(self) -> str:
        counts = self.counts
        return f"导入{self.register.title}：新增 {counts.new}，更新 {counts.changed}"

    def _import(self, rows: Sequence[Row], batch: Batch, progress: Progress) -> LeftOut:
        """Import rows inside the caller's transaction; return those of records that came in torn."""
        links = Links(batch, create=self.options.create_references)
        reader = Reader(self.columns, self.sheet, links, self.options)
        importer = RowImporter(
            self.register, self.columns, reader, batch, links, self.options, said=self.sheet.said
        )
        whole = len(rows) == len(self.rows)
        # Only some rows may be rehearsed again: the records of the others are not theirs to match.
        again = {row.number for row in rows} if not whole else self._records.keys()
        self._records = {number: record for number, record in self._records.items() if number not in again}
        importer.reserve(self._records.values())
        ids = importer.import_rows(rows, progress, self._left_out)
        self._records = ids if whole else self._records | ids
        self.created = links.created if whole else [*self.created, *links.created]
        if whole:
            self.usual = list(importer.usual.told)
        return importer.torn

"""Importing rows into a register under all its rules: the one way that rehearsals and imports share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from app.errors import Invalid, Refused
from app.exchange.agreeing import new_values
from app.exchange.blank import UsualValues, ask_days, blank, depend_on, filled
from app.exchange.cells import Options, Reader, Values
from app.exchange.computed import ComputedColumns
from app.exchange.linking import Links
from app.exchange.listed import ListedRows, doubts
from app.exchange.mapping import Columns
from app.exchange.matching import Matcher
from app.exchange.new_rows import NewRows, ReadRow
from app.exchange.noting import Noting
from app.exchange.rows import CellProblem, Difference, Row, State
from app.fields import Described
from app.fields.problems import Block, Problem, blocks
from app.keeping import course, declared, deriving, judging, keeping, together
from app.keeping.sequence import expecting
from app.records.base import Record
from app.records.batch import Batch
from app.records.earlier import state_roster
from app.records.naming import names_units
from app.register import Child, Course, Register

Progress = Callable[[int, int], bool]
"""Is told how many rows of how many are done, and answers whether to go on."""

Children = Sequence[tuple[Child, Values]]
"""What a row says of child rows of its record, read before anything of the row is saved."""

LeftOut = Mapping[int, list[CellProblem]]
"""Rows, by number, that stay out with their record, with what is wrong with it."""

_Identity = tuple[object, ...]
_PROGRESS_EVERY = 200  # rows between two calls of progress
_AHEAD = 500  # rows read before the first of them is imported: their records are fetched together


class Cancelled(Refused):
    """The clerk stopped an import; nothing of it was saved."""

    def __init__(self) -> None:
        super().__init__("已取消，没有导入任何内容。")


class RowImporter:
    """Imports rows, inside the caller's transaction, and notes in each row what came of it.

    A refused row does not stop the others; whether they stay is the caller's to decide. `said` names rows.
    """

    def __init__(
        self,
        register: Register,
        columns: Columns,
        reader: Reader,
        batch: Batch,
        links: Links,
        options: Options,
        *,
        said: Callable[[list[int]], str],
    ) -> None:
        self._register = register
        self._said = said
        self._reader = reader
        self._batch = batch
        self._links = links
        self._options = options
        self._computed = ComputedColumns(columns)
        self._columns = {target.field: column for column, target in columns.chosen.items()}
        self._lists = ListedRows(register)
        self._erasing = frozenset(
            columns.chosen[column].field.name for column in columns.erasing if column in columns.chosen
        ).difference(self._lists.names)
        erasing = self._erasing if options.on_duplicate == "update" else frozenset()
        self._matcher = Matcher(
            register, incomplete=options.incomplete, by_name=bool(options.by_name), erasing=erasing
        )
        self._noting = Noting(register, self._columns, options, said)
        self._new = NewRows(register, self._matcher, self._noting, self._computed, batch, options)
        self._names_units = names_units(register.record)
        self._owners: dict[_Identity, tuple[Record, int]] = {}
        self._rows_of: dict[_Identity, list[Row]] = {}
        self._children = {
            child: Matcher(child.register, incomplete=options.incomplete) for child in reader.children
        }
        makes_units = options.create_references and self._names_units
        has_more = self._lists.names or self._children or self._computed.depend_on(register) or makes_units
        self._alone = bool(has_more) or not together.stand_alone(register)

    @property
    def usual(self) -> UsualValues:
        """Return which values new records have though their rows do not say them."""
        return self._new.usual

    def reserve(self, ids: Iterable[int]) -> None:
        """Let no row mean these records: they belong to rows that are not imported again."""
        for record_id in ids:
            self._matcher.reserve(record_id)

    def import_rows(self, rows: Sequence[Row], progress: Progress, left_out: LeftOut) -> dict[int, int]:
        """Import rows in order; return the id of each row's record by the row's number.

        A refused row has none, nor one that is left out. Raises Cancelled when `progress` says not to go on.
        """
        if (life := course.course_of(self._register.record)) is None:
            return self._import_in_order(rows, progress, left_out)
        # A list of events may begin with the latest, and tells a whole life at once.
        read = zip(rows, self._reader.read_rows(rows), strict=True)
        dated = {row.number: event for row, (values, _) in read if (event := self._event(life, values))}
        days = {number: event.__data__[life.day.name] for number, event in dated.items()}
        told = [days[row.number] for row in rows if row.number in days]
        latest_first = len(told) > 1 and told[0] > told[-1]
        chosen = list(reversed(rows)) if latest_first else list(rows)
        chosen.sort(key=lambda row: days.get(row.number, date.max))
        with expecting([dated[row.number] for row in chosen if row.number in dated]):
            return self._import_in_order(chosen, progress, left_out)

    def _import_in_order(self, rows: Sequence[Row], progress: Progress, left_out: LeftOut) -> dict[int, int]:
        ids: dict[int, int] = {}
        done = 0
        for stretch in self._stretches(rows, left_out):
            for told in range(done + -done % _PROGRESS_EVERY, done + len(stretch), _PROGRESS_EVERY):
                if not progress(told, len(rows)):
                    raise Cancelled
            done += len(stretch)
            ids.update((row.number, record.id) for row, record in self._import_stretch(stretch, left_out))
        progress(len(rows), len(rows))
        return ids

    def _stretches(self, rows: Sequence[Row], left_out: LeftOut) -> Iterator[list[ReadRow]]:
        """Yield rows of new people that may be judged together; each of the others by itself.

        Where a row may refer to the record of an earlier one, each is read only when that is saved.
        """
        ahead = 1 if self._reader.refers_to(self._register) else _AHEAD
        for start in range(0, len(rows), ahead):
            chosen = rows[start : start + ahead]
            read = self._reader.read_rows(chosen)
            if ahead > 1:
                self._matcher.fetch(values for values, _ in read)
            new: list[ReadRow] = []
            for row, (values, problems) in zip(chosen, read, strict=True):
                may_wait = not (self._alone or problems or row.number in left_out)
                keys = self._matcher.new_keys(values) if may_wait else None
                if keys is None and new:
                    yield new
                    new = []
                new.append(ReadRow(row, values, problems, keys or {}))
                if keys is None:
                    yield new
                    new = []
            if new:
                yield new

    def _import_stretch(self, stretch: list[ReadRow], left_out: LeftOut) -> Iterator[tuple[Row, Record]]:
        """Import rows; yield each that is in with its record."""
        if len(stretch) > 1 and not self._batch.asked:
            yield from self._new.import_together(stretch, self._import_new)
            return
        for row, values, problems, _ in stretch:
            if row.number in left_out:
                row.begin(list(left_out[row.number]))
                row.state = State.REFUSED
            elif (record := self._import_row(row, values, problems)) is not None:
                yield row, record

    def _import_new(self, read: ReadRow) -> Record | None:
        """Import the row of a new record by itself."""
        return self._import_row(read.row, read.values, [])

    def _event(self, life: Course, values: Values) -> Record | None:
        """Return the event of a row, as far as it tells what happened, when and to whom."""
        event = self._new.assigned(filled(values))
        told = all(field.name in filled(values) for field in (life.owner, life.day, life.kind))
        return event if told and not blocks(declared.problems(self._register, event)) else None

    @property
    def torn(self) -> dict[int, list[CellProblem]]:
        """Return the rows of records that were saved though a row of theirs is refused, with the reasons.

        A record and the rows that belong to it come in together or not at all: half a household would
        count as a whole one.
        """
        torn: dict[int, list[CellProblem]] = {}
        for identity, rows in self._rows_of.items():
            wrong = next((row for row in rows if row.state is State.REFUSED), None)
            if wrong is not None and identity in self._owners:
                place = self._said([wrong.number])
                sentence = f"与{place}同属一条{self._register.title}，那一行有误，一并没有导入"
                torn |= {row.number: row.blocks or [CellProblem(None, sentence)] for row in rows}
        return torn

    def _import_row(self, row: Row, values: Values, problems: list[CellProblem]) -> Record | None:
        row.begin(problems)
        listed: dict[str, list[Record]] = {}
        if self._lists.names:
            listed, listed_problems = self._lists.read(values)
            row.problems += [self._noting.with_column(problem) for problem in listed_problems]
        if self._children:
            self._rows_of.setdefault(self._identity(values), []).append(row)
        children = [(child, *self._reader.read_child(row, child)) for child in self._children]
        row.problems += [problem for _, _, child_problems in children for problem in child_problems]
        if row.problems and row.blocks:
            row.problems += self._further(
                row.blocks, values, [(child, cells) for child, cells, _ in children]
            )
            row.state = State.REFUSED
            return None
        try:
            return self._import_values(row, values, listed, [(child, cells) for child, cells, _ in children])
        except (Refused, Invalid) as error:
            row.problems.append(CellProblem(None, str(error)))
        row.state = State.REFUSED
        return None

    def _further(
        self, blocks: Sequence[CellProblem], values: Values, children: Children
    ) -> Iterator[CellProblem]:
        """Yield what else forbids a row of which a cell cannot be read: all is to be mended at once.

        What follows from the wrong cells themselves, such as a day of birth from a number, is not asked for.
        """
        wrong = {problem.field for problem in blocks if problem.field is not None}
        try:
            record = self._draft(values)
        except (Refused, Invalid) as error:
            yield CellProblem(None, str(error))
            return
        if record is None:
            return
        for problem in self._left(self._register, record, wrong):
            yield self._noting.cell_problem(problem, values, self._matcher)
        for child, cells in children:
            if any(value is not None for value in cells.values()):
                row = blank(child.register)
                keeping.assign(row, {**filled(cells), child.owner.name: record})
                for problem in self._left(child.register, row, {*wrong, child.owner}):
                    of = child.register.title
                    yield replace(self._noting.cell_problem(problem, cells, self._children[child]), of=of)

    def _draft(self, values: Values) -> Record | None:
        """Return what a row would make of its record, not saved; None where that cannot be known.

        A row that cannot be told apart may be one of somebody known of whom it says little.
        """
        keys = self._matcher.keys(values)
        known = self._matcher.find(values) if keys else None
        is_skipped = self._options.on_duplicate == "skip"
        if is_skipped if known is not None else not (keys or is_skipped):
            return None
        own = {name: value for name, value in filled(values).items() if name not in self._lists.names}
        if known is not None:
            record = keeping.draft_of(known)
            keeping.assign(
                record,
                new_values(
                    record, own, blanks_only=self._options.on_duplicate == "fill", erasing=frozenset()
                ),
            )
            return record
        return self._new.begun(own)[0]

    def _left(self, register: Register, record: Record, wrong: Collection[Described]) -> Iterator[Problem]:
        """Yield what forbids a record, but for what follows from its wrong fields."""
        unsaid = list(ask_days(register, record, incomplete=self._options.incomplete))
        deriving.compute_derived(record)
        implying = any(field.implies for field in wrong)
        said = (one for one in judging.problems(register, record) if not depend_on(unsaid, one))
        for problem in (*unsaid, *said):
            field = problem.field
            follows = field in wrong or field.derive is not None or (implying and field not in self._columns)
            if isinstance(problem, Block) and not follows and not self._noting.may_lack(record, field):
                yield problem

    def _import_values(
        self, row: Row, values: Values, listed: Mapping[str, list[Record]], children: Children
    ) -> Record | None:
        if self._children and (earlier := self._owners.get(self._identity(values))) is not None:
            owner, row.repeats = earlier
            row.state = State.UNCHANGED
            return self._import_children(row, owner, children)
        record = self._matcher.find(values)
        shown = self._lists.names
        own = {name: value for name, value in values.items() if name not in shown} if shown else values
        recognised = ""
        if record is not None:
            self._lists.require_same(record, values)
            recognised = self._matcher.recognised(record, values)
        told = self._computed.told(row, record)
        if told:
            own = {**self._computed.kept(told), **own}
        record = self._add(row, own) if record is None else self._change(row, record, own)
        if record is None:
            return None
        if recognised:
            row.problems.append(self._noting.warning(recognised))
        if told:
            self._add_total(row, record, told)
        row.problems += self._computed.differing(row, record)
        self._matcher.claim(record, self._matcher.keys(values), row.number)
        if listed:
            self._add_listed(row, record, listed)
        if self._children:
            self._owners[self._identity(values)] = record, row.number
            return self._import_children(row, record, children)
        return record

    def _identity(self, values: Values) -> _Identity:
        """Return what rows of the same record have in common: its keys, else all their values."""
        keys = self._matcher.keys(values)
        return tuple(sorted(keys.values())) if keys else tuple(sorted((k, str(v)) for k, v in values.items()))

    def _add(self, row: Row, values: Values) -> Record | None:
        new = self._new.begin(ReadRow(row, values, row.problems, self._matcher.keys(values)))
        if not self._save(row, new.record, values, new.unsaid):
            return None
        self._new.note_usual(new)
        return new.record

    def _change(self, row: Row, record: Record, values: Values) -> Record | None:
        mode = self._options.on_duplicate
        changed = new_values(
            record,
            values,
            blanks_only=mode == "fill",
            erasing=self._erasing if mode == "update" else frozenset(),
        )
        row.record = str(record)
        row.changes = tuple(self._differences(record, changed))
        if not changed or mode == "skip":
            row.state = State.SKIPPED if changed else State.UNCHANGED
            return record
        if (undated := course.undated(self._register, changed)) is not None:
            row.problems.append(self._noting.cell_problem(undated, values, self._matcher))
        before = dict(record.__data__)
        keeping.assign(record, changed)
        state_roster(record, filled(values))
        row.state = State.CHANGED
        if not self._save(row, record, values):
            record.__data__ = before
            return None
        self._batch.changed(record, before)
        return record

    def _differences(self, record: Record, changed: Mapping[str, object]) -> Iterator[Difference]:
        fields = self._register.record.described()
        for name, value in changed.items():
            field = fields[name]
            yield Difference(field.label, field.format(record.__data__.get(name)), field.format(value))

    def _save(self, row: Row, record: Record, values: Values, unsaid: Sequence[Block] = ()) -> bool:
        """Save a record unless a rule forbids it; problems and warnings are noted in the row.

        Days that are `unsaid` are asked for already.
        """
        if self._names_units:
            self._links.make_units(record)
        deriving.compute_derived(record)
        lacks = self._check(row, self._register, record, values, self._matcher, unsaid)
        if row.problems and row.blocks:
            row.state = State.REFUSED
            return False
        row.lacks = tuple(lacks)
        self._batch.row(partial(keeping.store_all, self._register, record))
        return True

    def _check(  # what is checked, and what to leave out
        self,
        row: Row,
        register: Register,
        record: Record,
        values: Values,
        matcher: Matcher,
        unsaid: Sequence[Block],
    ) -> list[str]:
        """Judge a record; return the labels of required values it may lack."""
        found = judging.problems(register, record)
        return self._noting.note(row, register, record, found, values, matcher=matcher, unsaid=unsaid)

    def _add_listed(self, row: Row, owner: Record, listed: Mapping[str, list[Record]]) -> None:
        """Save the child rows that a computed column lists, where the record has none of them yet."""
        for child, shown, record in list(self._lists.new_to(owner, listed)):
            if row.state is not State.NEW:
                row.changes = (*row.changes, Difference(shown.label, "", str(record)))
                if self._options.on_duplicate == "skip":
                    row.state = State.SKIPPED
                    continue
                row.state = State.CHANGED
            row.problems += [self._noting.with_column(doubt) for doubt in doubts(child, shown, record)]
            keeping.assign(record, {child.owner.name: owner})
            self._batch.row(partial(keeping.store_all, child.register, record))

    def _add_total(self, row: Row, record: Record, told: Values) -> None:
        """Save the row that stands for all, where a total is kept as one."""
        if row.state is State.SKIPPED or (
            row.state is not State.NEW and self._options.on_duplicate == "skip"
        ):
            return
        kept = self._computed.row_of(record, told)
        if kept is None:
            return
        child, total = kept
        self._batch.row(partial(keeping.store_all, child.register, total))
        deriving.compute_derived(record)
        if row.state is State.UNCHANGED:
            row.state = State.CHANGED

    def _import_children(self, row: Row, owner: Record, children: Children) -> Record:
        """Import the child rows that the row holds beside its own record."""
        for child, values in children:
            if any(value is not None for value in values.values()):
                self._import_child(row, child, self._children[child], values | {child.owner.name: owner})
        if row.blocks:
            row.state = State.REFUSED
        return owner

    def _import_child(self, row: Row, child: Child, matcher: Matcher, values: Values) -> None:
        try:
            record = matcher.find(values)
        except Invalid as error:
            row.problems.append(CellProblem(None, f"{child.register.title}：{error}"))
            return
        if record is not None:
            return
        record = blank(child.register)
        keeping.assign(record, filled(values))
        unsaid = list(ask_days(child.register, record, incomplete=self._options.incomplete))
        title = child.register.title
        row.problems += [replace(self._noting.cell_problem(day, values, matcher), of=title) for day in unsaid]
        deriving.compute_derived(record)
        self._check(row, child.register, record, values, matcher, unsaid)
        if row.blocks:
            return
        self._batch.row(partial(keeping.store_all, child.register, record))
        matcher.claim(record, matcher.keys(values), row.number)
        if row.state is State.UNCHANGED:
            row.state = State.CHANGED

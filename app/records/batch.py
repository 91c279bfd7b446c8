"""Many records saved in one go, as a workbook brings them, under the same rules as one by one.

While a batch is open, what the rules look up by equal values is answered from an index that is read
once and follows every record saved; new records wait and are written together. Any other question
to the file writes the waiting records first, so that no rule sees less than it would one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from datetime import datetime
from functools import wraps
from operator import itemgetter
from typing import Any, ParamSpec, TypeVar

import peewee
from peewee import sort_models  # type: ignore[attr-defined]  # its stubs lack it

from app.errors import Refused
from app.records.base import AnyRecord, Counter, Record, before_asking, database, plain_names, unit_names
from app.records.index import Index
from app.records.runs import noted_together
from app.records.statements import ids_where, insertion, written

TAKEN = "与已有的记录重复，没有保存。请查找已有的记录，或核对编号和证件号码。"

_COUNTED = "INSERT INTO counter VALUES (?, ?) ON CONFLICT (prefix) DO UPDATE SET last = excluded.last"
_MOST_WAITING = 500  # new records in memory: enough to be written fast, however large the workbook

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
Asked = TypeVar("Asked")

_open: ContextVar[Batch | None] = ContextVar("batch", default=None)


class Questions:
    """What the rules ask about new records that are judged together, before the first of them is kept.

    Of equal values it is noted which record asked, by its `place` among them: whatever the others say in
    these fields is then known. All else makes them no longer `only_by_values`: each is to be judged when
    those before it are kept.
    """

    def __init__(self, model: type[Record], others: Iterable[type[Record]]) -> None:
        self._model = model
        self._kinds = frozenset((model, *others))
        self.place: int | None = None  # of the record that is judged now; None while all are looked at
        self.only_by_values = True
        self.by_values: dict[tuple[str, ...], list[tuple[int, Hashable]]] = {}

    def note(self, model: type[Record], names: tuple[str, ...], key: Hashable) -> None:
        """Note that records with these values are looked for."""
        if model is self._model and self.place is not None:
            self.by_values.setdefault(names, []).append((self.place, key))
        elif model in self._kinds:
            self.only_by_values = False

    def note_of_kinds(self, models: Sequence[type[Record]]) -> None:
        """Note that something else is asked about records of these kinds."""
        if not self._kinds.isdisjoint(models):
            self.only_by_values = False


class Batch:
    """The records of one import: what waits to be written, and what was looked up."""

    def __init__(self) -> None:
        self.asked = False  # a rule asked the file something that only the file can answer
        self.now = datetime.now()
        self._waiting: dict[type[Record], dict[int, Record]] = {}
        self._indexes: dict[type[Record], dict[tuple[str, ...], Index]] = defaultdict(dict)
        self.renamed: dict[type[Record], dict[int, frozenset[str]]] = {}
        self.at_end: list[Callable[[], None]] = []  # what is done once for all records, when they are written
        self._fetched: dict[tuple[type[Record], int], Record] = {}  # until anything is written
        self._called: dict[type[Record], dict[str, list[int]]] = {}
        self._every: dict[type[Record], dict[str, set[object]]] = defaultdict(dict)
        self._next: dict[type[Record], int] = {}
        self._answers: dict[tuple[type[Record], ...], dict[object, Any]] = {}
        self._answers_about: dict[type[Record], list[dict[object, Any]]] = {}
        self._numbers: dict[str, tuple[int, int]] = {}
        self._blanks: dict[type[Record], Record] = {}
        self._unflushed = 0  # depth of the blocks in which asking writes nothing
        self._watched: Questions | None = None

    @contextmanager
    def watched(self, model: type[Record], *others: type[Record]) -> Iterator[Questions]:
        """Note what is asked about records of a kind, and whether anything about `others`."""
        self._watched = Questions(model, others)
        try:
            yield self._watched
        finally:
            self._watched = None

    def repeating(self, asked: Questions, records: Sequence[Record]) -> set[int]:
        """Return the places of new records of which those before them, once they are kept, are an answer."""
        later: set[int] = set()
        for names, questions in asked.by_values.items():
            key_of = self.index(type(records[0]), names).key_of
            first: dict[Hashable, int] = {}
            for place, record in enumerate(records):
                first.setdefault(key_of(record.__data__), place)
            later.update(place for place, key in questions if first.get(key, place) < place)
        return later

    def before_asking(self) -> None:
        """Write what waits, as somebody asks the file."""
        if self._watched is not None and self._unflushed == 0:
            self._watched.only_by_values = False
        if self._unflushed == 0 and any(self._waiting.values()):
            self.asked = True
            self.flush()

    @contextmanager
    def without_flush(self) -> Iterator[None]:
        """Ask the file what the waiting records do not touch: they are not written for it."""
        self._unflushed += 1
        try:
            yield
        finally:
            self._unflushed -= 1

    def blank(self, model: type[AnyRecord]) -> AnyRecord:
        """Return a record with nothing but defaults, to be copied."""
        if model not in self._blanks:
            self._blanks[model] = model()
        return self._blanks[model]  # type: ignore[return-value]  # of the kind it is stored under

    def ids_where(self, model: type[Record], values: Mapping[str, object]) -> Sequence[int]:
        """Return the ids of the living records with these values, the first saved first."""
        names = tuple(values)
        index = self.index(model, names)
        key = index.key_of(values)
        if self._watched is not None:
            self._watched.note(model, names, key)
        return index.get(key)

    def index(self, model: type[Record], names: tuple[str, ...]) -> Index:
        """Return the ids of the living records by what they say in these fields."""
        index = self._indexes[model].get(names)
        return index if index is not None else self._index(model, names)

    def by_id(self, model: type[AnyRecord], record_id: int) -> AnyRecord | None:
        """Return a record, in the recycle bin or not; None where there is none."""
        known = self._known(model, record_id)
        return known if known is not None else next(iter(self.by_ids(model, [record_id])), None)

    def by_ids(self, model: type[AnyRecord], ids: Sequence[int]) -> list[AnyRecord]:
        """Return records in the order of their ids, those that neither wait nor are known with one query."""
        known = {record_id: self._known(model, record_id) for record_id in ids}
        if written := [record_id for record_id, record in known.items() if record is None]:
            with self.without_flush():
                read = {record.id: record for record in model.select().where(model.id.in_(written))}
            self._fetched.update({(model, record_id): record for record_id, record in read.items()})
            known |= read
        return [record for record_id in ids if (record := known[record_id]) is not None]

    def _known(self, model: type[AnyRecord], record_id: int) -> AnyRecord | None:
        waiting = self.waiting(model, record_id)
        return waiting if waiting is not None else self._fetched.get((model, record_id))  # type: ignore[return-value]  # of the kind it is stored under

    def _index(self, model: type[Record], names: tuple[str, ...]) -> Index:
        """Read what records say in some fields, once; from then on it is followed."""
        index = Index(names)
        fields = [model._meta.fields[name] for name in names]
        with self.without_flush():
            query = model.select(model.id, *fields).where(model.deleted_at.is_null()).order_by(model.id)
            for record_id, *values in database.execute(query):
                index.add(index.key_of(dict(zip(names, values, strict=True))), record_id)
        for waiting in self._waiting.get(model, {}).values():
            index.add(index.key_of(waiting.__data__), waiting.id)
        self._indexes[model][names] = index
        return index

    def called(self, model: type[AnyRecord], plain: str) -> list[AnyRecord]:
        """Return the living records that bear a name, as names of units are compared."""
        if self._watched is not None:
            self._watched.note_of_kinds((model,))
        if model not in self._called:
            bearers: dict[str, list[int]] = defaultdict(list)
            with self.without_flush():
                query = model.select(model.id, *unit_names(model)).where(model.deleted_at.is_null())
                for record in [*query.order_by(model.id), *self._waiting.get(model, {}).values()]:
                    for plain_name in plain_names(model, record.__data__):
                        bearers[plain_name].append(record.id)
            self._called[model] = bearers
        return self.by_ids(model, self._called[model].get(plain, ()))

    def waiting(self, model: type[AnyRecord], record_id: int) -> AnyRecord | None:
        """Return a record that waits to be written; None where it does not."""
        return self._waiting.get(model, {}).get(record_id)  # type: ignore[return-value]  # of the kind they are stored under

    def is_taken(self, field: peewee.Field, value: object) -> bool:
        """Tell whether any record has this value, in the recycle bin or not."""
        every = self._every[field.model]
        if field.name not in every:
            with self.without_flush():
                query = field.model.select(field).where(field.is_null(False))
                every[field.name] = {taken for (taken,) in database.execute(query)}
            for waiting in self._waiting.get(field.model, {}).values():
                every[field.name].add(waiting.__data__.get(field.name))
        return value in every[field.name]

    def add(self, record: Record) -> None:
        """Let a new record wait to be written; it has its id at once."""
        self.add_all((record,))

    def add_all(self, records: Sequence[Record]) -> None:
        """Let new records of a kind wait to be written; they have their ids at once."""
        model = type(records[0])
        if model not in self._next:
            with self.without_flush():
                self._next[model] = int(model.select(peewee.fn.MAX(model.id)).scalar() or 0) + 1
        waiting, first = self._waiting.setdefault(model, {}), self._next[model]
        for record_id, record in enumerate(records, first):
            record.__data__["id"] = record_id
            waiting[record_id] = record
        self._next[model] = first + len(records)
        self._follow(model, records)

    def changed(self, record: Record, before: Mapping[str, object]) -> None:
        """Follow a record that was written with other values."""
        model, record_id = type(record), record.id
        self._fetched.pop((model, record_id), None)
        for index in self._indexes[model].values():
            index.remove(index.key_of(before), record_id)
        if (called := self._called.get(model)) is not None:
            for plain_name in plain_names(model, before):
                called[plain_name] = [bearer for bearer in called[plain_name] if bearer != record_id]
        self._follow(model, (record,))

    def _follow(self, model: type[Record], records: Sequence[Record]) -> None:
        """Let what is asked about records of a kind find these."""
        for index in self._indexes[model].values():
            for record in records:
                index.add(index.key_of(record.__data__), record.__data__["id"])
        if (called := self._called.get(model)) is not None:
            for record in records:
                for plain_name in plain_names(model, record.__data__):
                    called[plain_name].append(record.__data__["id"])
        for name, values in self._every[model].items():
            values.update([record.__data__.get(name) for record in records])
        for answers in self._answers_about.get(model, ()):
            answers.clear()

    def answer(self, models: tuple[type[Record], ...], question: object, ask: Callable[[], Answer]) -> Answer:
        """Answer a question about records of these kinds again without asking the file again."""
        if self._watched is not None:
            self._watched.note_of_kinds(models)
        answers = self._answers_to(models)
        if question not in answers:
            if any(self._waiting.get(model) for model in models):
                self.flush()
            with self.without_flush():
                answers[question] = ask()
        known: Answer = answers[question]
        return known

    def remember(self, records: Iterable[Record]) -> None:
        """Take records that were read already for those that lookups find, until anything is written."""
        self._fetched.update({(type(record), record.id): record for record in records})

    def know(
        self,
        models: tuple[type[Record], ...],
        ask: Callable[[Asked], Answer],
        answers: Mapping[Asked, Answer],
    ) -> None:
        """Take the answers of a question that was asked for many at once; see `looked_up`."""
        asked = getattr(ask, "__wrapped__", ask)
        self._answers_to(models).update({(asked, (one,)): answer for one, answer in answers.items()})

    def _answers_to(self, models: tuple[type[Record], ...]) -> dict[object, Any]:
        """Return what is known by questions about records of these kinds, until one of them is written."""
        if models not in self._answers:
            answers = self._answers[models] = {}
            for model in models:
                self._answers_about.setdefault(model, []).append(answers)
        return self._answers[models]

    def next_number(self, prefix: str) -> int:
        """Hand out the next number under a prefix; the counter is written when the records are."""
        if prefix not in self._numbers:
            with self.without_flush():
                last = Counter.select(Counter.last).where(Counter.prefix == prefix).scalar() or 0
            self._numbers[prefix] = (last, last)
        last, written = self._numbers[prefix]
        self._numbers[prefix] = (last + 1, written)
        return int(last) + 1

    def flush(self) -> None:
        """Write the waiting records, what others refer to first, and the numbers handed out."""
        self._fetched.clear()
        with self.without_flush():
            for model in sort_models(self._waiting):
                _insert(model, list(self._waiting.pop(model).values()))
            for prefix, (last, written) in self._numbers.items():
                if last != written:
                    database.execute_sql(_COUNTED, (prefix, last))
                    self._numbers[prefix] = (last, last)

    def row(self, keep: Callable[[], None]) -> None:
        """Keep what one row of a workbook says, all of it or nothing.

        Where the rules asked the file before, each row is written at once, so that what the file
        has against a row is known of this row.
        """
        numbers, ids = self._numbers.copy(), self._next.copy()
        try:
            if not self.asked:
                keep()
            else:
                self.flush()
                with self.without_flush(), unique(), database.atomic():
                    with self._with_flush():
                        keep()
                    self.flush()
        except BaseException:
            self._forget(ids)
            self._numbers = numbers
            raise
        self.flush_many()

    def flush_many(self) -> None:
        """Write what waits where that is a lot."""
        if sum(map(len, self._waiting.values())) > _MOST_WAITING:
            self.flush()

    @contextmanager
    def _with_flush(self) -> Iterator[None]:
        depth, self._unflushed = self._unflushed, 0
        try:
            yield
        finally:
            self._unflushed = depth

    def _forget(self, ids: dict[type[Record], int]) -> None:
        """Drop what a failed row added, and what was looked up with it in view."""
        for model, waiting in self._waiting.items():
            for record_id in [new_id for new_id in waiting if new_id >= ids.get(model, 0)]:
                del waiting[record_id]
        self._next = ids
        self._indexes.clear()
        self._fetched.clear()
        self._called.clear()
        self._every.clear()
        self._answers.clear()
        self._answers_about.clear()


@contextmanager
def unique() -> Iterator[None]:
    """Say in a sentence that the file has a record already that may be there only once."""
    try:
        yield
    except peewee.IntegrityError as error:
        if "UNIQUE" in str(error):
            raise Refused(TAKEN) from error
        raise


def _insert(model: type[Record], records: list[Record]) -> None:
    # The driver takes sixteen times as long over a None as over a text: it gets no empty column.
    names, nothing = model._meta.sorted_field_names, (None,) * len(records)
    empty = dict.fromkeys(names)
    rows = map(itemgetter(*names), [{**empty, **record.__data__} for record in records])
    columns: dict[peewee.Field, Sequence[object]] = {
        field: written(field, values)
        for field, values in zip(model._meta.sorted_fields, zip(*rows, strict=True), strict=True)
        if values != nothing
    }
    first, last = records[0].id, records[-1].id
    is_run = last > first and last - first + 1 == len(records)
    with noted_together(model._meta.table_name, first, last) if is_run else nullcontext():
        database.execute_many(insertion(model, tuple(columns)), zip(*columns.values(), strict=True))


@contextmanager
def open_batch() -> Iterator[Batch]:
    """Collect what is saved, inside the caller's transaction; it is written at the end at the latest.

    Within another batch it is a part of that.
    """
    if (outer := _open.get()) is not None:
        yield outer
        return
    batch = Batch()
    token, hook = _open.set(batch), before_asking.set(batch.before_asking)
    try:
        yield batch
        batch.flush()
        for finish in batch.at_end:
            finish()
    finally:
        _open.reset(token)
        before_asking.reset(hook)


current: Callable[[], Batch | None] = _open.get
"""Return the open batch; None while records are saved one by one."""


def without_flush() -> AbstractContextManager[None]:
    """Ask the file what the waiting records of a batch do not touch: they are not written for it."""
    batch = current()
    return batch.without_flush() if batch is not None else nullcontext()


def equal_records(model: type[AnyRecord], besides: int | None = None, /, **values: object) -> list[AnyRecord]:
    """Return the living records with these values, the first saved first; not that of the id `besides`."""
    batch = _open.get()
    # Most lookups find nothing: they ask for ids alone, as naming forty columns takes longer than the answer.
    found = ids_where(model, values) if batch is None else batch.ids_where(model, values)
    if not (ids := [record_id for record_id in found if record_id != besides]):
        return []
    if batch is not None:
        return batch.by_ids(model, ids)
    if len(ids) < 2:
        return [model.get_by_id(record_id) for record_id in ids]
    return list(model.select().where(model.id.in_(ids)).order_by(model.id))


def looked_up(*models: type[Record]) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Let a batch answer a question about records of these kinds once for all its rows."""

    def decorate(ask: Callable[Given, Answer]) -> Callable[Given, Answer]:
        @wraps(ask)
        def answer(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
            batch = _open.get()
            if batch is None:
                return ask(*args, **kwargs)
            question = (ask, args, tuple(kwargs.items())) if kwargs else (ask, args)
            return batch.answer(models, question, lambda: ask(*args, **kwargs))

        return answer

    return decorate

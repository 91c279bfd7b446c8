"""Keeping one record: reading what was typed, checking it, writing it, binning it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache, partial

from peewee import ColumnBase

from app.errors import Invalid, Refused
from app.fields import Described, ReferenceField
from app.fields.problems import Block, Blocked, Problem, blocks
from app.fields.worked_out import worked_out
from app.keeping import course, declared, deriving, judging, numbering
from app.keeping.owners import may_belong, read_together, require_living
from app.records import earlier, relinking, statements
from app.records.base import AnyRecord, Record, change, unit_names
from app.records.batch import TAKEN, Batch, current, open_batch, unique
from app.records.prints import printed
from app.records.steps import step
from app.register import Child, Register
from app.rules.dates import write_date


class OnPaper(Refused):
    """A record stands on a printed paper: it is taken away only with a reason."""


_CHANGED_SINCE = "这条记录在您编辑期间已被修改，没有保存。请重新打开这条记录后再改。"


def new(register: Register, **values: object) -> Record:
    """Return a record that is not saved yet, its defaults set."""
    return register.record(**values)


def single(register: Register) -> Record:
    """Return the record of a register of one; a new one while the file has none."""
    return register.record.alive().first() or new(register)


def draft_of(record: AnyRecord) -> AnyRecord:
    """Copy a record, so that what is typed or tried reaches it only by being saved."""
    draft = object.__new__(type(record))
    draft.__dict__.update(record.__dict__)
    draft.__data__ = dict(record.__data__)
    draft.__rel__ = dict(record.__rel__)
    return draft


def read(fields: Iterable[object], texts: Mapping[str, str]) -> tuple[dict[str, object], list[Problem]]:
    """Parse what was typed, by field name; what does not parse becomes a problem, not a value."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for field in fields:
        if isinstance(field, Described) and field.name in texts and field.derive is None:
            try:
                values[field.name] = field.parse(texts[field.name])
            except Invalid as error:
                problems.append(Block(field, str(error)))
    return values, problems


def assign(record: Record, values: Mapping[str, object]) -> None:
    """Set a record's values; nothing typed into a field that may not be empty means its default."""
    fields = type(record)._meta.fields
    if not values.keys() <= fields.keys():
        raise KeyError(f"{type(record).__name__} has no {sorted(values.keys() - fields.keys())}")
    earlier.state_days(record, values)
    defaults, links = _defaults_and_links(type(record))
    empty = [name for name, value in values.items() if value is None and name in defaults]
    filled = {**values, **{name: usual(defaults[name]) for name in empty}} if empty else values
    if not filled.keys().isdisjoint(links):
        for name in links.intersection(filled):
            setattr(record, name, filled[name])
        filled = {name: value for name, value in filled.items() if name not in links}
    record.__data__.update(filled)


def usual(field: Described) -> object:
    """Return what a form proposes in a field that nobody has filled in yet."""
    return field.default() if callable(field.default) else field.default


@cache
def _defaults_and_links(model: type[Record]) -> tuple[dict[str, Described], frozenset[str]]:
    """Return the fields that may not be empty, by name, and the names of the references."""
    fields = model._meta.fields
    defaults = {name: field for name, field in fields.items() if not field.null}
    return defaults, frozenset(name for name, field in fields.items() if isinstance(field, ReferenceField))


def save(register: Register, record: AnyRecord, *, back: bool = False) -> AnyRecord:
    """Save a record, new or changed; `back` to a state that it had before, whether or not a step leads there.

    Raises Blocked when a rule forbids it, Refused when somebody else changed it meanwhile or the
    world says no. The record in hand stays as typed either way.
    """
    done = "新建" if record.id is None else "修改"
    with as_typed(record), step(lambda: f"{done}{told(register, record)}"):
        deriving.compute_derived(record)
        found = judging.problems(register, record)
        if blocking := [one for one in blocks(found) if not (back and isinstance(one, declared.Leap))]:
            raise Blocked(blocking)
        store_all(register, record)
    return record


def save_together(register: Register, records: Sequence[AnyRecord]) -> None:
    """Save many new records under the same rules as one by one, all or none; what they ask is read once.

    Raises Blocked with what forbids the first that is forbidden.
    """
    with change(), unique(), open_batch() as batch:
        read_together(records, batch)
        for record in records:
            deriving.compute_derived(record)
            if forbidding := blocks(judging.problems(register, record)):
                raise Blocked(forbidding)
            batch.row(partial(store_all, register, record))


def put_back(register: Register, record: AnyRecord, values: Mapping[str, object]) -> AnyRecord:
    """Give a record values that it had before, and save it; raises what `save` raises.

    The state before its last event comes back as that event goes.
    """
    with as_typed(record), change():
        state = values.get(register.status.name) if register.status is not None else None
        if (event := course.undone_by(register, record, state)) is not None:
            model = type(event)
            gone = {"deleted_at": datetime.now(), "version": model.version + 1}
            model.update(gone).where(model.id == event.id).execute()
        assign(record, values)
        return save(register, record, back=True)


@contextmanager
def as_typed(record: Record) -> Iterator[None]:
    """Give a record back as it was typed when it could not be saved: no number, no version of its own."""
    typed = dict(record.__data__)
    try:
        yield
    except BaseException:
        record.__data__ = typed
        raise


def store_all(register: Register, record: Record) -> None:
    """Write a checked record with what its register makes of it, inside the caller's transaction."""
    store(record)
    follow_up(register, record)


def follow_up(register: Register, record: Record) -> None:
    """Keep the events that a record tells of, and what else its register makes of it."""
    told = list(course.told_events(register, record))
    for event, values in told:
        assign(event, values)
        store(event, settle=False)
    course.settle_told(register, record, [event for event, _ in told])
    if register.after is not None:
        register.after(record)


def store(record: Record, *, settle: bool = True) -> None:
    """Write a checked record and what follows from it, inside the caller's transaction.

    Whoever keeps several events of a record brings it to their state himself: they do not `settle` it.
    """
    batch = current()
    before = _ready(record)
    if batch is not None and record.id is None:
        if is_taken(record, batch):
            raise Refused(TAKEN)
        batch.add(record)
    else:
        with unique():
            if record.id is not None:
                _update(record)
            else:
                statements.insert(record)
    _follow(record, before, settle=settle)


def store_together(records: Sequence[Record]) -> None:
    """Write many checked records of one kind that the file has already, and what follows from each.

    Inside the caller's transaction. What follows from all of them is looked for at once.
    """
    if not records:
        return
    with open_batch():
        before = [_ready(record) for record in records]
        with unique():
            seen = [record.version for record in records]
            for record in records:
                record.version += 1
            if not statements.update_all(type(records[0]), records, seen):
                raise Refused(_CHANGED_SINCE)
        for record, names_before in zip(records, before, strict=True):
            _follow(record, names_before, settle=True)


def _ready(record: Record) -> dict[int, frozenset[str]]:
    """Give a record what it gets when it is written; return the names that units are known by until now."""
    before = relinking.names_in_file(type(record), [record.id]) if record.id is not None else {}
    make_ready(record)
    return before


def make_ready(record: Record) -> None:
    """Give a record its number, the spellings it is searched by, and what else it gets when it is written."""
    for prepare in _preparations(type(record)):
        prepare(record)
    mark(record)


def mark(record: Record) -> None:
    """Give a record that is about to be written the spellings it is searched by, and the time."""
    batch = current()
    record.__data__["search_key"] = deriving.search_key(record)
    record.__data__["updated_at"] = datetime.now() if batch is None else batch.now


@worked_out
def _preparations(model: type[Record]) -> tuple[Callable[[Record], None], ...]:
    """Return what is done with a record of a kind before it is written; most kinds ask for little."""
    asked = (
        (require_living, may_belong(model)),
        (relinking.keep_former_name, unit_names(model)),
        (earlier.keep_earlier, earlier.groups_of(model)),
        (numbering.number, numbering.numbered(model)),
        (course.number_place, course.course_of(model)),
    )
    return tuple(prepare for prepare, concerned in asked if concerned)


def _follow(record: Record, before: Mapping[int, frozenset[str]], *, settle: bool) -> None:
    """Let what depends on a record that was written follow it."""
    if relinking.is_named(type(record)):
        relinking.follow(type(record), before, relinking.names_of(record))
    if settle:
        course.settle(record)
    deriving.derive_owners(record)


def is_taken(record: Record, batch: Batch) -> bool:
    """Tell whether a new record says what may be there only once, and is there."""
    told = ((field, record.__data__.get(field.name)) for field in judging.unique_fields(type(record)))
    return any(value is not None and batch.is_taken(field, value) for field, value in told)


def _update(record: Record) -> None:
    seen = record.version
    record.version = seen + 1
    if not statements.update(record, seen):
        record.version = seen
        raise Refused(_CHANGED_SINCE)


def fresh(model: type[AnyRecord], values: Mapping[str, object]) -> AnyRecord:
    """Return a record that is not saved yet, with these values; a batch copies the defaults of its first."""
    batch = current()
    record = model() if batch is None else draft_of(batch.blank(model))
    assign(record, values)
    return record


def to_bin(register: Register, ids: Iterable[int]) -> None:
    """Put records into the recycle bin, with the rows that mean nothing without them; nothing is erased.

    Raises Refused where others could not be without them, or money was paid by them, OnPaper where they
    were printed.
    """
    chosen = list(ids)
    with step(f"把{told_all(register, chosen)}放入回收站"), course.unbroken(register, chosen, "删除"):
        on_paper = _first_printed(register, chosen)
        _bin(register, register.record.id.in_(chosen), datetime.now())
        if on_paper:
            raise OnPaper(f"{on_paper}，不能放入回收站。请写明原因作废。")


def void(register: Register, ids: Iterable[int], reason: str) -> None:
    """Put records that stand on paper into the recycle bin, with the reason in the history.

    Raises Refused without a reason, and where `to_bin` does for any other cause.
    """
    if not reason.strip():
        raise Refused("请写明作废的原因。")
    chosen = list(ids)
    sentence = f"作废{told_all(register, chosen)}，原因：{reason.strip()}"
    with step(sentence), course.unbroken(register, chosen, "作废"):
        _bin(register, register.record.id.in_(chosen), datetime.now())


def _first_printed(register: Register, ids: Iterable[int]) -> str:
    """Say which of the records, or of the rows that go with them, stands on paper; empty where none does."""
    chosen = list(ids)
    for record_id, entry in sorted(printed(register.record, chosen).items()):
        record = register.record.get_by_id(record_id)
        return f"{told(register, record)}已在 {write_date(entry.printed_at)}打印的“{entry.title}”上"
    for child in _own_rows(register) if chosen else ():
        rows = child.register.record.alive().where(child.owner.in_(chosen)).select(child.register.record.id)
        if sentence := _first_printed(child.register, [row for (row,) in rows.tuples()]):
            return sentence
    return ""


def told(register: Register, record: Record) -> str:
    """Return what a record is called in the sentence of a step: 会员“王芳”."""
    return f"{register.title}“{record}”"


def told_all(register: Register, ids: Sequence[int]) -> str:
    """Return what records are called in the sentence of a step: the one, or how many."""
    if len(ids) == 1 and (record := register.record.get_or_none(register.record.id == ids[0])) is not None:
        return told(register, record)
    return f" {len(ids)} {register.unit}{register.title}"


def _bin(register: Register, chosen: ColumnBase, at: datetime) -> None:
    model = register.record
    records = list(model.alive().where(chosen))
    before = relinking.names_in_file(model, [record.id for record in records])
    for record in records:
        _refuse_what_stays(register, record)
        model.update(deleted_at=at, version=model.version + 1).where(model.id == record.id).execute()
        deriving.compute_owners(record)
    relinking.follow(model, before, {})
    for child in _own_rows(register):
        _bin(child.register, child.owner.in_(records), at)


def _refuse_what_stays(register: Register, record: Record) -> None:
    """What was paid stays in the books: it is voided, and the reason stays with it."""
    if register.status is None:
        return
    state = record.__data__.get(register.status.name)
    if any(one.stays and one.value == state for one in register.states):
        raise Refused(f"{told(register, record)}{state}，不能放入回收站。请写明原因作废。")


def _own_rows(register: Register) -> list[Child]:
    return [child for child in register.children if child.owner.required]


def restore(register: Register, ids: Iterable[int]) -> None:
    """Take records out of the recycle bin with the rows that went in with them.

    Raises Refused where another has taken a record's place meanwhile.
    """
    chosen = list(ids)
    with step(f"从回收站恢复{told_all(register, chosen)}"), course.unbroken(register, chosen, "恢复"):
        _restore(register, register.record.id.in_(chosen))


def _restore(register: Register, chosen: ColumnBase) -> None:
    model = register.record
    for record in model.select().where(chosen, model.deleted_at.is_null(False)):
        binned_at, record.deleted_at = record.deleted_at, None
        require_living(record)
        # Its events come back after it, and they all together: what they contradict is seen at the end.
        if blocking := blocks(judging.problems_of_its_own(register, record)):
            raise Refused(f"“{record}”不能恢复：{blocking[0]}")
        store(record)
        for child in _own_rows(register):
            _restore(
                child.register, (child.owner == record) & (child.register.record.deleted_at == binned_at)
            )

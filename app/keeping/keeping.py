"""Keeping one record: reading what was typed, checking it, writing it, binning it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache, partial

from peewee import ColumnBase

from app.errors import Invalid, Refused
from app.fields import (
    Described,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
    odd_fields,
)
from app.fields.problems import Block, Blocked, Problem, Warn, blocks
from app.fields.worked_out import worked_out
from app.keeping import course, declared
from app.keeping.owners import may_belong, owner_links, read_together, require_living
from app.records import earlier, naming, relinking, statements
from app.records.base import AnyRecord, Record, change, next_number, unit_names
from app.records.batch import TAKEN, Batch, current, equal_records, open_batch, unique
from app.records.known_days import first_known
from app.records.naming import NamedLink
from app.records.prints import printed
from app.records.profile import office_code
from app.records.steps import step
from app.register import Child, Register
from app.rules import names
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
    if not links.isdisjoint(filled):
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


def compute_derived(record: Record) -> None:
    """Recompute the values that follow from others; an identity number fills in what is not there."""
    values = record.__data__
    if odd_fields(record):
        return  # nothing follows from what cannot be read; it is asked for first
    for field, implies in _computed_fields(type(record)):
        if implies and (value := values.get(field.name)):
            for name, implied in field.implied(value).items():
                if values.get(name) is None:
                    setattr(record, name, implied)
        if field.derive is not None:
            setattr(record, field.name, field.derive(record))
        elif isinstance(field, NamedLink) and values.get(field.name) is None:
            setattr(record, field.name, field.find(record))
    earlier.settle_days(record)


@worked_out
def _computed_fields(model: type[Record]) -> list[tuple[Described, bool]]:
    """Return the fields whose values follow from others or imply others, and whether they do the latter."""
    described = model.described().values()
    return [(field, field.implies) for field in described if field.derive is not None or field.implies]


@worked_out
def _derived(model: type[Record]) -> dict[str, Callable[[Record], object]]:
    """Return, by name, how the values that may follow from the rows of a record do so.

    A unit follows from its name, and none of the rows changes that unless the name follows from them.
    """
    by_name = {field for field in model.described().values() if isinstance(field, NamedLink)}
    own = {link for link in by_name if link.by.derive is None}
    derived = [field for field, _ in _computed_fields(model) if field not in own]
    return {field.name: field.derive for field in derived if field.derive is not None}


def problems(register: Register, record: Record) -> list[Problem]:
    """Say all that is wrong or doubtful with a record; the first sentence of a field counts."""
    if odd := odd_fields(record):
        return [Block(field, "文件里的这个值读不出来，请重新填写") for field in odd]
    own = _problems_of_its_own(register, record)
    return [*own, *declared.leaps(register, record), *course.problems(register, record)]


def _problems_of_its_own(register: Register, record: Record) -> list[Problem]:
    """Say what is wrong with a record whatever its events."""
    all_problems = [*_problems_of_values(record), *declared.problems(register, record)]
    for check in register.checks:
        all_problems += check(record)
    all_problems += naming.doubts(record)
    return [*all_problems, *_taken(record)]


def _taken(record: Record) -> Iterator[Block]:
    """Yield what may be there only once and is, be it in the recycle bin; an import looks for itself."""
    if current() is not None:
        return
    model = type(record)
    for field in _unique(model):
        value = record.__data__.get(field.name)
        if not value or (isinstance(field, SerialField) and record.id is not None):  # given once
            continue
        found = model.select(model.deleted_at).where(field == value, model.id != (record.id or 0)).first()
        if found is not None:
            where, remedy = ("回收站里", "先恢复它") if found.deleted_at else ("台账里", "查找已有的记录")
            yield Block(field, f"{where}已有“{value}”，请{remedy}，或换一个")


def problems_alone(register: Register, record: Record) -> list[Problem]:
    """Say what is wrong with a record by itself, whatever others, its owner among them, say."""
    return [*_problems_of_values(record), *declared.problems_alone(register, record)]


def _problems_of_values(record: Record) -> list[Problem]:
    all_problems: list[Problem] = []
    values = record.__data__
    for name, field, remarks in _fields_to_check(type(record)):
        value = values.get(name)
        if value is None or value == "":
            if field.required:
                all_problems.append(Block(field, f"请填写{field.label}"))
        elif remarks:
            if isinstance(field, ResidentIdField):
                all_problems += field.check(record)
            if remark := field.remark(value):
                all_problems.append(Warn(field, remark))
    return all_problems


@worked_out
def _fields_to_check(model: type[Record]) -> list[tuple[str, Described, bool]]:
    """Return the fields that must be filled in or judge their values, with the latter told from the rest."""
    fields = [(name, field, field.remarks) for name, field in model.described().items()]
    return [one for one in fields if one[1].required or one[2]]


def save(register: Register, record: AnyRecord, *, back: bool = False) -> AnyRecord:
    """Save a record, new or changed; `back` to a state that it had before, whether or not a step leads there.

    Raises Blocked when a rule forbids it, Refused when somebody else changed it meanwhile or the
    world says no. The record in hand stays as typed either way.
    """
    done = "新建" if record.id is None else "修改"
    with as_typed(record), step(lambda: f"{done}{told(register, record)}"):
        compute_derived(record)
        found = problems(register, record)
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
            compute_derived(record)
            if forbidding := blocks(problems(register, record)):
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
        _require_free(record, batch)
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
    batch, model = current(), type(record)
    before = relinking.names_in_file(model, [record.id]) if record.id is not None else {}
    for prepare in _preparations(model):
        prepare(record)
    record.__data__["search_key"] = search_key(record)
    record.__data__["updated_at"] = datetime.now() if batch is None else batch.now
    return before


@worked_out
def _preparations(model: type[Record]) -> tuple[Callable[[Record], None], ...]:
    """Return what is done with a record of a kind before it is written; most kinds ask for little."""
    asked = (
        (require_living, may_belong(model)),
        (relinking.keep_former_name, unit_names(model)),
        (earlier.keep_earlier, earlier.groups_of(model)),
        (number, _numbered(model)),
    )
    return (*(prepare for prepare, concerned in asked if concerned), course.number_place)


def _follow(record: Record, before: Mapping[int, frozenset[str]], *, settle: bool) -> None:
    """Let what depends on a record that was written follow it."""
    if relinking.is_named(type(record)):
        relinking.follow(type(record), before, relinking.names_of(record))
    if settle:
        course.settle(record)
    _derive_owners(record)


def _require_free(record: Record, batch: Batch) -> None:
    for field in _unique(type(record)):
        value = record.__data__.get(field.name)
        if value is not None and batch.is_taken(field, value):
            raise Refused(TAKEN)


@cache
def _unique(model: type[Record]) -> list[Described]:
    return [field for field in model.described().values() if field.unique]


def _update(record: Record) -> None:
    seen = record.version
    record.version = seen + 1
    if not statements.update(record, seen):
        record.version = seen
        raise Refused(_CHANGED_SINCE)


def compute_owners(record: Record) -> None:
    """Bring the derived values of a record's owner up to date: kin change the household's income.

    An owner may be found by such a value: the spellings it is searched by follow. Rows that follow the record
    bring their own owners up to date: a payment that is voided gives its money back to the drive.
    """
    course.settle(record)
    _derive_owners(record)


def _derive_owners(record: Record) -> None:
    for link, derived in _deriving_owners(type(record)):
        batch = current()
        model, owner_id = link.rel_model, record.__data__.get(link.name)
        waiting = batch.waiting(model, owner_id) if batch is not None else None
        owner: Record | None = waiting or model.by_id(owner_id)
        if owner is None:
            continue
        before = {name: owner.__data__.get(name) for name in derived}
        for name, derive in derived.items():
            setattr(owner, name, derive(owner))
        values = {name: owner.__data__.get(name) for name in derived}
        # Whoever asks the file while deriving writes what waits, the owner among it as it was.
        is_written = batch is None or batch.waiting(model, owner_id) is None
        if is_written:
            update = values | {"search_key": search_key(owner)}
            model.update(update).where(model.id == owner.id).execute()
        elif values != before:
            owner.search_key = search_key(owner)

    for row in _followers(record):
        compute_owners(row)


@worked_out
def _deriving_owners(
    model: type[Record],
) -> list[tuple[ReferenceField, dict[str, Callable[[Record], object]]]]:
    """Return the references to owners of which something follows from their rows, and what."""
    links = [(link, _derived(link.rel_model)) for link in owner_links(model)]
    return [(link, derived) for link, derived in links if derived]


def _followers(record: Record) -> Iterator[Record]:
    """Yield the living rows that follow a record; nothing follows one that still waits to be written."""
    links = _followed(type(record))
    batch = current() if links else None
    if not links or (batch is not None and batch.waiting(type(record), record.id) is not None):
        return
    for link in links:
        if batch is not None:
            yield from equal_records(link.model, **{link.name: record.id})
        else:
            yield from link.model.alive().where(link == record.id)


@cache
def _followed(model: type[Record]) -> list[ReferenceField]:
    """Return the references to records of a kind that are followed."""
    return [link for link in model._meta.backrefs if isinstance(link, ReferenceField) and link.followed]


def number(record: Record) -> None:
    """Hand out the numbers that the office has not given yet (domain 0.7)."""
    values = record.__data__
    for field in _numbered(type(record)):
        if not values.get(field.name):
            day = first_known(field.dated_by, values) or date.today()
            values[field.name] = _free_number(field, f"{office_code()}-{field.code}-{day.year}-")


@cache
def _numbered(model: type[Record]) -> list[SerialField]:
    return [field for field in model.described().values() if isinstance(field, SerialField)]


def _free_number(field: SerialField, prefix: str) -> str:
    """Pass over the numbers that came in with an old roster."""
    while True:
        batch = current()
        last = next_number(prefix) if batch is None else batch.next_number(prefix)
        serial = f"{prefix}{last:04d}"
        if batch is not None:
            taken = batch.is_taken(field, serial)
        else:
            taken = field.model.select().where(field == serial).exists()
        if not taken:
            return serial


def fresh(model: type[AnyRecord], values: Mapping[str, object]) -> AnyRecord:
    """Return a record that is not saved yet, with these values; a batch copies the defaults of its first."""
    batch = current()
    record = model() if batch is None else draft_of(batch.blank(model))
    assign(record, values)
    return record


def search_key(record: Record) -> str:
    """Return the order of a record's first name, then the spellings by which its names are found."""
    words = [word for name in _names_spelled(type(record)) if (word := record.__data__.get(name))]
    if not words:
        return ""
    # A tab comes before the blank between syllables: 李安 before 李安娜.
    return names.sort_key(words[0]) + "\t" + "".join(map(names.search_key, words))


@cache
def _names_spelled(model: type[Record]) -> list[str]:
    """Return the names that are searched by their spellings."""
    return [field.name for field in model.naming if isinstance(field, PersonNameField | TextField)]


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
        compute_owners(record)
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
        if blocking := blocks(_problems_of_its_own(register, record)):
            raise Refused(f"“{record}”不能恢复：{blocking[0]}")
        store(record)
        for child in _own_rows(register):
            _restore(
                child.register, (child.owner == record) & (child.register.record.deleted_at == binned_at)
            )

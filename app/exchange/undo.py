"""Taking a whole import back as one step, from what the history recorded of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from app.errors import Refused
from app.fields import Described, ReferenceField, SerialField
from app.keeping import course, deriving, keeping
from app.keeping.history import History
from app.records import earlier, naming, relinking
from app.records.base import Record
from app.records.imports import ImportDone
from app.records.naming import NamedLink
from app.records.prints import printed
from app.records.steps import Step, step
from app.register import register_of
from app.registry import records

_AT_ONCE = 500  # records asked for, or binned, with one statement
_OWN = {"column_memory", "import_done", "print_log_entry"}


@dataclass
class Undone:
    """What taking an import back did; `remaining` says, a sentence each, what stays and why.

    `gone` and `mended` count the records that were binned, and those that got their old values, by kind.
    """

    gone: Counter[type[Record]] = field(default_factory=Counter)
    mended: Counter[type[Record]] = field(default_factory=Counter)
    remaining: list[str] = field(default_factory=list)

    @property
    def binned(self) -> int:
        """Return how many records went to the recycle bin."""
        return self.gone.total()

    @property
    def restored(self) -> int:
        """Return how many records got their old values."""
        return self.mended.total()

    @property
    def sentence(self) -> str:
        """Sum it up for the clerk: which records were binned, restored, left as they are, and how many."""
        did = (
            (self.gone, "移入回收站"),
            (self.mended, "恢复原值"),
        )
        parts = [f"{words} {_in_words(counts)}" for counts, words in did if counts]
        if self.remaining:
            parts.append(f"保留 {len(self.remaining)} 条")
        return f"已撤销导入：{'，'.join(parts) or '没有需要撤回的记录'}"


def _in_words(counts: Counter[type[Record]]) -> str:
    """Count records in the office's words: 会员 3 名、家庭成员 2 人; in the order of the subjects."""
    words = []
    order = list(_models().values())
    for model in sorted(counts, key=order.index):
        register = register_of(model)
        title, unit = (register.title, register.unit) if register is not None else ("相关记录", "条")
        words.append(f"{title} {counts[model]} {unit}")
    return "、".join(words)


def imports() -> list[ImportDone]:
    """Return the imports that can be taken back, the latest first."""
    done = ImportDone.select().where(ImportDone.undone_at.is_null())
    return list(done.order_by(ImportDone.id.desc()))


def undo(import_id: int) -> Undone:
    """Take an import back: what came in goes to the recycle bin, what was changed gets its old values.

    What was changed or printed later, or is needed by records that came later, stays and is named in
    `remaining`.
    Raises Refused when the import was taken back before.
    """
    done = ImportDone.get_or_none(ImportDone.id == import_id)
    if done is None or done.undone_at is not None:
        raise Refused("这次导入已经撤销过了，不能再撤销。")
    undone = Undone()
    with step(f"撤销导入“{done.book}”", undoes=_step_of(done)):
        entries = _entries(done)
        later = _changed_later(done)
        new = {key for key, changes in entries.items() if changes is None}
        staying = {key for key in new if key in later} | _needed(new, later) | _printed(new)
        staying |= entries.keys() & later
        staying |= _owned(new, staying)
        order = list(_models())
        for table in sorted({table for table, _ in entries}, key=order.index, reverse=True):
            mine = {row: old for (named, row), old in entries.items() if named == table}
            _take_back(_models()[table], mine, staying, undone, leaving=new - staying)
        _settle(entries)
        update = ImportDone.update(undone_at=datetime.now(), version=ImportDone.version + 1)
        update.where(ImportDone.id == import_id).execute()
    return undone


def _models() -> dict[str, type[Record]]:
    """Return the kinds of record that an import may have written, by their table."""
    return _by_table(records())


@lru_cache(maxsize=1)
def _by_table(models: tuple[type[Record], ...]) -> dict[str, type[Record]]:
    return {model._meta.table_name: model for model in models if model._meta.table_name not in _OWN}


def _settle(keys: Iterable[_Key]) -> None:
    """Bring the records that were touched to the state of those events that stay."""
    for table, row in keys:
        register = register_of(_models()[table])
        if register is not None and register.course is not None:
            course.settle_record(register, row)


def _step_of(done: ImportDone) -> Step | None:
    """Return the step that an import was; None in a file of the time before there were any."""
    own: Step | None = Step.get_or_none(
        Step.first_change == done.first_change, Step.last_change >= done.last_change
    )
    return own


_Key = tuple[str, int]


def _entries(done: ImportDone) -> dict[_Key, dict[str, object] | None]:
    """Return, for each row the import touched, the values it replaced; None for a row it made."""
    entries: dict[_Key, dict[str, object] | None] = {}
    query = History.select().where(
        History.id.between(done.first_change, done.last_change), History.table.in_(list(_models()))
    )
    written: Iterable[History] = query.order_by(History.id)
    for entry in written:
        for key in _keys(entry):
            if entry.action == "INSERT":
                entries[key] = None
            elif entries.setdefault(key, {}) is not None:
                # The first value that was replaced is the one from before the import.
                old = {column: values[0] for column, values in json.loads(entry.changes).items()}
                entries[key] = old | (entries[key] or {})
    return entries


def _keys(entry: History) -> list[_Key]:
    return [(entry.table, row) for row in entry.rows]


def _changed_later(done: ImportDone) -> set[_Key]:
    query = History.select(History.table, History.row, History.last_row)
    later: Iterable[History] = query.where(History.id > done.last_change).distinct()
    return {key for entry in later for key in _keys(entry)}


def _needed(new: set[_Key], later: set[_Key]) -> set[_Key]:
    """Return the new rows that rows refer to which stay: older ones that say so, and any changed later."""
    needed: set[_Key] = set()
    for model in _models().values():
        for link in model.described().values():
            if not isinstance(link, ReferenceField):
                continue
            target = link.rel_model._meta.table_name
            if not any(table == target for table, _ in new):
                continue
            named = relinking.rows_named(link) if isinstance(link, NamedLink) else frozenset()
            query = model.select(model.id, link).where(model.deleted_at.is_null(), link.is_null(False))
            for row, referred in query.tuples():
                key, owner = (model._meta.table_name, row), (target, referred)
                # What follows from others follows again.
                stated = link.derive is None and key not in new and row not in named
                if owner in new and (stated or key in later):
                    needed.add(owner)
    return needed


def _printed(new: set[_Key]) -> set[_Key]:
    """Return the new rows that stand on paper: each is voided with a reason of its own."""
    by_table: dict[str, list[int]] = {}
    for table, row in new:
        by_table.setdefault(table, []).append(row)
    return {(table, row) for table, rows in by_table.items() for row in printed(_models()[table], rows)}


def _owned(new: set[_Key], staying: set[_Key]) -> set[_Key]:
    """Return the new rows of records that stay: a member who stays has joined on a day."""
    owned: set[_Key] = set()
    for model in _models().values():
        table = model._meta.table_name
        mine = {row for named, row in new if named == table}
        for link in model.described().values() if mine else ():
            if isinstance(link, ReferenceField) and link.required:
                owners = {row for named, row in staying if named == link.rel_model._meta.table_name}
                rows = model.alive().where(link.in_(list(owners))).select(model.id).tuples() if owners else ()
                owned |= {(table, row) for (row,) in rows if row in mine}
    return owned


def _take_back(
    model: type[Record],
    entries: dict[int, dict[str, object] | None],
    staying: set[_Key],
    undone: Undone,
    *,
    leaving: set[_Key],
) -> None:
    """Take back what an import did to the rows of one table."""
    gone = []
    for record in _living(model, list(entries)):
        old = entries[record.id]
        if (model._meta.table_name, record.id) in staying:
            register = register_of(model)
            if register is not None and (
                old is None or _stated(model, old).keys() - course.following(register)
            ):
                undone.remaining.append(
                    f"{_title(model)}“{record}”导入后又修改过、打印过或被引用，没有撤销。"
                )
        elif old is None:
            gone.append(record)
        elif values := {
            name: value
            for name, value in _stated(model, old).items()
            if value is not None or not naming.follows(record, name)
        }:
            keeping.assign(record, values)
            earlier.correct(record)
            deriving.compute_derived(record)
            keeping.store(record)
            undone.mended[model] += 1
    followed = {record.id for record in course.needed(gone)}
    undone.remaining += [
        f"{course.named(record)}之后又有变动，没有撤销。" for record in gone if record.id in followed
    ]
    gone = [record for record in gone if record.id not in followed]
    _bin(model, gone, leaving)
    if gone:
        undone.gone[model] += len(gone)


def _title(model: type[Record]) -> str:
    register = register_of(model)
    return register.title if register is not None else ""


def _living(model: type[Record], ids: list[int]) -> Iterator[Record]:
    for some in _by_many(ids):
        yield from list(model.alive().where(model.id.in_(some)))  # read before anything is changed


def _by_many(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _stated(model: type[Record], old: dict[str, object]) -> dict[str, object]:
    """Return the replaced values that somebody had stated: derived ones follow by themselves."""
    by_column: dict[str, Described] = {field.column_name: field for field in model.described().values()}
    return dict(_values(by_column, old))


def _values(by_column: dict[str, Described], old: dict[str, object]) -> Iterator[tuple[str, object]]:
    for column, value in old.items():
        field = by_column.get(column)
        if field is not None and field.derive is None:
            yield field.name, field.python_value(value)  # type: ignore[no-untyped-call]  # Peewee's stubs


def _bin(model: type[Record], records: list[Record], leaving: set[_Key]) -> None:
    """Put records into the recycle bin and free their numbers: the workbook may come in again, mended.

    Owners that stay are brought up to date once each; those that are `leaving`, too, need not be.
    """
    described = model.described().values()
    serials = (field for field in described if isinstance(field, SerialField))
    free = {serial.name: None for serial in serials if serial.unique and serial.null}
    before = relinking.names_in_file(model, [record.id for record in records])
    values = {"deleted_at": datetime.now(), "version": model.version + 1, **free}
    for some in _by_many([record.id for record in records]):
        model.update(values).where(model.id.in_(some)).execute()
    relinking.follow(model, before, {})
    links = [link for link in described if isinstance(link, ReferenceField) and link.required]
    owned = {
        owners: record
        for record in records
        if (owners := tuple((link.rel_model._meta.table_name, record.__data__[link.name]) for link in links))
    }
    for owners, record in owned.items():
        if not leaving.issuperset(owners):
            deriving.compute_owners(record)

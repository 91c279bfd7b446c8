"""The history of every record, written by triggers so that nothing can bypass it.

The statement follows the idea of Peewee's change log, but keeps every value as SQLite has it: an
identity number stays the text it was. Of a new row it tells only that it came: what it first said follows
from the row as it is now and what its changes replaced.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from app.errors import Refused
from app.fields import AttachmentField, Described, ReferenceField
from app.fields.worked_out import worked_out
from app.keeping import keeping
from app.keeping.taken_over import taken_over
from app.records import earlier
from app.records.base import ERASED, AnyRecord, Record, database
from app.records.steps import Step
from app.register import Register

_Values = dict[str, list[object]]
"""The old and the new value of each column."""

_UNRECORDED = {"id", "version", "search_key", "created_at", "updated_at"}


class History(peewee.Model):
    """One change of one row: `changes` maps each changed column to its old and new value.

    Many new rows that were written together are one entry, from `row` to `last_row`; else that is empty.
    """

    id = peewee.AutoField()
    at = peewee.DateTimeField()
    action = peewee.TextField()
    table = peewee.TextField(column_name="table_name")
    row = peewee.IntegerField(column_name="row_id")
    changes = peewee.TextField()
    last_row = peewee.IntegerField(column_name="last_row_id", null=True)

    @property
    def rows(self) -> range:
        """Return the rows that the entry tells of."""
        return range(self.row, (self.last_row or self.row) + 1)

    class Meta:
        database = database
        table_name = "history"
        indexes = ((("table", "row"), False),)


History.add_index(
    peewee.SQL(
        "CREATE INDEX IF NOT EXISTS history_run ON history (table_name, last_row_id) "
        "WHERE last_row_id IS NOT NULL"
    )
)


class ReplacedFile(peewee.Model):
    """A file that a change replaced or took away, kept beside the change's entry; empty where none was."""

    id = peewee.AutoField()
    change = peewee.IntegerField(index=True)
    column = peewee.TextField(column_name="column_name")
    content = peewee.BlobField(null=True)

    class Meta:
        database = database
        table_name = "replaced_file"


@dataclass(frozen=True)
class Change:
    """A change as a person reads it: when, what was done, and each label's old and new text.

    `operator` is who did it, `step` the sentence of the step that it was part of, where they are known.
    """

    id: int
    at: datetime
    action: str
    items: tuple[tuple[str, str, str], ...]
    operator: str = ""
    step: str = ""


def install(models: Iterable[type[Record]]) -> None:
    """(Re)create the three triggers of each table, naming every column it has now."""
    for name, statement in own_triggers(models).items():
        database.execute_sql(f'DROP TRIGGER IF EXISTS "{name}"')
        database.execute_sql(statement)


def own_triggers(models: Iterable[type[Record]]) -> dict[str, str]:
    """Return the three triggers of each table, by name, as they stand in the file."""
    return {name: statement for model in models for name, statement in _triggers(model).items()}


@worked_out
def _triggers(model: type[Record]) -> dict[str, str]:
    return {
        (name := f"{model._meta.table_name}_history_{action.lower()}"): _trigger(model, action, name).strip()
        for action in ("INSERT", "UPDATE", "DELETE")
    }


@contextmanager
def history_paused(models: Sequence[type[Record]]) -> Iterator[None]:
    """Write nothing of these tables into the history meanwhile: for what nobody did."""
    for model in models:
        for action in ("insert", "update", "delete"):
            database.execute_sql(f'DROP TRIGGER IF EXISTS "{model._meta.table_name}_history_{action}"')
    yield
    install(models)


def _trigger(model: type[Record], action: str, name: str) -> str:
    table = model._meta.table_name
    if action == "INSERT":
        return _insert_trigger(table, name)
    columns = recorded(model)
    files = [field.column_name for field in model._meta.sorted_fields if isinstance(field, peewee.BlobField)]
    new = "NULL" if action == "DELETE" else 'NEW."{}"'
    # One UNION per column would meet SQLite's limit of compound selects; json_each has none.
    values = ", ".join(
        f"json_array('{column}', OLD.\"{column}\", {new.format(column)})" for column in columns
    )
    row = "OLD" if action == "DELETE" else "NEW"
    changes = f"""
            SELECT json_group_object(value ->> 0, json_array(value ->> 1, value ->> 2)) AS changes
            FROM json_each(json_array({values}))
            WHERE (value ->> 1) IS NOT (value ->> 2)"""
    replaced = {file: f'OLD."{file}" IS NOT {new.format(file)}' for file in files}
    anything = " OR ".join(["changes <> '{}'", *replaced.values()])
    keep = "".join(
        f"""
            INSERT INTO replaced_file ("change", column_name, content)
            SELECT (SELECT max(id) FROM history), '{file}', OLD."{file}" WHERE {is_replaced};"""
        for file, is_replaced in replaced.items()
    )
    return f"""
        CREATE TRIGGER "{name}" AFTER {action} ON "{table}" BEGIN
            {_entry(table, action, row)} changes FROM ({changes}) WHERE {anything};{keep}
        END"""


def recorded(model: type[Record]) -> list[str]:
    """Return the columns of which the history records each change; a file is kept beside it."""
    return [
        field.column_name
        for field in model._meta.sorted_fields
        if field.name not in _UNRECORDED and not isinstance(field, peewee.BlobField)
    ]


def _insert_trigger(table: str, name: str) -> str:
    """Without the values an entry costs nearly nothing, which the import of a workbook feels.

    Rows that `app.records.steps.note_new_rows` has just told of are not told of again one by one.
    """
    return f"""
        CREATE TRIGGER "{name}" AFTER INSERT ON "{table}" WHEN NOT EXISTS (
            SELECT 1 FROM history WHERE id = (SELECT max(id) FROM history) AND action = 'INSERT'
            AND table_name = '{table}' AND NEW.id BETWEEN row_id AND last_row_id
        ) BEGIN
            {_entry(table, "INSERT", "NEW")} '{{}}';
        END"""


def _entry(table: str, action: str, row: str) -> str:
    return f"""INSERT INTO history (at, action, table_name, row_id, changes)
            SELECT strftime('%Y-%m-%d %H:%M:%f', 'now', 'localtime'), '{action}', '{table}', {row}.id,"""


def of(record: Record) -> list[Change]:
    """Return what was done to a record, the latest first."""
    model = type(record)
    latest = Step.alias()
    of_entry = latest.select(latest.id).where(latest.first_change <= History.id)
    of_entry = of_entry.order_by(latest.first_change.desc()).limit(1)
    told = (Step.id == of_entry) & (Step.last_change >= History.id)
    query = History.select(History, Step.operator, Step.sentence.alias("step"))
    query = query.join(Step, peewee.JOIN.LEFT_OUTER, on=told).objects()
    query = query.where(_tells_of(model._meta.table_name, record.id))
    files: dict[int, list[str]] = {}
    entries = list(query.order_by(History.id.desc()))
    for file in ReplacedFile.select(ReplacedFile.change, ReplacedFile.column).where(
        ReplacedFile.change.in_([entry.id for entry in entries])
    ):
        files.setdefault(file.change, []).append(file.column)
    told_by = _values_told(model, record.id, entries)
    return [_read(model, entry, told_by[entry.id], files.get(entry.id, ())) for entry in entries]


def _tells_of(table: str, row: int) -> peewee.Expression:
    """Return the SQL condition for the entries that tell of a row, alone or with others.

    Each is found by an index of its own: a sum is none, so that the many entries of the rows before this
    one are not gone through.
    """
    alone = History.select(History.id).where(History.table == table, History.row == row)
    together = History.select(History.id).where(
        History.table == table, History.last_row >= row, History.row + 0 <= row
    )
    return History.id.in_(alone) | History.id.in_(together)


def changes_told(changes: str) -> dict[str, list[object]]:
    """Read the old and the new value of each column from an entry; raises Refused where it is damaged."""
    try:
        return {str(column): [old, new] for column, (old, new) in json.loads(changes).items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("历史中有一条已损坏，读不出来。请先“检查台账”，再用最近的备份恢复。") from error


def _values_told(model: type[Record], row: int, entries: Iterable[History]) -> dict[int, _Values]:
    """Return the old and new values by column of each entry of a row; they are given the latest first.

    What a row said when it came is worked out backwards from what it says now.
    """
    said = kept_values(model, recorded(model), [row]).get(row, {})
    told: dict[int, _Values] = {}
    for entry in entries:
        try:
            changes = changes_told(entry.changes)
        except Refused:
            told[entry.id] = {}
            continue
        if entry.action == "INSERT" and not changes:
            changes = {column: [None, value] for column, value in said.items() if value is not None}
        said |= {column: old for column, (old, _) in changes.items()}
        told[entry.id] = changes
    return told


def kept_values(
    model: type[Record], columns: Sequence[str], ids: Sequence[int]
) -> dict[int, dict[str, object]]:
    """Return the values of rows by their id and column, as the file has them: no field converts them."""
    names = "".join(f', "{column}"' for column in columns)
    marks = ", ".join("?" * len(ids))
    found = database.execute_sql(
        f'SELECT id{names} FROM "{model._meta.table_name}" WHERE id IN ({marks})', ids
    )
    return {row_id: dict(zip(columns, values, strict=True)) for row_id, *values in found.fetchall()}


def _read(model: type[Record], entry: Any, changes: _Values, files: Iterable[str]) -> Change:  # noqa: ANN401  # with the operator
    action = {"INSERT": "新建", "UPDATE": "修改", "DELETE": "清除"}[entry.action]
    if "deleted_at" in changes and entry.action == "UPDATE":
        action = "删除" if changes["deleted_at"][1] else "恢复"
    by_column = {field.column_name: field for field in model.described().values()}
    items = [
        (field.label, _text(field, old), _text(field, new))
        for column, (old, new) in changes.items()
        if (field := by_column.get(column)) is not None
    ]
    items += [(by_column[file].label, "原来的文件", "已更换") for file in files if file in by_column]
    return Change(entry.id, entry.at, action, tuple(items), entry.operator or "", entry.step or "")


def _text(field: Described, raw: object) -> str:
    if raw is None:
        return ""
    if isinstance(field, ReferenceField):
        target = field.rel_model.get_or_none(field.rel_model.id == raw)
        return str(target) if target else ERASED
    return field.format(field.python_value(raw))  # type: ignore[no-untyped-call]  # Peewee's stubs


def old_values(record: Record, change: Change) -> dict[str, object]:
    """Return, by field name, the values that a change replaced, exactly as they were.

    Where the kind of a field was changed since, the one that took it over says the value; raises Refused
    where it cannot.
    """
    model = type(record)
    entry = History.get_by_id(change.id)
    by_column = {field.column_name: field for field in model.described().values()}
    replaced = {column: old for column, (old, _) in changes_told(entry.changes).items()}
    return {
        field.name: field.python_value(old)  # type: ignore[no-untyped-call]  # Peewee's stubs
        for column, old in (replaced | taken_over(model, replaced)).items()
        if (field := by_column.get(column)) is not None
        and field.derive is None
        and field.successor is None
        and not isinstance(field, AttachmentField)
    }


def put_back(register: Register, record: AnyRecord, change: Change) -> AnyRecord:
    """Give a record the values it had before a change; raises Blocked where a rule forbids them now.

    The state before its last event comes back as that event goes; nothing changed in life by that.
    """
    earlier.correct(record)
    return keeping.put_back(register, record, old_values(record, change))

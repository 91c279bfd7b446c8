"""Taking back what was done last, one step at a time, from what the history recorded of it.

Every value comes back exactly as the file had it, those that follow from others included. What a step made
goes into the recycle bin; nothing is erased but rows that no register shows. An undo is a step itself: taken
back, it does again what was done. What was changed since by something that is no step forbids the undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import peewee

from app.errors import Refused
from app.fields import Described, ReferenceField, SerialField
from app.keeping import deriving
from app.keeping.history import History, ReplacedFile, changes_told, kept_values, recorded
from app.keeping.keeping import told
from app.keeping.owners import owner_links
from app.keeping.taken_over import taken_over
from app.records import relinking
from app.records.base import Record, database, kinds_of_record
from app.records.batch import TAKEN, unique
from app.records.naming import NamedLink
from app.records.prints import PrintLogEntry, printed
from app.records.steps import Step, idle_step, step
from app.register import Register, register_of
from app.rules.dates import write_date

_NOT_UNDONE = ("column_memory", "print_log_entry")  # what was learned and what was printed stays
_AT_ONCE = 500  # rows asked for, or changed, with one statement

_Key = tuple[str, int]
_Item = TypeVar("_Item")


@dataclass
class _Row:
    """What a step did to one row: values before and after by column, files before; made, or gone since."""

    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)
    files: dict[str, object] = field(default_factory=dict)
    made: bool = False
    gone: bool = False


def last() -> Step | None:
    """Return the step that is taken back next; None where there is none left."""
    return _last(Step.undoes.is_null())


def last_undo() -> Step | None:
    """Return the undo that can be taken back: nothing else was done since."""
    undone = Step.select(Step.id).where(Step.undone_by.is_null(False), Step.undoes.is_null())
    undo, done = _last(Step.undoes.in_(undone)), last()
    return undo if undo is not None and (done is None or done.id < undo.id) else None


def _last(which: peewee.ColumnBase) -> Step | None:
    open_steps = Step.select().where(Step.sentence.is_null(False), Step.undone_by.is_null(), which)
    done: Step | None = open_steps.order_by(Step.id.desc()).first()
    return done


def size_of_next() -> int:
    """Return how many changes the step holds, at most, that is taken back, or done again, next."""
    return max(
        (one.last_change - one.first_change + 1 for one in (last(), last_undo()) if one is not None),
        default=0,
    )


def undo() -> str:
    """Take back what was done last, and say in a sentence what that was.

    Raises Refused, nothing changed, where there is nothing to take back, or something depends on it now;
    once, too, after a step that changed nothing: nobody expects it to take back the one before.
    """
    done, idle = last(), idle_step()
    if done is None:
        raise Refused("没有可以撤销的操作。")
    if idle:
        raise Refused(f"“{idle}”没有改动任何内容，不用撤销。再撤销一次，就撤销它之前的“{done.sentence}”。")
    take_back(done)
    return f"已撤销：{done.sentence}"


def redo() -> str:
    """Do again what was taken back last, and say what; Refused where something else was done since."""
    undone = last_undo()
    if undone is None:
        raise Refused("没有可以重做的操作。")
    done = Step.get_by_id(undone.undoes)
    take_back(undone)
    return f"已重做：{done.sentence}"


def step_back(register: Register, record: Record, reason: str) -> str:
    """Put a record back into the state before its last step, with all that the step did; say what that was.

    Raises Refused without a reason, where no step is known, or where something depends on it now.
    """
    if not reason.strip():
        raise Refused("请填写退回的原因。")
    done = last_move(register, record)
    if done is None:
        raise Refused(f"没有{told(register, record)}上一步的记录，不能退回。")
    table = register.record._meta.table_name
    beside = sum(named == table for named, _ in _rows(done)) - 1
    if beside:
        others = f"{beside} {register.unit}"
        raise Refused(f"{told(register, record)}的上一步是与另外 {others}一起办理的，请用“撤销”整批退回。")
    take_back(done, f"退回：{done.sentence}，原因：{reason.strip()}")
    return f"已退回：{done.sentence}"


def last_move(register: Register, record: Record) -> Step | None:
    """Return the step that led a record into its present state; None where it was made in it."""
    if register.status is None or record.id is None:
        return None
    column = register.status.column_name
    moved = History.select(History.id, History.changes).where(
        History.table == register.record._meta.table_name,
        History.row == record.id,
        History.action == "UPDATE",
    )
    entries: Any = moved.order_by(History.id.desc()).tuples()  # the stubs say: records
    for entry, changes in entries:
        if column not in changes_told(changes):
            continue
        done = Step.get_or_none(Step.first_change <= entry, Step.last_change >= entry)
        if done is None:
            return None
        if done.undone_by is None and done.undoes is None:
            return done if done.sentence else None
    return None


def take_back(done: Step, sentence: str = "") -> None:
    """Take a step back, whole or not at all, as a step of its own."""
    with step(sentence or f"撤销：{done.sentence}", undoes=done):
        rows = _rows(done)
        _refuse_what_changed(done, rows)
        _refuse_what_was_printed(done, rows)
        _refuse_what_is_needed(done, rows)
        _bring_over(done, rows)
        named = _names(rows)
        try:
            with unique():
                _put_back(rows)
        except Refused as error:
            if str(error) != TAKEN:
                raise
            raise Refused(f"不能撤销“{done.sentence}”：其中的编号或证件号码已被别的记录使用。") from error
        _refuse_without_owner(done, rows)
        _compute_search_keys(rows)
        for model, before in named.items():
            relinking.follow(
                model, before, relinking.names_in_file(model, [row for row, _ in _of(model, rows)])
            )


def _rows(done: Step) -> dict[_Key, _Row]:
    """Return what a step did to each row, the row touched last first."""
    within = History.id.between(done.first_change, done.last_change)
    rows: dict[_Key, _Row] = {}
    by_entry: dict[int, _Key] = {}
    entries: Iterable[History] = History.select().where(within).order_by(History.id)
    for entry in entries:
        changes = changes_told(entry.changes).items()
        for row_id in entry.rows:
            key = (entry.table, row_id)
            row = rows.pop(key, None) or _Row(made=entry.action == "INSERT")
            rows[key] = row
            by_entry[entry.id] = key
            row.gone = entry.action == "DELETE"
            for column, (old, new) in changes:
                row.before.setdefault(column, old)
                row.after[column] = new
    files = ReplacedFile.select().where(ReplacedFile.change.between(done.first_change, done.last_change))
    for file in files.order_by(ReplacedFile.id):
        rows[by_entry[file.change]].files.setdefault(file.column, file.content)
    return dict(reversed(rows.items()))


def _models() -> dict[str, type[Record]]:
    models = {model._meta.table_name: model for model in kinds_of_record()}
    return {table: model for table, model in models.items() if table not in _NOT_UNDONE}


def _by_model(rows: dict[_Key, _Row]) -> dict[type[Record], list[tuple[int, _Row]]]:
    """Return the rows of each kind; what a later version keeps is not known here."""
    by_model: dict[type[Record], list[tuple[int, _Row]]] = {}
    models = _models()
    for (table, row_id), row in rows.items():
        if table in models:
            by_model.setdefault(models[table], []).append((row_id, row))
    return by_model


def _of(model: type[Record], rows: dict[_Key, _Row]) -> list[tuple[int, _Row]]:
    return _by_model(rows).get(model, [])


def _names(rows: dict[_Key, _Row]) -> dict[type[Record], dict[int, frozenset[str]]]:
    return {
        model: relinking.names_in_file(model, [row_id for row_id, _ in own])
        for model, own in _by_model(rows).items()
        if relinking.is_named(model)
    }


def _refuse_what_was_printed(done: Step, rows: dict[_Key, _Row]) -> None:
    """Refuse where a row would go into the recycle bin that was printed since: it is voided, with a reason.

    The history tells what was since; the clock may have been put back.
    """
    for model, own in _by_model(rows).items():
        going = [row_id for row_id, row in own if _goes(row)]
        on_paper = printed(model, going)
        notes = {entry.id for entry in on_paper.values()}
        since = _noted_since(done, notes) if notes else set()
        for row_id, entry in on_paper.items():
            if entry.id in since:
                paper = f"{write_date(entry.printed_at)}打印的“{entry.title}”"
                raise Refused(
                    f"不能撤销“{done.sentence}”：{_called(model.get_by_id(row_id))}已在 {paper}上，"
                    "请写明原因作废。"
                )


def _noted_since(done: Step, notes: set[int]) -> set[int]:
    """Return those of the entries of the print log that were written after a step."""
    log = PrintLogEntry._meta.table_name
    written: Any = (
        History.select(History.row).where(History.table == log, History.id > done.last_change).tuples()
    )
    return {row for (row,) in written if row in notes}


def _refuse_what_changed(done: Step, rows: dict[_Key, _Row]) -> None:
    """Refuse where a row is no longer as the step left it, in what somebody stated."""
    for model, own in _by_model(rows).items():
        stated = [column for column in recorded(model) if _is_stated(model, column)]
        for some in _by_many(own):
            ids = [row_id for row_id, _ in some]
            kept, replaced = kept_values(model, stated, ids), _replaced_since(done, model, ids)
            for row_id, row in some:
                now = kept.get(row_id)
                if row.gone:
                    as_left = now is None
                else:
                    # Of a new row all counts: what was not replaced since is as the step left it.
                    left = replaced.get(row_id, {}) if row.made else row.after
                    as_left = now is not None and all(
                        now[name] == left[name] for name in stated if name in left
                    )
                    if as_left and now is not None and not row.made:
                        since = taken_over(model, left)
                        as_left = all(now[name] == since[name] for name in stated if name in since)
                if not as_left:
                    raise Refused(_changed_since(done, model, row_id))


def _replaced_since(done: Step, model: type[Record], ids: list[int]) -> dict[int, dict[str, object]]:
    """Return the values that were replaced in rows after a step, as the step had left them."""
    later = History.select(History.row, History.changes).where(
        History.table == model._meta.table_name,
        History.row.in_(ids),
        History.id > done.last_change,
        History.action == "UPDATE",
    )
    replaced: dict[int, dict[str, object]] = {}
    entries: Any = later.order_by(History.id).tuples()  # the stubs say: records
    for row_id, changes in entries:
        first = {column: old for column, (old, _) in changes_told(changes).items()}
        replaced[row_id] = first | replaced.get(row_id, {})
    return replaced


def _bring_over(done: Step, rows: dict[_Key, _Row]) -> None:
    """Let what comes back stand, too, in the fields that took over those of before their kind was changed."""
    for model, own in _by_model(rows).items():
        for _, row in own:
            try:
                row.before |= taken_over(model, row.before)
            except Refused as error:
                raise Refused(f"不能撤销“{done.sentence}”：{error}") from error


def _is_stated(model: type[Record], column: str) -> bool:
    described = model._meta.columns[column]
    return not isinstance(described, Described) or described.derive is None


def _changed_since(done: Step, model: type[Record], row_id: int) -> str:
    record = model.get_or_none(model.id == row_id)
    named = _called(record) if record is not None else "其中一条记录"
    table = model._meta.table_name
    later = History.select().where(
        History.table == table, History.row == row_id, History.id > done.last_change
    )
    entry = later.order_by(History.id.desc()).first()
    when = f"（{entry.at:%Y-%m-%d %H:%M}）" if entry is not None else ""
    return f"不能撤销“{done.sentence}”：{named}后来又改过{when}。请在它的“历史”中恢复。"


def _called(record: Record) -> str:
    """Return what a record is called in a sentence, with its kind where a register shows it."""
    register = register_of(type(record))
    return told(register, record) if register is not None else f"“{record}”"


def _refuse_what_is_needed(done: Step, rows: dict[_Key, _Row]) -> None:
    """Refuse where a record that is not of the step refers to one that goes into the bin."""
    by_model = _by_model(rows)
    going = {model: {row_id for row_id, row in own if _goes(row)} for model, own in by_model.items()}
    made = {model: {row_id for row_id, row in own if row.made} for model, own in by_model.items()}
    for model, own_ids in going.items():
        for link in model._meta.backrefs if own_ids else ():
            # What follows from names follows again.
            if not isinstance(link, ReferenceField) or link.derive is not None:
                continue
            # What was there before goes back into the bin without those that only name it.
            leaving = own_ids if link.required else made[model]
            theirs = dict(by_model.get(link.model, ()))
            query = link.model.alive().where(link.is_null(False)).select(link.model.id, link).tuples()
            named = relinking.rows_named(link) if isinstance(link, NamedLink) else frozenset()
            for row_id, referred in query:
                # A row of the step gets the reference back that it had.
                concerned = referred in leaving and row_id not in theirs and row_id not in named
                if concerned:
                    used, user = _called(model.get_by_id(referred)), _called(link.model.get_by_id(row_id))
                    raise Refused(f"不能撤销“{done.sentence}”：{used}已被{user}引用，请先处理它。")


def _goes(row: _Row) -> bool:
    """Tell whether a row is in the bin, or gone, once the step is taken back."""
    return row.made or row.before.get("deleted_at") is not None


def _refuse_without_owner(done: Step, rows: dict[_Key, _Row]) -> None:
    """Refuse where a row would come back to an owner that went into the bin by another step."""
    for model, own in _by_model(rows).items():
        ids = [row_id for row_id, row in own if not row.made]
        for link in owner_links(model) if ids else ():
            owner = link.rel_model.alias()
            binned = owner.select(owner.id).where(owner.deleted_at.is_null(False))
            for some in _by_many(ids):
                row = model.alive().where(model.id.in_(some), link.in_(binned)).first()
                if row is not None:
                    gone = f"{_called(row)}所属的{_called(getattr(row, link.name))}在回收站中，请先恢复它。"
                    raise Refused(f"不能撤销“{done.sentence}”：{gone}")


def _put_back(rows: dict[_Key, _Row]) -> None:
    now = datetime.now()
    for model, own in _by_model(rows).items():
        kept = [(row_id, row) for row_id, row in own if not row.made and not row.gone]
        for row_id, row in kept:
            # As the history recorded a value the file has it: no field converts it.
            values: dict[peewee.Field, object] = {
                model._meta.columns[name]: peewee.Value(old, converter=False)
                for name, old in (row.before | row.files).items()
            }
            values |= {model.version: model.version + 1, model.updated_at: now}
            model.update(values).where(model.id == row_id).execute()
        made = [row_id for row_id, row in own if row.made and not row.gone]
        if made and register_of(model) is not None:
            _bin(model, made, now)
    # Rows that no register shows are erased, and made again, in the order in which they were touched.
    models = _models()
    for (table, row_id), row in rows.items():
        kind = models.get(table)
        if kind is None or row.made == row.gone:
            continue
        if row.gone:
            _make_again(kind, row_id, row)
        elif register_of(kind) is None:
            kind.delete().where(kind.id == row_id).execute()


def _bin(model: type[Record], ids: list[int], at: datetime) -> None:
    """Put rows into the recycle bin and free their numbers: the same may be entered again."""
    serials = [field for field in model.described().values() if isinstance(field, SerialField)]
    free: dict[peewee.Field, object] = {serial: None for serial in serials if serial.unique and serial.null}
    binned: dict[peewee.Field, object] = {
        model.deleted_at: at,
        model.updated_at: at,
        model.version: model.version + 1,
        **free,
    }
    for some in _by_many(ids):
        model.update(binned).where(model.id.in_(some), model.deleted_at.is_null()).execute()


def _make_again(model: type[Record], row_id: int, row: _Row) -> None:
    fresh = {"id": row_id, "version": 1, "created_at": str(datetime.now()), "updated_at": str(datetime.now())}
    values = row.before | row.files | fresh
    columns = ", ".join(f'"{column}"' for column in values)
    marks = ", ".join("?" * len(values))
    database.execute_sql(
        f'INSERT INTO "{model._meta.table_name}" ({columns}) VALUES ({marks})', list(values.values())
    )


def _compute_search_keys(rows: dict[_Key, _Row]) -> None:
    for model, own in _by_model(rows).items():
        if register_of(model) is None:
            continue
        spelled = {name.column_name for name in model.naming}
        ids = [row_id for row_id, row in own if row.gone or (not row.made and spelled & row.before.keys())]
        for some in _by_many(ids):
            for record in list(model.select().where(model.id.in_(some))):
                model.update(search_key=deriving.search_key(record)).where(model.id == record.id).execute()


def _by_many(values: list[_Item]) -> Iterator[list[_Item]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))

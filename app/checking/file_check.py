"""The file itself: whether it hangs together, every value is what was written, and of the right kind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app import lock
from app.checking.finding import Finding
from app.cipher.connection import connect
from app.cipher.key import Key
from app.described.opened import registers_of
from app.errors import Refused
from app.fields import (
    CountField,
    DateField,
    Described,
    FlagField,
    MoneyField,
    PercentField,
    PersonNameField,
    QuantityField,
)
from app.keeping import watching
from app.office import Office, newest_version, require_office, require_office_inside
from app.records.base import Record, database
from app.records.digests import UNREADABLE, know_digests
from app.register import register_of
from app.registry import records
from app.safekeeping.backup_log import newest_copy, read_log
from app.safekeeping.soundness import faults

_UNREADABLE = "文件读不出来，请用最近的备份恢复，或用 rescue 救出还能读的记录。"
_WHOLE_NUMBERS = (MoneyField, CountField, QuantityField, PercentField, FlagField)
_NAMED = 10  # records named for one finding
_BACKUP_DAYS = 7
_ROOM = 3  # times the file's size that the disk should have left


def check_file(path: Path, key: Key | None = None) -> list[Finding]:
    """Return what is wrong with a file that is not open here; it is only read, and nothing is raised.

    What cannot be an office file at all is the one finding.
    """
    try:
        require_office(path)
        lock.require_free(path)
        with closing(connect(path, key)) as connection:
            know_digests(connection)
            require_office_inside(path, connection)
            with registers_of(connection):
                return [*_inside(connection), *_around(path)]
    except Refused as refused:
        return [Finding(str(refused))]
    except UNREADABLE:
        return [Finding(_UNREADABLE)]


def check_open(office: Office) -> list[Finding]:
    """Return what is wrong with the file of the open office, read through its own connection."""
    try:
        return [*_inside(database.connection()), *_around(office.path)]
    except UNREADABLE:
        return [Finding(_UNREADABLE)]


def _inside(connection: sqlite.Connection) -> Iterator[Finding]:
    for fault in faults(connection):
        row = fault.row
        model = next((one for one in records() if row and one._meta.table_name == row.table), None)
        register = register_of(model) if model is not None else None
        ids = (row.row,) if row is not None and row.row is not None else ()
        yield Finding(fault.sentence, register.key if register is not None else "", ids, note=fault.harmless)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == newest_version():
        yield from _schema(connection)
        yield from _unwatched(connection)
    for model in records():
        try:
            yield from _kinds(connection, model)
        except UNREADABLE:
            continue  # the structure's own finding says so
    yield from _fonts(connection)


def _schema(connection: sqlite.Connection) -> Iterator[Finding]:
    if lacks := watching.lacking(connection, records()):
        more = f"等 {len(lacks)} 处" if len(lacks) > _NAMED else ""
        yield Finding(f"文件的结构不完整，缺少 {'、'.join(lacks[:_NAMED])}{more}。请用备份恢复。")


def _unwatched(connection: sqlite.Connection) -> Iterator[Finding]:
    """Tell that another program took the triggers away by which changes are recorded."""
    if tables := watching.astray(connection, records()).unwatched:
        more = f"等 {len(tables)} 个表" if len(tables) > _NAMED else ""
        stopped = f"{'、'.join(tables[:_NAMED])}{more}的历史或校验被别的程序停掉了"
        yield Finding(f"{stopped}，那以后的改动没有记下来。请与备份核对；用本程序打开一次，就重新记录。")


def _kinds(connection: sqlite.Connection, model: type[Record]) -> Iterator[Finding]:
    """Yield the records whose dates are no days, or whose numbers are no whole numbers."""
    table = model._meta.table_name
    there = {name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall()}
    for field in model.described().values():
        if field.column_name not in there:  # SQLite would take its name for a text
            continue  # an earlier version had it not
        column = f'"{field.column_name}"'
        if isinstance(field, _WHOLE_NUMBERS):
            wrong = f"typeof({column}) NOT IN ('integer', 'null')"
        elif isinstance(field, DateField):
            # date() takes 2011-02-30 for a day of March: the day must be written as it is read.
            wrong = f"{column} IS NOT NULL AND date({column}) IS NOT {column}"
        else:
            continue
        rows = connection.execute(f'SELECT id FROM "{table}" WHERE {wrong}').fetchall()
        if rows:
            yield _of_records(model, field, [row for (row,) in rows])


def _of_records(model: type[Record], field: Described, ids: list[int]) -> Finding:
    register = register_of(model)
    title = register.title if register is not None else model._meta.table_name
    numbers = "、".join(map(str, ids[:_NAMED]))
    more = f"等 {len(ids)} 条" if len(ids) > _NAMED else ""
    kind = "不是日期" if isinstance(field, DateField) else "不是整数"
    sentence = f"“{title}”第 {numbers} 号{more}的“{field.label}”{kind}，请改正。"
    return Finding(sentence, register.key if register is not None else "", tuple(ids))


def _fonts(connection: sqlite.Connection) -> Iterator[Finding]:
    """Tell which names have a character that no font of the program can print."""
    from app.printing.fonts import missing

    for model in records():
        register = register_of(model)
        if register is None:
            continue
        for field in [one for one in model.described().values() if isinstance(one, PersonNameField)]:
            table = model._meta.table_name
            query = f'SELECT id, kept."{field.column_name}" FROM "{table}" AS kept WHERE deleted_at IS NULL'
            try:
                rows = connection.execute(query).fetchall()
            except UNREADABLE:  # or a file of an earlier version, which lacks the column
                continue
            for row, name in rows:
                if isinstance(name, str) and (characters := missing(name)):
                    sentence = f"“{name}”中的“{characters}”没有字库，打印为〓，请手工填写。"
                    yield Finding(sentence, register.key, (row,), note=True)


def _around(path: Path) -> Iterator[Finding]:
    """Yield what endangers the file from outside: no recent copy, a disk almost full."""
    made = newest_copy(read_log(path))
    now = datetime.now()
    if made is None:
        yield Finding("还没有备份，请备份到U盘或其他磁盘。", note=True)
    elif made.at > now:
        day = f"{made.at:%Y-%m-%d}"
        yield Finding(f"最近一次备份的日期是 {day}，还没有到，请核对电脑的日期，再备份一次。", note=True)
    elif (days := (now - made.at).days) >= _BACKUP_DAYS:
        yield Finding(f"最近一次备份在 {days} 天前，请再备份一次。", note=True)
    free = shutil.disk_usage(path.parent).free
    if free < _ROOM * path.stat().st_size:
        yield Finding("磁盘快满了，不够再备份几次，请清理磁盘。", note=True)

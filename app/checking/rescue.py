"""Taking what can still be read of a damaged office file into a new one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from sqlcipher3 import dbapi2 as sqlite

from app.checking import contents
from app.cipher.connection import connect, is_under, key_for
from app.cipher.key import Key
from app.described.opened import make_missing_tables
from app.errors import Refused
from app.office import close_office, create, newest_version, open_office
from app.records.base import change, database
from app.records.described import DescribedRegister
from app.records.digests import UNREADABLE
from app.records.profile import Profile
from app.register import register_of
from app.registry import records
from app.safekeeping.automatic import all_copies

_NAME = "救出的台账"  # until its profile says what it is called
_COPIES = 5  # the newest, whose contents are tried
_INTERNAL = ("counter", "history")


@dataclass
class Rescued:
    """What came of a rescue: how many rows were taken, and what was lost or is doubtful, in sentences."""

    taken: int = 0
    lost: list[str] = field(default_factory=list)


def rescue(damaged: Path, new: Path, key: Key | None = None) -> Rescued:
    """Take the readable rows of a damaged file into a new office; raises Refused where nothing can be read.

    The damaged file is only read; the new one is encrypted as it is, under its `key`, without which that is
    PasswordNeeded. Links to rows that are lost are left empty where they may be.
    """
    if not damaged.is_file():
        raise Refused(f"找不到文件“{damaged}”，请检查文件名。")
    if new.exists():
        raise Refused(f"“{new.name}”已经存在，没有改动它。请另起一个文件名。")
    result = Rescued()
    key = key_for(damaged, key)
    create(new, _NAME, key=key)
    close_office()
    readable = damaged
    try:
        if not contents.are_readable(damaged, key):
            readable = _with_contents(damaged, new, key, result)
        with closing(connect(readable, key, immutable=True)) as source:
            tables = {
                name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
            if source.execute("PRAGMA user_version").fetchone()[0] > newest_version():
                result.lost.append(
                    "文件由更新版本的程序保存，那个版本才有的内容没有救出。请升级本程序，再救一次。"
                )
            open_office(new, key)
            try:
                with change():
                    _take_all(source, tables, result)
            finally:
                close_office()
        if not result.taken:
            raise Refused(_nothing(damaged))
    except BaseException as error:
        with suppress(OSError):  # the stick may be gone
            new.unlink(missing_ok=True)
        if isinstance(error, UNREADABLE):
            raise Refused(_nothing(damaged)) from error
        raise
    finally:
        if readable is not damaged:
            with suppress(OSError):
                readable.unlink(missing_ok=True)
    return result


def _nothing(damaged: Path) -> str:
    return f"“{damaged.name}”一条记录也读不出来，请用备份恢复。"


def _with_contents(damaged: Path, new: Path, key: Key | None, result: Rescued) -> Path:
    """Return a copy of a file whose contents cannot be read with those of a copy, or of the new office."""
    readable = new.with_name(f".{new.name}.{token_hex(4)}.part")
    copies = [path for path, _ in all_copies(damaged) if is_under(path, key)]
    for whole in (*copies[:_COPIES], new):
        if contents.write_with_contents_of(whole, damaged, readable, key):
            words = "新建的台账" if whole is new else f"备份“{whole.name}”"
            result.lost.append(f"文件的目录已损坏，各表是按{words}的目录读出的，请核对。")
            return readable
    readable.unlink(missing_ok=True)
    raise Refused(
        f"“{damaged.name}”的目录已损坏，没有备份能说明各表在哪里，一条记录也读不出来。请用备份恢复。"
    )


def _take_all(source: sqlite.Connection, tables: set[str], result: Rescued) -> None:
    connection = database.connection()
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute('DELETE FROM "profile"')
    catalogue = DescribedRegister._meta.table_name
    if catalogue in tables:
        _take(source, connection, catalogue)
        make_missing_tables()
        connection.execute(f'DELETE FROM "{catalogue}"')
    titles = {
        model._meta.table_name: _title(model._meta.table_name, register_of(model)) for model in records()
    }
    for table in [*(model._meta.table_name for model in records()), *_INTERNAL]:
        title = titles.get(table, f"内部表 {table}")
        if table not in tables:
            result.lost.append(f"{title}整个不在文件中。")
            continue
        if table in _INTERNAL:  # what the triggers wrote while the rows came in is not their history
            connection.execute(f'DELETE FROM "{table}"')
        taken, lost = _take(source, connection, table)
        if table not in _INTERNAL:
            result.taken += taken
        if lost:
            result.lost.append(f"{title}有 {lost} 条读不出来。")
    _cut_dangling(connection, titles, result)
    if connection.execute('SELECT COUNT(*) FROM "profile"').fetchone()[0] == 0:
        result.lost.append("本会资料读不出来，请在“设置”中重新填写。")
        Profile.create(name=_NAME)


def _title(table: str, register: object) -> str:
    title = getattr(register, "title", "")
    return f"“{title}”" if title else f"内部表 {table}"


def _take(source: sqlite.Connection, target: sqlite.Connection, table: str) -> tuple[int, int]:
    """Copy the rows of a table that can be read and kept; return how many, and how many were lost."""
    wanted = [name for _, name, *_ in target.execute(f'PRAGMA table_info("{table}")').fetchall()]
    held = {name for _, name, *_ in source.execute(f'PRAGMA table_info("{table}")').fetchall()}
    columns = [name for name in wanted if name in held]
    names = ", ".join(f'"{name}"' for name in columns)
    insert = f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'
    taken = lost = 0
    for values in _rows(source, table, names):
        try:
            if values is None:
                raise sqlite.DatabaseError
            target.execute(insert, values)
            taken += 1
        except (*UNREADABLE, sqlite.Warning):
            lost += 1
    return taken, lost


def _rows(source: sqlite.Connection, table: str, names: str) -> Iterator[tuple[object, ...] | None]:
    """Yield the rows of a table, None for one that cannot be read: a damaged page hides those on it only."""
    try:
        yield from source.execute(f'SELECT {names} FROM "{table}"').fetchall()
        return
    except UNREADABLE:
        last = _last(source, table)
    for row in range(1, last + 1):
        try:
            found = source.execute(f'SELECT {names} FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
        except UNREADABLE:
            yield None
        else:
            if found is not None:
                yield found


def _last(source: sqlite.Connection, table: str) -> int:
    for query in (
        f'SELECT MAX(rowid) FROM "{table}"',
        f"SELECT MAX(row_id) FROM row_digest WHERE table_name = '{table}'",
        f"SELECT MAX(ifnull(last_row_id, row_id)) FROM history WHERE table_name = '{table}'",
    ):
        try:
            found = source.execute(query).fetchone()[0]
        except UNREADABLE:
            continue
        if found:
            return int(found)
    return 0


def _cut_dangling(connection: sqlite.Connection, titles: dict[str, str], result: Rescued) -> None:
    """Empty links to rows that were lost; a row that cannot be without its link is lost with it."""
    while dangling := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, _parent, key in dangling:
            column = next(
                entry[3]
                for entry in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
                if entry[0] == key
            )
            try:
                connection.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (row,))
                result.lost.append(f"{titles.get(table, table)}第 {row} 号指向的记录没有救出，已留空。")
            except sqlite.IntegrityError:
                connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))
                result.taken -= 1
                result.lost.append(f"{titles.get(table, table)}第 {row} 号所属的记录没有救出，一并舍去。")

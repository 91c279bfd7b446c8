"""The opened office file: create, open, bring up to date, close."""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from secrets import token_hex

import peewee
from sqlcipher3 import dbapi2 as sqlite

from app import lock, private
from app.cipher.connection import (
    PAGE,
    PLAIN_HEADER,
    PasswordNeeded,
    connect,
    is_encrypted,
    key_for,
)
from app.cipher.key import Key
from app.described.opened import close_registers, open_registers
from app.errors import Invalid, Refused
from app.keeping import history, watching
from app.opened import Opened, current, set_current
from app.place import require_short_name
from app.records import digests, relinking, schema
from app.records.base import change, database, refuse_for
from app.records.profile import Profile, profile
from app.registry import records

log = logging.getLogger(__name__)

SUFFIX = ".union"
APPLICATION_ID = 0x554E494F  # "UNIO"
BACKUP_ID = 0x554E4942  # "UNIB": a copy for safekeeping, not to be worked in
_MARKS = {APPLICATION_ID, BACKUP_ID}
_VERSIONS, _NEWEST_SCHEMA, _UTF_8 = (1, 2), 4, 1  # of SQLite's file format, as they stand in the head
_HEAD = 100  # bytes that SQLite keeps at the beginning of a file
_MIGRATIONS = Path(__file__).with_name("migrations")
_BEFORE_RELEASE = 100  # builds before the first release numbered their files up to here
_NAMED = 5  # so many tables or columns are named that a file lacks
_CHECKED_WHOLE = 64 * 1024 * 1024  # a larger file would keep the clerk waiting


@dataclass(frozen=True)
class Office(Opened):
    """An open office file, and what it is called."""

    @property
    def name(self) -> str:
        """Return the office's name as it is set now."""
        return str(profile().name or "")

    @property
    def title(self) -> str:
        """Return the name, and that the file is only looked at where it is."""
        if not self.read_only:
            return self.name
        return f"{self.name}（{'备份，' if self.is_backup else ''}只读）"

    @property
    def is_backup(self) -> bool:
        """Tell whether the open file says of itself that it is a backup."""
        return bool(database.execute_sql("PRAGMA application_id").fetchone()[0] == BACKUP_ID)


def current_office() -> Office | None:
    """Return the open office, None while none is."""
    opened = current()
    return opened if isinstance(opened, Office) else None


def create(path: Path, name: str, *, code: str = "GH", key: Key | None = None) -> Office:
    """Make a new office file, encrypted where a key is given, and open it.

    Raises Refused when the path is taken or unusable.
    """
    path = Path(path)
    try:
        _make(path, _read_profile(name, code), key)
    except (OSError, lock.NoRoom) as error:
        raise _unwritable(path) from error
    return _connect(path, key, read_only=False)


def _make(path: Path, profile_values: dict[str, str], key: Key | None) -> None:
    """Write a new office file; may raise OSError: a stick that only reads refuses even to look for a file."""
    if path.exists():
        raise _taken(path)
    if not path.parent.is_dir():
        raise Refused(f"文件夹“{path.parent}”不存在，请先建立它，或换一个地方。")
    require_short_name(path)
    unfinished = path.with_name(f".{path.name}.{token_hex(4)}.new")  # whoever is killed leaves the name free
    try:
        _connect(unfinished, key, read_only=False)
        with change():
            Profile.create(**profile_values)
        close_office()
        _give_name(unfinished, path)
    except BaseException:
        close_office()
        unfinished.unlink(missing_ok=True)
        raise


def _give_name(unfinished: Path, path: Path) -> None:
    """Give a new file its name, unless another program has made one of that name meanwhile."""
    try:
        path.hardlink_to(unfinished)
    except OSError as error:  # a disk without links has no better way
        if path.exists():
            raise _taken(path) from error
        unfinished.rename(path)
    unfinished.unlink(missing_ok=True)


def _taken(path: Path) -> Refused:
    return Refused(f"“{path.name}”已经存在，没有新建。请换一个文件名。")


def _read_profile(name: str, code: str) -> dict[str, str]:
    """Read what a new office is called, as its form would."""
    try:
        return {"name": Profile.name.parse(name) or "", "code": Profile.code.parse(code) or "GH"}
    except Invalid as error:
        raise Refused(f"没有新建：名称或编号前缀{error}。") from error


def open_office(
    path: Path, key: Key | None = None, *, read_only: bool = False, by_force: bool = False
) -> Office:
    """Open an office file; raises Refused, the file untouched, when it cannot be used.

    Of an encrypted one whose `key` is not given that is PasswordNeeded; the key is left for a plain one.
    Where it is open elsewhere that is Held: it can be looked at all the same. `by_force` opens what another
    computer has left marked as open, on the word of a person. A link is the file that it leads to: what
    lies beside an office lies there, by whichever name it was opened.
    """
    path = Path(path)
    require_office(path)
    if path.is_symlink():
        path = path.resolve()
    if not read_only and not _writable(path):
        raise Refused(f"“{path.name}”是只读的，无法在其中登记。请去掉只读属性，或另存一份再打开。")
    return _connect(path, key_for(path, key), read_only=read_only, by_force=by_force)


def is_outdated(path: Path, key: Key | None = None) -> bool:
    """Tell whether opening a file that is not open here would bring it up to date.

    Of what cannot be opened the answer is no: opening it says why.
    """
    try:
        require_office(path)
        with closing(connect(path, key)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
    except (Refused, sqlite.DatabaseError):
        return False
    return _BEFORE_RELEASE < int(version) < newest_version()


def bring_up_to_date(path: Path, key: Key | None = None) -> None:
    """Open a file of an earlier version and close it again; raises as opening it does.

    For a large one that takes seconds, which a window need not wait for.
    """
    open_office(path, key)
    close_office()


def close_office() -> None:
    """Close the open office, if any, and give up its lock."""
    close_registers()
    database.close_file()
    opened = current()
    if opened is not None and not opened.read_only:
        lock.release(opened.path)
    set_current(None)


def suspend_office() -> None:
    """Close the file of the open office and forget its key; it stays ours, and is opened again by its key."""
    database.close_file()


def resume_office(key: Key) -> None:
    """Open the file of the suspended office again.

    Raises Refused where it was moved, or is no longer what it was, and leaves it suspended.
    """
    office = current()
    assert office is not None
    require_office(office.path)
    try:
        database.open_file(office.path, key)
        require_office_inside(office.path, database.connection())
        if office.read_only:
            database.execute_sql("PRAGMA query_only = ON")
    except BaseException as error:
        database.close_file()
        refuse_for(error.__context__ if isinstance(error, peewee.PeeweeException) else error, error)
        raise


def require_office(path: Path) -> None:
    """Look at a file's head before SQLite touches it; raises Refused unless an office can lie in it.

    Never for an office that is open here: reading its bytes would drop SQLite's lock.
    """
    if not path.exists():
        raise Refused(f"找不到“{path}”，请检查文件是否被移走或改名。")
    if path.is_dir():
        raise Refused(f"“{path.name}”是文件夹，请选择其中扩展名为 {SUFFIX} 的文件。")
    if not path.is_file():  # a pipe would keep whoever reads it waiting
        raise Refused(f"“{path.name}”不是普通文件，请选择扩展名为 {SUFFIX} 的文件。")
    if is_encrypted(path):
        _require_whole(path, -(-path.stat().st_size // PAGE) * PAGE)
        return
    head = _head(path)
    marks = head.startswith(PLAIN_HEADER), int.from_bytes(head[68:72], "big") in _MARKS
    if path.suffix.lower() == SUFFIX and len(head) == _HEAD and sum(marks) == 1:
        raise Refused(f"“{path.name}”不是本程序的台账文件，或者它的开头已损坏，请用最近的备份恢复。")
    if all(marks) and (head[18] not in _VERSIONS or head[19] not in _VERSIONS or head[47] > _NEWEST_SCHEMA):
        raise Refused(f"“{path.name}”的开头已损坏，没有打开。请用最近的备份恢复，或用 rescue 救出记录。")
    if all(marks) and head[59] != _UTF_8:
        raise _other_encoding(path)
    mark = int.from_bytes(head[68:72], "big") if marks[0] else 0
    _require_ours(path, mark, int.from_bytes(head[60:64], "big"))
    page = int.from_bytes(head[16:18], "big")
    _require_whole(path, (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big"))


def require_office_inside(path: Path, connection: sqlite.Connection) -> None:
    """Do the same for an encrypted file, whose head only a connection can read."""
    mark, version = (
        connection.execute(f"PRAGMA {number}").fetchone()[0] for number in ("application_id", "user_version")
    )
    _require_ours(path, mark, version)
    if connection.execute("PRAGMA encoding").fetchone() != ("UTF-8",):
        raise _other_encoding(path)


def _other_encoding(path: Path) -> Refused:
    """Another program wrote the file anew: what is compared byte by byte would differ in each word."""
    return Refused(f"“{path.name}”被别的程序换了文字编码，没有打开。请用备份恢复，或用 rescue 存成新文件。")


def require_complete(path: Path, connection: sqlite.Connection) -> None:
    """Raise Refused for a file of this version that lacks a table or a column of the program's."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == newest_version() and (lacks := watching.lacking(connection, records())):
        raise Refused(
            f"“{path.name}”缺少 {'、'.join(lacks[:_NAMED])}，没有打开。"
            "请用最近的备份恢复，或用 rescue 把记录救到新文件。"
        )


def _require_whole(path: Path, whole: int) -> None:
    # A journal beside the file is a change that was cut off: SQLite takes it back on opening.
    if path.stat().st_size < whole and not path.with_name(f"{path.name}-journal").exists():
        raise Refused(f"“{path.name}”不完整，可能没有复制完。请重新复制，或用最近的备份恢复。")


def _require_ours(path: Path, mark: int, version: int) -> None:
    if mark not in _MARKS:
        raise Refused(f"“{path.name}”不是本程序的台账文件，请选择扩展名为 {SUFFIX} 的文件。")
    if 0 < version <= _BEFORE_RELEASE:
        raise Refused(
            f"“{path.name}”由正式发布前的试用版保存，本程序不能打开。请在试用版中导出表格，再导入新建的台账。"
        )
    if version > newest_version():
        raise Refused(f"“{path.name}”由更新版本的程序保存，请先升级本程序再打开。")


def is_marked_as_backup(path: Path, key: Key | None = None) -> bool:
    """Tell whether the file says of itself that it is a backup; same warning as above.

    An encrypted one says so only to whoever has its key; without it the answer is no.
    """
    if not path.is_file():
        return False
    if not is_encrypted(path):
        head = _head(path)
        return head.startswith(PLAIN_HEADER) and int.from_bytes(head[68:72], "big") == BACKUP_ID
    try:
        with closing(connect(path, key)) as connection:
            return bool(connection.execute("PRAGMA application_id").fetchone()[0] == BACKUP_ID)
    except (PasswordNeeded, sqlite.DatabaseError):
        return False


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise Refused(f"无法读取“{path.name}”，请检查是否有权限访问它。") from error


def _writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def newest_version() -> int:
    """Return the version that the latest migration leads to; a frozen program without any is broken."""
    return _newest_in(_MIGRATIONS)


@cache
def _newest_in(folder: Path) -> int:
    """Return the last number of a folder's migrations, which stay the same as long as a program runs."""
    steps = sorted(int(step.name[:4]) for step in folder.glob("[0-9]*.py"))
    if not steps:
        raise RuntimeError("no migrations found beside app/office.py")
    return _BEFORE_RELEASE + steps[-1]


def _connect(path: Path, key: Key | None, *, read_only: bool, by_force: bool = False) -> Office:
    if current() is not None:
        close_office()
    if not read_only:
        lock.acquire(path, by_force=by_force)
    office = Office(path, read_only)
    set_current(office)
    try:
        if not path.exists():
            private.begin(path)  # SQLite would let everybody read it
        is_new = path.stat().st_size == 0
        database.open_file(path, key)
        if key is not None and not is_new:
            require_office_inside(path, database.connection())
        _check_whole(path)
        if read_only:
            _refuse_outdated(path)
            database.execute_sql("PRAGMA query_only = ON")
        else:
            _bring_up_to_date(path)
        require_complete(path, database.connection())
        open_registers()
        if not read_only:
            watching.put_right(records())
            digests.note_schema()
    except BaseException as error:
        close_office()
        if isinstance(error, OSError):
            raise _unwritable(path) from error
        # The damage is in a text, or in one that the driver's message quotes.
        if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
            raise _damaged(path) from error
        refuse_for(error.__context__ if isinstance(error, peewee.PeeweeException) else error, error)
        raise
    log.info("opened an office file, version %s", newest_version())
    return office


def _unwritable(path: Path) -> Refused:
    return Refused(f"不能在“{path.parent}”中写文件，请检查是否有权限，磁盘是否已满。")


def _damaged(path: Path) -> Refused:
    return Refused(f"“{path.name}”已损坏，没有打开。请用最近的备份恢复。")


def _check_whole(path: Path) -> None:
    if path.stat().st_size <= _CHECKED_WHOLE:
        try:
            verdict = database.execute_sql("PRAGMA quick_check(1)").fetchone()[0]
        except UnicodeDecodeError:  # the damage is in the text that the verdict quotes
            verdict = ""
        if verdict != "ok":
            raise _damaged(path)


def _version() -> int:
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def _refuse_outdated(path: Path) -> None:
    if _version() < newest_version():
        raise Refused(
            f"“{path.name}”由旧版本的程序保存，只读时不能升级。请先在窗口中打开它一次，备份请先恢复成台账。"
        )


def _bring_up_to_date(path: Path) -> None:
    """Run the missing steps, a copy of the old file put aside first."""
    version = _version()
    newest = newest_version()
    if version == newest:
        return
    from playhouse.migrations import Runner

    damaged: list[digests.ChangedRow] = []
    if version:
        damaged = [row for row in digests.changed_rows(database.connection()) if not row.change.is_foreign]
        aside = path.with_name(f"{path.stem}.升级前{datetime.now():%Y%m%d%H%M%S}{path.suffix}")
        unfinished = aside.with_name(f".{aside.name}.part")
        private.begin(unfinished)
        try:
            database.execute_sql("VACUUM INTO ?", (str(unfinished),))
            unfinished.rename(aside)
        finally:
            unfinished.unlink(missing_ok=True)
    # All or nothing: a program that is killed meanwhile leaves the file as it was, and syncs it once.
    with database.atomic("IMMEDIATE"):
        foreign = schema.foreign_tables(database.connection())  # what the steps make is ours
        watching.take_foreign_away()
        Runner(database, str(_MIGRATIONS)).up()
        broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise Refused("升级后的数据前后不一致，没有打开。升级前的副本在同一文件夹中，请与技术人员联系。")
        open_registers()  # their tables and columns have a history, too
        watching.index_again(records())  # before what was there is noted anew
        history.install(records())
        for model in records():
            relinking.relink_all(model)
        digests.install(but=foreign)
        digests.distrust(damaged)
        database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute_sql(f"PRAGMA user_version = {newest}")

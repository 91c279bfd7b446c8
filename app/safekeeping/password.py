"""Giving a file a password, another one, or none: by a new copy that is verified before it takes its place.

What is cut off in the middle, by whatever, leaves the file that was there.
"""

from __future__ import annotations

from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app import lock, private
from app.cipher.connection import connect, copy_under
from app.cipher.key import Key
from app.errors import Refused
from app.office import require_office, require_office_inside
from app.records.base import refuse_for
from app.records.digests import know_digests
from app.safekeeping.backup import make_durable, remove_leftovers, sync_folder, unfinished_of
from app.safekeeping.soundness import damage, faults
from app.target import is_open_office

_DIFFERS = "新写的文件读出来与原来的不一样，密码没有改动，原来的文件还在。磁盘可能有问题，请换一个磁盘。"


def change_key(path: Path, old: Key | None, new: Key | None) -> None:
    """Write a file that is not open here anew under another key, None for a plain file.

    Raises Refused, everything as it was, where the file is damaged, open elsewhere, or cannot be written.
    Copies that were made before keep their own password, or none.
    """
    path = path.resolve()  # a link goes on pointing at the office
    if is_open_office(path):
        raise Refused(f"“{path.name}”正打开着，没有改密码。请先关闭它。")
    require_office(path)
    try:
        lock.acquire(path)
    except lock.NoRoom as full:
        raise Refused("磁盘已满，密码没有改动，原来的文件还在。请清理磁盘，再改一次。") from full
    unfinished = unfinished_of(path)
    try:
        remove_leftovers(path.parent)
        with closing(connect(path, old, mode="rw")) as connection:
            know_digests(connection)
            require_office_inside(path, connection)
            _require_sound(path, connection)
            _write(connection, unfinished, new)
            make_durable(unfinished)
            _require_same(connection, unfinished, new)
        unfinished.chmod(path.stat().st_mode)
        unfinished.replace(path)
        sync_folder(path.parent)
    except (sqlite.DatabaseError, OSError) as error:
        if isinstance(error, sqlite.DatabaseError):
            refuse_for(error, error)
        raise Refused(
            f"不能写入“{path.parent}”，密码没有改动，原来的文件还在。请检查磁盘空间和写权限。"
        ) from error
    finally:
        for leftover in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
        lock.release(path)


def _require_sound(path: Path, connection: sqlite.Connection) -> None:
    """A damaged file is not written anew: what cannot be read would be lost without a word."""
    if wrong := damage(faults(connection)):
        raise Refused(f"“{path.name}”有损坏，没有改密码：{wrong[0].sentence}请先用备份恢复。")


def _write(connection: sqlite.Connection, unfinished: Path, key: Key | None) -> None:
    private.begin(unfinished)
    copy_under(connection, unfinished, key)


def _require_same(connection: sqlite.Connection, copy: Path, key: Key | None) -> None:
    """Read the copy back and compare all of it; raises Refused where anything differs."""
    with closing(connect(copy, key)) as written:
        know_digests(written)
        is_sound = not damage(faults(written))
        if not is_sound or _content(written) != _content(connection):
            raise Refused(_DIFFERS)


def _content(connection: sqlite.Connection) -> list[tuple[object, ...]]:
    """Return the schema and a digest of the rows of each table, numbers of the rows included."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2"
    schema = connection.execute(query).fetchall()
    numbers = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")]
    tables = [name for kind, name, *_ in schema if kind == "table"]
    return [*schema, *numbers, *((table, _rows(connection, table)) for table in tables)]


def _rows(connection: sqlite.Connection, table: str) -> bytes:
    """Digest a table. One without row numbers is sorted by its primary key by itself."""
    found = blake2b()
    try:
        rows = connection.execute(f'SELECT rowid, * FROM "{table}" ORDER BY rowid')
    except sqlite.OperationalError:
        rows = connection.execute(f'SELECT * FROM "{table}"')
    for row in rows:
        for value in row:
            found.update(value if isinstance(value, bytes) else repr(value).encode(errors="surrogatepass"))
            found.update(b"\0")
    return found.digest()

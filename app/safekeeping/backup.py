"""Copying the open office to another folder, verified."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as sqlite

from app import private
from app.errors import Refused
from app.office import APPLICATION_ID, BACKUP_ID, is_marked_as_backup
from app.opened import current
from app.records.base import database, refuse_for
from app.registry import RECORDS

_SUMS = ".sha256"


@dataclass(frozen=True)
class Backup:
    """A verified copy of the office file."""

    path: Path
    at: datetime
    size: int
    sha256: str


def back_up(folder: Path) -> Backup:
    """Copy the open office into a folder and verify the copy.

    Its SHA-256 lies beside it. Raises Refused; nothing half-done is left.
    """
    office = current()
    if office is None:
        raise Refused("没有打开的台账，无法备份。请先打开台账。")
    if not folder.is_dir():
        raise Refused(f"找不到文件夹“{folder}”，没有备份。请检查U盘是否插好，或另选文件夹。")
    target = free_name(folder / f"{office.path.stem}-{datetime.now():%Y%m%d-%H%M%S}.union")
    made = _copy_to(target, summed=True)
    _remember(made)
    return made


def free_name(path: Path) -> Path:
    """Return the path, or a numbered one where it is taken, such as by another of the same second."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def save_copy(target: Path) -> Backup:
    """Save a verified copy of the open office to work on; raises Refused, also when the name is taken."""
    if target.exists():
        raise Refused(f"“{target.name}”已经存在，没有另存。请换一个文件名。")
    return _copy_to(target, summed=False)


def is_backup(path: Path) -> bool:
    """Tell whether a file that is not open here is a backup: it says so, or its sum lies beside it."""
    return is_marked_as_backup(path) or (path.is_file() and sums_path(path).is_file())


def require_no_backup(path: Path) -> None:
    """Raise Refused for a backup, which would no longer be one once somebody worked in it."""
    if is_backup(path):
        raise Refused(f"“{path.name}”是备份，不能在其中登记。请先用 restore 把它恢复成台账。")


def sums_path(path: Path) -> Path:
    """Return where the SHA-256 of a backup lies."""
    return path.with_name(path.name + _SUMS)


def _copy_to(target: Path, *, summed: bool) -> Backup:
    """Copy, compare table by table, check whole, make durable, and only then give the copy its name."""
    unfinished, sums = target.with_suffix(".part"), sums_path(target)
    try:
        private.begin(unfinished)
        _copy(unfinished)
        mark = BACKUP_ID if summed else APPLICATION_ID
        _mark(unfinished, mark)
        _verify(unfinished, mark)
        digest = _make_durable(unfinished)
        if summed:
            private.begin(sums)
            sums.write_text(f"{digest}  {target.name}\n", encoding="utf-8")
        unfinished.rename(target)
        sync_folder(target.parent)
        return Backup(target, datetime.now(), target.stat().st_size, digest)
    except BaseException as error:
        for path in (unfinished, sums, target):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        if isinstance(error, OSError) or not os.access(target.parent, os.W_OK):
            raise Refused(
                f"不能写入“{target.parent}”，无法打开文件，没有复制。请检查磁盘空间和写权限。"
            ) from error
        refuse_for(error.__context__ if isinstance(error, peewee.PeeweeException) else error, error)
        raise


def _copy(target: Path) -> None:
    """Copy through the open connection: opening the file anew would drop SQLite's lock on it."""
    query_only = database.execute_sql("PRAGMA query_only").fetchone()[0]
    database.execute_sql("PRAGMA query_only = OFF")
    try:
        database.execute_sql("VACUUM INTO ?", (str(target),))
    finally:
        database.execute_sql(f"PRAGMA query_only = {query_only}")


def _mark(copy: Path, mark: int) -> None:
    """Let the copy itself say what it is, whatever name it is given later."""
    with closing(sqlite.connect(copy)) as connection:
        connection.execute(f"PRAGMA application_id = {mark}")


def _verify(copy: Path, mark: int) -> None:
    """Compare the copy with the open file: whole, marked, same version, as many rows in each table."""
    with closing(sqlite.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        whole = whole and connection.execute("PRAGMA application_id").fetchone()[0] == mark
        for question in ("PRAGMA user_version", *_counts()):
            ours = database.execute_sql(question).fetchone()[0]
            whole = whole and connection.execute(question).fetchone()[0] == ours
    if not whole:
        raise Refused("备份与原文件核对不符，已作废。请换一个磁盘再备份一次。")


def _counts() -> list[str]:
    return [f'SELECT COUNT(*) FROM "{model._meta.table_name}"' for model in RECORDS]


def _make_durable(path: Path) -> str:
    with path.open("r+b") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    return digest


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    if os.name == "nt":  # Windows cannot open a folder for syncing; NTFS journals the rename
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _log_path() -> Path | None:
    office = current()
    return office.path.with_name(f".{office.path.name}.backups") if office else None


def _remember(made: Backup) -> None:
    """Note the backup beside the office file: a note inside would make each copy out of date."""
    path = _log_path()
    if path is not None:
        entry = {"path": str(made.path), "at": made.at.isoformat(), "size": made.size, "sha256": made.sha256}
        with suppress(OSError):
            private.begin(path)
            path.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def last_backup() -> Backup | None:
    """Return the last backup made from this place; None when there was none."""
    path = _log_path()
    try:
        entry = json.loads(path.read_text(encoding="utf-8")) if path else None
        return entry and Backup(
            Path(entry["path"]), datetime.fromisoformat(entry["at"]), int(entry["size"]), str(entry["sha256"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None

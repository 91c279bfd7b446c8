"""Putting a backup in the place of an office file, so that nothing is lost whenever it is cut off.

The copy is made and checked under another name of the same folder and takes the place of the present
file in one rename. Before that the present file has a second name beside it, and what lay beside it,
such as the journal of a change that was cut off, lies beside that name: SQLite would take a journal that
was left for that of the restored file, and damage it.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app import lock, private
from app.cipher.connection import PasswordNeeded, connect, is_encrypted, key_for, salt_of
from app.cipher.key import Key
from app.errors import Refused
from app.office import APPLICATION_ID, SUFFIX, require_complete, require_office, require_office_inside
from app.place import require_short_name
from app.records.base import refuse_for
from app.records.described import is_table
from app.records.digests import know_digests
from app.registry import RECORDS
from app.safekeeping.backup import free_name, make_durable, sum_of, sums_path, sync_folder
from app.safekeeping.backup_log import note
from app.safekeeping.comparing import compare_files
from app.safekeeping.soundness import damage, faults
from app.target import is_open_office

_SIDES = ("-journal", "-wal", "-shm")
_BLOCK = 1 << 20
_SUM = re.compile(r"\b([0-9a-f]{64})\b[ \t]*\*?(.*)", re.IGNORECASE)  # as sha256sum writes it
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


@dataclass(frozen=True)
class Restored:
    """An office file that was restored.

    `aside` is where the file lies that was there before, None when there was none; `is_summed` tells
    whether the backup was compared with the sum beside it; `lacks` says in a sentence what the file that was
    there before has and the restored one has not, empty where that cannot be told; `password` which password
    the restored one wants, empty where it is that of the file that was there before.
    """

    path: Path
    aside: Path | None
    records: int
    is_summed: bool
    lacks: str = ""
    password: str = ""


def restore(backup: Path, target: Path, key: Key | None = None) -> Restored:
    """Put a checked copy of a backup in the target's place, the present file kept aside.

    An encrypted backup needs its `key`, and stays encrypted under it; without it that is PasswordNeeded.
    Raises Refused, everything as it was, when the backup is missing, foreign, damaged or newer than the
    program, when one of the two is open, and when the target cannot be written.
    """
    target = target.resolve()  # a link goes on pointing at the office
    _require_apart(backup, target, key)
    _require_replaceable(target)
    try:
        lock.acquire(target)
    except lock.NoRoom as full:
        raise Refused("磁盘已满，没有恢复，原来的文件没有改动。请清理磁盘，再恢复一次。") from full
    copy = target.with_name(f".{target.name}.restoring")
    try:
        is_summed = _copy_compared(backup, copy)
        records = _check(backup, copy, key)
        with _writing(target):
            aside = _keep_aside(target, key)
            _take_place(copy, target)
    finally:
        for leftover in (copy, *_beside(copy)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
        lock.release(target)
    if aside is not None:
        with suppress(OSError):
            aside.chmod(private.OWNER_ONLY)
    note(target, keeps_all=True)
    comparison = compare_files(aside, target, key) if aside is not None else None
    lacks = comparison.sentence if comparison is not None else ""
    return Restored(target, aside, records, is_summed, lacks, _other_password(aside, target))


def _other_password(aside: Path | None, target: Path) -> str:
    """Say which password a restored file wants where it is another than that of the file before it."""
    if aside is None or not is_encrypted(target):
        was_encrypted = aside is not None and is_encrypted(aside)
        return "恢复的台账没有密码，需要时请重新设一个。" if was_encrypted else ""
    is_same = is_encrypted(aside) and salt_of(aside) == salt_of(target)
    return "" if is_same else "恢复的台账要用做这份备份时的密码打开。"


def is_summed(backup: Path) -> bool:
    """Tell whether a sum lies beside a backup to compare it with; raises Refused where it cannot be read."""
    return _sums_of(backup) is not None


def _require_apart(backup: Path, target: Path, key: Key | None) -> None:
    if not backup.exists():
        raise Refused(f"找不到备份“{backup}”，没有恢复。请检查U盘是否插好，或文件是否被移走、改名。")
    if not backup.is_file():
        raise Refused(f"“{backup.name}”不是文件，没有恢复。请选择备份所在文件夹中扩展名为 {SUFFIX} 的文件。")
    if target.exists() and backup.samefile(target):
        raise Refused("备份和要恢复的台账是同一个文件，没有恢复。请选另一个备份，或给台账另起一个文件名。")
    for path in (backup, target):
        if is_open_office(path):
            raise Refused(f"“{path.name}”正打开着，没有恢复。请先关闭它。")
    lock.require_free(backup)
    key_for(backup, key)


def _require_replaceable(target: Path) -> None:
    """A damaged office may look like anything: its suffix is enough, for the file stays in any case."""
    if not target.parent.is_dir():
        raise Refused(f"文件夹“{target.parent}”不存在，请先建立它，或换一个地方。")
    if target.exists() and not target.is_file():
        raise Refused(f"“{target.name}”不是文件，不能恢复到这里，请换一个文件名。")
    require_short_name(target)
    if target.exists() and target.suffix.lower() != SUFFIX:
        require_office(target)


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused(
            f"不能写入“{target.parent}”，没有恢复，原来的文件没有改动。请检查磁盘空间和写权限。"
        ) from error


def _copy_compared(backup: Path, copy: Path) -> bool:
    """Copy the backup and compare it with its sum; False when it has none."""
    sums, digest = _sums_of(backup), hashlib.sha256()
    with _writing(copy):
        private.begin(copy)
        for left in _beside(copy):
            left.unlink()
        with copy.open("r+b") as file:
            for block in _blocks(backup):
                digest.update(block)
                file.write(block)
        make_durable(copy)
        is_same = sum_of(copy) == digest.hexdigest()
    if not is_same:
        raise Refused(f"写入“{copy.parent}”的内容读出来不一样，没有恢复。磁盘可能有问题，请换一个磁盘。")
    if sums is None:
        with _writing(copy):
            _copy_sides(backup, copy)  # somebody may have worked in it: its last change may be unfinished
    else:
        _require_sum(backup, digest.hexdigest(), sums)
    return sums is not None


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                yield block
    except OSError as error:
        raise Refused(f"读不出备份“{path.name}”，没有恢复。请检查是否有权限、U盘是否还在。") from error


def _sums_of(backup: Path) -> dict[str, str] | None:
    """Return the sums of the file beside a backup by the names in it; None when there is no such file."""
    sums = sums_path(backup)
    if not sums.exists():
        return None
    try:
        if not sums.is_file():  # a pipe would keep whoever reads it waiting
            raise OSError(f"no file: {sums}")
        lines = _SUM.findall(sums.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        lines = []
    if not lines:
        raise Refused(f"读不出校验文件“{sums.name}”，没有恢复。请用另一份备份，或移走这个校验文件再试。")
    return {name.strip(): digest.lower() for digest, name in lines}


def _require_sum(backup: Path, digest: str, sums: dict[str, str]) -> None:
    """Raise Refused unless the sum of a backup is the one by its name, or by the name that it had before."""
    own = sums.get(backup.name, sums.get(""))
    if digest == own or (own is None and digest in sums.values()):
        return
    if own is None:
        raise Refused(
            f"校验文件“{sums_path(backup).name}”是“{next(iter(sums))}”的校验和，与“{backup.name}”的内容不符，"
            "没有恢复。请用另一份备份，或移走这个校验文件再试。"
        )
    raise Refused(f"备份“{backup.name}”已损坏，内容与备份时不一样，没有恢复。请用另一份备份。")


def _check(backup: Path, copy: Path, key: Key | None) -> int:
    """Check the copy as a whole, make an office of it, and return the number of its records."""
    require_office(backup)
    damaged = Refused(f"备份“{backup.name}”已损坏，没有恢复。请用另一份备份。")
    try:
        with closing(connect(copy, key, mode="rw")) as connection:
            know_digests(connection)
            require_office_inside(backup, connection)
            require_complete(backup, connection)
            if wrong := damage(faults(connection)):
                raise Refused(f"备份“{backup.name}”已损坏，没有恢复：{wrong[0].sentence}请用另一份备份。")
            records = _count(connection)
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except sqlite.DatabaseError as error:
        if (getattr(error, "sqlite_errorname", None) or "").startswith(_DAMAGED):
            raise damaged from error
        refuse_for(error, error)
        raise damaged from error
    with _writing(copy):
        make_durable(copy)
    return records


def _count(connection: sqlite.Connection) -> int:
    """Count the records; a backup of an older program lacks some of the tables."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    own = {name for name in names if is_table(name)}
    tables = [*(model._meta.table_name for model in RECORDS if model._meta.table_name in names), *sorted(own)]
    return sum(connection.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0] for table in tables)


def _keep_aside(target: Path, key: Key | None) -> Path | None:
    """Give the present file a second name, its side files theirs, and leave no side file behind."""
    name = f"{target.stem}.恢复前{datetime.now():%Y%m%d-%H%M%S}{target.suffix}"
    aside = free_name(target.with_name(name))
    if not target.exists():
        for side in _beside(target):
            side.rename(_side(aside, target, side))
        return None
    _forget_cut_off(target)
    if _beside(target):
        _copy_with_sides(target, aside)
        _finish_change(target, key)
        for side in _beside(target):
            side.unlink()
    else:
        try:
            aside.hardlink_to(target)
        except OSError:  # a disk without links
            _copy_with_sides(target, aside)
    sync_folder(target.parent)
    return aside


def _take_place(copy: Path, target: Path) -> None:
    try:
        copy.replace(target)
    except OSError:  # such as on Windows, where somebody reads the file that is there
        _forget_cut_off(target)
        raise
    sync_folder(target.parent)


def _copy_with_sides(path: Path, copy: Path) -> None:
    try:
        _copy_sides(path, copy)
        _copy(path, copy)
    except BaseException:
        for unfinished in (copy, *_beside(copy)):
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        raise


def _forget_cut_off(target: Path) -> None:
    """Remove the second names that restorings gave the present file before they were cut off."""
    for path in target.parent.iterdir():
        if path.name.startswith(f"{target.stem}.恢复前") and path.samefile(target):
            path.unlink()


def _finish_change(path: Path, key: Key | None) -> None:
    """Let SQLite take back a change that was cut off: the file stays usable when this is cut off, too."""
    with suppress(sqlite.DatabaseError, PasswordNeeded), closing(connect(path, key, mode="rw")) as connection:
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _beside(path: Path) -> list[Path]:
    return [side for end in _SIDES if (side := path.with_name(path.name + end)).exists()]


def _side(new: Path, path: Path, side: Path) -> Path:
    return new.with_name(new.name + side.name.removeprefix(path.name))


def _copy_sides(path: Path, copy: Path) -> None:
    for side in _beside(path):
        _copy(side, _side(copy, path, side))


def _copy(path: Path, copy: Path) -> None:
    private.begin(copy)
    shutil.copyfile(path, copy)
    make_durable(copy)

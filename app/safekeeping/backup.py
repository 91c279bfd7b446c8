"""Copying the open office to another folder, verified."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex

import peewee
from sqlcipher3 import dbapi2 as sqlite

from app import private
from app.cipher.connection import PLAIN_HEADER, is_encrypted
from app.cipher.key import Key
from app.errors import Refused
from app.office import APPLICATION_ID, BACKUP_ID, is_marked_as_backup
from app.opened import current
from app.records.base import database, refuse_for
from app.safekeeping.backup_log import Backup, last_backup, note
from app.safekeeping.copying import copy_open_office
from app.safekeeping.soundness import damage, faults, faults_of

__all__ = ["Backup", "back_up", "last_backup", "save_copy"]

_SUMS = ".sha256"
_PART = re.compile(r"\..+\.union\.(([0-9a-f]{8}\.)?part|restoring)(-journal)?")  # of 0.1.0, too
_STALE = 3600  # seconds after which nobody writes an unfinished copy any more
_NAMED = 3  # damaged records named in one sentence
_CANNOT_SYNC = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)  # of a folder, such as one on some networks


def back_up(folder: Path) -> Backup:
    """Copy the open office into a folder and verify the copy.

    Its SHA-256 lies beside it. Raises Refused, which tells a damaged office from a medium that does not
    keep what is written to it; nothing half-done is left.
    """
    made = copy_into(folder)
    note(last=made)
    return made


def copy_into(folder: Path) -> Backup:
    """Make a verified backup in a folder without noting it as the last; raises Refused."""
    office = current()
    if office is None:
        raise Refused("没有打开的台账，无法备份。请先打开台账。")
    if not folder.is_dir():
        raise Refused(f"找不到文件夹“{folder}”，没有备份。请检查U盘是否插好，或另选文件夹。")
    remove_leftovers(folder)
    return _copy_to(folder / f"{office.path.stem}-{datetime.now():%Y%m%d-%H%M%S}.union", summed=True)


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


def is_backup(path: Path, key: Key | None = None) -> bool:
    """Tell whether a file that is not open here is a backup: it says so, or its sum lies beside it.

    Of an encrypted file without its key only the sum tells.
    """
    return is_marked_as_backup(path, key) or (path.is_file() and sums_path(path).is_file())


def require_no_backup(path: Path, key: Key | None = None) -> None:
    """Raise Refused for a backup, which would no longer be one once somebody worked in it."""
    if is_backup(path, key):
        raise Refused(f"“{path.name}”是备份，不能在其中登记。请先用 restore 把它恢复成台账。")


def sums_path(path: Path) -> Path:
    """Return where the SHA-256 of a backup lies."""
    return path.with_name(path.name + _SUMS)


def note_sum(backup: Path, digest: str) -> None:
    """Write the sum of a backup beside it, as `sha256sum -c` reads it: a name as it is, in UTF-8 or not."""
    line = f"{digest}  {backup.name}\n"
    sums_path(backup).write_text(line, encoding="utf-8", errors="surrogateescape")


def stamp() -> int:
    """Return a number that the last change of the open office has alone; equal ones mean an unchanged file.

    How many changes there were is no such number: a backup that was restored goes on counting from its own.
    """
    last = "SELECT row_id, digest FROM row_digest WHERE table_name = 'history' ORDER BY row_id DESC LIMIT 1"
    number, digest = database.execute_sql(last).fetchone() or (0, None)
    return int(number) + int.from_bytes(digest or b"")  # another program writes no digest


def unfinished_of(target: Path) -> Path:
    """Return the name of a copy until it is whole, by which `remove_leftovers` knows it again."""
    return target.with_name(f".{target.name}.{token_hex(4)}.part")


def remove_leftovers(folder: Path) -> None:
    """Remove unfinished copies of ours that a killed program left in a folder; a stranger's file stays."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _PART.fullmatch(path.name) and path.is_file() and _is_ours(path):
                path.unlink()


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(len(PLAIN_HEADER))
    age = datetime.now().timestamp() - path.stat().st_mtime
    is_copy = not head.strip(b"\0") or head == PLAIN_HEADER or is_encrypted(path)  # a power cut leaves zeros
    return age > _STALE and (is_copy or path.name.endswith("-journal"))


def _copy_to(target: Path, *, summed: bool) -> Backup:
    """Copy, make durable, read back and check, and only then give the copy its name."""
    unfinished = unfinished_of(target)
    try:
        private.begin(unfinished)
        at = stamp()
        copy_open_office(unfinished, BACKUP_ID if summed else APPLICATION_ID)
        make_durable(unfinished)
        with ThreadPoolExecutor(1) as beside:  # the sum and the check read the same blocks at the same time
            summing = beside.submit(sum_of, unfinished)
            _verify(unfinished)
            digest = summing.result()
        if summed:
            target = publish(unfinished, target, digest)
        else:
            _take_name(unfinished, target)
            sync_folder(target.parent)
        return Backup(target, datetime.now(), target.stat().st_size, digest, at)
    except BaseException as error:
        _remove(unfinished, unfinished.with_name(f"{unfinished.name}-journal"))
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            raise Refused(
                f"“{target.name}”作为文件名太长了，没有复制。请关闭台账，给它起一个短一些的文件名。"
            ) from error
        if isinstance(error, OSError | sqlite.Error) or not os.access(target.parent, os.W_OK):
            raise Refused(f"不能写入“{target.parent}”，没有复制。请检查磁盘空间和写权限。") from error
        refuse_for(error.__context__ if isinstance(error, peewee.PeeweeException) else error, error)
        raise


def publish(unfinished: Path, target: Path, digest: str) -> Path:
    """Give a verified copy a free name, its sum beside it, and return that; nothing is left of a failure."""
    target = _reserve(target, digest)
    made = [sums_path(target)]
    try:
        _take_name(unfinished, target)
        made.append(target)
        sync_folder(target.parent)
    except BaseException:
        _remove(*made)
        raise
    return target


def _remove(*paths: Path) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _take_name(unfinished: Path, target: Path) -> None:
    """Give a copy its name, unless somebody else took that while it was made."""
    taken = Refused(f"“{target.name}”已经存在，没有复制。请换一个文件名。")
    try:
        target.hardlink_to(unfinished)
    except FileExistsError as there:
        raise taken from there
    except OSError:  # a disk without links
        if target.exists():
            raise taken from None
        unfinished.rename(target)
    else:
        unfinished.unlink()


def _reserve(target: Path, digest: str) -> Path:
    """Take a free name by making the file of its sum, which only one of two copies of a second can."""
    while True:
        free = free_name(target)
        try:
            sums_path(free).touch(private.OWNER_ONLY, exist_ok=False)
        except FileExistsError:
            if not _is_orphan(free):
                target = _next_name(free)
                continue
        try:
            note_sum(free, digest)
        except BaseException:
            sums_path(free).unlink(missing_ok=True)
            raise
        return free


def _is_orphan(path: Path) -> bool:
    """Tell whether a sum was left by a copy that never came to be."""
    sums = sums_path(path)
    try:
        return sums.is_file() and datetime.now().timestamp() - sums.stat().st_mtime > _STALE
    except OSError:
        return True


def _next_name(path: Path) -> Path:
    number = re.search(r"-(\d{6})(?:-(\d+))?$", path.stem)
    follows = int(number[2] or 1) + 1 if number else 2
    stem = re.sub(r"(-\d{6})-\d+$", r"\1", path.stem)
    return path.with_name(f"{stem}-{follows}{path.suffix}")


def _verify(copy: Path) -> None:
    """Read the copy from its medium and check all of it; raises Refused where it is not sound.

    A copy is compared with nothing but what it says itself: meanwhile somebody may have saved.
    """
    if not damage(faults_of(copy, database.key)):
        return
    own = damage(faults(database.connection()))
    if own:
        told = "".join(fault.sentence for fault in own[:_NAMED])
        more = f"共 {len(own)} 处，" if len(own) > _NAMED else ""
        raise Refused(f"台账文件本身有损坏，没有备份：{told}{more}请用以前的备份找回，不要删除以前的备份。")
    raise Refused("备份与原文件核对不符，已作废。请换一个磁盘再备份一次。")


def make_durable(path: Path) -> None:
    """Write the file through to its medium, so that it is read back from there."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where its file system can do that."""
    if os.name == "nt":  # Windows cannot open a folder for syncing; NTFS journals the rename
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(handle)

"""Copies that are made by themselves: in a folder of the office's own and, where one is chosen, on a stick.

They are made on closing, before an import or an act on many records, and every half hour in which something
was changed. A copy on the same disk helps against mistakes; the second place against the loss of the disk.
"""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app import private
from app.cipher.connection import PasswordNeeded, is_under
from app.cipher.key import Key
from app.errors import Refused
from app.opened import current
from app.records.base import database
from app.safekeeping.backup import (
    copy_into,
    make_durable,
    publish,
    remove_leftovers,
    stamp,
    sum_of,
    sums_path,
    unfinished_of,
)
from app.safekeeping.backup_log import Backup, BackupLog, note, read_log
from app.safekeeping.comparing import is_of_another_office
from app.safekeeping.rotation import ALL_FOR, kept
from app.safekeeping.soundness import damage, faults_of

EVERY_MINUTES = 30
_NAME = re.compile(r"-?(\d{8}-\d{6})(?:-\d+)?\.union")


def own_folder(office: Path) -> Path:
    """Return where the automatic copies of an office lie."""
    return office.with_name(f"{office.stem}.自动备份")


def keep_copy(now: datetime | None = None) -> Backup | None:
    """Make an automatic copy of the open office unless it is unchanged; None where none was made.

    Never raises Refused: what went wrong is in the log's `trouble`, for the desk to tell, and is tried
    again the next time. The second place gets the same copy.
    """
    office = current()
    if office is None or office.read_only:
        return None
    now, log = now or datetime.now(), read_log()
    remove_leftovers(office.path.parent)  # such as of a restore that was cut off
    made = None
    try:
        made = _copy_of(office.path, log)
        if log.second is not None:
            _to_second_place(made or log.automatic, log, office.path)
        note(trouble="")
        if not log.keeps_all:
            for folder in filter(None, (own_folder(office.path), log.second)):
                thin_out(folder, office.path.stem, now)
    except Refused as refused:
        note(trouble=str(refused))
    except OSError:
        note(trouble="自动备份没有做成，请检查磁盘空间和写权限。")
    return made


def _copy_of(office: Path, log: BackupLog) -> Backup | None:
    last = log.automatic
    if last is not None and last.stamp == stamp() and _lies_there(last.path):
        return None
    folder = own_folder(office)
    if (folder.exists() or folder.is_symlink()) and not folder.is_dir():
        raise Refused(f"“{folder.name}”不是文件夹，自动备份没有做成。请移走它；下次会再试。")
    folder.mkdir(mode=0o700, exist_ok=True)
    made = copy_into(folder)
    note(automatic=made)
    return made


def _lies_there(copy: Path) -> bool:
    """Tell whether a copy is still there, and under the password that the office has now."""
    return copy.is_file() and is_under(copy, database.key)


def _to_second_place(made: Backup | None, log: BackupLog, office: Path) -> None:
    """Copy a verified copy on, once; raises Refused where the stick is missing or does not keep it.

    Where the system leaves the folder of a stick that was pulled, what is written there lands on the disk of
    the office: a place that was seen apart from it and no longer is gets nothing.
    """
    second = log.second
    if made is None or second is None:
        return
    if not second.is_dir():
        raise Refused(f"自动备份的第二处“{second}”找不到，请插好U盘；下次会再试。")
    together = shares_the_disk(second, office)
    if together and log.apart == second:
        raise Refused(
            f"自动备份的第二处“{second}”现在和台账在同一个磁盘上，U盘多半没有插好。"
            "请插好U盘，或在“备份”中另选；下次会再试。"
        )
    if second.samefile(made.path.parent):
        raise Refused(
            "自动备份的第二处就是它自己的文件夹，等于没有。请在“备份”中另选U盘或其他磁盘上的文件夹。"
        )
    target = second / made.path.name
    if target.is_file() and log.last is not None and log.last.sha256 == made.sha256:
        return
    unfinished = unfinished_of(target)
    remove_leftovers(second)
    try:
        private.begin(unfinished)
        shutil.copyfile(made.path, unfinished)
        make_durable(unfinished)
        if sum_of(unfinished) != made.sha256:
            raise Refused(f"写到“{second}”的备份读出来不一样，已作废。U盘可能有问题，请换一个。")
        target = publish(unfinished, target, made.sha256)
    except OSError as error:
        raise Refused(f"自动备份不能写到“{second}”，请检查U盘的空间和写权限；下次会再试。") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    apart = None if together else second
    note(last=Backup(target, made.at, made.size, made.sha256, made.stamp), apart=apart)


def shares_the_disk(folder: Path, office: Path) -> bool:
    """Tell whether a folder lies on the disk of the office: what takes one takes both."""
    try:
        return folder.stat().st_dev == office.stat().st_dev
    except OSError:  # the stick is not there
        return False


def all_copies(office: Path) -> list[tuple[Path, datetime]]:
    """Return the copies of an office wherever some were put, and when they were made, newest first.

    What a restore kept aside is among them: by it the restore is undone.
    """
    log = read_log(office)
    folders = [own_folder(office), *filter(None, (log.second, log.last.path.parent if log.last else None))]
    found = [one for folder in dict.fromkeys(folders) for one in copies_in(folder, office.stem)]
    found += copies_in(office.parent, f"{office.stem}.恢复前")
    return sorted(found, key=lambda one: one[1], reverse=True)


def newest_sound_copy(office: Path, key: Key | None = None) -> Path | None:
    """Return the newest copy of an office in which nothing is damaged; None where there is none.

    A copy that the key does not open is left out: nobody can tell.
    """
    for path, _ in all_copies(office):
        with suppress(sqlite.DatabaseError, PasswordNeeded):
            if not damage(faults_of(path, key)):
                return path
    return None


def thin_out(folder: Path, stem: str, now: datetime) -> list[Path]:
    """Remove the automatic copies of the office that the rotation does not keep; return their paths.

    Another office of the same file name may have its copies on the same stick: these stay, and do not count.
    """
    made = dict(copies_in(folder, stem))
    if all(at in kept(made.values(), now) for at in made.values()):
        return []
    made = {path: at for path, at in made.items() if now - at <= ALL_FOR or not is_of_another_office(path)}
    staying = kept(made.values(), now)
    removed = [path for path, at in made.items() if at not in staying]
    for path in removed:
        for one in (path, sums_path(path)):
            with suppress(OSError):
                one.unlink(missing_ok=True)
    return removed


def copies_in(folder: Path, stem: str) -> list[tuple[Path, datetime]]:
    """Return the copies of an office in a folder and when they were made, by their names, newest first."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(stem) and (name := _NAME.fullmatch(path.name[len(stem) :])):
                with suppress(ValueError):
                    made = datetime.strptime(name[1], "%Y%m%d-%H%M%S")
                    if path.is_file():  # a pipe would keep whoever reads it waiting
                        found.append((path, made))
    return sorted(found, key=lambda one: (one[1], one[0].name), reverse=True)

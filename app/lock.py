"""The lock beside an office: it says where the office is open, so that nobody opens it twice.

The operating system locks the file of the lock while the program runs, at once for all who try, and lets go
of it when the program ends in whatever way. What is written in it says who holds it; where the system's lock
does not reach, as between two computers, that alone counts.

A file may have several names (hard links), beside each of which a lock would lie: on this computer another in
the user's state folder bears the number of the file.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import Refused
from app.private import OWNER_ONLY

_held: dict[Path, list[tuple[Path, int]]] = {}  # the open files of the locks this process holds
_PROGRAM = "union-office"
_NOT_BY_LINK = getattr(os, "O_NOFOLLOW", 0)  # of POSIX
_TRIES = 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}  # the last as a limit on files says it
_CRYPTOGRAPHY = r"SOFTWARE\Microsoft\Cryptography"


@dataclass(frozen=True)
class Holder:
    """Who has an office open: the computer, since when, and whether it is this computer."""

    host: str
    since: str
    here: bool


class Held(Refused):
    """The office is open elsewhere; it can be looked at, and taken over where that is known to be untrue."""

    def __init__(self, path: Path, holder: Holder) -> None:
        where = f"电脑 {holder.host}，自 {holder.since} 起"
        super().__init__(f"“{path.name}”正在另一处打开（{where}）。请先在那里关闭它，再在这里打开。")
        self.path = path
        self.holder = holder


class _Unwritable(Refused):
    """No lock can be written."""


class NoRoom(_Unwritable):
    """There is no byte free for the lock: the office can only be looked at."""


def lock_path(path: Path) -> Path:
    """Return where the lock of an office lies; all links to one file lead to one lock."""
    return path.resolve().with_name(f".{path.resolve().name}.lock")


def acquire(path: Path, *, by_force: bool = False) -> None:
    """Take the lock; raises Held where the office is open already, Refused where no lock can be written.

    That is NoRoom where the disk is full.

    `by_force` takes over what another computer wrote, on the word of a person; never from a program that
    runs here.
    """
    taken: list[tuple[Path, int]] = []
    try:
        taken.append((lock_path(path), _take(path, lock_path(path), by_force=by_force)))
        with suppress(_Unwritable):  # then the name alone counts
            if (mark := _mark_of_the_file(path, make_folder=True)) is not None:
                taken.append((mark, _take(path, mark, by_force=by_force)))
    except BaseException:
        _give_up(taken)
        raise
    _held[lock_path(path)] = taken


def _take(path: Path, mark: Path, *, by_force: bool) -> int:
    """Take one lock; return its open file."""
    for _ in range(_TRIES):
        _require_plain(mark)
        try:
            handle = os.open(mark, os.O_RDWR | os.O_CREAT | _NOT_BY_LINK, OWNER_ONLY)
        except OSError as error:
            raise _unwritable(path, error) from error
        if not _lock(handle):
            holder = _read(mark)
            os.close(handle)
            raise Held(path, _told(holder))
        if not _is_at(handle, mark):  # its holder gave it up meanwhile: what was locked is no longer there
            os.close(handle)
            continue
        other = _living(_read(mark))
        if other is not None and not (by_force and not other.here):
            _unlock(handle)
            raise Held(path, other)
        try:
            _write(handle)
        except OSError as error:
            with suppress(OSError):
                mark.unlink(missing_ok=True)
            _unlock(handle)
            raise _unwritable(path, error) from error
        return handle
    raise Refused(f"“{path.name}”正在另一处打开，请稍后再试。")


def _require_plain(mark: Path) -> None:
    """Raise Refused where something lies at the place of a lock that is none.

    By a link another file would be overwritten, a pipe would keep whoever reads it waiting.
    """
    try:
        is_other = not stat.S_ISREG(mark.lstat().st_mode)
    except OSError:  # there is none, or the system will say why it cannot be reached
        is_other = False
    if is_other:
        raise Refused(f"“{mark}”不是本程序的文件，挡住了台账的锁，没有打开。请移走它，再试一次。")


def _mark_of_the_file(path: Path, *, make_folder: bool = False) -> Path | None:
    """Return where the lock lies that all names of a file have in common; None while there is no file."""
    import platformdirs

    folder = platformdirs.user_state_path(_PROGRAM, appauthor=False) / "open"
    try:
        found = path.stat()
        if make_folder:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / f"{_machine()[:8]}-{found.st_dev:x}-{found.st_ino:x}.lock"


def release(path: Path) -> None:
    """Give up the lock where this process holds it; a folder that has vanished meanwhile is no matter."""
    _give_up(_held.pop(lock_path(path), []))


def _give_up(taken: list[tuple[Path, int]]) -> None:
    for mark, handle in taken:
        if os.name == "nt":  # Windows removes no file that is open
            _unlock(handle)
        with suppress(OSError):
            mark.unlink(missing_ok=True)
        if os.name != "nt":
            _unlock(handle)


def require_free(path: Path) -> None:
    """Raise Held when somebody works in the file elsewhere."""
    for mark in filter(None, (lock_path(path), _mark_of_the_file(path))):
        _require_plain(mark)
        try:
            handle = os.open(mark, os.O_RDWR)
        except OSError:
            holder = _living(_read(mark))
        else:
            try:
                holder = _living(_read(mark)) if _lock(handle) else _told(_read(mark))
            finally:
                os.close(handle)
        if holder is not None:
            raise Held(path, holder)


def _unwritable(path: Path, error: OSError) -> Refused:
    if error.errno in _FULL:
        return NoRoom(f"磁盘已满，“{path.name}”现在只能查看，不能登记。请清理磁盘，再重新打开它。")
    return _Unwritable(f"不能在“{path.parent}”中写文件，请检查是否有权限，磁盘是否已满。")


def _write(handle: int) -> None:
    told = {
        "host": socket.gethostname(),
        "machine": _machine(),
        "boot": _boot(),
        "process": os.getpid(),
        "started": _started(os.getpid()),
        "since": f"{datetime.now():%Y-%m-%d %H:%M}",
    }
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(told).encode())


def _read(mark: Path) -> dict[str, object]:
    try:
        content = json.loads(mark.read_text(encoding="utf-8"))
        return {"host": str(content["host"]), "process": int(content["process"]), **content}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def _told(content: dict[str, object]) -> Holder:
    host = str(content.get("host") or socket.gethostname())
    return Holder(host, str(content.get("since", "不明时间")), _is_here(content))


def _living(content: dict[str, object]) -> Holder | None:
    """Return who holds a lock by what is written in it; None where that program is known to have ended.

    Its number may have been given to another program since, the computer started anew or renamed.
    """
    if not content:
        return None
    process = int(str(content["process"]))
    ended = (
        process == os.getpid()  # an office we hold is closed before another opens
        or content.get("boot", _boot()) != _boot()
        or not _alive(process)
        or content.get("started", _started(process)) != _started(process)
    )
    return None if _is_here(content) and ended else _told(content)


def _is_here(content: dict[str, object]) -> bool:
    return content.get("host") == socket.gethostname() or (
        content.get("machine") not in (None, "") and content.get("machine") == _machine()
    )


def _machine() -> str:
    """Return what stays the computer's own when it is renamed; nothing where that is not known."""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _CRYPTOGRAPHY) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""
    with suppress(OSError):
        return Path("/etc/machine-id").read_text(encoding="ascii").strip()
    return ""


def _boot() -> str:
    """Return what is another after each start of the computer; nothing where that is not known."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return ""


def _started(process: int) -> str:
    """Return when a process began, in the system's own count; nothing where that is not known."""
    with suppress(OSError, IndexError):
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19]
    return ""


def _is_at(handle: int, mark: Path) -> bool:
    with suppress(OSError):
        return os.path.samestat(os.fstat(handle), mark.stat())
    return False


if sys.platform == "win32":
    import msvcrt

    _BEYOND = 1 << 20  # a locked byte of the text could not be read by others

    def _lock(handle: int) -> bool:
        os.lseek(handle, _BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.close(handle)

    def _alive(process: int) -> bool:
        import ctypes  # os.kill would end the process on Windows

        query_limited = 0x1000
        kernel = ctypes.windll.kernel32
        found = kernel.OpenProcess(query_limited, False, process)
        if found:
            kernel.CloseHandle(found)
        return bool(found)

else:
    import fcntl

    def _lock(handle: int) -> bool:
        """Lock an open file; a disk that knows no locks leaves what is written in it to decide."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def _unlock(handle: int) -> None:
        os.close(handle)

    def _alive(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        except OverflowError:  # no process has such a number
            return False
        return True

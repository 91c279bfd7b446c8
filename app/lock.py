"""The lock file beside an office: it says where the office is open, so that nobody opens it twice."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.errors import Refused
from app.private import OWNER_ONLY


def lock_path(path: Path) -> Path:
    """Return where the lock file of an office file lies."""
    return path.with_name(f".{path.name}.lock")


def acquire(path: Path) -> None:
    """Create the lock file; raises Refused saying where the office is open already."""
    mark = lock_path(path)
    for _ in range(2):
        try:
            _write(mark)
        except FileExistsError:
            holder = _holder(mark)
            if holder is not None:
                raise Refused(_held(path, holder)) from None
            mark.unlink(missing_ok=True)
        except OSError as error:
            with suppress(OSError):
                mark.unlink(missing_ok=True)
            raise Refused(f"不能在“{path.parent}”中写文件，请检查是否有权限，磁盘是否已满。") from error
        else:
            return
    raise Refused(f"“{path.name}”正在另一处打开，请稍后再试。")


def _write(mark: Path) -> None:
    since = f"{datetime.now():%Y-%m-%d %H:%M}"
    handle = os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"host": socket.gethostname(), "process": os.getpid(), "since": since}, file)


def require_free(path: Path) -> None:
    """Raise Refused when somebody works in the file elsewhere."""
    holder = _holder(lock_path(path))
    if holder is not None:
        raise Refused(_held(path, holder))


def _held(path: Path, holder: dict[str, str]) -> str:
    where = f"电脑 {holder['host']}，自 {holder['since']} 起"
    return f"“{path.name}”正在另一处打开（{where}）。请先在那里关闭它，再在这里打开。"


def release(path: Path) -> None:
    """Remove the lock file; a folder that has vanished meanwhile is no matter."""
    with suppress(OSError):
        lock_path(path).unlink(missing_ok=True)


def _holder(mark: Path) -> dict[str, str] | None:
    """Return who holds the lock; None when its process has died or it cannot be read."""
    try:
        content = json.loads(mark.read_text(encoding="utf-8"))
        host, process = str(content["host"]), int(content["process"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    # A number of our own was left by a process that died: an office we hold is closed before another opens.
    if host == socket.gethostname() and (process == os.getpid() or not _alive(process)):
        return None
    return {"host": host, "since": str(content.get("since", "不明时间"))}


def _alive(process: int) -> bool:
    if os.name == "nt":
        return _alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _alive_on_windows(process: int) -> bool:
    import ctypes  # os.kill would end the process on Windows

    query_limited = 0x1000
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]  # on Windows only
    handle = kernel.OpenProcess(query_limited, False, process)
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)

"""Where lists and prints may be written: never over an office file, never half."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app import private
from app.errors import Refused
from app.opened import current

_DATABASE = b"SQLite format 3\x00"

Note = Callable[[int], None]
"""Notes that a list of so many rows leaves the office, before the list has its name: none lacks the note."""


@contextmanager
def written_whole(target: Path, *suffixes: str) -> Iterator[Path]:
    """Yield the path of an unfinished file, which takes the target's name once it is whole and on the disk.

    It lies hidden beside the target and has its suffix. Raises Refused when the target has none of the
    suffixes, is a folder or an office file, or cannot be written; what was there before stays then.
    """
    require_replaceable(target, suffixes)
    unfinished = target.with_name(f".{target.stem}.part{target.suffix}")
    try:
        private.begin(unfinished)
        yield unfinished
        with unfinished.open("r+b") as file:  # after a power cut the name may not lead to half of it
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        _let_go(error)
        raise Refused(f"不能写入“{target}”，请检查它是否正被打开、有没有写的权限、磁盘是否已满。") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _let_go(error: BaseException) -> None:
    """Close what failed to write, in silence: a full disk refuses the last bytes of an archive, too.

    Else Python would print a traceback of that when it comes to clear the writer away.
    """
    hook, sys.unraisablehook = sys.unraisablehook, lambda _: None
    try:
        failed: BaseException | None = error
        while failed is not None:
            traceback.clear_frames(failed.__traceback__)
            failed = failed.__context__
        gc.collect()
    finally:
        sys.unraisablehook = hook


def require_replaceable(target: Path, suffixes: tuple[str, ...]) -> None:
    """Raise Refused when the target has another suffix, is a folder or an office file, or has no folder."""
    if target.suffix.lower() not in suffixes:
        raise Refused(f"不能存为“{target.name}”，扩展名应为 {' 或 '.join(suffixes)}，请改文件名。")
    try:
        if target.is_dir():
            raise Refused(f"“{target}”是文件夹，请在后面写明文件名。")
        if not target.parent.is_dir():
            raise Refused(f"文件夹“{target.parent}”不存在，请先建立它，或换一个地方。")
        # The open office is told by its name alone: reading its bytes would drop SQLite's lock.
        if target.exists() and (is_open_office(target) or _is_database(target)):
            raise Refused(f"“{target.name}”是台账文件，不能覆盖它，请换一个文件名。")
    except OSError as error:
        raise Refused(f"不能写入“{target}”，请检查文件名，以及有没有写的权限。") from error


def is_open_office(path: Path) -> bool:
    """Tell whether the path, by whatever name, is the office file that is open."""
    office = current()
    return office is not None and path.exists() and office.path.exists() and path.samefile(office.path)


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE

"""Files that only pass through: prints to look at, attachments that are shown.

They tell of illnesses and incomes, in plain text even where the office has a password: they go when the
program ends, and where it was killed, when it starts next.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QLockFile

_BEGIN = "union-office-run-"
_MARK = "in-use"  # held by the program as long as it runs
_YOUNG = 60  # seconds: a folder may be there a moment before its mark
_making = Lock()


def folder() -> Path:
    """Return the folder of this run of the program for such files."""
    with _making:  # two prints may be the first ones together
        return Path(_kept()[0].name)


@cache
def _kept() -> tuple[tempfile.TemporaryDirectory[str], QLockFile]:
    """Make the folder; what another program still holds open, on Windows, the next start removes."""
    made = tempfile.TemporaryDirectory(prefix=_BEGIN, ignore_cleanup_errors=True)
    mark = _mark_in(Path(made.name))
    mark.tryLock(0)
    atexit.register(mark.unlock)  # before the folder goes
    return made, mark


def clear_left_behind() -> None:
    """Remove the folders of runs that were killed; one of a program that still runs stays."""
    before = time.time() - _YOUNG
    for left in Path(tempfile.gettempdir()).glob(f"{_BEGIN}*"):
        if left.is_symlink() or not left.is_dir() or not os.access(left, os.W_OK):
            continue
        if left.stat().st_mtime < before and _mark_in(left).tryLock(0):
            shutil.rmtree(left, ignore_errors=True)


def _mark_in(left: Path) -> QLockFile:
    mark = QLockFile(str(left / _MARK))
    mark.setStaleLockTime(0)  # it ends with its process, not with time
    return mark

"""Copying the open office page by page, without keeping anybody who saves meanwhile waiting."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import connect
from app.records.base import database

_PAGES = 1024  # copied between two looks at the lock: some milliseconds
_PATIENCE = 5  # times the copy begins anew because somebody saved
_PAUSE = 0.02  # seconds, while somebody is saving


class _SavedMeanwhile(Exception):
    """Somebody saved so often that the copy never came to its end."""


def copy_open_office(target: Path, mark: int) -> None:
    """Copy the open office into a file of its key, whose application id becomes `mark`.

    It goes through the open connection: opening the file anew would drop SQLite's lock on it. The lock
    is free between the steps; where somebody saves, the copy begins anew, and after some times it is made
    in one step. May raise DatabaseError.
    """
    with closing(connect(target, database.key, mode="rw")) as copy:
        try:
            _copy(copy, _PAGES)
        except _SavedMeanwhile:
            _copy(copy, -1)
        copy.execute(f"PRAGMA application_id = {mark}")


def _copy(copy: sqlite.Connection, pages: int) -> None:
    left_before, begun = -1, 0

    def follow(_status: int, left: int, _total: int) -> None:
        nonlocal left_before, begun
        if left > left_before >= 0:
            begun += 1
            if begun > _PATIENCE:
                raise _SavedMeanwhile
        left_before = left

    database.connection().backup(copy, pages=pages, progress=follow, sleep=_PAUSE)

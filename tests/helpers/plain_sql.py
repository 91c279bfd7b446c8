"""Counting without any of our own code: a plain SQLite asks the closed file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def rows(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Ask a closed office file with a plain SQLite, so that none of our own counting is trusted."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(query, values))


def scalar(path: Path, query: str, *values: object) -> Any:  # noqa: ANN401  # the file's own value
    """Ask for a single value: the first column of the first row."""
    return rows(path, query, *values)[0][0]

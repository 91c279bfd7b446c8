"""New rows of one table, numbered in one run: the history tells of them at once, and they are digested so.

A trigger for each row takes as long as writing it. Those that note new rows are put aside while many are
written, within a savepoint: whatever happens meanwhile, they are there again afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.records import digests
from app.records.base import database
from app.records.steps import note_new_rows

_MANY = 100  # rows for which putting triggers aside pays
_NOTING = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN (?, ?)"


@contextmanager
def noted_together(table: str, first: int, last: int) -> Iterator[None]:
    """Note rows that are written meanwhile, with these numbers and all between them, as one run."""
    if last - first < _MANY:
        note_new_rows(table, first, last)
        yield
        return
    with database.atomic():
        names = (f"{table}_history_insert", f"{table}_digest_insert")
        triggers = database.execute_sql(_NOTING, names).fetchall()
        for name, _ in triggers:
            database.execute_sql(f'DROP TRIGGER "{name}"')
        note_new_rows(table, first, last)
        yield
        for _, statement in triggers:
            database.execute_sql(statement)
        digests.digest_new(table, first, last)

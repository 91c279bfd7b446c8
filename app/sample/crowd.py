"""The many who take part in the sample office's events or give to its drives: names, and rows all at once."""

from __future__ import annotations

import random
from collections.abc import Iterable

from app.records.base import Record
from app.sample.names import GIVEN_NAMES, SURNAMES
from app.services import keeping


class Crowd:
    """Invents names in an order of its own, so that nobody else in the sample changes by it."""

    def __init__(self, seed: int, taken: Iterable[str] = ()) -> None:
        self._random = random.Random(seed)
        self._taken = set(taken)
        self._given = [name for names in GIVEN_NAMES.values() for name in names]

    def name(self) -> str:
        """Invent a name that nobody else in the crowd has."""
        while (name := self._random.choice(SURNAMES) + self._random.choice(self._given)) in self._taken:
            pass
        self._taken.add(name)
        return name


def enter_rows(rows: list[Record]) -> None:
    """Enter rows of one kind in one statement, prepared as if they were kept one by one."""
    for row in rows:
        keeping.settle(row)
        row.search_key = keeping.search_key(row)
    type(rows[0]).insert_many([row.__data__ for row in rows]).execute()

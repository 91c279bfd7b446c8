"""The many who take part in the sample office's events or give to its drives: names of their own."""

from __future__ import annotations

import random
from collections.abc import Iterable

from app.sample.names import GIVEN_NAMES, SURNAMES


class DistinctNames:
    """Invents names in an order of its own, so that nobody else in the sample changes by it."""

    def __init__(self, seed: int, taken: Iterable[str] = ()) -> None:
        self._random = random.Random(seed)
        self._taken = set(taken)
        self._given = [name for names in GIVEN_NAMES.values() for name in names]

    def invent(self) -> str:
        """Return a name that was neither taken nor invented before."""
        while (name := self._random.choice(SURNAMES) + self._random.choice(self._given)) in self._taken:
            pass
        self._taken.add(name)
        return name

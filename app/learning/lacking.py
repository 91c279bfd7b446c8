"""Where a number belongs that no figure knows: the register whose words are nearest to its sentence's."""

from __future__ import annotations

from functools import lru_cache

from app.learning.quantities import Quantity
from app.learning.words import pairs
from app.register import Register
from app.registry import registers

_LEAST = 2  # one pair of characters in common is chance


def register_for(quantity: Quantity) -> Register | None:
    """Return the register that would know a number, None where none is near."""
    told = set(pairs(quantity.before[-16:])) | set(pairs(quantity.thing))
    near = [(len(told & words), register) for register, words in _words(tuple(registers()))]
    most, register = max(near, key=lambda one: one[0])
    return register if most >= _LEAST else None


@lru_cache(maxsize=1)  # an office may describe registers of its own
def _words(known: tuple[Register, ...]) -> tuple[tuple[Register, frozenset[str]], ...]:
    return tuple(
        (register, frozenset(pairs("。".join([register.title, *(field.label for field in register.fields)]))))
        for register in known
    )

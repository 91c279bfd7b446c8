"""Where a number belongs that no figure knows: the register whose words are nearest to what it counts."""

from __future__ import annotations

from functools import lru_cache

from app.described.ready import ready
from app.learning.beside import COMMA
from app.learning.quantity import Quantity
from app.learning.words import Weights, pairs
from app.register import Register
from app.registry import registers

_AT_LEAST = 2  # one pair of characters in common is chance
_LEAST = 0.4  # what is less in a register's words is counted by a register of the office's own, if by any


def place_for(quantity: Quantity) -> str:
    """Say where a number could be registered; "" where nothing is near.

    A description that comes with the program is taken where its title stands right at the number.
    """
    clause = COMMA.split(quantity.before)[-1] + COMMA.split(quantity.thing)[0]
    made = {register.title for register in registers()}
    if title := next((title for title in ready() if title in clause and title not in made), ""):
        return f"可用现成的自设台账“{title}”登记"
    register = register_for(quantity)
    return f"可在“{register.title}”中登记" if register is not None else ""


def register_for(quantity: Quantity) -> Register | None:
    """Return the register that would know a number, None where none is near.

    The words right at the number must be those of the register, weighed: 职工 stands in most of them.
    """
    told = set(pairs(COMMA.split(quantity.before)[-1])) | set(pairs(COMMA.split(quantity.thing)[0]))
    weights, words = _words(tuple(registers()))
    whole = sum(weights.of(pair) or weights.highest for pair in told)
    near = [(sum(map(weights.of, told & each)), len(told & each), register) for register, each in words]
    most, pairs_said, register = max(near, key=lambda one: one[0])
    return register if pairs_said >= _AT_LEAST and most >= _LEAST * whole else None


@lru_cache(maxsize=1)  # an office may describe registers of its own
def _words(known: tuple[Register, ...]) -> tuple[Weights, tuple[tuple[Register, frozenset[str]], ...]]:
    told = ["。".join([register.title, *(field.label for field in register.fields)]) for register in known]
    each = (frozenset(pairs(words)) for words in told)
    return Weights(told), tuple(zip(known, each, strict=True))

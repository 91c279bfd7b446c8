"""Within one reading, what was asked of the records once is not asked again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

_Told = TypeVar("_Told")
_told: ContextVar[dict[Hashable, Any] | None] = ContextVar("told", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Remember, until it ends, what `once` is told; a reading within a reading is part of it.

    Nothing may be written meanwhile: what was counted would be old.
    """
    if _told.get() is not None:
        yield
        return
    before = _told.set({})
    try:
        yield
    finally:
        _told.reset(before)


def once(asked: Hashable, answer: Callable[[], _Told]) -> _Told:
    """Return the answer to what is asked: as told before in the same reading, else found out now."""
    told = _told.get()
    if told is None:
        return answer()
    if asked not in told:
        told[asked] = answer()
    found: _Told = told[asked]
    return found

"""Within one reading, what was asked of the records once is not asked again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from app.records.base import Record

_Answer = TypeVar("_Answer")
_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Remember, until it ends, the answers given to `once`; a reading within a reading is part of it.

    Nothing may be written meanwhile: what was counted would be old.
    """
    if _answers.get() is not None:
        yield
        return
    before = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(before)


def once(question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
    """Return the answer to a question, worked out once in a reading, and each time outside of one."""
    answers = _answers.get()
    if answers is None:
        return answer()
    if question not in answers:
        answers[question] = answer()
    known: _Answer = answers[question]
    return known


def has_records(kind: type[Record]) -> bool:
    """Tell whether a register holds anything; most offices keep only some, and need count no others."""
    return once(("has records", kind), lambda: kind.select().exists())

"""What follows from the fields of a kind of record: worked out once, until one gets other fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

_kept: list[Callable[[], None]] = []


def worked_out(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Remember what a function says of a kind of record, a field or a register, until `forget_all`."""
    remembering = cache(function)
    _kept.append(remembering.cache_clear)
    return cast("Callable[Given, Answer]", remembering)


def forget_all() -> None:
    """Work everything out anew: a kind of record has other fields now."""
    for forget in _kept:
        forget()

"""A record's value as people read it, in a list, on a form and on paper, and when it is hidden from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.fields.base import Shown
from app.fields.links import ReferenceField


def writer(
    field: Shown, *, in_full: bool = False, masked: bool = False, brief: bool = False
) -> Callable[[Any], str]:
    """Return what writes the values of a field.

    The one rule of hiding (domain 12.2): a guarded value is hidden unless it is asked for `in_full`,
    for the office itself; `masked` hides any other value. `brief` calls what is referred to by its name
    alone, as a narrow column does.
    """
    if (not in_full) if field.guarded else masked:
        return field.mask
    return field.brief if brief and isinstance(field, ReferenceField) else field.format


def text_of(
    field: Shown, record: object, *, in_full: bool = False, masked: bool = False, brief: bool = False
) -> str:
    """Write a record's value of a field, as `writer` does."""
    return writer(field, in_full=in_full, masked=masked, brief=brief)(getattr(record, field.name))

"""Where the words of a search are looked for: in what a list of the records shows."""

from __future__ import annotations

from collections.abc import Iterator

import peewee
from peewee import ColumnBase

from app.fields import (
    ChoiceField,
    ChoicesField,
    DateField,
    Derived,
    PartialDateField,
    ReferenceField,
    Shown,
    TimeField,
)
from app.records.called import any_of
from app.records.spelled import name_holds, spellings
from app.register.register import Register
from app.rules.dates import partial_told

_NAME = 2
"""Characters: fewer are the surname 高, and not a part of the term 高温."""


def word_found(register: Register, word: str) -> ColumnBase:
    """Return the condition under which a word is found in a record.

    It is looked for in what the register's `search` names and in the usual columns of its list. What is
    counted or summed is left out: a part of a telephone number is not meant to be found in an amount.
    """
    searched = {shown.name: shown for shown in (*register.search, *register.columns)}
    places = [place for shown in searched.values() for place in _places(shown, word)]
    sounds = [one for one in spellings(word) if one.isascii() and one.isalpha()]
    return any_of([*places, *(register.record.search_key.contains(sound) for sound in sounds)])


def _places(shown: Shown, word: str) -> Iterator[ColumnBase]:
    """Yield the conditions under which a column shows a word."""
    if isinstance(shown, Derived):
        if shown.found is not None:
            yield shown.found(word)
    elif isinstance(shown, ReferenceField):
        called = shown.rel_model.select(shown.rel_model.id).where(name_holds(shown.rel_model, word))
        yield shown.in_(called)
    elif isinstance(shown, ChoiceField | ChoicesField):
        if len(word) >= _NAME:
            yield from _chosen(shown, word)
    elif isinstance(shown, DateField | PartialDateField):
        if (day := partial_told(word)) is not None:
            yield shown.startswith(day)
    elif isinstance(shown, peewee.TextField) and not isinstance(shown, TimeField):
        yield from (shown.contains(spelling) for spelling in spellings(word))


def _chosen(field: ChoiceField | ChoicesField, word: str) -> Iterator[ColumnBase]:
    """Yield the conditions under which a chosen term holds a word; none is asked where no term does."""
    if isinstance(field, ChoicesField):
        yield field.contains(word)
    elif terms := [term for term in field.offered if word in term]:
        yield field.in_(terms)

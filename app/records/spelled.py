"""Records known by a part of their names, or of the pinyin of these, as people type it."""

from __future__ import annotations

from peewee import ColumnBase

from app.records.base import Record
from app.records.called import any_of
from app.rules.text import tidy


def name_holds(model: type[Record], word: str) -> ColumnBase:
    """Return the condition under which a record's names and numbers, or their pinyin, hold a word."""
    places = [field.contains(part) for field in model.naming for part in spellings(word)]
    return any_of([*places, *([model.search_key.contains(word)] if word.isascii() else [])])


def spellings(word: str) -> list[str]:
    """Return how a word may be stored: names as they were typed, everything else in half width.

    >>> spellings("王芳"), spellings("１３８")
    (['王芳'], ['１３８', '138'])
    """
    return list(dict.fromkeys((word, *tidy(word).split())))

"""A phrase of the seed's text with its numbers, each asked of the file by plain SQL (domain 11.2)."""

from __future__ import annotations

from typing import NamedTuple

ALIVE = "deleted_at IS NULL"


class Phrase(NamedTuple):
    """A phrase of the summary with its figures as printed, and plain SQL that counts each."""

    ids: str
    phrase: str
    asked: tuple[str, ...]
    printed: tuple[str, ...]
    exact: tuple[float, ...] = ()  # what the rounded ones are; the printed ones where there are none

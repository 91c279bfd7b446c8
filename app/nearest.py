"""What was probably meant by a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def perhaps(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the known word nearest to this one; empty when none is near.

    >>> perhaps("bakcup", ["import", "backup"])
    '，是不是“backup”'
    >>> perhaps("fly", ["import", "backup"])
    ''
    """
    near = get_close_matches(word.lower(), list(known), n=1)
    return f"，是不是“{near[0]}”" if near else ""

"""What was probably meant by a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_SHORT = 2


def perhaps(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the known word nearest to this one; empty when none is near.

    >>> perhaps("bakcup", ["import", "backup"])
    '，是不是“backup”'
    >>> perhaps("姓民", ["性别", "姓名"])
    '，是不是“姓名”'
    >>> perhaps("fly", ["import", "backup"])
    ''
    """
    # Of two characters one may be wrong: that is half.
    near = get_close_matches(word.lower(), list(known), n=1, cutoff=0.5 if len(word) == _SHORT else 0.6)
    return f"，是不是“{near[0]}”" if near else ""

"""What makes a password easy to guess, in one sentence: people who know it is weak choose a better one."""

from __future__ import annotations

import re
from itertools import pairwise

_USUAL = ("password", "passwd", "admin", "qwerty", "asdfgh", "woaini", "iloveyou", "gonghui", "abc", "a1b2c3")
_LONG, _VERY_LONG = 12, 16
_SHAPES: tuple[tuple[str, int, str], ...] = (
    (r"1[3-9][0-9]{9}|0[0-9]{9,11}|[0-9]{17}[0-9Xx]", 0, "像电话或证件号码，容易猜中，请再加几个字"),
    (r"(19|20)[0-9]{2}[-./年]?[01]?[0-9][-./月]?[0-3]?[0-9]日?", 0, "像日期，容易猜中，请再加几个字"),
    (r"[0-9]+", _VERY_LONG, "只有数字，容易猜中，请再加几个字母或汉字"),
    (r"[a-z]+|[A-Z]+", _LONG, "只有一种字母，不长，请再加几个字"),
)
"""What a whole password looks like, from which length on that is no matter (0: never), and what is said."""


def weakness(password: str) -> str:
    """Say why a password is easy to guess; nothing where it is not.

    >>> weakness("19700815"), weakness("88888888"), weakness("春风又绿江南岸2011")
    ('像日期，容易猜中，请再加几个字', '多是重复或连着的字，容易猜中，请换一个', '')
    """
    if _steps(password) > len(password) // 2:
        return "多是重复或连着的字，容易猜中，请换一个"
    if any(word in password.lower() for word in _USUAL) and len(password) < _VERY_LONG:
        return "含有人人会试的词，容易猜中，请换一个"
    for shape, enough, told in _SHAPES:
        if re.fullmatch(shape, password) and (not enough or len(password) < enough):
            return told
    return ""


def _steps(text: str) -> int:
    """Count the characters that repeat the one before them or follow it: 1111, 1234, dcba."""
    return sum(1 for one, next_one in pairwise(text) if abs(ord(one) - ord(next_one)) <= 1)

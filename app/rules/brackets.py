"""Brackets in Chinese text are full-width, quotes within quotes are single ones (GB/T 15834)."""

import re

_WITHIN = str.maketrans("“”", "‘’")
_HALF = re.compile(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)")


def full_width(text: str) -> str:
    """Write the brackets around Chinese words as Chinese text does.

    >>> full_width("调解成功(达成协议)3起"), full_width("A(1)")
    ('调解成功（达成协议）3起', 'A(1)')
    """
    return _HALF.sub(r"（\1）", text)


def in_quotes(text: str) -> str:
    """Quote a text; what is quoted within it gets single quotes.

    >>> in_quotes("系列为“迎新春”的活动")
    '“系列为‘迎新春’的活动”'
    """
    return f"“{text.translate(_WITHIN)}”"

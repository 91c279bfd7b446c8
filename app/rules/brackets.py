"""Brackets in Chinese text are full-width (GB/T 15834)."""

import re

_HALF = re.compile(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)")


def full_width(text: str) -> str:
    """Write the brackets around Chinese words as Chinese text does.

    >>> full_width("调解成功(达成协议)3起"), full_width("A(1)")
    ('调解成功（达成协议）3起', 'A(1)')
    """
    return _HALF.sub(r"（\1）", text)

"""Yes and no, as ticked or written on forms."""

from app.errors import Invalid
from app.rules.text import tidy

_YES = frozenset("是 有 对 √ ✓ ✔ ☑ 1 1.0 y yes true".split())
_NO = frozenset("否 无 错 × ✕ ✗ ✘ ☐ □ 0 0.0 n no x false".split())


def read_flag(text: str) -> bool:
    """Read 是 or 否, or one of the marks that stand for them.

    >>> read_flag("√"), read_flag("FALSE")
    (True, False)
    """
    mark = tidy(text).lower()
    if mark in _YES:
        return True
    if mark in _NO:
        return False
    raise Invalid("请填“是”或“否”")

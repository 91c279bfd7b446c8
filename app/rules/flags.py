"""Yes and no, as ticked or written on forms."""

from app.errors import Invalid
from app.rules.text import tidy

_YES = frozenset("是 有 对 √ ✓ ✔ ☑ 1 1.0 y yes true".split())
NO = frozenset("否 无 不是 没有 错 × ✕ ✗ ✘ ☐ □ 0 0.0 n no x false".split())
"""What stands for no."""


def read_flag(text: str, asked: str = "") -> bool:
    """Read 是 or 否, or one of the marks that stand for them; what was `asked` may be said again.

    >>> read_flag("√"), read_flag("FALSE"), read_flag("非农民工", "是否农民工")
    (True, False, False)
    """
    mark = tidy(text).lower()
    thing = asked.removeprefix("是否")
    if mark in _YES or (thing and mark in (thing, f"是{thing}")):
        return True
    if mark in NO or (thing and mark in (f"非{thing}", f"不是{thing}")):
        return False
    raise Invalid("请填“是”或“否”")

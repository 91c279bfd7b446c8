"""The conditions of a text (如果), said in words to those who write it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2.nodes import Node

CONDITION = re.compile(r"\{%[^{}\n]*%\}")
"""One condition, or the end of one, as it stands in the text."""

END, OTHERWISE = "到此", "否则"
"""What the end of a condition is called, and what stands between the two cases of one."""

_TAG = re.compile(r"\{%[-+]?\s*(if|elif|else|endif)\b(.*?)[-+]?%\}")
_COMPARED = {"gt": "多于", "gteq": "不少于", "lt": "少于", "lteq": "不多于", "eq": "等于", "ne": "不等于"}
_UNKNOWN = "看不懂的条件"


@lru_cache(maxsize=1024)  # the window asks at every layout and painting of the text
def in_words(source: str) -> str:
    """Say what a condition asks: 有工会成立日期时; one that cannot be read is said to be so."""
    tag = _TAG.fullmatch(source)
    if tag is None:
        return _UNKNOWN
    if tag[1] in ("else", "endif"):
        return OTHERWISE if tag[1] == "else" else END
    try:
        asked = _asked(_parsed(tag[2]))
    except ValueError:
        return _UNKNOWN
    return f"{OTHERWISE if tag[1] == 'elif' else ''}{asked}时"


def _parsed(expression: str) -> Node:
    """Parse what stands behind an if; raises ValueError where it is none."""
    from jinja2 import Environment, TemplateSyntaxError, nodes

    try:
        (condition,) = Environment().parse(f"{{% if {expression} %}}{{% endif %}}").body
    except (TemplateSyntaxError, RecursionError) as error:
        raise ValueError(expression) from error
    assert isinstance(condition, nodes.If)
    return condition.test


def _asked(node: Node) -> str:
    """Say what is asked of figures; raises ValueError for what no report asks."""
    from jinja2 import nodes

    if isinstance(node, nodes.And | nodes.Or):
        return f"{_asked(node.left)}{'且' if isinstance(node, nodes.And) else '或'}{_asked(node.right)}"
    if isinstance(node, nodes.Not):
        inner = node.node
        named = isinstance(inner, nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Call)
        return f"没有{_named(inner)}" if named else f"并非（{_asked(inner)}）"
    if isinstance(node, nodes.Compare):
        parts = (f"{_COMPARED.get(one.op) or _no_report(node)}{_named(one.expr)}" for one in node.ops)
        return f"{_named(node.expr)}{''.join(parts)}"
    return f"有{_named(node)}"


def _named(node: Node) -> str:
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Const):
        return str(node.value)
    if isinstance(node, nodes.Getattr):
        return f"{_named(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_named(node.node)}.{_named(node.arg)}"
    if isinstance(node, nodes.Call):
        return f"{_named(node.node)}({', '.join(map(_named, node.args))})"
    return _no_report(node)


def _no_report(node: Node) -> str:
    raise ValueError(type(node).__name__)

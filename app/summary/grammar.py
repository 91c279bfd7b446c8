"""What may stand in the text of a report: figures by name, what may follow them, and conditions."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import Invalid
from app.summary.conditions import END
from app.summary.quoted import ONLY_NUMBERS, Quoted
from app.summary.worked import Worked

if TYPE_CHECKING:
    from jinja2.nodes import Getattr, Getitem, Node

_DEEPEST = 20  # conditions within conditions; Python compiles no more than 200 brackets in one another
_MOST_BRANCHES = 50  # of one condition; Python compiles them as if they stood in one another
_LONGEST = 10  # what follows a name, and follows that


@dataclass(frozen=True)
class Trouble:
    """What is wrong with the text: in which line (from 1), and a sentence with the remedy."""

    line: int
    sentence: str


def troubles_of(tree: Node, known: dict[str, object], depth: int = 0) -> Iterator[Trouble]:
    """Yield what may not stand in a parsed text; `known` are the figures by name."""
    from jinja2 import nodes

    plain = (
        nodes.Template,
        nodes.Output,
        nodes.TemplateData,
        nodes.If,
        nodes.Compare,
        nodes.Operand,
        nodes.Not,
        nodes.And,
        nodes.Or,
        nodes.Const,
    )
    if isinstance(tree, nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Call):
        if _length(tree) > _LONGEST:
            yield Trouble(tree.lineno, "一个统计项后面写得太长，请改短")
            return
        try:
            if not isinstance(_meaning(tree, known), Quoted | Worked | str | int):
                yield Trouble(tree.lineno, "“月份”后面要写从几月到几月，例如 月份(4, 12)")
        except Invalid as error:
            yield Trouble(tree.lineno, str(error))
        return
    if not isinstance(tree, plain):
        yield Trouble(getattr(tree, "lineno", 1), f"总结里不能用{_called(tree)}，只能写统计项和条件（有…时）")
        return
    if depth > _DEEPEST:
        yield Trouble(tree.lineno, "条件套得太深，请改简单些")
        return
    if isinstance(tree, nodes.If) and len(tree.elif_) > _MOST_BRANCHES:
        yield Trouble(tree.lineno, f"一个条件最多 {_MOST_BRANCHES} 个分支，请改简单些")
        return
    yield from _misplaced(tree)
    for child in tree.iter_child_nodes():
        deeper = isinstance(tree, nodes.If | nodes.And | nodes.Or | nodes.Not)
        yield from troubles_of(child, known, depth + deeper)


def _length(node: Node) -> int:
    """Count what stands behind a name."""
    from jinja2 import nodes

    length = 0
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Call):
        node, length = node.node, length + 1
    return length


def _misplaced(tree: Node) -> Iterator[Trouble]:
    """Say what may stand in a condition only, and what cannot be compared."""
    from jinja2 import nodes

    named = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call)
    if isinstance(tree, nodes.Output):
        for node in tree.nodes:
            if not isinstance(node, (nodes.TemplateData, nodes.Const, *named)) or _is_flag(node):
                yield Trouble(node.lineno, "双花括号里只能写一个统计项")
    if isinstance(tree, nodes.Compare):
        compared = [tree.expr, *(operand.expr for operand in tree.ops)]
        numbers = all(isinstance(node, named) or _is_number(node) for node in compared)
        if not numbers or any(operand.op in ("in", "notin") for operand in tree.ops):
            yield Trouble(tree.lineno, ONLY_NUMBERS)


def _is_flag(node: Node) -> bool:
    return any(getattr(node, "value", "") is flag for flag in (None, True, False))


def _is_number(node: Node) -> bool:
    return isinstance(getattr(node, "value", None), int | float) and not _is_flag(node)


def _meaning(node: Node, known: dict[str, object]) -> Any:  # noqa: ANN401  # as Quoted.followed_by
    """Return what a name and all that follows it stands for; raises Invalid with the remedy."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        if node.name not in known:
            raise Invalid(f"没有“{node.name}”这个统计项{_meant(node.name, known)}")
        return known[node.name]
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        owner, name = _meaning(node.node, known), _said(node)
        if not isinstance(owner, Quoted):
            raise Invalid(f"“{name}”前面不是统计项")
        if name.startswith("_"):
            raise Invalid(f"总结里不能用“{name}”，只能写统计项")
        try:
            return owner.followed_by(name)
        except Invalid as error:
            raise Invalid(f"{error}{_meant(name, owner.words)}") from None
    if isinstance(node, nodes.Call):
        called = _meaning(node.node, known)
        arguments = [arg.value for arg in node.args if isinstance(arg, nodes.Const)]
        numbers = [argument for argument in arguments if isinstance(argument, int)]
        if getattr(called, "__func__", None) is not Quoted.months or node.kwargs or len(numbers) != 2:
            raise Invalid("括号只能写在“月份”后面，例如 受理争议.月份(4, 12)")
        return called(*numbers)
    raise Invalid(f"总结里不能用{_called(node)}，只能写统计项和条件（有…时）")


def _said(node: Getattr | Getitem) -> str:
    from jinja2 import nodes

    if isinstance(node, nodes.Getattr):
        return str(node.attr)
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return node.arg.value
    raise Invalid("方括号里应写引号引起来的名称，例如 受理争议['和解']")


def _meant(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=2, cutoff=0.4)
    return f"，是不是{'或'.join(f'“{name}”' for name in close)}" if close else "，请从右边的列表中选"


def _called(node: Node) -> str:
    names = {
        "For": "循环（for）",
        "Macro": "宏（macro）",
        "Include": "引用文件（include）",
        "Import": "引用文件（import）",
        "FromImport": "引用文件（import）",
        "Assign": "赋值（set）",
        "Filter": "过滤（|）",
        "Concat": "拼接（~）",
        "Call": "调用",
    }
    return names.get(type(node).__name__, "这种写法")


def trouble_of_syntax(message: str) -> str:
    """Say what Jinja found wrong with the braces of a text."""
    if "endif" in message or "end of template" in message:
        return f"有一个条件（有…时）没有结束，请在它管到的地方补上“{END}”"
    return "双花括号里写得不对，请写成 {{ 统计项 }}"


def figures_of(node: Node, known: dict[str, object]) -> Iterator[Quoted]:
    """Yield every figure that a parsed text speaks of; what means nothing is none."""
    from jinja2 import nodes

    try:
        meaning = _meaning(node, known)
    except Invalid:
        meaning = None
    if isinstance(meaning, Quoted):
        yield meaning
    elif not isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Call):
        for child in node.iter_child_nodes():
            yield from figures_of(child, known)

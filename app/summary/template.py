"""The text with its figures by name: what may stand in it, checked before it is ever rendered.

Jinja reads it, in its sandbox; of its language only what a report needs is let in: figures, what may
follow their names, and conditions. There are no loops, no calls but 月份(…), no way to Python.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from app.errors import Invalid, Refused
from app.figures.subjects import every
from app.rules.dates import write_date
from app.rules.periods import Period
from app.summary.quoted import Quoted

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

OPEN, MIDDLE, CLOSE = "\x02", "\x03", "\x04"
"""Around a figure in rendered text: its number in the list of quotes, and its words."""

_MENTION = re.compile(r"\{\{.*?\}\}")
_DEEPEST = 20  # conditions within conditions
_PLAIN = ("年度", "期间", "成稿日期")


@dataclass(frozen=True)
class Trouble:
    """What is wrong with the text: in which line (from 1), and a sentence with the remedy."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Mention:
    """A place in the text where a figure stands: from `start` to `end`, and what is written there."""

    start: int
    end: int
    source: str


def mentions(text: str) -> Iterator[Mention]:
    """Yield the places where figures stand, in order."""
    for found in _MENTION.finditer(text):
        yield Mention(found.start(), found.end(), found[0][2:-2].strip())


def check(text: str, period: Period) -> list[Trouble]:
    """Say all that is wrong with a text, without rendering it: unknown names, what may not stand in it."""
    from jinja2 import TemplateSyntaxError

    try:
        return list(_walk(_environment().parse(text), _names(period)))
    except TemplateSyntaxError as error:
        return [Trouble(error.lineno, _syntax(error.message or ""))]
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in brackets
        return [Trouble(1, "有一处写得太长或套得太深，请改短")]


def render(text: str, period: Period) -> tuple[str, list[Quoted]]:
    """Fill in the figures of a period; raises Refused with the first trouble of the text.

    Returns the text with each figure between marks, and the figures in that order.
    """
    if troubles := check(text, period):
        raise Refused(f"第 {troubles[0].line} 行：{troubles[0].sentence}。")
    quotes: list[Quoted] = []

    def note(value: Any) -> Any:
        if not isinstance(value, Quoted):
            return value
        quotes.append(value)
        return f"{OPEN}{len(quotes) - 1}{MIDDLE}{value.text}{CLOSE}"

    environment = _environment().overlay(finalize=note)
    plain = text.translate(dict.fromkeys(map(ord, OPEN + MIDDLE + CLOSE)))
    try:
        return environment.from_string(plain).render(_names(period)), quotes
    except Invalid as error:
        raise Refused(f"总结里有一处不能计算：{error}。") from error


def evaluate(source: str, period: Period) -> Quoted | str:
    """Return what stands between the braces of one mention; raises Invalid where it means nothing."""
    troubles = check(f"{{{{ {source} }}}}", period)
    if troubles:
        raise Invalid(troubles[0].sentence)
    value = _environment().compile_expression(source)(_names(period))
    return value if isinstance(value, Quoted) else str(value)


def quoted_in(text: str, period: Period) -> Iterator[Quoted]:
    """Yield every figure a text speaks of, also under a condition that does not hold; skip what is wrong."""
    from jinja2 import TemplateSyntaxError

    try:
        yield from _quoted(_environment().parse(text), _names(period))
    except TemplateSyntaxError:
        return


def _quoted(node: Any, known: dict[str, Any]) -> Iterator[Quoted]:
    from jinja2 import nodes

    try:
        found = _meaning(node, known)
    except Invalid:
        found = None
    if isinstance(found, Quoted):
        yield found
    elif not isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Call):
        for child in node.iter_child_nodes():
            yield from _quoted(child, known)


def _names(period: Period) -> dict[str, Any]:
    known: dict[str, Any] = {figure.label: Quoted(figure, period) for figure in every()}
    return known | dict(zip(_PLAIN, _told(period), strict=True))


def _told(period: Period) -> tuple[int, str, str]:
    """Return what the names that are no figures stand for; a report is dated when its period is over."""
    return period.last.year, period.label, write_date(max(period.last, date.today()))


@cache
def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined)


def _walk(tree: Any, known: dict[str, Any], depth: int = 0) -> Iterator[Trouble]:
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
        try:
            if not isinstance(_meaning(tree, known), Quoted | str | int):
                yield Trouble(tree.lineno, "“月份”后面要写从几月到几月，例如 月份(4, 12)")
        except Invalid as error:
            yield Trouble(tree.lineno, str(error))
        return
    if not isinstance(tree, plain):
        yield Trouble(getattr(tree, "lineno", 1), f"总结里不能用{_called(tree)}，只能写统计项和“如果”条件")
        return
    if depth > _DEEPEST:
        yield Trouble(tree.lineno, "“如果”套得太深，请改简单些")
        return
    yield from _misplaced(tree)
    for child in tree.iter_child_nodes():
        yield from _walk(child, known, depth + isinstance(tree, nodes.If))


def _misplaced(tree: Any) -> Iterator[Trouble]:
    """Say what may stand in a condition only, and what cannot be compared."""
    from jinja2 import nodes

    named = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call)
    if isinstance(tree, nodes.Output):
        for one in tree.nodes:
            if not isinstance(one, (nodes.TemplateData, nodes.Const, *named)) or _is_flag(one):
                yield Trouble(one.lineno, "双花括号里只能写一个统计项")
    if isinstance(tree, nodes.Compare):
        compared = [tree.expr, *(operand.expr for operand in tree.ops)]
        numbers = all(isinstance(one, named) or _is_number(one) for one in compared)
        if not numbers or any(operand.op in ("in", "notin") for operand in tree.ops):
            yield Trouble(tree.lineno, "条件里只能比较统计项和数字的大小")


def _is_flag(node: Any) -> bool:
    return any(getattr(node, "value", "") is one for one in (None, True, False))


def _is_number(node: Any) -> bool:
    return isinstance(getattr(node, "value", None), int | float) and not _is_flag(node)


def _meaning(node: Any, known: dict[str, Any]) -> Any:
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
        arguments = [one.value for one in node.args if isinstance(one, nodes.Const)]
        numbers = [one for one in arguments if isinstance(one, int)]
        if getattr(called, "__func__", None) is not Quoted.months or node.kwargs or len(numbers) != 2:
            raise Invalid("括号只能写在“月份”后面，例如 受理争议.月份(4, 12)")
        return called(*numbers)
    raise Invalid(f"总结里不能用{_called(node)}，只能写统计项和“如果”条件")


def _said(node: Any) -> str:
    from jinja2 import nodes

    if isinstance(node, nodes.Getattr):
        return str(node.attr)
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return node.arg.value
    raise Invalid("方括号里应写引号引起来的名称，例如 受理争议['和解']")


def _meant(name: str, known: Any) -> str:
    close = difflib.get_close_matches(name, list(known), n=2, cutoff=0.4)
    return f"，是不是{'或'.join(f'“{one}”' for one in close)}" if close else "，请从右边的列表中选"


def _called(node: Any) -> str:
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


def _syntax(message: str) -> str:
    if "endif" in message or "end of template" in message:
        return "“如果”没有结束，请在后面补上 {% endif %}"
    return "双花括号里写得不对，请写成 {{ 统计项 }}"


def all_names() -> list[str]:
    """Return every name that a text may use, in the order of the subjects."""
    return [*_PLAIN, *(figure.label for figure in every())]

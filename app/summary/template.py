"""The text with its figures by name: what may stand in it, checked before it is ever rendered.

Jinja reads it, in its sandbox; of its language only what a report needs is let in: figures, what may
follow their names, and conditions (app/summary/grammar.py). There are no loops, no calls but 月份(…),
no way to Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from app.errors import Invalid, Refused
from app.registry import figures
from app.rules import periods
from app.rules.brackets import full_width
from app.rules.dates import write_date
from app.rules.periods import Period
from app.rules.text import plain_lines
from app.summary.grammar import Trouble, figures_of, trouble_of_syntax, troubles_of
from app.summary.quoted import Quoted
from app.summary.worked import Worked

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

OPEN, MIDDLE, CLOSE = "\x02", "\x03", "\x04"
"""Around a figure in rendered text: its number in the list of quotes, and its words."""

_MENTION = re.compile(r"\{\{[^{}\n]*\}\}")  # a brace ends the search: braces left open cost no time
# A number grows 比 another and is level 与 it; 与上年相比持平 is said already.
_LEVEL = re.compile(rf"(?<![相对])[比较](?=[^，。；：{OPEN}{CLOSE}]+{OPEN}[0-9]+{MIDDLE}持平{CLOSE})")
_WORKED = "工作记录"
_PLAIN = ("年度", "期间", "全期", "期末", "上年期末", "成稿日期")


@dataclass(frozen=True)
class Mention:
    """A place in the text where a figure stands: from `start` to `end`, and what is written there."""

    start: int
    end: int
    source: str


def mentions(text: str) -> Iterator[Mention]:
    """Yield the places where figures stand, in order."""
    for match in _MENTION.finditer(text):
        yield Mention(match.start(), match.end(), match[0][2:-2].strip())


def check(text: str, period: Period) -> list[Trouble]:
    """Say all that is wrong with a text, without rendering it: unknown names, what may not stand in it."""
    from jinja2 import TemplateSyntaxError

    try:
        return list(troubles_of(_environment().parse(text), _names(period)))
    except TemplateSyntaxError as error:
        return [Trouble(error.lineno, trouble_of_syntax(error.message or ""))]
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in brackets
        return [Trouble(1, "有一处写得太长或套得太深，请改短")]


def render(text: str, period: Period) -> tuple[str, list[Quoted]]:
    """Fill in the figures of a period; raises Refused with the first trouble of the text.

    Returns the text with each figure between marks, and the figures in that order.
    """
    if troubles := check(text, period):
        raise Refused(f"第 {troubles[0].line} 行：{troubles[0].sentence}。")
    quotes: list[Quoted] = []

    def note(value: object) -> object:
        if not isinstance(value, Quoted):
            return value
        quotes.append(value)
        return f"{OPEN}{len(quotes) - 1}{MIDDLE}{_in_a_sentence(value.text)}{CLOSE}"

    environment = _environment().overlay(finalize=note)
    try:
        rendered = environment.from_string(plain_lines(text)).render(_names(period))
    except Invalid as error:
        raise Refused(f"总结里有一处不能计算：{error}。") from error
    return _LEVEL.sub("与", rendered), quotes


def _in_a_sentence(text: str) -> str:
    """Write what people noted down as part of a sentence: in one line, with the brackets of Chinese text."""
    return full_width("；".join(line.strip() for line in text.splitlines() if line.strip()))


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
        yield from figures_of(_environment().parse(text), _names(period))
    except (TemplateSyntaxError, ValueError, RecursionError):
        return


def _names(period: Period) -> dict[str, object]:
    known: dict[str, object] = {figure.label: Quoted(figure, period) for figure in figures()}
    return known | dict(zip(_PLAIN, _plain_values(period), strict=True)) | {_WORKED: Worked(period)}


def _plain_values(period: Period) -> tuple[int, str, str, str, str, str]:
    """Return what the names that are no figures stand for.

    Of a day that has not come nothing is said: 全年 and 年末 become 截至11月29日, a report is dated today.
    """
    today = date.today()
    whole, end, end_before = days_in_words(period, today)
    return period.last.year, period.label, whole, end, end_before, write_date(today)


def days_in_words(period: Period, today: date) -> tuple[str, str, str]:
    """Return how a text says all of a period, its end, and the day of last year that it is held against."""
    if today < period.last:
        return period.through(today), f"截至{write_date(today)}", "上年同期"
    year = periods.year(period.last.year)
    if period == year:
        return "全年", f"{year.label}末", "上年末"
    return period.label.removeprefix(year.label), f"{period.label}末", "上年同期"


@cache
def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined)

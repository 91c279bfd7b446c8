"""The figures that a number of a report may be, each with its words: its name, its part, its topic."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from app.figures.figure import Figure, Kind
from app.figures.measures import Scale
from app.figures.splits import UNSAID
from app.learning.words import pairs, weighed
from app.registry import figure_topics

EVERYWHERE = frozenset("职工 企业 会员 工会 单位 民工 农民 劳动 人数 人次 资金 参加".split())
_LIMITED = re.compile("超期|不予|续签|其他|到期|未|集体争议|可申请")
"""What names begin with that count some of what others count: 超期结案."""
_SAID_BY_UNIT = frozenset("人数 人次 金额 支出 小时 次数 份数 数量 种数".split())
_THEME = 3
_HOW_COUNTED = re.compile("(?:人数|人次|次数|份数|数量|金额|资金|单位|企业|工会|项目|率|支出)$")

Measure = tuple[type[Figure], Scale, str, Kind]


@dataclass(frozen=True, eq=False)
class Candidate:
    """A figure, or a part of one, with its words weighed: its name most, its topic least.

    `own` are the words of its name that not every figure has. `qualifiers` are what its name has before or
    behind that of another: 单独 of 单独基层工会, 有制 of 基层工会所有制, beside 基层工会. `topic` is what it
    begins with, where that is of the title of its topic: 互助, 志愿. `theme` is what it begins with as others
    of its topic do (送清凉支出), `head` the last of its words but how it is counted (困难慰问人数).
    """

    figure: Figure
    source: str
    parent: Figure | None
    part: str
    qualifiers: tuple[str, ...]
    words: dict[str, float] = field(repr=False)
    named: dict[str, float] = field(repr=False)
    topic: str
    theme: str
    head: str
    own: frozenset[str] = field(repr=False)
    measure: Measure = field(init=False, repr=False)

    def __post_init__(self) -> None:
        figure = self.figure
        object.__setattr__(self, "measure", (type(figure), figure.scale, figure.unit, figure.kind))

    @property
    def unit(self) -> str:
        return self.figure.unit


Worded = tuple[float, Candidate]
"""How much of its words a report says, and of which figure."""


def candidates() -> Iterator[Candidate]:
    labels = {figure.label for topic in figure_topics() for figure in topic.figures}
    for topic in figure_topics():
        own = [figure.label for figure in topic.figures]
        for figure in topic.figures:
            if not figure.label.isidentifier():
                continue
            before, behind = _before(figure.label, labels), _behind(figure.label, labels)
            theme = _theme(figure.label, own)
            yield _candidate(figure, None, topic.title, (*before, *behind), theme)
            for part in figure.parts:
                if not part.key.endswith(f":{UNSAID}"):
                    yield _candidate(part, figure, topic.title, before, theme)


def _head(label: str) -> str:
    """Return the last word of a name, before what only says how it is counted: 慰问 of 困难慰问人数."""
    bare = _HOW_COUNTED.sub("", label) or label
    return bare[-2:]


def _theme(label: str, labels: Iterable[str]) -> str:
    """Return what a name begins with as another of its topic does: 送清凉 of 送清凉支出; else nothing."""
    begins = (label[:end] for end in range(len(label), _THEME - 1, -1))
    others = [other for other in labels if other != label]
    return next((theme for theme in begins if any(other.startswith(theme) for other in others)), "")


def _before(label: str, labels: Container[str]) -> tuple[str, ...]:
    """Return the first two characters of what a name has before another's, or that limit what it counts."""
    longest = next((at for at in range(1, len(label) - 1) if label[at:] in labels), 0)
    return (label[:2],) if longest > 1 or _LIMITED.match(label) else (label[:longest],) if longest else ()


def _behind(label: str, labels: Container[str]) -> tuple[str, ...]:
    """Return the last two characters of what a name has behind another's, where no unit says it."""
    has = any(label[:at] in labels for at in range(2, len(label) - 1))
    return (label[-2:],) if has and label[-2:] not in _SAID_BY_UNIT else ()


def _candidate(
    figure: Figure, parent: Figure | None, title: str, qualifiers: tuple[str, ...], theme: str
) -> Candidate:
    label, _, part = figure.label.partition("·")
    source = label + (f".{part}" if part.isidentifier() else f"['{part}']") if part else label
    words = weighed([(label, 0.7 if part else 1.0), (part, 1.0), (title, 0.15), (figure.told, 0.2)])
    own = frozenset(pairs(figure.label)) - EVERYWHERE
    topic = label[:2] if label[:2] in {*pairs(title)} - EVERYWHERE else ""
    named, head = weighed([(label, 1.0)]), _head(label)
    return Candidate(figure, source, parent, part, qualifiers, words, named, topic, theme, head, own)

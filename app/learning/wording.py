"""How far the words of a report are those of a figure: its name, its part, what it is called otherwise."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.figures.figure import Figure, Kind
from app.figures.measures import Scale
from app.figures.splits import UNSAID
from app.learning.beside import COMMA, OF_THINGS, head_of, is_more_of, leans_on_others, took_part, topic_of
from app.learning.counted import counted_by
from app.learning.doing import kind_said, may_count, purpose_of
from app.learning.fitting import fit
from app.learning.quantities import Quantity
from app.learning.words import Weights, pairs, said_otherwise, ways_to_say, weighed, with_their_objects
from app.registry import figure_topics

_OF_NAME, _OF_TOLD = 0.62, 0.38  # the share of a name that is said, and of what is said that is in the name
_FAR = 0.25  # how much the words of a heading weigh, and about those of the whole sentence
_OF_THE_ACT = 0.7
_OF_ITS_PURPOSE = 0.95
_OVER_A_COMMA = 0.55
_OF_THE_LAST = 0.3  # and what the number before it counts: 受理来信12件, of the 12
_PART_ALONE = 0.7  # the name of a part (劳动争议) says little where nothing near names its figure (来访接待)
_PART_ONLY = 0.5  # and less where nothing does
_PART_UNSAID = 0.6  # and less where the report does not even have its own name
_OTHER_HEAD = 0.7  # 驿站38家 is no number of unions, whatever else the clause says
_OTHER_RATE = 0.4
_UNQUALIFIED = 0.7
_OF_UNSAID_TOPIC = 0.7
_NEAR = 0.5
_OF_ANYBODY = 0.45  # 职工 alone says little: 6000名职工提出建议
_EVERYWHERE = frozenset("职工 企业 会员 工会 单位 民工 农民 劳动 人数 人次 资金 参加".split())
_LIMITED = re.compile("超期|不予|续签|其他|到期|未|集体争议|可申请")
"""What names begin with that count some of what others count: 超期结案."""
_SAID_BY_UNIT = frozenset("人数 人次 金额 支出 小时 次数 份数 数量 种数".split())
_THEME = 3
_UNSAID = {"元": "金额。资金。支出", "家": "单位"}
"""What is counted where nothing but the unit says it: 共计5210元, 吸引47家."""
_HOW_COUNTED = re.compile("(?:人数|人次|次数|份数|数量|金额|资金|单位|企业|工会|项目|率|支出)$")
_HEAD_UNSAID, _HEAD_NEAR = 0.6, 0.25
_MOST = 40
_THAN = "同比|环比|(?:比|较|与)(?:去年|上年|上一年|上季|年初|[0-9]{4}年)[^，。；]{0,6}?(?:相比)?，?"
_RISEN = "增长|增加|上升|提高|下降|减少|降低|多|少|增|减|降"
_COMPARED = re.compile(rf"(?:{_THAN})净?(?:{_RISEN})|(?:{_RISEN})(?:至|到|为)|[增降]幅")
"""What compares: its 减少 is nobody who left."""
_GENERAL = re.compile("(?:企业|单位|组织|工会|会议|慰问|培训|救助|困难|合同|活动)$")
"""How names of parts end that are alike: 国有企业, 私营企业."""
_THE_REST = ("其他", "无", "未填")
_NUMBER_OR_COMMA = re.compile("[0-9，。；;：:\n]")
_STOP = re.compile("[。；;：:]")
_COMMA_ONLY = re.compile(r"[，,；;：:。\n（(）)]")  # what is listed with 、 stays together


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


class Wording:
    """Knows the words of every figure of the open office, with those that the office taught (`aliases`)."""

    def __init__(self, aliases: Iterable[tuple[str, str]]) -> None:
        self.candidates = list(_candidates())
        self._ways = ways_to_say(aliases)
        self._weights = Weights(candidate.figure.label for candidate in self.candidates)
        self._parts: dict[Figure, list[str]] = {}
        for one in self.candidates:
            if one.parent is not None:
                self._parts.setdefault(one.parent, []).append(one.part)

    def nearest(self, quantity: Quantity, last: Quantity | None) -> list[Worded]:
        """Return the figures whose words are those of a number, the nearest first; `last` is before it."""
        told = self._told(quantity, last)
        may_be, head, kind = may_count(quantity), head_of(quantity), kind_said(quantity)
        counted = counted_by(quantity, last)
        leans = bool(quantity.wholes) or leans_on_others(quantity)
        found = []
        fit_of: dict[Measure, float] = {}  # figures that measure alike fit alike
        for candidate in self.candidates:
            fits = fit_of.get(candidate.measure)
            if fits is None:
                fits = fit_of[candidate.measure] = fit(quantity, candidate.figure)
            words = fits and may_be(candidate.figure.label) and self._share(candidate, told)
            if not words or (candidate.part and not self._is_any_said(candidate.part, quantity, told)):
                continue
            if head and head not in candidate.words:
                words *= self._of_another_head(head, quantity.unit)
            words *= _of_what_is_unsaid(candidate, told, quantity.sentence)
            if kind is not Kind.STOCK and not leans and not _is_named(candidate, told):
                words *= _OF_ANYBODY
            if not quantity.wholes and told.get(candidate.head, 0.0) < _HEAD_NEAR:
                words *= _HEAD_UNSAID
            words *= counted.share_of(candidate.figure.label)
            if candidate.part:
                words *= self._of_its_figure(candidate, quantity, told)
            if words:
                found.append((words * fits, candidate))
        found.sort(key=lambda one: -one[0])
        return found[:_MOST]

    def _of_another_head(self, head: str, unit: str) -> float:
        """Return what the words of a figure tell of another noun: less of one that no figure has (驿站)."""
        is_unknown = unit in OF_THINGS and not self._weights.of(head)
        return _OTHER_RATE if unit == "%" or is_unknown else _OTHER_HEAD

    def _share(self, candidate: Candidate, told: Mapping[str, float]) -> float:
        of_name, of_told = self._weights.covered(candidate.words, told)
        return _OF_NAME * of_name + _OF_TOLD * of_told if of_name else 0.0

    def _of_its_figure(self, candidate: Candidate, quantity: Quantity, told: Mapping[str, float]) -> float:
        """Return how much the name of a part says: little where its figure or itself is not named."""
        named = candidate.named.keys() - _EVERYWHERE or candidate.named.keys()
        said = max((told.get(pair, 0.0) for pair in named), default=0.0)
        share = 1.0 if said > _FAR else _PART_ALONE if said else _PART_ONLY
        is_meant = candidate.part not in candidate.figure.label.partition("·")[0]
        is_meant = is_meant and self._is_part_said(candidate.part, quantity, told)
        is_meant = is_meant and not self._is_one_of_several(candidate, quantity)
        return share if is_meant else share * _PART_UNSAID

    @staticmethod
    def _is_any_said(part: str, quantity: Quantity, told: Mapping[str, float]) -> bool:
        """Tell whether a report has a word of a part that is its own: 国有 of 国有企业."""
        if part in _THE_REST:
            return part in COMMA.split(quantity.before)[-1] and bool(quantity.wholes)
        own = _own(part)
        return len(own) == 1 or any(pair in told for pair in pairs(own)) or own in quantity.sentence

    def _is_part_said(self, part: str, quantity: Quantity, told: Mapping[str, float]) -> bool:
        """Tell whether a report has the name of a part: most of its words, or its only character (男)."""
        if len(part) == 1:
            return part in COMMA.split(quantity.before)[-1] + quantity.thing
        whole = sum(self._weights.of(pair) for pair in pairs(part))
        said = sum(self._weights.of(pair) for pair in pairs(part) if pair in told)
        return 2 * said >= whole > 0

    def _is_one_of_several(self, candidate: Candidate, quantity: Quantity) -> bool:
        """Tell whether the words before a number name more than one part: 生日、结婚等慰问, 市级以上荣誉.

        Or those behind it: 为26名职工提供生活救助、医疗救助.
        """
        said = _COMMA_ONLY.split(quantity.before)[-1]
        if candidate.parent is None:
            return False
        if re.search(rf"{re.escape(candidate.part)}(?:及其?)?以[上下]", said):
            return True
        parts = [_own(part) for part in self._parts[candidate.parent]]
        own = _own(candidate.part)
        return any(
            own in text and sum(part in text for part in parts) > 1
            for text in (said, _listed_behind(quantity), purpose_of(quantity))
        )

    def _told(self, quantity: Quantity, before: Quantity | None) -> dict[str, float]:
        """Weigh the words around a number: those it counts most, those of its sentence and heading less."""
        *clauses, last = COMMA.split(quantity.before.rstrip("：: "))
        more_of = before if before is not None and is_more_of(quantity, before) else None
        over = _over_the_comma(quantity, before)
        if more_of is not None:
            last = f"{COMMA.split(more_of.before)[-1]}{more_of.thing}{last}"
        near = (
            [] if took_part(quantity) else [(quantity.thing, 1.0), (last, 1.0), (quantity.act, _OF_THE_ACT)]
        )
        weight = 0.6 if near else 0.9
        if (
            clauses
            and near
            and more_of is None
            and not quantity.sentence.startswith(quantity.before.strip("， "))
        ):
            near.append((clauses.pop(0), _OF_THE_LAST))
        for clause in reversed(clauses):
            if clause:
                near.append((clause, weight))
                weight = max(weight * 0.75, 0.3)
        near += [(quantity.sentence, 0.22), (quantity.heading, _FAR), (topic_of(quantity.sentence), 0.6)]
        if quantity.unit in _UNSAID and leans_on_others(quantity):
            near.append((_UNSAID[quantity.unit], _OF_THE_LAST))
        if purpose := purpose_of(quantity):
            near += [(purpose, _OF_ITS_PURPOSE), (_UNSAID[quantity.unit], _OF_ITS_PURPOSE)]
        near = [(_COMPARED.sub("", text), weight) for text, weight in near]
        whole = [] if took_part(quantity) else [(f"{last} {quantity.thing}{quantity.act}", 1.0)]
        said = [(said_otherwise(text, self._ways), weight * 0.95) for text, weight in [*near, *whole]]
        return weighed([*near, *said, (with_their_objects(over), _OVER_A_COMMA)])


def _over_the_comma(quantity: Quantity, last: Quantity | None) -> str:
    """Return the words of a number with those of the clause before: its verb may stand there.

    捐助衣物30件，现金1421元; 新建工会组织45个、覆盖企业481家.
    """
    if quantity.each or _STOP.search(quantity.before):
        return ""
    said = "".join(COMMA.split(quantity.before)[-2:])
    if last is not None and last.sentence == quantity.sentence and COMMA.match(quantity.before):
        said = f"{COMMA.split(last.before)[-1]}{last.thing}{said}"
    return f"{said}{quantity.thing}"


def _listed_behind(quantity: Quantity) -> str:
    """Return what stands behind a number up to the next comma, or the next number."""
    return _NUMBER_OR_COMMA.split(quantity.rest, maxsplit=1)[0]


def _own(part: str) -> str:
    """Return what the name of a part has and those of other parts have not: 国有 of 国有企业."""
    return _GENERAL.sub("", part) or part


def _of_what_is_unsaid(candidate: Candidate, told: Mapping[str, float], sentence: str) -> float:
    """Return how much the words of a figure tell: less without its topic or what parts it from others."""
    is_other = any(one not in told and one not in sentence for one in candidate.qualifiers)
    lacks_topic = candidate.topic and candidate.topic not in told
    return (_UNQUALIFIED if is_other else 1.0) * (_OF_UNSAID_TOPIC if lacks_topic else 1.0)


def _is_named(candidate: Candidate, told: Mapping[str, float]) -> bool:
    """Tell whether words of a figure's name that not every figure has stand near a number."""
    return not candidate.own or any(told.get(pair, 0.0) >= _NEAR for pair in candidate.own)


def _candidates() -> Iterator[Candidate]:
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
    own = frozenset(pairs(figure.label)) - _EVERYWHERE
    topic = label[:2] if label[:2] in {*pairs(title)} - _EVERYWHERE else ""
    named, head = weighed([(label, 1.0)]), _head(label)
    return Candidate(figure, source, parent, part, qualifiers, words, named, topic, theme, head, own)

"""A figure as it stands in a text: its value in prose, and what may follow its name after a point."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, total_ordering
from typing import Any

from app.errors import Invalid
from app.figures.figure import Fact, Figure
from app.figures.measures import Scale
from app.figures.reading import Reading, Value, compared, names_of, parts_of, read_kept, read_value
from app.figures.splits import UNSAID
from app.records.summaries import FigureOverride
from app.rules import periods
from app.rules.growth import roughly
from app.rules.money import in_words, read_fen
from app.rules.numbers import read_count, read_percent, read_quantity
from app.rules.periods import Period, through_month
from app.statistics.overruling import overruled

GAP = "＿＿"
EACH_MONTH, LAST_YEAR, IN_PARTS = "每月", "去年", "明细"
NUMBERS = ("", "近似", "大写", "千分位")
"""What a name is followed by, if anything, where the text says the number itself."""
_READ = {
    Scale.COUNT: read_count,
    Scale.MONEY: read_fen,
    Scale.QUANTITY: read_quantity,
    Scale.SHARE: read_percent,
}
_READ_ONCE = ("value", "reading", "override", "number")
_OTHERS = "其他"
_MOST_NAMED = 6
ONLY_NUMBERS = "统计项只能和数字或另一个统计项比较大小"


@total_ordering
@dataclass(frozen=True, eq=False)
class Quoted:
    """A figure over a period, or one aspect of it, e.g. 受理争议.增减.

    True in a condition where it is not zero; compares with numbers and other figures. Of last year only
    what is `kept` counts.
    """

    figure: Figure
    period: Period
    aspect: str = ""
    kept: bool = False

    @cached_property
    def value(self) -> Value:
        """Read the figure once, when it is first needed."""
        return (read_kept if self.kept else read_value)(self.figure, self.period)

    @cached_property
    def reading(self) -> Reading:
        """Compare the number that is read with last year's once, when the comparison is first needed."""
        return compared(self.figure, self.period, replace(self.value, number=self.number))

    @cached_property
    def override(self) -> FigureOverride | None:
        """Return what a person wrote in the figure's place."""
        return overruled(self.figure, self.period)

    @cached_property
    def number(self) -> int | None:
        """Return the number as the report has it: a person's where she wrote one, else that of the records.

        In the unit of its scale: a count, fen, or tenths of a percent; None where there is none.
        """
        if self.override is not None:
            with suppress(Invalid):
                return _READ[self.figure.scale](self.override.words)
        return self.value.number

    @property
    def whole(self) -> Quoted:
        """Return the figure itself, whichever aspect of it was quoted, with what was read of it."""
        if not self.aspect and not self.kept:
            return self
        whole = Quoted(self.figure, self.period)
        if not self.kept:
            read = {name: value for name, value in vars(self).items() if name in _READ_ONCE}
            vars(whole).update(read)
        return whole

    @cached_property
    def text(self) -> str:
        """Write the figure for a sentence once, as it then stands there; empty where it has no number."""
        if self.aspect:
            return _ASPECTS[self.aspect](self)
        if self.override is not None:
            return str(self.override.words)
        return self.computed

    @property
    def computed(self) -> str:
        """Write the value of the records, without thousands separators (domain 11.3)."""
        value = self.value
        return value.text if isinstance(self.figure, Fact) else self.figure.scale.prose(value.number)

    @property
    def is_empty(self) -> bool:
        """Tell whether no record says anything: the sentence has nothing to tell."""
        return self.override is None and not self.value.number

    def __bool__(self) -> bool:
        return not self.is_empty

    def __eq__(self, other: object) -> bool:
        return self._number == _number(other)

    def __lt__(self, other: object) -> bool:
        return self._number < _number(other)

    __hash__ = object.__hash__

    @property
    def _number(self) -> int:
        return self.number or 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # a figure again, or what takes the months
        if name.startswith("_"):
            raise AttributeError(name)
        return self.followed_by(name)

    def __getitem__(self, name: object) -> Any:  # noqa: ANN401  # likewise
        return self.followed_by(str(name))

    def followed_by(self, name: str) -> Any:  # noqa: ANN401  # likewise
        """Return what the figure's name means followed by another after a point; raises Invalid."""
        if self.aspect:
            raise Invalid(f"“{self.figure.label}.{self.aspect}”后面不能再加“{name}”")
        if name == "月份":
            return self.months
        if name in SPANS:
            last_year = name == LAST_YEAR
            span = self.figure.year_before(self.period) if last_year else SPANS[name](self.period)
            return Quoted(self.figure, span, kept=last_year)
        if name in _ASPECTS:
            return Quoted(self.figure, self.period, name)
        part = self.figure.part(name)
        if part is None:
            raise Invalid(f"“{self.figure.label}”没有“{name}”")
        return Quoted(part, self.period)

    def months(self, first: int, last: int) -> Quoted:
        """Return the figure from one month of its year to another: 受理争议.月份(4, 12)."""
        year = self.period.last.year
        if not (1 <= first <= last <= 12):
            raise Invalid("月份应为 1 至 12，先小后大，例如 月份(1, 11)")
        span = through_month(year, last)
        if first > 1:
            span = Period(span.first.replace(month=first), span.last, f"{year}年{first}—{last}月")
        return Quoted(self.figure, span)

    @property
    def words(self) -> list[str]:
        """Return all that may follow the figure's name, its parts first."""
        parts = [part.key.partition(":")[2] for part in self.figure.parts]
        return [*parts, *_ASPECTS, *SPANS, "月份"]


def _number(other: object) -> int:
    if isinstance(other, Quoted):
        return other.number or 0
    if isinstance(other, int):
        return other
    raise Invalid(ONLY_NUMBERS)


def _change(quoted: Quoted) -> str:
    return quoted.reading.change_in_words


def _difference(quoted: Quoted) -> str:
    now, before = quoted.number, quoted.reading.last.number
    if now is None or before is None:
        return "—"
    if now == before:
        return "持平"
    return f"{'增加' if now > before else '减少'}{quoted.figure.scale.prose(abs(now - before))}"


def _rough(quoted: Quoted) -> str:
    number = quoted.number
    return "" if number is None else roughly(number)


def _capital(quoted: Quoted) -> str:
    number = quoted.number
    return in_words(number) if number is not None and quoted.figure.scale is Scale.MONEY else ""


def _grouped(quoted: Quoted) -> str:
    if quoted.override is None or isinstance(quoted.figure, Fact):
        return quoted.value.text
    return quoted.figure.scale.write(quoted.number)


def _names(quoted: Quoted) -> str:
    return names_of(quoted.figure, quoted.period)


def _in_parts(quoted: Quoted) -> str:
    """Write what each part that holds anything comes to: 劳动报110份、工人日报17份."""
    figure, period = quoted.figure, quoted.period
    told = [(_named(figure, name, period), number) for name, number in parts_of(figure, period) if number]
    left = (quoted.number or 0) - sum(number for _, number in told)
    if left > 0 and figure.parts and figure.measure.adds_up:
        told.append((_OTHERS, left))
    return "、".join(f"{name}{figure.scale.prose(number)}{figure.unit}" for name, number in told)


def _named(figure: Figure, part: str, period: Period) -> str:
    """Name a part; what falls into none is 其他, but a single record by its own name."""
    if part != UNSAID:
        return part
    unsaid = figure.part(part)
    if unsaid is None or unsaid.lists is None or unsaid.count(period) != 1:
        return _OTHERS
    return names_of(unsaid, period) or _OTHERS


def _names_in_parts(quoted: Quoted) -> str:
    """Name what is in each part that holds anything: 职工春季长跑赛有甲公司、乙公司等13家."""
    figure, period = quoted.figure, quoted.period
    told: dict[str, str] = {}
    for name, number in parts_of(figure, period):
        part = figure.part(name)
        if number and part is not None:
            names = part.names(period)
            more = f"等{figure.scale.prose(number)}{figure.unit}" if len(names) > _MOST_NAMED else ""
            told[_OTHERS if name == UNSAID else name] = "、".join(names[:_MOST_NAMED]) + more
    if list(told) == [_OTHERS]:
        return f"有{told[_OTHERS]}"
    return "；".join(f"{name}有{names}" for name, names in told.items())


def _each_month(quoted: Quoted) -> str:
    """Write the least and the most of the period's months that have ended: 3—4."""
    over = (month for month in periods.months(quoted.period) if month.is_over)
    counts = [read_value(quoted.figure, month).number or 0 for month in over]
    if not counts:
        return ""
    least, most = min(counts), max(counts)
    return str(least) if least == most else f"{least}—{most}"


_ASPECTS: dict[str, Callable[[Quoted], str]] = {
    "增减": _change,
    "增减数": _difference,
    "近似": _rough,
    "大写": _capital,
    "名单": _names,
    IN_PARTS: _in_parts,
    "分项名单": _names_in_parts,
    EACH_MONTH: _each_month,
    "千分位": _grouped,
}
SPANS: dict[str, Callable[[Period], Period]] = {
    "全年": lambda span: periods.year(span.last.year),
    LAST_YEAR: lambda span: span.year_before,
    "上半年": lambda span: periods.half(span.last.year, 1),
    "下半年": lambda span: periods.half(span.last.year, 2),
    "第一季度": lambda span: periods.quarter(span.last.year, 1),
    "第二季度": lambda span: periods.quarter(span.last.year, 2),
    "第三季度": lambda span: periods.quarter(span.last.year, 3),
    "第四季度": lambda span: periods.quarter(span.last.year, 4),
    "统计年度": lambda span: periods.statistics_year(span.last.year),
}

"""A figure told as a person would tell it, for those who check a report: days, then what, then how many.

2011年1月1日至12月31日受理的争议案件，共20起. Made from the figure's own query, as its definition is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import peewee
from peewee import OP, Model, Node

from app.fields import DateField, Described, PartialDateField, ReferenceField
from app.figures.figure import Difference, Fact, Figure, Kind, Ratio, as_of
from app.figures.measures import COUNT, Scale
from app.figures.wording import Teller, counts_what_is_told, heard, title_of
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.brackets import full_width
from app.rules.dates import write_date
from app.rules.periods import Period

_SELF_EXPLAINING = ("状态", "报送状态", "办理情况", "处理情况", "经营状态", "建会情况", "事件")
"""Fields whose value says by itself what is meant: 已发放, not 状态为已发放."""
_YEARS = ("年度", "统计年度")
_DONE = {"所属": "各月", "全国系统录入": "录入全国系统", "开始": "", "": ""}
"""What happened on a date whose name does not say it."""
_NOT_YET = re.compile(r"尚无(.+)日期$")


def tell(figure: Figure, period: Period, value: str) -> str:
    """Say what a figure is, whose value is written `value`: with its days, what it counts and how many."""
    told, note = _told(figure, period, value)
    notes = "；".join(filter(None, (note, figure.about)))
    return full_width(f"{told}（{notes}）" if notes else told)


def _told(figure: Figure, period: Period, value: str) -> tuple[str, str]:
    """Return the sentence, and what its measure notes beside."""
    if isinstance(figure, Ratio | Difference):
        first, second = (f"{one.label}{_amount(one, period)}" for one in figure.terms())
        if isinstance(figure, Difference):
            return f"{first}减去{second}，为{value}{figure.unit}", ""
        if figure.scale is Scale.SHARE:
            return f"{first}占{second}的{value}", ""
        return f"{first}按{second}平均，为{value}{figure.unit}", ""
    records = _records(figure, period)
    if isinstance(figure, Fact):
        return f"{records}登记的{figure.lists.label}" if figure.lists is not None else records, ""
    words = figure.measure.words.removeprefix("的")
    if figure.measure is COUNT or counts_what_is_told(figure):
        return f"{records}，共{value}{figure.unit}", ""
    counted = "" if words.endswith("合计") else "为"
    head, _, note = words.partition("，")
    comma = "中，" if head.startswith("中") else "，"
    return f"{records}{comma}{head.removeprefix('中')}{counted}{value}{figure.unit}", note


def _records(figure: Figure, period: Period) -> str:
    """Say which records a figure counts: in its own words where it has some, else in those of its query."""
    narrator = _Narrator(figure, period)
    if not figure.told:
        return narrator.records(figure.query(period))
    part = figure.key.partition(":")[2]
    return f"{narrator.when_of(figure.query(period))}{figure.told}{f'中的{part}' if part else ''}"


def _amount(figure: Figure, period: Period) -> str:
    return f"{figure.scale.prose(figure.counted(period))}{figure.unit}"


def days_in_words(period: Period) -> str:
    """Write the days of a period: 2011年1月1日至12月31日, 2010年10月1日至2011年9月30日, 2011年3月8日."""
    first, last = write_date(period.first), write_date(period.last)
    if first == last:
        return first
    if period.first.year == period.last.year:
        last = last.partition("年")[2]
    return f"{first}至{last}"


class _Narrator(Teller):
    """Tells the records of a query, the days of the figure before all that is said of them."""

    def __init__(self, figure: Figure, period: Period) -> None:
        self._days = figure.days(period)
        super().__init__(self._days)
        self._stock = figure.kind is Kind.STOCK
        self._today = as_of(period)
        self._dated = False
        self._owner = ""

    def records(self, query: Query) -> str:
        where = vars(query)["_where"]  # Peewee keeps a query's conditions nowhere else
        parts = list(self._all(where, query.model)) if where is not None else []
        title = title_of(query.model)
        said = _without_twins([part for part in parts if part], title)
        years = [part for part in said if isinstance(part, _Year)]
        if years:
            day = self.when if self._stock else ""
            said = [f"{day if isinstance(part, _Dated) else ''}{part}" for part in said if part not in years]
            owner, self._owner, self._dated = self._owner, "", False
            return f"{f'{owner}中，' if owner else ''}{'、'.join(years)}{'、'.join(said)}的{title}"
        if self._owner:
            owner, self._owner = self._owner, ""
            return f"{owner}中，{'、'.join(said)}的{title}" if said else f"{owner}的{title}"
        when = self.when if self._dated else ""
        self._dated = False
        if not said and not when:
            return super().records(query)
        named = [part for part in said if isinstance(part, _Name)]
        if len(named) == 1:
            title, said = named[0], [part for part in said if part not in named]
        return f"{when}{'、'.join(_running(said))}的{title}"

    def when_of(self, query: Query) -> str:
        """Return the days that are counted; of records that are of a year, their year."""
        parts = list(self._all(vars(query)["_where"], query.model))
        years = [part for part in parts if isinstance(part, _Year)]
        return "、".join(years) or self.when

    @property
    def when(self) -> str:
        """Return the days that are counted: 截至2011年12月31日, 2011年1月1日至12月31日."""
        return f"截至{write_date(self._today)}" if self._stock else days_in_words(self._days)

    def _all(self, node: Node, model: type[Model]) -> Iterator[str]:
        """Yield what is said of the records, first what happened in the days that are counted."""
        parts = list(super()._all(node, model))
        acts = [part for part in parts if isinstance(part, _Act)]
        yield from acts
        yield from (part for part in parts if not isinstance(part, _Act))

    def _one(self, node: Node, model: type[Model]) -> str:
        if isinstance(node, InWords):
            return self._without_day(node.words)
        return super()._one(node, model)

    def _without_day(self, words: str) -> str:
        """Leave out the day of a stock, which is said before: 2011年12月31日尚无退档日期 is 尚未退档."""
        day = write_date(self._today)
        begin = next((begin for begin in (f"截至{day}", day) if words.startswith(begin)), "")
        if self._stock and begin:
            self._dated = True
            words = _Dated(words.removeprefix(begin))
        return type(words)(_NOT_YET.sub(r"尚未\1", words))

    def _compared(self, node: peewee.Expression, model: type[Model]) -> str:
        field = heard(node.lhs)
        if isinstance(field, peewee.Field) and field.name == "id" and isinstance(node.rhs, Query):
            told = list(self._all(vars(node.rhs)["_where"], node.rhs.model))
            return _Act("、".join(_without_twins(told, "")))
        if node.op in (OP.IN, OP.EQ) and isinstance(field, ReferenceField):
            owner = self.records(node.rhs) if isinstance(node.rhs, Query) else super()._relation(node, field)
            self._owner = owner.removeprefix("为")
            return ""
        if isinstance(field, DateField | PartialDateField):
            act = self._happened(node, field)
            if act is not None:
                return act
        if isinstance(field, Described) and field.label in _YEARS and node.op == OP.EQ:
            return _Year(f"{field.format(node.rhs)}{field.label}")
        if isinstance(field, Described) and node.op == OP.EQ and isinstance(node.rhs, str):
            value = field.format(node.rhs)
            if value.endswith(title_of(field.model)):
                return _Name(value)
        return super()._compared(node, model)

    def _happened(self, node: peewee.Expression, field: Described) -> str | None:
        if node.op == OP.BETWEEN:
            first, _, last = node.rhs.nodes
            whole = self._days.first, self._days.last
            if str(whole[0]).startswith(str(first)) and str(whole[1]).startswith(str(last)):
                self._dated = True
                return _Act(_act(field.label))
        return self._by_the_end(node.op, field.label) if _value(node.rhs) == self._today else None

    def _by_the_end(self, op: str, label: str) -> str | None:
        """Say how a date compares with the last day that is counted."""
        if op == OP.LTE:
            done = _by_then(label)
            self._dated = self._dated or self._stock
            return done if self._stock or not done else f"截至{write_date(self._today)}{done}"
        if op == OP.LT:
            return f"{label}已过"
        if op == OP.GTE and label.endswith("止"):
            return f"{label.removesuffix('止')}未满"
        return None

    def _relation(self, node: peewee.Expression, field: Described) -> str:
        said = super()._relation(node, field)
        if node.op == OP.NE:
            return _opposite(said.removeprefix("不是"))
        if not self._says_all(field, node):
            return said
        return said.removeprefix("为")

    def _named(self, field: Described, node: peewee.Expression, name: str) -> str:
        return "" if self._says_all(field, node) else name

    def _says_all(self, field: Described, node: peewee.Expression) -> bool:
        """Tell whether the value of a field says by itself what is meant."""
        if field.label in _SELF_EXPLAINING or "/" in field.label:
            return node.op in (OP.EQ, OP.IN, OP.NE)
        return False


class _Act(str):
    """What happened in the days that are counted: 受理, or nothing where the day itself is all."""

    __slots__ = ()


class _Year(str):
    """The year that records are of: it stands before all that is said of them."""

    __slots__ = ()


class _Name(str):
    """A kind that says what the records are, in the place of their title: 工资专项集体合同."""

    __slots__ = ()


class _Dated(str):
    """What was so on the day of a stock, which is said before."""

    __slots__ = ()


def _without_twins(said: list[str], title: str) -> list[str]:
    """Leave out what says again what happened: 发放 and 已发放, 募捐 of a 募捐, 是采用 and 采用."""
    acts = [part for part in said if isinstance(part, _Act)]
    others = [part for part in said if not isinstance(part, _Act)]
    done = {part.rpartition("已")[2] for part in others if "已" in part}
    again = {f"{begin}{act}" for act in acts for begin in ("已", "是", "")}
    again |= {f"{begin}{act}" for act in done for begin in ("是", "")}
    ends = [part for part in said if part.startswith("截至")]
    again |= {f"已{act}" for act in done if any(end.endswith(act) for end in ends)}
    again |= {part for part in others for act in acts if part.startswith((f"已{act}或", f"已{act}、"))}
    told = [part for part in others if part not in again and part != title]
    return [*(act for act in acts if ends or act not in title), *told]  # of two days both are said


def _running(said: list[str]) -> list[str]:
    """Say of a span that has begun and is not over that it runs: 期限已开始、期限未满 is 在期限内."""
    begun = [part.removesuffix("已开始") for part in said if part.endswith("已开始")]
    running = [span for span in begun if f"{span}未满" in said]
    over = {f"{span}未满" for span in running}
    within = {f"{span}已开始": f"在{span}内" for span in running}
    return [within.get(part, part) for part in said if part not in over]


def _value(node: object) -> object:
    return node.value if isinstance(node, peewee.Value) else node


def _opposite(value: str) -> str:
    """Say what is not so of a state: 未报 is 已报, 不予受理 is 没有不予受理, 筹建 is 不是筹建."""
    if value.startswith("未"):
        return f"已{value.removeprefix('未')}"
    return f"没有{value}" if value.startswith("不") else f"不是{value}"


def _by_then(label: str) -> str:
    """Return what had happened by a day, by the name of the date: 受理日期, 期限起."""
    if label.endswith("起"):
        return f"{label.removesuffix('起')}已开始"
    act = _act(label)
    return f"已{act}" if act else ""


def _act(label: str) -> str:
    """Return what happened on a date by the date's label: 受理日期, 播放起, 期限止."""
    for ending in ("日期", "时间", "年月", "月份"):
        if label.endswith(ending):
            act = label.removesuffix(ending)
            return _DONE.get(act, act)
    for begun in ("开始", "结束"):
        if label.endswith(begun) and label != begun:
            return f"{begun}{label.removesuffix(begun)}"
    if label.endswith("到期日"):
        return label.removesuffix("日")
    if label.endswith("起"):
        return f"开始{label[:-1]}"
    return f"{label[:-1]}届满" if label.endswith("止") else label

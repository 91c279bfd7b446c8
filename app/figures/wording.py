"""A figure explained in one sentence, made from its own query: a changed filter changes the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import peewee
from peewee import OP, Expression, Model, Node

from app.fields import (
    CountField,
    DateField,
    Described,
    FlagField,
    MoneyField,
    PartialDateField,
    ReferenceField,
)
from app.figures.figure import Difference, Fact, Figure, Kind, Ratio, as_of
from app.figures.measures import COUNT, UNTOLD, Scale
from app.records.base import ERASED, Query, Record
from app.records.conditions import InWords, OrBefore
from app.records.earlier import ValueOn
from app.register import register_of
from app.rules.brackets import full_width, in_quotes
from app.rules.dates import write_date
from app.rules.periods import Period

_INTERNAL = {"deleted_at", "version"}  # how records are stored, not what they say
_HEARD_THROUGH = {"COALESCE", "IFNULL", "NULLIF", "SUBSTR", "TRIM"}
_SPOKEN = {"收": "属于收入", "支": "属于支出"}
"""What is written in a column of a book, and what a person says."""
_HAD = ("资格", "组织")  # what one has; what else a flag says, one is
_YES = {"是否": ("是", "不是"), "有无": ("有", "没有"), "已": ("已", "未")}


def explain(figure: Figure, period: Period) -> str:
    """Return e.g. 20 起 = 受理日期在2011年的劳动争议数."""
    unit = "" if figure.scale is Scale.SHARE else f" {figure.unit}"
    return f"{figure.text(period) or UNTOLD}{unit}".rstrip() + f" = {define(figure, period)}"


def define(figure: Figure, period: Period) -> str:
    """Return what a figure is, in one sentence; raises TypeError where its query has no words."""
    about = f"；{figure.about}" if figure.about else ""
    return full_width(f"{_defined(figure, period)}{about}")


def _defined(figure: Figure, period: Period) -> str:
    if isinstance(figure, Ratio | Difference):
        sign = "÷" if isinstance(figure, Ratio) else "−"
        first, second = figure.terms()
        return f"{first.label} {first.text(period)} {sign} {second.label} {second.text(period)}"
    records = _records(figure, period)
    if isinstance(figure, Fact) and figure.lists is not None:
        return f"{records}的{figure.lists.label}"
    return f"{records}{COUNT.words if counts_what_is_told(figure) else figure.measure.words}"


def counts_what_is_told(figure: Figure) -> bool:
    """Tell whether a figure's own words name what its measure counts: of units, the number of units."""
    counted = figure.measure.words.removeprefix("的").removesuffix(COUNT.words)
    return bool(figure.told) and figure.measure is not COUNT and figure.told.endswith(counted)


def _records(figure: Figure, period: Period) -> str:
    """Say which records a figure counts: in its own words where it has some, else in those of its query."""
    if not figure.told:
        return Teller(figure.days(period)).records(figure.query(period))
    part = figure.key.partition(":")[2]
    when = f"截至{write_date(as_of(period))}" if figure.kind is Kind.STOCK else figure.days(period).label
    return f"{when}{figure.told}{f'中的{part}' if part else ''}"


def _is_single(model: type[Record]) -> bool:
    register = register_of(model)
    return register is not None and register.single


def title_of(model: type[Record]) -> str:
    """Return what records of a kind are called."""
    register = register_of(model)
    if register is None:
        raise TypeError(f"records of {model.__name__} are shown in no register")
    return register.title


class Teller:
    """Tells the conditions of a query, its dates by the name of the period where they are the same."""

    def __init__(self, period: Period) -> None:
        self._period = period

    def records(self, query: Query) -> str:
        """Say which records a query selects: 受理日期在2011年的劳动争议."""
        where = vars(query)["_where"]  # Peewee keeps a query's conditions nowhere else
        conditions = "、".join(self._all(where, query.model)) if where is not None else ""
        if conditions:
            return f"{conditions}的{title_of(query.model)}"
        return f"{'' if _is_single(query.model) else '全部'}{title_of(query.model)}"

    def _all(self, node: Node, model: type[Model]) -> Iterator[str]:
        if isinstance(node, peewee.Expression) and node.op == OP.AND:
            yield from self._all(node.lhs, model)
            yield from self._all(node.rhs, model)
        elif isinstance(node, OrBefore):
            yield from self._all(node.now, model)
        elif words := self._one(node, model):
            yield words

    def _one(self, node: Node, model: type[Model]) -> str:
        if isinstance(node, InWords):
            return node.words
        if isinstance(node, peewee.Negated):
            return self._denied(node.node, model)
        flag = heard(node)
        if isinstance(flag, FlagField):
            return _flag(flag, True)
        if isinstance(node, peewee.Expression):
            if node.op == OP.OR:
                return f"（{'或'.join(self._either(node, model))}）"
            return self._compared(node, model)
        raise TypeError(f"no words for {node!r}")

    def _either(self, node: Node, model: type[Model]) -> Iterator[str]:
        if isinstance(node, peewee.Expression) and node.op == OP.OR:
            yield from self._either(node.lhs, model)
            yield from self._either(node.rhs, model)
        else:
            yield "且".join(self._all(node, model))

    def _denied(self, node: Node, model: type[Model]) -> str:
        flag = heard(node)
        if isinstance(flag, FlagField):
            return _flag(flag, False)
        return f"不属于{in_quotes('且'.join(self._all(node, model)))}"

    def _compared(self, node: Expression, model: type[Model]) -> str:
        field = heard(node.lhs)
        if field is None:
            raise TypeError(f"no words for {node.lhs!r}; say them with Said")
        if field.name in _INTERNAL:
            return ""
        if field.name == "id":
            return f"有{in_quotes(self.records(node.rhs))}"
        if not isinstance(field, Described):
            raise TypeError(f"no words for {field!r}")
        name = field.label if field.model is model else f"{title_of(field.model)}的{field.label}"
        if isinstance(field, FlagField) and isinstance(node.rhs, bool):
            return _flag(field, node.rhs is (node.op == OP.EQ))
        if node.op in (OP.IS, OP.IS_NOT):
            return f"{'没有登记' if node.op == OP.IS else '登记了'}{name}"
        return _shortly(field, node, name) or self._named(field, node, name) + self._relation(node, field)

    def _named(self, field: Described, node: Expression, name: str) -> str:
        """Return what a field is called before what is said of its value."""
        return name

    def _relation(self, node: Expression, field: Described) -> str:
        write = _writer(field)
        if node.op == OP.BETWEEN:
            first, _, last = node.rhs.nodes
            return f"在{self._span(field, first, last)}"
        if node.op in (OP.IN, OP.NOT_IN):
            among = self._among(node.rhs, write)
            return among if node.op == OP.IN else f"不是{among.removeprefix('为')}"
        if node.op == OP.ILIKE:
            return f"含“{str(node.rhs).strip('%')}”"
        other = heard(node.rhs)
        return _comparing(node.op, field) + (
            other.label if isinstance(other, Described) else write(_plain(node.rhs))
        )

    def _span(self, field: Described, first: object, last: object) -> str:
        write = _writer(field)
        if str(self._period.first).startswith(str(first)) and str(self._period.last).startswith(str(last)):
            return self._period.label
        return f"{write(first)}至{write(last)}"

    def _among(self, values: Query | Iterable[object], write: Callable[[object], str]) -> str:
        if isinstance(values, Query):
            return f"属于{in_quotes(self.records(values))}"
        if isinstance(values, peewee.SelectBase):
            raise TypeError("no words for this subquery; say them with Said")
        return f"为{either([write(value) for value in values])}"


def _shortly(field: Described, node: Expression, name: str) -> str:
    """Say in fewer words what most people would: 有实缴, 属于收入; nothing where there are none."""
    if isinstance(field, CountField | MoneyField) and node.op == OP.GT and _plain(node.rhs) == 0:
        return f"有{name}"
    is_one = node.op == OP.EQ and isinstance(node.rhs, str)
    return _SPOKEN.get(node.rhs, "") if is_one else ""


def heard(node: object) -> peewee.Field | None:
    """Return the field that an expression speaks of, through functions that only mend its value."""
    if isinstance(node, peewee.Field):
        return node
    if isinstance(node, ValueOn):
        return node.node
    if isinstance(node, peewee.Function) and str(node.name).upper() in _HEARD_THROUGH and node.arguments:
        return heard(node.arguments[0])
    return None


def _flag(field: FlagField, value: bool) -> str:
    for begin, words in _YES.items():
        if field.label.startswith(begin):
            return words[not value] + field.label.removeprefix(begin)
    if field.label.endswith(_HAD):
        return f"{'有' if value else '没有'}{field.label}"
    return f"{'' if value else '不'}属于{field.label}"


def _writer(field: Described) -> Callable[[object], str]:
    def write(value: object) -> str:
        if isinstance(value, date):
            return write_date(value)
        if isinstance(value, Record):
            return f"“{value}”"
        if isinstance(field, ReferenceField):
            record = field.rel_model.get_or_none(field.rel_model.id == value)
            return f"“{record}”" if record is not None else ERASED
        words = field.format(value)
        return f"“{words}”" if "、" in words else words

    return write


def either(words: list[str]) -> str:
    """Join what may be instead of each other: 甲、乙或丙."""
    return "或".join(filter(None, ("、".join(words[:-1]), words[-1]))) if words else ""


def _plain(value: object) -> object:
    return value.value if isinstance(value, peewee.Value) else value


def _comparing(op: str, field: Described) -> str:
    dated = isinstance(field, DateField | PartialDateField)
    return {
        OP.EQ: "为",
        OP.NE: "不是",
        OP.LT: "早于" if dated else "少于",
        OP.LTE: "不晚于" if dated else "不超过",
        OP.GT: "晚于" if dated else "多于",
        OP.GTE: "不早于" if dated else "不少于",
    }[op]

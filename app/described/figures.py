"""The figures of a described register: how many, of how many people, what adds up, parted by each choice.

With a date they count over a period, without one what was entered by a day. Each is named by the register's
title, so that a summary can quote it: {{ 志愿服务 }}, {{ 志愿服务时长 }}. Fields that are added to a register
of the program have figures, too: {{ 会员按特长.书法 }}.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from app.described import kinds
from app.described.description import Description
from app.fields import ChoiceField, DateField, Described, ReferenceField
from app.figures.crosses import Cross
from app.figures.figure import Figure, Kind
from app.figures.measures import COUNT, Measure, distinct, persons, total
from app.figures.splits import Split, by, by_month
from app.papers import dated_by
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.register import Register
from app.rules.dates import write_date
from app.rules.periods import Period
from app.subject import FigureTopic


def labels(description: Description) -> Iterator[str]:
    """Yield what the figures of a register are called."""
    yield _label(description.title)
    if any(description.of_kind(kinds.PERSON, kinds.REFERENCE)):
        yield _label(description.title, _people(description))
    yield from _of_fields(description, description.title)


def labels_added(description: Description, title: str) -> Iterator[str]:
    """Yield what the figures of fields are called that are added to a register of this title."""
    yield from _of_fields(description, title)
    for field in description.of_kind(kinds.DATE):
        yield _added(title, field.label)


def _of_fields(description: Description, title: str) -> Iterator[str]:
    for field in description.of_kind(*kinds.ADDED_UP):
        yield _added(title, field.label)
    for field in description.of_kind(kinds.CHOICE):
        yield _label(title, "按", field.label)


def _label(*words: str) -> str:
    """Join words to a name that a template can quote: without brackets, blanks and signs."""
    return "".join(char for char in "".join(words) if char.isalnum())


def _added(title: str, label: str) -> str:
    """Return what the sum of a field is called; what title and field share is said once: 志愿服务时长."""
    shared = next(at for at in range(len(label), -1, -1) if title.endswith(label[:at]))
    return _label(title, label[shared:] or label)


def _people(description: Description) -> str:
    """Return what the number of different people is called: a field of hers may be called so itself."""
    usual = "涉及人数"
    return f"{usual}去重" if any(field.label == usual for field in description.shown) else usual


def topic(table: str, description: Description, model: type[Record]) -> FigureTopic:
    """Return the figures of a register."""
    described = model.described()
    dated = next(description.of_kind(kinds.DATE), None)
    day = described[dated.column] if dated is not None else None
    title, whole = description.title, _by_day(model, day, description.unit)
    count = whole.figure(f"{table}.count", _label(title))
    figures = [count]
    if (people := _persons(description, model)) is not None:
        measure, about = people
        label = _label(title, _people(description))
        figures.append(whole.figure(f"{table}.people", label, unit="人", measure=measure, about=about))
    figures += _figures_of_fields(table, description, title, whole, described)
    crosses = [
        Cross(f"{title}按{field.label}和月份", count, by(_choice(described, field.column)), by_month(day))
        for field in description.of_kind(kinds.CHOICE)
        if isinstance(day, DateField)
    ]
    return FigureTopic(table, title, __name__, tuple(figures), tuple(crosses), ())


def topic_added(
    table: str,
    description: Description,
    register: Register,
    fields: Mapping[str, Described],
    roll: Figure | None,
) -> FigureTopic:
    """Return the figures of fields that are added to a register, which are given by their columns.

    They are counted of those who are on the register on a day, as `roll` counts them, or where it has none
    of the records of a period; a date of its own is counted in the period in which it lies.
    """
    title, unit, model = register.title, register.unit, register.record
    whole = _as_of_roll(roll) if roll is not None else _by_day(model, dated_by(register), unit)
    figures = _figures_of_fields(table, description, title, whole, fields)
    figures += [
        _by_day(model, fields[field.column], unit).figure(
            f"{table}.in_{field.column}", _added(title, field.label)
        )
        for field in description.of_kind(kinds.DATE)
    ]
    return FigureTopic(table, f"{title}自设字段", __name__, tuple(figures), (), ())


@dataclass(frozen=True)
class _Counted:
    """What is counted: which records, and how a figure tells of them unless it says otherwise."""

    kind: Kind
    select: Callable[[Period], Query[Record]]
    unit: str
    lists: Described | None
    measure: Measure = COUNT
    about: str = ""

    def figure(
        self,
        key: str,
        label: str,
        *,
        unit: str | None = None,
        measure: Measure | None = None,
        about: str | None = None,
        split: Split | None = None,
    ) -> Figure:
        """Return a figure of these records."""
        return Figure(
            key,
            label,
            self.unit if unit is None else unit,
            self.kind,
            self.select,
            measure or self.measure,
            self.about if about is None else about,
            lists=self.lists,
            split=split,
        )


def _by_day(model: type[Record], day: Described | None, unit: str) -> _Counted:
    """Return the records of a period by their day or year; without one, those that were entered by a day."""

    def select(period: Period) -> Query[Record]:
        if isinstance(day, DateField):
            return model.alive().where(day.between(*period))
        if day is not None:
            return model.alive().where(day.between(period.first.year, period.last.year))
        entered = model.created_at < datetime.combine(period.last, time.max)  # all that tells of its day
        return model.alive().where(InWords(entered, f"截至{write_date(period.last)}已登记"))

    named = next((one for one in model.naming if isinstance(one, Described)), None)
    return _Counted(Kind.STOCK if day is None else Kind.FLOW, select, unit, named)


def _as_of_roll(roll: Figure) -> _Counted:
    return _Counted(roll.kind, roll.select, roll.unit, roll.lists, roll.measure, roll.about)


def _figures_of_fields(
    table: str, description: Description, title: str, whole: _Counted, fields: Mapping[str, Described]
) -> list[Figure]:
    """Return the records that are counted added up by each amount, and parted by each choice."""
    added = [
        whole.figure(
            f"{table}.sum_{field.column}",
            _added(title, field.label),
            unit="元" if field.kind == kinds.MONEY else field.unit,
            measure=total(fields[field.column]),
        )
        for field in description.of_kind(*kinds.ADDED_UP)
    ]
    parted = [
        whole.figure(
            f"{table}.by_{field.column}",
            _label(title, "按", field.label),
            split=by(_choice(fields, field.column)),
        )
        for field in description.of_kind(kinds.CHOICE)
    ]
    return [*added, *parted]


def _choice(fields: Mapping[str, Described], column: str) -> ChoiceField:
    choice = fields[column]
    assert isinstance(choice, ChoiceField)
    return choice


def _persons(description: Description, model: type[Record]) -> tuple[Measure, str] | None:
    """Return the measure of different people, and what it goes by; None where nobody is named."""
    described = model.described()
    links = [described[field.column] for field in description.of_kind(kinds.REFERENCE)]
    people = [link for link in links if isinstance(link, ReferenceField)]  # units are named in words
    name = next(description.of_kind(kinds.PERSON), None)
    if name is None:
        return (distinct("按登记去重后的人数", people[0]), "") if people else None
    number = next(description.of_kind(kinds.IDENTITY), None)
    beside = next(description.of_kind(kinds.MOBILE, kinds.PHONE), None)
    own: Described = described[name.column]
    place = described[beside.column] if beside is not None else own
    if number is not None:
        return persons(described[number.column], own, place), "没有身份证号的按姓名和电话区分"
    if beside is not None:
        return distinct("按姓名和电话去重后的人数", own.concat("|").concat(place), own), ""
    return distinct("按姓名去重后的人数", own), "同名的人计为一人"

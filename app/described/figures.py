"""The figures of a described register: how many, of how many people, what adds up, parted by each choice.

With a date they count over a period, without one what was entered by a day. Each is named by the register's
title, so that a summary can quote it: {{ 志愿服务 }}, {{ 志愿服务时长 }}.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from app.described import kinds
from app.described.description import Description
from app.fields import ChoiceField, DateField, Described, ReferenceField
from app.figures.crosses import Cross
from app.figures.figure import Figure, Kind
from app.figures.measures import COUNT, Measure, distinct, persons, total
from app.figures.splits import by, by_month
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.rules.dates import write_date
from app.rules.periods import Period
from app.subject import FigureTopic


def labels(description: Description) -> Iterator[str]:
    """Yield what the figures of a register are called."""
    yield _label(description.title)
    if any(description.of_kind(kinds.PERSON, kinds.REFERENCE)):
        yield _label(description.title, _people(description))
    for field in description.of_kind(*kinds.ADDED_UP):
        yield _added(description.title, field.label)
    for field in description.of_kind(kinds.CHOICE):
        yield _label(description.title, "按", field.label)


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
    kind = Kind.STOCK if day is None else Kind.FLOW
    title, unit = description.title, description.unit

    def select(period: Period) -> Query[Record]:
        if day is not None:
            return model.alive().where(day.between(*period))
        entered = model.created_at < datetime.combine(period.last, time.max)  # all that tells of its day
        return model.alive().where(InWords(entered, f"截至{write_date(period.last)}已登记"))

    def figure(name: str, label: str, counted: str, measure: Measure = COUNT, about: str = "") -> Figure:
        return Figure(f"{table}.{name}", label, counted, kind, select, measure, about, lists=named)

    named = next(iter(model.naming), None)
    figures = [figure("count", _label(title), unit)]
    if (people := _persons(description, model)) is not None:
        measure, about = people
        figures.append(figure("people", _label(title, _people(description)), "人", measure, about))
    for field in description.of_kind(*kinds.ADDED_UP):
        counted = "元" if field.kind == kinds.MONEY else field.unit
        label = _added(title, field.label)
        figures.append(figure(f"sum_{field.column}", label, counted, total(described[field.column])))
    crosses = []
    for field in description.of_kind(kinds.CHOICE):
        choice = described[field.column]
        assert isinstance(choice, ChoiceField)
        parted = Figure(
            f"{table}.by_{field.column}",
            _label(title, "按", field.label),
            unit,
            kind,
            select,
            lists=named,
            split=by(choice),
        )
        figures.append(parted)
        if isinstance(day, DateField):
            crosses.append(Cross(f"{title}按{field.label}和月份", figures[0], by(choice), by_month(day)))
    return FigureTopic(table, title, __name__, tuple(figures), tuple(crosses), ())


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

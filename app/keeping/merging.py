"""Two entries, one person or unit: one takes over all that belongs to the other, which goes into the bin.

Rows in the recycle bin follow, too: they may come back. A row that says the same of both is one; where two
rows that exclude each other say different things the clerk decides first. A merge is one step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

import peewee

from app.errors import Refused
from app.fields import CreditCodeField, DateField, Described, MobileField, ReferenceField, ResidentIdField
from app.fields.problems import Blocked, blocks
from app.keeping import course, deriving, judging, keeping
from app.keeping.sequence import day_of, events_of, kind_of
from app.records import relinking
from app.records.base import AnyRecord, Record, plain_names, unit_names
from app.records.batch import unique
from app.records.distinct import distinct_pairs
from app.records.naming import NamedLink
from app.records.steps import step
from app.register import Course, Register, register_of

_TELLING = (ResidentIdField, CreditCodeField)  # numbers that nobody shares
_LIKENESS = (DateField, MobileField)  # what makes a namesake suspicious


@dataclass(frozen=True)
class Choice:
    """A field in which two records differ: both values, and the one that stays unless a person chooses."""

    field: Described
    kept: object
    other: object
    proposed: object


@dataclass(frozen=True)
class Suspects:
    """Two records that may be one, and what they have in common."""

    one: Record
    other: Record
    alike: str


def choices(
    register: Register, kept: Record, other: Record, values: Mapping[str, object] | None = None
) -> list[Choice]:
    """Return the fields in which two records differ, in the order of the form; some `values` are chosen.

    What the kept record lacks is taken from the other. What belongs to a state of the life cycle comes with
    the state: the day of an approval is none of a member who still waits for it.
    """
    chosen = values or {}
    status, of_state = register.status, _of_state(register)
    states_differ = status is not None and _value(kept, status) != _value(other, status)
    follows_other = status is not None and chosen.get(status.name, _value(kept, status)) != _value(
        kept, status
    )
    differing = []
    for field in register.fields:
        mine, theirs = _value(kept, field), _value(other, field)
        if field.derive is not None or mine == theirs or (_is_empty(mine) and _is_empty(theirs)):
            continue
        if register.course is not None and field.name in of_state:
            continue  # follows from the events of both
        if states_differ and field.name in of_state:
            proposed = theirs if follows_other else mine
        else:
            proposed = theirs if _is_empty(mine) else mine
        differing.append(Choice(field, mine, theirs, chosen.get(field.name, proposed)))
    return differing


def _of_state(register: Register) -> set[str]:
    """Return the fields that are filled in on the way from one state to another."""
    asked = [field for step in register.steps for field in step.asks]
    needed = [field for state in register.states for field in state.needs]
    status = [register.status] if register.status is not None else []
    return {field.name for field in (*status, *asked, *needed)}


def merge(
    register: Register, kept: AnyRecord, other: AnyRecord, values: Mapping[str, object] | None = None
) -> AnyRecord:
    """Let a record take over all rows that refer to another, and put that one into the recycle bin.

    `values` are those chosen by field name; else a value of the kept record stays, and what it lacks is taken
    from the other. Raises Refused or Blocked, nothing changed, where a rule stands against it.
    """
    model = register.record
    if not register.mergeable:
        raise Refused(f"{register.title}不能合并。")
    if kept.id == other.id or None in (kept.id, other.id) or type(kept) is not type(other):
        raise Refused("请选中两条不同的记录再合并。")
    told = f"合并{register.title}“{other}”到“{kept}”"
    with step(told):
        kept, other = _living(kept), _living(other)
        chosen = {choice.field.name: choice.proposed for choice in choices(register, kept, other, values)}
        chosen |= {name: value for name, value in (values or {}).items() if name in model.described()}
        before = relinking.names_in_file(model, [kept.id, other.id])
        former = _with_former_names(kept, other, chosen)
        _move_rows(register, kept, other, _copied_numbers(model, kept, other, chosen))
        _give_up(other)
        if register.course is not None:
            _join_events(register, register.course, kept)
            chosen = {name: value for name, value in chosen.items() if name not in _of_state(register)}
            chosen |= _days_before(register.course, kept, other)
        keeping.assign(kept, chosen | former)
        deriving.compute_derived(kept)
        if blocking := blocks(judging.problems(register, kept)):
            raise Blocked(blocking)
        with unique():
            keeping.store_all(register, kept)
        relinking.follow(model, before, relinking.names_in_file(model, [kept.id]))
    return kept


def named(register: Register, words: str) -> Record:
    """Return the only living record that bears a name or number; raises Refused where none or several do."""
    model = register.record
    for field in model.naming:
        found = list(model.alive().where(field == words.strip()).limit(2))
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(f"“{words}”不止一条，请改填编号。")
    raise Refused(f"{register.title}中没有“{words}”，请核对编号或全名。")


def belongings(register: Register, record: Record) -> list[str]:
    """Return what refers to a record, by kind and number: 会费 3."""
    rows: dict[type[Record], set[int]] = {}
    for link in register.record._meta.backrefs:
        referring = link.model.alive().where(link == record.id).select(link.model.id).tuples()
        rows.setdefault(link.model, set()).update(row_id for (row_id,) in referring)
    shown = ((register_of(model), ids) for model, ids in rows.items() if ids)
    return [f"{one.title} {len(ids)}" for one, ids in shown if one is not None]


def suspects(register: Register) -> Iterator[Suspects]:
    """Yield the pairs of living records that may be one, those found to be two not among them.

    Raises Refused for a register whose records cannot be merged.
    """
    model = register.record
    known = distinct_pairs(model)
    seen: set[tuple[int, int]] = set()
    if not register.mergeable:
        raise Refused(f"{register.title}不能合并。")
    for alike, ids in _groups(register):
        for pair in combinations(sorted(ids), 2):
            if pair not in known and pair not in seen:
                seen.add(pair)
                yield Suspects(model.get_by_id(pair[0]), model.get_by_id(pair[1]), alike)


def _groups(register: Register) -> Iterator[tuple[str, set[int]]]:
    """Yield the ids of records that have something telling in common, and what that is."""
    model = register.record
    described = model.described().values()
    name = model.naming[0]
    for field in described:
        if isinstance(field, _TELLING):
            yield from _equal(model, field)
    if unit_names(model):
        yield from _of_one_name(model, name.label)
        return
    likeness = [field for field in described if isinstance(field, _LIKENESS) and _tells(register, field)]
    for field in likeness:
        yield from _equal(model, name, field)
    if not likeness:
        yield from _equal(model, name)


def _tells(register: Register, field: Described) -> bool:
    return any(field is told for fields in register.identity for told in fields)


def _equal(model: type[Record], *fields: Described) -> Iterator[tuple[str, set[int]]]:
    filled = [field.is_null(False) & (field != "") for field in fields]
    several = model.alive().where(*filled).group_by(*fields).having(peewee.fn.COUNT(model.id) > 1)
    for (ids,) in several.select(peewee.fn.GROUP_CONCAT(model.id)).tuples():
        yield "、".join(field.label for field in fields) + "相同", set(map(int, str(ids).split(",")))


def _of_one_name(model: type[Record], label: str) -> Iterator[tuple[str, set[int]]]:
    bearers: dict[str, set[int]] = {}
    for record in model.alive().select(model.id, *unit_names(model)):
        for plain in plain_names(model, record.__data__):
            bearers.setdefault(plain, set()).add(record.id)
    yield from ((f"{label}相同", ids) for ids in bearers.values() if len(ids) > 1)


def _is_empty(value: object) -> bool:
    return value is None or value in ("", ())


def _living(record: AnyRecord) -> AnyRecord:
    model = type(record)
    living = model.alive().where(model.id == record.id).first()
    if living is None:
        raise Refused(f"“{record}”已在回收站中，不能合并。请先恢复它。")
    return living


def _with_former_names(kept: Record, other: Record, chosen: Mapping[str, object]) -> dict[str, object]:
    """Return the further names of the kept unit, those of the other among them: rows go on bearing them."""
    fields = unit_names(type(kept))
    former = next((field for field in fields if field.former_of is not None), None)
    if former is None or former.former_of is None:
        return {}
    name = str(chosen.get(former.former_of.name) or kept.__data__.get(former.former_of.name) or "")
    names = [
        called
        for unit in (kept, other)
        for field in (former, former.former_of)
        for called in field.names(unit.__data__.get(field.name))
    ]
    further = dict.fromkeys(called for called in names if called != name)
    return {former.name: "、".join(further) or None}


def _copied_numbers(
    model: type[Record], kept: Record, other: Record, chosen: Mapping[str, object]
) -> dict[object, object]:
    """Return the identity numbers that were two and are one now: rows hold copies of them."""
    fields = [field.name for field in model.described().values() if isinstance(field, ResidentIdField)]
    return {
        was: number
        for name in fields
        if (number := chosen.get(name, kept.__data__.get(name)))
        for was in (kept.__data__.get(name), other.__data__.get(name))
        if was and was != number
    }


def _move_rows(register: Register, kept: Record, other: Record, numbers: Mapping[object, object]) -> None:
    """Let all rows that refer to a record refer to another."""
    children = {child.owner: child.register for child in register.children}
    for link in list(register.record._meta.backrefs):
        model = link.model
        if isinstance(link, NamedLink):
            _move_named(link, kept, other)
            continue
        for row in list(model.select().where(link == other.id).order_by(model.id)):
            said = _said_already(children[link], row, link, kept) if link in children else None
            if said is not None and row.deleted_at is None:
                model.update(deleted_at=datetime.now(), version=model.version + 1).where(
                    model.id == row.id
                ).execute()
                continue
            _move(row, link, kept)
        _follow_numbers(model, link, kept, numbers)


def _move_named(link: NamedLink, kept: Record, other: Record) -> None:
    """Link the rows that name a record to another; Refused where both stand in what names each once."""
    rows = link.model.select().where(link == other.id)
    try:
        link.model.update({link: kept.id}).where(link == other.id).execute()
    except peewee.IntegrityError:
        for row in list(rows.order_by(link.model.id)):
            _move(row, link, kept)


def _join_events(register: Register, life: Course, kept: Record) -> None:
    """Let a record follow the events of both entries; it began once, so that later beginnings are binned.

    Raises Refused where the events of the two cannot have happened to one.
    """
    model, state = life.rows.record, life.start
    for event in events_of(life, kept.id):
        kind = kind_of(life, event)
        transition = life.transition(kind)
        if transition is not None and state in transition.sources:
            state = transition.target
        elif kind in life.after(life.start):
            model.update(deleted_at=datetime.now(), version=model.version + 1).where(
                model.id == event.id
            ).execute()
        else:
            day = life.day.format(day_of(life, event))
            raise Refused(f"{day}的“{kind}”与另一条的变动先后对不上，不能合并。请先改正其中一条。")
    course.settle_record(register, kept.id, in_hand=kept)


def _days_before(life: Course, kept: Record, other: Record) -> dict[str, object]:
    """Return the days that come before the first event, such as that of applying: the earlier of the two."""
    days: dict[str, object] = {}
    for field in life.first_day.bounds.after:
        known = [day for one in (kept, other) if (day := one.__data__.get(field.name)) is not None]
        if known:
            days[field.name] = min(known)
    return days


def _said_already(register: Register, row: Record, link: ReferenceField, kept: Record) -> Record | None:
    """Return the row of the kept record that says the same as a row to be moved.

    Raises Refused where one excludes it and says otherwise.
    """
    model = type(row)
    own = list(model.alive().where(link == kept.id))
    stated = [field for field in model.described().values() if field.derive is None and field is not link]
    for mine in own:
        differing = [field for field in stated if _value(mine, field) != _value(row, field)]
        if all(field.unique for field in differing):
            return mine
        if any(_exclude(fields, mine, row, link) for fields in register.unique_together):
            labels = "、".join(field.label for field in differing[:3])
            raise Refused(
                f"两边的{register.title}“{row}”说法不同（{labels}），没有合并。请先改成一致，或删去其中一条。"
            )
    return None


def _exclude(fields: tuple[Described, ...], mine: Record, row: Record, link: ReferenceField) -> bool:
    values = [(_value(mine, field), _value(row, field)) for field in fields if field is not link]
    return any(field is link for field in fields) and all(
        one == two and not _is_empty(one) for one, two in values
    )


def _value(record: Record, field: Described) -> object:
    return record.__data__.get(field.name)


def _move(row: Record, link: ReferenceField, kept: Record) -> None:
    model = type(row)
    try:
        model.update({link: kept.id, model.version: model.version + 1}).where(model.id == row.id).execute()
    except peewee.IntegrityError as error:
        shown = register_of(model)
        kind = shown.title if shown is not None else link.label
        raise Refused(f"两边都有{kind}“{row}”，没有合并。请先删去其中一条。") from error


def _follow_numbers(
    model: type[Record], link: ReferenceField, kept: Record, numbers: Mapping[object, object]
) -> None:
    """Write the number that stays into the rows that hold a copy of the one that was wrong."""
    for field in model.described().values():
        if isinstance(field, ResidentIdField):
            for was, number in numbers.items():
                with unique():
                    model.update({field: number, model.version: model.version + 1}).where(
                        link == kept.id, field == was
                    ).execute()


def _give_up(other: Record) -> None:
    """Put a record into the recycle bin without the numbers that only one may have."""
    model = type(other)
    free: dict[peewee.Field, object] = {
        field: None for field in model.described().values() if field.unique and field.null
    }
    values: dict[peewee.Field, object] = {
        model.deleted_at: datetime.now(),
        model.version: model.version + 1,
        **free,
    }
    model.update(values).where(model.id == other.id).execute()

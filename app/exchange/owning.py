"""Finding the person whom a row belongs to: by the numbers and particulars that stand in the row itself.

Somebody else's list of claims or dues has no column for our record; it has a name and an identity
number. A number finds its person; a name does with the day of birth, the unit or the phone beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from app.errors import Invalid
from app.exchange.identities import NUMBERS, comparable, identities
from app.fields import Described, PersonNameField, ReferenceField, SerialField, Unknown
from app.keeping import deriving, judging, keeping
from app.records.base import Record
from app.register import Register, register_of
from app.rules.text import ungrouped

BY_NAME = "只写姓名也认"
"""What the window and the command line call finding people by a name alone."""
_MOST_NAMED = 5
_WITH_MORE = re.compile(r"([^（()）\s,，、]+)[（(\s,，、]+(.+?)[)）]?")


def telling_fields(model: type[Record]) -> list[Described]:
    """Return the fields of a person by which a row may name its owner; none where owners are no people.

    Numbers come first, then the name and what tells people of one name apart.
    """
    register = register_of(model)
    if register is None or not names_people(register):
        return []
    numbers = [field for field in register.record.naming if isinstance(field, NUMBERS)]
    others = [field for fields in identities(register).personal for field in fields]
    names = [field for field in register.record.naming if isinstance(field, PersonNameField)]
    return list({field.name: field for field in (*numbers, *names, *others)}.values())


def names_people(register: Register) -> bool:
    """Tell whether records are people who have a number beside their name."""
    naming = register.record.naming
    return any(isinstance(field, PersonNameField) for field in naming) and any(
        isinstance(field, NUMBERS) for field in naming
    )


class Owners:
    """Finds the owners of a register's rows; `by_name` tells whether a name alone is enough."""

    def __init__(self, register: Register, *, by_name: bool) -> None:
        self._register = register
        self._by_name = by_name

    def find(
        self,
        owner: ReferenceField,
        parts: Mapping[str, Any],
        values: Mapping[str, object],
        follows: Mapping[Described, Record | str],
    ) -> Record:
        """Return the record that a row's particulars of its owner mean.

        `parts` are those by the names of the owner's fields, `values` what else the row says, `follows` what
        the row tells of other records that follow from its owner: the product of the enrolment. Raises
        Invalid naming who may be meant, or what is missing; Unknown where there is nobody.
        """
        fields = {field.name: field for field in telling_fields(owner.rel_model)}
        stated = {fields[name]: value for name, value in parts.items() if value not in (None, "")}
        numbers = [field for field in stated if isinstance(field, NUMBERS)]
        title = register_title(owner)
        if numbers:
            numbered: dict[Described, Any] = {field: stated[field] for field in numbers}
            people = self._leading_to(follows, owner, _with(owner, numbered))
            if not people:
                words = [f"{field.label} {field.format(value)}" for field, value in numbered.items()]
                words += [f"{field.label} {record}" for field, record in follows.items()]
                raise Unknown(f"没有找到{'、'.join(words)} 的{title}，请核对，或先登记")
            return self._one_of(_require_name(people, stated), owner, values)
        people = self._leading_to(follows, owner, _with(owner, stated))
        if not people:
            told = "、".join(field.format(value) for field, value in stated.items())
            raise Unknown(f"没有找到{title}“{told}”，请核对，或先登记")
        if len(people) > 1 or (self._only_named(stated) and not self._by_name):
            raise Invalid(ask(people, title))
        return people[0]

    def in_words(self, owner: ReferenceField, text: str) -> Record | None:
        """Return whom a cell names with more than a name, 王芳 1970-1-1 or 王芳（一厂）; None without."""
        words = _WITH_MORE.fullmatch(text.strip())
        telling = telling_fields(owner.rel_model)
        names = [field for field in telling if isinstance(field, PersonNameField)]
        if words is None or not names:
            return None
        for field in telling:
            with suppress(Invalid):
                people = _with(owner, {names[0]: names[0].parse(words[1]), field: field.parse(words[2])})
                if field is not names[0] and len(people) == 1:
                    return people[0]
        return None

    def contradiction(self, record: Record, parts: Mapping[str, Any]) -> str:
        """Say in what a row's particulars are not those of the owner it names; nothing where they are."""
        for field in telling_fields(type(record)):
            known, stated = record.__data__.get(field.name), parts.get(field.name)
            if isinstance(field, (*NUMBERS, PersonNameField)) and known and stated and known != stated:
                told = f"“{record}”的{field.label}是 {field.format(known)}"
                return f"{told}，表中写的是 {field.format(stated)}，请核对"
        return ""

    @staticmethod
    def _only_named(stated: Mapping[Described, Any]) -> bool:
        return all(isinstance(field, PersonNameField) for field in stated)

    def _one_of(
        self, people: Sequence[Record], owner: ReferenceField, values: Mapping[str, object]
    ) -> Record:
        """Return the record that a row fits best, where one person has several: the enrolment of the year."""
        if len(people) == 1:
            return people[0]
        misfits = [self._misfits(owner, person, values) for person in people]
        best = [person for person, count in zip(people, misfits, strict=True) if count == min(misfits)]
        if len(best) > 1:
            raise Invalid(
                f"这个人有 {len(people)} 条{register_title(owner)}，请写编号；可能是：{_named(best)}"
            )
        return best[0]

    def _leading_to(
        self, follows: Mapping[Described, Record | str], owner: ReferenceField, people: list[Record]
    ) -> list[Record]:
        """Return those from whom follows what a row tells."""
        if not follows:
            return people
        rows = [(person, self._row_of(owner, person, {})) for person in people]
        return [
            person
            for person, row in rows
            if all(_is_told(row.__data__.get(field.name), told) for field, told in follows.items())
        ]

    def _misfits(self, owner: ReferenceField, person: Record, values: Mapping[str, object]) -> int:
        """Count what the rules have against a row of this owner."""
        return len(list(judging.problems(self._register, self._row_of(owner, person, values))))

    def _row_of(self, owner: ReferenceField, person: Record, values: Mapping[str, object]) -> Record:
        record = keeping.new(self._register)
        filled = {name: value for name, value in values.items() if value is not None}
        keeping.assign(record, {**filled, owner.name: person})
        deriving.compute_derived(record)
        return record


def _is_told(record_id: object, told: Record | str) -> bool:
    return isinstance(told, Record) and record_id == told.id


def is_numbered(owner: ReferenceField, text: str) -> bool:
    """Tell whether a cell names a record by a number of the kind that offices hand out for such records."""
    kinds = [field for field in owner.rel_model.described().values() if isinstance(field, SerialField)]
    return any(re.search(rf"-{field.code}-\d{{4}}-\d+", text.upper()) for field in kinds)


def only_named(field: ReferenceField, text: str, record: Record) -> bool:
    """Tell whether a cell names a person who has a number by the name alone, with nothing beside it."""
    register = register_of(field.rel_model)
    if register is None or not names_people(register):
        return False
    others = [field for field in telling_fields(type(record)) if not isinstance(field, PersonNameField)]
    others += [field for field in register.record.naming if not isinstance(field, PersonNameField)]
    known = (other.format(record.__data__.get(other.name)) for other in others)
    words = ungrouped(text)
    return not any(told and ungrouped(told) in words for told in known)


def register_title(owner: ReferenceField) -> str:
    """Return what the records are called that rows belong to."""
    register = register_of(owner.rel_model)
    return register.title if register is not None else owner.label


def ask(people: Sequence[Record], title: str) -> str:
    """Say who may be meant by a name, and what tells them apart."""
    remedy = "请写编号、证件号码，或姓名和出生日期、单位"
    confirm = f"；确认就是的，请选“{BY_NAME}”" if len(people) == 1 else ""
    return f"只凭姓名不能确定是哪一条{title}，{remedy}；可能是：{_named(people)}{confirm}"


def _named(people: Sequence[Record]) -> str:
    named = [f"{person}{_particulars(person)}" for person in people[:_MOST_NAMED]]
    return "、".join(named) + (f"等 {len(people)} 条" if len(people) > _MOST_NAMED else "")


def _particulars(person: Record) -> str:
    """Return what tells people of one name apart and may be read by strangers."""
    register = register_of(type(person))
    fields = [field for fields in identities(register).personal for field in fields] if register else []
    texts = {
        field.name: field.mask(person.__data__.get(field.name))
        for field in fields
        if not isinstance(field, PersonNameField)
    }
    told = [text for text in texts.values() if text]
    return f"（{'，'.join(told)}）" if told else ""


def _with(owner: ReferenceField, stated: Mapping[Described, Any]) -> list[Record]:
    model = owner.rel_model
    exact = [field == value for field, value in stated.items() if _is_exact(field)]
    # Most words are nobody's: only who is found is read whole.
    ids = model.alive().where(*exact).select(model.id).order_by(model.id).tuples()
    people = [model.get_by_id(person_id) for (person_id,) in ids]
    told = [(field, comparable(field, value)) for field, value in stated.items() if not _is_exact(field)]
    return [
        person
        for person in people
        if all(comparable(field, person.__data__.get(field.name)) == value for field, value in told)
    ]


def _is_exact(field: Described) -> bool:
    return isinstance(field, (*NUMBERS, PersonNameField))


def _require_name(people: Sequence[Record], stated: Mapping[Described, Any]) -> Sequence[Record]:
    """Raise Invalid where a number is that of somebody of another name."""
    for field, name in stated.items():
        if isinstance(field, PersonNameField):
            known = people[0].__data__.get(field.name)
            if known and known != name:
                raise Invalid(f"这个号码是{known}的，表中写的是{name}，请核对")
    return people

"""Finding the record of a row without a key: by the values it states, never by the cells it leaves empty."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app.errors import Invalid
from app.exchange.identities import identities
from app.fields import (
    AttachmentField,
    ChoiceField,
    ChoicesField,
    DateField,
    Described,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
    text_of,
)
from app.records.base import Record
from app.records.batch import without_flush
from app.register import Register
from app.rules.unit_names import spelled_name, with_narrow_brackets

_MOST_NAMED = 5
_BRIEF = 20  # characters of a value that is named with a record


class Agreement:
    """Finds the record that agrees with a row, and refuses a row that several may agree with.

    A record agrees with a row that states its owner and all its required values. What the row states
    beyond that may be new to the record only where the row states its day, too. `incomplete` rows may
    lack required values; such a row finds only a record that says the same, never one to fill, unless it
    is to be found `by_name` and nobody else has the name.
    """

    def __init__(
        self, register: Register, *, incomplete: bool, by_name: bool, erasing: frozenset[str]
    ) -> None:
        described = register.record.described().values()
        self._register = register
        self._incomplete = incomplete
        self._by_name = by_name
        self._erasing = erasing
        required = [field for field in described if field.required]
        self._owners = [field for field in required if isinstance(field, ReferenceField)]
        self._required = [field for field in required if not isinstance(field, ReferenceField)]
        self._days = [
            field for field in described if isinstance(field, DateField) and callable(field.default)
        ]
        # Of one kind there may be many: neither a rank tells awards apart nor a day donations.
        kinds_only = all(isinstance(field, ChoiceField) for field in self._required)
        self._open_ended = bool(self._required) and (bool(self._days) or not kinds_only)

    def find(self, values: Mapping[str, Any], claimed: Collection[int]) -> Record | None:
        """Return the record that agrees with a row; None where there is none.

        Raises Invalid, naming what is missing and the records it may mean, where that is not certain.
        """
        stated = stated_values(self._register.record, values)
        lacking = [field for field in self._required if field.name not in stated]
        stated_fields = [field for field in (*self._owners, *self._required) if field.name in stated]
        if not stated or any(owner.name not in stated for owner in self._owners):
            return None
        if not stated_fields and lacking:
            return None
        equal_records = self._equal_records(stated, open_ended=self._open_ended, claimed=claimed)
        same = [record for record in equal_records if not new_values(record, stated)]
        if lacking:
            found = self._find_incomplete(values, lacking, same, stated_fields)
            return found or self._of_that_name(stated, lacking, equal_records, claimed)
        if same:
            return self._choose(values, same, ())
        if not equal_records:
            return None
        missing_days = [day for day in self._days if day.name not in stated]
        if missing_days or len(equal_records) > 1:
            raise Invalid(self._ambiguity(missing_days, equal_records))
        return equal_records[0]

    def _equal_records(
        self, stated: Mapping[str, Any], *, open_ended: bool, claimed: Collection[int]
    ) -> list[Record]:
        """Return the records with the row's values; if `open_ended`, those where some are empty, too.

        `claimed` are those of earlier rows. New records of this workbook are among them, so that
        what waits to be written need not be written before asking.
        """
        model = self._register.record
        strict = {field.name for field in (*self._owners, *self._required, *self._days)}
        terms: list[Any] = []
        for name, value in stated.items():
            field = model._meta.fields[name]
            same = field == (field.db_value(value) if isinstance(field, ChoicesField) else value)
            if _names_unit(field) and (narrow := with_narrow_brackets(value)) != value:
                same |= field == narrow  # as earlier versions kept it
            terms.append(same | field.is_null() if open_ended and name not in strict else same)
        return self._living(terms, claimed)

    def _living(self, terms: Sequence[Any], claimed: Collection[int]) -> list[Record]:
        with without_flush():
            query = self._register.record.alive().where(*terms)
            return [record for record in query if record.id not in claimed]

    def _find_incomplete(
        self,
        values: Mapping[str, Any],
        lacking: Sequence[Described],
        same: Sequence[Record],
        stated_fields: Sequence[Described],
    ) -> Record | None:
        """Find the record of a row that lacks what tells records apart: one that lacks it, too."""
        unfinished = [record for record in same if not any(_value(record, field) for field in lacking)]
        named = self._incomplete and len(stated_fields) > 1  # a name alone is nobody's
        matches = unfinished or (same if named else [])
        return self._choose(values, matches, lacking) if matches else None

    def _of_that_name(
        self,
        stated: Mapping[str, Any],
        lacking: Sequence[Described],
        equal_records: Sequence[Record],
        claimed: Collection[int],
    ) -> Record | None:
        """Find who alone has the name of a row, where a name is to be enough; else nobody may have it.

        Raises Invalid naming those who have it: the row may mean them.
        """
        namesakes = self._namesakes(stated, claimed)
        if self._by_name and len(namesakes) == 1:
            return namesakes[0]
        possible = list({record.id: record for record in (*equal_records, *namesakes)}.values())
        if possible:
            raise Invalid(self._ambiguity(lacking, possible))
        return None

    def _namesakes(self, stated: Mapping[str, Any], claimed: Collection[int]) -> list[Record]:
        """Return who has the name of a row that says too little of its person to tell them apart.

        Whose sex, day of birth or number is another is somebody else.
        """
        model, known = self._register.record, identities(self._register)
        name = next((field for field in model.naming if isinstance(field, PersonNameField)), None)
        if name is None or name.name not in stated or known.personal_keys(stated):
            return []
        telling = [*known.numbers, *known.serials]
        for number in known.numbers:
            if isinstance(number, ResidentIdField):
                telling += [field for field in (number.sex, number.born) if field is not None]
        terms = [field == stated.get(field.name) for field in (name, *known.owners)]
        told = [field for field in telling if field.name in stated]
        terms += [(field == stated[field.name]) | field.is_null() for field in told]
        return self._living(terms, claimed)

    def among(self, records: Sequence[Record], values: Mapping[str, Any], like: str = "") -> Record:
        """Return the one of several records that a row may mean: the only one, or one that says the same.

        `like` says in what they are alike. Raises Invalid naming them where that is not certain.
        """
        if len(records) == 1:
            return records[0]
        stated = stated_values(self._register.record, values)
        same = [record for record in records if not new_values(record, stated)]
        if same:
            return self._choose(values, same, ())
        many = f"{like}的{self._register.title}有 {len(records)} {self._register.unit}，" if like else ""
        raise Invalid(many + self._ambiguity((), records))

    def _choose(
        self, values: Mapping[str, Any], same: Sequence[Record], lacking: Sequence[Described]
    ) -> Record:
        """Return one of the equal records: any, unless empty cells are to erase something."""
        unchanged = [record for record in same if not new_values(record, values, erasing=self._erasing)]
        if not unchanged and (lacking or len(same) > 1):
            raise Invalid(self._ambiguity(lacking, same))
        return (unchanged or same)[0]

    def _ambiguity(self, missing: Sequence[Described], records: Sequence[Record]) -> str:
        """Say what is missing, and which records a row may mean, with what tells them apart."""
        naming = self._register.record.naming
        wanted = missing or [field for field in naming if isinstance(field, SerialField)]
        telling = {field.name: field for field in (*self._days, *(missing or self._required))}
        remedy = f"请填写{'、'.join(field.label for field in wanted)}" if wanted else "请在台账中修改"
        return f"{remedy}，否则不能确定是哪一条；可能是：{_named(records, list(telling.values()))}"


def stated_values(model: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the filled values of a row, and those they imply: a member chosen implies the name."""
    fields = model.described()
    filled = {name: value for name, value in values.items() if value is not None}
    stated = {name: value for name, value in filled.items() if not isinstance(fields[name], AttachmentField)}
    for name, value in filled.items():
        if fields[name].implies:
            stated = {**fields[name].implied(value), **stated}
    return stated


def _value(record: Record, field: Described) -> object:
    return record.__data__.get(field.name)


def _named(records: Sequence[Record], telling: Sequence[Described]) -> str:
    """Name records with some of their values, not more than a person reads."""
    named = [_with_values(record, telling) for record in records[:_MOST_NAMED]]
    more = f"等 {len(records)} 条" if len(records) > _MOST_NAMED else ""
    return "、".join(named) + more


def _with_values(record: Record, telling: Sequence[Described]) -> str:
    """Name a record with some of its values; numbers that strangers must not read are hidden."""
    own = {field.name for field in record.naming}
    shown = (field for field in telling if _value(record, field) and field.name not in own)
    texts = [text_of(field, record) for field in shown]
    brief = [text for text in texts if len(text) <= _BRIEF]
    return f"{record}（{'，'.join(brief)}）" if brief else str(record)


def _names_unit(field: object) -> bool:
    return isinstance(field, TextField) and field.names_unit


def _only_spelled_otherwise(record: Record, name: str, value: object) -> bool:
    """Tell whether a unit's name differs from the record's in its blanks and brackets only."""
    before = record.__data__.get(name)
    return (
        isinstance(before, str)
        and isinstance(value, str)
        and _names_unit(record._meta.fields[name])
        and spelled_name(before) == spelled_name(value)
    )


def new_values(
    record: Record,
    values: Mapping[str, Any],
    *,
    blanks_only: bool = False,
    erasing: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Return the values of a row that differ from the record's, by field name.

    An empty cell counts only for `erasing` fields; with `blanks_only` a value only where the record has none.
    """
    before = record.__data__
    return {
        name: value
        for name, value in values.items()
        if (value is not None or name in erasing)
        and before.get(name) != (value.id if isinstance(value, Record) else value)
        and not _only_spelled_otherwise(record, name, value)
        and (not blanks_only or before.get(name) in (None, ""))
    }

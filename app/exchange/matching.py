"""Finding the record that a row of a workbook means: never by a person's name alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from app.errors import Invalid
from app.exchange.agreeing import Agreement, stated_values
from app.exchange.identities import Key, Names, identities
from app.fields import Described, PersonNameField, ResidentIdField
from app.records.base import Record, database
from app.records.batch import without_flush
from app.records.index import Ids
from app.register import Register

_Sets = tuple[tuple[Described, ...], ...]
_AT_ONCE = 500  # records fetched with one query: SQLite takes a limited number of parameters


class Matcher:
    """Finds the record that each row means; a record belongs to one row of a workbook only.

    What tells records apart is their numbers and what is declared for the register, never a person's
    name or a title by itself. Rows may be `incomplete`; empty cells of `erasing` fields erase a record's
    value; `by_name` lets a name alone find the only one who has it.
    """

    def __init__(
        self,
        register: Register,
        *,
        incomplete: bool = False,
        by_name: bool = False,
        erasing: frozenset[str] = frozenset(),
    ) -> None:
        self._register = register
        self._model = register.record
        self._agreement = Agreement(register, incomplete=incomplete, by_name=by_name, erasing=erasing)
        self._identities = identities(register)
        self._claimed: set[int] = set()
        self._rows: dict[Names, dict[object, int]] = defaultdict(dict)
        self._fetched: dict[int, Record] = {}
        self._last_keys: tuple[Mapping[str, object] | None, dict[Names, Key]] = (None, {})

    def fetch(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Fetch the records that these rows may mean, many with one query instead of one each."""
        if not self._ids_by_key and not self._ids_by_likeness:
            return
        wanted: set[int] = set()
        for values in rows:
            known = [self._ids_by_key.get(key) for key in self.keys(values).values()]
            if not any(known):
                known = [self._ids_by_likeness.get(key) for key in self._personal_keys(values).values()]
            wanted.update(*known)
        self._fetched.clear()
        ids = sorted(wanted)
        for start in range(0, len(ids), _AT_ONCE):
            chosen = self._model.select().where(self._model.id.in_(ids[start : start + _AT_ONCE]))
            with without_flush():
                self._fetched.update((record.id, record) for record in chosen)

    def find(self, values: Mapping[str, object]) -> Record | None:
        """Return the record of a row: by what tells it apart, else one that agrees with all its values.

        None where there is none. Raises Invalid when a row may mean several, or when what it states
        belongs to different records.
        """
        if self._register.single:
            return self._model.alive().first()
        keys = self.keys(values)
        matches = [ids for key in keys.values() if (ids := self._unclaimed(key))]
        if matches:
            return self._matched(values, keys, matches)
        namesakes = self._namesakes(values)
        if namesakes:
            return self._agreement.among(namesakes, values, self._likeness(values)[0])
        return None if keys else self._agreement.find(values, self._claimed)

    def new_keys(self, values: Mapping[str, object]) -> dict[Names, Key] | None:
        """Return the keys of a row that can only mean a new record, whatever the rows before it mean.

        It says what is one record's alone, of which nobody in the file is known, nor by what is like it.
        None for any other row.
        """
        keys = self.keys(values)
        if not keys or any(key in self._ids_by_key for key in keys.values()):
            return None
        if any(key in self._ids_by_likeness for key in self._personal_keys(values).values()):
            return None
        return keys

    def _matched(
        self, values: Mapping[str, object], keys: Mapping[Names, Key], matches: list[set[int]]
    ) -> Record:
        common = set.intersection(*matches)
        if not common:
            labels = (self._model._meta.fields[name].label for names in keys for name in names)
            raise Invalid(f"{'和'.join(dict.fromkeys(labels))}不是同一条记录的，请核对")
        if len(common) > 1:  # what may be there only once was there before that was asked for
            return self._agreement.among([self._record(one) for one in sorted(common)], values)
        record = self._record(common.pop())
        self._require_same_numbers(record, values)
        self._require_same_person(record, values)
        return record

    def _namesakes(self, values: Mapping[str, object]) -> list[Record]:
        """Return who is like the person of a row in more than the name, unless a number tells them apart."""
        if not (keys := self._personal_keys(values)):
            return []
        ids = {record_id for key in keys.values() for record_id in self._ids_by_likeness.get(key)}
        ids -= self._claimed
        records = (self._record(record_id) for record_id in sorted(ids))
        return [record for record in records if self._differing_number(record, values) is None]

    def _personal_keys(self, values: Mapping[str, object]) -> dict[Names, Key]:
        if not self._identities.personal or not self._ids_by_likeness:
            return {}
        return self._identities.personal_keys(stated_values(self._model, values))

    def recognised(self, record: Record, values: Mapping[str, object]) -> str:
        """Say by what a row's person was taken for a known one, where only one of the two has a number."""
        numbers = [field.name for field in self._identities.numbers]
        one_sided = any(bool(values.get(name)) != bool(record.__data__.get(name)) for name in numbers)
        if not one_sided or self._same_number(record, values):
            return ""
        like, others = self._likeness(values)
        same = f"，{'、'.join(others)}相同" if others else ""
        return f"已有{like}的{self._register.title}{record}{same}，按同一人处理" if like else ""

    def _likeness(self, values: Mapping[str, object]) -> tuple[str, list[str]]:
        """Say in what a row's person is like those found: 同名且同日出生, and what else is the same."""
        found = [names for names, key in self._personal_keys(values).items() if key in self._ids_by_likeness]
        fields = {name: self._model._meta.fields[name] for names in found for name in names}
        numbers = [field for field in self._identities.numbers if isinstance(field, ResidentIdField)]
        born = {field.born.name for field in numbers if field.born is not None}
        others = [
            field.label
            for name, field in fields.items()
            if name not in born and not isinstance(field, PersonNameField)
        ]
        return ("同名且同日出生" if born & fields.keys() else "同名") if found else "", others

    def _record(self, record_id: int) -> Record:
        if record_id not in self._fetched:
            with without_flush():  # what waits to be written is claimed by its row: nobody asks for it here
                self._fetched[record_id] = self._model.get_by_id(record_id)
        return self._fetched[record_id]

    def claim(self, record: Record, keys: Mapping[Names, Key], row: int) -> None:
        """Note that a row with these keys, by number, means this record: no other row may."""
        self.reserve(record.id)
        for names, key in keys.items():
            if len(names) == 1:  # what is asked for
                self._rows[names].setdefault(_stated(key), row)

    def reserve(self, record_id: int) -> None:
        """Let no row mean this record from now on."""
        self._claimed.add(record_id)

    def earlier_row(self, values: Mapping[str, object], field: Described) -> int | None:
        """Return the number of the earlier row with the same number or name in a field; None without one."""
        names = (field.name,)
        key = self.keys(values).get(names)
        return self._rows[names].get(_stated(key)) if key is not None else None

    def keys(self, values: Mapping[str, object]) -> dict[Names, Key]:
        """Return what a row states that is one record's alone, by the names of the fields.

        The last answer is remembered: the same row is asked for its keys several times.
        """
        if self._last_keys[0] is not values:
            self._last_keys = values, self._identities.certain_keys(values)
        return self._last_keys[1]

    @cached_property
    def _ids_by_key(self) -> Ids:
        """Map what is one record's alone to the ids of living records, read once for the whole workbook."""
        return self._indexed(self._identities.certain, self._identities.certain_keys)

    @cached_property
    def _ids_by_likeness(self) -> Ids:
        """Map what people are known by without a number to their ids; asked only for unknown numbers."""
        return self._indexed(self._identities.personal, self._identities.personal_keys)

    def _indexed(self, sets: _Sets, keys: Callable[[Mapping[str, object]], dict[Names, Key]]) -> Ids:
        fields = {field.name: field for one in (self._identities.owners, *sets) for field in one}
        query = self._model.select(self._model.id, *fields.values())
        ids = Ids()
        # What waits to be written is this workbook's, and claimed by its rows.
        with without_flush():
            for record_id, *read in database.execute(query.where(self._model.deleted_at.is_null())):
                for key in keys(dict(zip(fields, read, strict=True))).values():
                    ids.add(key, record_id)
        return ids

    def _unclaimed(self, key: Key) -> set[int]:
        return set(self._ids_by_key.get(key)) - self._claimed

    def _differing_number(self, record: Record, values: Mapping[str, object]) -> Described | None:
        """Return the number in which a row and a record differ, both having one; None without such."""
        known = record.__data__
        for field in self._identities.numbers:
            if (stated := values.get(field.name)) and known.get(field.name) not in (None, "", stated):
                return field
        return None

    def _same_number(self, record: Record, values: Mapping[str, object]) -> bool:
        return any(
            values.get(field.name) and values[field.name] == record.__data__.get(field.name)
            for field in (*self._identities.numbers, *self._identities.serials)
        )

    def _require_same_numbers(self, record: Record, values: Mapping[str, object]) -> None:
        """A name or a title does not make two numbers one; only another number that is the same does."""
        if self._same_number(record, values):
            return
        if (field := self._differing_number(record, values)) is not None:
            known, stated = (field.format(one[field.name]) for one in (record.__data__, values))
            raise Invalid(f"“{record}”的{field.label}是 {known}，表中写的是 {stated}，请核对")

    def _require_same_person(self, record: Record, values: Mapping[str, object]) -> None:
        """A number of a list may be another office's: it does not make two people one."""
        known = record.__data__
        for field in self._identities.numbers:
            if values.get(field.name) and values[field.name] == known.get(field.name):
                return
        for field in self._model.naming:
            name, known_name = values.get(field.name), known.get(field.name)
            if isinstance(field, PersonNameField) and name and known_name and name != known_name:
                raise Invalid(f"这个编号是{known_name}的，表中写的是{name}，请核对")


def _stated(key: Key) -> object:
    """Return what a key states, without the names: of most the number alone, which is in memory anyway."""
    return key[1] if len(key) == 2 else key[1:]

"""Finding the record that a row of a workbook means: never by a person's name alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from app.errors import Invalid
from app.exchange.agreeing import Agreement
from app.fields import Described, PersonNameField, ReferenceField, SerialField, UnitNameField
from app.records.base import Record, database
from app.records.batch import plain
from app.register import Register
from app.rules.unit_names import spelled_name

_Key = tuple[object, ...]
_AT_ONCE = 500  # records fetched with one query: SQLite takes a limited number of parameters


class Matcher:
    """Finds the record that each row means; a record belongs to one row of a workbook only.

    Key fields are those that name a record, such as its number or identity number, but never a
    person's name. Rows may be `incomplete`; empty cells of `erasing` fields erase a record's value.
    """

    def __init__(
        self, register: Register, *, incomplete: bool = False, erasing: frozenset[str] = frozenset()
    ) -> None:
        self._register = register
        self._model = register.record
        self._agreement = Agreement(register, incomplete=incomplete, erasing=erasing)
        described = self._model.described().values()
        self._owners = [field for field in described if isinstance(field, ReferenceField) and field.required]
        self._key_fields = [
            field
            for field in self._model.naming
            if field.derive is None and not isinstance(field, PersonNameField)
        ]
        self._claimed: set[int] = set()
        self._rows: dict[_Key, int] = {}
        self._fetched: dict[int, Record] = {}
        self._last_keys: tuple[Mapping[str, object] | None, dict[str, _Key]] = (None, {})

    def fetch(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Fetch the records that these rows may mean, many with one query instead of one each."""
        if not self._ids_by_key:
            return
        wanted = {
            record_id
            for values in rows
            for key in self.keys(values).values()
            for record_id in self._ids_by_key.get(key, ())
        }
        ids = sorted(wanted)
        for start in range(0, len(ids), _AT_ONCE):
            chosen = self._model.select().where(self._model.id.in_(ids[start : start + _AT_ONCE]))
            self._fetched.update((record.id, record) for record in chosen)

    def find(self, values: Mapping[str, object]) -> Record | None:
        """Return the record of a row: by its keys, else one that agrees with all its values.

        None where there is none. Raises Invalid when the keys belong to different records, or when the row
        may mean several.
        """
        if self._register.single:
            return self._model.alive().first()
        keys = self.keys(values)
        if not keys:
            return self._agreement.find(values, self._claimed)
        matches = [ids for key in keys.values() if (ids := self._unclaimed(key))]
        if not matches:
            return None
        common = set.intersection(*matches)
        if not common:
            numbers = "和".join(field.label for field in self._key_fields if field.name in keys)
            raise Invalid(f"{numbers}不是同一条记录的，请核对")
        if len(common) > 1:  # a name that several have
            return self._agreement.find(values, self._claimed)
        record = self._record(common.pop())
        self._require_same_person(record, values)
        return record

    def _record(self, record_id: int) -> Record:
        if record_id not in self._fetched:
            return self._model.get_by_id(record_id)
        return self._fetched[record_id]

    def claim(self, record: Record, values: Mapping[str, object], row: int) -> None:
        """Note that a row, by number, means this record: no other row may."""
        self.reserve(record.id)
        for key in self.keys(values).values():
            self._rows.setdefault(key, row)

    def reserve(self, record_id: int) -> None:
        """Let no row mean this record from now on."""
        self._claimed.add(record_id)

    def earlier_row(self, values: Mapping[str, object], field: Described) -> int | None:
        """Return the number of the earlier row with the same key in a field; None where there is none."""
        key = self.keys(values).get(field.name)
        return self._rows.get(key) if key is not None else None

    def keys(self, values: Mapping[str, object]) -> dict[str, _Key]:
        """Return the keys of a row by field name: each value with the record's owners beside it.

        The last answer is remembered: the same row is asked for its keys several times.
        """
        if self._last_keys[0] is not values:
            owners = tuple([plain(values.get(owner.name)) for owner in self._owners])
            pairs = [(field.name, _plain_key(field, values.get(field.name))) for field in self._key_fields]
            keys = {name: (name, value, *owners) for name, value in pairs if value not in (None, "")}
            self._last_keys = values, keys
        return self._last_keys[1]

    @cached_property
    def _ids_by_key(self) -> dict[_Key, set[int]]:
        """Map the keys of all living records to their ids, read once for the whole workbook."""
        names = [field.name for field in (*self._key_fields, *self._owners)]
        query = self._model.select(self._model.id, *(self._model._meta.fields[name] for name in names))
        ids: dict[_Key, set[int]] = {}
        for record_id, *values in database.execute(query.where(self._model.deleted_at.is_null())):
            for key in self.keys(dict(zip(names, values, strict=True))).values():
                ids.setdefault(key, set()).add(record_id)
        return ids

    def _unclaimed(self, key: _Key) -> set[int]:
        return self._ids_by_key.get(key, set()) - self._claimed

    def _require_same_person(self, record: Record, values: Mapping[str, object]) -> None:
        """A number of a list may be another office's: it does not make two people one."""
        known = record.__data__
        for field in self._key_fields:
            if not isinstance(field, SerialField) and values.get(field.name) == known.get(field.name):
                return
        for field in self._model.naming:
            name, known_name = values.get(field.name), known.get(field.name)
            if isinstance(field, PersonNameField) and name and known_name and name != known_name:
                raise Invalid(f"这个编号是{known_name}的，表中写的是{name}，请核对")


def _plain_key(field: Described, value: object) -> object:
    """Return a key as it is compared: ways of spelling a unit's name, such as its brackets, are one."""
    if isinstance(field, UnitNameField) and isinstance(value, str):
        return spelled_name(value)
    return plain(value)

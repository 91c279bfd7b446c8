"""Finding the record that a row of a workbook speaks of: never by a person's name alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from app.errors import Invalid
from app.exchange.agreeing import Agreement
from app.fields import Described, PersonNameField, ReferenceField, SerialField
from app.records.base import Record, database
from app.records.batch import plain
from app.register import Register

_Key = tuple[object, ...]
_AT_ONCE = 500  # records fetched with one question


class Matcher:
    """Tells which record each row means; a record answers to one row of a workbook only.

    Rows may be `incomplete`; empty cells of `erasing` fields erase what a record says.
    """

    def __init__(
        self, register: Register, *, incomplete: bool = False, erasing: frozenset[str] = frozenset()
    ) -> None:
        self._register = register
        self._model = register.record
        self._agreement = Agreement(register, incomplete=incomplete, erasing=erasing)
        described = self._model.described().values()
        self._owners = [field for field in described if isinstance(field, ReferenceField) and field.required]
        self._telling = [
            field
            for field in self._model.naming
            if field.derive is None and not isinstance(field, PersonNameField)
        ]
        self._taken: set[int] = set()
        self._rows: dict[_Key, int] = {}
        self._fetched: dict[int, Record] = {}
        self._last: tuple[Mapping[str, object] | None, dict[str, _Key]] = (None, {})

    def fetch(self, every: Iterable[Mapping[str, object]]) -> None:
        """Read the records that these rows may mean, many at a time."""
        if not self._known:
            return
        wanted = {
            record_id
            for values in every
            for key in self.keys(values).values()
            for record_id in self._known.get(key, ())
        }
        ids = sorted(wanted)
        for start in range(0, len(ids), _AT_ONCE):
            chosen = self._model.select().where(self._model.id.in_(ids[start : start + _AT_ONCE]))
            self._fetched.update((record.id, record) for record in chosen)

    def find(self, values: Mapping[str, object]) -> Record | None:
        """Return the record of a row: by its numbers, else one that agrees in all that the row says.

        Raises Invalid when the row's numbers belong to different people, or when it may mean several.
        """
        if self._register.single:
            return self._model.alive().first()
        keys = self.keys(values)
        if not keys:
            return self._agreement.find(values, self._taken)
        matches = [ids for key in keys.values() if (ids := self._free(key))]
        if not matches:
            return None
        common = set.intersection(*matches)
        if not common:
            numbers = "和".join(field.label for field in self._telling if field.name in keys)
            raise Invalid(f"{numbers}不是同一条记录的，请核对")
        if len(common) > 1:  # a name that several have
            return self._agreement.find(values, self._taken)
        record = self._record(common.pop())
        self._require_same_person(record, values)
        return record

    def _record(self, record_id: int) -> Record:
        if record_id not in self._fetched:
            return self._model.get_by_id(record_id)
        return self._fetched[record_id]

    def take(self, record: Record, values: Mapping[str, object], row: int) -> None:
        """Note that a row spoke of this record."""
        self.reserve(record.id)
        for key in self.keys(values).values():
            self._rows.setdefault(key, row)

    def reserve(self, record_id: int) -> None:
        """Let no other row speak of this record."""
        self._taken.add(record_id)

    def row_before(self, values: Mapping[str, object], field: Described) -> int | None:
        """Return the earlier row of the workbook that said the same in a telling field."""
        key = self.keys(values).get(field.name)
        return self._rows.get(key) if key is not None else None

    def keys(self, values: Mapping[str, object]) -> dict[str, _Key]:
        """Return, by field name, what tells a row's record from others."""
        if self._last[0] is not values:
            owners = tuple([plain(values.get(owner.name)) for owner in self._owners])
            said = [(field.name, plain(values.get(field.name))) for field in self._telling]
            keys = {name: (name, value, *owners) for name, value in said if value not in (None, "")}
            self._last = values, keys
        return self._last[1]

    @cached_property
    def _known(self) -> dict[_Key, set[int]]:
        """Map all telling values there are to their records, read once for the whole workbook."""
        names = [field.name for field in (*self._telling, *self._owners)]
        query = self._model.select(self._model.id, *(self._model._meta.fields[name] for name in names))
        known: dict[_Key, set[int]] = {}
        for record_id, *said in database.execute(query.where(self._model.deleted_at.is_null())):
            for key in self.keys(dict(zip(names, said, strict=True))).values():
                known.setdefault(key, set()).add(record_id)
        return known

    def _free(self, key: _Key) -> set[int]:
        return self._known.get(key, set()) - self._taken

    def _require_same_person(self, record: Record, values: Mapping[str, object]) -> None:
        """A number of a list may be another office's: it does not make two people one."""
        known = record.__data__
        for field in self._telling:
            if not isinstance(field, SerialField) and values.get(field.name) == known.get(field.name):
                return
        for field in self._model.naming:
            name, known_name = values.get(field.name), known.get(field.name)
            if isinstance(field, PersonNameField) and name and known_name and name != known_name:
                raise Invalid(f"这个编号是{known_name}的，表中写的是{name}，请核对")

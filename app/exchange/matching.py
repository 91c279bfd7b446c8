"""Finding the record that a row of a workbook speaks of: never by a person's name alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from functools import cached_property

from peewee import Expression

from app.errors import Invalid
from app.fields import AttachmentField, ChoicesField, Described, PersonNameField, ReferenceField, SerialField
from app.records.base import Record, database
from app.records.batch import current, plain
from app.register import Register

_Key = tuple[object, ...]
_AT_ONCE = 500  # records fetched with one question


class Matcher:
    """Tells which record each row means; a record answers to one row of a workbook only."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._model = register.record
        described = self._model.described().values()
        self._owners = [kept for kept in described if isinstance(kept, ReferenceField) and kept.required]
        self._telling = [kept for kept in self._model.naming if not isinstance(kept, PersonNameField)]
        self._taken: set[int] = set()
        self._rows: dict[_Key, int] = {}
        self._fetched: dict[int, Record] = {}
        self._last: tuple[Mapping[str, object] | None, dict[str, _Key]] = (None, {})

    def fetch(self, every: Iterable[Mapping[str, object]]) -> None:
        """Read the records that these rows may mean, many at a time."""
        if not self._known:
            return
        wanted = {
            found
            for values in every
            for key in self.keys(values).values()
            for found in self._known.get(key, ())
        }
        ids = sorted(wanted)
        for start in range(0, len(ids), _AT_ONCE):
            chosen = self._model.select().where(self._model.id.in_(ids[start : start + _AT_ONCE]))
            self._fetched.update((record.id, record) for record in chosen)

    def find(self, values: Mapping[str, object]) -> Record | None:
        """Return the record of a row: by its numbers, else one that agrees in all that the row says.

        Raises Invalid when the row's numbers belong to different people.
        """
        if self._register.single:
            return self._model.alive().first()
        keys = self.keys(values)
        if not keys:
            return self._agreeing(values)
        found = [ids for key in keys.values() if (ids := self._free(key))]
        if not found:
            return None
        common = set.intersection(*found)
        if not common:
            numbers = "和".join(kept.label for kept in self._telling if kept.name in keys)
            raise Invalid(f"{numbers}不是同一条记录的，请核对")
        record = _closest(self._records(common), values)
        self._require_same_person(record, values)
        return record

    def _records(self, ids: Iterable[int]) -> Iterator[Record]:
        for one in ids:
            yield self._fetched[one] if one in self._fetched else self._model.get_by_id(one)

    def take(self, record: Record, values: Mapping[str, object], row: int) -> None:
        """Note that a row spoke of this record."""
        self.reserve(record.id)
        for key in self.keys(values).values():
            self._rows.setdefault(key, row)

    def reserve(self, record_id: int) -> None:
        """Let no other row speak of this record."""
        self._taken.add(record_id)

    def row_before(self, values: Mapping[str, object], kept: Described) -> int | None:
        """Return the earlier row of the workbook that said the same in a telling field."""
        key = self.keys(values).get(kept.name)
        return self._rows.get(key) if key is not None else None

    def keys(self, values: Mapping[str, object]) -> dict[str, _Key]:
        """Return, by field name, what tells a row's record from others."""
        if self._last[0] is not values:
            owners = tuple([plain(values.get(kept.name)) for kept in self._owners])
            said = [(kept.name, plain(values.get(kept.name))) for kept in self._telling]
            keys = {name: (name, value, *owners) for name, value in said if value not in (None, "")}
            self._last = values, keys
        return self._last[1]

    @cached_property
    def _known(self) -> dict[_Key, set[int]]:
        """Map all telling values there are to their records, read once for the whole workbook."""
        names = [kept.name for kept in (*self._telling, *self._owners)]
        query = self._model.select(self._model.id, *(self._model._meta.fields[name] for name in names))
        known: dict[_Key, set[int]] = {}
        for record_id, *told in database.execute(query.where(self._model.deleted_at.is_null())):
            for key in self.keys(dict(zip(names, told, strict=True))).values():
                known.setdefault(key, set()).add(record_id)
        return known

    def _free(self, key: _Key) -> set[int]:
        return self._known.get(key, set()) - self._taken

    def _require_same_person(self, record: Record, values: Mapping[str, object]) -> None:
        """A number of a list may be another office's: it does not make two people one."""
        for kept in self._telling:
            if not isinstance(kept, SerialField) and values.get(kept.name) == record.__data__.get(kept.name):
                return
        for kept in self._model.naming:
            told, known = values.get(kept.name), record.__data__.get(kept.name)
            if isinstance(kept, PersonNameField) and told and known and told != known:
                raise Invalid(f"这个编号是{known}的，表中写的是{told}，请核对")

    def _agreeing(self, values: Mapping[str, object]) -> Record | None:
        """Find a record that says the same; one of the same owner may say less.

        Records that this workbook brought are taken: those that still wait to be written do not matter.
        """
        owners = {kept.name for kept in self._owners}
        said: list[Expression] = []
        for name, value in values.items():
            kept = self._model._meta.fields[name]
            if value is not None and not isinstance(kept, AttachmentField):
                loose = owners and name not in owners
                joined = isinstance(kept, ChoicesField) and isinstance(value, tuple)
                same = kept == (kept.db_value(value) if joined else value)
                said.append(same | kept.is_null() if loose else same)
        if not said:
            return None
        batch = current()
        with batch.apart() if batch is not None else nullcontext():
            free = [record for record in self._model.alive().where(*said) if record.id not in self._taken]
        return _closest(free, values) if free else None


def _closest(records: Iterable[Record], values: Mapping[str, object]) -> Record:
    return min(records, key=lambda record: (len(news(record, values)), record.id))


def news(
    record: Record,
    values: Mapping[str, object],
    *,
    blanks_only: bool = False,
    erasing: frozenset[str] = frozenset(),
) -> dict[str, object]:
    """Return what a row says that the record does not; an empty cell erases only where asked to."""
    before = record.__data__
    return {
        name: value
        for name, value in values.items()
        if (value is not None or name in erasing)
        and before.get(name) != (value.id if isinstance(value, Record) else value)
        and (not blanks_only or before.get(name) in (None, ""))
    }

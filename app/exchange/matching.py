"""Finding the record that a row of a workbook speaks of: never by a person's name alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from app.errors import Invalid
from app.fields import AttachmentField, ChoicesField, Described, PersonNameField, ReferenceField, SerialField
from app.records.base import Record
from app.register import Register

_Key = tuple[Any, ...]


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

    def find(self, values: Mapping[str, Any]) -> Record | None:
        """Return the record of a row: by its numbers, else one that agrees in all that the row says.

        Raises Invalid when the row's numbers belong to different people.
        """
        if self._register.single:
            return self._model.alive().first()  # type: ignore[no-any-return]
        keys = self._keys(values)
        if not keys:
            return self._agreeing(values)
        found = [ids for key in keys.values() if (ids := self._free(key))]
        if not found:
            return None
        common = set.intersection(*found)
        if not common:
            numbers = "和".join(kept.label for kept in self._telling if kept.name in keys)
            raise Invalid(f"{numbers}不是同一条记录的，请核对")
        record = _closest(self._model.alive().where(self._model.id.in_(common)), values)
        self._require_same_person(record, values)
        return record

    def take(self, record: Record, values: Mapping[str, Any], row: int) -> None:
        """Note that a row spoke of this record."""
        self._taken.add(record.id)
        for key in self._keys(values).values():
            self._rows.setdefault(key, row)

    def row_before(self, values: Mapping[str, Any], kept: Described) -> int | None:
        """Return the earlier row of the workbook that said the same in a telling field."""
        key = self._keys(values).get(kept.name)
        return self._rows.get(key) if key is not None else None

    def _keys(self, values: Mapping[str, Any]) -> dict[str, _Key]:
        owners = tuple(_plain(values.get(kept.name)) for kept in self._owners)
        said = {kept.name: _plain(values.get(kept.name)) for kept in self._telling}
        return {name: (name, value, *owners) for name, value in said.items() if value not in (None, "")}

    @cached_property
    def _known(self) -> dict[_Key, set[int]]:
        """Map all telling values there are to their records, read once for the whole workbook."""
        fields = (*self._telling, *self._owners)
        known: dict[_Key, set[int]] = {}
        for record in self._model.select(self._model.id, *fields).where(self._model.deleted_at.is_null()):
            for key in self._keys(record.__data__).values():
                known.setdefault(key, set()).add(record.id)
        return known

    def _free(self, key: _Key) -> set[int]:
        return self._known.get(key, set()) - self._taken

    def _require_same_person(self, record: Record, values: Mapping[str, Any]) -> None:
        """A number of a list may be another office's: it does not make two people one."""
        for kept in self._telling:
            if not isinstance(kept, SerialField) and values.get(kept.name) == record.__data__.get(kept.name):
                return
        for kept in self._model.naming:
            told, known = values.get(kept.name), record.__data__.get(kept.name)
            if isinstance(kept, PersonNameField) and told and known and told != known:
                raise Invalid(f"这个编号是{known}的，表中写的是{told}，请核对")

    def _agreeing(self, values: Mapping[str, Any]) -> Record | None:
        """Find a record that says the same; one of the same owner may say less."""
        owners = {kept.name for kept in self._owners}
        said: list[Any] = []
        for name, value in values.items():
            kept = self._model._meta.fields[name]
            if value is not None and not isinstance(kept, AttachmentField):
                loose = owners and name not in owners
                same = kept == (kept.db_value(value) if isinstance(kept, ChoicesField) else value)
                said.append(same | kept.is_null() if loose else same)
        if not said:
            return None
        free = [record for record in self._model.alive().where(*said) if record.id not in self._taken]
        return _closest(free, values) if free else None


def _closest(records: Iterable[Record], values: Mapping[str, Any]) -> Record:
    return min(records, key=lambda record: (len(news(record, values)), record.id))


def news(record: Record, values: Mapping[str, Any], *, blanks_only: bool = False) -> dict[str, Any]:
    """Return what a row says that the record does not; an empty cell never erases a value."""
    before = record.__data__
    return {
        name: value
        for name, value in values.items()
        if value is not None
        and before.get(name) != _plain(value)
        and (not blanks_only or before.get(name) in (None, ""))
    }


def _plain(value: Any) -> Any:
    return value.id if isinstance(value, Record) else value

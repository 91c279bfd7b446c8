"""Values that live elsewhere: references to other records, and files taken into the office."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Unpack

import peewee

from app.errors import Invalid
from app.fields.base import Described, require_readable
from app.fields.text import PersonNameField, UnitNameField
from app.fields.typed import Linked, Null
from app.rules.unit_names import plain_name

if TYPE_CHECKING:
    from app.fields.typed import Options


_MOST_NAMED = 5  # so many records are named where words may mean several


def taken(*same: str, **others: str) -> Callable[[peewee.Model], Mapping[str, object]]:
    """Return what a reference fills in: fields of the same name, and those that are called own=theirs."""
    names = {name: name for name in same} | others

    def fills(record: peewee.Model) -> Mapping[str, object]:
        values = {own: getattr(record, theirs) for own, theirs in names.items()}
        return {own: value for own, value in values.items() if value is not None}

    return fills


class Unknown(Invalid):
    """Nothing is called so yet."""


class _Reference(peewee.ForeignKeyAccessor):
    """Reads a reference that nobody has filled in yet as None, required or not: a new form is open.

    What it refers to is fetched for all the records it was read with (`peers`), where these are said.
    """

    def get_rel_instance(self, instance: peewee.Model) -> peewee.Model | None:
        if self.name not in instance.__rel__:
            if (value := instance.__data__.get(self.name)) is None:
                return None
            if peers := getattr(instance, "peers", ()):
                self.field.fetch(peers)
            if self.name not in instance.__rel__:
                instance.__rel__[self.name] = self.rel_model.get_by_id(value)
        record: peewee.Model = instance.__rel__[self.name]
        return record


class ReferenceField(Described[Linked, Null], peewee.ForeignKeyField):
    """Another record, found by what people call it.

    The record pointed to says by which of its fields it is found: `naming`, best first. Unlike
    other required values a required reference is required in the file too: a child row without
    its owner means nothing. `fills` returns the values of other fields that choosing a record
    implies where nothing was typed. What is derived from rows with a reference that is `followed` depends
    on the record pointed to: it is derived anew when that changes.
    """

    means = "从台账中选一条，打几个字或拼音首字母就能找到"
    accessor_class = _Reference
    elastic = True
    chars = 18

    def __init__(
        self,
        label: str,
        model: type[Linked] | Literal["self"],
        *,
        fills: Callable[[Linked], Mapping[str, object]] | None = None,
        followed: bool = False,
        **options: Unpack[Options[Linked, Null]],
    ) -> None:
        null = options.pop("null", False)
        super().__init__(label, model=model, **options)
        # Most are shown by a long name, or a name and a number; only a person has nothing but a short one.
        self.wide = self.wide or (
            model != "self" and not isinstance(self.rel_model.naming[-1], PersonNameField)
        )
        self.fills = fills
        self.followed = followed
        self.null = null
        self.required = not null

    def fetch(self, records: Sequence[peewee.Model]) -> None:
        """Fetch what records refer to, in one query, and let what these refer to be fetched so, too."""
        lacking = [one for one in records if self.name not in one.__rel__ and one.__data__.get(self.name)]
        keys = {one.__data__[self.name] for one in lacking}
        found = list(self.rel_model.select().where(self.rel_model.id.in_(keys))) if keys else []
        of_key = {one.id: one for one in found}
        for one in found:
            one.peers = found
        for one in lacking:
            if (target := of_key.get(one.__data__[self.name])) is not None:
                one.__rel__[self.name] = target

    def parse(self, text: str) -> Linked | None:
        # Not tidied here: each naming field reads the words in its own way, a person's name unfolded.
        text = text.strip()
        require_readable(text)
        return None if self.says_nothing(text) else self.read(text)

    def read(self, text: str) -> Linked:
        named = re.fullmatch(r".*[（(](.+)[)）]", text)
        for words in (text, named[1]) if named else (text,):
            for field in self.rel_model.naming:
                records = self._called(field, words)
                if len(records) == 1:
                    return records[0]
                if records:
                    several = "、".join(map(str, records[:_MOST_NAMED]))
                    more = "等" if len(records) > _MOST_NAMED else ""
                    raise Invalid(f"“{words}”不止一条，请改填编号；可能是：{several}{more}")
        raise Unknown(f"没有找到“{text}”，请先登记，或从列表中选")

    @property
    def implies(self) -> bool:
        return self.fills is not None

    def implied(self, value: Linked | int) -> Mapping[str, object]:
        return {} if self.fills is None else self.fills(self._record(value))

    def brief(self, value: Linked | int | None) -> str:
        """Write the value for a list: what the record is called, without its number."""
        if value is None:
            return ""
        record = self._record(value)
        return str(getattr(record, self.rel_model.naming[0].name) or record)

    def _called(self, field: Described, words: str) -> list[Linked]:
        try:
            value = field.parse(words)
        except Invalid:
            return []
        if value is None:
            return []
        # Most words are no name: only a record that is found is read whole.
        ids = (
            self.rel_model.alive()
            .select(self.rel_model.id)
            .where(field == value)
            .limit(_MOST_NAMED + 1)
            .tuples()
        )
        matches = [record_id for (record_id,) in ids] or self._written_otherwise(field, words)
        return [self.rel_model.get_by_id(record_id) for record_id in matches]

    def _written_otherwise(self, field: Described, words: str) -> list[int]:
        """Return the records that bear a unit's name in another way of writing it, or among several."""
        if not isinstance(field, UnitNameField):
            return []
        plain, named = plain_name(words), self.rel_model.alive().where(field != "")
        rows = named.select(self.rel_model.id, field).tuples()
        return [record_id for record_id, names in rows if plain in map(plain_name, field.names(names))]

    def write(self, value: Linked | int) -> str:
        return str(self._record(value))

    def _record(self, value: Linked | int) -> Linked:
        return value if isinstance(value, peewee.Model) else self.rel_model.get_by_id(value)


class AttachmentField(Described[bytes, Null], peewee.BlobField):
    """A file stored inside the office file; `called` names the field that holds its name."""

    means = "选一个文件存进台账，随备份一起保存"
    kept_as = (bytes, memoryview)
    wide = True

    def __init__(self, label: str, *, called: Described, **options: Unpack[Options[bytes, Null]]) -> None:
        super().__init__(label, **options)
        self.called = called

    def write(self, value: bytes) -> str:
        return "已附" if value else ""

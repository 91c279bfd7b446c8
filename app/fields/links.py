"""Values that live elsewhere: references to other records, and files taken into the office."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import peewee

from app.errors import Invalid
from app.fields.base import Described


class ReferenceField(Described, peewee.ForeignKeyField):
    """Another record, found by what people call it.

    The record pointed to says by which of its fields it is found: `naming`, best first. Unlike
    other required values a required reference is required in the file too: a child row without
    its owner means nothing. `fills` maps fields of the same record to those of the record pointed to
    that fill them in where they are empty: whoever picks a member need not type the name again.
    """

    chars = 18

    def __init__(
        self,
        label: str,
        model: Any,
        *,
        null: bool = False,
        fills: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label, model=model, **options)
        self.fills = fills or {}
        self.null = null
        self.required = not null

    def parse(self, text: str) -> Any:
        # Not tidied here: each naming field reads the words in its own way, a person's name unfolded.
        return self.read(text.strip()) if text.strip() else None

    def read(self, text: str) -> Any:
        named = re.fullmatch(r".*[（(](.+)[)）]", text)
        for words in (text, named[1]) if named else (text,):
            for field in self.rel_model.naming:
                found = self._called(field, words)
                if len(found) == 1:
                    return found[0]
                if found:
                    raise Invalid(f"“{words}”不止一条，请改填编号")
        raise Invalid(f"没有找到“{text}”，请先登记，或从列表中选")

    def _called(self, field: Described, words: str) -> list[Any]:
        try:
            value = field.parse(words)
        except Invalid:
            return []
        if value is None:
            return []
        # Most words are no name: only a record that is found is read whole.
        ids = self.rel_model.alive().select(self.rel_model.id).where(field == value).limit(2).tuples()
        return [self.rel_model.get_by_id(found) for (found,) in ids]

    def implied(self, value: Any) -> dict[str, Any]:
        if not self.fills:
            return {}
        other = value if isinstance(value, peewee.Model) else self.rel_model.get_by_id(value)
        return {own: getattr(other, theirs) for own, theirs in self.fills.items()}

    def write(self, value: Any) -> str:
        return str(value if isinstance(value, peewee.Model) else self.rel_model.get_by_id(value))


class AttachmentField(Described, peewee.BlobField):
    """A file kept inside the office file; `called` names the field that holds its name."""

    wide = True

    def __init__(self, label: str, *, called: Described, **options: Any) -> None:
        super().__init__(label, **options)
        self.called = called

    def write(self, value: bytes) -> str:
        return f"{max(len(value) // 1024, 1)} KB"

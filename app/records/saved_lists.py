"""What a person asks of a list again and again, kept under a name in the office file for whoever opens it.

It is no record: it has neither history nor digest, and none of it is a step.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import peewee

from app.errors import Refused
from app.records.base import change, database

Asked = Mapping[str, Sequence[object]]
"""The chosen values of each filter, by its name, as JSON can hold them: of a reference its id."""


class SavedList(peewee.Model):
    """A search and filters of a register under a name."""

    id = peewee.AutoField()
    register = peewee.TextField()
    name = peewee.TextField()
    search = peewee.TextField()
    filters = peewee.TextField()

    class Meta:
        database = database
        table_name = "saved_list"
        indexes = ((("register", "name"), True),)

    @property
    def asked(self) -> Asked:
        """Return the chosen values of each filter; nothing where that is damaged."""
        try:
            return {str(name): list(values) for name, values in json.loads(self.filters).items()}
        except (ValueError, TypeError, AttributeError, RecursionError):
            return {}


def all_lists() -> list[SavedList]:
    """Return all lists that were saved, in the order of their names."""
    return list(SavedList.select().order_by(SavedList.name))


def keep(register_key: str, name: str, search: str, asked: Asked) -> SavedList:
    """Save what is asked of a list under a name. Raises Refused where the name is none, or taken."""
    name = name.strip()
    if not name:
        raise Refused("请填写名称。")
    _require_free(register_key, name)
    with change():
        return SavedList.create(
            register=register_key, name=name, search=search, filters=json.dumps(asked, ensure_ascii=False)
        )


def rename(saved: SavedList, name: str) -> None:
    """Give a saved list another name. Raises Refused where the name is none, or taken."""
    name = name.strip()
    if not name:
        raise Refused("请填写名称。")
    if name != saved.name:
        _require_free(saved.register, name)
    with change():
        SavedList.update(name=name).where(SavedList.id == saved.id).execute()


def forget(saved: SavedList) -> None:
    """Forget a saved list; the records stay."""
    with change():
        SavedList.delete().where(SavedList.id == saved.id).execute()


def _require_free(register_key: str, name: str) -> None:
    taken = SavedList.select().where(SavedList.register == register_key, SavedList.name == name).exists()
    if taken:
        raise Refused(f"已经有叫“{name}”的常用列表，请换一个名称。")

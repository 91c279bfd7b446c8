"""What a check found, in a sentence, with the records it is about."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SQL

from app.register import Register
from app.registry import find_register, is_listed, owners_of

_NAMED = 5  # records named in one sentence


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be; `register` is the key of the register of the records `ids`.

    A `note` is to be known, but nothing is wrong with the office because of it: such as little free disk.
    What a record could not be saved for, `by_rule`, often says of one what another finding says of both.
    """

    sentence: str
    register: str = ""
    ids: tuple[int, ...] = ()
    note: bool = False
    by_rule: bool = False

    @property
    def numbers(self) -> str:
        """Return the numbers of its records, the first of them where they are many; may be empty."""
        return "、".join(map(str, self.ids[:_NAMED])) + ("等" if len(self.ids) > _NAMED else "")

    @property
    def at(self) -> str:
        """Say which records it is about, by the key of their register; may be empty."""
        return f"{self.register} {self.numbers}".strip()

    @property
    def title(self) -> str:
        """Return what the register is called; empty where the finding is about none."""
        return find_register(self.register).title if self.register else ""

    def seen_at(self) -> tuple[str, tuple[int, ...]]:
        """Return the register of a tab in which its records can be seen, and which of it; "" where in none.

        Rows that no tab lists are seen with the records they belong to.
        """
        if not self.register or not self.ids:
            return "", ()
        register, ids = find_register(self.register), self.ids
        while not is_listed(register):
            owner = next(((one, child) for one, child in owners_of(register) if child.owner.required), None)
            if owner is None:
                return "", ()
            (above, child), model = owner, register.record
            among = SQL("(SELECT value FROM json_each(?))", [json.dumps(ids)])  # however many
            rows = model.select(child.owner).where(model.id.in_(among)).tuples()
            register, ids = above, tuple(dict.fromkeys(row for (row,) in rows if row is not None))
        return register.key, ids


UNREADABLE = Finding("台账的一部分读不出来，没有全部检查。请先按文件检查的结果处理。")
"""Said by a part of the check that met what the file's damage left."""


def named(register: Register, ids: Sequence[int]) -> str:
    """Name records of a register in a sentence, the first of them where they are many."""
    model = register.record
    records = model.select().where(model.id.in_(list(ids[:_NAMED]))).order_by(model.id)
    more = f"等 {len(ids)} {register.unit}" if len(ids) > _NAMED else ""
    return f"“{register.title}”{'、'.join(map(str, records))}{more}"

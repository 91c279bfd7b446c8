"""The registers that an office describes itself: what each is, as it was described last."""

from __future__ import annotations

import re

from app.fields import DateField, NotesField, TextField
from app.records.base import Record


class DescribedRegister(Record):
    """A register of the office's own; its records lie in the table `reg_` and the row's number.

    `description` is its text (JSON); one that was retired keeps its table and all that is in it.
    """

    title = TextField("名称")
    description = NotesField("说明书")
    retired_on = DateField("停用日期", null=True)

    naming = (title,)

    @property
    def table(self) -> str:
        """Return the table that its records lie in."""
        return f"reg_{self.id}"


def is_table(name: str) -> bool:
    """Tell whether a table holds the records of a described register."""
    return bool(re.fullmatch(r"reg_[1-9][0-9]*", name))

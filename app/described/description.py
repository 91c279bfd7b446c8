"""A register as its office describes it: plain data, in the office file or in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

LARGEST_COLUMN = 999


@dataclass(frozen=True)
class DescribedField:
    """A field of a described register.

    `column` is ours and never changes (`c1`), `label` is hers; `names` are its former labels, which older
    workbooks still bear. A choice has its terms in `choices`, a reference the key of the register that it
    leads to in `to`. A date with `remind` is told so many days ahead, until the date in the column
    `until` is filled in, or for good where there is none. What is `retired` is kept and no longer shown.
    One whose kind was changed is a new column, which took its values over from the column `came_from`.
    """

    column: str
    label: str
    kind: str
    required: bool = False
    listed: bool = False
    retired: bool = False
    unit: str = ""
    names: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    to: str = ""
    remind: int | None = None
    until: str = ""
    came_from: str = ""


@dataclass(frozen=True)
class Description:
    """What a register is: its title, what a record of it is counted in, the tab it stands in, its fields.

    `owner` is the column of the reference to whom the records belong; empty where they stand by
    themselves. One that `extends` a register of the program, by its key, is no register of its own: its
    fields are added to that one. Fields stand in the order of the form, those of the list in the same order.
    """

    title: str
    fields: tuple[DescribedField, ...] = ()
    unit: str = "条"
    tab: str = ""
    owner: str = ""
    extends: str = ""

    @property
    def shown(self) -> tuple[DescribedField, ...]:
        """Return the fields that are not retired."""
        return tuple(field for field in self.fields if not field.retired)

    def of_kind(self, *kinds: str) -> Iterator[DescribedField]:
        """Yield the shown fields of some kinds, in order."""
        return (field for field in self.shown if field.kind in kinds)

    def field(self, column: str) -> DescribedField | None:
        """Return the field of a column; None where there is none."""
        return next((field for field in self.fields if field.column == column), None)

    def with_field(self, field: DescribedField) -> Description:
        """Return the description with another field in the place of the one of the same column."""
        same = (field if one.column == field.column else one for one in self.fields)
        return replace(self, fields=tuple(same))

    def free_column(self) -> str:
        """Return the first column that no field has had yet."""
        numbers = (int(field.column[1:]) for field in self.fields)
        return f"c{max(numbers, default=0) + 1}"

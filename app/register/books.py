"""The books of other bodies: columns that theirs have and ours do not, tables that they prescribe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.fields import ChoiceField, Described, MoneyField, PartialDateField, ReferenceField
from app.records.base import Record


@dataclass(frozen=True, eq=False)
class Side:
    """A column of its own in which somebody else's book keeps the amounts of one `value`: 收入 for 收."""

    value: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Sides:
    """Columns side by side, of which a row fills one, where we keep one `amount` and which of them it is."""

    choice: ChoiceField
    amount: MoneyField
    sides: tuple[Side, ...]


@dataclass(frozen=True, eq=False)
class Months:
    """Columns for the months of a year, as on a sheet of dues, where we keep a row for each `month`.

    Below each stands the `amount` of its month.
    """

    month: PartialDateField
    amount: MoneyField


@dataclass(frozen=True, eq=False)
class PrescribedSheet:
    """A sheet of a prescribed workbook: its title, and a column for each heading in the order prescribed.

    Its rows are the records themselves; with an `owner`, the rows that belong to them, each led by
    values of its record in the columns `leading`.
    """

    title: str
    columns: tuple[tuple[str, Described], ...]
    owner: ReferenceField | None = None
    leading: tuple[tuple[str, Described], ...] = ()


@dataclass(frozen=True, eq=False)
class PrescribedExport:
    """A workbook that another body asks for in its own columns, order and terms, all as text.

    `text` writes a value as that body has it; `key` is the option of the command line, `label` the
    entry of the menu.
    """

    key: str
    title: str
    label: str
    sheets: tuple[PrescribedSheet, ...]
    text: Callable[[Described, object], str]

    @property
    def guarded(self) -> bool:
        """Tell whether it bears numbers of people, or what else strangers must not read."""
        return any(field.guarded for sheet in self.sheets for _, field in sheet.columns)


@dataclass(frozen=True)
class SheetTable:
    """A table that another body's program reads: texts, and amounts in yuan.

    `total` stands below the `rows` where that body wants one; `separator` stands between the cells of a
    row where the table is written as text.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | Decimal, ...], ...]
    total: tuple[str | Decimal, ...] = ()
    has_heading: bool = True
    separator: str = ","

    @property
    def lines(self) -> tuple[tuple[str | Decimal, ...], ...]:
        """Return the rows with the total below them."""
        return (*self.rows, self.total) if self.total else self.rows


@dataclass(frozen=True, eq=False)
class RecordSheet:
    """A table of one record for another body, such as a batch of aid for the bank; it names people.

    `layouts` returns the names of the layouts that the office keeps, `table` a record's table in one of
    them, or in the usual one where the name is empty; it raises Refused where something is missing. `key`
    is the name for the command line, `label` the entry of the menu.
    """

    key: str
    title: str
    label: str
    layouts: Callable[[], Sequence[str]]
    table: Callable[[Record, str], SheetTable]

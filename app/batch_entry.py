"""The vocabulary of entering a batch: rows put together under one head in one dialog, saved all or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeVar

from app.fields import Described, MoneyField
from app.fields.problems import Problem
from app.printing.layout import Print
from app.records.base import Record, Selected
from app.register import Register

WHOLE_BATCH = -1
"""The row number under which the problems of the head itself are reported."""


class EntryRow(Protocol):
    """One row while the batch is put together: a value for each of the columns' fields, by its name."""

    @property
    def source_id(self) -> int | None:
        """Return the id of the record it was made from; None where it was typed in."""
        ...


if TYPE_CHECKING:
    import typing_extensions

    # Covariant, as Selected is: an entry of certain rows is an entry.
    Row = typing_extensions.TypeVar("Row", bound=EntryRow, default=EntryRow, covariant=True)  # noqa: PLC0105
else:
    Row = TypeVar("Row")


@dataclass(frozen=True, eq=False)
class EntryColumn:
    """A column of the rows; the one without a field shows the problems of each row.

    `typed` says into which rows a person types: all, those that were made from no record (`new`), none.
    The first column bears the tick. `width` is in pixels.
    """

    field: Described | None
    width: int
    typed: Literal["all", "new", "none"] = "none"
    heading: str = ""

    @property
    def title(self) -> str:
        """Return the heading: its own, or the field's label."""
        return self.heading or (self.field.label if self.field is not None else "提示")


@dataclass(frozen=True, eq=False)
class EntrySource(Generic[Row]):
    """Where rows come from: records of a register, or `new` ones that are typed in.

    `find` returns the ids of those that a list's search and filters find and that may be entered,
    `rows` makes rows of them in the order given, `title` is how a record is offered. `label` and `hint` are
    those of the search box. A row without a record is marked as `outside`, and the button `new_label` adds
    it; `unit` is what rows are counted in.
    """

    register: Register
    find: Callable[[str, Mapping[str, tuple[object, ...]]], list[int]]
    rows: Callable[[Sequence[int]], list[Row]]
    title: Callable[[Record], str]
    new: Callable[[], Row]
    label: str
    hint: str
    outside: str
    new_label: str
    unit: str = "人"


@dataclass(frozen=True, eq=False)
class BatchEntry(Generic[Selected, Row]):
    """How a batch is entered: its head and rows, what is checked while it grows, how it is saved.

    It is offered from the register of the heads and from that of its `source`. `asks` are the fields of the
    head that a person types, `starts_with` the values of a new one; `proposed_name` makes its `name` of what
    was typed, until somebody names it. The rows have `columns` and stand under `rows_title`. `check` returns
    the problems of each row by its number, those of the head under WHOLE_BATCH. `draft` and `approve` save
    head and rows, all or none, and raise Blocked or Refused; `printed` may follow the approval, and the
    labels are those of the three buttons. `amount` may be given to all rows at once; `balance` returns the
    fund that the batch is paid from, and what is left of it in fen.
    """

    key: str
    title: str
    head: Register[Selected]
    asks: tuple[Described, ...]
    starts_with: Callable[[], Mapping[str, object]]
    name: Described
    proposed_name: Callable[[Mapping[str, str]], str]
    source: EntrySource[Row]
    columns: tuple[EntryColumn, ...]
    rows_title: str
    amount: MoneyField
    balance: Callable[[Selected], tuple[str, int]]
    check: Callable[[Selected, Sequence[Row]], Mapping[int, Sequence[Problem]]]
    draft: Callable[[Selected, Sequence[Row]], object]
    approve: Callable[[Selected, Sequence[Row]], object]
    printed: Print
    draft_label: str
    approve_label: str
    print_label: str

    def __post_init__(self) -> None:
        own = self.head.record.described()
        for field in (*self.asks, self.name):
            if own.get(field.name) is not field:
                raise TypeError(f"entry {self.key!r} asks for {field!r}, a field of another record")

    @property
    def begins_at(self) -> tuple[Register, ...]:
        """Return the registers from whose lists it is begun."""
        return (self.source.register, self.head)

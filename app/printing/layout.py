"""The vocabulary of paper: what a print is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import InitVar, dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial
from operator import attrgetter
from typing import Any, ClassVar, Generic

from app.fields import UNREADABLE, Align, CountField, Described, MoneyField, Shown, odd_fields, writer
from app.printing.bound import BoundSheet
from app.printing.form import FormSheet
from app.printing.labels import LabelSheet
from app.printing.letter import LetterSheet
from app.records.base import Record, Selected
from app.rules.periods import Period

_MM_OF_A_CHARACTER = 2.1

_UPRIGHT_MM = 200  # columns that are wider together lie across the sheet


class Abandoned(Exception):
    """Nobody wants to see the other pages any more: they were not drawn."""


@dataclass(frozen=True)
class Onlooker:
    """Whoever looks at a long print while it is written: is given its first pages as a file of their own.

    Once the others are not `wanted` any more they are not drawn.
    """

    begun: Callable[[bytes], None]
    wanted: Callable[[], bool] = lambda: True


@dataclass(frozen=True, eq=False)
class PrintColumn:
    """A column of a printed list; a field that stands among the columns by itself is one, too.

    Heading, width and alignment are the field's where nothing else is said. A guarded field is hidden as
    everywhere, and so is a private one; `masked` hides another. `text` overrides how the field writes its
    value, `on` does so for what depends on the day that the list is made for; where these are told by a
    record's fields alone, `told_by` names them, and a long list reads no more than it shows. `brief` calls
    what is referred to by its name alone, without its number.
    """

    field: Shown | None
    width_mm: float = 0
    heading: str = ""
    masked: bool = False
    align: Align | None = None
    text: Callable[[Any], str] | None = None
    on: Callable[[Any, date], str] | None = None
    told_by: tuple[Described, ...] = ()
    brief: bool = False

    @property
    def title(self) -> str:
        """Return the heading: its own, or the field's label; money says that it is in yuan."""
        return self._with_unit(self.heading or (self.field.label if self.field is not None else ""))

    def _with_unit(self, heading: str) -> str:
        is_money = isinstance(self.field, MoneyField) and "元" not in heading
        return f"{heading}（元）" if is_money else heading

    @property
    def width(self) -> float:
        """Return the width in mm: its own, or what a usual value of the field and its heading take."""
        if self.width_mm:
            return self.width_mm
        heading = self._with_unit(self.heading or (self.field.heading if self.field is not None else ""))
        chars = self.field.chars if self.field is not None else 0
        return max(chars, 2 * len(heading)) * _MM_OF_A_CHARACTER

    @property
    def aligned(self) -> Align:
        """Return the alignment: its own, or that of the field; a year is no amount."""
        if self.align is None and isinstance(self.field, CountField) and self.field.is_year:
            return "center"
        return self.align or (self.field.paper_align if self.field is not None else "left")

    def cell(
        self, record: object, *, full_ids: bool = False, own: bool = False, day: date | None = None
    ) -> str:
        """Write the record's value for this column, as the `writer` does."""
        return self.writer(full_ids=full_ids, own=own, day=day)(record)

    def writer(
        self, *, full_ids: bool = False, own: bool = False, day: date | None = None
    ) -> Callable[[object], str]:
        """Return what writes a record's value for this column; `full_ids` shows numbers that are else hidden.

        `own` shows those of identity documents and cards only, on the list of those whose they are.
        """
        if self.on is not None:
            on = self.on
            return lambda record: on(record, day) if day is not None else ""
        if self.text is not None:
            return partial(self._written, self.text)
        if self.field is None:
            return lambda _: ""
        value_of = attrgetter(self.field.name)
        masked = self.masked or (self.field.private and not full_ids)
        write = writer(self.field, in_full=full_ids or own, masked=masked, brief=self.brief)
        if isinstance(self.field, CountField) and not self.field.is_year:
            return lambda record: _with_thousands(write(value_of(record)))
        return lambda record: write(value_of(record))

    @property
    def reads(self) -> tuple[Described, ...] | None:
        """Return the fields of a record that the column is written from; None where it may be any."""
        if self.text is not None or self.on is not None:
            return self.told_by or None
        if self.field is None:
            return ()
        return (self.field,) if isinstance(self.field, Described) else None

    def _written(self, text: Callable[[Any], str], record: object) -> str:
        try:
            return text(record)
        except (AttributeError, TypeError, ValueError):
            fields = odd_fields(record) if isinstance(record, Record) else self.told_by
            if not any(field.is_odd(getattr(record, field.name)) for field in fields):
                raise
            return UNREADABLE


def _with_thousands(text: str) -> str:
    """Return a number with its thousands parted, as in tables."""
    return f"{int(text):,}" if text.isdecimal() else text


@dataclass(frozen=True, eq=False)
class PrintRequest:
    """What a print is asked for: a period, one record, some records, or all there is."""

    today: date
    period: Period | None = None
    record: int | None = None
    ids: tuple[int, ...] | None = None
    full_ids: bool = False

    @property
    def as_of(self) -> date:
        """Return the day a list of what stands is made for: the period's last, at most today."""
        return min(self.period.last, self.today) if self.period else self.today


class PaperKind(StrEnum):
    """What kind of paper a print is; menus of prints are grouped by it."""

    LIST = "清单和统计"
    FORM = "表格"
    LETTER = "文书"
    LABEL = "标签、信封"
    FILE = "整卷"


@dataclass(frozen=True, eq=False)
class Sheets:
    """What a list holds, sheet by sheet, and what is known of the list by that.

    `dated` is the field by which a period chooses, `takes` the record that has a sheet of its own,
    `unit` what a row is, `chosen` selects the records that stand on it.
    """

    parts: Callable[[PrintRequest], Iterable[Part]]
    dated: Described | None = None
    takes: type[Record] | None = None
    unit: str = ""
    chosen: Callable[[PrintRequest], Iterable[Record]] | None = None

    def __call__(self, request: PrintRequest) -> Iterable[Part]:
        """Yield the sheets of a request."""
        return self.parts(request)


@dataclass(frozen=True, eq=False)
class ListPrint:
    """A printed list: a title, a query and a layout.

    `parts` yields what each sheet holds; where it is `Sheets`, `dated`, `takes` and `unit` are theirs
    unless said here. `blank` returns the words around the empty list that is filled in
    by hand, `blank_rows` are the rows it begins with; `public` is a list that may hang on the wall: another
    template, never a hidden column (domain 12.2). `takes` names the record whose ids it is asked
    for, where that is not the one of the list it is asked from. `dated` is the day, or the year, by which
    a period chooses. `amount` is the column that is added up, and `beside` those behind it that are, too.
    `single` is what the print of one record is called, where it makes sense of one; a
    form always does, and so does a list with a sheet for each. `adds_up` tells the rows that sum
    up those above them, such as a month's total in a cash book: they bear no number and are set bold.
    A list lies across the sheet (`landscape`) where its columns are too wide to stand upright. The `main`
    lists are those an office cannot do without: the run without a screen makes them. Where money is paid
    by it (`own_numbers`) the numbers of identity documents and cards stand on it in full. One that tells of
    a `whole_period` holds all there is of it, whichever records are picked: a running balance bears no gaps.
    """

    key: str
    title: str
    fields: InitVar[tuple[PrintColumn | Shown, ...]]
    parts: Callable[[PrintRequest], Iterable[Part]] | Sheets
    amount: Described | None = None
    beside: tuple[Described, ...] = ()
    signing: bool = False
    landscape: bool | None = None
    unit: str = ""
    closing: tuple[str, ...] = ("制表人：", "审核人：", "负责人：", "填表日期：")
    blank: Callable[[], Part] | None = None
    blank_rows: int = 14
    public: ListPrint | None = None
    is_public: bool = False
    dated: Described | None = None
    single: str = ""
    takes: type[Record] | None = None
    adds_up: Callable[[Any], bool] | None = None
    main: bool = False
    own_numbers: bool = False
    whole_period: bool = False
    columns: tuple[PrintColumn, ...] = field(init=False)
    chosen: Callable[[PrintRequest], Iterable[Record]] | None = field(init=False)
    kind: ClassVar = PaperKind.LIST

    def __post_init__(self, fields: tuple[PrintColumn | Shown, ...]) -> None:
        sheets = self.parts if isinstance(self.parts, Sheets) else Sheets(self.parts)
        columns = tuple(field if isinstance(field, PrintColumn) else PrintColumn(field) for field in fields)
        across = sum(column.width for column in columns) > _UPRIGHT_MM
        for name, value in (
            ("columns", columns),
            ("landscape", across if self.landscape is None else self.landscape),
            ("dated", self.dated or sheets.dated),
            ("takes", self.takes or sheets.takes),
            ("unit", self.unit or sheets.unit or "人"),
            ("single", self.single or (self.title if sheets.takes else "")),
            ("chosen", sheets.chosen),
        ):
            object.__setattr__(self, name, value)

    @property
    def of_one(self) -> str:
        """Return what the print of one record is called; nothing where it is a list of many."""
        return self.single

    @property
    def hides_ids(self) -> bool:
        """Tell whether numbers are hidden on it that may be printed in full for the office itself."""
        shown = [column.field for column in self.columns if column.field is not None]
        return any(field.private or (field.guarded and not self.own_numbers) for field in shown)


@dataclass(frozen=True, eq=False)
class FormPrint(Generic[Selected]):
    """A printed form, letter or file: one record on its own pages, of which `records` yields those asked for.

    `sheet` fills it with a record, and with whole numbers where these are printed in full; a record
    without any value makes the blank form. It has no columns. `single` is what it is called for short.
    The official form of somebody (`own_numbers`) bears that person's numbers in full, without a watermark,
    and is noted; only the numbers of others are hidden on it (domain 18).
    """

    key: str
    title: str
    record: type[Selected]
    records: Callable[[PrintRequest], Iterable[Selected]]
    sheet: Callable[[Selected, bool], FormSheet | LetterSheet | BoundSheet | LabelSheet]
    hides_ids: bool = True
    own_numbers: bool = False
    columns: tuple[PrintColumn, ...] = ()
    public: None = None
    is_public: bool = False
    dated: Described | None = None
    single: str = ""
    takes: None = None
    main: bool = False
    whole_period: bool = False
    kind: PaperKind = PaperKind.FORM

    @property
    def chosen(self) -> Callable[[PrintRequest], Iterable[Selected]]:
        """Return what selects the records of which each has its own form."""
        return self.records

    @property
    def of_one(self) -> str:
        """Return what the print of one record is called."""
        return self.single or self.title


Print = ListPrint | FormPrint


@dataclass(frozen=True, eq=False)
class Part:
    """What one sheet of a print holds: its records and the words around the table."""

    records: Iterable[Any]
    title: str = ""
    heads: tuple[str, str, str] = ("", "", "")
    intro: str = ""
    notes: tuple[str, ...] = ()
    seal: tuple[str, str] | None = None

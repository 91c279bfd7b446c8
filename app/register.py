"""The vocabulary in which registers describe how records are shown to people."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeAlias

from peewee import ColumnBase, Node
from peewee import TextField as TextColumn

from app.fields import Align, ChoiceField, Derived, Described, ReferenceField
from app.problems import Problem
from app.records.base import Record, Selected
from app.rules.periods import Period

if TYPE_CHECKING:
    from app.printing.bound import BoundSheet
    from app.printing.form import FormSheet
    from app.printing.letter import LetterSheet

Shown = Described | Derived
Check: TypeAlias = Callable[[Selected], Iterable[Problem]]
Tone = Literal["good", "warn", "bad", "info", "quiet"]
_YEAR = 365
_MM_OF_A_CHARACTER = 2.1
_UPRIGHT_MM = 200  # columns that are wider together lie across the sheet


@dataclass(frozen=True)
class Due:
    """Something to do with a record, and in how many days (negative when overdue).

    `kind` is what is to be done, the same words for all records of a register that ask for it, so
    that many can be told as one; `name` says with whom or what, `note` what else there is to know.
    """

    kind: str
    name: str
    record_id: int | None
    days: int
    note: str = ""

    @property
    def text(self) -> str:
        """Say it in one line."""
        named = f"{self.kind}：{self.name}" if self.name else self.kind
        return f"{named}，{self.note}" if self.note else named

    @property
    def tone(self) -> Tone:
        """Return how loudly it is said."""
        return "bad" if self.days < 0 else "warn" if self.days <= 1 else "info"

    @property
    def when(self) -> str:
        """Say when it is due, as a person would."""
        if self.days <= -_YEAR:
            return f"逾期 {-self.days // _YEAR} 年"
        if self.days < 0:
            return f"逾期 {-self.days} 天"
        return {0: "今天", 1: "明天"}.get(self.days, f"{self.days} 天")


@dataclass(frozen=True, eq=False)
class Deed:
    """Work that counts as done on a day, e.g. 受理劳动争议 by the day of acceptance.

    `where` narrows the records; `adds` is a field whose sum is told too.
    """

    title: str
    on: Described
    unit: str
    where: Callable[[], ColumnBase] | None = None
    adds: Described | None = None


class Section:
    """A titled group of fields in a form."""

    def __init__(self, title: str, *fields: Shown) -> None:
        self.title = title
        self.fields = fields


@dataclass(frozen=True, eq=False)
class Condition:
    """A named filter, e.g. 一年未更新; `where` builds the SQL expression when asked.

    What it finds is forgotten work, and told on the desk, unless it is `usual`: 现行有效.
    """

    title: str
    where: Callable[[], ColumnBase]
    usual: bool = False


INCOMPLETE = "资料不全"
"""The filter for records that came in without a value they must have."""


def lacks_required(record: type[Record]) -> ColumnBase | None:
    """Return the SQL for records that lack a required value; None for a kind that has none to lack."""
    asked = [kept for kept in record.described().values() if kept.required]
    empty = [
        kept.is_null() | (kept == "") if isinstance(kept, TextColumn) else kept.is_null()
        for kept in asked
        if not isinstance(kept, ReferenceField)
    ]
    return reduce(operator.or_, empty) if empty else None


@dataclass(frozen=True, eq=False)
class State:
    """A state of a life cycle: how it is coloured, and the fields that a record in it must have."""

    value: str
    tone: Tone = "quiet"
    needs: tuple[Described, ...] = ()


@dataclass(frozen=True, eq=False)
class Transition:
    """A guarded step of a life cycle.

    `asks` are fields to be filled on the way; `guard` yields what forbids the step, besides the
    register's checks; `effect` runs in the same transaction, after the record was kept. A step that
    is not `usual` is offered in a menu only: nobody leaves the union by a slip of the mouse. A step
    for `many` is offered for all records of a list, too.
    """

    title: str
    sources: tuple[str, ...]
    target: str
    asks: tuple[Described, ...] = ()
    guard: Check[Any] | None = None
    prepare: Callable[[Any], None] | None = None
    effect: Callable[[Any], None] | None = None
    confirm: str = ""
    usual: bool = True
    many: bool = False


@dataclass(frozen=True, eq=False)
class Sweep:
    """An act on many records of a list at once, e.g. 续保 of all who were insured last year.

    `take` does it for one record, told what was asked of the person, and raises Blocked or Refused
    where it may not; `sources` are the states it is meant for: records in other states are left out.
    """

    title: str
    take: Callable[[Any, Mapping[str, object]], object]
    sources: tuple[str, ...] = ()
    asks: tuple[Described, ...] = ()
    confirm: str = ""


@dataclass(frozen=True, eq=False)
class Listed:
    """A computed field of a record that lists rows of it by name, joined by 、: 申请人 of a case.

    Somebody else's workbook says in such a cell what the rows are to be: `read` returns the values of
    each, its name among them, and raises Invalid.
    """

    field: Described
    read: Callable[[str], list[dict[str, object]]]


@dataclass(frozen=True, eq=False)
class Child:
    """Rows that belong to a record, edited in a tab of its form.

    `without` are columns that say nothing more of a row beside its owner, or that there is no room for;
    `listed` are the owner's fields that list the rows.
    """

    register: Register
    owner: ReferenceField
    without: tuple[Shown, ...] = ()
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True, eq=False)
class PrintColumn:
    """A column of a printed list; a field that stands among the columns by itself is one, too.

    Heading, width and alignment are the field's where nothing else is said. `text` overrides how the
    field writes its value, `on` does so for what depends on the day that the list is made for.
    """

    field: Shown | None
    width_mm: float = 0
    heading: str = ""
    masked: bool = False
    align: Align | None = None
    text: Callable[[Any], str] | None = None
    on: Callable[[Any, date], str] | None = None

    @property
    def title(self) -> str:
        """Return the heading: its own, or the field's label."""
        return self.heading or (self.field.label if self.field is not None else "")

    @property
    def width(self) -> float:
        """Return the width in mm: its own, or what a usual value of the field and its heading take."""
        if self.width_mm:
            return self.width_mm
        heading = self.heading or (self.field.heading if self.field is not None else "")
        chars = self.field.chars if self.field is not None else 0
        return max(chars, 2 * len(heading)) * _MM_OF_A_CHARACTER

    @property
    def aligned(self) -> Align:
        """Return where its values stand: as told, or as those of the field do."""
        return self.align or (self.field.paper_align if self.field is not None else "left")

    def cell(self, record: object, *, full_ids: bool = False, day: date | None = None) -> str:
        """Write the record's value for this column; `full_ids` shows numbers that are else hidden."""
        if self.on is not None:
            return self.on(record, day) if day is not None else ""
        if self.text is not None:
            return self.text(record)
        if self.field is None:
            return ""
        value = getattr(record, self.field.name)
        hidden = self.masked and not (full_ids and self.field.guarded)
        return self.field.mask(value) if hidden else self.field.format(value)


@dataclass(frozen=True, eq=False)
class Occasion:
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
    FILE = "整卷"


@dataclass(frozen=True, eq=False)
class Sheets:
    """What a list holds, sheet by sheet, and what is known of the list by that.

    `dated` is the field by which a period chooses, `takes` the record that has a sheet of its own,
    `unit` what a row is.
    """

    parts: Callable[[Occasion], Iterable[Part]]
    dated: Described | None = None
    takes: type[Record] | None = None
    unit: str = ""

    def __call__(self, occasion: Occasion) -> Iterable[Part]:
        """Yield the sheets of an occasion."""
        return self.parts(occasion)


@dataclass(frozen=True, eq=False)
class ListPrint:
    """A printed list: a title, a query and a layout.

    `parts` yields what each sheet holds; where it is `Sheets`, `dated`, `takes` and `unit` are theirs
    unless said here. `blank` returns the words around the empty list that is filled in
    by hand, `blank_rows` are the rows it begins with; `public` is a list that may hang on the wall: another
    template, never a hidden column (domain 12.2). `takes` names the record whose ids it is asked
    for, where that is not the one of the list it is asked from. `dated` is the day, or the year, by which
    a period chooses. `single` is what the print of one record is called, where it makes sense of one; a
    form always does, and so does a list with a sheet for each. `adds_up` tells the rows that sum
    up those above them, such as a month's total in a cash book: they bear no number and are set bold.
    A list lies across the sheet (`landscape`) where its columns are too wide to stand upright.
    """

    key: str
    title: str
    fields: InitVar[tuple[PrintColumn | Shown, ...]]
    parts: Callable[[Occasion], Iterable[Part]] | Sheets
    amount: Described | None = None
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
    columns: tuple[PrintColumn, ...] = field(init=False)
    kind: ClassVar = PaperKind.LIST
    own_numbers: ClassVar = False

    def __post_init__(self, fields: tuple[PrintColumn | Shown, ...]) -> None:
        told = self.parts if isinstance(self.parts, Sheets) else Sheets(self.parts)
        columns = tuple(one if isinstance(one, PrintColumn) else PrintColumn(one) for one in fields)
        across = sum(column.width for column in columns) > _UPRIGHT_MM
        for name, value in (
            ("columns", columns),
            ("landscape", across if self.landscape is None else self.landscape),
            ("dated", self.dated or told.dated),
            ("takes", self.takes or told.takes),
            ("unit", self.unit or told.unit or "人"),
            ("single", self.single or (self.title if told.takes else "")),
        ):
            object.__setattr__(self, name, value)

    @property
    def of_one(self) -> str:
        """Return what the print of one record is called; nothing where it is a list of many."""
        return self.single

    @property
    def hides_ids(self) -> bool:
        """Tell whether numbers are hidden on it that may be printed in full for the office itself."""
        return any(one.masked and one.field is not None and one.field.guarded for one in self.columns)


@dataclass(frozen=True, eq=False)
class FormPrint(Generic[Selected]):
    """A printed form, letter or file: one record on its own pages, of which `records` yields those asked for.

    `sheet` fills it with a record, told whether numbers are printed in full; a record
    without any value makes the blank form. It has no columns. `single` is what it is called for short.
    A paper that is handed to those whose numbers it bears (`own_numbers`) has no watermark over them.
    """

    key: str
    title: str
    record: type[Selected]
    records: Callable[[Occasion], Iterable[Selected]]
    sheet: Callable[[Selected, bool], FormSheet | LetterSheet | BoundSheet]
    hides_ids: bool = True
    own_numbers: bool = False
    columns: tuple[PrintColumn, ...] = ()
    public: None = None
    is_public: bool = False
    dated: Described | None = None
    single: str = ""
    takes: None = None
    kind: PaperKind = PaperKind.FORM

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


@dataclass(frozen=True, eq=False)
class Register(Generic[Selected]):
    """How one kind of record is shown: list, form, search, filters, life cycle, prints.

    Every register can be asked for the records that came in incomplete. `single` is a register of
    one record, which is changed and never joined by another. `after` runs in
    the same transaction whenever a record was kept; `adopt` settles what a row of
    somebody else's workbook leaves open, told which fields it has; `due` yields what its records ask
    to be done by a day, and some time ahead; `deeds` say what of it was done, day by day.
    """

    key: str
    title: str
    record: type[Selected]
    columns: tuple[Shown, ...]
    sections: tuple[Section, ...]
    filters: tuple[Described | Condition, ...] = ()
    search: tuple[Described, ...] = ()
    checks: tuple[Check[Selected], ...] = ()
    children: tuple[Child, ...] = ()
    transitions: tuple[Transition, ...] = ()
    sweeps: tuple[Sweep, ...] = ()
    prints: tuple[Print, ...] = ()
    order: tuple[Node, ...] = ()
    status: ChoiceField | None = None
    states: tuple[State, ...] = ()
    tones: dict[str, Tone] = field(default_factory=dict)
    unique_together: tuple[tuple[Described, ...], ...] = ()
    headline: Callable[[Selected], str] | None = None
    unit: str = "条"
    sums: tuple[Described, ...] = ()
    means: tuple[Described, ...] = ()
    lookup: bool = False
    single: bool = False
    after: Callable[[Selected], None] | None = None
    adopt: Callable[[Selected, frozenset[str]], None] | None = None
    due: Callable[[date], Iterable[Due]] | None = None
    deeds: tuple[Deed, ...] = ()

    def __post_init__(self) -> None:
        own = self.record.described()
        object.__setattr__(self, "tones", self.tones | {state.value: state.tone for state in self.states})
        if (lacks := lacks_required(self.record)) is not None and not self.single:
            lacking = Condition(INCOMPLETE, lambda: lacks)
            object.__setattr__(self, "filters", (*self.filters, lacking))
        for shown in (*self.columns, *self.form_fields, *self.search):
            if isinstance(shown, Described) and own.get(shown.name) is not shown:
                raise TypeError(f"register {self.key!r} shows {shown!r}, a field of another record")
        asked = {shown.name for shown in self.form_fields}
        owners = {name for name, kept in own.items() if isinstance(kept, ReferenceField) and kept.required}
        forgotten = {name for name, kept in own.items() if kept.required} - asked - owners
        if forgotten:
            raise TypeError(f"register {self.key!r} never asks for: {sorted(forgotten)}")

    @property
    def form_fields(self) -> tuple[Shown, ...]:
        """Return the fields of all sections, in order."""
        return tuple(shown for section in self.sections for shown in section.fields)

    @property
    def fields(self) -> tuple[Described, ...]:
        """Return the fields that are kept and shown in the form, in order."""
        return tuple(shown for shown in self.form_fields if isinstance(shown, Described))

    @property
    def listed(self) -> dict[str, tuple[Child, Listed]]:
        """Return the computed fields that list child rows, by name, each with its rows."""
        return {one.field.name: (child, one) for child in self.children for one in child.listed}

    def next_steps(self, record: Record) -> Sequence[Transition]:
        """Return the steps that the record's state allows, the usual one first."""
        if self.status is None:
            return ()
        state = getattr(record, self.status.name)
        return [step for step in self.transitions if state in step.sources]

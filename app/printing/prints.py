"""From a print's description to the paper: gather the records, fill the sheets, write the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused
from app.listing import fetch_references
from app.nearest import perhaps
from app.office import current
from app.printing.lists.heads import blank
from app.printing.lists.register import list_of
from app.printing.sheet import TOTAL_ROW, Column, Sheet
from app.records.base import Record, change
from app.records.prints import PrintLogEntry
from app.records.settings import office_name
from app.register import FormPrint, ListPrint, Occasion, PaperKind, Part, Print, PrintColumn, Register
from app.registers import every
from app.rules.dates import write_date
from app.target import written_whole

if TYPE_CHECKING:
    from app.printing.pdf import AnySheet, PrintResult

_WATERMARK = "内部资料　注意保密"
_KINDS = (PaperKind.FORM, PaperKind.LETTER, PaperKind.LIST, PaperKind.FILE)


def all_prints() -> tuple[Print, ...]:
    """Return every print of every register, each once."""
    return tuple({one.key: one for register in every() for one in prints_of(register)}.values())


def prints_of(register: Register) -> tuple[Print, ...]:
    """Return what a register prints: its own prints, and its list where none of them is one."""
    rosters = [one for one in register.prints if isinstance(one, ListPrint) and one.takes is None]
    return register.prints if rosters or register.single else (list_of(register), *register.prints)


def papers_of(register: Register) -> tuple[Print, ...]:
    """Return the prints that make sense of one record of a register, in the order of their kinds."""
    return by_kind(one for one in prints_of(register) if one.of_one and one.takes in (None, register.record))


def by_kind(prints: Iterable[Print]) -> tuple[Print, ...]:
    """Put prints in the order of their kinds: forms, letters, lists, whole files."""
    return tuple(sorted(prints, key=lambda one: _KINDS.index(one.kind)))


def find(key: str) -> Print:
    """Return the print with this key; raises Refused naming those there are."""
    for one in all_prints():
        if one.key == key:
            return one
    keys = [one.key for one in all_prints()]
    raise Refused(f"没有“{key}”这个打印项目{perhaps(key, keys)}，可选：{'、'.join(keys)}。")


def public_version(asked: Print) -> ListPrint:
    """Return the version of a print that may hang on the wall; raises Refused where there is none."""
    if isinstance(asked, ListPrint) and asked.is_public:
        return asked
    if asked.public is None:
        raise Refused(f"“{asked.title}”没有公示版，不能公开张贴。需要公示请打印“困难职工公示”。")
    return asked.public


def make(
    asked: Print,
    occasion: Occasion,
    target: Path,
    *,
    public: bool = False,
    blank: bool = False,
    rows: int | None = None,
    printed_at: datetime | None = None,
) -> PrintResult:
    """Write a print to a PDF file and note it in the print log.

    `blank` prints the empty list or form, for filling in by hand, a list with so many `rows`.
    Raises Refused when there is nothing to print, or the file cannot be written.
    """
    from app.printing import pdf

    layout: Print = public_version(asked) if public else asked
    when = printed_at or datetime.now()
    sheets = [blank_sheet(layout, rows)] if blank else list(filled(layout, occasion, when))
    if not sheets:
        raise Refused(f"这个范围内没有可打印的“{layout.title}”，请换一个期间、批次或记录。")
    with written_whole(target, ".pdf") as unfinished:
        result = pdf.write(sheets, unfinished, printed_at=when, author=office_name())
        if not blank:  # no paper with full numbers without a note of it
            _log(layout, sheets, result, when, sensitive=occasion.full_ids and layout.hides_ids)
    return result


def filled(layout: Print, occasion: Occasion, when: datetime) -> Iterator[AnySheet]:
    """Yield the print's sheets, filled with the records of the occasion; none for a list of nobody."""
    full_ids = occasion.full_ids and layout.hides_ids
    if isinstance(layout, FormPrint):
        for record in layout.records(occasion):
            form = layout.sheet(record, full_ids)
            yield replace(form, watermark=_WATERMARK if full_ids and not layout.own_numbers else "")
        return
    for part in layout.parts(occasion):
        records = list(part.records)
        if records and isinstance(records[0], Record):
            fetch_references(records, type(records[0]))
        if records:
            yield _sheet(layout, part, records, when, full_ids=full_ids, day=occasion.as_of)


def _sheet(
    layout: ListPrint, part: Part, records: Sequence[object], when: datetime, *, full_ids: bool, day: date
) -> Sheet:
    amount = layout.amount
    rows = [
        [column.cell(record, full_ids=full_ids, day=day) for column in layout.columns] for record in records
    ]
    return Sheet(
        title=part.title or layout.title,
        columns=tuple(_column(layout, column) for column in layout.columns),
        rows=rows,
        amounts=None if amount is None else [getattr(record, amount.name) or 0 for record in records],
        heads=part.heads,
        intro=part.intro,
        closing=_closing(layout, when),
        notes=part.notes,
        seal=part.seal,
        landscape=bool(layout.landscape),
        signing=layout.signing,
        unit=layout.unit,
        watermark=_WATERMARK if full_ids else "",
        totals=frozenset(
            at
            for at, (record, row) in enumerate(zip(records, rows, strict=True))
            if row[0] == TOTAL_ROW or (layout.adds_up is not None and layout.adds_up(record))
        ),
    )


def blank_sheet(layout: Print, rows: int | None = None) -> AnySheet:
    """Return the print as an empty form to fill in by hand (domain 0.6)."""
    if isinstance(layout, FormPrint):
        return layout.sheet(layout.record(**dict.fromkeys(layout.record.described())), False)
    around = (layout.blank or blank())()
    return Sheet(
        title=around.title or layout.title,
        columns=tuple(_column(layout, column) for column in layout.columns),
        rows=[[column.cell(record) for column in layout.columns] for record in around.records],
        amounts=None if layout.amount is None else [],
        heads=around.heads,
        intro=around.intro,
        closing=layout.closing,
        notes=around.notes,
        seal=around.seal,
        landscape=bool(layout.landscape),
        signing=layout.signing,
        unit=layout.unit,
        blank_rows=rows or layout.blank_rows,
    )


def _column(layout: ListPrint, column: PrintColumn) -> Column:
    summed = (
        layout.amount is not None and column.field is not None and column.field.name == layout.amount.name
    )
    return Column(column.title, column.width, column.aligned, sum=summed)


def _closing(layout: ListPrint, when: datetime) -> tuple[str, ...]:
    """Return the signature line, its date filled in with the day of printing."""
    today = write_date(when.date())
    return tuple(f"{words}{today}" if words.endswith("日期：") else words for words in layout.closing)


def _log(
    layout: Print, sheets: list[AnySheet], result: PrintResult, when: datetime, *, sensitive: bool
) -> None:
    """Note who printed what; a file opened for reading only takes no note."""
    office = current()
    if office is None or office.read_only:
        return
    with change():
        PrintLogEntry.create(
            printed_at=when,
            key=layout.key,
            title=sheets[0].title,
            rows=sum(len(sheet.rows) if isinstance(sheet, Sheet) else 1 for sheet in sheets),
            pages=result.pages,
            is_public=layout.is_public,
            sensitive=sensitive,
        )

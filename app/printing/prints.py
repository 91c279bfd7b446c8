"""From a print's description to the paper: gather the records, fill the sheets, write the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from peewee import ModelSelect, chunked

from app.errors import Refused
from app.fields import odd_fields
from app.opened import current
from app.printing.bound import BoundSheet, Single
from app.printing.heads import blank
from app.printing.labels import LabelSheet, gathered
from app.printing.layout import (
    FormPrint,
    ListPrint,
    Onlooker,
    PaperKind,
    Part,
    Print,
    PrintColumn,
    PrintRequest,
)
from app.printing.packed import pack
from app.printing.rows import Rows, places_beside
from app.printing.selection import Selection
from app.printing.sheet import Column, Sheet
from app.printing.typography import set_in_chinese
from app.records.base import Query, Record, among, change
from app.records.prints import PrintLogEntry, RecordKey, key_of, note_printed
from app.records.profile import office_name
from app.records.references import fetch_when_asked
from app.rules.dates import write_date
from app.target import written_whole

if TYPE_CHECKING:
    from app.printing.pdf import AnySheet, PrintResult

_FILLED_IN = "填表日期："
_WATERMARK = "内部资料　注意保密"
_TOGETHER = 500  # records
_YEAR = re.compile(r"\d{4}年")


def public_version(paper: Print) -> ListPrint:
    """Return the version of a print that may hang on the wall; raises Refused where there is none."""
    if isinstance(paper, ListPrint) and paper.is_public:
        return paper
    if paper.public is None:
        raise Refused(f"“{paper.title}”没有公示版，不能公开张贴。请另选一份有公示版的表册。")
    return paper.public


def make(  # noqa: PLR0913  # what is asked for, where it goes, and how
    paper: Print,
    request: PrintRequest,
    target: Path,
    *,
    public: bool = False,
    blank: bool = False,
    rows: int | None = None,
    printed_at: datetime | None = None,
    stamped: bool = False,
    archived: bool = False,
    onlooker: Onlooker | None = None,
) -> PrintResult:
    """Write a print to a .pdf or .docx file and note it in the print log.

    `blank` prints the empty list or form, for filling in by hand, a list with so many `rows`. The office's
    own lists may be `stamped` with the time; an `archived` print is one that archives accept (PDF/A).
    A Word document is neither, and has its pages only once a program has laid it out: they are 0.
    The first pages of a long print are shown to an `onlooker` while the others are written; where these are
    not wanted any more, Abandoned is raised, and nothing written or noted.
    Raises Refused when there is nothing to print, or the file cannot be written.
    """
    layout: Print = public_version(paper) if public else paper
    when = printed_at or datetime.now()
    found = iter([(blank_sheet(layout, rows), ())]) if blank else filled(layout, request)
    first = next(found, None)
    if first is None:
        only = f"（只印{only_of(layout)}）" if only_of(layout) else ""
        raise Refused(f"这个范围内没有可打印的“{layout.title}”{only}，请换一个期间、批次或记录。")
    printed = _Printed(first[0].title)
    with written_whole(target, ".pdf", ".docx") as unfinished:
        sheets = printed.note(chain((first,), found))
        if target.suffix.lower() == ".docx":
            result = _write_word(sheets, unfinished)
        else:
            from app.printing import pdf

            result = pdf.write(
                sheets,
                unfinished,
                printed_at=when,
                author=office_name(),
                stamped=stamped and not blank and may_be_stamped(layout),
                archived=archived,
                onlooker=onlooker,
            )
        if not blank:  # no paper with full numbers without a note of it
            sensitive = layout.own_numbers or (request.full_ids and layout.hides_ids)
            _log(layout, printed, result, when, sensitive=sensitive)
    return result


@dataclass
class _Printed:
    """What the print log tells of the sheets that were written."""

    title: str
    rows: int = 0
    keys: list[RecordKey] = field(default_factory=list)

    def note(self, found: Iterable[tuple[AnySheet, Sequence[RecordKey]]]) -> Iterator[AnySheet]:
        """Yield the sheets, each noted."""
        for sheet, keys in found:
            self.rows += len(sheet.rows) if isinstance(sheet, Sheet) else 1
            self.keys += keys
            yield sheet


def _write_word(sheets: Iterable[AnySheet], target: Path) -> PrintResult:
    from app.printing.pdf import PrintResult
    from app.printing.word.sheets import write

    write([*sheets], target)
    return PrintResult(0, ())


def number_chosen(layout: Print, request: PrintRequest) -> int | None:
    """Return how many of the records asked for a list holds, or how many forms are made of them.

    None where a list holds all of them, or is of whole years that it takes from them.
    """
    chosen = layout.chosen(request) if layout.chosen is not None else None
    return chosen.count() if isinstance(chosen, ModelSelect) else None


def only_of(layout: Print) -> str:
    """Return which of the records asked for are printed, in a word; nothing where all may be."""
    return layout.chosen.only if isinstance(layout.chosen, Selection) else ""


def may_be_stamped(layout: Print) -> bool:
    """Tell whether the time of printing may stand on a print: an own list of the office, no notice."""
    return isinstance(layout, ListPrint) and not layout.is_public


def filled(layout: Print, request: PrintRequest) -> Iterator[tuple[AnySheet, Sequence[RecordKey]]]:
    """Yield the print's sheets, filled with the records asked for, and whose they are; none for nobody's.

    Labels of one kind share their pages. Lists are read to their end before the first is given, the records
    of forms some at a time: nobody who saves waits until they are drawn.
    """
    return ((set_in_chinese(sheet), keys) for sheet, keys in _filled(layout, request))


def _filled(layout: Print, request: PrintRequest) -> Iterator[tuple[AnySheet, Sequence[RecordKey]]]:
    full_ids = request.full_ids and layout.hides_ids
    if isinstance(layout, FormPrint) and layout.kind is PaperKind.LABEL:
        pairs = [(form, record) for form, record in _forms(layout, request) if isinstance(form, LabelSheet)]
        if pairs:
            yield gathered([form for form, _ in pairs]), [key_of(record) for _, record in pairs]
        return
    if isinstance(layout, FormPrint):
        watermark = _WATERMARK if full_ids and not layout.own_numbers else ""
        for form, record in _forms(layout, request, full_ids=full_ids):
            yield replace(form, watermark=watermark), [key_of(record)]
        return
    lists = [_sheet(layout, part, request, full_ids=full_ids) for part in layout.parts(request)]
    yield from ((sheet, keys) for sheet, keys in lists if sheet.rows)


def _forms(
    layout: FormPrint, request: PrintRequest, *, full_ids: bool = False
) -> Iterator[tuple[Single | BoundSheet | LabelSheet, Record]]:
    for some in _some_at_a_time(layout.records(request)):
        fetch_when_asked(some)
        for record in some:
            try:
                yield layout.sheet(record, full_ids), record
            except (AttributeError, TypeError, ValueError) as error:
                _refuse_odd(record, error)
                raise


def _some_at_a_time(records: Iterable[Record]) -> Iterator[Sequence[Record]]:
    """Yield records in their order; those of a query are read as they come up, each time to the end."""
    if not isinstance(records, Query):
        yield from chunked(records, _TOGETHER)
        return
    key = records.model.id
    for ids in chunked([one for (one,) in records.select(key).tuples()], _TOGETHER):
        found = {record.id: record for record in records.model.select().where(among(key, ids))}
        yield [found[one] for one in ids if one in found]


def _refuse_odd(record: Record, error: Exception) -> None:
    """Raise Refused where a form cannot be filled because the file holds a word for a day, or the like."""
    if odd := odd_fields(record):
        labels = "、".join(field.label for field in odd)
        raise Refused(f"“{record}”的{labels}读不出来，没有打印。请先重新填写，再打印。") from error


def _sheet(
    layout: ListPrint, part: Part, request: PrintRequest, *, full_ids: bool
) -> tuple[Sheet, Sequence[RecordKey]]:
    found = Rows(layout, request, full_ids=full_ids)
    rows = pack(found.of(part.records))
    title = _title(layout, part, request.as_of)
    sheet = Sheet(
        title=title,
        what=_what(layout, title),
        columns=tuple(_column(layout, column) for column in layout.columns),
        rows=rows,
        amounts=None if layout.amount is None else found.amounts,
        beside=found.beside,
        heads=part.heads,
        intro=part.intro,
        closing=_closing(layout, request),
        notes=part.notes,
        seal=part.seal,
        landscape=bool(layout.landscape),
        signing=layout.signing,
        unit=layout.unit,
        watermark=_WATERMARK if full_ids and not layout.own_numbers else "",
        wall=layout.is_public,
        totals=frozenset(found.totals),
    )
    return sheet, found.keys


def blank_sheet(layout: Print, rows: int | None = None) -> AnySheet:
    """Return the print as an empty form to fill in by hand (domain 0.6)."""
    return set_in_chinese(_blank_sheet(layout, rows))


def _blank_sheet(layout: Print, rows: int | None) -> AnySheet:
    if isinstance(layout, FormPrint):
        form = layout.sheet(layout.record(**dict.fromkeys(layout.record.described())), False)
        return gathered([form] * form.stock.count) if isinstance(form, LabelSheet) else form
    around = (layout.blank or blank())()
    return Sheet(
        title=_title(layout, around, None),
        columns=tuple(_column(layout, column) for column in layout.columns),
        rows=[[column.cell(record) for column in layout.columns] for record in around.records],
        amounts=None if layout.amount is None else [],
        beside={place: [] for place in places_beside(layout)},
        heads=around.heads,
        intro=around.intro,
        closing=layout.closing,
        notes=around.notes,
        seal=around.seal,
        landscape=bool(layout.landscape),
        signing=layout.signing,
        unit=layout.unit,
        wall=layout.is_public,
        blank_rows=rows or layout.blank_rows,
    )


def _title(layout: ListPrint, part: Part, day: date | None) -> str:
    """Return what stands above a list; on a wall it names the office and the year, too.

    The year is that of the part's own title, seal or heads, else that of the day it is made for.
    """
    title = part.title or layout.title
    if not layout.is_public:
        return title
    place = office_name().removesuffix("工会")
    if place and title.startswith(place) and not title.startswith(office_name()):
        title = f"{office_name()}{title.removeprefix(place)}"  # 泰祥社区2011年招聘会: the place is said once
    told = _YEAR.search(" ".join((title, *(part.seal or ()), *part.heads)))
    year = told[0] if told else f"{day.year}年" if day else "＿＿＿＿年"
    before = (text for text in (office_name(), year) if text not in title)
    return "".join((*before, title))


def _what(layout: ListPrint, title: str) -> str:
    """Return what a list is, the end of its title that it has in common with all of its kind."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(layout.title[::-1], title[::-1], strict=False))
    return title[len(title) - len([*same]) :]


def _column(layout: ListPrint, column: PrintColumn) -> Column:
    summed = (
        layout.amount is not None and column.field is not None and column.field.name == layout.amount.name
    )
    by_hand = column.field is None and column.text is None and column.on is None
    return Column(column.title, column.width, column.aligned, sum=summed, by_hand=by_hand)


def _closing(layout: ListPrint, request: PrintRequest) -> tuple[str, ...]:
    """Return the signature line; the day a list as of today is filled in stands in it.

    Every other date is somebody's: of a receipt, a stocktaking, an entry. It is written by hand.
    """
    if request.as_of != request.today:
        return layout.closing
    filled_in = f"{_FILLED_IN}{write_date(request.today)}"
    return tuple(filled_in if words == _FILLED_IN else words for words in layout.closing)


def _log(layout: Print, printed: _Printed, result: PrintResult, when: datetime, *, sensitive: bool) -> None:
    """Note who printed what, and of which records; a file opened for reading only takes no note."""
    office = current()
    if office is None or office.read_only:
        return
    with change():
        entry = PrintLogEntry.create(
            printed_at=when,
            key=layout.key,
            title=printed.title,
            rows=printed.rows,
            pages=result.pages,
            is_public=layout.is_public,
            sensitive=sensitive,
        )
        note_printed(entry, printed.keys)

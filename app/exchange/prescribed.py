"""Writing a workbook whose columns, order and terms another body prescribes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.exchange.spreadsheet import close_book, open_book, write_texts
from app.fields import Described
from app.listing import Criteria, matching
from app.records.base import Record
from app.register import PrescribedExport, PrescribedSheet, Register
from app.target import Note, written_whole


def write_prescribed(
    register: Register,
    export: PrescribedExport,
    criteria: Criteria,
    target: Path,
    *,
    note: Note | None = None,
) -> int:
    """Write the records asked for and the rows that belong to them, sheet by sheet; return how many records.

    Raises Refused when the workbook cannot be written.
    """
    with written_whole(target, ".xlsx") as unfinished:
        records = list(matching(register, criteria))
        book = open_book(unfinished)
        heading = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        text = book.add_format({"num_format": "@"})
        for sheet in export.sheets:
            write_texts(book.add_worksheet(sheet.title), _rows(export, sheet, records), heading, text)
        close_book(book)
        if note is not None:
            note(len(records))
    return len(records)


def _rows(export: PrescribedExport, sheet: PrescribedSheet, records: Sequence[Record]) -> Iterator[list[str]]:
    yield [title for title, _ in (*sheet.leading, *sheet.columns)]
    for record in records if sheet.owner is None else ():
        yield _texts(export, sheet.columns, record)
    if sheet.owner is not None:
        leading = {record.id: _texts(export, sheet.leading, record) for record in records}
        model = sheet.owner.model
        rows = model.alive().where(sheet.owner.in_(list(leading))).order_by(sheet.owner, model.id)
        for row in rows:
            yield [*leading[row.__data__[sheet.owner.name]], *_texts(export, sheet.columns, row)]


def _texts(export: PrescribedExport, columns: Sequence[tuple[str, Described]], record: Record) -> list[str]:
    return [export.text(field, getattr(record, field.name)) for _, field in columns]

"""The print log: who saw full identity numbers on paper, when and why (domain 12.2), and who stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import peewee

from app.fields import CountField, FlagField, TextField
from app.records.base import Record, database


class PrintLogEntry(Record):
    """One list that was printed or exported."""

    printed_at = peewee.DateTimeField(default=datetime.now)
    key = TextField("打印项目")
    title = TextField("标题")
    rows = CountField("行数", default=0)
    pages = CountField("页数", default=0)
    is_public = FlagField("公示版", default=False)
    sensitive = FlagField("含完整证件号码", default=False)


class PrintedRecord(peewee.Model):
    """A record that stands on paper, and the entry of the print log that noted it last."""

    table = peewee.TextField()
    row = peewee.IntegerField()
    entry = peewee.IntegerField()

    class Meta:
        database = database
        table_name = "printed_record"
        primary_key = peewee.CompositeKey("table", "row")


RecordKey = tuple[str, int]

_KEY = (PrintedRecord.table, PrintedRecord.row)
_AT_ONCE = 500  # rows noted, or asked for, with one statement


def key_of(record: Record) -> RecordKey:
    """Return the table of a record, and its id."""
    return record._meta.table_name, record.id


def note_printed(entry: PrintLogEntry, keys: Iterable[RecordKey]) -> None:
    """Note the records that a paper shows."""
    kept = {(table, row) for table, row in keys if row is not None}  # a form may be of what is not saved yet
    rows = ({"table": table, "row": row, "entry": entry.id} for table, row in sorted(kept))
    for some in peewee.chunked(rows, _AT_ONCE):
        noted = PrintedRecord.insert_many(some)
        noted.on_conflict(conflict_target=_KEY, update={PrintedRecord.entry: entry.id}).execute()


def printed(model: type[Record], ids: Iterable[int]) -> Mapping[int, PrintLogEntry]:
    """Return those of the records that stand on paper, by id, and the entry that noted each last."""
    found: dict[int, PrintLogEntry] = {}
    for some in peewee.chunked(ids, _AT_ONCE):
        own = PrintedRecord.select().where(
            PrintedRecord.table == model._meta.table_name, PrintedRecord.row.in_(list(some))
        )
        noted = {note.row: note.entry for note in own}
        entries = PrintLogEntry.select().where(PrintLogEntry.id.in_(set(noted.values())))
        by_id = {entry.id: entry for entry in entries}
        found |= {row: by_id[entry] for row, entry in noted.items() if entry in by_id}
    return found

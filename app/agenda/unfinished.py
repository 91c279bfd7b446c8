"""What was typed and never saved, as the desk tells it after the program was cut off (上次没有存完)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.records import drafts
from app.records.drafts import Draft, Kind
from app.register import Register
from app.registry import SUBJECTS, owners_of, registers


@dataclass(frozen=True)
class Unfinished:
    """A draft: what it is called, and the place in the window where it is offered.

    That is a record of a register, a new one where `record_id` is 0; a report has its key and its year there.
    """

    title: str
    kind: Kind
    key: str
    record_id: int


def unfinished(before: datetime) -> list[Unfinished]:
    """Return the drafts that were left before a moment, such as that of opening, the latest first."""
    left = Draft.select().where(Draft.at < before).order_by(Draft.at.desc())
    return [one for draft in left for one in _told(draft)]


def _told(draft: Draft) -> Iterator[Unfinished]:
    """Yield how a draft is told; nothing for a place that this version does not have."""
    kind, key, more = drafts.kind_of(draft)
    if kind is Kind.SUMMARY:
        yield Unfinished(f"{draft.record}年的工作总结", kind, key, draft.record)
    elif kind is Kind.BATCH:
        for entry in (entry for subject in SUBJECTS for entry in subject.entries if entry.key == key):
            yield Unfinished(entry.title, kind, entry.head.key, 0)
    elif (register := next((one for one in registers() if one.key == key), None)) is not None:
        if kind is Kind.IMPORT:
            yield Unfinished(f"导入{register.title}", kind, key, 0)
        elif kind is Kind.MANY:
            yield Unfinished(f"批量{more}{register.title}", kind, key, 0)
        elif draft.owner:
            yield from _of_row(register, draft.owner)
        elif draft.record:
            yield from _of_record(register, draft.record, kind, more)
        elif kind is Kind.REASON:
            yield Unfinished(f"{more}{register.title}的原因", kind, key, 0)
        else:
            yield Unfinished(f"新{register.title}", kind, key, 0)


def _of_record(register: Register, record_id: int, kind: Kind, step: str) -> Iterator[Unfinished]:
    record = register.record.get_or_none(register.record.id == record_id)
    if record is not None:
        yield Unfinished(f"{register.title}“{record}”{step}", kind, register.key, record_id)


def _of_row(register: Register, owner_id: int) -> Iterator[Unfinished]:
    """A row is typed below the record that it belongs to."""
    for shown, _ in owners_of(register):
        record = shown.record.get_or_none(shown.record.id == owner_id)
        if record is not None:
            yield Unfinished(f"{shown.title}“{record}”的{register.title}", Kind.FORM, shown.key, owner_id)
            return

"""Records as if they had been entered long ago: what is changed today was otherwise until today."""

from __future__ import annotations

from datetime import date, datetime, time

from app.records.base import AnyRecord


def entered_on(record: AnyRecord, day: date) -> AnyRecord:
    """Date the entering of a saved record; return it as the file has it now."""
    model = type(record)
    model.update(created_at=datetime.combine(day, time(9))).where(model.id == record.id).execute()
    return model.get_by_id(record.id)

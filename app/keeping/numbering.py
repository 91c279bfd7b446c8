"""The numbers that the office gives its records (domain 0.7)."""

from __future__ import annotations

from datetime import date
from functools import cache

from app.fields import SerialField
from app.records.base import Record, database, next_number
from app.records.batch import current
from app.records.known_days import first_known
from app.records.profile import office_code


def number(record: Record) -> None:
    """Hand out the numbers that the office has not given yet (domain 0.7)."""
    values = record.__data__
    for field in numbered(type(record)):
        if not values.get(field.name):
            day = first_known(field.dated_by, values) or date.today()
            values[field.name] = _free_number(field, f"{office_code()}-{field.code}-{day.year}-")


@cache
def numbered(model: type[Record]) -> list[SerialField]:
    """Return the fields of a kind of record whose numbers the program hands out."""
    return [field for field in model.described().values() if isinstance(field, SerialField)]


def _free_number(field: SerialField, prefix: str) -> str:
    """Pass over the numbers that came in with an old roster."""
    while True:
        batch = current()
        last = next_number(prefix) if batch is None else batch.next_number(prefix)
        serial = f"{prefix}{last:04d}"
        taken = _is_taken(field, serial) if batch is None else batch.is_taken(field, serial)
        if not taken:
            return serial


def _is_taken(field: SerialField, serial: str) -> bool:
    sql = f'SELECT EXISTS (SELECT 1 FROM "{field.model._meta.table_name}" WHERE "{field.column_name}" = ?)'
    return bool(database.execute_sql(sql, (serial,)).fetchone()[0])

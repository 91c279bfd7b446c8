"""All that a person can find in an office file, to be compared before and after."""

from __future__ import annotations

from app.records.base import database
from app.registry import records

_BOOKKEEPING = ("version", "created_at", "updated_at")


def content() -> dict[str, list[tuple[object, ...]]]:
    """Return the living rows of every kind, as SQLite has them."""
    kept = {}
    for model in records():
        columns = [field for field in model._meta.sorted_fields if field.name not in _BOOKKEEPING]
        rows = model.select(*columns).where(model.deleted_at.is_null()).order_by(model.id)
        sql, values = rows.sql()
        kept[model._meta.table_name] = database.execute_sql(sql, values).fetchall()
    return kept

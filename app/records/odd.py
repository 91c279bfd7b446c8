"""Values in the file that are none of their kind, such as a word for a day: another program wrote them."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import Expression, fn

from app.fields import (
    CountField,
    DateField,
    Described,
    MoneyField,
    PartialDateField,
    PercentField,
    QuantityField,
)
from app.records.base import Record, database, kinds_of_record


def trouble(error: BaseException) -> str | None:
    """Say which value of the open file very likely made the program stumble; None where none can have.

    The whole file is looked through: this is for when something has failed.
    """
    if not isinstance(error, (AttributeError, TypeError, ValueError)) or database.is_closed():
        return None
    record, field = next(_odd_values(), (None, None))
    if record is None or field is None:
        return None
    return f"“{record}”的{field.label}读不出来，没有完成。请先在这条记录中重新填写，再试一次。"


def _odd_values() -> Iterator[tuple[Record, Described]]:
    for model in filter(_is_in_file, kinds_of_record()):
        for field in model.described().values():
            if (odd := _is_odd(field)) is not None:
                for record in model.alive().where(field.is_null(False), odd).limit(1):
                    yield record, field


def _is_in_file(model: type[Record]) -> bool:
    """Tell whether the file has a kind of record with all its columns."""
    columns = {column.name for column in database.get_columns(model._meta.table_name)}
    return columns >= {field.column_name for field in model._meta.sorted_fields}


def _is_odd(field: Described) -> Expression | None:
    if isinstance(field, DateField):
        return fn.DATE(field).is_null()
    if isinstance(field, PartialDateField):
        return fn.GLOB("[12][0-9][0-9][0-9]*", field) == 0
    if isinstance(field, (MoneyField, CountField, QuantityField, PercentField)):
        return fn.TYPEOF(field).in_(("text", "blob"))
    return None

"""Saving one record costs no more among thousands than among a few: nothing goes through all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.described.opened import opened_registers
from app.keeping import keeping
from app.office import Office
from app.records.base import Record, change, database
from app.register import register_of
from tests.factories.described import make_service, serve
from tests.factories.paperwork import make_visit
from tests.factories.people import make_member

_MANY, _STEPS = 4_000, 20


def _served() -> Record:
    return serve(next(iter(opened_registers()), None) or make_service(), c2=date(2011, 3, 8))


def _copy(record: Record, many: int) -> None:
    """Write rows like a record under other names, each with the traces that every row leaves."""
    model = type(record)
    fields = [one.column_name for one in model._meta.sorted_fields if one.name != "id" and not one.unique]
    own = {"id_number": "NULL", model.naming[0].column_name: f"{model.naming[0].column_name} || at"}
    columns, values = ", ".join(fields), ", ".join(own.get(column, column) for column in fields)
    with change():
        database.execute_sql(
            f"WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < {many}) "
            f"INSERT INTO {model._meta.table_name} ({columns}) "
            f"SELECT {values} FROM {model._meta.table_name}, n WHERE id = {record.id}"
        )


def _steps_of_a_save(record: Record, words: str) -> int:
    """Return how many steps SQLite takes to save what was changed in a record, in twenties."""
    register: Any = register_of(type(record))
    record = type(record).get_by_id(record.id)
    notes = next(name for name in ("remark", "answer", "c7") if name in record.described())
    keeping.assign(record, {notes: words})
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection = database.connection()
    connection.set_progress_handler(count, _STEPS)
    try:
        keeping.save(register, record)
    finally:
        connection.set_progress_handler(None, _STEPS)
    return taken


@pytest.mark.parametrize("make", [make_member, make_visit, _served])
def test_a_save_takes_as_many_steps_among_many_records(office: Office, make: Callable[[], Record]) -> None:
    record = make()
    _steps_of_a_save(record, "先")
    among_few = _steps_of_a_save(record, "一")
    _copy(make(), _MANY)
    assert _steps_of_a_save(record, "二") < 1.5 * among_few

"""The whole office comes back from books as others write them: in any order, under any names, in any way.

Each register is written once in a random order of columns, under labels or aliases, its days, amounts and
numbers as an office may write them, in one of the formats of file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.exchange.delimited import pasted
from app.exchange.importing import open_session, report_of
from app.exchange.session import ImportSession
from app.exchange.targets import exported_fields
from app.fields import Described, MobileField, PartialDateField, ReferenceField, ResidentIdField
from app.office import Office, close_office, create
from app.register import Register
from app.registry import find_register, registers
from tests.app.exchange import world
from tests.app.exchange.test_any_book import KNOWN, WRITERS, Book, Cell, headings, written
from tests.app.exchange.test_round_trip import ORDER

_NUMBERS = (ResidentIdField, MobileField, PartialDateField)
Table = tuple[list[Described], list[list[Any]]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Table], dict[str, list[Any]]]:
    """What each register of a full office holds, field by field, and all of it."""
    create(tmp_path_factory.mktemp("full") / "full.union", "泰祥社区工会", code="TY")
    world.fill()
    tables = {register.key: _table(register) for register in registers()}
    held = world.contents()
    close_office()
    return tables, held


def _table(register: Register) -> Table:
    fields = [field for field in exported_fields(register) if field.derive is None]
    rows = [[_value(field, record) for field in fields] for record in register.record.alive()]
    return fields, rows


def _value(field: Described, record: Any) -> Any:  # noqa: ANN401  # as the field takes it
    value = getattr(record, field.name)
    return field.format(value) if isinstance(field, ReferenceField) else value


@pytest.mark.parametrize("seed", range(2))
def test_every_register_comes_back_from_a_book_in_any_order_under_any_names(
    told: tuple[dict[str, Table], dict[str, list[Any]]], office: Office, tmp_path: Path, seed: int
) -> None:
    random = Random(seed)
    tables, held = told
    for key in ORDER:
        register = find_register(key)
        lines = list(_lines(register, *tables[key], random))
        rare = any(
            isinstance(cell, str) and not cell.isascii() and max(cell) > "\uffff"
            for row in lines
            for cell in row
        )
        name = random.choice([one for one in sorted(WRITERS) if one != "book.xls" or not rare])
        path = tmp_path / key / name
        path.parent.mkdir()
        WRITERS[name](path, Book(key, [], [], lines, []))
        session = _begun(register, path)
        session.options.on_duplicate = {"settings": "update", "members.events": "fill"}.get(key, "skip")  # type: ignore[assignment]
        session.import_rows()
        assert session.done, (key, name, report_of(session).problems)
    differing = {key: _differing(world.contents()[key], held[key]) for key in held}
    assert {key: rows for key, rows in differing.items() if rows} == {}


def _begun(register: Register, path: Path) -> ImportSession:
    if path.suffix == ".html":
        return ImportSession.of(register, pasted("", path.read_text("utf-8")))
    return open_session(register, path)


def _lines(
    register: Register, fields: list[Described], rows: list[list[Any]], random: Random
) -> Iterator[list[Cell]]:
    order = random.sample(range(len(fields)), len(fields))
    yield [random.choice(headings(register, fields[place]) or [fields[place].label]) for place in order]
    for row in rows:
        yield [random.choice(_ways(fields[place], row[place])) for place in order]


def _ways(field: Described, value: Any) -> list[Cell]:  # noqa: ANN401  # as the field takes it
    """Return the ways of writing a value; a text, and what few offices write otherwise, in one."""
    if isinstance(field, ReferenceField):
        return [value]
    if value is None:
        # 无 below 劳模 and below 是否 says something.
        return [blank for blank in written(field, None) if field.parse(str(blank)) is None]
    is_day_or_year = isinstance(field, PartialDateField) and len(value) != len("2011-03")
    is_text = isinstance(value, str) and not isinstance(field, _NUMBERS)
    if is_day_or_year or is_text or not isinstance(field, KNOWN):
        text = field.format(value)
        return [f"'{text}" if text.startswith("'") else text]  # the first one is Excel's own
    return written(field, value)


def _differing(have: list[Any], want: list[Any]) -> list[Any]:
    """Return the values that differ, each with the right one; the numbers of rows where these do."""
    if len(have) != len(want):
        return [(len(have), len(want))]
    return [
        pair
        for rows in zip(have, want, strict=True)
        for pair in zip(*rows, strict=True)
        if pair[0] != pair[1]
    ]

"""The whole office comes back from books as others write them: in any order, under any names, in any way.

Each register is written once in a random order of columns, under labels or aliases, its days, amounts and
numbers as an office may write them, in one of the formats of file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.exchange.delimited import pasted
from app.exchange.importing import open_session, report_of
from app.exchange.session import ImportSession
from app.exchange.targets import exported_fields
from app.fields import Described, MobileField, PartialDateField, ReferenceField, ResidentIdField
from app.office import Office, close_office, create, open_office
from app.register import Register
from app.registry import find_register, registers
from tests.app.exchange import world
from tests.app.exchange.test_any_book import KNOWN, WRITERS, Book, Cell, headings, written
from tests.app.exchange.test_round_trip import ORDER
from tests.factories.described import make_described

_NUMBERS = (ResidentIdField, MobileField, PartialDateField)
Table = tuple[list[Described], list[list[Any]]]


@dataclass(frozen=True)
class Full:
    """The file of an office with something in each register, and what each holds, field by field."""

    path: Path
    tables: dict[str, Table]
    held: dict[str, list[Any]]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Full:
    path = tmp_path_factory.mktemp("full") / "full.union"
    create(path, "泰祥社区工会", code="TY")
    world.fill()
    made = Full(path, {register.key: _table(register) for register in registers()}, world.contents())
    close_office()
    return made


def _table(register: Register) -> Table:
    fields = [field for field in exported_fields(register) if field.derive is None]
    rows = [[_value(field, record) for field in fields] for record in register.record.alive()]
    return fields, rows


def _value(field: Described, record: Any) -> Any:  # noqa: ANN401  # as the field takes it
    value = getattr(record, field.name)
    return field.format(value) if isinstance(field, ReferenceField) else value


@pytest.mark.parametrize("seed", range(2))
def test_every_register_comes_back_from_a_book_in_any_order_under_any_names(
    full: Full, office: Office, tmp_path: Path, seed: int
) -> None:
    """Each kind of file has its turn: no kind of field is in so few registers that one never meets it."""
    random = Random(seed)
    make_described()
    for number, key in enumerate(ORDER):
        register = find_register(key)
        lines = list(_lines(register, *full.tables[key], random))
        path = _written(tmp_path / key, lines, sorted(WRITERS)[(number + 4 * seed) % len(WRITERS)])
        session = _begun(register, path)
        session.options.on_duplicate = {"settings": "update", "members.events": "fill"}.get(key, "skip")  # type: ignore[assignment]
        session.import_rows()
        assert session.done, (key, path.name, report_of(session).problems)
    again = world.contents()
    differing = {key: _differing(again[key], full.held[key]) for key in full.held}
    assert {key: rows for key, rows in differing.items() if rows} == {}


@pytest.mark.parametrize("name", WRITERS)
def test_a_book_of_any_register_says_nothing_new_of_the_office_that_it_is_from(
    full: Full, tmp_path: Path, name: str
) -> None:
    """However its days, amounts and numbers are written: what a cell is read as is what is kept."""
    filled = [key for key in ORDER if full.tables[key][1]]
    folders = count()
    open_office(full.path)
    try:

        @settings(
            max_examples=8,
            report_multiple_bugs=False,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(key=st.sampled_from(filled), random=st.randoms(use_true_random=False))
        def each_book(key: str, random: Random) -> None:
            register = find_register(key)
            fields, rows = full.tables[key]
            chosen = random.sample(rows, min(len(rows), 3))
            path = _written(
                tmp_path / f"{next(folders)}", list(_lines(register, fields, chosen, random)), name
            )
            session = _begun(register, path)
            session.rehearse()
            report = report_of(session)
            assert (report.problems, report.unchanged) == ([], len(chosen)), [
                row.changes for row in session.rows
            ]

        each_book()
    finally:
        close_office()


def _written(folder: Path, lines: list[list[Cell]], name: str) -> Path:
    """Write a book; what one kind of file cannot hold goes into another."""
    texts = [cell for row in lines for cell in row if isinstance(cell, str)]
    rare = any(max(text, default="") > "\uffff" for text in texts)
    tabbed = any("\t" in text for text in texts)  # a blank on a page
    if (rare and name == "book.xls") or (tabbed and name == "clipboard.html"):
        name = "book.xlsx"
    if not name.startswith(("book.", "clipboard.")):  # in a text the first apostrophe is a spreadsheet's own
        lines = [[f"'{cell}" if str(cell).startswith("'") else cell for cell in row] for row in lines]
    path = folder / name
    folder.mkdir()
    WRITERS[name](path, Book(folder.name, [], [], lines, []))
    return path


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
        return [field.format(value)]
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

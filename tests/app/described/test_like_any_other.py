"""Registers described by an office are like those of the program: what holds for all holds for three of them.

The tests that go through all registers are asked of registers that were made from workbooks.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.exchange import workbook
from app.exchange.describing import propose
from app.exchange.importing import import_book
from app.exchange.taking_up import take_up
from app.keeping import keeping
from app.listing import Criteria
from app.office import Office, close_office, create, open_office
from app.papers import papers_of, prints_of
from app.printing.layout import PrintRequest
from app.printing.prints import make
from app.records.base import Record
from app.registry import find_figure, find_register, own_registers
from app.rules import periods
from tests.app import test_listing, test_odd_choices, test_registry
from tests.app.exchange import test_round_trip
from tests.factories.described_books import lent, write_all
from tests.helpers.paper import read

KEYS = ("own.reg_1", "own.reg_2", "own.reg_3")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with the three registers, made from their workbooks."""
    folder = tmp_path_factory.mktemp("described")
    create(folder / "described.union", "泰祥社区工会", code="TY")
    for book in write_all(folder):
        proposal = propose(book)
        taken = take_up(proposal, proposal.description)
        assert not taken.problems
    close_office()
    return folder / "described.union"


@pytest.fixture(autouse=True)
def described(made: Path, tmp_path: Path) -> Iterator[Office]:
    """A copy of it, open."""
    yield open_office(Path(shutil.copy(made, tmp_path / "described.union")))
    close_office()


@pytest.fixture(params=KEYS)
def key(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The key of one of the registers, of which the factory makes a record like its first."""
    own: str = request.param

    def another() -> Record:
        register = find_register(own)
        first = register.record.alive().order_by(register.record.id).first()
        assert first is not None
        fields = {field.name for field in register.fields}
        return keeping.new(register, **{n: v for n, v in first.__data__.items() if n in fields})

    monkeypatch.setitem(test_registry.MAKERS, own, another)
    return own


def test_they_are_called_as_the_workbooks_are() -> None:
    assert [own.register.title for own in own_registers()] == ["图书借阅", "志愿服务", "工会驿站服务"]


def test_records_are_read_shown_and_begun(key: str, described: Office) -> None:
    register = find_register(key)
    test_registry.test_a_record_read_from_the_screen_is_the_record_that_was_kept(described, register)
    test_registry.test_every_column_of_a_list_can_be_written_and_hidden(described, register)
    test_registry.test_a_new_record_can_be_shown_before_anything_is_typed(described, register)


def test_every_column_sorts(key: str) -> None:
    register = find_register(key)
    for shown in register.columns:
        test_listing.test_every_column_sorts_both_ways(register, shown, descending=True)


def test_every_filter_finds(key: str) -> None:
    register = find_register(key)
    for kept in register.filters:
        if hasattr(kept, "name"):
            test_listing.test_every_filter_offers_what_finds_records(register, kept)


def test_a_workbook_holds_all_of_them(key: str) -> None:
    register = find_register(key)
    test_round_trip.test_a_workbook_holds_all_that_is_kept_but_files(register)
    test_round_trip.test_no_heading_means_two_fields(register)


def test_an_odd_choice_is_judged_shown_and_told(key: str, described: Office, tmp_path: Path) -> None:
    test_odd_choices.test_a_record_with_an_odd_choice_is_judged_shown_and_told(key, described, tmp_path)


def test_what_is_handed_out_comes_back_unchanged(key: str, tmp_path: Path) -> None:
    register = find_register(key)
    many = workbook.export(register, Criteria(), tmp_path / "out.xlsx")
    report = import_book(register, tmp_path / "out.xlsx")
    assert (report.new, report.changed, report.unchanged) == (0, 0, many)
    workbook.template(register, tmp_path / "template.xlsx")


def test_list_wall_and_form_are_printed(key: str, tmp_path: Path) -> None:
    register = find_register(key)
    listed, form = prints_of(register)
    assert papers_of(register) == (form,)
    for name, paper, public in (("list", listed, False), ("wall", listed, True), ("form", form, False)):
        record = 1 if paper is form else None
        make(paper, PrintRequest(date(2011, 12, 1), record=record), tmp_path / f"{name}.pdf", public=public)
    make(form, PrintRequest(date(2011, 12, 1)), tmp_path / "blank.pdf", blank=True)
    first = register.record.get_by_id(1)
    person = str(getattr(first, register.record.naming[0].name))
    assert person in _text(tmp_path / "form.pdf")
    assert person not in _text(tmp_path / "wall.pdf")


def _text(paper: Path) -> str:
    pages, _ = read(paper)
    return "".join("".join(pages).split())


def test_figures_agree_with_the_workbook_and_lead_to_records() -> None:
    year = periods.year(2011)
    rows = [row for row in lent() if isinstance(row[0], int)]
    assert find_figure("图书借阅").number(year) == len(rows)
    assert find_figure("图书借阅册数").number(year) == sum(int(str(row[9])) for row in rows)
    with_number = sum(1 for row in rows if row[4])
    assert find_figure("图书借阅涉及人数").number(year) == len(rows) - with_number + 1, (
        "one number, one person"
    )
    assert find_figure("志愿服务时长").text(year) == "54"
    assert (
        find_figure("志愿服务按服务类别·助老").count(year)
        == len(list(find_figure("志愿服务").query(year))) / 3
    )

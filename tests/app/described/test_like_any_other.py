"""Registers described by an office are like those of the program: what holds for all holds for three of them.

Most tests that go through all registers go through these as well (tests/helpers/every_register.py); here are
those whose offices have other registers, and what holds of described ones alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.exchange import workbook
from app.exchange.importing import import_book
from app.fields import Described
from app.keeping import bulk, history, keeping, one_field, undoing
from app.listing import Criteria
from app.office import Office, close_office, open_office
from app.papers import papers_of, prints_of
from app.printing.layout import PrintRequest
from app.printing.prints import make
from app.registry import find_figure, find_register, own_registers
from app.rules import periods
from tests.app import test_listing
from tests.app.keeping import test_history
from tests.factories.described import DESCRIBED, MAKERS
from tests.factories.described_books import lent
from tests.helpers.content import content
from tests.helpers.paper import read

pytestmark = pytest.mark.usefixtures("described_office")


@pytest.fixture(scope="module")
def described_office(described_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for all tests of this module: each takes back what it does."""
    folder = tmp_path_factory.mktemp("alike")
    yield open_office(Path(shutil.copy(described_file, folder / "described.union")))
    close_office()


def test_they_are_called_as_the_workbooks_are() -> None:
    assert [own.register.title for own in own_registers()] == ["图书借阅", "志愿服务", "工会驿站服务"]


@pytest.mark.parametrize("key", DESCRIBED)
def test_every_column_sorts(key: str) -> None:
    register = find_register(key)
    for shown in register.columns:
        test_listing.test_every_column_sorts_both_ways(register, shown, descending=True)


@pytest.mark.parametrize("key", DESCRIBED)
def test_every_filter_finds(key: str) -> None:
    register = find_register(key)
    for kept in register.filters:
        if hasattr(kept, "name"):
            test_listing.test_every_filter_offers_what_finds_records(register, kept)


@pytest.mark.parametrize("key", DESCRIBED)
def test_its_table_has_triggers_naming_every_column(key: str, described_office: Office) -> None:
    model = find_register(key).record
    for action in ("UPDATE", "DELETE"):
        test_history.test_each_table_has_its_triggers_naming_every_column(described_office, model, action)


@pytest.mark.parametrize("key", DESCRIBED)
def test_what_is_done_to_a_record_is_told_and_taken_back(key: str) -> None:
    register, before = find_register(key), content()
    record = keeping.save(register, MAKERS[key]())
    words = one_field.fields_of_many(register)[-1]
    keeping.assign(record, {words.name: words.parse("2")})
    record = keeping.save(register, record)
    keeping.to_bin(register, [record.id])
    told = history.of(record)
    assert [change.action for change in told] == ["删除", "修改", "新建"]
    assert [label for label, _, _ in told[1].items] == [words.label]
    name = register.record.naming[0]
    assert isinstance(name, Described)
    assert (name.label, "", name.format(record.__data__[name.name])) in told[2].items
    for _ in told:
        undoing.undo()
    assert content() == before


@pytest.mark.parametrize("key", DESCRIBED)
def test_one_field_of_many_records_is_changed_as_one_step(key: str) -> None:
    register, before = find_register(key), content()
    words = one_field.fields_of_many(register)[-1]
    some = [record.id for record in register.record.alive()]
    act = one_field.change_of(register, words)
    assert bulk.perform(register, some, act, {words.name: words.parse("2")}).done == len(some)
    assert one_field.differing(register, some, words, words.parse("2")) == []
    undoing.undo()
    assert content() == before


@pytest.mark.parametrize("key", DESCRIBED)
def test_what_is_handed_out_comes_back_unchanged(key: str, tmp_path: Path) -> None:
    register = find_register(key)
    many = workbook.export(register, Criteria(), tmp_path / "out.xlsx")
    report = import_book(register, tmp_path / "out.xlsx")
    assert (report.new, report.changed, report.unchanged) == (0, 0, many)
    workbook.template(register, tmp_path / "template.xlsx")


@pytest.mark.parametrize("key", DESCRIBED)
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

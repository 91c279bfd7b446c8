from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange.importing import import_book
from app.exchange.reading import read_rows
from app.exchange.targets import exported_fields
from app.exchange.workbook import export
from app.fields import AttachmentField, Described
from app.listing import Criteria
from app.office import Office, close_office, create
from app.register import Register
from app.registry import find_register, registers
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.app.exchange import world
from tests.factories import people
from tests.factories.described import DESCRIBED, make_described
from tests.helpers.every_register import KEYS, every_register

# What refers to others comes after them.
_ORDER = (
    "settings settings.earlier settings.funds settings.poverty settings.limits settings.standards "
    "settings.prizes settings.care settings.retention "
    "settings.contracts settings.bank_layouts "
    "unions.enterprises unions.enterprises.earlier members members.events members.earlier "
    "unions unions.earlier unions.committee unions.covered unions.elections "
    "unions.surveys unions.survey_items unions.open_affairs members.dues members.relatives members.jobs "
    "members.care members.benefits "
    "hardship hardship.earlier hardship.family hardship.rounds hardship.reviews hardship.evidence "
    "hardship.batches hardship.payments hardship.drives hardship.donations hardship.donation_uses "
    "disputes.bodies disputes.mediators disputes disputes.parties disputes.steps disputes.extensions "
    "disputes.agreements disputes.followups disputes.supervision "
    "activities.series activities activities.projects activities.teams activities.participants "
    "activities.awards activities.budget activities.volunteering "
    "contracts contracts.covered contracts.headcounts "
    "employment employment.employers employment.posts employment.intentions employment.notices "
    "employment.screens insurance.products insurance.groups insurance insurance.claims "
    "insurance.consultations publications publications.quotas publications.subscriptions "
    "publications.distributions publications.bulletins publications.recipients publications.returns "
    "publications.interns publications.plans publications.assessments publications.club "
    "publications.lendings publications.stocktakes publications.tasks "
    "office office.attendees office.rules office.archive office.seal office.visits office.company_visits "
    "office.cash office.venues office.goals office.shortcomings office.nominations office.honours "
    "office.training office.handovers"
)
ORDER = (*_ORDER.split(), *DESCRIBED)

SUFFIXES = ("xlsx", "csv")


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Any]]]:
    """A folder with every register of a full office exported, and what the office held."""
    folder = tmp_path_factory.mktemp("handed_out")
    create(folder / "full.union", "泰祥社区工会", code="TY")
    world.fill()
    for register in registers():
        for suffix in SUFFIXES:
            export(register, Criteria(), folder / f"{register.key}.{suffix}")
    held = world.contents()
    close_office()
    return folder, held


def take_all_in(folder: Path, suffix: str) -> dict[str, Any]:
    reports = {}
    for key in ORDER:
        # Two registers have rows already: the office itself, and the joining of each member.
        mode = {"settings": "update", "members.events": "fill"}.get(key, "skip")
        report = import_book(find_register(key), folder / f"{key}.{suffix}", on_duplicate=mode)  # type: ignore[arg-type]
        assert report.done, report.problems
        reports[key] = report
    return reports


def test_every_register_is_in_the_order_of_taking_in() -> None:
    assert sorted(ORDER) == sorted(KEYS)


@pytest.fixture
def empty(office: Office) -> None:
    """An office with no rows, in which the same registers are described."""
    make_described()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_exported_comes_back_field_by_field(
    handed_out: tuple[Path, dict[str, list[Any]]], empty: None, suffix: str
) -> None:
    folder, held = handed_out
    take_all_in(folder, suffix)
    assert world.contents() == held
    assert all(held.values()), "a register without a record proves nothing"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_taking_the_same_workbooks_in_twice_changes_nothing(
    handed_out: tuple[Path, dict[str, list[Any]]], empty: None, suffix: str
) -> None:
    folder, held = handed_out
    take_all_in(folder, suffix)
    for key, report in take_all_in(folder, suffix).items():
        assert (report.new, report.changed, report.skipped) == (0, 0, 0), key
        assert report.unchanged == len(held[key])
    assert world.contents() == held


@every_register
def test_a_workbook_holds_all_that_is_kept_but_files(register: Register) -> None:
    names = {
        field.name for field in register.record.described().values() if not isinstance(field, AttachmentField)
    }
    assert names == {field.name for field in exported_fields(register)}


@every_register
def test_no_heading_means_two_fields(register: Register) -> None:
    """An alias may be the label of a derived value, which is never imported; the label wins."""
    fields_by_heading: dict[str, str] = {}
    for field in exported_fields(register):
        if field.derive is None:
            for heading in (field.label, *field.aliases):
                assert fields_by_heading.setdefault(heading, field.name) == field.name


# Surrogates are no characters, and control characters have no place on a form or in a cell.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
NAMES = st.text(st.sampled_from("欧阳小明𠮷㼆頔阿依古丽买提·AZaz '"), max_size=12)


def readable(field: Described, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Values the field can hold: those it reads from what somebody may type."""
    return texts.map(field.parse)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.fixed_dictionaries(
        {
            "name": readable(Member.name, NAMES).filter(bool),
            "remark": readable(Member.remark, st.lists(WORDS, max_size=3).map("\n".join)),
            "native_place": readable(Member.native_place, WORDS),
            "monthly_wage": st.none() | st.integers(0, 999_999_999_999_99),
            "status_date": st.none() | st.dates(date(1800, 1, 1), date(2200, 12, 31)),
            "education": st.none() | st.sampled_from(Member.education.offered),
            "is_migrant_worker": st.booleans(),
            "work_start": st.none()
            | st.dates(date(1990, 1, 1), date(2010, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
        }
    ),
    suffix=st.sampled_from(SUFFIXES),
)
def test_any_values_come_back(office: Office, tmp_path: Path, values: dict[str, object], suffix: str) -> None:
    book = tmp_path / f"book.{suffix}"
    member = people.make_member(**values, birth_date=date(1960, 1, 1))
    export(MEMBERS, Criteria(), book)
    forget_members()
    report = import_book(MEMBERS, book)
    assert report.done, report.problems
    back = Member.get()
    assert {name: getattr(back, name) for name in values} == values
    assert (back.id_number, back.member_no) == (member.id_number, member.member_no)
    forget_members()


def forget_members() -> None:
    MembershipEvent.delete().execute()
    Member.delete().execute()


def test_an_exported_cell_that_looks_like_a_formula_is_text_and_begins_so(
    office: Office, tmp_path: Path
) -> None:
    people.make_member(remark="=1+1")
    export(MEMBERS, Criteria(), tmp_path / "book.xlsx")
    export(MEMBERS, Criteria(), tmp_path / "book.csv")
    assert "=1+1" in read_rows(tmp_path / "book.xlsx")[1]
    assert "'=1+1" in (tmp_path / "book.csv").read_text(encoding="utf-8-sig")

"""There is no last year where only today is known (domain 18); what was kept of it is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import peewee
import pytest

from app.fields import Described
from app.figures.reading import read
from app.keeping import keeping
from app.office import Office
from app.records.earlier import ValueOn
from app.registry import figures, find_figure
from app.rules import periods
from app.statistics import closing as year_closing
from app.statistics.listed import as_json, as_text
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.unions import figures as unions
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.grassroots.register import UNIONS
from tests.factories.people import make_enterprise, make_file
from tests.factories.unions import make_covered, make_union
from tests.helpers.lives import entered_on

TODAY = date.today()
THIS_YEAR, Y2011, Y2012 = periods.year(TODAY.year), periods.year(2011), periods.year(2012)
END_2011 = date(2011, 12, 31)
OF_UNIONS = (
    "基层会员",
    "基层女会员",
    "基层农民工会员",
    "联合基层工会会员",
    "联合工会涵盖单位",
    "登记涵盖单位",
    "法人资格工会",
    "基层女职工组织",
    "基层经审组织",
)
OF_UNITS = ("登记企业", "登记企业职工", "建会企业", "建会率")


def _last(label: str, period: periods.Period = THIS_YEAR) -> tuple[int | None, str, str]:
    reading = read(find_figure(label), period)
    return reading.last.number, reading.last.text, reading.change


@pytest.mark.parametrize("label", OF_UNIONS)
def test_what_was_entered_today_says_nothing_of_last_year(office: Office, label: str) -> None:
    """The union stood last year, yet nobody told how many members it had then."""
    make_covered(make_union(female_member_count=20, migrant_member_count=9, is_legal_person=True))
    assert _last(label) == (None, "—", "—")
    assert _last("基层工会")[0] == 1


@pytest.mark.parametrize("label", OF_UNITS)
def test_a_register_of_units_begun_today_says_nothing_of_last_year(office: Office, label: str) -> None:
    make_enterprise(counted_on=TODAY)
    assert _last(label) == (None, "—", "—")


def test_what_was_told_by_the_end_of_last_year_is_last_years(office: Office) -> None:
    make_union(member_count=60, told_on=END_2011)
    assert _last("基层会员", Y2012) == (60, "60", "0.0%")
    assert _last("基层会员", Y2011) == (None, "—", "—")


def test_the_numbers_of_2011_stay_when_they_change_today(office: Office) -> None:
    union = entered_on(make_union(member_count=60, is_legal_person=False, told_on=END_2011), END_2011)
    unit = entered_on(make_enterprise(union_status="未建会", employee_count=100), END_2011)
    keeping.assign(union, {"member_count": 90, "is_legal_person": True, "covered_unit_count": 5})
    keeping.save(UNIONS, union)
    keeping.assign(unit, {"union_status": "已建会", "employee_count": 150})
    keeping.save(ENTERPRISES, unit)
    labels = ("基层会员", "法人资格工会", "联合工会涵盖单位", "建会企业", "登记企业职工")
    then = [find_figure(label).number(Y2011) for label in labels]
    now = [find_figure(label).number(THIS_YEAR) for label in labels]
    assert (then, now) == ([60, 0, 2, 0, 100], [90, 1, 5, 1, 150])


def test_a_unit_that_closes_today_was_open_in_2011(office: Office) -> None:
    unit = entered_on(make_enterprise(), END_2011)
    keeping.assign(unit, {"business_status": "注销"})
    keeping.save(ENTERPRISES, unit)
    assert [find_figure("登记企业").number(period) for period in (Y2011, THIS_YEAR)] == [1, 0]


def test_a_unit_registered_later_was_not_in_the_register_before(office: Office) -> None:
    """One of 2011, another of today: last year the register had one, and that is known."""
    make_enterprise(told_on=END_2011)
    make_enterprise()
    assert [find_figure("登记企业").number(period) for period in (Y2011, THIS_YEAR)] == [1, 2]
    assert _last("登记企业")[0] == 1


def test_a_file_is_of_the_category_it_had(office: Office) -> None:
    file = entered_on(make_file(category="相对困难"), date(2011, 1, 4))
    keeping.assign(file, {"category": "深度困难"})
    keeping.save(HARDSHIP, file)
    was, now = (find_figure(f"在档困难职工·{name}") for name in ("相对困难", "深度困难"))
    assert [part.number(Y2011) for part in (was, now)] == [1, 0]
    assert [part.number(THIS_YEAR) for part in (was, now)] == [0, 1]


def test_the_cells_of_a_cross_table_are_those_of_their_day(office: Office) -> None:
    union = entered_on(make_union(union_type="小区工会"), END_2011)
    keeping.assign(union, {"union_type": "联合工会"})
    keeping.save(UNIONS, union)
    table = unions.TYPE_BY_OWNERSHIP.read(Y2011)
    assert (table.row_names, table.cell("小区工会", "私营")) == (["小区工会"], 1)


def test_a_rate_is_kept_where_both_its_sides_are(office: Office) -> None:
    make_enterprise(told_on=END_2011, union_status="已建会")
    assert _last("建会率", Y2012)[:2] == (1000, "100.0%")


def test_closing_a_year_keeps_its_end(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(year_closing, "figures", lambda: iter((unions.members,)))
    make_union(member_count=60)
    year_closing.close_year(2011)
    assert _last("基层会员", Y2012)[:2] == (60, "60")


def test_it_is_said_where_a_number_was_told_of_a_later_day(office: Office) -> None:
    make_union(member_count=60)
    assert "基层会员\t60人（当时未登记，按最早登记的数）\t上年 —\t—" in as_text(Y2011)
    told = json.loads(as_json(Y2011))[unions.members.key]
    assert (told["value"], told["kept"], told["last_year"]) == (60, False, None)


def test_it_is_not_said_of_what_is_known(office: Office) -> None:
    make_union(member_count=60, told_on=END_2011)
    assert json.loads(as_json(Y2011))[unions.members.key]["kept"] is True


def _read_as_of_today(node: object) -> Iterator[Described]:
    """Yield the fields that a condition compares as they are now, though their values change over time."""
    if isinstance(node, ValueOn | peewee.SelectBase):
        return
    if isinstance(node, Described):
        yield from [node] if node.over_time is not None else []
        return
    names = ("lhs", "rhs", "node", "arguments", "expression_tuples")
    for part in (getattr(node, name, None) for name in names if isinstance(node, peewee.Node)):
        for inner in part if isinstance(part, tuple | list) else (part,):
            yield from _read_as_of_today(inner)


@pytest.mark.usefixtures("office")
def test_no_figure_reads_todays_value_of_what_changes_over_time() -> None:
    """A new figure that forgets the day is found here: `value_on(field, day)` is how it is asked."""
    make_enterprise(told_on=END_2011)
    wrong = {}
    for figure in figures(parts=True):
        if fields := list(_read_as_of_today(vars(figure.query(Y2011))["_where"])):
            wrong[figure.key] = fields
    assert wrong == {}

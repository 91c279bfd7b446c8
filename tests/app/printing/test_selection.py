"""Which records a print holds: those asked for by name, those of a period, those it narrows to."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.printing.layout import ListPrint, PrintColumn, PrintRequest
from app.printing.selection import Selection
from app.rules.periods import Period, custom, half, year
from app.subjects.unions.surveys.records import Survey, SurveyItem
from tests.factories.unions import make_item, make_survey

_TODAY = date(2011, 12, 31)
_SURVEYS = Selection(Survey, (Survey.month, Survey.id), Survey.month)


@pytest.mark.parametrize(
    ("month", "period", "selected"),
    [
        ("2011-11", year(2011), True),
        ("2011-11", year(2010), False),
        ("2011-11-05", half(2011, 2), True),
        ("2011-11", half(2011, 1), False),
        ("2011-12", year(2011), True),
        ("2011", year(2011), True),
        ("2011", half(2011, 2), False),
        ("2011", custom(date(2010, 7, 1), date(2011, 6, 30)), True),
    ],
)
def test_a_survey_of_a_month_lies_in_the_period_with_that_month(
    month: str, period: Period, selected: bool, office: Office
) -> None:
    make_survey(month=month)
    assert bool(_SURVEYS(PrintRequest(_TODAY, period=period)).count()) is selected


def test_records_asked_for_by_name_are_meant_whatever_the_period(office: Office) -> None:
    old, new = make_survey(month="2009-03"), make_survey(month="2011-03")
    by_name = PrintRequest(_TODAY, year(2011), ids=(old.id,))
    assert [one.id for one in _SURVEYS(by_name)] == [old.id]
    assert [one.id for one in _SURVEYS(PrintRequest(_TODAY, year(2010), record=new.id))] == [new.id]


def test_what_is_meant_otherwise_holds_only_where_nobody_was_named(office: Office) -> None:
    old, new = make_survey(month="2009-03"), make_survey(month="2011-03")
    latest = Selection(Survey, otherwise=lambda _: Survey.alive().where(Survey.month == "2011-03"))
    assert [one.id for one in latest(PrintRequest(_TODAY))] == [new.id]
    assert [one.id for one in latest(PrintRequest(_TODAY, record=old.id))] == [old.id]


def test_what_narrows_holds_for_those_named_too(office: Office) -> None:
    old, new = make_survey(month="2009-03"), make_survey(month="2011-03")
    recent = Selection(Survey, where=lambda _: Survey.month >= "2010")
    assert [one.id for one in recent(PrintRequest(_TODAY, ids=(old.id, new.id)))] == [new.id]


def test_of_records_that_nothing_refers_to_there_is_no_sheet(office: Office) -> None:
    """Told before printing: 2 条，只印有明细的 1 条."""
    visited, idle = make_survey(month="2011-03"), make_survey(month="2011-04")
    make_item(visited, unit_name="甲厂", has_union=True)
    make_item(idle, unit_name="乙厂", has_union=False)
    founded = _SURVEYS.having(SurveyItem.survey, "有建会的", SurveyItem.has_union)
    assert [one.id for one in founded(PrintRequest(_TODAY, ids=(visited.id, idle.id)))] == [visited.id]
    assert [one.id for one in founded(PrintRequest(_TODAY))] == [visited.id]
    assert founded.only == "有建会的"


def test_a_list_takes_its_day_and_unit_from_its_selection(office: Office) -> None:
    make_survey(month="2011-03")
    sheets = _SURVEYS.sheet("次")
    listed = ListPrint("surveys", "排摸一览表", (Survey.name,), sheets)
    (part,) = sheets(PrintRequest(_TODAY, year(2011)))
    assert (listed.dated, listed.unit, listed.takes) == (Survey.month, "次", None)
    assert part.heads[1:] == ("期间：2011年", "共 1 次")


def test_a_list_with_a_sheet_for_each_is_offered_for_each(office: Office) -> None:
    listed = ListPrint("survey", "排摸表", (Survey.name,), _SURVEYS.each(lambda *_: pytest.fail("not asked")))
    assert (listed.takes, listed.of_one) == (Survey, "排摸表")


def test_a_list_lies_across_the_sheet_where_its_columns_do_not_fit_upright() -> None:
    upright = ListPrint("a", "甲", (PrintColumn(Survey.name, 170),), lambda _: ())
    across = ListPrint("b", "乙", (PrintColumn(Survey.name, 170), Survey.month, Survey.month), lambda _: ())
    assert (upright.landscape, across.landscape) == (False, True)

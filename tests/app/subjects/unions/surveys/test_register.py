"""The life of a survey; what it found stays found (domain 2.5)."""

from __future__ import annotations

from datetime import date

import pytest

from app import listing
from app.errors import Refused
from app.keeping import keeping
from app.listing import Criteria
from app.office import Office
from app.printing.layout import PrintRequest
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.surveys.lists import SURVEY_SUMMARY, WITHOUT_UNION
from app.subjects.unions.surveys.records import Survey, SurveyItem
from app.subjects.unions.surveys.register import ITEMS, SURVEYS
from tests.factories.people import make_enterprise
from tests.factories.unions import make_item, make_survey
from tests.helpers.problems import advance


def _taken(survey: Survey, unit: Enterprise) -> SurveyItem:
    return keeping.save(ITEMS, SurveyItem(survey=survey, enterprise=unit))


def test_choosing_an_enterprise_takes_it_in_as_it_is(office: Office) -> None:
    unit = make_enterprise(
        name="有司建筑公司", ownership_kind="国内合资企业", employee_count=342, union_status="筹备组建中"
    )
    item = SurveyItem.get_by_id(_taken(make_survey(), unit).id)
    assert (item.unit_name, item.ownership_kind, item.employee_count) == (
        "有司建筑公司",
        "国内合资企业",
        342,
    )
    assert (item.has_union, item.preparing, item.over_50) == (False, True, True)


def test_what_was_typed_is_not_overwritten(office: Office) -> None:
    unit = make_enterprise(employee_count=120)
    item = keeping.save(ITEMS, SurveyItem(survey=make_survey(), enterprise=unit, employee_count=118))
    assert (item.unit_name, item.employee_count) == (unit.name, 118)


def test_later_edits_of_the_enterprise_leave_the_survey_as_it_was(office: Office) -> None:
    unit = make_enterprise(name="恰尔斯服饰有限公司", employee_count=203, union_status="已建会")
    item = _taken(make_survey(), unit)
    keeping.assign(
        unit,
        {
            "name": "改名服饰有限公司",
            "employee_count": 12,
            "union_status": "未建会",
            "ownership_kind": "其他",
            "no_union_reason": "人员太少",
        },
    )
    keeping.save(ENTERPRISES, unit)
    stored = SurveyItem.get_by_id(item.id)
    stored.visited_on = date(2011, 11, 8)
    keeping.save(ITEMS, stored)
    again = SurveyItem.get_by_id(item.id)
    assert (again.unit_name, again.employee_count, again.has_union, again.over_50) == (
        "恰尔斯服饰有限公司",
        203,
        True,
        True,
    )
    assert (again.ownership_kind, again.no_union_reason) == ("私营企业", None)


@pytest.mark.parametrize(("workers", "large"), [(49, False), (50, True), (51, True)])
def test_fifty_workers_are_fifty_and_more(office: Office, workers: int, large: bool) -> None:
    assert make_item(make_survey(), employee_count=workers).over_50 is large


def test_another_threshold_makes_other_units_large(office: Office) -> None:
    survey = make_survey()
    item = make_item(survey, employee_count=60)
    survey.threshold = 100
    keeping.save(SURVEYS, survey)
    assert SurveyItem.get_by_id(item.id).over_50 is False


def test_summing_up_fills_in_the_totals(office: Office) -> None:
    survey = make_survey()
    make_item(survey, employee_count=60, has_union=True)
    make_item(survey, employee_count=49)
    advance(SURVEYS, survey, "汇总")
    stored = Survey.get_by_id(survey.id)
    assert (stored.status, stored.told_units, stored.told_workers) == ("已汇总", 2, 109)
    assert (stored.told_with_union, stored.told_over) == (1, 1)
    counted = (stored.units, stored.workers, stored.with_union, stored.over)
    assert counted == ("2 家", "109 人", "1 家", "1 家")


def test_a_survey_is_reported_after_it_was_summed_up(office: Office) -> None:
    survey = make_survey()
    make_item(survey)
    with pytest.raises(Refused):
        advance(SURVEYS, survey, "上报")
    summed_up = advance(SURVEYS, survey, "汇总")
    reported = advance(SURVEYS, summed_up, "上报")
    assert reported.status == "已上报"
    assert advance(SURVEYS, reported, "退回修改").status == "进行中"


def test_the_register_of_enterprises_is_listed_at_once(office: Office) -> None:
    known, other = make_enterprise(), make_enterprise(union_status="未建会", no_union_reason="刚成立")
    make_enterprise(business_status="注销")
    survey = make_survey()
    make_item(survey, enterprise=known, employee_count=7)
    advance(SURVEYS, survey, "列入在册企业")
    items = {item.enterprise_id: item for item in SurveyItem.alive()}
    assert items.keys() == {known.id, other.id}
    assert items[known.id].employee_count == 7
    assert (items[other.id].unit_name, items[other.id].no_union_reason) == (other.name, "刚成立")


def test_large_units_without_a_union_can_be_listed(office: Office) -> None:
    survey = make_survey()
    large = make_item(survey, employee_count=50)
    make_item(survey, employee_count=50, has_union=True)
    make_item(survey, employee_count=49)
    assert listing.ids(ITEMS, Criteria(filters={"over_50": (True,), "has_union": (False,)})) == [large.id]


def test_the_summary_is_printed_by_ownership_with_the_sum_below(office: Office) -> None:
    survey = make_survey()
    make_item(survey, ownership_kind="私营企业", employee_count=60, has_union=True)
    make_item(survey, ownership_kind="外资企业", employee_count=1203)
    make_item(survey, ownership_kind="外资企业", employee_count=49, preparing=True)
    (part,) = SURVEY_SUMMARY.parts(PrintRequest(date(2011, 12, 1), record=survey.id))
    assert [[column.cell(row) for column in SURVEY_SUMMARY.columns] for row in part.records] == [
        ["外资企业", "2", "1,252", "0", "1", "1", "1", "1", "0.0%"],
        ["私营企业", "1", "60", "1", "0", "0", "1", "0", "100.0%"],
        ["合计", "3", "1,312", "1", "1", "1", "2", "1", "33.3%"],
    ]
    assert "职工 50 人以上，包括 50 人" in part.notes[0]


def test_the_work_list_names_large_units_without_a_union_the_largest_first(office: Office) -> None:
    survey = make_survey()
    for workers, has_union in ((60, False), (300, True), (90, False), (49, False)):
        make_item(survey, employee_count=workers, has_union=has_union)
    (part,) = WITHOUT_UNION.parts(PrintRequest(date(2011, 12, 1), record=survey.id))
    assert [item.employee_count for item in part.records] == [90, 60]

"""Figures of help with finding work (domain 7 and 11.2, F028 to F033)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from app.figures.wording import explain
from app.registry import find_figure
from app.subjects.employment import figures as employment
from app.subjects.employment.fairs.records import FairEmployer, JobFair, JobPost
from app.subjects.employment.intentions.records import JobIntention
from tests.factories.employment import (
    make_employer,
    make_intention,
    make_notice,
    make_post,
    new_broadcast,
    new_employer,
    new_fair,
    new_intention,
    new_post,
)
from tests.factories.people import resident_id
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored

_FAIRS = f"FROM job_fair WHERE deleted_at IS NULL AND held_on {IN} AND status IN ('已举办', '已总结')"
_WISHES = "FROM job_intention WHERE deleted_at IS NULL"
_NOTICES = f"FROM job_notice WHERE deleted_at IS NULL AND posted_on {IN}"
_CAME = f"FROM fair_employer WHERE came AND fair_id IN (SELECT id {_FAIRS})"
SAMPLE: Expected = {
    "招聘会": 1,
    "进场用工单位": 148,
    "招聘岗位": 1023,
    "进场求职": 2046,
    "招聘会现场登记": f"SELECT SUM(registered_there) {_FAIRS}",
    "达成就业意向": f"SELECT SUM(agreed) {_FAIRS}",
    "招聘会录用": f"SELECT SUM(hired) {_FAIRS}",
    "招聘会联办单位": 1,
    "招聘会数据来源": 1,
    "登记参会单位": f"SELECT COUNT(DISTINCT name) {_CAME}",
    "登记招聘岗位": f"SELECT SUM(headcount) FROM job_post WHERE employer_id IN (SELECT id {_CAME})",
    "就业意向登记": f"SELECT COUNT(*) {_WISHES} AND registered_on {IN}",
    "就业意向登记人数": (
        f"SELECT COUNT(DISTINCT COALESCE(id_number, name || mobile)) {_WISHES} AND registered_on {IN}"
    ),
    "农民工就业意向登记": f"SELECT COUNT(*) {_WISHES} AND registered_on {IN} AND is_migrant_worker",
    "困难人员就业意向登记": f"SELECT COUNT(difficulty) {_WISHES} AND registered_on {IN}",
    "推荐就业": f"SELECT COUNT(*) {_WISHES} AND recommended_on {IN}",
    "实现就业": f"SELECT COUNT(*) {_WISHES} AND hired_on {IN} AND outcome = '录用'",
    "就业回访": f"SELECT COUNT(*) {_WISHES} AND followed_up_on {IN}",
    "就业通知": f"SELECT SUM(copies) {_NOTICES}",
    "张贴小区": f"SELECT COUNT(DISTINCT compound) {_NOTICES}",
    "每小区就业通知": 200,
    "就业援助活动": 2,
    "电子屏幕播放": f"SELECT COUNT(*) FROM screen_broadcast WHERE first_on {IN}",
}


def _fair(_: object = None, **values: object) -> JobFair:
    return stored(new_fair(**({"status": "已举办"} | values)))


def _stated(_: object, **values: object) -> JobFair:
    counts = {"employers_came": 148, "openings": 1023, "seekers": 2046, "registered_there": 64}
    return _fair(**counts, agreed=212, hired=87, co_hosts="区总工会", **values)


def _fairs() -> dict[int, JobFair]:
    """A fair of the year and one of the year before, one employer with a post entered for each."""
    fairs = {when: _fair(held_on=date(when, 3, 12)) for when in (2010, 2011)}
    for fair in fairs.values():
        make_post(make_employer(fair))
    return fairs


def _employer(fairs: Mapping[int, Any], when: int = 2011) -> FairEmployer:
    return stored(new_employer(fairs[when], came=True))


def _post(fairs: Mapping[int, Any], when: int = 2011) -> JobPost:
    return stored(new_post(fairs[when].employers.get(), headcount=3))


def _absent(fairs: Mapping[int, Any], when: int = 2011) -> FairEmployer:
    return stored(new_employer(fairs[when], came=False))


def _wish(_: object, **values: object) -> JobIntention:
    return stored(new_intention(**values))


def _hired(_: object, **values: object) -> JobIntention:
    days = {
        "recommended_on": date(2011, 3, 11),
        "hired_on": date(2011, 3, 20),
        "followed_up_on": date(2011, 5, 1),
    }
    return _wish(_, outcome="录用", recommended_to="有司建筑公司", hired_by="有司建筑公司", **(days | values))


_PERSON = {"name": "周永福", "mobile": "13800138001"}
_EARLIER = {"held_on": date(2010, 3, 12)}
CASES = (
    Case(
        _stated,
        _EARLIER,
        {
            "招聘会": 1,
            "进场用工单位": 148,
            "招聘岗位": 1023,
            "进场求职": 2046,
            "招聘会现场登记": 64,
            "达成就业意向": 212,
            "招聘会录用": 87,
            "招聘会联办单位": 1,
            "招聘会数据来源": 1,
        },
        same=("登记参会单位", "登记招聘岗位"),
    ),
    Case(_employer, {"when": 2010}, {"登记参会单位": 2, "进场用工单位": 2}, before=_fairs),
    Case(_absent, {"when": 2010}, {}, before=_fairs, same=("登记参会单位", "进场用工单位")),
    Case(_post, {"when": 2010}, {"登记招聘岗位": 8, "招聘岗位": 8}, before=_fairs),
    Case(
        lambda _, **values: _wish(_, is_migrant_worker=True, difficulty="大龄失业", **values),
        {"registered_on": date(2010, 12, 31)},
        {"就业意向登记": 1, "就业意向登记人数": 1, "农民工就业意向登记": 1, "困难人员就业意向登记": 1},
    ),
    Case(
        lambda _, **values: _wish(_, **_PERSON, **values),
        {"registered_on": date(2010, 12, 31)},
        {"就业意向登记": 2},
        before=lambda: make_intention(**_PERSON),
        same=("就业意向登记人数", "农民工就业意向登记"),
    ),
    Case(
        _hired,
        {name: date(2012, 1, 4) for name in ("recommended_on", "hired_on", "followed_up_on")},
        {"推荐就业": 1, "实现就业": 1, "就业回访": 1},
    ),
    Case(
        lambda _, **values: make_notice(compound="祥安里", copies=100, **values),
        {"posted_on": date(2010, 3, 1)},
        {"就业通知": 300, "张贴小区": 2, "每小区就业通知": 150},
        before=make_notice,
        same=("就业援助活动",),
    ),
    Case(
        lambda _, **values: make_notice(name="百家劳模帮困再就业", **values),
        {"posted_on": date(2010, 3, 1)},
        {"就业援助活动": 1, "每小区就业通知": 200},
    ),
    Case(
        lambda _, **values: stored(new_broadcast(**values)),
        {"first_on": date(2010, 3, 1)},
        {"电子屏幕播放": 1},
    ),
)

test_sample, test_following, test_complete, test_explained = hold(employment, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("held_on", "counts"),
    [
        (date(2010, 12, 31), False),
        (date(2011, 1, 1), True),
        (date(2011, 12, 31), True),
        (date(2012, 1, 1), False),
    ],
)
def test_what_is_entered_for_a_fair_counts_in_the_year_of_its_day(held_on: date, counts: bool) -> None:
    make_post(make_employer(_fair(held_on=held_on)), headcount=1)
    labels = ("登记参会单位", "登记招聘岗位", "进场用工单位", "招聘岗位")
    assert [find_figure(label).number(YEAR) for label in labels] == [counts] * len(labels)


@pytest.mark.usefixtures("office")
def test_numbers_told_of_one_fair_are_not_added_to_those_counted_for_it() -> None:
    make_post(make_employer(_fair(employers_came=148, openings=1023)))
    assert [find_figure(label).number(YEAR) for label in ("进场用工单位", "招聘岗位")] == [148, 1023]
    assert [find_figure(label).number(YEAR) for label in ("登记参会单位", "登记招聘岗位")] == [1, 5]


@pytest.mark.usefixtures("open_sample")
def test_the_campaigns_are_named_and_their_notices_parted() -> None:
    assert find_figure("就业援助活动").names(YEAR) == ["百家劳模帮困再就业", "农民工就业援助周"]
    assert [part.number(YEAR) for part in find_figure("就业通知").parts] == [600, 600]
    table = employment.NOTICES_BY_COMPOUND.read(YEAR)
    assert {table.cell(name, None) for name in table.row_names} == {200}


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("进场用工单位"), YEAR) == (
        "148 家 = 举办日期在2011年、状态为已举办或已总结的招聘会的进场单位数合计；"
        "招聘会上填报的数；没有填报的招聘会按登记的参会单位计"
    )
    assert explain(find_figure("招聘会数据来源"), YEAR) == (
        "现场估算 = 举办日期在2011年、状态为已举办或已总结的招聘会的数据来源"
    )


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("other", "persons"), [({}, 1), ({"mobile": "13900139009"}, 2)])
def test_who_gave_a_number_once_and_none_another_time_is_one_person(
    other: dict[str, str], persons: int
) -> None:
    """The number is asked for and not required; a name alone never makes two people one (domain 0.3)."""
    make_intention(**_PERSON, id_number=resident_id(), registered_on=date(2011, 3, 12))
    make_intention(**(_PERSON | other), id_number=None, registered_on=date(2011, 5, 12))
    assert find_figure("就业意向登记人数").number(YEAR) == persons


@pytest.mark.usefixtures("office")
def test_two_numbers_of_one_name_and_telephone_are_two_people_and_who_gave_none_a_third() -> None:
    for month, number in enumerate((resident_id(), resident_id(), None), start=3):
        make_intention(**_PERSON, id_number=number, registered_on=date(2011, month, 12))
    assert find_figure("就业意向登记人数").number(YEAR) == 3

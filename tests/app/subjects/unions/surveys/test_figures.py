"""The figures of enterprise surveys (domain 2.7; F062 to F078)."""

from __future__ import annotations

import pytest

from app.figures.wording import explain
from app.office import Office
from app.registry import find_figure
from app.rules.periods import Period, custom, half, through_month, year
from app.subjects.unions.surveys import figures as surveys
from app.subjects.unions.surveys.records import Survey, SurveyItem
from tests.factories.unions import make_item, make_survey
from tests.helpers.figures import YEAR, Case, Expected, hold, stored, sums_hold

LAST = "FROM survey_item WHERE survey_id = (SELECT id FROM survey WHERE month = '2011-11')"
SAMPLE: Expected = {
    "排摸企业": 60,
    "排摸职工": 7298,
    "排摸有工会": 11,
    "排摸筹备组建": 1,
    "排摸未建会": f"SELECT COUNT(*) {LAST} AND NOT has_union",
    "规模以上企业": 32,
    "规模以上未建会": f"SELECT COUNT(*) {LAST} AND employee_count >= 50 AND NOT has_union",
    "排摸建会率": 183,
}
FOUNDED = {"has_union": True, "no_union_reason": None}


def _item(_: object, *, month: str = "2011-11", **values: object) -> SurveyItem:
    return make_item(_survey(month), **values)


def _survey(month: str) -> Survey:
    return Survey.alive().where(Survey.month == month).first() or make_survey(month=month)


CASES = (
    Case(
        _item, {"month": "2012-01"}, {"排摸企业": 1, "排摸职工": 60, "规模以上企业": 1, "规模以上未建会": 1}
    ),
    Case(_item, {"month": "2010-12"}, {"排摸企业": 1, "排摸未建会": 1}),
    Case(_item, FOUNDED, {"排摸未建会": 1, "规模以上未建会": 1}),
    Case(_item, {"employee_count": 49}, {"规模以上企业": 1, "规模以上未建会": 1}),
    Case(
        lambda _, **values: _item(_, **(FOUNDED | values)),
        {"month": "2012-01"},
        {"排摸有工会": 1, "排摸建会率": 1000, "排摸企业": 1},
    ),
    Case(
        lambda _, **values: _item(_, **({"preparing": True} | values)),
        {"preparing": False},
        {"排摸筹备组建": 1},
    ),
)

test_sample, test_following, test_complete, test_explained = hold(surveys, SAMPLE, CASES)


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("排摸企业", (28, 27, 5)),
        ("排摸职工", (3456, 2348, 1494)),
        ("排摸有工会", (3, 5, 3)),
        ("排摸筹备组建", (0, 0, 1)),
        ("规模以上企业", (16, 12, 4)),
    ],
)
def test_foreign_private_and_joint_ones_are_those_of_the_summary(label: str, parts: tuple[int, ...]) -> None:
    kinds = ("外资企业", "私营企业", "国内合资企业")
    assert tuple(find_figure(f"{label}·{kind}").number(YEAR) for kind in kinds) == parts
    assert sum(part.number(YEAR) or 0 for part in find_figure(label).parts) == sum(parts)


def test_only_the_last_survey_of_the_period_counts(office: Office) -> None:
    for month, units in (("2011-05", 2), ("2011-11", 1), ("2012-03", 4)):
        for _ in range(units):
            _item(None, month=month)
    asked = (half(2011, 1), through_month(2011, 10), YEAR, year(2012), year(2010))
    assert [find_figure("排摸企业").number(period) for period in asked] == [2, 2, 1, 4, 0]


@pytest.mark.parametrize(
    ("month", "units"),
    [
        ("2010-12", 0),
        ("2010-12-31", 0),
        ("2011-01-01", 1),
        ("2011-01", 1),
        ("2011-12", 1),
        ("2011-12-31", 1),
        ("2012-01-01", 0),
        ("2012-01", 0),
    ],
)
def test_a_survey_belongs_to_the_period_of_its_month(office: Office, month: str, units: int) -> None:
    _item(None, month=month)
    assert find_figure("排摸企业").number(YEAR) == units


def test_a_survey_of_a_year_belongs_to_the_end_of_it(office: Office) -> None:
    _item(None, month="2011")
    assert [find_figure("排摸企业").number(period) for period in (half(2011, 1), half(2011, 2), YEAR)] == [
        0,
        1,
        1,
    ]


def test_two_surveys_of_a_month_are_told_apart_by_their_order(office: Office) -> None:
    for units in (3, 2):
        survey = make_survey(month="2011-11")
        for _ in range(units):
            make_item(survey)
    assert find_figure("排摸企业").number(YEAR) == 2


def test_a_survey_that_still_runs_never_replaces_one_that_was_summed_up(office: Office) -> None:
    """November's survey of three units was reported; the one begun in December has seen one so far."""
    for month, units, status in (
        ("2011-11", 3, "已上报"),
        ("2011-12", 1, "进行中"),
        ("2012-12", 2, "进行中"),
    ):
        survey = make_survey(month=month)
        for _ in range(units):
            make_item(survey)
        survey.status = status
        stored(survey)
    assert [find_figure("排摸企业").number(year(at)) for at in (2011, 2012)] == [3, 2]


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", [year(2010), YEAR, half(2011, 1)], ids=str)
def test_the_parts_add_up(period: Period) -> None:
    sums_hold(surveys, period)


@pytest.mark.usefixtures("open_sample")
def test_the_cross_tables_are_those_of_the_summary() -> None:
    union, size = surveys.UNION_BY_OWNERSHIP.read(YEAR), surveys.SIZE_BY_OWNERSHIP.read(YEAR)
    kinds = ["外资企业", "私营企业", "国内合资企业"]
    assert union.row_names == size.row_names == kinds
    assert [(union.cell(kind, "有工会"), union.cell(kind, None)) for kind in kinds] == [
        (3, 28),
        (5, 27),
        (3, 5),
    ]
    assert [size.cell(kind, "规模以上") for kind in kinds] == [16, 12, 4]
    assert surveys.WORKERS_BY_OWNERSHIP.read(YEAR).cell(None, None) == 7298


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (
            "排摸有工会·外资企业",
            "3 家 = 排摸为“2011年11月企业排摸”、有工会、所有制类型为外资企业的排摸单位数；"
            "按期间内最近一次排摸登记的单位计，不用上报数",
        ),
        (
            "规模以上未建会",
            "21 家 = 排摸为“2011年11月企业排摸”、达到排摸所定规模、没有工会的排摸单位数；"
            "下一年建会的工作名单",
        ),
        ("排摸建会率", "18.3% = 排摸有工会 11 ÷ 排摸企业 60；排摸的企业中已有工会的"),
    ],
)
def test_they_say_what_they_are(label: str, sentence: str) -> None:
    assert explain(find_figure(label), YEAR) == sentence


def test_a_period_without_a_survey_says_so(office: Office) -> None:
    first_days = custom(YEAR.first, YEAR.first)
    assert "没有登记" in explain(find_figure("排摸企业"), first_days)

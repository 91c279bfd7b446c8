"""Figures of shortcomings, told word for word."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.registry import find_figure
from app.subjects.office.shortcomings import figures as shortcomings
from tests.factories.paperwork import make_shortcoming, new_shortcoming
from tests.helpers.figures import YEAR, Case, Expected, hold, stored

SAMPLE: Expected = {"存在问题": 2, "改进措施": 2, "解决问题": 0}
CASES = (
    Case(
        lambda _, **values: stored(new_shortcoming(**values)),
        {"year": 2010},
        {"存在问题": 1, "改进措施": 1},
    ),
    Case(
        lambda _, **values: stored(
            new_shortcoming(**({"year": 2010, "solved_on": date(2011, 6, 1)} | values))
        ),
        {"solved_on": date(2012, 1, 1)},
        {"解决问题": 1},
    ),
)
test_sample, test_following, test_complete, test_explained = hold(shortcomings, SAMPLE, CASES)


def test_problems_are_quoted_as_they_were_written_in_one_order_always(office: Office) -> None:
    make_shortcoming(problem="非公企业建会率不高")
    make_shortcoming(problem="信息报送不够及时")
    assert find_figure("存在问题").names(YEAR) == ["信息报送不够及时", "非公企业建会率不高"]


def test_a_problem_without_a_remedy_tells_none(office: Office) -> None:
    make_shortcoming(remedy="加强走访")
    make_shortcoming(remedy=None)
    assert find_figure("改进措施").names(YEAR) == ["加强走访"]

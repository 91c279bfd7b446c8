"""Wages told as a span: into the two fields of a post, refused with the reason where there is one only."""

from __future__ import annotations

import pytest

from app.exchange.importing import report_of
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.subjects.employment.fairs.records import JobPost
from app.subjects.employment.fairs.register import POSTS
from tests.factories.employment import make_employer, make_fair

HEADING = ["用工单位", "岗位名称", "招聘人数", "薪资"]


@pytest.fixture
def employer(office: Office) -> str:
    return make_employer(make_fair()).name


def take(heading: list[str], *rows: list[str]) -> list[str]:
    session = ImportSession.of(POSTS, Sheet("岗位", [heading, *rows]))
    session.import_rows(without_refused=True)
    return [str(problem) for problem in report_of(session).problems]


@pytest.mark.parametrize(
    "written", ["3000-3500", "3000～3500元", "3000元至3500元", "3,000—3,500", "0.3-0.35万", "3000到3500元/月"]
)
def test_a_span_fills_both_fields(employer: str, written: str) -> None:
    assert take(HEADING, [employer, "缝纫工", "5", written]) == []
    post = JobPost.get()
    assert (post.wage_from, post.wage_to) == (3_000_00, 3_500_00)


def test_one_amount_is_the_least(employer: str) -> None:
    assert take(HEADING, [employer, "缝纫工", "5", "3000"]) == []
    post = JobPost.get()
    assert (post.wage_from, post.wage_to) == (3_000_00, None)


def test_what_contradicts_the_other_column_is_told(employer: str) -> None:
    told = take([*HEADING, "月薪止"], [employer, "缝纫工", "5", "3000-3500", "4000"])
    assert told == ["第 2 行“月薪起”：写的是到 3,500.00 元，与“月薪止”不同，请核对"]


def test_a_column_of_ten_thousands_is_not_read_as_yuan(employer: str) -> None:
    assert take([*HEADING[:3], "薪资（万元）"], [employer, "缝纫工", "5", "0.3-0.35"])
    assert not JobPost.select().exists()

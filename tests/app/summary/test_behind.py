"""What is behind a figure: its definition, last year's value, its records."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.rules import periods
from app.statistics.closing import close_year
from app.statistics.overruling import overrule
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.office import figures as own
from app.summary.behind import look_behind
from app.summary.quoted import Quoted
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)
LAST_YEAR = date(2010, 4, 6)


def test_the_records_are_those_that_were_counted(office: Office) -> None:
    kept = {make_case("受理").id, make_case("受理").id}
    make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    behind = look_behind(Quoted(disputes.accepted, Y2011))
    assert behind.register is DISPUTES
    assert set(behind.ids) == kept
    assert behind.value == "2 起"


def test_last_years_value_and_the_change_are_told(office: Office) -> None:
    make_case("受理"), make_case("受理")
    make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    assert look_behind(Quoted(disputes.accepted, Y2011)).comparison == "上年同期 1 起，增长100%"


def test_a_share_needs_no_further_unit(office: Office) -> None:
    make_case("结案")
    assert look_behind(Quoted(disputes.closing_rate, Y2011)).value == "100%"


def test_an_aspect_is_told_as_it_stands_in_the_text(office: Office) -> None:
    make_case("受理")
    behind = look_behind(Quoted(disputes.accepted, Y2011, "增减"))
    assert (behind.title, behind.value) == ("受理争议.增减", "—")


def test_words_are_not_compared_with_last_year(office: Office) -> None:
    behind = look_behind(Quoted(own.name, Y2011))
    assert (behind.value, behind.comparison) == ("泰祥社区工会", "")


def test_a_persons_value_is_remarked_with_what_the_records_say(office: Office) -> None:
    make_case("受理")
    overrule(disputes.accepted, Y2011, "21", "有一起登记在邻近社区", "王娜")
    behind = look_behind(Quoted(disputes.accepted, Y2011))
    assert behind.value == "21 起"
    assert behind.remark == "人工修改：有一起登记在邻近社区（记录为 1，王娜）"


@pytest.mark.usefixtures("few_figures")
def test_a_closed_value_is_remarked_with_what_the_records_say_now(office: Office) -> None:
    make_case("受理")
    close_year(2011)
    assert look_behind(Quoted(disputes.accepted, Y2011)).remark == "关账数"
    make_case("受理")
    assert look_behind(Quoted(disputes.accepted, Y2011)).remark == "关账数；现有记录为 2"

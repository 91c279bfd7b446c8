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
from app.summary.behind import open_quote
from app.summary.quoted import Quoted
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)
LAST_YEAR = date(2010, 4, 6)


def test_the_records_are_those_that_were_counted(office: Office) -> None:
    kept = {make_case("受理").id, make_case("受理").id}
    make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    opened = open_quote(Quoted(disputes.accepted, Y2011))
    assert opened.records is not None
    assert opened.records.register is DISPUTES
    assert set(opened.records.ids) == kept
    assert opened.value == "2 起"


def test_last_years_value_and_the_change_are_told(office: Office) -> None:
    make_case("受理"), make_case("受理")
    make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    assert open_quote(Quoted(disputes.accepted, Y2011)).comparison == "上年同期 1 起，增减 +100.0%"


def test_a_share_needs_no_further_unit(office: Office) -> None:
    make_case("结案")
    assert open_quote(Quoted(disputes.closing_rate, Y2011)).value == "100%"


def test_an_aspect_is_told_as_it_stands_in_the_text(office: Office) -> None:
    make_case("受理")
    opened = open_quote(Quoted(disputes.accepted, Y2011, "增减"))
    assert (opened.title, opened.value) == ("受理争议.增减", "—")


def test_words_are_told_beside_last_years_without_a_change(office: Office) -> None:
    opened = open_quote(Quoted(own.name, Y2011))
    assert (opened.value, opened.comparison) == ("泰祥社区工会", "上年同期 泰祥社区工会")


def test_a_persons_value_is_remarked_with_what_the_records_say(office: Office) -> None:
    make_case("受理")
    overrule(disputes.accepted, Y2011, "21", "有一起登记在邻近社区", "王娜")
    opened = open_quote(Quoted(disputes.accepted, Y2011))
    assert opened.value == "21 起"
    assert opened.sentence == "1 起 = 受理日期在2011年的争议案件数"
    assert opened.remark == "人工修改：有一起登记在邻近社区（记录为 1，王娜）"


@pytest.mark.usefixtures("few_figures")
def test_a_closed_value_is_remarked_with_what_the_records_say_now(office: Office) -> None:
    make_case("受理")
    close_year(2011)
    opened = open_quote(Quoted(disputes.accepted, Y2011))
    assert (opened.reading.value.closed, opened.remark) == (True, "")
    make_case("受理")
    assert open_quote(Quoted(disputes.accepted, Y2011)).remark == "关账后记录有变动，现为 2 起"

"""A closed year's summary: what is entered afterwards moves nothing in it, and the annex says so."""

from __future__ import annotations

from datetime import date

import pytest

from app.keeping import keeping
from app.office import Office
from app.register import Register
from app.rules.periods import half, year
from app.statistics import closing as year_closing
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.members.register import MEMBERS
from app.summary import texts
from app.summary.annex import Source, sources
from app.summary.closing import close_year, periods_in, periods_of_reports
from app.summary.compose import compose
from app.summary.reports import YEAR
from tests.factories.disputes import make_case
from tests.factories.people import make_member
from tests.factories.publications import make_subscription, make_title, new_bulletin
from tests.factories.unions import make_independent
from tests.helpers.figures import stored

Y2011 = year(2011)
TEXT = """总结

一、工作
受理{{ 受理争议 }}起，其中4至12月{{ 受理争议.月份(4, 12) }}起，结案{{ 受理争议结案.月份(4, 12).明细 }}。
上半年发展会员{{ 新发展会员.上半年 }}名；新建{{ 新建工会.名单 }}；每月报送信息{{ 报送信息.每月 }}篇。
派发{{ 报刊征订.明细 }}；统计年度内受理{{ 受理争议.统计年度 }}起；去年受理{{ 受理争议.去年 }}起。
"""


def _office_of_2011() -> None:
    make_case("结案")
    make_member(applied_on=date(2011, 1, 4), approved_on=date(2011, 1, 5))
    make_independent(name="广达工会", founded_on=date(2011, 4, 12), term_start=date(2011, 4, 12))
    stored(new_bulletin(sent_on=date(2011, 3, 1)))
    make_subscription(make_title(name="劳动报"), year=2011)
    texts.keep(2011, YEAR, TEXT)


def _changed() -> None:
    """Add a record behind each figure, bin one, and rename what a figure lists."""
    _bin_all(DISPUTES)
    make_case("受理")
    make_case("受理")
    _bin_all(MEMBERS)
    make_independent(founded_on=date(2011, 5, 12), term_start=date(2011, 5, 12))
    for _ in range(2):
        stored(new_bulletin(sent_on=date(2011, 3, 2)))
    make_subscription(make_title(name="工人日报"), year=2011)


def _bin_all(register: Register) -> None:
    keeping.to_bin(register, [one.id for one in register.record.alive()])


def test_the_text_speaks_of_these_parts_of_the_year(office: Office) -> None:
    found = {one.label for one in periods_in(TEXT, Y2011)}
    assert {"2011年", "2011年4—12月", "2011年上半年", "2011年5月", "2011统计年度", "2010年"} <= found


def test_the_periods_of_other_years_are_not_closed_with_a_year(office: Office) -> None:
    texts.keep(2011, YEAR, TEXT)
    assert {one.last.year for one in periods_of_reports(2011)} == {2011}


def test_a_text_has_its_parts_of_the_year_closed(office: Office) -> None:
    texts.keep(2011, YEAR, TEXT)
    labels = {one.label for one in periods_of_reports(2011)}
    assert {"2011年4—12月", "2011年上半年"} <= labels


def test_a_condition_that_does_not_hold_hides_no_period(office: Office) -> None:
    hidden = "{% if 受理争议 > 9 %}{{ 受理争议.月份(2, 3) }}{% endif %}"
    assert "2011年2—3月" in {one.label for one in periods_in(hidden, Y2011)}


def test_a_text_that_is_not_in_order_speaks_of_what_can_be_understood(office: Office) -> None:
    assert [one.label for one in periods_in("{{ 没有 }}{{ 受理争议.月份(2, 3) }}", Y2011)] == ["2011年2—3月"]
    assert list(periods_in("{{ 受理争议", Y2011)) == []


def test_nothing_that_comes_after_the_closing_moves_the_text(office: Office) -> None:
    _office_of_2011()
    before = compose(TEXT, Y2011).text
    close_year(2011)
    assert compose(TEXT, Y2011).text == before
    _changed()
    assert compose(TEXT, Y2011).text == before
    year_closing.open_again(2011, "补登")
    assert compose(TEXT, Y2011).text != before


@pytest.mark.usefixtures("few_figures")
def test_the_annex_says_which_values_are_closed_and_how_they_moved(office: Office) -> None:
    make_case("受理")
    close_year(2011)
    note = {one.period: one.note for one in _sources()}
    assert (note["期间数　2011年"], note["期间数　2011年上半年"]) == ("关账数", "关账数")
    make_case("受理")
    note = {one.period: one.note for one in _sources()}
    assert note["期间数　2011年"] == "关账数，现有记录为 2"


def _sources() -> list[Source]:
    return sources(compose("{{ 受理争议 }}{{ 受理争议.上半年 }}", Y2011).quotes)


@pytest.mark.usefixtures("few_figures")
def test_a_half_year_of_a_closed_year_is_closed_too(office: Office) -> None:
    make_case("受理")
    close_year(2011)
    make_case("受理")
    assert compose("受理{{ 受理争议 }}起。", half(2011, 1)).text == "受理1起。"

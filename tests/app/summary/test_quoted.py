"""A figure in a sentence: its value in prose, and what follows its name after a point."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Invalid
from app.office import Office
from app.rules import periods
from app.statistics.overruling import let_records_speak, overrule
from app.subjects.disputes import figures as disputes
from app.summary.quoted import SPANS, Quoted
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)


def quoted(span: periods.Period = Y2011) -> Quoted:
    return Quoted(disputes.accepted, span)


def in_months(*months: int, year: int = 2011) -> None:
    for month in months:
        day = date(year, month, 6)
        make_case("受理", applied_on=day, accepted_on=day)


def test_a_figure_is_followed_by_its_spans(office: Office) -> None:
    in_months(2, 5, 11)
    in_months(11, year=2010)
    expected = {
        "全年": "3",
        "去年": "1",
        "上半年": "2",
        "下半年": "1",
        "第一季度": "1",
        "第二季度": "1",
        "第三季度": "0",
        "第四季度": "1",
        "统计年度": "3",  # October 2010 to September 2011
    }
    assert {name: quoted().followed_by(name).text for name in SPANS} == expected


def test_months_count_from_the_first_day_to_the_last(office: Office) -> None:
    in_months(3, 4, 12)
    assert quoted().months(4, 12).text == "2"
    assert quoted().months(4, 12).period.label == "2011年4—12月"
    assert quoted().months(1, 3).text == "1"


def test_a_span_has_aspects_of_its_own(office: Office) -> None:
    in_months(2, 3)
    in_months(2, 9, year=2010)
    assert quoted().followed_by("上半年").followed_by("增减").text == "增长100%"


def test_a_part_is_named_by_its_category(office: Office) -> None:
    make_case("受理", category="确认劳动关系"), make_case("受理", category="确认劳动关系")
    assert quoted().followed_by("确认劳动关系").text == "2"
    assert quoted().followed_by("明细").text == "确认劳动关系2起"


def test_what_was_read_keeps_its_words(office: Office) -> None:
    """A report on the screen says one thing, whatever is saved meanwhile; what is read anew says another."""
    in_months(2, 5)
    before = quoted().followed_by("每月")
    assert before.text == "0—1"
    in_months(5)
    assert before.text == "0—1"
    assert quoted().followed_by("每月").text == "0—2"


def test_each_month_tells_the_least_and_the_most(office: Office) -> None:
    in_months(4, 4, 5, 6)
    assert quoted(periods.quarter(2011, 2)).followed_by("每月").text == "1—2"


def test_a_number_can_be_rounded_in_words(office: Office) -> None:
    make_case("受理", people_count=1023)
    assert Quoted(disputes.people, Y2011).followed_by("近似").text == "1000多"  # domain 11.1


def test_nothing_follows_an_aspect(office: Office) -> None:
    with pytest.raises(Invalid, match="后面不能再加"):
        quoted().followed_by("增减").followed_by("去年")


def test_what_may_follow_can_be_followed(office: Office) -> None:
    make_case("受理")
    for word in quoted().words:
        quoted().followed_by(word)


def test_a_persons_value_stands_in_the_place_of_the_records(office: Office) -> None:
    make_case("受理")
    overrule(disputes.accepted, Y2011, "21", "有一起登记在邻近社区", "王娜")
    assert (quoted().text, quoted().computed) == ("21", "1")


def test_what_follows_a_name_tells_of_the_persons_number_too(office: Office) -> None:
    make_case("受理")
    make_case("受理", applied_on=date(2010, 4, 6), accepted_on=date(2010, 4, 6))
    overrule(disputes.accepted, Y2011, "148起", "有一起登记在邻近社区")
    told = [quoted().followed_by(word).text for word in ("近似", "增减数", "增减")]
    assert told == ["近150", "增加147", "增长14700%"]
    overrule(disputes.closing_rate, Y2011, "60", "台账遗失")
    assert Quoted(disputes.closing_rate, Y2011).followed_by("增减").text == "+60.0个百分点"


def test_a_persons_words_that_are_no_number_leave_the_comparison_to_the_records(office: Office) -> None:
    make_case("受理")
    overrule(disputes.accepted, Y2011, "二十余", "台账遗失")
    assert (quoted().text, quoted().number) == ("二十余", 1)


def test_a_persons_value_holds_for_its_period_only(office: Office) -> None:
    make_case("受理")
    overrule(disputes.accepted, Y2011, "21", "有一起登记在邻近社区")
    assert quoted(periods.half(2011, 1)).text == "1"


def test_a_persons_value_tells_where_no_record_does(office: Office) -> None:
    assert not quoted()
    overrule(disputes.accepted, Y2011, "3", "台账遗失")
    assert quoted()


def test_the_records_speak_again_when_a_value_is_withdrawn(office: Office) -> None:
    make_case("受理")
    overrule(disputes.accepted, Y2011, "21", "有一起登记在邻近社区")
    let_records_speak(disputes.accepted, Y2011)
    assert quoted().text == "1"

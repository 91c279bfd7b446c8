"""The picture that suits a figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.figures.figure import Figure
from app.figures.measures import distinct
from app.office import Office
from app.printing.chart import Chart
from app.registry import figures
from app.rules import periods
from app.statistics.charts import chart_of
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.members import figures as members
from app.subjects.office import figures as facts
from tests.factories.disputes import make_case
from tests.factories.people import make_member

Y2011 = periods.year(2011)


def pictured(figure: Figure) -> Chart:
    chart = chart_of(figure, Y2011)
    assert chart is not None
    return chart


def test_parts_are_bars_with_last_years_beside(office: Office) -> None:
    make_case("受理", category="确认劳动关系")
    make_case("受理")
    make_case("受理", applied_on=date(2010, 5, 4), accepted_on=date(2010, 5, 6))
    chart = pictured(disputes.accepted)
    assert (chart.kind, chart.now, chart.before) == ("bars", "2011年", "2010年")
    assert [(bar.label, bar.now, bar.before) for bar in chart.bars] == [
        ("确认劳动关系", 1, 0),
        ("劳动报酬、工伤医疗费、经济补偿或者赔偿金", 1, 1),
    ]


def test_a_flow_without_parts_goes_by_the_months_of_the_year(office: Office) -> None:
    make_case("受理", people_count=3)
    make_case("受理", accepted_on=date(2011, 11, 2), people_count=4)
    chart = pictured(disputes.people)
    assert chart.kind == "columns"
    assert [bar.now for bar in chart.bars] == [0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 4, 0]
    assert [bar.label for bar in chart.bars][:2] == ["1月", "2月"]


def test_what_comes_twice_but_counts_once_is_not_pictured_by_month(office: Office) -> None:
    make_case("受理")
    make_case("受理", accepted_on=date(2011, 11, 2))
    kinds = replace(disputes.people, measure=distinct("的类别数", DisputeCase.category))
    assert kinds.number(Y2011) == 1
    assert chart_of(kinds, Y2011) is None


def test_a_single_number_is_pictured_beside_last_years(office: Office) -> None:
    make_member(approved_on=date(2010, 3, 8), applied_on=date(2010, 3, 1))
    make_member(employer="衡建旅游汽车公司")
    chart = pictured(members.employers)
    assert [(bar.now, bar.before) for bar in chart.bars] == [(2, 1)]


def test_nothing_is_pictured_where_nothing_was_counted(office: Office) -> None:
    assert chart_of(disputes.accepted, Y2011) is None


def test_words_have_no_picture(office: Office) -> None:
    assert chart_of(facts.name, Y2011) is None


def test_what_a_meeting_asks_to_see_is_printed_with_its_picture() -> None:
    charted = {figure.label for figure in figures() if figure.charted}
    assert {"会员年龄分布", "帮扶资金", "受理争议", "报刊征订"} <= charted
    assert "农民工会员" not in charted


def test_a_part_has_no_picture_beside_that_of_the_whole(office: Office) -> None:
    assert disputes.accepted.charted
    assert not any(part.charted for part in disputes.accepted.parts)


def test_the_months_of_a_running_period_end_with_this_one(office: Office) -> None:
    today = date.today()
    make_case("受理", applied_on=today, accepted_on=today, people_count=3)
    running = periods.custom((today - timedelta(days=120)).replace(day=1), today + timedelta(days=70))
    chart = chart_of(disputes.people, running)
    assert chart is not None
    assert (chart.now, chart.before) == (running.said_on(), running.compared_on(today).label)
    assert (chart.bars[-1].label, chart.bars[-1].now) == (f"{today.month}月", 3)

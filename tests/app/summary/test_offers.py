"""What is offered between the braces: figures with their values, and what may follow them."""

from __future__ import annotations

import pytest

from app.office import Office
from app.registry import figures
from app.rules import periods
from app.rules.names import search_key
from app.summary.offers import Offer, figures_offered, matching, words_offered
from app.summary.template import check
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)


def offer(offers: list[Offer], title: str) -> Offer:
    return next(one for one in offers if one.title == title)


def test_every_figure_is_offered_once(office: Office) -> None:
    assert [one.title for one in figures_offered(Y2011)] == [figure.label for figure in figures()]


def test_a_figure_is_offered_with_its_value_and_what_it_is(office: Office) -> None:
    make_case("受理"), make_case("受理")
    told = offer(figures_offered(Y2011), "受理争议")
    assert told.value == "2 起"
    assert told.about.startswith("劳动争议 · 受理日期在2011年的")


def test_whatever_is_offered_may_be_written(office: Office) -> None:
    make_case("受理")
    offers = [*figures_offered(Y2011), *words_offered("受理争议", Y2011)]
    assert len(offers) > 20
    assert [one.source for one in offers if check(f"{{{{ {one.source} }}}}", Y2011)] == []


def test_what_follows_a_span_is_offered_too(office: Office) -> None:
    offers = words_offered("受理争议.上半年", Y2011)
    assert offer(offers, "增减").source == "受理争议.上半年.增减"


@pytest.mark.parametrize("name", ["甲数", "受理争议.增减", "年度", "", "受理争议("])
def test_nothing_follows_what_is_no_figure(office: Office, name: str) -> None:
    assert words_offered(name, Y2011) == []


def test_the_very_name_comes_first_then_what_begins_so() -> None:
    offers = [Offer("", title, "", "", title) for title in ("未缴会员", "会员单位", "会员")]
    assert [one.title for one in matching(offers, "会员", 9)] == ["会员", "会员单位", "未缴会员"]


def test_the_very_initials_come_first(office: Office) -> None:
    titles = ("不予受理争议", "受理争议结案", "受理争议")
    offers = [Offer("", title, "", "", f"{title}|{search_key(title)}") for title in titles]
    assert [one.title for one in matching(offers, "slzy", 9)] == ["受理争议", "受理争议结案", "不予受理争议"]


def test_only_so_many_are_offered() -> None:
    offers = [Offer("", f"甲{number}", "", "", "甲") for number in range(60)]
    assert len(matching(offers, "甲", 50)) == 50

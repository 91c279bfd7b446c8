"""The annex 数据出处: where each figure comes from."""

from __future__ import annotations

import re

import pytest

from app.office import Office
from app.statistics.closing import close_year
from app.subjects.disputes import figures as disputes
from app.summary.annex import Source, sources
from app.summary.compose import compose
from app.summary.quoted import Quoted
from tests.app.summary.world import Y2011, report
from tests.factories.disputes import make_case


def source(label: str, period: str, found: list[Source]) -> Source:
    return next(one for one in found if one.label == label and period in one.period)


def test_each_figure_and_period_has_one_line_in_the_order_of_the_text(office: Office) -> None:
    labels = [(one.label, one.period.split("　")[1]) for one in sources(report().quotes)]
    assert labels == [
        ("工会名称", "2011年"),
        ("受理争议", "2011年"),
        ("争议涉及人数", "2011年"),
        ("受理争议", "2011年上半年"),
        ("办结率", "2011年第一季度"),
    ]


def test_a_line_tells_value_definition_period_records_and_last_year(office: Office) -> None:
    told = source("受理争议", "上半年", sources(report().quotes))
    assert (told.value, told.records, told.last_year) == ("3起", "3", "2起")
    assert told.definition == "2011年1月1日至6月30日受理的争议案件，共3起"
    assert told.period.startswith("期间数")
    assert told.note == ""


def test_a_persons_value_is_marked_with_its_reason_and_what_the_records_say(office: Office) -> None:
    told = source("受理争议", "　2011年", sources(report().quotes))
    assert told.value == "4起"
    assert told.note == "人工修改（记录为 3）：有一起登记在邻近社区"


def test_what_cannot_be_told_is_a_dash(office: Office) -> None:
    assert source("办结率", "第一季度", sources(report().quotes)).value == "—"


@pytest.mark.usefixtures("open_sample")
def test_numbers_have_one_notation() -> None:
    """In a text 10230 and 23800 are written so (domain 11.3); so is each number of its annex, 100% too."""
    text = "总结\n{{ 覆盖职工 }}{{ 帮扶资金到账 }}{{ 办结率 }}{{ 每小区就业通知 }}{{ 困难慰问人均金额 }}。"
    found = sources(compose(text, Y2011).quotes)
    for one in found:
        assert not re.search(r"[0-9],[0-9]{3}|\.0%|[0-9]\.00", " ".join(one.cells)), one
    assert source("覆盖职工", "2011年", found).last_year == "9216人"


@pytest.mark.usefixtures("few_figures")
def test_a_closed_year_says_so_and_what_moved_since(office: Office) -> None:
    make_case("受理")
    close_year(2011)
    make_case("受理")
    (told,) = sources([Quoted(disputes.accepted, Y2011)])
    assert told.value == "1起"
    assert told.note == "关账数，现有记录为 2"


def test_the_annex_counts_no_figure_of_the_text_again(office: Office) -> None:
    """What the text says is what the annex explains, also where only an aspect of a figure was quoted."""
    make_case("受理")
    quotes = compose(
        "总结\n受理{{ 受理争议 }}起，比去年{{ 受理争议.增减 }}，共{{ 争议涉及人数.近似 }}人。", Y2011
    ).quotes
    assert [quote.aspect for quote in quotes] == ["", "增减", "近似"]
    assert all(quote.whole.value is quote.value and not quote.whole.aspect for quote in quotes)


def test_a_share_is_explained_by_the_numbers_of_the_text(office: Office) -> None:
    """Also where more was recorded since: the annex contradicts no number that stands in the report."""
    make_case("结案")
    quotes = compose("总结\n受理{{ 受理争议 }}起，办结率{{ 办结率 }}。", Y2011).quotes
    make_case("受理")
    share = source("办结率", "　2011年", sources(quotes))
    assert (share.value, share.records) == ("100%", "1")
    assert "占受理争议1起的100%" in share.definition


@pytest.mark.usefixtures("open_sample")
def test_so_many_records_stand_behind_each_line() -> None:
    text = "总结\n{{ 会员 }}{{ 受理争议 }}{{ 帮扶资金 }}{{ 帮扶户数 }}{{ 办结率 }}。"
    quotes = compose(text, Y2011).quotes
    assert [one.records for one in sources(quotes)] == [str(quote.figure.count(Y2011)) for quote in quotes]

"""A figure told as a person would tell it: days, what, how many."""

from __future__ import annotations

import re
from datetime import date

import pytest

from app.figures.figure import Difference, Ratio
from app.figures.telling import days_in_words, tell
from app.figures.wording import define
from app.registry import figures, find_figure
from app.rules.periods import Period, half, statistics_year, year

Y2011 = year(2011)
_LIKE_A_QUERY = re.compile(r"不为|[/÷−]|为[收支](?=[、的])|多于0|合计共|为具体|(?<!而)(?<!，)且|已的")
"""What nobody says: 状态不为筹建, 收/支为收, 金额多于0.00."""


def told(label: str, value: str, period: Period = Y2011) -> str:
    return tell(find_figure(label), period, value)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Y2011, "2011年1月1日至12月31日"),
        (half(2011, 1), "2011年1月1日至6月30日"),
        (statistics_year(2011), "2010年10月1日至2011年9月30日"),
        (Period(date(2011, 3, 8), date(2011, 3, 8), ""), "2011年3月8日"),
    ],
)
def test_days_are_named_from_to(period: Period, words: str) -> None:
    assert days_in_words(period) == words


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    ("label", "value", "sentence"),
    [
        ("新发展会员", "23", "2011年1月1日至12月31日批准入会、仍在册或后来离开的会员，共23名"),
        (
            "新发展会员·农民工",
            "17",
            "2011年1月1日至12月31日批准入会、仍在册或后来离开的会员中的农民工，共17名",
        ),
        ("会员", "50", "截至2011年12月31日会籍在册的会员，共50人（本会会员，不含基层工会填报的人数）"),
        ("受理争议", "20", "2011年1月1日至12月31日受理的争议案件，共20起"),
        ("俱乐部物品", "4", "截至2011年12月31日登记在册、没有报废或遗失的俱乐部物品，名称数为4类"),
        ("调解组织", "2", "截至2011年12月31日已成立、尚未撤销的调解组织，共2个"),
        (
            "调解成功",
            "3",
            "2011年1月1日至12月31日受理、截至2011年12月31日已结案、结案方式为调解成功（达成协议）的争议案件，共3起（截至期间末日结案的，以后结案的算到下期）",
        ),
        ("募得善款", "7519", "2011年1月1日至12月31日捐赠的捐款登记，金额合计7519元"),
        (
            "困难慰问人数",
            "47",
            "2011年1月1日至12月31日发放、帮扶类别为送温暖慰问的帮扶记录，按身份证号去重后的人数为47人",
        ),
        (
            "在档困难职工",
            "47",
            "截至2011年12月31日已建档、尚未退档的困难档案，按户主和家庭成员去重后的户数为47户",
        ),
        ("参赛队伍", "13", "2011年1月1日至12月31日开始、进行、结束或已总结的活动的队伍，共13支"),
        ("已回访争议", "3", "2011年1月1日至12月31日回访的争议案件，共3起"),
        ("报刊征订", "166", "2011年度的征订，份数合计166份（按征订年度，取期间末日所在的年度）"),
        (
            "办结率",
            "100%",
            "受理争议结案20起占受理争议20起的100%（期间内受理的案件中截至期间末日已结案的，各种结案方式都算）",
        ),
        ("每小区就业通知", "200", "就业通知1200份按张贴小区6个平均，为200份"),
        ("上级工会", "区总工会", "本会登记的上级工会"),
    ],
)
def test_a_figure_reads_as_a_sentence(label: str, value: str, sentence: str) -> None:
    assert told(label, value) == sentence


@pytest.mark.usefixtures("open_sample")
def test_every_figure_and_part_can_be_told() -> None:
    for figure in figures(parts=True):
        sentence = tell(figure, Y2011, "9")
        assert "<" not in sentence
        assert "、的" not in sentence
        assert not _LIKE_A_QUERY.search(sentence), sentence
        explained = define(figure, Y2011)
        if not isinstance(figure, Ratio | Difference):  # these are told as sums: 20 ÷ 25
            assert not _LIKE_A_QUERY.search(explained), explained

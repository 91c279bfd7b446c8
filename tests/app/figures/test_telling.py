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


_NESTED = re.compile("（[^）]*（|“[^”]*“")
_LATIN = re.compile(r"[a-z_]|[,;:()!?'\"=<>]|[0-9],[0-9]|等于|为空|并且")
"""Names of fields, half-width marks, thousands separators, words of queries."""
_DATE = re.compile("“[^”]*”|[0-9]{4}年[0-9]+月[0-9]+日(?:至(?:[0-9]{4}年)?[0-9]+月[0-9]+日)?")
"""A whole date, two of them, or a name that the office gave."""
_PART_OF_A_DATE = re.compile("[0-9]+月|[0-9]{4}年(?!度)|[0-9]-[0-9]")
_LONGEST = 120
"""So many characters are read in one breath: four lines of a page."""


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
            "截至2011年12月31日已建档、尚未退档、属于困难职工的困难档案，按户主和家庭成员去重后的户数为47户（低收入和防困的不在内，见梯度帮扶对象）",
        ),
        ("参赛队伍", "13", "2011年1月1日至12月31日已举办的活动的队伍，共13支"),
        ("已回访争议", "3", "2011年1月1日至12月31日回访的争议案件，共3起"),
        ("报刊征订", "166", "2011年度的征订，份数合计166份（按征订年度，取期间末日所在的年度）"),
        (
            "办结率",
            "100%",
            "受理争议结案20起占受理争议20起的100%（期间内受理的案件中截至期间末日已结案的，各种结案方式都算）",
        ),
        ("每小区就业通知", "200", "就业通知1200份按张贴小区6个平均，为200份"),
        ("上级工会", "区总工会", "本会登记的上级工会"),
        (
            "工资专项签约单位",
            "23",
            "截至2011年12月31日有效的工资专项集体合同，签约单位数为23家（同一单位只计一次）",
        ),
        ("有效合同", "113", "截至2011年12月31日有效的集体合同，共113份（包括各种专项集体合同）"),
        (
            "厂务公开单位",
            "65",
            "2011年度已建立厂务公开制度的单位，共65家（按年度登记，取期间末日所在年度）",
        ),
        (
            "有效参保人数",
            "1633",
            "截至2011年12月31日在期限内、已缴费、尚未退保的参保，按身份证号去重后的人数为1633人（逐人登记的散户和单位名册）",
        ),
        (
            "俱乐部物品数量",
            "192",
            "截至2011年12月31日登记在册、没有报废或遗失的俱乐部物品，数量合计为192件（报废和借出遗失的除外；报废按变动日期，遗失按归还日期）",
        ),
        ("任务内征订", "166", "2011年度下达了任务的征订，份数合计166份（按征订年度，取期间末日所在的年度）"),
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
        assert not _NESTED.search(explained), explained


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", [half(2011, 2), Period(date(2011, 2, 3), date(2011, 11, 30), "")])
def test_every_figure_is_told_in_plain_chinese(period: Period) -> None:
    for figure in figures():
        sentence = tell(figure, period, "9")
        clauses = re.split("[，。；、（）]", sentence)
        assert not _NESTED.search(sentence), sentence
        assert not _LATIN.search(sentence), sentence
        assert not _PART_OF_A_DATE.search(_DATE.sub("", sentence)), sentence
        assert max(clause.count("的") for clause in clauses) <= 2, sentence
        assert len(sentence) <= _LONGEST, sentence

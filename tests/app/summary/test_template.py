"""What may stand in a text, and what is said of anything else before it is rendered."""

from __future__ import annotations

import pytest

from app.errors import Invalid, Refused
from app.office import Office
from app.rules import periods
from app.summary.quoted import Quoted
from app.summary.template import check, evaluate, mentions, render
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)


def told(text: str) -> list[str]:
    return [trouble.sentence for trouble in check(text, Y2011)]


def test_an_unknown_name_is_told_with_its_line_and_what_it_may_have_meant(office: Office) -> None:
    (trouble,) = check("工作总结\n共受理{{ 受理争义 }}起。", Y2011)
    assert trouble.line == 2
    assert "没有“受理争义”这个统计项" in trouble.sentence
    assert "“受理争议”" in trouble.sentence


def test_every_unknown_name_is_told(office: Office) -> None:
    assert len(told("{{ 甲数 }}{{ 受理争议 }}{{ 乙数 }}")) == 2


def test_what_cannot_follow_a_figure_is_told_with_what_can(office: Office) -> None:
    (sentence,) = told("{{ 受理争议.增加 }}")
    assert "“受理争议”没有“增加”" in sentence
    assert "“增减”" in sentence


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{% for 甲 in 受理争议 %}{% endfor %}", "循环（for）"),
        ("{% for 甲 in [1] recursive %}{{ loop([1]) }}{% endfor %}", "循环（for）"),
        ("{% macro 甲() %}{% endmacro %}", "宏（macro）"),
        ("{% set 甲 = 1 %}", "赋值（set）"),
        ("{% include '甲' %}", "引用文件（include）"),
        ("{% import '甲' as 乙 %}", "引用文件（import）"),
        ("{{ 受理争议|upper }}", "过滤（|）"),
        ("{{ '甲' * 1000000000 }}", "这种写法"),
    ],
)
def test_only_figures_and_conditions_are_let_in(office: Office, text: str, named: str) -> None:
    assert any(named in sentence for sentence in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "{{ 受理争议.__class__ }}",
        "{{ 受理争议.__class__.__mro__ }}",
        "{{ 受理争议['__class__'] }}",
        "{{ 受理争议.figure }}",
        "{{ 受理争议.followed_by('增减') }}",
        "{{ ''.__class__ }}",
        "{{ self }}",
        "{{ range(9) }}",
        "{% if 受理争议.__class__ %}有{% endif %}",
    ],
)
def test_there_is_no_way_to_python(office: Office, text: str) -> None:
    assert told(text)
    with pytest.raises(Refused):
        render(text, Y2011)


def test_only_months_are_called(office: Office) -> None:
    assert told("{{ 受理争议() }}") == ["括号只能写在“月份”后面，例如 受理争议.月份(4, 12)"]
    assert told("{{ 受理争议.增减() }}") != []
    assert told("{{ 受理争议.月份(4, 12) }}") == []


@pytest.mark.parametrize("months", ["(0, 3)", "(5, 4)", "(1, 13)"])
def test_months_that_are_none_are_told(office: Office, months: str) -> None:
    (sentence,) = told(f"{{{{ 受理争议.月份{months} }}}}")
    assert "月份应为 1 至 12" in sentence


def test_months_not_said_from_and_to_are_told(office: Office) -> None:
    assert "括号只能写在“月份”后面" in told("{{ 受理争议.月份(4) }}")[0]
    assert "从几月到几月" in told("{{ 受理争议.月份 }}")[0]


def test_a_condition_without_an_end_is_told(office: Office) -> None:
    (sentence,) = told("{% if 受理争议 %}有")
    assert sentence.endswith("补上“到此”")


def test_broken_braces_are_told(office: Office) -> None:
    (sentence,) = told("{{ 受理争议 起")
    assert "双花括号里写得不对" in sentence


def test_a_condition_holds_where_the_figure_is_not_zero(office: Office) -> None:
    text = "{% if 受理争议 %}有{% else %}无{% endif %}"
    assert render(text, Y2011)[0] == "无"
    make_case("受理")
    assert render(text, Y2011)[0] == "有"


def test_figures_compare_with_numbers_and_with_each_other(office: Office) -> None:
    make_case("受理"), make_case("结案")
    text = "{% if 受理争议 >= 2 and 受理争议 > 受理争议结案 and not 调解成功 %}是{% endif %}"
    assert render(text, Y2011)[0] == "是"


def test_a_comparison_with_words_is_refused_with_a_sentence(office: Office) -> None:
    with pytest.raises(Refused, match="只能和数字或另一个统计项比较大小"):
        render("{% if 受理争议 > '多' %}是{% endif %}", Y2011)


def test_the_first_trouble_refuses_the_text(office: Office) -> None:
    with pytest.raises(Refused, match="第 2 行：没有“甲数”这个统计项"):
        render("总结\n{{ 甲数 }}\n{{ 乙数 }}", Y2011)


def test_a_mention_is_found_where_it_stands() -> None:
    text = "共{{ 受理争议 }}起{{会员.增减}}"
    found = list(mentions(text))
    assert [text[one.start : one.end] for one in found] == ["{{ 受理争议 }}", "{{会员.增减}}"]
    assert [one.source for one in found] == ["受理争议", "会员.增减"]


def test_one_mention_is_evaluated_on_its_own(office: Office) -> None:
    make_case("受理")
    quoted = evaluate("受理争议", Y2011)
    assert isinstance(quoted, Quoted)
    assert quoted.text == "1"
    assert evaluate("年度", Y2011) == "2011"
    with pytest.raises(Invalid, match="没有“甲数”"):
        evaluate("甲数", Y2011)

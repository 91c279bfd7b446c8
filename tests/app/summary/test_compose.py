"""From the text to the report: filled in, left out, counted anew, never invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.office import Office
from app.rules import periods
from app.statistics.overruling import overrule
from app.subjects.disputes import figures as disputes
from app.summary.compose import compose
from app.summary.document import Rank
from app.summary.quoted import GAP
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)
LAST_YEAR = date(2010, 4, 6)


def body(text: str, *, mark: bool = False) -> list[str]:
    """The lines below the title."""
    return [line.text for line in compose(f"总结\n{text}", Y2011, mark=mark).lines[1:]]


def test_a_figure_stands_in_its_sentence_and_is_known_as_such(office: Office) -> None:
    make_case("受理"), make_case("受理")
    document = compose("总结\n共受理{{ 受理争议 }}起劳动争议案件。", Y2011)
    assert document.lines[1].text == "共受理2起劳动争议案件。"
    (quote,) = document.quotes
    assert [span.quote for span in document.lines[1].spans] == [None, quote, None]


def test_a_number_changed_by_hand_that_no_longer_adds_up_is_told_with_both_sides(office: Office) -> None:
    make_case("受理"), make_case("受理")
    text = "总结\n共受理{{ 受理争议 }}起。"
    assert compose(text, Y2011).doubts == ()
    overrule(disputes.accepted, Y2011, "5", "有三起登记在邻近社区")
    assert compose(text, Y2011).doubts == ("受理争议 5 ≠ 受理争议未结 2 = 2",)


def test_what_does_not_add_up_in_a_part_of_the_year_is_told_with_that_part(office: Office) -> None:
    make_case("受理")
    spring = periods.quarter(2011, 2)
    overrule(disputes.accepted, spring, "5", "有四起登记在邻近社区")
    (told,) = compose("总结\n第二季度受理{{ 受理争议.第二季度 }}起。", Y2011).doubts
    assert told == f"{spring.label}：受理争议 5 ≠ 受理争议未结 1 = 1"


def test_a_share_of_more_than_all_is_doubted_also_where_a_person_wrote_it(office: Office) -> None:
    make_case("受理")
    overrule(disputes.closing_rate, Y2011, "150", "台账遗失")
    (told,) = compose("总结\n办结率{{ 办结率 }}。", Y2011).doubts
    assert told == "办结率 150 超过 100%，请核对"


def test_a_sentence_without_any_record_is_left_out_and_told(office: Office) -> None:
    make_case("受理")
    text = "共受理{{ 受理争议 }}起。调解成功{{ 调解成功 }}起。维护了职工权益。"
    document = compose(f"总结\n{text}", Y2011)
    assert document.lines[1].text == "共受理1起。维护了职工权益。"
    assert document.left_out == ("调解成功",)


def test_a_sentence_without_any_record_can_be_marked_instead(office: Office) -> None:
    make_case("受理")
    assert body("共受理{{ 受理争议 }}起。调解成功{{ 调解成功 }}起。", mark=True) == [
        "共受理1起。〔未登记：调解成功〕"
    ]


def test_a_sentence_stays_where_one_of_its_figures_tells_something(office: Office) -> None:
    """Without what the others do not tell: absent things are absent, no 0起 stands in a sentence."""
    make_case("受理")
    assert body("共受理{{ 受理争议 }}起，调解成功{{ 调解成功 }}起。") == ["共受理1起。"]


def test_a_paragraph_of_which_nothing_told_is_left_goes_with_its_lead(office: Office) -> None:
    assert body("调解工作得到加强。共受理{{ 受理争议 }}起。") == []


def test_a_paragraph_ends_as_it_was_meant_to(office: Office) -> None:
    make_case("受理")
    assert body("共受理{{ 受理争议 }}起；调解成功{{ 调解成功 }}起。") == ["共受理1起。"]


def test_headings_are_counted_anew_where_a_passage_went(office: Office) -> None:
    make_case("受理")
    text = """一、组织建设
调解成功{{ 调解成功 }}起。
二、维权工作
（一）成功
调解成功{{ 调解成功 }}起。
（二）受理
1、调解成功{{ 调解成功 }}起。
2、共受理{{ 受理争议 }}起。
三、打算
继续努力。"""
    assert body(text) == ["一、维权工作", "（一）受理", "1、共受理1起。", "二、打算", "继续努力。"]


def test_a_heading_under_which_nothing_is_left_goes_too(office: Office) -> None:
    assert body("一、维权工作\n（一）受理\n共受理{{ 受理争议 }}起。") == []


def test_more_than_ten_headings_are_counted_in_chinese(office: Office) -> None:
    text = "\n".join(f"一、第{number}项\n已经完成。" for number in range(1, 13))
    headings = [line for line in body(text) if "项" in line]
    assert [one.partition("、")[0] for one in headings[8:]] == ["九", "十", "十一", "十二"]


def test_the_last_short_lines_are_the_signature(office: Office) -> None:
    document = compose("总结\n工作完成。\n泰祥社区工会\n2011年12月31日", Y2011)
    ranks = [line.rank for line in document.lines]
    assert ranks == [Rank.TITLE, Rank.BODY, Rank.SIGNATURE, Rank.SIGNATURE]


def test_the_first_line_is_the_title_with_its_figures(office: Office) -> None:
    document = compose("{{ 工会名称 }}{{ 年度 }}年工作总结\n工作完成。", Y2011)
    assert document.title == "泰祥社区工会2011年工作总结"


def test_what_cannot_be_told_is_a_gap_and_is_listed(office: Office) -> None:
    make_case("受理")
    text = "总结\n第一季度办结率{{ 办结率.第一季度 }}，全年受理{{ 受理争议 }}起。"
    document = compose(text, Y2011)
    assert document.lines[1].text == f"第一季度办结率{GAP}，全年受理1起。"
    assert document.gaps == ("办结率",)


def test_a_change_over_a_year_of_nothing_is_a_dash(office: Office) -> None:
    make_case("受理")
    assert body("共受理{{ 受理争议 }}起，比上年{{ 受理争议.增减 }}。") == ["共受理1起，比上年—。"]


def test_a_change_is_told_in_words(office: Office) -> None:
    for _ in range(5):
        make_case("受理")
    for _ in range(4):
        make_case("受理", applied_on=LAST_YEAR, accepted_on=LAST_YEAR)
    assert body("比上年{{ 受理争议.增减 }}，{{ 受理争议.增减数 }}起。") == ["比上年增长25%，增加1起。"]


def test_what_neither_grew_nor_fell_is_level_with_last_year(office: Office) -> None:
    """A number is more 比 another, and level 与 it; 与…相比 is right of both."""
    for day in (date(2010, 4, 6), date(2011, 4, 6)):
        make_case("受理", applied_on=day, accepted_on=day)
    assert body("受理{{ 受理争议 }}起，比上年同期{{ 受理争议.增减 }}。") == ["受理1起，与上年同期持平。"]
    assert body("受理{{ 受理争议 }}起，与上年相比{{ 受理争议.增减 }}。") == ["受理1起，与上年相比持平。"]


def test_a_text_with_an_unknown_name_is_refused(office: Office) -> None:
    with pytest.raises(Refused, match="没有“甲数”"):
        compose("总结\n{{ 甲数 }}", Y2011)


def test_letters_that_mark_figures_inside_do_no_harm(office: Office) -> None:
    assert body("工作\x02\x030\x04完成。") == ["工作0完成。"]


_PLAIN = st.text(
    alphabet=st.characters(
        exclude_characters="{}#\u2028\u2029",
        exclude_categories=["Cc"],  # left out of a report
        codec="utf-8",
    ),
    min_size=1,
    max_size=60,
).map(lambda line: f"甲{line}。")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(_PLAIN, min_size=1, max_size=6))
def test_a_text_without_braces_is_its_own_report_line_by_line(office: Office, lines: list[str]) -> None:
    assert compose("\n".join(lines), Y2011).text == "\n".join(line.strip() for line in lines)


def test_of_a_period_that_has_not_begun_nothing_is_told(office: Office) -> None:
    """Else it would say 会员比上年同期— of a year in which nobody can have joined or left."""
    next_year = periods.year(date.today().year + 1)
    with pytest.raises(Refused, match=f"{next_year.label}还没有开始"):
        compose("总结\n{{ 期末 }}会员{{ 会员 }}人。", next_year)


def test_a_period_that_is_not_over_is_doubtful(office: Office) -> None:
    this_year = periods.year(date.today().year)
    told = compose("总结\n受理{{ 受理争议 }}起。", this_year).doubts
    assert told == (f"{this_year.label}还没有结束，数字只到今天",)

"""The texts of the summaries, kept per year and kind of report."""

from __future__ import annotations

from app.keeping import history
from app.office import Office
from app.records.summaries import SummaryText
from app.summary.reports import YEAR, report_named
from app.summary.texts import brought_along, keep, text_of

HALF = report_named("half1")


def test_a_text_comes_back_as_it_was_kept(office: Office) -> None:
    keep(2011, YEAR, "总结\n共受理{{ 受理争议 }}起。\n")
    assert text_of(2011) == "总结\n共受理{{ 受理争议 }}起。\n"


def test_a_year_begins_with_the_text_of_the_year_before(office: Office) -> None:
    keep(2009, YEAR, "二〇〇九年的文字")
    keep(2010, YEAR, "二〇一〇年的文字")
    assert text_of(2011) == "二〇一〇年的文字"
    assert {text.year for text in SummaryText.select()} == {2009, 2010}


def test_a_later_text_is_no_beginning_for_an_earlier_year(office: Office) -> None:
    keep(2012, YEAR, "二〇一二年的文字")
    assert text_of(2011) == brought_along()


def test_a_year_that_was_rewritten_leaves_the_year_before_alone(office: Office) -> None:
    keep(2010, YEAR, "旧")
    keep(2011, YEAR, "新")
    assert (text_of(2010), text_of(2011)) == ("旧", "新")


def test_each_kind_of_report_has_a_text_of_its_own(office: Office) -> None:
    keep(2011, YEAR, "全年")
    keep(2011, HALF, "上半年")
    assert (text_of(2011), text_of(2011, HALF)) == ("全年", "上半年")


def test_the_first_text_is_the_one_brought_along(office: Office) -> None:
    assert text_of(2011) == brought_along()
    assert "{{ 工会名称 }}" in brought_along()
    assert brought_along(HALF) != brought_along()


def test_keeping_again_changes_the_one_text_of_the_year(office: Office) -> None:
    keep(2011, YEAR, "旧")
    keep(2011, YEAR, "新")
    assert SummaryText.alive().where(SummaryText.year == 2011).count() == 1


def test_the_history_has_the_earlier_words(office: Office) -> None:
    keep(2011, YEAR, "旧的文字")
    keep(2011, YEAR, "新的文字")
    kept = SummaryText.get(SummaryText.year == 2011)
    assert any("旧的文字" in str(change) for change in history.of(kept))

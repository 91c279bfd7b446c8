"""The report beside the text: each of its figures is a link."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.records.base import database
from tests.helpers.summary_tab import write
from ui.summary.tab import SummaryTab


def test_a_report_is_shown_without_asking_the_file_again(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, "总结\n受理{{ 受理争议 }}起，其中{{ 受理争议.明细 }}。", qtbot)
    assert tab.draft is not None
    assert tab.draft.document is not None
    asked: list[str] = []
    database.connection().set_trace_callback(asked.append)
    tab.page.show_report(tab.draft.document)
    database.connection().set_trace_callback(None)
    assert asked == []
    assert len(tab.page.quotes()) == 2


def test_each_figure_of_the_report_is_a_link(tab: SummaryTab) -> None:
    assert [quote.figure.label for quote in tab.page.quotes()] == ["工会名称", "受理争议"]
    assert 'href="1"' in tab.page.toHtml()

"""Sentences of last year are marked until they are changed, dropped or kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QLabel, QMessageBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.summary import texts
from app.summary.reports import YEAR
from tests.helpers.summary_tab import counts, settle, write
from tests.helpers.widgets import click
from ui.dialogs.question import Question
from ui.summary.tab import SummaryTab

LAST = "{{ 工会名称 }}{{ 年度 }}年工作总结\n走访了企业。2011年组织了学习。受理{{ 受理争议 }}起。\n"


@pytest.fixture
def next_year(tab: SummaryTab, qtbot: QtBot) -> SummaryTab:
    """The tab with the text of 2012, begun as that of 2011."""
    texts.keep(2011, YEAR, LAST)
    tab.open_report(2012, YEAR)
    settle(tab, qtbot)
    return tab


def underlined(tab: SummaryTab) -> list[str]:
    block = tab.editor.document().findBlockByNumber(1)
    formats: list[Any] = block.layout().formats()
    dashed = [
        one for one in formats if one.format.underlineStyle() is QTextCharFormat.UnderlineStyle.DashUnderline
    ]
    return [block.text()[one.start : one.start + one.length] for one in dashed]


def test_last_years_sentences_are_underlined_counted_and_told(next_year: SummaryTab) -> None:
    assert underlined(next_year) == ["走访了企业。2011年组织了学习。受理", "起。"]
    assert counts(next_year.troubles) == ["1 句还写着上年", "2 句沿用上年"]
    click(next_year.troubles, "outdated")
    assert next_year.troubles.sentences() == ["第 2 行“2011年组织了学习。”（写着“2011年”）"]
    click(next_year.troubles, "carried")
    assert next_year.troubles.sentences() == ["第 2 行“走访了企业。”", "第 2 行“受理〔受理争议〕起。”"]


def test_another_list_has_room_in_the_place_of_the_one_that_was_open(next_year: SummaryTab) -> None:
    (room,) = next_year.troubles.findChildren(QScrollArea)
    heights = []
    for name in ("outdated", "carried", "outdated"):
        click(next_year.troubles, name)
        heights.append(room.height())
    assert 0 < heights[0] == heights[2] < heights[1]


def test_a_sentence_told_is_selected_in_the_text(next_year: SummaryTab) -> None:
    click(next_year.troubles, "outdated")
    (line,) = next_year.troubles.findChildren(QLabel)
    line.linkActivated.emit(re.findall(r'href="([^"]+)"', line.text())[1])
    assert next_year.editor.textCursor().selectedText() == "2011年组织了学习。"


def test_a_kept_sentence_is_marked_no_more_once_it_is_saved(next_year: SummaryTab, qtbot: QtBot) -> None:
    click(next_year.troubles, "outdated")
    (line,) = next_year.troubles.findChildren(QLabel)
    line.linkActivated.emit(re.findall(r'href="([^"]+)"', line.text())[0])
    settle(next_year, qtbot)
    assert counts(next_year.troubles) == ["2 句沿用上年"]
    assert next_year.is_dirty()
    click(next_year, "save")
    assert not next_year.is_dirty()
    next_year.open_report(2011, YEAR)
    next_year.open_report(2012, YEAR)
    settle(next_year, qtbot)
    assert counts(next_year.troubles) == ["2 句沿用上年"]


def test_what_was_kept_but_not_saved_is_reverted(next_year: SummaryTab, qtbot: QtBot) -> None:
    next_year.troubles.acted.emit("carried", next_year.editor.text().index("走访"))
    settle(next_year, qtbot)
    next_year.revert()
    settle(next_year, qtbot)
    assert counts(next_year.troubles) == ["1 句还写着上年", "2 句沿用上年"]
    assert not next_year.is_dirty()


def test_changing_or_dropping_a_sentence_takes_its_mark_away(next_year: SummaryTab, qtbot: QtBot) -> None:
    text = LAST.replace("走访了企业。", "走访了多数企业。").replace("2011年组织了学习。", "")
    write(next_year, text, qtbot)
    assert underlined(next_year) == ["受理", "起。"]
    assert counts(next_year.troubles) == ["1 句沿用上年"]


@pytest.mark.parametrize("keeps", [False, True])
def test_paper_asks_about_sentences_that_name_last_year_and_quotes_them(
    next_year: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, keeps: bool
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, words: str, more: str, *_: str) -> bool:
        asked.extend((words, more))
        return keeps

    target = tmp_path / "总结.docx"
    monkeypatch.setattr(Question, "ask", ask)
    monkeypatch.setattr("ui.summary.output.ask_target", lambda *_: target)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    click(next_year, "export")
    settle(next_year, qtbot)
    assert asked == ["有 1 句还写着上年", "第 2 行“2011年组织了学习。”（写着“2011年”）"]
    assert target.exists() is keeps
    assert counts(next_year.troubles)[-1] == "2 句沿用上年"
    assert len(counts(next_year.troubles)) == (1 if keeps else 2)

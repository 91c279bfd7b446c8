"""Figures are offered where one is begun in the text, with their values."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.factories.disputes import make_case
from tests.helpers.summary_tab import TEXT, begin_figure, settle
from ui.summary.tab import SummaryTab


def test_two_braces_offer_the_figures_with_their_values(tab: SummaryTab, qtbot: QtBot) -> None:
    tab.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(tab.editor, "{{")
    assert tab.editor.text().endswith("{{  }}")
    settle(tab, qtbot)
    picker = tab._picker
    assert picker.isVisible()
    assert "会员" in picker.titles()
    offer = next(one for one in picker._offered[None] if one.title == "受理争议")
    assert offer.value == "3 起"
    assert "受理日期在2011年" in offer.about


def test_figures_are_not_counted_to_be_offered_before_one_is_written(tab: SummaryTab, qtbot: QtBot) -> None:
    assert not tab._picker._offered
    begin_figure(tab, qtbot)
    assert tab._picker._offered[None]


def test_what_is_offered_is_never_older_than_the_records(tab: SummaryTab, qtbot: QtBot) -> None:
    """A case is accepted while the list is being read, and again while it stands open."""
    tab.editor.moveCursor(QTextCursor.MoveOperation.End)
    tab.editor.begin_figure()
    for told in ("4 起", "5 起"):
        make_case("受理", applied_on=date(2011, 6, 1), accepted_on=date(2011, 6, 1))
        tab.reload_when_seen()
        settle(tab, qtbot)
        assert [one.value for one in tab._picker._offered[None] if one.title == "受理争议"] == [told]
        assert tab._picker.isVisible()


@pytest.mark.parametrize("typed", ["受理争", "shoulizhengyi", "slzy", "SLZY"])
def test_what_is_typed_filters_the_figures(tab: SummaryTab, qtbot: QtBot, typed: str) -> None:
    begin_figure(tab, qtbot)
    tab.editor.insertPlainText(typed)
    assert tab._picker.titles()[0].startswith("受理争议")
    assert "会员" not in tab._picker.titles()


def test_a_subject_finds_its_figures(tab: SummaryTab, qtbot: QtBot) -> None:
    begin_figure(tab, qtbot)
    tab.editor.insertPlainText("劳动争议")
    assert {"受理争议", "调解成功"} <= set(tab._picker.titles())


def test_enter_writes_the_chosen_figure_and_goes_on_behind_it(tab: SummaryTab, qtbot: QtBot) -> None:
    tab.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(tab.editor, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    settle(tab, qtbot)
    tab.editor.insertPlainText("slzy")
    QTest.keyClick(tab.editor, Qt.Key.Key_Return)
    tab.editor.insertPlainText("起。")
    assert tab.editor.text() == TEXT + "{{ 受理争议 }}起。"
    assert not tab._picker.isVisible()


def test_the_arrow_keys_move_in_the_list(tab: SummaryTab, qtbot: QtBot) -> None:
    begin_figure(tab, qtbot)
    tab.editor.insertPlainText("受理争议")
    second = tab._picker.titles()[1]
    QTest.keyClick(tab.editor, Qt.Key.Key_Down)
    QTest.keyClick(tab.editor, Qt.Key.Key_Return)
    assert tab.editor.text() == f"{TEXT}{{{{ {second} }}}}"


def test_escape_takes_empty_braces_away(tab: SummaryTab, qtbot: QtBot) -> None:
    begin_figure(tab, qtbot)
    QTest.keyClick(tab.editor, Qt.Key.Key_Escape)
    assert tab.editor.text() == TEXT
    assert not tab._picker.isVisible()


def test_a_point_offers_what_may_follow(tab: SummaryTab, qtbot: QtBot) -> None:
    begin_figure(tab, qtbot)
    tab.editor.insertPlainText("受理争议.")
    settle(tab, qtbot)
    assert {"增减", "去年", "上半年", "确认劳动关系"} <= set(tab._picker.titles())
    tab.editor.insertPlainText("shangb")
    assert tab._picker.titles() == ["上半年"]
    QTest.keyClick(tab.editor, Qt.Key.Key_Return)
    assert tab.editor.text().endswith("{{ 受理争议.上半年 }}")


def test_a_part_that_is_no_plain_name_is_written_in_brackets(tab: SummaryTab, qtbot: QtBot) -> None:
    begin_figure(tab, qtbot)
    tab.editor.insertPlainText("受理争议.")
    settle(tab, qtbot)
    tab.editor.insertPlainText("除名")
    QTest.keyClick(tab.editor, Qt.Key.Key_Return)
    settle(tab, qtbot)
    assert tab.editor.text().endswith("{{ 受理争议['除名、辞退和辞职、离职'] }}")
    assert not tab.troubles.isVisible()


def test_passing_a_figure_with_the_cursor_offers_nothing(tab: SummaryTab) -> None:
    tab.editor.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(5):
        QTest.keyClick(tab.editor, Qt.Key.Key_Right)
    assert tab.editor.figure_begun() is not None
    assert not tab._picker.isVisible()

"""The card of a figure in the report: what is behind it, and another value for it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.statistics.overruling import overrule, overruled
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from tests.factories.disputes import make_case, make_followup
from tests.helpers.summary_tab import TEXT, Y2011, counts, open_figure, settle, write
from tests.helpers.widgets import child, click
from ui.summary.overrule import OverruleDialog
from ui.summary.tab import SummaryTab


def test_a_figure_opens_what_is_behind_it(tab: SummaryTab, qtbot: QtBot) -> None:
    open_figure(tab, "受理争议", qtbot)
    assert child(tab.card, QLabel, "value").text() == "3 起"
    assert child(tab.card, QLabel, "explanation").text() == "3 起 = 受理日期在2011年的争议案件数"
    assert child(tab.card, QLabel, "compared").text() == "上年同期 0 起"
    assert tab.card.records.table is not None
    assert set(tab.card.records.table.ids()) == {case.id for case in DisputeCase.select()}


def test_enter_on_a_record_of_the_card_asks_for_it(tab: SummaryTab, qtbot: QtBot) -> None:
    open_figure(tab, "受理争议", qtbot)
    table = tab.card.records.table
    assert table is not None
    table.selectRow(1)
    with qtbot.waitSignal(tab.record_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == ["disputes", table.ids()[1]]


def test_a_row_of_a_record_is_opened_in_the_record_that_owns_it(tab: SummaryTab, qtbot: QtBot) -> None:
    case = make_case("结案")
    make_followup(case, visited_on=date(2011, 12, 20))
    write(tab, f"{TEXT}回访{{{{ 争议回访 }}}}次。\n", qtbot)
    open_figure(tab, "争议回访", qtbot)
    table = tab.card.records.table
    assert table is not None
    with qtbot.waitSignal(tab.record_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == ["disputes", case.id]


def test_a_term_of_a_rate_on_the_card_can_be_asked_for(tab: SummaryTab, qtbot: QtBot) -> None:
    make_case("结案")
    write(tab, f"{TEXT}办结率{{{{ 办结率 }}}}。\n", qtbot)
    open_figure(tab, "办结率", qtbot)
    with qtbot.waitSignal(tab.figure_chosen) as chosen:
        click(tab.card, "term_2")
    assert chosen.args[0].figure is disputes.accepted


def test_the_list_of_a_figure_can_be_asked_for(tab: SummaryTab, qtbot: QtBot) -> None:
    open_figure(tab, "受理争议", qtbot)
    with qtbot.waitSignal(tab.figure_chosen) as chosen:
        click(tab.card, "open_list")
    assert chosen.args[0].figure is disputes.accepted


def test_escape_closes_the_card(tab: SummaryTab, qtbot: QtBot) -> None:
    open_figure(tab, "受理争议", qtbot)
    QTest.keyClick(tab.card, Qt.Key.Key_Escape)
    assert not tab.card.isVisible()


def test_a_value_by_hand_stands_in_the_report_and_is_counted(tab: SummaryTab, qtbot: QtBot) -> None:
    overrule(disputes.accepted, Y2011, "21", "有一起登记在邻近社区", "王娜")
    tab.revert()
    settle(tab, qtbot)
    assert "共受理21起。" in tab.page.toPlainText()
    assert "1 处人工修改" in counts(tab.remarks)
    open_figure(tab, "受理争议", qtbot)
    assert child(tab.card, QLabel, "remark").text() == "人工修改：有一起登记在邻近社区（记录为 3，王娜）"


def test_a_figure_that_stands_only_roughly_can_be_changed_too(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, TEXT.replace("{{ 受理争议 }}", "{{ 受理争议.近似 }}"), qtbot)
    open_figure(tab, "受理争议", qtbot)
    assert child(tab.card, QPushButton, "overrule").isVisible()
    overrule(disputes.accepted, Y2011, "148", "有些登记在邻近社区")
    write(tab, tab.editor.text() + "\n", qtbot)
    assert "共受理近150起。" in tab.page.toPlainText()


def test_the_records_can_speak_again(tab: SummaryTab, qtbot: QtBot) -> None:
    overrule(disputes.accepted, Y2011, "21", "有一起登记在邻近社区")
    tab.revert()
    settle(tab, qtbot)
    open_figure(tab, "受理争议", qtbot)
    click(tab.card, "restore")
    settle(tab, qtbot)
    assert overruled(disputes.accepted, Y2011) is None
    assert "共受理3起。" in tab.page.toPlainText()


def test_changing_a_number_needs_a_reason(tab: SummaryTab, qtbot: QtBot) -> None:
    dialog = OverruleDialog(tab.page.quotes()[1], tab)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    child(dialog, QLineEdit, "words").setText("21")
    click(dialog, "accept")
    assert dialog.isVisible()
    assert overruled(disputes.accepted, Y2011) is None
    child(dialog, QLineEdit, "reason").setText("有一起登记在邻近社区")
    click(dialog, "accept")
    kept = overruled(disputes.accepted, Y2011)
    assert kept is not None
    assert (kept.words, kept.reason) == ("21", "有一起登记在邻近社区")

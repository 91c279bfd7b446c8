"""What is told below text and report: troubles, gaps, and what is left out or not told."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QComboBox, QScrollArea
from pytestqt.qtbot import QtBot

from tests.factories.paperwork import new_company_visit
from tests.factories.people import make_member
from tests.helpers.figures import stored
from tests.helpers.summary_tab import TEXT, counts, settle, write
from tests.helpers.widgets import child, click
from ui.summary.tab import SummaryTab

_NO_LINE = QTextCharFormat.UnderlineStyle.NoUnderline


def test_an_unknown_name_is_told_below_the_text_with_its_line(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, TEXT.replace("{{ 受理争议 }}", "{{ 受理争义 }}"), qtbot)
    assert counts(tab.troubles) == ["1 处需处理"]
    (sentence,) = tab.troubles.sentences()
    assert sentence.startswith("第 3 行：没有“受理争义”这个统计项，是不是“受理争议”")
    assert tab.troubles.isVisible()


def test_an_unknown_name_is_underlined(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, "总结\n{{ 甲数 }}{{ 受理争议 }}", qtbot)
    formats: list[Any] = tab.editor.document().findBlockByNumber(1).layout().formats()
    waves = [one for one in formats if one.format.underlineStyle() != _NO_LINE]
    assert [(one.start, one.length) for one in waves] == [(3, 2)]


def test_a_trouble_leads_to_its_line(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, TEXT.replace("{{ 受理争议 }}", "{{ 受理争义 }}"), qtbot)
    tab.troubles.chosen.emit("troubles", 3)
    assert tab.editor.textCursor().blockNumber() == 2


def test_sentences_left_out_are_counted_and_listed(tab: SummaryTab) -> None:
    assert "1 句没有登记已省略" in counts(tab.remarks)
    click(tab.remarks, "left_out")
    assert tab.remarks.sentences() == ["没有登记：调解成功"]


def test_sentences_without_records_can_be_marked(tab: SummaryTab, qtbot: QtBot) -> None:
    child(tab, QComboBox, "missing").setCurrentIndex(1)
    settle(tab, qtbot)
    assert "〔未登记：调解成功〕" in tab.page.toPlainText()
    assert "1 句没有登记已标出" in counts(tab.remarks)


def test_gaps_are_counted(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, TEXT.replace("起。调解", "起，一季度办结率{{ 办结率.第一季度 }}。调解"), qtbot)
    assert "1 处留空" in counts(tab.remarks)


def test_what_was_recorded_and_not_told_is_one_click_from_the_text(tab: SummaryTab, qtbot: QtBot) -> None:
    """A visit to a firm stands in no sentence; a click tells of it and takes it off the list."""
    stored(new_company_visit(visited_on=date(2011, 5, 5)))
    tab.reload_when_seen()
    settle(tab, qtbot)
    click(tab, "untold")
    visits = next(at for at, one in enumerate(tab.remarks.sentences()) if "走访企业1家" in one)
    tab.remarks.chosen.emit("untold", visits)
    settle(tab, qtbot)
    assert "全年走访企业1家、1次。" in tab.page.toPlainText()
    assert tab.remarks.sentences()
    assert not [one for one in tab.remarks.sentences() if "走访企业" in one]
    assert child(tab.remarks, QScrollArea, "").height() > 20  # the list that was open is still to be seen
    assert tab.is_dirty()
    tab.editor.undo()
    settle(tab, qtbot)
    assert tab.editor.text() == TEXT


def test_a_sentence_that_loses_parts_is_told_below_the_text(tab: SummaryTab, qtbot: QtBot) -> None:
    for sex in ("男", "男", "女"):
        make_member(sex=sex, applied_on=date(2011, 3, 1), approved_on=date(2011, 3, 1))
    write(tab, "总结\n会员{{ 会员 }}人，女会员{{ 会员.女 }}人。", qtbot)
    assert counts(tab.troubles) == ["1 处需处理"]
    (sentence,) = tab.troubles.sentences()
    assert sentence == (
        "第 2 行：会员3人，写出的部分是女1人，合计1人，与总数不符；请补上其余部分（男2人），或在前面写“其中”"
    )

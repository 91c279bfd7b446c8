"""The tab in which a summary is written: text and figures side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import docx
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QDesktopServices, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.errors import Refused
from app.office import Office
from app.records.base import database
from app.rules import periods
from app.statistics.overruling import overrule, overruled
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from app.summary import texts
from app.summary.reports import REPORTS, YEAR, years_to_tell
from tests.factories.disputes import make_case, make_followup
from tests.factories.paperwork import new_company_visit
from tests.factories.people import make_member
from tests.helpers.figures import stored
from ui.dialogs.overrule import OverruleDialog
from ui.dialogs.question import Question
from ui.dialogs.unsaved import Answer, Unsaved
from ui.learning.old_report import OldReport
from ui.learning.questions import Questions
from ui.preview import Preview
from ui.summary.foot import Foot
from ui.summary_tab import SummaryTab

TEXT = "{{ 工会名称 }}{{ 年度 }}年工作总结\n一、维权\n共受理{{ 受理争议 }}起。调解成功{{ 调解成功 }}起。\n"
Y2011 = periods.year(2011)
_NO_LINE = QTextCharFormat.UnderlineStyle.NoUnderline
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> Iterator[SummaryTab]:
    """The tab with the text of 2011, three disputes in it."""
    for _ in range(3):
        make_case("受理")
    texts.keep(2011, YEAR, TEXT)
    shown = SummaryTab()
    qtbot.addWidget(shown)
    shown.resize(1214, 768)
    shown.show()
    settle(shown, qtbot)
    yield shown
    shown._jobs.shut_down()


def settle(tab: SummaryTab, qtbot: QtBot) -> None:
    """Wait until nothing is being typed or read any more."""
    qtbot.waitUntil(lambda: not tab._pause.isActive() and tab._jobs._waiting == 0, timeout=10_000)
    QCoreApplication.processEvents()


def write(tab: SummaryTab, text: str, qtbot: QtBot) -> None:
    tab.editor.replace_text(text)
    settle(tab, qtbot)


def child(tab: QWidget, kind: type[W], name: str) -> W:
    found = tab.findChild(kind, name)
    assert found is not None, name
    return found


def click(tab: QWidget, name: str) -> None:
    QTest.mouseClick(child(tab, QPushButton, name), Qt.MouseButton.LeftButton)


def counts(foot: Foot) -> list[str]:
    return [button.text() for button in foot.findChildren(QPushButton) if not button.isHidden()]


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


def open_figure(tab: SummaryTab, label: str, qtbot: QtBot) -> None:
    tab.page.open_figure([quote.figure.label for quote in tab.page.quotes()].index(label))
    settle(tab, qtbot)


def test_the_report_of_the_last_year_with_work_is_shown(tab: SummaryTab) -> None:
    assert tab.bar.year == 2011
    assert "共受理3起。" in tab.page.toPlainText()
    assert "泰祥社区工会2011年工作总结" in tab.page.toPlainText()


def test_the_text_that_is_kept_stays_the_template(tab: SummaryTab) -> None:
    assert tab.editor.text() == TEXT
    assert not tab.is_dirty()


def test_the_report_follows_the_text(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, TEXT.replace("共受理", "全年受理"), qtbot)
    assert "全年受理3起。" in tab.page.toPlainText()
    assert tab.is_dirty()


def test_the_report_follows_the_records_when_the_tab_is_seen_again(tab: SummaryTab, qtbot: QtBot) -> None:
    make_case("受理")
    tab.hide()
    tab.show()
    settle(tab, qtbot)
    assert "共受理4起。" in tab.page.toPlainText()


def test_an_unknown_name_is_told_below_the_text_with_its_line(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, TEXT.replace("{{ 受理争议 }}", "{{ 受理争义 }}"), qtbot)
    assert counts(tab.troubles) == ["1 处需处理"]
    (sentence,) = tab.troubles.sentences()
    assert sentence.startswith("第 3 行：没有“受理争义”这个统计项，是不是“受理争议”")
    assert tab.troubles.isVisible()


def test_the_last_good_report_stays_while_the_text_is_in_error(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, TEXT.replace("{{ 受理争议 }}", "{{ 受理争义 }}"), qtbot)
    assert "共受理3起。" in tab.page.toPlainText()
    assert not tab.bar.word.isEnabled()
    assert not tab.bar.paper.isEnabled()


def test_a_mended_text_takes_the_trouble_away(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, TEXT.replace("{{ 受理争议 }}", "{{ 受理争义 }}"), qtbot)
    write(tab, TEXT, qtbot)
    assert not tab.troubles.isVisible()
    assert tab.bar.word.isEnabled()


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


def test_saving_keeps_the_text_of_the_year(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, "总结\n新的文字。", qtbot)
    click(tab, "save")
    assert texts.text_of(2011) == "总结\n新的文字。"
    assert not tab.is_dirty()
    assert not tab.bar.save.isEnabled()


def test_a_text_that_cannot_be_saved_stays_in_the_editor(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Refused("磁盘已满。")

    told: list[str] = []
    monkeypatch.setattr(texts, "keep", full)
    monkeypatch.setattr("ui.summary_tab.tell", lambda _title, sentence, _parent: told.append(sentence))
    write(tab, "总结\n新的文字。", qtbot)
    tab.save()
    assert told == ["磁盘已满。"]
    assert tab.is_dirty()
    assert tab.editor.text() == "总结\n新的文字。"


def test_reverting_brings_the_kept_text_back(tab: SummaryTab, qtbot: QtBot) -> None:
    write(tab, "总结\n新的文字。", qtbot)
    click(tab, "revert")
    assert tab.editor.text() == TEXT
    assert not tab.is_dirty()


def test_the_programs_own_text_can_be_had_and_taken_back(tab: SummaryTab, qtbot: QtBot) -> None:
    tab.bar.anew.trigger()
    settle(tab, qtbot)
    assert tab.editor.text() == texts.brought_along()
    assert texts.text_of(2011) == TEXT
    tab.editor.undo()
    assert tab.editor.text() == TEXT


@pytest.mark.parametrize(
    ("answer", "year", "kept"),
    [
        (Answer.CANCEL, 2011, TEXT),
        (Answer.DISCARD, 2012, TEXT),
        (Answer.SAVE, 2012, "总结\n新的文字。"),
    ],
)
def test_another_year_asks_about_unsaved_text(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: Answer, year: int, kept: str
) -> None:
    monkeypatch.setattr(Unsaved, "ask", lambda *_: answer)
    write(tab, "总结\n新的文字。", qtbot)
    years = child(tab, QComboBox, "year")
    years.setCurrentIndex(years.findData(2012))
    settle(tab, qtbot)
    assert tab.bar.year == year
    assert texts.text_of(2011) == kept
    assert tab.is_dirty() is (answer is Answer.CANCEL)


def test_another_kind_of_report_tells_of_its_period(tab: SummaryTab, qtbot: QtBot) -> None:
    kind = child(tab, QComboBox, "report")
    assert [kind.itemText(row) for row in range(kind.count())] == [report.title for report in REPORTS]
    texts.keep(2011, REPORTS[1], TEXT.replace("起。", "起（{{ 期间 }}）。"))
    kind.setCurrentIndex(1)
    settle(tab, qtbot)
    assert "共受理3起（2011年上半年）。" in tab.page.toPlainText()


def begin_figure(tab: SummaryTab, qtbot: QtBot) -> None:
    """Begin a figure at the end of the text, and wait for what is offered."""
    tab.editor.moveCursor(QTextCursor.MoveOperation.End)
    tab.editor.begin_figure()
    settle(tab, qtbot)


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


def test_each_figure_of_the_report_is_a_link(tab: SummaryTab) -> None:
    assert [quote.figure.label for quote in tab.page.quotes()] == ["工会名称", "受理争议"]
    assert 'href="1"' in tab.page.toHtml()


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


def test_the_word_document_says_what_the_preview_says(
    tab: SummaryTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "总结.docx"
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    click(tab, "export")
    settle(tab, qtbot)
    assert asked[0].endswith("泰祥社区工会2011年工作总结.docx")
    assert "共受理3起。" in [one.text for one in docx.Document(str(target)).paragraphs]


def test_printing_opens_the_preview_of_pages(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Preview] = []
    open_for: Callable[..., Preview] = Preview.open_for

    def keep(*arguments: object) -> Preview:
        opened.append(open_for(*arguments))
        return opened[0]

    monkeypatch.setattr(Preview, "open_for", keep)
    click(tab, "print")
    settle(tab, qtbot)
    assert opened[0].pages == 2  # the report, and its annex
    opened[0].close()


@pytest.mark.parametrize(("place", "pages"), [("with", [2]), ("none", [1]), ("apart", [1, 1])])
def test_the_annex_is_printed_where_it_is_wanted(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: str, pages: list[int]
) -> None:
    opened: list[Preview] = []
    open_for: Callable[..., Preview] = Preview.open_for

    def keep(*arguments: object) -> Preview:
        opened.append(open_for(*arguments))
        return opened[-1]

    monkeypatch.setattr(Preview, "open_for", keep)
    choice = tab.findChild(QAction, f"annex-{place}")
    assert choice is not None
    choice.trigger()
    click(tab, "print")
    settle(tab, qtbot)
    assert [preview.pages for preview in opened] == pages
    for preview in opened:
        preview.close()


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


def test_every_part_that_takes_focus_has_a_name(tab: SummaryTab, qtbot: QtBot) -> None:
    open_figure(tab, "受理争议", qtbot)
    takers = [one for one in tab.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [
        one for one in takers if one.isVisible() and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert takers
    assert nameless == []


def test_an_empty_office_shows_a_report_too(office: Office, qtbot: QtBot) -> None:
    texts.keep(date.today().year - 1, YEAR, TEXT)
    shown = SummaryTab()
    qtbot.addWidget(shown)
    shown.show()
    settle(shown, qtbot)
    assert shown.bar.year == years_to_tell(date.today())[0]
    assert "工作总结" in shown.page.toPlainText()
    shown._jobs.shut_down()


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


def test_an_old_report_becomes_the_text(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its numbers are figures from then on; 还原 brings the text back that was there."""
    report = "工作总结\n受理劳动争议3起。"
    monkeypatch.setattr(OldReport, "ask", lambda *_: (report, 2011))
    monkeypatch.setattr(Questions, "ask", lambda _, learned: learned.text({0: "受理争议"}))
    tab.bar.learn.trigger()
    qtbot.waitUntil(lambda: "受理劳动争议{{ 受理争议 }}起" in tab.editor.toPlainText())
    tab.revert()
    assert tab.editor.toPlainText() == TEXT


def test_a_report_without_text_is_told_in_a_sentence(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(OldReport, "ask", lambda *_: (" ", 2011))
    monkeypatch.setattr("ui.summary_tab.tell", lambda _, sentence, __: told.append(sentence))
    tab.bar.learn.trigger()
    qtbot.waitUntil(lambda: told == ["这份总结里没有文字，请换一份。"])


def test_the_folder_of_a_written_report_is_one_click_away(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []

    def choose_folder(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text() == "打开文件夹").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose_folder)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr("ui.summary.output.ask_target", lambda *_: tmp_path / "总结.docx")
    click(tab, "export")
    settle(tab, qtbot)
    qtbot.waitUntil(lambda: opened == [str(tmp_path)], timeout=10_000)

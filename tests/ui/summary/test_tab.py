"""The tab in which a summary is written: its text, kept and brought back, and its report beside it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Refused
from app.office import Office
from app.summary import texts
from app.summary.reports import REPORTS, YEAR, years_to_tell
from tests.factories.disputes import make_case
from tests.helpers.summary_tab import TEXT, open_figure, settle, write
from tests.helpers.widgets import child, click
from ui.dialogs.unsaved import Answer, Unsaved
from ui.learning.old_report import OldReport
from ui.learning.questions import Questions
from ui.summary.tab import SummaryTab


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
    monkeypatch.setattr("ui.summary.tab.tell", lambda _title, sentence, _parent: told.append(sentence))
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
    monkeypatch.setattr("ui.summary.tab.tell", lambda _, sentence, __: told.append(sentence))
    tab.bar.learn.trigger()
    qtbot.waitUntil(lambda: told == ["这份总结里没有文字，请换一份。"])

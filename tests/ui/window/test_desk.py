"""The open office: its side bar and tabs, and the ways from one to another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.agenda.unfinished import Unfinished
from app.keeping import keeping
from app.office import close_office, open_office
from app.records.drafts import Kind
from app.registry import find_figure as named
from app.safekeeping.backup import back_up
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_file, make_member, new_member
from tests.helpers.main_window import figures_tab, hardship_tab, summary_tab
from tests.helpers.widgets import child
from ui.main_window import MainWindow
from ui.registers.tab import RegisterTab
from ui.summary.tab import SummaryTab
from ui.today.card import LineButton
from ui.today.tab import TodayTab
from ui.window.side_entry import SideEntry


def entry(window: MainWindow, key: str) -> SideEntry:
    return child(window, SideEntry, f"side_{key}")


def badge(window: MainWindow, key: str) -> str:
    window.jobs.finish()
    side = entry(window, key)
    label = side.findChild(QLabel, "badge")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisibleTo(side) else ""


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_only_the_first_tab_is_built_at_the_start(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    assert window.findChildren(RegisterTab) == []


def test_the_side_bar_leads_to_the_tabs(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    QTest.mouseClick(entry(window, "hardship"), Qt.MouseButton.LeftButton)
    assert window.desk is not None
    assert window.desk.front.objectName() == "hardship"


def test_a_tab_carries_a_number_only_when_something_is_due(window: MainWindow, file: Path) -> None:
    open_office(file)
    make_member(status="待审批", approved_on=None)
    close_office()
    window.open_file(file)
    # An applicant waits. The file was to be reviewed years ago: that is told apart.
    assert (badge(window, "members"), badge(window, "hardship")) == ("1", "")


def test_a_list_that_is_asked_for_at_once_does_not_wait_for_the_desk(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who begins in a list sees it first; what the desk says is read when it is looked at."""
    read: list[TodayTab] = []
    monkeypatch.setattr(TodayTab, "show_reading", lambda today, _reading: read.append(today))
    window.open_file(file)
    assert window.desk is not None
    window.desk.show_tab("hardship")
    window.jobs.finish()
    assert read == []
    window.desk.show_tab("today")
    window.jobs.finish()
    assert len(read) == 1


def test_numbers_are_there_for_who_begins_in_a_list(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    open_office(file)
    make_member(status="待审批", approved_on=None)
    close_office()
    window.open_file(file)
    assert window.desk is not None
    window.desk.show_tab("hardship")
    qtbot.waitUntil(lambda: badge(window, "members") == "1")


def test_a_change_brings_the_numbers_up_to_date(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    window.open_file(file)
    assert window.desk is not None
    tab = window.desk.show_tab("members")
    assert isinstance(tab, RegisterTab)
    keeping.save(MEMBERS, new_member(status="待审批", approved_on=None))
    tab.announce("members")
    qtbot.waitUntil(lambda: badge(window, "members") == "1")


def test_the_desk_is_read_again_when_it_is_next_seen(window: MainWindow, file: Path) -> None:
    """A save elsewhere counts nothing for a desk that nobody sees, but none comes back to an old one."""
    window.open_file(file)
    assert window.desk is not None
    today = window.desk.front
    assert isinstance(today, TodayTab)
    tab = window.desk.show_tab("members")
    assert isinstance(tab, RegisterTab)
    keeping.save(MEMBERS, new_member(name="仇志明", status="待审批", approved_on=None))
    tab.announce("members")

    def told() -> list[str]:
        return [
            one.accessibleName()
            for one in today.findChildren(QPushButton)
            if "仇志明" in one.accessibleName()
        ]

    before = told()
    window.desk.show_tab("today")
    window.jobs.finish()
    assert before == []
    assert told() != []


def test_the_last_backup_is_in_sight(window: MainWindow, file: Path, tmp_path: Path) -> None:
    window.open_file(file)
    assert window.desk is not None
    label = window.findChild(QPushButton, "last_backup")
    assert isinstance(label, QPushButton)
    before = label.text()
    (tmp_path / "stick").mkdir()
    back_up(tmp_path / "stick")
    window.desk.refresh()
    assert before == "还没有备份"
    assert label.text().startswith("已备份 今天")


def test_a_record_behind_a_figure_opens_in_its_tab(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    tab = summary_tab(window)
    tab.record_chosen.emit("hardship", HardshipFile.get().id)
    assert window.desk is not None
    assert window.desk.front.objectName() == "hardship"


def test_a_due_thing_leads_to_its_record(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    assert window.desk is not None
    today = window.desk.front
    window.jobs.finish()
    fold = today.findChild(QPushButton, "fold")
    assert isinstance(fold, QPushButton)
    fold.click()  # the file was to be reviewed years ago
    line = next(one for one in today.findChildren(LineButton) if "陆建国" in one.accessibleName())
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    front = window.desk.front
    assert isinstance(front, RegisterTab)
    assert front.pane.table.current_id() is not None
    rows = front.pane.panel.strip.titles()[front.pane.panel.strip.current()]
    assert rows.startswith("复核")  # where a review is noted
    back = front.findChild(QPushButton, "return")
    assert isinstance(back, QPushButton)
    assert back.isVisible()
    back.click()
    assert window.desk.front is today
    assert back.isHidden()


@pytest.mark.parametrize("key", ["today", "members", "unions", "hardship"])
def test_whatever_takes_the_focus_says_what_it_is(window: MainWindow, file: Path, key: str) -> None:
    window.open_file(file)
    assert window.desk is not None
    window.desk.show_tab(key)
    tab = window.findChild(QWidget, key)
    assert tab is not None
    takes_focus = [
        widget
        for widget in tab.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(tab)
    ]
    dumb = [widget for widget in takes_focus if not (widget.accessibleName() or _text(widget))]
    assert takes_focus
    assert dumb == []


@pytest.mark.parametrize(("key", "tab"), [("hardship.reviews", "hardship"), ("hardship.batches", "hardship")])
def test_a_line_of_the_desk_leads_to_the_tab_of_its_register(
    window: MainWindow, file: Path, key: str, tab: str
) -> None:
    window.open_file(file)
    assert window.desk is not None
    window.desk.go_to(key, 0)
    assert window.desk.front is not None
    assert window.desk.front.objectName() == tab


def test_what_was_forgotten_is_one_click_away(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    assert window.desk is not None
    today = window.findChild(TodayTab)
    assert today is not None
    window.jobs.finish()
    link = next(one for one in today.findChildren(QPushButton) if one.text() == "困难档案从未帮扶 1")
    link.click()
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    assert dict(tab.pane.criteria.filters) == {"从未帮扶": (True,)}
    assert len(tab.pane.table.ids()) == 1


def test_a_kind_of_reminder_leads_to_its_records_and_back_to_all(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    assert window.desk is not None
    kept, also = make_member(), make_member()
    make_member()
    window.desk.go_to_records("members", "入会申请待审批（7 天内）", (kept.id, also.id))
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    assert sorted(tab.pane.table.ids()) == [kept.id, also.id]
    chip = tab.findChild(QPushButton, "only")
    assert chip is not None
    assert not chip.isHidden()
    assert chip.text() == "提醒：入会申请待审批（7 天内） 2 ✕"
    chip.click()
    assert len(tab.pane.table.ids()) == Member.alive().count()
    assert chip.isHidden()


def test_a_record_behind_a_figure_is_shown_in_its_register(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    tab = figures_tab(window, file, qtbot)
    tab.record_chosen.emit("hardship", 1)
    assert window.desk is not None
    front = window.desk.front
    assert isinstance(front, RegisterTab)
    assert front.pane.table.selected_ids() == [1]


def test_figures_are_counted_anew_after_a_change_in_a_register(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    tab = figures_tab(window, file, qtbot)
    register = hardship_tab(window)
    make_file(name="仇志明")
    register.announce("hardship")
    assert window.desk is not None
    window.desk.show_tab("figures")
    tab.show_figure(named("hardship.files"))
    value = tab.findChild(QLabel, "value")
    assert value is not None
    qtbot.waitUntil(lambda: value.text() == "2 户", timeout=20_000)


def test_a_draft_is_gone_on_with_where_it_was_typed(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(RegisterTab, "take_in", lambda tab: taken.append(tab.pane.register.key))
    window.open_file(file)
    desk = window.desk
    assert desk is not None
    kept = HardshipFile.get().id
    desk.go_on_with(Unfinished("", Kind.STEP, "hardship", kept))
    assert isinstance(desk.front, RegisterTab)
    assert desk.front.pane.table.current_id() == kept
    desk.go_on_with(Unfinished("", Kind.FORM, "members", 0))
    assert isinstance(desk.front, RegisterTab)
    assert desk.front.pane.panel.form.record is not None
    assert desk.front.pane.panel.form.record.id is None
    desk.go_on_with(Unfinished("", Kind.IMPORT, "members", 0))
    assert taken == ["members"]
    desk.go_on_with(Unfinished("", Kind.SUMMARY, "half1", 2011))
    assert isinstance(desk.front, SummaryTab)
    assert (desk.front.bar.year, desk.front.bar.report.key) == (2011, "half1")

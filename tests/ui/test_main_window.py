"""The window: one office at a time, its tabs, menus and keys."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import lock
from app.agenda.unfinished import Unfinished
from app.cipher.connection import connect
from app.keeping import keeping
from app.office import close_office, create, current_office, is_outdated, newest_version, open_office
from app.opened import current
from app.records.drafts import Kind
from app.registry import find_figure as named
from app.safekeeping.automatic import keep_copy, own_folder
from app.safekeeping.backup import back_up
from app.safekeeping.restore import Restored
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.summary import texts
from tests.factories.people import make_file, make_member, new_member
from ui import main_window, preferences
from ui.desk_card import LineButton
from ui.dialogs.check import CheckDialog
from ui.dialogs.held import HeldQuestion, HeldWish
from ui.dialogs.new_office import NewOffice, NewOfficeDialog
from ui.dialogs.place import PlaceQuestion
from ui.dialogs.question import Question
from ui.dialogs.restore import BackupQuestion, RestoreQuestion, RestoreResult, Wish
from ui.dialogs.unsaved import Answer, Unsaved
from ui.figures.tab import FiguresTab
from ui.importing.imports_dialog import ImportsDialog
from ui.main_window import MainWindow
from ui.register_tab import RegisterTab
from ui.safekeeper import Safekeeper
from ui.side_entry import SideEntry
from ui.summary_tab import SummaryTab
from ui.today_tab import TodayTab


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed office with one hardship file."""
    path = tmp_path / "泰祥.union"
    create(path, "泰祥社区工会", code="TY")
    make_file(name="陆建国")
    close_office()
    return path


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window says in boxes that nobody is there to close."""
    said: list[str] = []

    def tell(title: str, sentence: str, _parent: object) -> None:
        said.append(f"{title}：{sentence}")

    monkeypatch.setattr(main_window, "tell", tell)
    return said


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    yield made
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.DISCARD)
    made.close()


def hardship_tab(window: MainWindow) -> RegisterTab:
    assert window.desk is not None
    tab = window.desk.show_tab("hardship")
    assert isinstance(tab, RegisterTab)
    return tab


def entry(window: MainWindow, key: str) -> SideEntry:
    found = window.findChild(SideEntry, f"side_{key}")
    assert isinstance(found, SideEntry)
    return found


def badge(window: MainWindow, key: str) -> str:
    window.jobs.finish()
    side = entry(window, key)
    label = side.findChild(QLabel, "badge")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisibleTo(side) else ""


def press(window: MainWindow, key: str) -> None:
    next(one for one in window.actions() if one.shortcut() == QKeySequence(key)).trigger()


def type_address(tab: RegisterTab) -> None:
    tab.go_to("hardship", tab.pane.table.ids()[0])
    editor = tab.findChild(QLineEdit, "address")
    assert isinstance(editor, QLineEdit)
    editor.setText("泰祥路 1 号")


def test_without_a_file_the_welcome_page_is_seen(window: MainWindow) -> None:
    assert window.findChild(QPushButton, "new_office") is not None
    assert window.desk is None


def test_an_office_is_opened_with_its_name_in_the_title(window: MainWindow, file: Path) -> None:
    assert window.open_file(file)
    assert window.windowTitle() == "泰祥社区工会 — 社区工会台账"


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


@pytest.mark.parametrize(
    ("key", "name"), [("Ctrl+1", "today"), ("Ctrl+2", "members"), ("Ctrl+4", "hardship")]
)
def test_control_and_a_number_show_a_tab(window: MainWindow, file: Path, key: str, name: str) -> None:
    window.open_file(file)
    press(window, key)
    assert window.desk is not None
    assert window.desk.front.objectName() == name


def test_control_s_keeps_the_record(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    tab = hardship_tab(window)
    type_address(tab)
    press(window, "Ctrl+S")
    assert not tab.is_dirty()
    assert [kept.address for kept in HardshipFile.select()] == ["泰祥路 1 号"]


def test_control_n_begins_a_new_record(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    tab = hardship_tab(window)
    tab.go_to("hardship", tab.pane.table.ids()[0])
    press(window, "Ctrl+N")
    name = tab.findChild(QLineEdit, "name")
    assert isinstance(name, QLineEdit)
    assert name.text() == ""


def test_a_file_that_is_refused_is_told_and_leads_to_the_welcome_page(
    window: MainWindow, file: Path, told: list[str], tmp_path: Path
) -> None:
    window.open_file(file)
    foreign = tmp_path / "notes.txt"
    foreign.write_text("购物单", encoding="utf-8")
    assert not window.open_file(foreign)
    assert told == ["没有打开：“notes.txt”不是本程序的台账文件，请选择扩展名为 .union 的文件。"]
    assert window.desk is None
    assert current() is None


def summary_tab(window: MainWindow) -> SummaryTab:
    assert window.desk is not None
    tab = window.desk.show_tab("summary")
    assert isinstance(tab, SummaryTab)
    window.jobs.finish()
    return tab


def test_ctrl_s_saves_the_text_of_the_summary(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    tab = summary_tab(window)
    tab.editor.replace_text("总结\n新的文字。")
    press(window, "Ctrl+S")
    assert texts.text_of(tab.bar.year) == "总结\n新的文字。"


def test_closing_asks_about_the_text_of_the_summary(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(file)
    tab = summary_tab(window)
    tab.editor.replace_text("总结\n新的文字。")
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.CANCEL)
    assert not window.close()
    assert tab.is_dirty()


def test_a_record_behind_a_figure_opens_in_its_tab(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    tab = summary_tab(window)
    tab.record_chosen.emit("hardship", HardshipFile.get().id)
    assert window.desk is not None
    assert window.desk.front.objectName() == "hardship"


def test_closing_with_unsaved_changes_can_be_called_off(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(file)
    type_address(hardship_tab(window))
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.CANCEL)
    assert not window.close()
    assert current() is not None


def test_closing_closes_the_office(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    window.close()
    assert current() is None


def test_opened_files_are_offered_again(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    assert preferences.recent_files() == [file.resolve()]


def test_a_new_office_is_made_and_shown(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = NewOffice(tmp_path / "新.union", "祥和社区工会", "XH")
    monkeypatch.setattr(NewOfficeDialog, "ask", lambda _parent: asked)
    window.new_office()
    assert window.windowTitle() == "祥和社区工会 — 社区工会台账"


def test_the_window_fits_a_small_screen(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    hardship_tab(window)
    size = window.minimumSizeHint()
    assert (size.width() <= 1366, size.height() <= 768) == (True, True)


def test_the_window_stays_where_it_was_put(qtbot: QtBot) -> None:
    first = MainWindow()
    qtbot.addWidget(first)
    first.resize(701, 602)
    first.show()
    first.close()
    second = MainWindow()
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (701, 602)  # the screen of tests is 800 wide


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


@pytest.fixture
def synchronised(tmp_path: Path) -> Path:
    """A closed office in a folder that a service synchronises."""
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    create(folder / "泰祥.union", "泰祥社区工会")
    close_office()
    return folder / "泰祥.union"


def test_a_doubtful_place_is_told_once(
    window: MainWindow, synchronised: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(PlaceQuestion, "ask", lambda _parent, _path, doubt: said.append(doubt))
    window.open_file(synchronised)
    window.open_file(synchronised)
    assert len(said) == 1
    assert "OneDrive" in said[0]


def test_the_local_copy_that_was_made_is_opened(
    window: MainWindow, synchronised: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlaceQuestion, "ask", lambda *_: tmp_path / "本机.union")
    window.open_file(synchronised)
    office = current_office()
    assert office is not None
    assert (office.path, office.name) == (tmp_path / "本机.union", "泰祥社区工会")


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


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


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


def figures_tab(window: MainWindow, file: Path, qtbot: QtBot) -> FiguresTab:
    window.open_file(file)
    assert window.desk is not None
    tab = window.desk.show_tab("figures")
    assert isinstance(tab, FiguresTab)
    counted = tab.findChild(QLabel, "summary")
    assert counted is not None
    qtbot.waitUntil(lambda: counted.text().startswith("共"), timeout=20_000)
    return tab


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


def test_the_key_of_search_leads_into_the_search_of_the_figures(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    tab = figures_tab(window, file, qtbot)
    press(window, "Ctrl+F")
    assert window.focusWidget() is tab.bar.search


def test_the_imports_are_listed_from_the_menu(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(ImportsDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()))
    window.open_file(file)
    next(one for one in window.findChildren(QAction) if one.text() == "导入记录…").trigger()
    assert shown == ["导入记录"]


def test_a_check_from_the_menu_leads_to_the_records_found(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(file)
    assert window.desk is not None
    member = make_member()
    monkeypatch.setattr(CheckDialog, "choose", lambda *_: ("members", "检查发现", (member.id,)))
    next(one for one in window.findChildren(QAction) if one.text() == "检查台账…").trigger()
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    assert tab.pane.table.ids() == [member.id]


@pytest.fixture
def backup(file: Path, tmp_path: Path) -> Path:
    """A backup of the office; 仇志明 was entered after it was made."""
    stick = tmp_path / "U盘"
    stick.mkdir()
    open_office(file)
    made = back_up(stick)
    make_file(name="仇志明")
    close_office()
    return made.path


@pytest.fixture
def results(monkeypatch: pytest.MonkeyPatch) -> list[Restored]:
    """What the window tells of restorings, the question before them answered with yes."""
    done: list[Restored] = []
    monkeypatch.setattr(RestoreQuestion, "ask", lambda *_: True)
    monkeypatch.setattr(RestoreResult, "announce", lambda _parent, restored: done.append(restored))
    return done


def wishing(monkeypatch: pytest.MonkeyPatch, wish: Wish) -> None:
    monkeypatch.setattr(BackupQuestion, "ask", lambda *_: wish)


def holders() -> list[str]:
    return sorted(one.name for one in HardshipFile.alive())


def test_a_backup_is_looked_at_and_never_offered_as_an_office(
    window: MainWindow, file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishing(monkeypatch, Wish.LOOK)
    before = backup.read_bytes()
    window.open_file(file)
    assert window.open_file(backup)
    office = current_office()
    assert office is not None
    assert (office.path, office.read_only) == (backup, True)
    assert window.windowTitle() == "泰祥社区工会（备份，只读） — 社区工会台账"
    assert holders() == ["陆建国"]
    assert preferences.recent_files() == [file]
    window.show_welcome()
    close_office()
    assert backup.read_bytes() == before


def test_a_backup_that_is_looked_at_is_still_a_backup_when_it_is_opened_again(
    window: MainWindow, file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishing(monkeypatch, Wish.LOOK)
    window.open_file(file)
    assert window.open_file(backup)
    assert window.open_file(backup)
    office = current_office()
    assert office is not None
    assert office.read_only
    assert preferences.recent_files() == [file]


def test_a_backup_that_was_opened_may_be_left_alone(
    window: MainWindow, file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishing(monkeypatch, Wish.LEAVE)
    window.open_file(file)
    assert not window.open_file(backup)
    office = current_office()
    assert office is not None
    assert office.path == file


def test_a_backup_that_was_opened_takes_the_place_of_the_open_office(
    window: MainWindow,
    file: Path,
    backup: Path,
    results: list[Restored],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wishing(monkeypatch, Wish.RESTORE)
    window.open_file(file)
    assert window.open_file(backup)
    assert holders() == ["陆建国"]
    assert results[0].aside is not None
    assert preferences.recent_files() == [file]
    assert window.restore_from(results[0].aside)
    assert holders() == ["仇志明", "陆建国"]


def test_without_an_open_office_it_is_asked_where_to_restore(
    window: MainWindow,
    backup: Path,
    tmp_path: Path,
    results: list[Restored],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(RestoreQuestion, "choose", lambda *_: backup)
    monkeypatch.setattr(RestoreQuestion, "place", lambda *_: tmp_path / "新电脑.union")
    button = window.findChild(QPushButton, "restore_office")
    assert isinstance(button, QPushButton)
    button.click()
    assert holders() == ["陆建国"]
    assert preferences.recent_files() == [tmp_path / "新电脑.union"]
    assert len(results) == 1


def test_after_a_refusal_the_office_is_open_as_before(
    window: MainWindow, file: Path, backup: Path, told: list[str], results: list[Restored]
) -> None:
    backup.write_bytes(backup.read_bytes()[:-1] + b"?")
    window.open_file(file)
    assert not window.restore_from(backup)
    assert "与备份时不一样" in told[0]
    assert holders() == ["仇志明", "陆建国"]
    assert results == []


@pytest.fixture
def held_elsewhere(file: Path) -> Path:
    """An office that another computer says it has open."""
    told = {"host": "office-2", "process": 1, "since": "2011-03-08 09:30"}
    lock.lock_path(file).write_text(json.dumps(told), encoding="utf-8")
    return file


def test_on_a_full_disk_the_office_is_opened_to_be_looked_at(
    window: MainWindow, file: Path, told: list[str]
) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))  # no file may grow
    try:
        assert window.open_file(file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    office = current_office()
    assert office is not None
    assert office.read_only
    assert "只读" in window.windowTitle()
    assert told == [f"只读打开：磁盘已满，“{file.name}”现在只能查看，不能登记。请清理磁盘，再重新打开它。"]


@pytest.mark.parametrize(
    ("wish", "read_only"), [(HeldWish.LOOK, True), (HeldWish.TAKE_OVER, False), (HeldWish.LEAVE, None)]
)
def test_an_office_that_is_open_elsewhere_is_looked_at_or_taken_over(
    qtbot: QtBot,
    held_elsewhere: Path,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    wish: HeldWish,
    read_only: bool | None,
) -> None:
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    monkeypatch.setattr(HeldQuestion, "ask", lambda *_: wish)
    window.open_file(held_elsewhere)
    office = current_office()
    assert (office.read_only if office is not None else None) is read_only
    assert (told != []) is (wish is HeldWish.LEAVE)
    window.close()
    lock.lock_path(held_elsewhere).unlink(missing_ok=True)


def test_closing_keeps_a_copy_of_what_was_changed(qtbot: QtBot, file: Path) -> None:
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.open_file(file)
    make_member()
    window.close()
    assert len(list(own_folder(file).glob("*.union"))) == 1


def test_a_value_that_changed_by_itself_is_told_with_the_copy_that_has_it_whole(
    qtbot: QtBot, file: Path, told: list[str]
) -> None:
    open_office(file)
    copy = keep_copy()
    assert copy is not None
    close_office()
    file.write_bytes(file.read_bytes().replace("陆建国".encode(), "陆建图".encode()))
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.open_file(file)
    safekeeper = window.findChild(Safekeeper)
    assert safekeeper is not None
    safekeeper.look_over()
    qtbot.waitUntil(lambda: bool(told))
    assert "“困难档案”第 1 号" in told[0]
    assert copy.path.name in told[0]
    window.close()


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


def _outdate(path: Path) -> None:
    with closing(connect(path, mode="rw")) as connection:
        connection.execute(f"PRAGMA user_version = {newest_version() - 1}")


def test_a_large_file_of_an_earlier_version_is_brought_up_to_date_beside_the_window(
    window: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _outdate(file)
    monkeypatch.setattr(main_window, "_LARGE", 0)
    assert not window.open_file(file)
    assert any("正在升级" in label.text() for label in window.findChildren(QLabel) if label.isVisible())
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    assert not is_outdated(file.with_name("没有.union"))  # opening it says what is wrong
    assert HardshipFile.get().name == "陆建国"


def test_a_large_file_that_cannot_be_brought_up_to_date_is_told_as_that(
    window: MainWindow, file: Path, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _outdate(file)
    monkeypatch.setattr(main_window, "_LARGE", 0)
    monkeypatch.setattr(HeldQuestion, "ask", lambda *_: HeldWish.LEAVE)
    lock.acquire(file)
    try:
        window.open_file(file)
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    finally:
        lock.release(file)
    assert "正在另一处打开" in told[0]
    assert current() is None


def test_before_another_offices_backup_is_restored_that_is_said(
    window: MainWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(tmp_path / "别的.union", "别的工会", code="BD")
    (tmp_path / "U盘").mkdir()
    theirs = back_up(tmp_path / "U盘").path
    close_office()
    window.open_file(file)
    own = back_up(tmp_path).path
    asked: list[str] = []
    monkeypatch.setattr(Question, "ask", lambda _parent, _title, more, _word: asked.append(more))
    for backup in (theirs, own):
        window.restore_from(backup)
    assert asked[0].startswith("注意：这是另一份台账“别的工会”的备份，不是现在这份的。")
    assert "另一份台账" not in asked[1]

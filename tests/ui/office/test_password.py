"""The password in the window: asked for, set, changed, taken away; the window locked until it is typed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.cipher.connection import is_encrypted, is_under
from app.office import close_office, current_office, open_office
from app.records.base import change, database
from app.records.profile import Profile
from app.safekeeping.automatic import keep_copy
from app.safekeeping.backup import back_up
from app.safekeeping.plain_copies import plain_copies
from app.subjects.disputes.cases.register import DISPUTES
from tests.factories.disputes import make_case
from tests.factories.people import make_member
from tests.helpers.passwords import OTHER, PASSWORD, encrypted_copy, key
from tests.helpers.widgets import child
from ui.dialogs.step import StepDialog
from ui.forms.record_form import RecordForm
from ui.main_window import MainWindow
from ui.office.password import PasswordDialog, PasswordWish
from ui.office.password_line import PasswordLine
from ui.office.unlock_page import UnlockPage
from ui.window.cover import Cover
from ui.window.locking import Idle
from ui.window.side_bar import PROGRAM


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder of the test's own: wrong passwords are counted there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def plain(tmp_path: Path, blank_office: Path) -> Path:
    path = Path(shutil.copy(blank_office, tmp_path / "泰祥.union"))
    open_office(path)
    make_member(name="王芳")
    close_office()
    return path


@pytest.fixture
def file(plain: Path, tmp_path: Path) -> Path:
    """An office under a password, with one member."""
    return encrypted_copy(plain, tmp_path / "加密.union")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.jobs.shut_down()
    close_office()


def line_of(window: QWidget, name: str) -> QLineEdit:
    """Return a line by its name."""
    return child(window, QLineEdit, name)


def button_of(window: QWidget, name: str) -> QPushButton:
    """Return a button by its name."""
    return child(window, QPushButton, name)


def seen(window: QWidget) -> str:
    """Return all texts that can be seen in a window, its title too."""
    labels = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in window.findChildren(QPushButton) if one.isVisible()]
    lines = [one.text() for one in window.findChildren(QLineEdit) if one.isVisible()]
    return "\n".join([window.windowTitle(), *labels, *buttons, *lines])


def type_password(window: MainWindow, qtbot: QtBot, word: str, where: QWidget | None = None) -> UnlockPage:
    """Type a password into the page that asks for it, and wait for what comes of it."""
    page = (where or window).findChild(UnlockPage)
    assert page is not None
    line = line_of(page, "password")
    line.setText(word)
    QTest.keyClick(line, Qt.Key.Key_Return)
    window.jobs.finish()
    return page


def opened(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    window.open_file(file, key())
    assert window.desk is not None


# Opening


def test_an_office_with_a_password_asks_for_it_and_shows_nothing_yet(window: MainWindow, file: Path) -> None:
    assert not window.open_file(file)
    assert window.windowTitle() == PROGRAM
    assert "“加密.union”有密码。" in seen(window)
    assert current_office() is None


def test_the_right_one_opens_it(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    window.open_file(file)
    type_password(window, qtbot, PASSWORD)
    assert window.desk is not None
    assert window.windowTitle().startswith("泰祥社区工会")


def test_a_wrong_one_is_told_and_can_be_typed_again(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    window.open_file(file)
    type_password(window, qtbot, OTHER)
    assert "密码不对，请再试" in seen(window)
    type_password(window, qtbot, PASSWORD)
    assert window.desk is not None


def test_who_has_no_password_gets_back_to_the_first_page(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    window.open_file(file)
    button_of(window, "leave").click()
    assert "新建台账…" in seen(window)


def test_the_recovery_code_opens_it_too(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    from app.rules.recovery_code import write_recovery_code

    window.open_file(file)
    type_password(window, qtbot, " ".join(write_recovery_code(key().secret)))
    assert window.desk is not None


def test_a_backup_of_the_open_office_is_looked_at_without_asking_again(
    window: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.office.restore import BackupQuestion, Wish

    opened(window, qtbot, file)
    (tmp_path / "U盘").mkdir()
    made = back_up(tmp_path / "U盘")
    monkeypatch.setattr(BackupQuestion, "ask", lambda *_: Wish.LOOK)
    assert window.open_file(made.path)
    assert window.windowTitle().startswith("泰祥社区工会（备份，只读）")


def test_closing_forgets_the_key(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    opened(window, qtbot, file)
    assert database.key == key()
    window.close()
    assert database.key is None


# Setting, changing, taking away


def answer_boxes(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Answer the questions that come, one after the other, by the words on a button; return the questions."""
    asked: list[str] = []
    waiting = list(answers)

    def answer(box: QMessageBox) -> int:
        asked.append(f"{box.text()}\n{box.informativeText()}")
        wanted = waiting.pop(0)
        button = next(one for one in box.buttons() if one.text() == wanted)
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: button)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def answer_dialog(monkeypatch: pytest.MonkeyPatch, window: MainWindow, **words: str) -> list[PasswordDialog]:
    """Fill in the dialog that comes, and press its button; return the dialogs that came."""
    shown: list[PasswordDialog] = []

    def fill(dialog: PasswordDialog) -> int:
        shown.append(dialog)
        results: list[int] = []
        dialog.finished.connect(results.append)
        dialog.show()
        for name, word in words.items():
            line_of(dialog, name).setText(word)
        dialog.accept()
        window.jobs.finish()
        return results[0] if results else 0

    monkeypatch.setattr(PasswordDialog, "exec", fill)
    return shown


def test_a_password_is_set_and_the_office_is_open_again(
    window: MainWindow, plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(plain)
    answer_dialog(monkeypatch, window, new_password=OTHER, new_password_again=OTHER)
    asked = answer_boxes(monkeypatch, "一并加密", "以后再说")
    window.office_acts.open_password()
    window.jobs.finish()
    assert is_encrypted(plain)
    assert window.desk is not None
    assert "以前的 1 份备份没有密码" in asked[0]  # the one that was made on closing
    assert "打印恢复页" in asked[1]
    window.jobs.finish()
    assert plain_copies(plain) == []


def test_two_that_differ_are_refused(
    window: MainWindow, plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(plain)
    shown = answer_dialog(monkeypatch, window, new_password=OTHER, new_password_again=PASSWORD)
    window.office_acts.open_password()
    assert "两次输入的密码不一样" in seen(shown[0])
    assert not is_encrypted(plain)


def test_a_changed_password_needs_the_present_one(
    window: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, qtbot, file)
    monkeypatch.setattr("ui.window.password_acts.ask_wish", lambda _: PasswordWish.CHANGE)
    shown = answer_dialog(
        monkeypatch, window, old_password="not the one", new_password=OTHER, new_password_again=OTHER
    )
    window.office_acts.open_password()
    assert "密码不对" in seen(shown[0])
    assert is_under(file, key())


def test_a_password_is_taken_away(
    window: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, qtbot, file)
    monkeypatch.setattr("ui.window.password_acts.ask_wish", lambda _: PasswordWish.REMOVE)
    answer_dialog(monkeypatch, window, old_password=PASSWORD)
    window.office_acts.open_password()
    window.jobs.finish()
    assert not is_encrypted(file)
    assert window.desk is not None


def test_a_refusal_leaves_the_office_open_under_the_password_it_had(
    window: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.app.safekeeping.test_backup import disk_full_at

    opened(window, qtbot, file)
    monkeypatch.setattr("ui.window.password_acts.ask_wish", lambda _: PasswordWish.CHANGE)
    answer_dialog(monkeypatch, window, old_password=PASSWORD, new_password=OTHER, new_password_again=OTHER)
    asked = answer_boxes(monkeypatch, "知道了")
    keep_copy()
    with disk_full_at(100_000):
        window.office_acts.open_password()
        window.jobs.finish()
    assert "未作任何改动" in asked[0]
    assert window.desk is not None
    assert database.key == key()


@pytest.mark.parametrize(
    ("word", "told"), [("19700815", "像日期"), ("short", "至少 8"), (OTHER, "不容易猜中")]
)
def test_how_good_a_new_password_is_stands_below_it(
    qtbot: QtBot, window: MainWindow, word: str, told: str
) -> None:
    dialog = PasswordDialog(window.jobs, None, window, removes=False)
    qtbot.addWidget(dialog)
    dialog.show()
    line = line_of(dialog, "new_password")
    line.setText(word)
    line.textEdited.emit(word)
    assert told in seen(dialog)


# Locking


def test_a_locked_window_shows_the_page_for_the_password_and_nothing_else(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    opened(window, qtbot, file)
    assert window.desk is not None
    window.desk.show_tab("members")
    window.stage.locking.lock()
    assert set(seen(window).split("\n")) == {
        PROGRAM,
        "已锁定",
        "输入密码继续。没有保存的内容都还在。",
        "忘了密码，在这里输入恢复页上的恢复码。",
        *("显示", "解锁", "退出程序", ""),
    }
    assert not window.desk.isVisible()


def test_a_locked_window_closes_its_file_and_forgets_the_key(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    opened(window, qtbot, file)
    window.stage.locking.lock()
    window.jobs.finish()
    window.stage.locking.close_file()
    assert database.is_closed()
    assert database.key is None


@pytest.mark.parametrize("closed", [False, True])
def test_the_password_brings_everything_back(
    window: MainWindow, qtbot: QtBot, file: Path, closed: bool
) -> None:
    opened(window, qtbot, file)
    assert window.desk is not None
    tab = window.desk.show_tab("members")
    window.stage.locking.lock()
    window.jobs.finish()
    if closed:
        window.stage.locking.close_file()
    type_password(window, qtbot, OTHER)
    assert window.stage.locking.is_locked
    type_password(window, qtbot, PASSWORD)
    assert not window.stage.locking.is_locked
    assert window.desk.front is tab
    assert tab.isVisible()
    assert window.windowTitle().startswith("泰祥社区工会")
    make_member(name="李娜")  # the file is open to be written again


def test_what_was_typed_is_still_there_and_in_the_encrypted_file(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    from app.records.drafts import Draft

    opened(window, qtbot, file)
    assert window.desk is not None
    tab: Any = window.desk.show_tab("members")
    tab.new_record()
    form = next(one for one in window.findChildren(RecordForm) if one.isVisible())
    line = line_of(form, "name")
    line.setText("正在输入的名字")
    line.textEdited.emit("正在输入的名字")
    window.stage.locking.lock()
    assert [draft.typed["name"] for draft in Draft.select()] == ["正在输入的名字"]
    qtbot.waitUntil(database.is_closed, timeout=10_000)  # what the typing began may end before
    assert "正在输入的名字".encode() not in file.read_bytes()
    type_password(window, qtbot, PASSWORD)
    assert line.text() == "正在输入的名字"


def test_what_was_typed_into_a_dialog_and_into_a_text_is_in_the_file_too(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    """Whoever switches the locked computer off finds it offered again, wherever it was typed."""
    from app.records.drafts import Draft

    opened(window, qtbot, file)
    assert window.desk is not None
    case = make_case("登记")
    summary: Any = window.desk.show_tab("summary")
    window.jobs.finish()
    summary.editor.setPlainText("今年以来")
    dialog = StepDialog(DISPUTES, case, DISPUTES.steps[0], window)
    name = DISPUTES.steps[0].asks[0].name
    dialog.open()
    dialog.form.write_back({name: "2011-03-09"})
    window.stage.locking.lock()
    kept = {draft.form.partition("/")[0]: draft.texts for draft in Draft.select()}
    assert set(kept) == {"step", "summary"}
    assert "2011-03-09" in kept["step"]
    type_password(window, qtbot, PASSWORD, QApplication.activeModalWidget())
    dialog.reject()


def test_a_dialog_in_front_is_covered_and_its_title_hidden(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    opened(window, qtbot, file)
    dialog = PasswordDialog(window.jobs, key(), window, removes=False)
    dialog.setWindowTitle("王芳的档案")
    dialog.open()
    line_of(dialog, "new_password").setText("半途")
    window.stage.locking.lock()
    for one in QApplication.topLevelWidgets():
        if one.isVisible():
            assert "王芳" not in seen(one)
    assert dialog.windowTitle() == PROGRAM
    assert not line_of(dialog, "new_password").isVisible()
    type_password(window, qtbot, PASSWORD, QApplication.activeModalWidget())
    assert not window.stage.locking.is_locked
    assert dialog.windowTitle() == "王芳的档案"
    assert line_of(dialog, "new_password").text() == "半途"
    dialog.reject()


def test_the_keys_of_the_window_do_nothing_while_it_is_locked(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    opened(window, qtbot, file)
    enabled = {action for action in window.actions() if action.isEnabled()}
    window.stage.locking.lock()
    assert not any(action.isEnabled() for action in window.actions())
    type_password(window, qtbot, PASSWORD)
    assert {action for action in window.actions() if action.isEnabled()} == enabled


def test_a_locked_window_can_be_closed_and_lets_go_of_the_office(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    from app.lock import lock_path

    opened(window, qtbot, file)
    window.stage.locking.lock()
    window.jobs.finish()
    window.stage.locking.close_file()
    window.close()
    assert current_office() is None
    assert not lock_path(file).exists()


def test_an_office_without_a_password_is_not_locked(window: MainWindow, plain: Path) -> None:
    window.open_file(plain)
    window.stage.locking.lock()
    assert not window.stage.locking.is_locked
    assert not window.findChildren(Cover)


def test_a_file_that_was_moved_away_meanwhile_is_told(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    opened(window, qtbot, file)
    window.stage.locking.lock()
    window.jobs.finish()
    window.stage.locking.close_file()
    content = file.read_bytes()
    file.unlink()
    type_password(window, qtbot, PASSWORD)
    assert "找不到" in seen(window)
    file.write_bytes(content)
    type_password(window, qtbot, PASSWORD)
    assert not window.stage.locking.is_locked


def test_the_window_locks_by_itself_after_the_minutes_of_the_settings(
    window: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, qtbot, file)
    now = datetime.now().timestamp()
    monkeypatch.setattr("ui.window.locking.time", lambda: now + timedelta(minutes=9).total_seconds())
    window.stage.locking.idle.look()
    assert not window.stage.locking.is_locked
    monkeypatch.setattr("ui.window.locking.time", lambda: now + timedelta(minutes=11).total_seconds())
    window.stage.locking.idle.look()
    assert window.stage.locking.is_locked


def test_zero_minutes_never_lock_it(
    window: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_office(file, key())
    with change():
        Profile.update(lock_minutes=0).execute()
    close_office()
    opened(window, qtbot, file)
    later = datetime.now() + timedelta(days=2)
    monkeypatch.setattr("ui.window.locking.time", later.timestamp)
    window.stage.locking.idle.look()
    assert not window.stage.locking.is_locked


def test_a_touch_begins_the_minutes_anew_unless_it_comes_too_late(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle = Idle(window)
    told: list[bool] = []
    idle.idle.connect(lambda: told.append(True))
    now = datetime.now().timestamp()
    idle.watch(10)
    for minutes, expected in ((9, 0), (18, 0), (29, 1)):
        monkeypatch.setattr("ui.window.locking.time", lambda at=now + 60 * minutes: at)
        QTest.keyClick(window, Qt.Key.Key_A)
        assert len(told) == expected
    idle.watch(0)


# The line itself


def test_a_password_is_hidden_until_its_owner_wants_to_see_it(qtbot: QtBot) -> None:
    line = PasswordLine("password", "密码")
    qtbot.addWidget(line)
    assert line.line.echoMode() == QLineEdit.EchoMode.Password
    button_of(line, "show_password").click()
    assert line.line.echoMode() == QLineEdit.EchoMode.Normal


@pytest.mark.parametrize(
    ("letter", "shift", "told"),
    [("A", False, True), ("a", False, False), ("A", True, False), ("a", True, True)],
)
def test_caps_lock_is_told(qtbot: QtBot, letter: str, shift: bool, told: bool) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    line = PasswordLine("password", "密码")
    qtbot.addWidget(line)
    line.show()
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(line.line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, letter))
    assert ("大写锁定" in seen(line)) == told

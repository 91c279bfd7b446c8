"""The smaller dialogs: a new office, backup, settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.office import Office
from app.records.profile import profile
from app.safekeeping.backup import last_backup
from app.subjects.hardship.limits.records import PovertyLine
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.people import make_enterprise
from tests.helpers.widgets import child
from ui.jobs import Jobs
from ui.office.backup import BackingUp, BackupResult
from ui.office.new_office import NewOfficeDialog
from ui.office.settings import SettingsDialog, SinglePage
from ui.registers.tab import RegisterTab


def kept(qtbot: QtBot, dialog: QDialog) -> None:
    """Let a dialog live as long as its test."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)


def write(dialog: QWidget, name: str, text: str) -> None:
    box = dialog.findChild(QLineEdit, name)
    assert isinstance(box, QLineEdit), name
    box.setText(text)


def label(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found.text()


def button(dialog: QWidget, name: str) -> QPushButton:
    return child(dialog, QPushButton, name)


def test_a_new_office_gets_the_suffix_and_a_capital_code(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewOfficeDialog()
    kept(qtbot, dialog)
    for name, text in (("name", "祥和社区工会"), ("code", "xh"), ("path", str(tmp_path / "祥和"))):
        write(dialog, f"office_{name}", text)
    dialog.accept()
    assert dialog.answer is not None
    assert (dialog.answer.path, dialog.answer.code) == (tmp_path / "祥和.union", "XH")


@pytest.mark.parametrize(
    ("name", "code", "path", "told"),
    [
        ("", "XH", "a", "请填写工会名称"),
        ("祥和社区工会", "XH", "", "请选择存放位置"),
        ("祥和社区工会", "祥和", "a", "编号前缀只用英文字母，例如 TY"),
    ],
)
def test_a_new_office_says_what_is_missing(qtbot: QtBot, name: str, code: str, path: str, told: str) -> None:
    dialog = NewOfficeDialog()
    kept(qtbot, dialog)
    for box, text in (("name", name), ("code", code), ("path", path)):
        write(dialog, f"office_{box}", text)
    dialog.accept()
    assert (dialog.answer, label(dialog, "problem")) == (None, told)


def test_a_backup_is_made_beside_the_window_and_told(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(BackupResult, "announce", lambda _parent, made: told.append(made.path.name))
    window, jobs = QWidget(), Jobs()
    qtbot.addWidget(window)
    backing_up = BackingUp(jobs, window)
    with qtbot.waitSignal(backing_up.done):
        backing_up.begin()
    jobs.shut_down()
    made = last_backup()
    assert made is not None
    assert told == [made.path.name]


def test_the_office_is_described_in_the_settings(office: Office, qtbot: QtBot) -> None:
    dialog = SettingsDialog()
    kept(qtbot, dialog)
    dialog.show()
    page = dialog.findChild(SinglePage)
    assert isinstance(page, SinglePage)
    write(page, "leader", "李主席")
    QTest.mouseClick(button(page, "save"), Qt.MouseButton.LeftButton)
    assert profile().leader == "李主席"


def test_a_poverty_line_is_entered_in_the_settings(office: Office, qtbot: QtBot) -> None:
    dialog = SettingsDialog()
    kept(qtbot, dialog)
    dialog.show()
    tab = dialog.findChild(RegisterTab, "settings.poverty")
    assert isinstance(tab, RegisterTab)
    tab.new_record()
    write(tab, "effective_from", "2011.4.1")
    write(tab, "monthly", "505")
    tab.save()
    assert [line.monthly for line in PovertyLine.select()] == [505_00]


def test_an_enterprise_may_be_found_by_its_pinyin(office: Office, qtbot: QtBot) -> None:
    make_enterprise(name="泰祥物业有限公司")
    tab = RegisterTab(ENTERPRISES)
    qtbot.addWidget(tab)
    tab.pane.search("txwy")
    assert len(tab.pane.table.ids()) == 1

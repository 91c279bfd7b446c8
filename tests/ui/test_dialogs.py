"""The smaller dialogs: a new office, backup, import, export, settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook

from app.exchange.reading import read_rows
from app.office import Office
from app.records.enterprises import Enterprise
from app.records.settings import PovertyLine, profile
from app.registers.enterprises import ENTERPRISES
from app.registers.hardship import HARDSHIP
from app.safekeeping.backup import last_backup
from tests.people import make_enterprise, make_file
from ui.dialogs.backup import BackingUp, BackupResult
from ui.dialogs.import_book import ImportDialog
from ui.dialogs.new_office import NewOfficeDialog
from ui.dialogs.settings import OfficePage, SettingsDialog
from ui.jobs import Jobs
from ui.register_tab import RegisterTab


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
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def book(path: Path, *rows: tuple[str, ...]) -> Path:
    made = Workbook(str(path))
    sheet = made.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    made.close()
    return path


HEADINGS = ("单位名称", "所有制", "联系人", "职工人数")


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
    monkeypatch.setattr(BackupResult, "tell", lambda _parent, made: told.append(made.path.name))
    window, jobs = QWidget(), Jobs()
    qtbot.addWidget(window)
    backing_up = BackingUp(jobs, window)
    with qtbot.waitSignal(backing_up.done):
        backing_up.begin()
    jobs.shut_down()
    made = last_backup()
    assert made is not None
    assert told == [made.path.name]


def looked_over(qtbot: QtBot, jobs: Jobs, path: Path) -> ImportDialog:
    dialog = ImportDialog(ENTERPRISES, jobs)
    kept(qtbot, dialog)
    dialog.look_over(path)
    qtbot.waitUntil(lambda: "检查" not in label(dialog, "report"))
    return dialog


@pytest.fixture
def jobs(office: Office) -> Jobs:
    return Jobs()


def test_an_import_is_rehearsed_first(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    path = book(tmp_path / "企业.xlsx", HEADINGS, ("上海甲公司", "私营企业", "王芳", "12"))
    dialog = looked_over(qtbot, jobs, path)
    jobs.shut_down()
    assert "新增 1 条" in label(dialog, "report")
    assert Enterprise.select().count() == 0
    assert button(dialog, "accept").isEnabled()


def test_wrong_rows_are_listed_and_nothing_can_be_imported(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    path = book(tmp_path / "企业.xlsx", HEADINGS, ("上海甲公司", "私营企业", "王芳", "很多"))
    dialog = looked_over(qtbot, jobs, path)
    jobs.shut_down()
    problems = dialog.findChild(QListWidget, "problems")
    assert isinstance(problems, QListWidget)
    assert problems.item(0).text().startswith("第 2 行“职工人数”")
    assert not button(dialog, "accept").isEnabled()


def test_an_import_takes_the_rows_in(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    path = book(tmp_path / "企业.xlsx", HEADINGS, ("上海甲公司", "私营企业", "王芳", "12"))
    dialog = looked_over(qtbot, jobs, path)
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    jobs.shut_down()
    assert dialog.answer
    assert [one.name for one in Enterprise.select()] == ["上海甲公司"]


def test_what_the_list_shows_is_exported(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_file(name="陆建国"), make_file(name="仇志明")
    tab = RegisterTab(HARDSHIP)
    qtbot.addWidget(tab)
    tab.pane.search("仇志明")
    target = tmp_path / "困难档案.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    QTest.mouseClick(button(tab, "export"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists)
    names = [cell for row in read_rows(target) for cell in row if cell in {"陆建国", "仇志明"}]
    assert names == ["仇志明"]


def test_the_office_is_described_in_the_settings(office: Office, qtbot: QtBot) -> None:
    dialog = SettingsDialog()
    kept(qtbot, dialog)
    dialog.show()
    page = dialog.findChild(OfficePage)
    assert isinstance(page, OfficePage)
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

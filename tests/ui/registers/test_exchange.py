"""Lists on their way out of the window: as they are seen, whole, for the national system; empty ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.exchange.reading import read_rows
from app.office import Office
from app.records.prints import PrintLogEntry
from app.subjects.hardship.aid.register import BATCHES
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_batch, make_file, make_member
from tests.helpers.widgets import child
from ui.dialogs.purpose import PurposeDialog
from ui.registers.tab import RegisterTab
from ui.widgets.folder_link import FolderLink


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> RegisterTab:
    """The hardship files of two people."""
    make_file(name="陆建国")
    make_file(name="仇志明")
    tab = RegisterTab(HARDSHIP)
    qtbot.addWidget(tab)
    return tab


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the person chooses."""
    path = tmp_path / "表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def button(tab: RegisterTab, name: str) -> QPushButton:
    return child(tab, QPushButton, name)


def choose_more(tab: RegisterTab, title: str) -> None:
    next(one for one in button(tab, "more").menu().actions() if one.text() == title).trigger()


def written(qtbot: QtBot, tab: RegisterTab, target: Path) -> list[list[str]]:
    qtbot.waitUntil(lambda: any("已导出到" in label.text() for label in tab.findChildren(QLabel)))
    tab.jobs.shut_down()
    return read_rows(target)


def test_the_list_is_written_with_the_columns_and_rows_that_are_seen(
    tab: RegisterTab, qtbot: QtBot, target: Path
) -> None:
    tab.pane.search("仇志明")
    QTest.mouseClick(button(tab, "export"), Qt.MouseButton.LeftButton)
    rows = written(qtbot, tab, target)
    assert rows[0] == [shown.label for shown in HARDSHIP.columns]
    names = rows[0].index("姓名")
    assert [row[names] for row in rows[1:] if row[names]] == ["仇志明"]


def test_the_list_is_written_in_the_order_that_is_seen(tab: RegisterTab, qtbot: QtBot, target: Path) -> None:
    names = [shown.name for shown in HARDSHIP.columns].index("name")
    headings = tab.pane.table.horizontalHeader()
    for _ in range(2):
        headings.sectionClicked.emit(names)
    QTest.mouseClick(button(tab, "export"), Qt.MouseButton.LeftButton)
    rows = written(qtbot, tab, target)
    assert [row[names] for row in rows[1:3]] == ["仇志明", "陆建国"]


def test_what_leaves_the_office_with_numbers_of_people_is_asked_for_and_noted(
    office: Office, qtbot: QtBot, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = make_member()
    tab = RegisterTab(MEMBERS)
    qtbot.addWidget(tab)
    monkeypatch.setattr(PurposeDialog, "ask", lambda *_: "上级工会报送")
    choose_more(tab, "导出全部栏目…")
    rows = written(qtbot, tab, target)
    assert any(member.id_number in row for row in rows)
    entry = PrintLogEntry.get()
    assert (entry.title, entry.rows, entry.sensitive) == ("导出 会员，用途：上级工会报送", 1, True)


def test_nothing_is_written_without_a_purpose(
    tab: RegisterTab, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PurposeDialog, "ask", lambda *_: None)
    choose_more(tab, "导出全部栏目…")
    tab.jobs.shut_down()
    assert not target.exists()
    assert PrintLogEntry.select().count() == 0


def test_a_purpose_must_be_written(office: Office, qtbot: QtBot) -> None:
    dialog = PurposeDialog("会员")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.answer is None
    box = dialog.findChild(QComboBox, "purpose")
    assert isinstance(box, QComboBox)
    box.setCurrentText(" 发放核对 ")
    dialog.accept()
    assert dialog.answer == "发放核对"


def test_the_national_form_is_offered_for_hardship_files_only(tab: RegisterTab, qtbot: QtBot) -> None:
    members = RegisterTab(MEMBERS)
    qtbot.addWidget(members)
    offered = [
        [one.text() for one in button(each, "more").menu().actions() if "全国" in one.text()]
        for each in (tab, members)
    ]
    assert offered == [["导出全国系统表…"], []]


def test_the_files_listed_are_written_for_the_national_system(
    tab: RegisterTab, qtbot: QtBot, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PurposeDialog, "ask", lambda *_: "全国系统录入")
    tab.pane.search("仇志明")
    choose_more(tab, "导出全国系统表…")
    rows = written(qtbot, tab, target)
    assert rows[0][:2] == ["档案编号(职工编号)", "建档级别"]
    assert [row[4] for row in rows[1:]] == ["仇志明"]
    assert "全国系统" in PrintLogEntry.get().title


def test_an_empty_workbook_is_written(tab: RegisterTab, target: Path) -> None:
    choose_more(tab, "空白表格…")
    assert "姓名" in read_rows(target)[0]


def test_the_folder_of_an_empty_workbook_is_one_click_away(tab: RegisterTab, target: Path) -> None:
    choose_more(tab, "空白表格…")
    assert button(tab, "open_folder").toolTip() == str(target.parent)


def test_a_batch_that_no_bank_could_pay_says_so_beside_its_form(office: Office, qtbot: QtBot) -> None:
    """Nothing is asked for, neither a purpose nor a file, before the list could be written."""
    batch = make_batch(make_file())
    tab = RegisterTab(BATCHES)
    qtbot.addWidget(tab)
    tab.go_to(BATCHES.key, batch.id)
    papers = tab.pane.panel.findChild(QPushButton, "print_record")
    assert isinstance(papers, QPushButton)
    next(one for one in papers.menu().actions() if "交银行" in one.text()).trigger()
    assert any("还没有审批" in label.text() for label in tab.findChildren(QLabel))


def test_the_folder_of_what_was_written_is_one_click_away(
    tab: RegisterTab, qtbot: QtBot, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PurposeDialog, "ask", lambda *_: "核对")
    tab.show()
    opened: list[str] = []
    folder = tab.findChild(FolderLink)
    assert isinstance(folder, FolderLink)
    folder.open_url = lambda url: opened.append(url.toLocalFile())
    button(tab, "export").click()
    written(qtbot, tab, target)
    assert folder.isVisible()
    folder.click()
    assert opened == [str(target.parent)]
    tab.pane.note("")
    assert folder.isHidden()

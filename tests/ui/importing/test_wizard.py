"""The import wizard as a whole: opened from the list, by keys alone, and closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_book
from tests.factories import people
from tests.helpers.import_wizard import HEADINGS, Open, cell, person, rows_of, shown, take_in
from tests.helpers.widgets import child, click
from ui.dialogs.question import Question
from ui.importing.wizard import CHECK, COLUMNS, RESULT, ImportWizard
from ui.registers.tab import RegisterTab


def test_closing_asks_when_cells_were_corrected(checked: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    wizard = checked(HEADINGS, person(mobile="12"))
    rows_of(wizard).setData(cell(wizard, 0, 2), "13900139000")
    asked: list[str] = []

    def stay(_parent: QWidget, words: str, *_: str) -> bool:
        asked.append(words)
        return False

    monkeypatch.setattr(Question, "ask", stay)
    wizard.reject()
    assert asked == ["已改正 1 行，还没有导入"]
    assert wizard.isVisible()


def test_closing_asks_nothing_where_nothing_was_corrected(
    checked: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = checked(HEADINGS, person())
    monkeypatch.setattr(Question, "ask", lambda *_: pytest.fail("asked"))
    wizard.reject()
    assert not wizard.isVisible()


def test_the_list_is_opened_at_what_came_in(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.make_member(name="李四")
    tab = RegisterTab(MEMBERS)
    qtbot.addWidget(tab)
    book = write_book(tmp_path / "名单.xlsx", [HEADINGS, person("张三")])

    def walk(wizard: ImportWizard) -> None:
        wizard.file.open_book(book)
        qtbot.waitUntil(lambda: wizard.file.session is not None)
        wizard.accept()
        wizard.accept()
        qtbot.waitUntil(lambda: not wizard.check.is_running)
        take_in(wizard, qtbot)
        click(wizard, "open_list")

    monkeypatch.setattr(ImportWizard, "exec", walk)
    with qtbot.waitSignal(tab.changed):
        click(tab, "import")
    names = [tab.pane.table.model().index(row, 1).data() for row in range(len(tab.pane.table.ids()))]
    assert names == ["张三"]
    assert child(tab, QPushButton, "only").text() == "刚导入的 1 ✕"


def test_a_file_let_fall_on_the_list_opens_the_wizard_with_it(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = RegisterTab(MEMBERS)
    qtbot.addWidget(tab)
    book = write_book(tmp_path / "名单.xlsx", [HEADINGS, person()])
    seen: list[Path | None] = []
    monkeypatch.setattr(ImportWizard, "exec", lambda wizard: seen.append(wizard.file.path))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(book))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    above = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, left, none)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(tab.pane.table.viewport(), above)
    QApplication.sendEvent(tab.pane.table.viewport(), drop)
    assert seen == [book]


def test_everything_that_takes_the_keys_has_a_name(checked: Open) -> None:
    wizard = checked([*HEADINGS, "甲"], [*person(mobile="12"), "乙"])
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in wizard.findChildren(QWidget)
        if one.window() is wizard
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.objectName().startswith("qt_")
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []


def test_a_workbook_is_brought_in_by_keys_alone(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(HEADINGS, person("张三", mobile="12"))
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or wizard, key, modifier)

    press(Qt.Key.Key_Return)
    assert wizard.step == COLUMNS
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.step == CHECK and not wizard.check.is_running)
    press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "13900139000")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(rows_of(wizard), "结果") == ["新增"])
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.step == RESULT)
    assert [one.mobile for one in Member.select()] == ["13900139000"]

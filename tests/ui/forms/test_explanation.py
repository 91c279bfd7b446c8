"""F1 at a field: what it means, how it is filled in, and the rule behind it, beside the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.fields import DateField, Derived, TextField
from app.fields.problems import Block
from app.records.base import Record
from app.register import Section
from app.rules.regulations import Regulation
from ui.forms.explanation import Explanation
from ui.forms.form import Form
from ui.window.main_menu import MainMenu

FILED = Regulation("签订之日起十日内报送", "《集体合同规定》第四十二条")


class Filing(Record):
    """A filing, known to nothing but this test."""

    filed_on = DateField(
        "报送日期", about="把文本报送劳动部门的日子", help_text="一式三份", rule=FILED, null=True
    )
    receipt_no = TextField("受理回执号", about="回执上的号码", null=True)
    days_left = Derived("剩余天数", lambda _: "3", about="离到期还有几天")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with the menu of the program and a form, on the screen."""
    shown = QMainWindow()
    qtbot.addWidget(shown)
    MainMenu(shown)
    form = Form([Section("报送", Filing.filed_on, Filing.receipt_no, Filing.days_left)], shown)
    shown.setCentralWidget(form)
    form.load(Filing(id=1))
    shown.resize(500, 400)
    shown.show()
    shown.activateWindow()
    return shown


def _form(window: QMainWindow) -> Form:
    form = window.centralWidget()
    assert isinstance(form, Form)
    return form


def _explained(window: QMainWindow) -> Explanation | None:
    return next((found for found in window.findChildren(Explanation) if found.isVisible()), None)


def _press_f1(window: QMainWindow, name: str) -> None:
    _form(window).focus_field(name)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)


def test_f1_explains_the_field_in_words_with_rule_and_source(window: QMainWindow) -> None:
    _press_f1(window, "filed_on")
    shown = _explained(window)
    assert shown is not None
    assert shown.text().splitlines() == [
        "报送日期",
        "把文本报送劳动部门的日子",
        "一式三份",
        "签订之日起十日内报送（《集体合同规定》第四十二条）",
    ]
    editor = _form(window).findChild(QWidget, "filed_on")
    assert isinstance(editor, QWidget)
    assert editor.hasFocus()  # she goes on typing


def test_escape_closes_it_and_so_does_leaving_the_field(window: QMainWindow) -> None:
    _press_f1(window, "filed_on")
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert _explained(window) is None
    _press_f1(window, "receipt_no")
    _form(window).focus_field("filed_on")
    assert _explained(window) is None


def test_f1_once_more_opens_the_manual(window: QMainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bool] = []
    manual = next(action for action in window.actions() if action.text() == "使用手册")
    manual.triggered.disconnect()
    manual.triggered.connect(lambda: opened.append(True))
    _press_f1(window, "filed_on")
    assert opened == []
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    assert opened == [True]


def test_a_screen_reader_says_what_a_field_means(window: QMainWindow) -> None:
    editor = _form(window).findChild(QWidget, "days_left")
    assert isinstance(editor, QWidget)
    assert editor.accessibleDescription() == "离到期还有几天"


def test_a_refusal_names_its_source(window: QMainWindow) -> None:
    form = _form(window)
    form.show_problems([Block(Filing.filed_on, "晚了 3 天", source=FILED.source)])
    message = form.page.cells["filed_on"].message
    assert message.text() == "晚了 3 天（依据：《集体合同规定》第四十二条）"

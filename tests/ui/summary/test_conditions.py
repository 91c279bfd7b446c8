"""In the editor of a summary a condition is a chip in words: no brace of one is ever seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.summary.texts import brought_along
from ui.summary.editor import TextEditor

TEXT = "甲\n{% if 受理争议 > 1 %}受理{{ 受理争议 }}起{% else %}无{% endif %}。"


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def editor(ground: QWidget) -> TextEditor:
    editor = TextEditor(ground)
    editor.resize(500, 300)
    editor.set_text(TEXT)
    ground.show()
    return editor


def put_cursor(editor: TextEditor, place: int) -> None:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(place)
    editor.setTextCursor(cursor)


@pytest.mark.parametrize("text", [TEXT, brought_along(), "{% if 会员 %}{% endif %}", "", "\n\n"])
def test_what_is_kept_is_what_was_set(editor: TextEditor, text: str) -> None:
    editor.set_text(text)
    assert editor.text() == text


def test_a_text_that_is_shown_begins_at_its_beginning(editor: TextEditor) -> None:
    editor.set_text(brought_along())
    assert (editor.textCursor().position(), editor.verticalScrollBar().value()) == (0, 0)


def test_no_brace_of_a_condition_is_shown(editor: TextEditor) -> None:
    editor.set_text(brought_along())
    assert "%" not in editor.toPlainText()


def test_a_condition_that_is_typed_out_becomes_a_chip(editor: TextEditor) -> None:
    editor.set_text("")
    QTest.keyClicks(editor, "{% if 1 %}")
    assert "%" not in editor.toPlainText()
    assert editor.text() == "{% if 1 %}"


def test_typing_beside_a_condition_is_no_part_of_it(editor: TextEditor) -> None:
    put_cursor(editor, 3)
    QTest.keyClicks(editor, "x")
    assert editor.text() == TEXT.replace("%}受理", "%}x受理")


@pytest.mark.parametrize(
    ("place", "key"),
    [(3, Qt.Key.Key_Backspace), (2, Qt.Key.Key_Delete), (19, Qt.Key.Key_Backspace), (16, Qt.Key.Key_Delete)],
)
def test_to_delete_one_end_of_a_condition_is_to_delete_it_whole(
    editor: TextEditor, place: int, key: Qt.Key
) -> None:
    put_cursor(editor, place)
    QTest.keyClick(editor, key)
    assert editor.text() == "甲\n受理{{ 受理争议 }}起无。"


def test_a_deleted_condition_comes_back_by_undo(editor: TextEditor) -> None:
    put_cursor(editor, 3)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    editor.undo()
    assert editor.text() == TEXT


def test_the_inner_of_two_conditions_goes_alone(editor: TextEditor) -> None:
    editor.set_text("{% if 会员 %}甲{% if 受理争议 %}乙{% endif %}丙{% endif %}")
    put_cursor(editor, 3)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == "{% if 会员 %}甲乙丙{% endif %}"


def test_a_copied_condition_is_one_in_another_text_and_words_elsewhere(editor: TextEditor) -> None:
    editor.selectAll()
    editor.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "甲\n〔受理争议多于1时〕受理{{ 受理争议 }}起〔否则〕无〔到此〕。"
    editor.set_text("")
    editor.paste()
    assert editor.text() == TEXT


def test_a_pasted_condition_of_another_program_becomes_a_chip(editor: TextEditor) -> None:
    pasted = QMimeData()
    pasted.setText("{% if 会员 %}有{% endif %}")
    editor.set_text("")
    editor.insertFromMimeData(pasted)
    assert (editor.text(), "%" in editor.toPlainText()) == (pasted.text(), False)


def test_a_sentence_behind_conditions_is_found_where_it_is_shown(editor: TextEditor) -> None:
    start = TEXT.index("无")
    editor.select_sentence(start, start + 1)
    assert editor.textCursor().selectedText() == "无"

"""The file of an import: its sheets and heading, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook

from tests.app.exchange.books import write_encrypted
from tests.helpers.import_wizard import HEADINGS, Open, person
from tests.helpers.widgets import child, click, tick, words
from ui.importing.wizard import COLUMNS, ImportWizard


def test_a_sheet_is_shown_as_it_was_read_with_its_heading_marked(opened: Open) -> None:
    wizard = opened(["会员名单"], HEADINGS, person("单小娟"))
    model = child(wizard, QTableView, "sheet").model()
    assert model.index(2, 0).data() == "单小娟"
    assert model.index(1, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert model.index(2, 0).data(Qt.ItemDataRole.BackgroundRole) is None
    assert words(wizard, "known") == "下面有 1 行，6 列中认出 6 列"


def test_another_row_may_be_taken_as_the_heading(opened: Open) -> None:
    wizard = opened(["姓名", "手机号码"], ["", ""], HEADINGS, person())
    child(wizard, QComboBox, "heading_row").setCurrentText("第 1 行")
    assert words(wizard, "known") == "下面有 3 行，2 列中认出 2 列"


def test_two_rows_may_be_taken_as_the_heading(opened: Open) -> None:
    wizard = opened(["人员", "", "联系"], ["姓名", "身份证号", "手机号码"], person()[:3])
    child(wizard, QComboBox, "heading_row").setCurrentText("第 1 行")
    tick(wizard, "two_rows")
    assert wizard.file.session is not None
    assert wizard.file.session.columns.heading.last == 2
    assert "3 列中认出 3 列" in words(wizard, "known")


def test_a_block_on_the_clipboard_is_read(wizard: ImportWizard, qtbot: QtBot) -> None:
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    QApplication.clipboard().setText("\n".join("\t".join(row) for row in (HEADINGS, person("仇志明"))))
    QTest.keyClick(wizard, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert child(wizard, QTableView, "sheet").model().index(1, 0).data() == "仇志明"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("没有.xlsx", None, "找不到文件"),
        ("网页.xls", b"<html><table></table>", "其实是网页"),
        ("截断.xlsx", b"PK\x03\x04half", "打不开"),
        ("图.png", b"x", "不认识"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_place(
    wizard: ImportWizard, qtbot: QtBot, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    wizard.file.open_book(tmp_path / name)
    qtbot.waitUntil(lambda: told in words(wizard, "problem"))
    assert not child(wizard, QPushButton, "accept").isEnabled()


def test_an_encrypted_workbook_is_told_in_place(wizard: ImportWizard, qtbot: QtBot, tmp_path: Path) -> None:
    wizard.file.open_book(write_encrypted(tmp_path / "密.xlsx"))
    qtbot.waitUntil(lambda: "有密码" in words(wizard, "problem"))


def test_a_sheet_without_a_known_heading_can_still_be_matched_by_hand(opened: Open) -> None:
    wizard = opened(["甲", "乙"], ["张三", "大专"])
    assert "没有找到表头" in words(wizard, "problem")
    click(wizard, "accept")
    assert wizard.step == COLUMNS


def test_one_of_several_sheets_is_chosen(wizard: ImportWizard, qtbot: QtBot, tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "两张.xlsx"))
    for name in ("甲", "乙"):
        book.add_worksheet(name).write_column(0, 0, ["姓名", f"{name}某"])
    book.close()
    wizard.file.open_book(tmp_path / "两张.xlsx")
    qtbot.waitUntil(lambda: wizard.file.session is not None)
    names = child(wizard, QComboBox, "sheet_name")
    names.setCurrentText("乙")
    names.activated.emit(1)
    qtbot.waitUntil(lambda: wizard.file.session is not None)
    assert child(wizard, QTableView, "sheet").model().index(1, 0).data() == "乙某"


@pytest.fixture
def several(wizard: ImportWizard, qtbot: QtBot, tmp_path: Path) -> ImportWizard:
    """Read a workbook with a list on two sheets, another on a third, and an old one that is hidden."""
    book = Workbook(str(tmp_path / "几张.xlsx"))
    for name, headings in (
        ("一组", HEADINGS),
        ("二组", HEADINGS),
        ("电话", ["姓名", "电话"]),
        ("旧", HEADINGS),
    ):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, headings)
        sheet.write_row(1, 0, person(f"{name}某")[: len(headings)])
        if name == "旧":
            sheet.hide()
    book.close()
    wizard.file.open_book(tmp_path / "几张.xlsx")
    qtbot.waitUntil(lambda: wizard.file.session is not None)
    return wizard


def test_sheets_under_one_heading_are_read_together_and_the_others_told(several: ImportWizard) -> None:
    assert child(several, QComboBox, "sheet_name").currentText() == "2 张一起：一组、二组"
    assert words(several, "sheets_told") == (
        "一起读入 2 张工作表：“一组”、“二组”；"
        "没有读入的工作表：“电话”（1 行，表头不同）、“旧”（1 行，隐藏的）"
    )
    rows = child(several, QTableView, "sheet").model()
    shown = [rows.headerData(row, Qt.Orientation.Vertical) for row in range(rows.rowCount())]
    assert shown == ["一组：1", "一组：2", "二组：2"]


def test_sheets_are_ticked_to_come_in_together(several: ImportWizard, qtbot: QtBot) -> None:
    menu = child(several, QPushButton, "several_sheets").menu()
    ticked = {action.text(): action for action in menu.actions()}
    assert [name for name, action in ticked.items() if action.isChecked()] == ["一组", "二组"]
    ticked["二组"].setChecked(False)
    ticked["旧（隐藏）"].setChecked(True)
    menu.aboutToHide.emit()
    qtbot.waitUntil(lambda: several.file.session is not None)
    rows = child(several, QTableView, "sheet").model()
    assert [rows.index(row, 0).data() for row in range(1, rows.rowCount())] == ["一组某", "旧某"]


def test_nothing_on_the_clipboard_is_told(wizard: ImportWizard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a screen on which nothing was copied yet Qt returns no content at all."""
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    click(wizard, "paste")
    assert "没有可粘贴的内容" in words(wizard, "problem")


def test_a_table_of_a_page_on_the_clipboard_is_read(wizard: ImportWizard) -> None:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in (HEADINGS, person("仇志明")))
    block = QMimeData()
    block.setHtml("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    QApplication.clipboard().setMimeData(block)
    click(wizard, "paste")
    assert wizard.file.session is not None
    assert wizard.file.session.sheet.rows[1][0] == "仇志明"

"""From a workbook of twenty columns to its printed list in less than a minute of a clerk's time.

Each act of hers is done in the window and counted by the keystroke-level model (Card, Moran and Newell, The
Psychology of Human-Computer Interaction, 1983): to think of the next act, to point, to press a button.
"""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.office import Office
from app.printing.layout import Print, PrintRequest
from app.printing.prints import make
from tests.factories.described_books import write_book
from tests.helpers.commands import text_of
from ui.described.page import DescribedPage
from ui.described.registers_dialog import RegistersDialog
from ui.dialogs.print_options import PrintOptions
from ui.main_window import MainWindow
from ui.registers.tab import RegisterTab
from ui.widgets.file_drop import FileDrop

THINK, POINT, PRESS = 1.35, 1.1, 0.1  # seconds
MINUTE = 60
HEADINGS = (
    *("姓名", "性别", "身份证号", "手机号码", "单位", "登记日期", "到期日期", "类别", "册数", "押金（元）"),
    *("编号", "楼层", "经办人", "地址", "是否会员", "时长（小时）", "年月", "书名", "索书号", "备注"),
)


class Clerk:
    """Does one act after the other, and counts the seconds that they take her."""

    def __init__(self) -> None:
        self.acts: list[str] = []
        self.seconds = 0.0

    def do(self, act: str, *, points: int = 1) -> None:
        self.acts.append(act)
        self.seconds += THINK + points * (POINT + 2 * PRESS)

    def click(self, within: QWidget, words: str) -> None:
        """Click the button with these words, which must be there to be clicked."""
        (button,) = (one for one in within.findChildren(QPushButton) if one.text() == words)
        assert button.isEnabled()
        self.do(words)
        button.click()

    def choose(self, action: QAction) -> None:
        """Open a menu and choose from it."""
        assert action.isEnabled()
        self.do(action.text(), points=2)
        action.trigger()

    def read_over(self, many: int) -> None:
        """Look at each of many proposals whether it is right."""
        self.seconds += many * THINK


def _book(folder: Path) -> Path:
    def row(at: int) -> tuple[str, ...]:
        day, month = f"2011-3-{at + 1}", f"2011-{at % 9 + 1}"
        start = ("王芳", "女", "11010519491231002X", f"1380013{at:04d}", f"单位{at}", day, f"2011-4-{at + 1}")
        middle = ("文学", "2", "10.50", f"00{at}", "3楼", "李明", f"泰祥路{at}号", "是", "1.5")
        return (*start, *middle, month, f"书{at}", f"I{at}/7", "")

    return write_book(folder / "图书借阅登记表.xlsx", [HEADINGS, *map(row, range(9))])


def test_twenty_columns_are_a_printed_list_in_less_than_a_minute(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, clerk, book = MainWindow(remembers=False), Clerk(), _book(tmp_path)
    qtbot.addWidget(window)
    window.show_office(office)

    def drop(dialog: RegistersDialog) -> None:
        clerk.do("拖入表格", points=2)
        (target,) = dialog.findChildren(FileDrop)
        target.dropped.emit(book)
        window.jobs.finish()

    def confirm(page: DescribedPage) -> None:
        clerk.read_over(len(HEADINGS))
        clerk.click(page, "建立台账")
        window.jobs.finish()

    monkeypatch.setattr(RegistersDialog, "exec", drop)
    monkeypatch.setattr(DescribedPage, "exec", confirm)
    monkeypatch.setattr("ui.window.office_acts.tell", lambda *_: clerk.do("知道了"))
    began = process_time()
    clerk.choose(next(one for one in window.findChildren(QAction) if one.text() == "自设台账…"))
    assert window.desk is not None
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    shown: list[tuple[Print, PrintRequest]] = []
    monkeypatch.setattr(tab.printing, "show", lambda one, request, **_: shown.append((one, request)))
    monkeypatch.setattr(PrintOptions, "exec", lambda dialog: clerk.click(dialog, "预览"))
    button = tab.findChild(QPushButton, "print")
    assert isinstance(button, QPushButton)
    clerk.choose(next(one for one in button.menu().actions() if one.text() == "图书借阅一览表"))
    clerk.do("打印")
    (asked,) = shown
    make(*asked, tmp_path / "list.pdf")
    waited = process_time() - began
    assert "王芳" in text_of(tmp_path / "list.pdf")
    assert "共 9 人次" in text_of(tmp_path / "list.pdf")
    assert clerk.acts == ["自设台账…", "拖入表格", "建立台账", "知道了", "图书借阅一览表", "预览", "打印"]
    assert clerk.seconds + waited < MINUTE

"""A row of controls in which nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.folding_row import FoldingRow


class Row(FoldingRow):
    """Title, search box, a button that stays, two that fold, one of them with a menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, margins=(0, 0, 0, 0))
        self.add_title("困难帮扶")
        self.search = QLineEdit(self)
        self.add_search(self.search, 100, 200)
        self.new = self.add_button("new", "新建　Ctrl+N")
        self.print = self.add_button("print", "打印 ▾", folds=1)
        self.print.setMenu(QMenu("", self.print))
        self.export = self.add_button("export", "导出", folds=1)
        self.row.addWidget(self.more)

    def offered(self) -> list[str]:
        """Return what the menu ⋯ offers."""
        return [one.text() for one in self.more.menu().actions()]

    def seen(self) -> list[QPushButton]:
        """Return the buttons that are in sight."""
        return [one for one in (self.new, self.print, self.export, self.more) if one.isVisible()]


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[Row]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Row(window)
    made.resize(900, 40)
    window.show()
    yield made
    window.close()


def narrow(row: Row, *without: QPushButton) -> None:
    """Leave the row too little room for these buttons."""
    row.resize(1, 40)
    assert not any(button.isVisible() for button in without)


def test_with_room_for_all_nothing_is_folded(row: Row) -> None:
    assert row.seen() == [row.new, row.print, row.export]
    assert row.search.width() == 200


def test_the_search_box_shrinks_before_a_button_folds(row: Row) -> None:
    searched, width = row.search.width(), 900
    while row.export.isVisible():
        searched, width = row.search.width(), width - 1
        row.resize(width, 40)
    assert searched == 100


def test_in_the_least_width_every_button_stays_or_waits_in_the_menu(row: Row) -> None:
    narrow(row, row.print, row.export)
    assert row.seen() == [row.new, row.more]
    assert row.offered() == ["打印", "导出"]


def test_what_waits_in_the_menu_does_what_its_button_does(row: Row, qtbot: QtBot) -> None:
    narrow(row, row.export)
    with qtbot.waitSignal(row.export.clicked):
        row.more.menu().actions()[-1].trigger()


def test_a_folded_button_keeps_its_menu_and_whether_it_can_be_pressed(row: Row) -> None:
    row.export.setEnabled(False)
    narrow(row, row.print)
    row.more.menu().aboutToShow.emit()
    printing, exporting = row.more.menu().actions()
    assert printing.menu() is row.print.menu()
    assert not exporting.isEnabled()


def test_folded_buttons_come_back_with_the_room(row: Row) -> None:
    narrow(row, row.export)
    row.resize(900, 40)
    assert row.seen() == [row.new, row.print, row.export]
    assert row.offered() == []


def test_what_the_menu_offers_at_all_times_stands_below_what_is_folded(row: Row) -> None:
    row.set_more([QAction("导入记录…", row)])
    assert row.offered() == ["导入记录…"]
    narrow(row, row.export)
    assert row.offered() == ["打印", "导出", "", "导入记录…"]


def test_what_is_not_wanted_is_neither_shown_nor_offered(row: Row) -> None:
    row.want(row.export, False)
    assert row.seen() == [row.new, row.print]
    narrow(row, row.print)
    assert row.offered() == ["打印"]

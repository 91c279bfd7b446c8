"""Windows and what they open stay on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.office import Office
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.records import Member
from ui import preferences
from ui.dialogs.base import Dialog
from ui.dialogs.new_record import NewRecordDialog
from ui.editors.choices import ChoicesEditor
from ui.editors.dates import DateEditor
from ui.look import theme
from ui.main_window import MainWindow
from ui.widgets.screen import below, within


def free() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


def test_the_first_window_fits_the_free_area_of_the_screen(qtbot: QtBot) -> None:
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.show()
    assert free().contains(window.frameGeometry())


def test_a_window_remembered_from_a_larger_screen_comes_back_onto_this_one(qtbot: QtBot) -> None:
    before = QWidget()
    qtbot.addWidget(before)
    before.setGeometry(1500, 900, 1920, 1080)
    preferences.remember_geometry("main", before.saveGeometry())
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.show()
    assert free().contains(window.frameGeometry())


def test_a_maximized_window_comes_back_maximized(qtbot: QtBot) -> None:
    before = QWidget()
    qtbot.addWidget(before)
    before.showMaximized()
    preferences.remember_geometry("main", before.saveGeometry())
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    assert window.isMaximized()


def test_a_dialog_stands_over_the_middle_of_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(200, 100, 560, 460)
    window.show()
    dialog = Dialog("备份完成", window)
    qtbot.addWidget(dialog)
    dialog.resize(300, 200)
    dialog.show()
    apart = dialog.geometry().center() - window.geometry().center()
    assert apart.manhattanLength() < 30  # titles and borders


def test_a_dialog_larger_than_the_screen_is_made_to_fit(qtbot: QtBot, office: Office) -> None:
    dialog = NewRecordDialog(HARDSHIP, None)
    qtbot.addWidget(dialog)
    dialog.resize(5000, 5000)
    dialog.show()
    assert free().contains(dialog.frameGeometry())


@pytest.mark.parametrize(
    ("taken", "corner"),
    [
        (QRect(10, 20, 300, 200), (10, 20)),
        (QRect(900, 600, 300, 200), (724, 500)),
        (QRect(-50, -60, 300, 200), (0, 0)),
        (QRect(100, 100, 2000, 900), (0, 0)),
    ],
)
def test_a_rectangle_is_pushed_into_the_screen_with_its_head_in_sight(
    taken: QRect, corner: tuple[int, int]
) -> None:
    assert within(taken, QRect(0, 0, 1024, 700)).toTuple() == corner


def put(widget: QWidget, window: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()


@pytest.fixture
def low(qtbot: QtBot) -> QWidget:
    """A window at the foot of the screen."""
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.resize(300, 60)
    window.move(free().left() + 8, free().bottom() - 60)
    window.show()
    return window


def test_the_calendar_stays_on_the_screen(low: QWidget) -> None:
    editor = DateEditor(Member.birth_date, low)
    put(editor, low)
    editor.open_calendar()
    assert free().contains(editor.calendar.geometry())
    assert not editor.calendar.geometry().contains(editor.mapToGlobal(editor.rect().center()))


def test_a_long_list_of_terms_stays_on_the_screen(low: QWidget) -> None:
    editor = ChoicesEditor(HardshipFile.other_causes, low)
    put(editor, low)
    editor.open_list()
    assert free().contains(editor.list_of_terms.geometry())


def test_what_opens_under_a_widget_stands_there_where_there_is_room(low: QWidget) -> None:
    low.move(8, 8)
    assert below(low, QSize(200, 100)) == low.mapToGlobal(QPoint(0, low.height()))


def test_the_calendar_writes_its_weekdays_out(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp)
    editor = DateEditor(Member.birth_date, None)  # type: ignore[arg-type]
    qtbot.addWidget(editor)
    editor.show()
    editor.open_calendar()
    assert weekdays(editor.calendar) == list("一二三四五六日")


def weekdays(calendar: QCalendarWidget) -> list[str]:
    """Return the heads of the calendar's columns as far as there is room to paint them."""
    view = calendar.findChild(QTableView)
    assert isinstance(view, QTableView)
    told = []
    for column in range(7):
        index = view.model().index(0, column)
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = view.visualRect(index)  # type: ignore[attr-defined]
        option.text = index.data()  # type: ignore[attr-defined]
        option.features = QStyleOptionViewItem.ViewItemFeature.HasDisplay  # type: ignore[attr-defined]
        room = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view).width()
        words = view.fontMetrics().elidedText(index.data(), view.textElideMode(), room - 6)
        told.append(words)
    return told

"""Choosing a period: both days of one's own stand whole in the least room, and take no more than it."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.geometry import faults
from tests.helpers.scenes import settle
from ui.figures.period_chooser import CUSTOM, PeriodChooser


def test_two_days_are_whole_in_the_least_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    chooser = PeriodChooser(window)
    chooser.choose(2011, CUSTOM)
    window.show()
    settle(chooser, chooser.minimumSizeHint())
    window.resize(chooser.size())
    assert faults(window, chooser.size()) == []


def test_the_window_does_not_grow_by_going_back_to_a_year(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    chooser = PeriodChooser(window)
    window.setCentralWidget(chooser)
    chooser.choose(2011, CUSTOM)
    window.show()
    settle(window, window.minimumSizeHint())
    least = window.width()
    chooser.choose(preset="全年")
    settle(window)
    assert window.width() == least

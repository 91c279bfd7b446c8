"""Choosing a period: both days of one's own stand whole, however little room the row has."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
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

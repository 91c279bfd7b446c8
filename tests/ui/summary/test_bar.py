"""What can be chosen above a summary."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import child
from ui.summary.bar import SummaryBar


def test_no_report_is_chosen_before_it_is_known_of_which_years_there_are_any(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = SummaryBar(parent)
    report = child(bar, QComboBox, "report")
    assert not report.isEnabled()
    bar.offer_years([2011])
    assert report.isEnabled()

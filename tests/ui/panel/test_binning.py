"""Deleting from the window what stands on paper: the reason is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.office import Office
from app.records.steps import Step
from app.rules.periods import year
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.helpers.paper import print_out
from ui.dialogs.void import VoidDialog
from ui.panel.binning import to_bin


@pytest.fixture
def printed(office: Office, tmp_path: Path) -> Visit:
    """A visit that stands on the printed book of visits."""
    visit = Visit(
        visited_on=date(2011, 3, 8), name="王芳", subject="困难帮扶", matter="咨询", received_by="李强"
    )
    keeping.save(VISITS, visit)
    print_out(tmp_path, "office.visit_book", period=year(2011))
    return visit


def _answer(*reasons: str) -> list[str]:
    """Type the reasons one after the other into the dialog that comes; return what it says after each."""
    told: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, VoidDialog)
        reason_line, accept = dialog.findChild(QLineEdit, "reason"), dialog.findChild(QPushButton, "accept")
        problem = dialog.findChild(QLabel, "problem")
        assert isinstance(reason_line, QLineEdit)
        assert isinstance(accept, QPushButton)
        assert isinstance(problem, QLabel)
        for reason in reasons:
            reason_line.setText(reason)
            accept.click()
            told.append(problem.text())
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, answer)
    return told


def test_a_printed_record_is_voided_with_the_reason_given(printed: Visit, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    _answer("重复登记")
    assert to_bin(parent, VISITS, printed, [printed.id]) == [printed.id]
    assert str(Step.select().order_by(Step.id.desc()).get().sentence).endswith("原因：重复登记")


def test_without_a_reason_the_dialog_stays(printed: Visit, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told = _answer(" ")
    assert to_bin(parent, VISITS, printed, [printed.id]) == []
    assert told == ["请写明作废的原因。"]
    assert Visit.alive().count() == 1

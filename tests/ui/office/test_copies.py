"""The copies of the open office, and what restoring one would take away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from app.office import Office
from app.safekeeping.automatic import keep_copy
from app.safekeeping.password import change_key
from tests.factories.people import make_member
from tests.helpers.passwords import key
from ui.jobs import Jobs
from ui.office.copies import CopiesDialog


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def told(dialog: CopiesDialog) -> str:
    label = dialog.findChild(QLabel, "comparison")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_newest_copy_is_chosen_and_compared(office: Office, qtbot: QtBot, jobs: Jobs) -> None:
    copy = keep_copy()
    assert copy is not None
    make_member()
    dialog = CopiesDialog(office.path, jobs)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "会员 1 人" in told(dialog))
    dialog.accept()
    assert dialog.chosen == copy.path
    jobs.shut_down()


def test_without_a_copy_nothing_can_be_restored(office: Office, qtbot: QtBot, jobs: Jobs) -> None:
    dialog = CopiesDialog(office.path, jobs)
    qtbot.addWidget(dialog)
    table, act = dialog.findChild(QTableWidget, "copies"), dialog.findChild(QPushButton, "accept")
    assert isinstance(table, QTableWidget)
    assert isinstance(act, QPushButton)
    assert (table.rowCount(), act.isEnabled()) == (0, False)
    assert "还没有" in told(dialog)


def test_a_copy_under_an_earlier_password_can_be_chosen_and_that_is_said(
    office: Office, qtbot: QtBot, jobs: Jobs
) -> None:
    copy = keep_copy()
    assert copy is not None
    change_key(copy.path, None, key())
    dialog = CopiesDialog(office.path, jobs)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "以前的密码" in told(dialog))
    dialog.accept()
    assert dialog.chosen == copy.path
    jobs.shut_down()

"""The page of what was given out and what is kept no longer."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QTableWidget
from pytestqt.qtbot import QtBot

from app.office import Office
from app.records.prints import PrintLogEntry
from tests.factories.people import make_file
from ui.jobs import Jobs
from ui.office.personal import PersonalDialog


def _texts(table: QTableWidget | None) -> list[str]:
    assert table is not None
    return [item.text() for row in range(table.rowCount()) if (item := table.item(row, 1)) is not None]


@pytest.fixture
def dialog(office: Office, qtbot: QtBot) -> PersonalDialog:
    """The page of an office in which a file was closed ten years ago and a list printed today."""
    opened = date(date.today().year - 11, 1, 18)
    days = {"applied_on": opened, "approved_on": opened, "opened_on": opened}
    closed = {"status": "退档(脱困)", "closed_on": date(opened.year + 1, 6, 1), "close_reason": "脱困"}
    make_file(name="王芳", **days, **closed)
    PrintLogEntry.create(key="x", title="花名册", rows=3)
    shown = PersonalDialog(None, Jobs())
    qtbot.addWidget(shown)
    return shown


def test_the_page_lists_both_of_the_year_that_is_chosen(dialog: PersonalDialog) -> None:
    log, expired = (dialog.findChild(QTableWidget, name) for name in ("log", "expired"))
    assert _texts(log) == ["花名册"]
    assert len(_texts(expired)) == 1
    years = dialog.findChild(QComboBox, "year")
    assert years is not None
    years.setCurrentIndex(1)
    assert (_texts(log), _texts(expired)) == ([], [])

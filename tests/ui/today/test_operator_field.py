"""Who works here is asked once a day, and named by the history."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.keeping import history
from app.office import Office
from tests.factories.people import make_member
from ui import preferences
from ui.today.operator_field import OperatorField
from ui.today.tab import TodayTab


@pytest.fixture
def desk(office: Office, qtbot: QtBot) -> TodayTab:
    """The desk in the morning."""
    tab = TodayTab()
    qtbot.addWidget(tab)
    return tab


def _field(tab: TodayTab) -> OperatorField:
    tab.reload()
    field = tab.findChild(OperatorField)
    assert isinstance(field, OperatorField)
    return field


def test_the_history_names_whoever_said_to_work_here(desk: TodayTab) -> None:
    field = _field(desk)
    field.setText("王芳")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert history.of(make_member())[0].operator == "王芳"
    assert _field(desk).text() == "王芳", "asked once a day"


def test_on_another_day_it_is_asked_again_and_the_last_name_proposed(desk: TodayTab) -> None:
    preferences.remember_operator("王芳", date.today() - timedelta(days=1))
    field = _field(desk)
    assert (field.text(), field.placeholderText()) == ("", "今天由谁经办（上次王芳）")
    assert history.of(make_member())[0].operator == ""

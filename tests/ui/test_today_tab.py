"""The desk: figures above, due things below."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.people import make_file, make_member
from ui.today_tab import TodayTab


def opened(qtbot: QtBot) -> TodayTab:
    tab = TodayTab()
    qtbot.addWidget(tab)
    tab.resize(1214, 768)
    tab.show()
    tab.reload()
    return tab


def words(tab: TodayTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel)]


def published(days: int) -> None:
    """A file whose notice ends in so many days."""
    end = date.today() + timedelta(days=days)
    make_file(
        name="陆建国",
        status="公示中",
        applied_on=end - timedelta(days=40),
        notice_from=end - timedelta(days=7),
        notice_to=end,
        approved_on=None,
        opened_on=None,
    )


def test_the_cards_count_what_the_office_has(office: Office, qtbot: QtBot) -> None:
    make_member(), make_member(), make_file()
    told = words(opened(qtbot))
    assert told[told.index("会员（人）") + 1] == "2"
    assert told[told.index("在档困难职工（户）") + 1] == "1"


def test_a_due_thing_says_when(office: Office, qtbot: QtBot) -> None:
    published(-2)
    assert "逾期 2 天" in words(opened(qtbot))


def test_a_click_on_a_due_thing_asks_for_its_record(office: Office, qtbot: QtBot) -> None:
    published(1)
    tab = opened(qtbot)
    line = next(one for one in tab.findChildren(QPushButton) if "陆建国" in one.text())
    with qtbot.waitSignal(tab.record_chosen) as told:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert told.args == ["hardship", 1]


def test_nothing_due_is_said_calmly(office: Office, qtbot: QtBot) -> None:
    assert "眼下没有到期的事" in words(opened(qtbot))

"""Many records are changed beside the window, all or none of them."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Refused
from app.keeping import keeping
from app.office import Office
from app.records.base import change, database
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member
from ui.dialogs.waiting import Waiting

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def parent(office: Office, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_is_done_to_many_is_done_while_the_window_goes_on(parent: QWidget) -> None:
    member = make_member(name="王芳")
    turns: list[bool] = []
    QTimer.singleShot(0, lambda: turns.append(QApplication.activeModalWidget() is not None))
    Waiting.do(parent, "正在放入回收站", 1000, partial(keeping.to_bin, MEMBERS, [member.id]))
    assert turns == [True]
    assert not Member.alive().exists()


def test_a_few_are_done_without_a_dialog(parent: QWidget) -> None:
    assert Waiting.do(parent, "正在进行", 3, QApplication.activeModalWidget) is None


def test_a_refusal_reaches_who_asked(parent: QWidget) -> None:
    def refuse() -> None:
        raise Refused("不行。")

    with pytest.raises(Refused, match=r"不行。"):
        Waiting.do(parent, "正在进行", 1000, refuse)


def test_what_is_stopped_has_changed_nothing(parent: QWidget) -> None:
    make_member(name="王芳")

    def work() -> None:
        with change():
            Member.update(name="李强").execute()
            database.execute_sql(ENDLESS)

    def stop() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Waiting)
        button = dialog.findChild(QPushButton, "stop")
        assert isinstance(button, QPushButton)
        button.click()

    QTimer.singleShot(50, stop)
    with pytest.raises(Refused, match="已停止"):
        Waiting.do(parent, "正在进行", 1000, work)
    assert [one.name for one in Member.select()] == ["王芳"]

"""One act on many records of a list, from the button to the outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.office import Office
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.records import MutualEnrolment
from app.subjects.members.register import MEMBERS
from tests.factories.insurance import make_enrolment, make_product
from ui.dialogs.bulk_action import BulkActionDialog
from ui.registers.tab import RegisterTab


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> RegisterTab:
    """The list of three enrolments of 2011, one of a retired person."""
    product = make_product(year=2011)
    for state in ("在职", "在职", "退休"):
        make_enrolment(product, work_state=state)
    make_enrolment(product, status="待缴", paid_on=None)
    make_product(year=2012, name="在职住院保障", audience=("在职", "散户"))
    tab = RegisterTab(ENROLMENTS)
    qtbot.addWidget(tab)
    return tab


def _begin(
    tab: RegisterTab, title: str, monkeypatch: pytest.MonkeyPatch, act: Callable[[BulkActionDialog], None]
) -> None:
    """Choose the act from the menu, and do something with its dialog in place of a person."""
    monkeypatch.setattr(BulkActionDialog, "exec", act)
    button = tab.findChild(QPushButton, "sweep")
    assert isinstance(button, QPushButton)
    next(one for one in button.menu().actions() if one.text() == title).trigger()


def _words(dialog: BulkActionDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_all_that_are_listed_are_enrolled_again_and_the_others_told(
    tab: RegisterTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}

    def answer(dialog: BulkActionDialog) -> None:
        seen["asked"] = _words(dialog)
        product = dialog.findChild(QLineEdit, "product")
        assert isinstance(product, QLineEdit)
        product.setText("2012年在职住院保障")
        dialog.accept()
        qtbot.waitUntil(lambda: dialog.outcome is not None)
        left = dialog.findChild(QPlainTextEdit, "left")
        assert isinstance(left, QPlainTextEdit)
        seen["left"], seen["told"] = left.toPlainText(), _words(dialog)

    tab.show()
    _begin(tab, "续保…", monkeypatch, answer)
    assert "将对 3 人次办理“续保”，另有 1 人次的状态不能办理" in seen["asked"]
    assert "已办理 2 人次，1 人次未办理" in seen["told"]
    assert "退休人员不能参加" in seen["left"]
    assert MutualEnrolment.alive().where(MutualEnrolment.year == 2012).count() == 2
    assert tab.pane.table.model().rowCount() == 6


def test_what_is_asked_for_must_be_filled_in(tab: RegisterTab, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def answer(dialog: BulkActionDialog) -> None:
        dialog.accept()
        told.append(_words(dialog))
        dialog.reject()

    _begin(tab, "续保…", monkeypatch, answer)
    assert "请填写产品" in told[0]
    assert MutualEnrolment.select().count() == 4


def test_only_the_selected_are_meant_where_several_are(
    tab: RegisterTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tab.pane.table, "selected_ids", lambda: [1, 2])
    told: list[str] = []
    _begin(tab, "登记到期…", monkeypatch, lambda dialog: told.append(_words(dialog)))
    assert "将对 2 人次办理“登记到期”。" in told[0]


def test_who_is_meant_is_said_by_name(tab: RegisterTab, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    _begin(tab, "登记到期…", monkeypatch, lambda dialog: told.append(_words(dialog)))
    assert str(MutualEnrolment.alive().first()) in told[0]


def test_what_every_list_can_do_is_offered_where_nothing_else_is(office: Office, qtbot: QtBot) -> None:
    tab = RegisterTab(MEMBERS)
    qtbot.addWidget(tab)
    button = tab.findChild(QPushButton, "sweep")
    assert isinstance(button, QPushButton)
    assert [one.text() for one in button.menu().actions()] == ["修改一项…", "分组汇总…", "放入回收站"]

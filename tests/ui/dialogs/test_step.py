"""What a step asks for on the way: a record that is not there yet can be made there, too."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.office import Office
from app.records.base import Record
from app.register import Register, Step
from app.registry import registers
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.hardship.aid.acts import approve
from app.subjects.hardship.aid.register import APPROVE, BATCHES
from tests.factories.disputes import make_case, make_mediator
from tests.factories.people import make_batch, make_file, make_fund
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.step import StepDialog
from ui.editors.offers import ReferenceEditor


def test_a_mediator_who_is_not_there_yet_is_made_on_the_way(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, object]] = []

    def ask(_parent: object, register: Register, **values: object) -> Record:
        asked.append((register.key, values["name"]))
        return make_mediator(**values)

    monkeypatch.setattr(NewRecordDialog, "ask", ask)
    case = make_case("登记")
    accepting = next(step for step in DISPUTES.steps if step.title == "受理")
    dialog = StepDialog(DISPUTES, case, accepting, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    editor = dialog.form.findChild(ReferenceEditor, "mediator")
    assert isinstance(editor, ReferenceEditor)
    assert editor.matches("钱彩云") == ["＋ 新建“钱彩云”"]
    editor.missing.emit("钱彩云")
    assert asked == [("disputes.mediators", "钱彩云")]
    dialog.accept()
    kept = DisputeCase.get_by_id(case.id)
    assert (kept.status, str(kept.mediator)) == ("受理", "钱彩云")


def test_an_approval_that_lacks_money_goes_on_once_it_is_registered(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered: list[object] = []

    def ask(_parent: object, register: Register, **values: object) -> Record:
        registered.append(values["amount"])
        return keeping.save(register, register.record(**values))

    monkeypatch.setattr(NewRecordDialog, "ask", ask)
    batch = make_batch(make_file(), amount=800_00)
    make_fund(300_00)
    dialog = StepDialog(BATCHES, batch, APPROVE, None)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.write_back({"approved_by": "李主席"})
    dialog.accept()
    remedy = dialog.findChild(QPushButton, "remedy")
    assert isinstance(remedy, QPushButton)
    assert (remedy.isVisible(), dialog.moved) == (True, None)
    remedy.click()
    assert registered == [500_00]  # 800 less 300
    assert dialog.moved is not None
    assert getattr(dialog.moved, "status", "") == "已审批"


def test_who_approved_last_is_proposed_in_the_step(office: Office, qtbot: QtBot) -> None:
    make_fund()
    approve(make_batch(make_file()), "李主席", date.today())
    dialog = StepDialog(BATCHES, make_batch(make_file()), APPROVE, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    assert dialog.form.text("approved_by") == "李主席"


def test_enter_leads_from_the_last_field_to_the_act_and_not_to_giving_up(
    office: Office, qtbot: QtBot
) -> None:
    accepting = next(step for step in DISPUTES.steps if step.title == "受理")
    dialog = StepDialog(DISPUTES, make_case("登记"), accepting, None)  # type: ignore[arg-type]  # Qt takes no parent
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.form.focus_field("mediator")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    focused = dialog.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "受理"


_ASKING = [(register, step) for register in registers() for step in register.steps if step.asks]


@pytest.mark.parametrize(
    ("register", "step"), _ASKING, ids=[f"{register.key}-{step.title}" for register, step in _ASKING]
)
def test_all_that_a_step_asks_for_is_in_sight(
    office: Office, qtbot: QtBot, register: Register, step: Step
) -> None:
    dialog = StepDialog(register, register.record(), step, None)  # type: ignore[arg-type]  # Qt takes no parent
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.form.page.verticalScrollBar().maximum() == 0

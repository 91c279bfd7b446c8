"""What a step asks for on the way: a record that is not there yet can be made there, too."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from app.records.base import Record
from app.register import Register
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.cases.register import DISPUTES
from tests.factories.disputes import make_case, make_mediator
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

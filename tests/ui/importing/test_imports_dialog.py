"""The imports that were done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.records.imports import ImportDone
from app.subjects.members.records import Member
from tests.helpers.import_wizard import HEADINGS, Open, person, take_in
from tests.helpers.widgets import child
from ui.dialogs.question import Question
from ui.importing.imports_dialog import ImportsDialog
from ui.jobs import Jobs


def test_a_later_day_takes_an_import_back_from_the_list_of_imports(
    checked: Open, qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(checked(HEADINGS, person("张三")), qtbot)
    dialog = ImportsDialog(jobs)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    table = child(dialog, QTableView, "imports")
    assert [table.model().index(0, one).data() for one in (1, 2, 3)] == ["会员", "名单.xlsx", "1"]
    monkeypatch.setattr(Question, "ask", lambda *_: True)
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.changed == {"members"})
    assert Member.alive().count() == 0
    assert table.model().rowCount() == 0
    assert ImportDone.get().undone_at is not None

"""What the check found, in the window: a list, each line one click from its records, and a print of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from app.checking.finding import Finding
from app.checking.rules import Progress
from app.office import Office
from app.safekeeping.automatic import keep_copy
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member
from tests.helpers.widgets import child
from ui.dialogs.preview import Preview
from ui.jobs import Jobs
from ui.office import check
from ui.office.check import CheckDialog


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


@pytest.fixture
def left(office: Office) -> Member:
    """A member who left, as the form says; the events know nothing of it."""
    member = make_member(name="单小娟")
    values = {"status": "退会", "status_date": date(2011, 5, 3), "status_reason": "离职"}
    Member.update(values).where(Member.id == member.id).execute()
    keep_copy()
    return member


def checked(office: Office, jobs: Jobs, qtbot: QtBot) -> CheckDialog:
    dialog = CheckDialog(office, jobs)
    qtbot.addWidget(dialog)
    jobs.finish()
    return dialog


def findings(dialog: CheckDialog) -> QTableWidget:
    return child(dialog, QTableWidget, "findings")


def sentences(dialog: CheckDialog) -> list[str]:
    model = findings(dialog).model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def button(dialog: CheckDialog, name: str) -> QPushButton:
    return child(dialog, QPushButton, name)


def said(dialog: CheckDialog) -> str:
    label = dialog.findChild(QLabel, "problem")
    assert isinstance(label, QLabel)
    return label.text()


def test_a_finding_leads_to_its_records(office: Office, left: Member, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = checked(office, jobs, qtbot)
    (sentence,) = (one for one in sentences(dialog) if "退会" in one)
    findings(dialog).selectRow(sentences(dialog).index(sentence))
    dialog.accept()
    assert dialog.chosen is not None
    register, _, ids = dialog.chosen
    assert (register, ids) == ("members", (left.id,))
    jobs.shut_down()


def test_a_finding_leads_to_its_records_by_keyboard_alone(
    office: Office, left: Member, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = CheckDialog(office, jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    jobs.finish()
    at = next(row for row, sentence in enumerate(sentences(dialog)) if "退会" in sentence)
    at_the_cursor = QApplication.focusWidget()
    assert at_the_cursor is findings(dialog)
    QTest.keyClick(at_the_cursor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(at):
        QTest.keyClick(at_the_cursor, Qt.Key.Key_Down)
    QTest.keyClick(at_the_cursor, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    assert dialog.chosen[2] == (left.id,)
    jobs.shut_down()


def test_a_sound_office_is_told_so(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    keep_copy()
    dialog = checked(office, jobs, qtbot)
    assert sentences(dialog) == []
    assert "没有发现问题" in said(dialog)
    assert not button(dialog, "accept").isEnabled()
    assert not button(dialog, "print").isEnabled()
    jobs.shut_down()


def test_what_the_rules_find_that_ask_is_added_to_the_list_that_is_shown(
    office: Office, left: Member, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has gone to a line meanwhile stays there."""
    found = Finding("“会员”单小娟的“姓名”有误：不可能。", "members", (left.id,), by_rule=True)
    other = replace(found, ids=(left.id + 1,))
    steps = [Progress(MEMBERS, 1, 2), Progress(MEMBERS, 2, 2, (found, other))]
    monkeypatch.setattr(check, "ask", lambda: iter(steps))
    dialog = CheckDialog(office, jobs)
    qtbot.addWidget(dialog)
    said_meanwhile: list[str] = []
    monkeypatch.setattr(dialog, "show_message", lambda sentence, _tone: said_meanwhile.append(sentence))
    jobs.finish()
    assert "正在逐条核对“会员” 1 / 2 人…，发现 1 处问题" in said_meanwhile[0]
    assert "检查完毕，发现 2 处问题" in said_meanwhile[-1]
    assert "不可能" in sentences(dialog)[-1]
    assert sum("不可能" in sentence for sentence in sentences(dialog)) == 1  # of the other something is told
    jobs.shut_down()


def test_who_closes_the_list_ends_the_asking(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = CheckDialog(office, jobs)
    dialog.show()
    dialog.reject()
    jobs.finish()
    assert not jobs.is_busy
    jobs.shut_down()


def test_what_was_found_is_printed_by_the_programs_own_print(
    office: Office, left: Member, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = checked(office, jobs, qtbot)
    button(dialog, "print").click()
    jobs.finish()
    preview = dialog.findChild(Preview)
    assert isinstance(preview, Preview)
    assert preview.pages == 1
    preview.close()
    jobs.shut_down()

"""What is due is done on the desk: settled, put off, handed on; the numbers are those of the lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.agenda import plans, reminders
from app.agenda.entries import Entry, agenda
from app.office import Office
from app.records import steps
from app.subjects.members.records import Member
from tests.factories.people import make_member
from ui.dialogs.put_off import PutOffDialog
from ui.dialogs.step import StepDialog
from ui.jobs import Jobs
from ui.registers.tab import RegisterTab
from ui.today.card import LineButton
from ui.today.due_card import DueCard
from ui.today.tab import TodayTab
from ui.window.desk import Desk
from ui.window.side_entry import SideEntry

NEXT_WEEK = date.today() + timedelta(days=7)


@pytest.fixture
def desk(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The desk of an office in which two people ask to join."""
    monkeypatch.setattr(reminders, "campaigns", lambda: iter(()))  # no campaign, whatever the day
    for name in ("王芳", "李强"):
        make_member(name=name, status="待审批", approved_on=None)
    jobs = Jobs()
    made = Desk(office, jobs, QMenu())
    qtbot.addWidget(made)
    made.show()
    jobs.finish()
    yield made
    jobs.shut_down()


def card(desk: Desk) -> DueCard:
    desk._jobs.finish()
    QApplication.processEvents()  # a layout shows what was added to it in the next turn
    today = desk.front
    assert isinstance(today, TodayTab)
    return today.due


def applicants() -> Entry:
    (entry,) = (one for one in agenda(reminders.asked(date.today())) if one.register_key == "members")
    return entry


def shown(desk: Desk, name: str) -> list[QPushButton]:
    return [one for one in card(desk).findChildren(QPushButton, name) if one.isVisibleTo(desk)]


def lines(desk: Desk) -> list[str]:
    return [one.accessibleName() for one in card(desk).findChildren(LineButton) if one.isVisibleTo(desk)]


def badge(desk: Desk, key: str) -> str:
    desk._jobs.finish()
    (entry,) = (one for one in desk.findChildren(SideEntry) if one.key == key)
    label = next(one for one in entry.findChildren(QLabel) if one.property("role") == "badge")
    return "" if label.isHidden() else label.text()


def do(entry: Entry, label: str, of: DueCard) -> None:
    menu = of.menu_of(entry)
    next(action for action in menu.actions() if action.text().rstrip("…") == label).trigger()


def test_desk_list_and_side_bar_tell_one_number(desk: Desk) -> None:
    entry = applicants()
    assert entry.count == 2
    desk.go_to_entry(entry)
    tab = desk.front
    assert isinstance(tab, RegisterTab)
    assert len(tab.pane.table.ids()) == 2
    assert badge(desk, "members") == "2"
    assert badge(desk, "today") == "3"  # and the first backup


def test_one_after_the_other_is_settled_on_the_desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def agree(dialog: StepDialog) -> int:
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(StepDialog, "exec", agree)
    (apart,) = shown(desk, "apart")
    apart.click()
    first, _ = (one for one in shown(desk, "settle") if one.text() == "批准入会")
    first.click()
    assert [one.status for one in Member.select().order_by(Member.id)] == ["在册", "待审批"]
    assert badge(desk, "members") == "1"
    said = desk.front.findChild(QLabel, "said")
    assert isinstance(said, QLabel)
    assert "已批准入会" in said.text()


def test_what_is_put_off_leaves_the_numbers_and_waits_below(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(dialog: PutOffDialog) -> int:
        dialog.form.set_value("reason", "等街道通知")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(PutOffDialog, "exec", wait)
    do(applicants(), "推迟", card(desk))
    assert badge(desk, "members") == ""
    assert [one.until for one in applicants().reminders] == [NEXT_WEEK] * 2
    assert not any("王芳" in line for line in lines(desk))
    fold = shown(desk, "fold")[-1]
    assert fold.accessibleName() == "展开已推迟　2 项"
    fold.click()
    assert any("王芳" in line and "等街道通知" in line for line in lines(desk))
    do(applicants(), "不再推迟", card(desk))
    assert badge(desk, "members") == "2"


def test_nothing_is_put_off_without_a_reason(desk: Desk, qtbot: QtBot) -> None:
    dialog = PutOffDialog(applicants(), desk)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.until is None
    assert applicants().reminders[0].until is None


def test_what_others_see_to_can_be_hidden(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "operator", lambda: "赵敏")
    first, second = (one.key for one in applicants().reminders)
    plans.hand_to([first], "孙丽")
    desk.refresh()
    own, others = (shown(desk, f"whose_{number}")[0] for number in (1, 2))
    own.click()
    assert [("王芳" in line, "李强" in line) for line in lines(desk) if "申请" in line] == [(False, True)]
    others.click()
    assert [line for line in lines(desk) if "李强" in line] == []
    assert "孙丽" in [label.text() for label in card(desk).findChildren(QLabel) if label.isVisibleTo(desk)]
    plans.hand_to([first, second], "赵敏")
    desk.refresh()
    assert not any("申请" in line for line in lines(desk))  # all is her own: nothing is left for others


def test_a_name_is_asked_for_where_something_is_handed_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.dialogs.name import NameDialog

    def name(dialog: NameDialog) -> int:
        asked = dialog.findChild(QLineEdit, "name")
        assert isinstance(asked, QLineEdit)
        asked.setText("孙丽")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(NameDialog, "exec", name)
    do(applicants(), "交给", card(desk))
    assert applicants().person == "孙丽"
    do(applicants(), "不再交给孙丽", card(desk))
    assert applicants().person == ""


def test_a_backup_is_made_not_put_off(desk: Desk) -> None:
    assert len(shown(desk, "more")) == 1  # of the applicants
    assert any("还没有备份过" in line for line in lines(desk))

"""The panel of one record: nothing typed is lost, nothing wrong is kept."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.keeping import keeping, lifecycle
from app.office import Office
from app.register import Register
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_event, make_file, make_kin, make_member, resident_id
from tests.helpers.widgets import child, click
from ui.dialogs.step import StepDialog
from ui.lists.table import RecordTable
from ui.panel.child_page import ChildPage
from ui.panel.record_panel import RecordPanel


@pytest.fixture
def panel(office: Office, qtbot: QtBot) -> RecordPanel:
    """The panel of hardship files, on the screen, nothing in it yet."""
    return shown_panel(HARDSHIP, qtbot)


@pytest.fixture
def members(office: Office, qtbot: QtBot) -> RecordPanel:
    """The panel of members, on the screen, nothing in it yet."""
    return shown_panel(MEMBERS, qtbot)


def shown_panel(register: Register, qtbot: QtBot) -> RecordPanel:
    panel = RecordPanel(register)
    qtbot.addWidget(panel)
    panel.resize(500, 656)
    panel.show()
    return panel


def line(panel: QWidget, name: str) -> QLineEdit:
    return child(panel, QLineEdit, name)


def choice(panel: QWidget, name: str) -> QComboBox:
    return child(panel, QComboBox, name)


def label(panel: QWidget, name: str) -> QLabel:
    return child(panel, QLabel, name)


def button(panel: QWidget, name: str) -> QPushButton:
    return child(panel, QPushButton, name)


def write(editor: QLineEdit, text: str) -> None:
    """Type a text at once, as an input method commits it."""
    editor.setFocus()
    editor.clear()
    committed = QInputMethodEvent()
    committed.setCommitString(text)
    QApplication.sendEvent(editor, committed)


def test_nothing_chosen_shows_what_to_do(panel: RecordPanel) -> None:
    empty = [found.text() for found in panel.findChildren(QLabel) if found.property("role") == "empty"]
    assert empty == ["在左边选一条困难档案，或点“新建”。"]
    assert not button(panel, "save").isVisible()
    assert not panel.is_dirty()


def test_the_head_says_who_and_in_which_state(panel: RecordPanel) -> None:
    file = make_file(name="阿依古丽·买买提", category="意外致困")
    panel.show_record(file.id)
    assert label(panel, "who").text() == "阿依古丽·买买提"
    assert (label(panel, "state").text(), label(panel, "state").property("tone")) == ("在档", "good")
    assert str(file.file_no) in label(panel, "headline").text()


def test_a_record_in_the_bin_or_gone_leaves_the_panel_empty(panel: RecordPanel) -> None:
    panel.show_record(4711)
    assert not button(panel, "save").isVisible()


def test_a_wrong_amount_is_explained_under_its_field_and_never_reaches_the_file(panel: RecordPanel) -> None:
    file = make_file(own_monthly_income=1860_00)
    panel.show_record(file.id)
    line(panel, "own_monthly_income").setText("几千")
    click(panel, "save")
    assert "例如 1200.50" in label(panel, "own_monthly_income_message").text()
    assert line(panel, "own_monthly_income").text() == "几千"
    assert HardshipFile.get_by_id(file.id).own_monthly_income == 1860_00


def test_a_wrong_value_takes_the_clerk_to_its_field(panel: RecordPanel, qapp: QApplication) -> None:
    panel.show_record(make_file().id)
    line(panel, "bank_card").setText("12")
    click(panel, "save")
    assert qapp.focusWidget() is line(panel, "bank_card")
    assert not line(panel, "bank_card").visibleRegion().isEmpty()


def test_what_was_typed_is_kept(panel: RecordPanel, qtbot: QtBot) -> None:
    file = make_file(employer="卫庆电梯工程公司")
    panel.show_record(file.id)
    line(panel, "employer").setText("衡建旅游汽车公司")
    with qtbot.waitSignals([panel.saved, panel.changed], timeout=1000):
        click(panel, "save")
    assert HardshipFile.get_by_id(file.id).employer == "衡建旅游汽车公司"
    assert not panel.is_dirty()


def test_a_new_record_is_kept_and_numbered(members: RecordPanel, qtbot: QtBot) -> None:
    number = resident_id(born=date(1985, 2, 3), sex="女")
    members.new_record()
    for name, text in (
        ("id_number", number),
        ("name", "钱秀英"),
        ("employer", "灵活就业"),
        ("mobile", "13800138000"),
    ):
        line(members, name).setText(text)
    with qtbot.waitSignal(members.saved, timeout=1000) as kept:
        click(members, "save")
    member = Member.get_by_id(kept.args[0])
    assert (member.sex, member.birth_date) == ("女", date(1985, 2, 3))
    assert member.member_no.startswith("TY-HY-")
    assert label(members, "who").text() == "钱秀英"


def test_an_identity_number_fills_in_sex_birth_date_and_age(members: RecordPanel, qtbot: QtBot) -> None:
    members.new_record()
    QTest.keyClicks(line(members, "id_number"), resident_id(born=date(1985, 2, 3), sex="女"))
    assert choice(members, "sex").currentText() == "女"
    assert line(members, "birth_date").text() == "1985年2月3日"
    qtbot.waitUntil(lambda: line(members, "age").text().endswith("岁"))


def test_an_identity_number_does_not_overwrite_what_was_typed(members: RecordPanel) -> None:
    members.new_record()
    choice(members, "sex").setCurrentText("男")
    line(members, "id_number").setText(resident_id(sex="女"))
    assert choice(members, "sex").currentText() == "男"
    click(members, "save")
    assert "身份证号表明是“女”" in label(members, "sex_message").text()


def test_another_identity_number_corrects_what_the_first_one_filled_in(members: RecordPanel) -> None:
    members.new_record()
    line(members, "id_number").setText(resident_id(sex="女"))
    line(members, "id_number").setText(resident_id(sex="男"))
    assert choice(members, "sex").currentText() == "男"


def test_a_new_record_is_not_scolded_for_what_it_still_lacks(members: RecordPanel) -> None:
    members.new_record()
    assert not label(members, "name_message").isVisibleTo(members)
    click(members, "save")
    assert label(members, "name_message").text() == "请填写姓名"


def test_a_value_is_judged_when_its_field_is_left(members: RecordPanel, qtbot: QtBot) -> None:
    members.new_record()
    line(members, "mobile").setFocus()
    QTest.keyClicks(line(members, "mobile"), "1380013")
    members.form.check()
    assert not label(members, "mobile_message").isVisibleTo(members)
    line(members, "name").setFocus()
    qtbot.waitUntil(lambda: "11 位" in label(members, "mobile_message").text())


def test_a_message_goes_while_its_cause_is_mended(members: RecordPanel, qtbot: QtBot) -> None:
    members.show_record(make_member().id)
    line(members, "mobile").setText("1380013")
    click(members, "save")
    line(members, "mobile").setText("13800138001")
    qtbot.waitUntil(lambda: not label(members, "mobile_message").isVisibleTo(members))


def test_computed_values_follow_what_is_typed(panel: RecordPanel, qtbot: QtBot) -> None:
    panel.show_record(make_file(own_monthly_income=1000_00, family_other_income=0).id)
    line(panel, "own_monthly_income").setText("1500")
    qtbot.waitUntil(lambda: line(panel, "monthly_pc").text() == "1,500.00")
    assert line(panel, "monthly_pc").isReadOnly()
    assert panel.is_dirty()


def test_taking_back_shows_the_record_as_it_is(panel: RecordPanel) -> None:
    panel.show_record(make_file(employer="卫庆电梯工程公司").id)
    line(panel, "employer").setText("别的公司")
    click(panel, "revert")
    assert line(panel, "employer").text() == "卫庆电梯工程公司"
    assert not panel.is_dirty()


def test_a_new_record_that_is_taken_back_leaves_the_panel_empty(members: RecordPanel) -> None:
    members.new_record()
    click(members, "revert")
    assert not button(members, "save").isVisible()


def test_a_deleted_record_goes_to_the_bin(panel: RecordPanel, qtbot: QtBot) -> None:
    file = make_file()
    panel.show_record(file.id)
    with qtbot.waitSignal(panel.deleted, timeout=1000) as gone:
        click(panel, "delete")
    assert gone.args == [file.id]
    assert HardshipFile.get_by_id(file.id).deleted_at is not None
    assert not button(panel, "save").isVisible()


def test_a_record_with_unsaved_text_cannot_be_deleted(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    line(panel, "employer").setText("别的公司")
    assert not button(panel, "delete").isEnabled()


def test_a_record_changed_meanwhile_is_not_overwritten(panel: RecordPanel) -> None:
    file = make_file(employer="旧公司")
    panel.show_record(file.id)
    other = HardshipFile.get_by_id(file.id)
    other.employer = "别人改的公司"
    keeping.save(HARDSHIP, other)
    line(panel, "employer").setText("我改的公司")
    click(panel, "save")
    assert "已被修改" in label(panel, "form_message").text()
    assert line(panel, "employer").text() == "我改的公司"
    assert HardshipFile.get_by_id(file.id).employer == "别人改的公司"


def test_the_state_moves_by_steps_only(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    assert line(panel, "status").isReadOnly()


def test_the_next_step_is_the_button_at_the_right(panel: RecordPanel) -> None:
    panel.show_record(make_file(status="申请", approved_on=None, opened_on=None).id)
    assert button(panel, "step").text() == "登记入户调查 ▸"
    assert button(panel, "steps").isVisible()


def test_a_step_asks_what_it_needs_and_moves_the_record(
    panel: RecordPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: StepDialog) -> int:
        line(dialog, "visited_on").setText("2011-1-6")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(StepDialog, "exec", answer)
    file = make_file(status="申请", approved_on=None, opened_on=None)
    panel.show_record(file.id)
    with qtbot.waitSignal(panel.saved, timeout=1000):
        click(panel, "step")
    kept = HardshipFile.get_by_id(file.id)
    assert (kept.status, kept.visited_on) == ("调查", date(2011, 1, 6))
    assert label(panel, "state").text() == "调查"


def test_a_step_that_is_forbidden_says_why_and_stays_open(panel: RecordPanel, qtbot: QtBot) -> None:
    file = make_file(status="申请", approved_on=None, opened_on=None)
    dialog = StepDialog(HARDSHIP, file, HARDSHIP.next_steps(file)[0], panel)
    dialog.show()
    line(dialog, "visited_on").setText("")
    dialog.accept()
    assert dialog.isVisible()
    assert label(dialog, "visited_on_message").text() == "请填写入户日期"
    assert HardshipFile.get_by_id(file.id).status == "申请"
    dialog.close()


def test_unsaved_text_is_kept_before_a_step(
    panel: RecordPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(_dialog: StepDialog) -> int:
        return 0

    monkeypatch.setattr(StepDialog, "exec", give_up)
    file = make_file(status="申请", approved_on=None, opened_on=None)
    panel.show_record(file.id)
    line(panel, "employer").setText("衡建旅游汽车公司")
    click(panel, "step")
    assert HardshipFile.get_by_id(file.id).employer == "衡建旅游汽车公司"


def test_who_is_already_there_is_told_while_a_name_is_typed(panel: RecordPanel, qtbot: QtBot) -> None:
    member = make_member(name="阿依古丽·买买提")
    panel.new_record()
    write(line(panel, "name"), "阿依")
    known = panel.findChild(QWidget, "known")
    assert isinstance(known, QWidget)
    qtbot.waitUntil(known.isVisible)
    (told,) = [found for found in known.findChildren(QPushButton) if found.isVisibleTo(known)]
    assert told.text().startswith("阿依古丽·买买提　会员")
    with qtbot.waitSignal(panel.known_chosen, timeout=1000) as chosen:
        told.click()
    assert chosen.args == ["members", member.id]
    assert line(panel, "name").text() == "阿依"


def test_nobody_is_looked_up_while_a_known_person_is_edited(panel: RecordPanel) -> None:
    make_member(name="阿依古丽·买买提")
    panel.show_record(make_file().id)
    write(line(panel, "name"), "阿依")
    known = panel.findChild(QWidget, "known")
    assert isinstance(known, QWidget)
    assert not known.isVisible()


def test_the_tabs_count_the_rows(panel: RecordPanel) -> None:
    file = make_file()
    make_kin(file)
    make_kin(file)
    panel.show_record(file.id)
    assert panel.strip.titles()[:2] == ["困难档案", "家庭成员 2"]
    assert panel.strip.titles()[-1] == "历史"


def test_history_puts_a_value_back(panel: RecordPanel, qtbot: QtBot) -> None:
    file = make_file(employer="旧公司")
    file.employer = "新公司"
    keeping.save(HARDSHIP, file)
    panel.show_record(file.id)
    panel.strip.go_to(len(panel.strip.titles()) - 1)
    history = panel.findChild(QWidget, "history")
    assert isinstance(history, QWidget)
    back = [found for found in history.findChildren(QPushButton) if found.text() == "恢复到此前"]
    with qtbot.waitSignal(panel.changed, timeout=1000):
        QTest.mouseClick(back[0], Qt.MouseButton.LeftButton)
    assert HardshipFile.get_by_id(file.id).employer == "旧公司"
    assert line(panel, "employer").text() == "旧公司"


def test_history_shows_no_identity_number_in_full(panel: RecordPanel) -> None:
    file = make_file()
    panel.show_record(file.id)
    panel.strip.go_to(len(panel.strip.titles()) - 1)
    history = panel.findChild(QWidget, "history")
    assert isinstance(history, QWidget)
    told = "\n".join(found.text() for found in history.findChildren(QLabel))
    assert "身份证号：（空） → " in told
    assert str(file.id_number) not in told


def test_a_button_is_found_before_those_of_the_rows_below(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    assert button(panel, "save").text() == "保存　Ctrl+S"
    assert button(panel, "delete").accessibleName() == "删除"


def test_a_step_does_not_take_the_answers_of_the_step_before(members: RecordPanel) -> None:
    member = make_member()
    (leave,) = (one for one in MEMBERS.steps if one.title == "退会")
    answers = {"status_date": date(2012, 3, 1), "status_reason": "本人书面申请"}
    left = lifecycle.advance(MEMBERS, member, leave, {one.name: answers[one.name] for one in leave.asks})
    (rejoin,) = (one for one in MEMBERS.next_steps(left) if one.title == "重新入会")
    dialog = StepDialog(MEMBERS, left, rejoin, members)
    texts = dialog.form.texts()
    assert texts["status_reason"] == ""
    today = date.today()
    assert texts["status_date"] == f"{today.year}年{today.month}月{today.day}日"


def test_an_event_that_is_typed_moves_the_state_in_sight(members: RecordPanel) -> None:
    member = make_member()
    members.show_record(member.id)
    make_event(Member.get_by_id(member.id), "退会", date(2012, 5, 1))
    page = members.findChild(ChildPage, "members.events")
    assert isinstance(page, ChildPage)
    page.changed.emit("members.events")
    assert members.form.record is not None
    assert members.form.record.__data__["status"] == "退会"
    titles = [one.title for one in MEMBERS.next_steps(members.form.record)]
    assert titles == ["重新入会"]
    write(line(members, "mobile"), "13900139000")
    click(members, "save")
    assert Member.get_by_id(member.id).mobile == "13900139000"


def test_the_only_joining_is_not_deleted_and_the_reason_is_said(members: RecordPanel) -> None:
    member = make_member()
    members.show_record(member.id)
    page = members.findChild(ChildPage, "members.events")
    assert isinstance(page, ChildPage)
    members.strip.go_to(1)
    table = page.findChild(RecordTable)
    assert isinstance(table, RecordTable)
    table.selected.emit(MembershipEvent.get(MembershipEvent.member == member).id)
    click(page, "delete")
    told = [found.text() for found in page.findChildren(QLabel)]
    assert any("是唯一的记录，不能删除" in text for text in told)

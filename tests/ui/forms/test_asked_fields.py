"""A form asks for what there is to say of its record, and for nothing that only other records have."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.office import Office
from app.records.base import Record
from app.register import Register
from app.subjects.disputes.cases.records import DisputeParty
from app.subjects.disputes.proceedings.register import PARTIES
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_file, make_member, new_member, resident_id
from tests.helpers.widgets import child
from ui.forms.record_form import RecordForm


def shown(qtbot: QtBot, register: Register, record: Record) -> RecordForm:
    form = RecordForm(register, None, make=lambda *_, **__: None)  # type: ignore[arg-type]  # Qt takes no parent
    qtbot.addWidget(form)
    form.resize(700, 500)
    form.load(record)
    form.show()
    qtbot.waitExposed(form)
    return form


def editor(form: RecordForm, name: str) -> QWidget:
    return child(form, QWidget, name)


def is_asked(form: RecordForm, name: str) -> bool:
    return editor(form, name).isVisibleTo(form)


@pytest.fixture
def member() -> Member:
    number = resident_id(date(1970, 3, 8), "女")
    return new_member(id_number=number, sex="女", birth_date=date(1970, 3, 8))


def test_why_a_document_differs_is_not_asked_while_it_does_not(
    office: Office, qtbot: QtBot, member: Member
) -> None:
    assert not is_asked(shown(qtbot, MEMBERS, member), "id_differs_reason")


def test_why_a_document_differs_is_asked_as_soon_as_it_does(
    office: Office, qtbot: QtBot, member: Member
) -> None:
    form = shown(qtbot, MEMBERS, member)
    form.set_value("sex", "男")
    form.edited.emit("sex")
    assert is_asked(form, "id_differs_reason")


def test_a_reason_that_was_given_is_shown(office: Office, qtbot: QtBot) -> None:
    member = make_member(id_number=resident_id(sex="女"), sex="男", id_differs_reason="登记有误")
    assert is_asked(shown(qtbot, MEMBERS, member), "id_differs_reason")


def test_enter_leads_past_what_is_not_asked(office: Office, qtbot: QtBot, member: Member) -> None:
    form = shown(qtbot, MEMBERS, member)
    names = [field.name for field in MEMBERS.fields]
    before = names[names.index("id_differs_reason") - 1]
    form.focus_field(before)
    QTest.keyClick(editor(form, before), Qt.Key.Key_Return)
    focused = form.focusWidget()
    assert focused is not None
    assert focused is not editor(form, "id_differs_reason")
    assert focused is not editor(form, before)


def test_what_belongs_to_a_term_is_asked_when_it_is_chosen(office: Office, qtbot: QtBot) -> None:
    form = shown(qtbot, HARDSHIP, make_file(health="良好"))
    assert not is_asked(form, "disability")
    form.set_value("health", "残疾")
    form.edited.emit("health")
    assert is_asked(form, "disability")


@pytest.mark.parametrize(("kind", "asked"), [("个人", True), ("单位", False)])
def test_a_unit_is_asked_for_no_birthday(office: Office, qtbot: QtBot, kind: str, asked: bool) -> None:
    form = shown(qtbot, PARTIES, DisputeParty(kind=kind))
    of_persons = ("id_number", "sex", "birth_date", "age", "ethnicity", "post")
    assert [is_asked(form, name) for name in of_persons] == [asked] * len(of_persons)
    assert is_asked(form, "legal_rep") is not asked


def test_a_value_that_is_there_is_shown_whatever_the_term(office: Office, qtbot: QtBot) -> None:
    file = make_file(health="残疾", disability="肢体", disability_grade="三级")
    form = shown(qtbot, HARDSHIP, file)
    form.set_value("health", "良好")
    form.check()
    assert is_asked(form, "disability")


def test_a_place_that_is_gone_to_is_shown(office: Office, qtbot: QtBot, member: Member) -> None:
    form = shown(qtbot, MEMBERS, member)
    form.focus_field("id_differs_reason")
    assert is_asked(form, "id_differs_reason")

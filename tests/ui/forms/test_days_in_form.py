"""A value that changes over time, typed in the form: it says from which day on, and lets that be changed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.office import Office
from app.subjects.unions.grassroots.records import EarlierUnion, GrassrootsUnion
from app.subjects.unions.grassroots.register import UNIONS
from tests.factories.unions import make_union
from tests.helpers.lives import entered_on
from ui.forms.record_form import RecordForm

END_2010 = date(2010, 12, 31)
TODAY = date.today()


@pytest.fixture
def form(office: Office, qtbot: QtBot) -> RecordForm:
    """The form of a union of 60 members, told at the end of 2010."""
    union = entered_on(make_union(member_count=60, told_on=END_2010), END_2010)
    shown = RecordForm(UNIONS, None, make=lambda *_, **__: None)  # type: ignore[arg-type]  # Qt takes no parent
    qtbot.addWidget(shown)
    shown.load(union)
    return shown


def _type(form: RecordForm, name: str, text: str) -> None:
    editor = form.findChild(QLineEdit, name)
    assert editor is not None
    editor.setText(text)


def _saved(form: RecordForm) -> tuple[GrassrootsUnion, int]:
    assert form.save() is not None
    return GrassrootsUnion.get(), EarlierUnion.select().count()


def test_a_changed_number_is_of_today_and_the_form_says_so(form: RecordForm) -> None:
    _type(form, "member_count", "80")
    assert form.text("told_on") == f"{TODAY.year}年{TODAY.month}月{TODAY.day}日"
    union, earlier = _saved(form)
    assert (union.member_count, union.told_on, earlier) == (80, TODAY, 1)


def test_another_day_can_be_told(form: RecordForm) -> None:
    _type(form, "member_count", "80")
    _type(form, "told_on", "2011-12-20")
    union, earlier = _saved(form)
    assert (union.told_on, earlier) == (date(2011, 12, 20), 1)


def test_the_old_day_again_corrects_a_mistake(form: RecordForm) -> None:
    _type(form, "member_count", "66")
    _type(form, "told_on", "2010-12-31")
    union, earlier = _saved(form)
    assert (union.member_count, union.told_on, earlier) == (66, END_2010, 0)


def test_what_does_not_change_over_time_has_no_day(form: RecordForm) -> None:
    _type(form, "parent_union", "街道工会联合会")
    assert form.text("told_on") == "2010年12月31日"

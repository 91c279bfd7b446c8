"""The same as last time, stars that follow the state, and references that open like the lists they are."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.office import Office
from app.register import Register
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.disputes.mediation.register import MEDIATORS
from app.subjects.disputes.proceedings.register import AGREEMENTS
from app.subjects.office.seal_uses.records import SealUse
from app.subjects.office.seal_uses.register import SEAL_USES
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories.disputes import make_body, make_case
from tests.helpers.widgets import child
from ui.editors.offers import ReferenceEditor
from ui.forms.form import Form
from ui.forms.record_form import RecordForm
from ui.panel.child_page import ChildPage
from ui.panel.record_panel import RecordPanel


def never(parent: QWidget, register: Register, **values: object) -> None:
    """Stand for a person who closes the form of another record again."""


@pytest.fixture
def visits(office: Office, qtbot: QtBot) -> RecordPanel:
    """The panel of visitors, a new one in front, after one from 泰祥物业 whom 李敏 received."""
    keeping.save(
        VISITS,
        Visit(
            visited_on=date(2011, 3, 8),
            name="王芳",
            unit="泰祥物业",
            received_by="李敏",
            matter="问入会",
            subject="入会",
        ),
    )
    panel = RecordPanel(VISITS)
    qtbot.addWidget(panel)
    panel.resize(500, 656)
    panel.show()
    panel.new_record()
    return panel


def press(form: Form, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    form.focus_field(name)
    QTest.keyClick(QApplication.focusWidget() or form, key, modifiers)


def test_a_field_takes_what_was_entered_there_last(visits: RecordPanel) -> None:
    press(visits.form, "unit", Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert (visits.form.text("unit"), visits.form.text("received_by")) == ("泰祥物业", "")
    assert visits.is_dirty()


def test_a_form_takes_what_was_entered_at_the_last_record_but_not_over_what_was_typed(
    visits: RecordPanel,
) -> None:
    visits.form.write_back({"received_by": "赵强"})
    again = visits.findChild(QPushButton, "same_again")
    assert isinstance(again, QPushButton)
    again.click()
    shown = {name: visits.form.text(name) for name in ("unit", "received_by", "subject", "matter")}
    assert shown == {"unit": "泰祥物业", "received_by": "赵强", "subject": "入会", "matter": "问入会"}


def test_who_approved_last_stands_in_the_next_form(office: Office, qtbot: QtBot) -> None:
    use = SealUse(document="合同", reason="签约", approved_by="李主席", handled_by="周敏")
    keeping.save(SEAL_USES, use)
    panel = RecordPanel(SEAL_USES)
    qtbot.addWidget(panel)
    panel.new_record()
    assert (panel.form.text("approved_by"), panel.form.text("document")) == ("李主席", "")


def test_what_its_state_asks_of_a_record_is_starred(visits: RecordPanel) -> None:
    assert not visits.form.page.cells["closed_on"].is_starred
    asked = Visit(name="李强", received_by="李敏", matter="问工资", status="已答复", result="已解释")
    asked.closed_on = asked.visited_on
    visits.show_record(keeping.save(VISITS, asked).id)
    assert visits.form.page.cells["closed_on"].is_starred


def test_what_a_state_asks_is_starred_as_soon_as_it_is_chosen(office: Office, qtbot: QtBot) -> None:
    panel = RecordPanel(DISPUTES)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_record(make_case().id)
    page = panel.findChild(ChildPage, AGREEMENTS.key)
    assert isinstance(page, ChildPage)
    page.begin()
    form = page.findChild(RecordForm)
    assert isinstance(form, RecordForm)
    cell = form.page.cells["performed_on"]
    assert not cell.is_starred
    form.write_back({"performance": "已履行"})
    form.check()
    assert cell.is_starred


@pytest.fixture
def mediators(office: Office, qtbot: QtBot) -> RecordForm:
    """A new mediator, whose committee is to be chosen among two."""
    for name in ("泰祥调解委员会", "广达调解委员会"):
        make_body(name=name)
    panel = RecordPanel(MEDIATORS)
    qtbot.addWidget(panel)
    panel.show()
    panel.new_record()
    panel.form._make = never  # whoever opened the other form closes it again
    return panel.form


def reference(form: Form) -> ReferenceEditor:
    return child(form, ReferenceEditor, "body")


def offered(editor: ReferenceEditor) -> list[str]:
    listed = editor.completer().popup().model()
    return [str(listed.index(row, 0).data()) for row in range(listed.rowCount())]


def test_a_reference_opens_by_down_and_ends_with_the_way_to_make_one(mediators: RecordForm) -> None:
    editor = reference(mediators)
    assert len(editor.actions()) == 1  # the arrow at its end, as of a choice
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert offered(editor) == ["广达调解委员会", "泰祥调解委员会", "＋ 新建…"]


def test_down_lists_all_again_where_one_was_chosen(mediators: RecordForm) -> None:
    editor = reference(mediators)
    editor.set_text("泰祥调解委员会")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert len(offered(editor)) == 3


def test_a_reference_that_was_made_on_the_way_comes_back_filled_in(
    mediators: RecordForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_body(name="新建的调解委员会")
    mediators._make = lambda *_args, **_values: made  # the person who fills it in
    editor = reference(mediators)
    editor.list_all()
    editor.take_offer("＋ 新建…")
    assert (editor.text(), editor.picked) == (str(made), made.id)


def test_a_reference_keeps_its_record_where_nothing_was_made(mediators: RecordForm) -> None:
    editor = reference(mediators)
    editor.set_text("泰祥调解委员会")
    editor.list_all()
    editor.setText("＋ 新建…")  # as the list writes it
    editor.take_offer("＋ 新建…")
    assert editor.text() == "泰祥调解委员会"

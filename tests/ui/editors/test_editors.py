"""Editors: one for each kind of field, speaking text, and touched only by what was not loaded."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QDesktopServices, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.fields import (
    AttachmentField,
    BankCardField,
    ChoiceField,
    ChoicesField,
    CountField,
    DateField,
    Derived,
    Described,
    FlagField,
    MoneyField,
    NotesField,
    PartialDateField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
)
from app.keeping import keeping
from app.office import Office
from app.records.base import Record
from app.register import Register
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.hardship.files.records import CAUSES, HardshipFile
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.people import make_enterprise, make_file, resident_id
from ui import passing
from ui.dialogs.new_record import NewRecordDialog
from ui.editors import Editor, editor_for
from ui.editors.attachments import AttachmentEditor
from ui.editors.choices import ChoiceEditor, ChoicesEditor, matching, meant
from ui.editors.dates import DateEditor
from ui.editors.flags import FlagEditor
from ui.editors.guarded import SecretEditor
from ui.editors.lines import GivenEditor, GivenText, LineEditor
from ui.editors.notes import NotesEditor
from ui.editors.offers import ReferenceEditor, SuggestEditor
from ui.forms.record_form import RecordForm
from ui.look import theme
from ui.look.icons import icon
from ui.look.theme import apply


def _one(_record: object) -> Any:  # noqa: ANN401  # of whatever type the case has
    return "一"


class Sheet(Record):
    """One field of each kind."""

    dated = DateField("日期", null=True)
    month = PartialDateField("年月", null=True)
    title = TextField("题目", help_text="一句话")
    place = TextField("地点", suggest=True, null=True)
    text = NotesField("说明", null=True)
    amount = MoneyField("金额", null=True)
    count = CountField("人数", null=True)
    cause = ChoiceField("原因", CAUSES)
    kind = ChoiceField("类别", ("甲", "乙"), null=True)
    causes = ChoicesField("其他原因", CAUSES, most_chosen=3, null=True)
    agreed = FlagField("同意", default=False)
    asked = FlagField("问过", null=True)
    id_number = ResidentIdField("身份证号", null=True)
    card = BankCardField("银行卡号", null=True)
    unit = ReferenceField("单位", Enterprise, null=True)
    number = SerialField("编号", "SH", dated_by=dated)
    sum_up = MoneyField("合计", derive=_one)
    file_name = TextField("文件名", null=True)
    content = AttachmentField("文件", called=file_name, null=True)
    note = Derived("注", _one)
    working = Derived("算式", _one, wide=True)


# It has no table in an office file: what looks for all rows that refer to an enterprise must not ask it.
Sheet._meta.remove_ref(Sheet.unit)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window in which editors stand one under the other."""
    shown = QWidget()
    QVBoxLayout(shown)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def edit(window: QWidget) -> Callable[[Described | Derived], Any]:
    """Make the editor of a field, in sight."""

    def make(field: Described | Derived) -> Editor:
        editor = editor_for(field, window)
        layout = window.layout()
        assert layout is not None
        layout.addWidget(editor)
        editor.show()
        return editor

    return make


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (Sheet.title, LineEditor),
        (Sheet.place, SuggestEditor),
        (Sheet.text, NotesEditor),
        (Sheet.dated, DateEditor),
        (Sheet.month, DateEditor),
        (Sheet.amount, LineEditor),
        (Sheet.cause, ChoiceEditor),
        (Sheet.causes, ChoicesEditor),
        (Sheet.agreed, FlagEditor),
        (Sheet.id_number, SecretEditor),
        (Sheet.card, SecretEditor),
        (Sheet.unit, ReferenceEditor),
        (Sheet.number, GivenEditor),
        (Sheet.sum_up, GivenEditor),
        (Sheet.content, AttachmentEditor),
        (Sheet.note, GivenEditor),
        (Sheet.working, GivenText),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_the_nearest_kind_of_field_decides_the_editor(
    edit: Callable[[Any], Editor],
    field: Described,
    kind: type,
) -> None:
    assert type(edit(field)) is kind


def test_an_editor_is_found_by_the_name_of_its_field_and_read_out_by_its_label(
    edit: Callable[[Any], Editor],
) -> None:
    editor = edit(Sheet.amount)
    assert (editor.objectName(), editor.accessibleName()) == ("amount", "金额")


_TEXTS = {
    Sheet.title.name: "关于慰问",
    Sheet.place.name: "三楼",
    Sheet.text.name: "第一行\n第二行",
    Sheet.dated.name: "2011年3月8日",
    Sheet.month.name: "2011年3月",
    Sheet.amount.name: "1,200.50",
    Sheet.cause.name: "子女上学",
    Sheet.causes.name: "子女上学、其他",
    Sheet.agreed.name: "是",
    Sheet.id_number.name: resident_id(),
    Sheet.unit.name: "某公司",
}


@pytest.mark.parametrize("name", list(_TEXTS))
def test_what_is_loaded_is_read_back_and_touches_nothing(
    edit: Callable[[Any], Editor], qtbot: QtBot, name: str
) -> None:
    editor = edit(getattr(Sheet, name))
    with qtbot.assertNotEmitted(editor.touched):
        editor.set_text(_TEXTS[name])
    assert editor.text() == _TEXTS[name]


def test_typing_touches(edit: Callable[[Any], LineEditor], qtbot: QtBot) -> None:
    editor = edit(Sheet.amount)
    with qtbot.waitSignal(editor.touched, timeout=1000):
        QTest.keyClicks(editor, "12")


def test_an_amount_is_written_properly_on_leaving(edit: Callable[[Any], LineEditor], qtbot: QtBot) -> None:
    editor, other = edit(Sheet.amount), edit(Sheet.title)
    editor.setFocus()
    QTest.keyClicks(editor, "1200")
    other.setFocus()
    assert editor.text() == "1,200.00"


def test_a_wrong_amount_stays_as_it_was_typed(edit: Callable[[Any], LineEditor], qtbot: QtBot) -> None:
    editor, other = edit(Sheet.amount), edit(Sheet.title)
    editor.setFocus()
    QTest.keyClicks(editor, "12x")
    other.setFocus()
    assert editor.text() == "12x"


def test_enter_goes_on_to_the_next_field(
    edit: Callable[[Any], LineEditor], qtbot: QtBot, qapp: QApplication
) -> None:
    first, second = edit(Sheet.title), edit(Sheet.cause)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert qapp.focusWidget() is second


def test_enter_leaves_a_choice_and_a_box_too(
    edit: Callable[[Any], Any], qtbot: QtBot, qapp: QApplication
) -> None:
    choice, box, last = edit(Sheet.cause), edit(Sheet.agreed), edit(Sheet.title)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert qapp.focusWidget() is last
    assert not box.isChecked()


def test_enter_passes_over_what_cannot_be_typed_into(
    edit: Callable[[Any], Any], qtbot: QtBot, qapp: QApplication
) -> None:
    first, _given, last = edit(Sheet.title), edit(Sheet.sum_up), edit(Sheet.place)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert qapp.focusWidget() is last


def test_enter_breaks_a_line_in_notes_and_ctrl_enter_goes_on(
    edit: Callable[[Any], Any], qtbot: QtBot, qapp: QApplication
) -> None:
    notes, last = edit(Sheet.text), edit(Sheet.title)
    notes.setFocus()
    QTest.keyClicks(notes, "a")
    QTest.keyClick(notes, Qt.Key.Key_Return)
    assert notes.text() == "a\n"
    QTest.keyClick(notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert qapp.focusWidget() is last


def test_enter_goes_on_from_notes_in_which_nothing_is_written(
    edit: Callable[[Any], Any], qtbot: QtBot, qapp: QApplication
) -> None:
    notes, last = edit(Sheet.text), edit(Sheet.title)
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_Return)
    assert (notes.text(), qapp.focusWidget()) == ("", last)


def test_notes_come_into_sight_whole_where_a_key_leads_there(qtbot: QtBot) -> None:
    page, area = QWidget(), QScrollArea()
    column = QVBoxLayout(page)
    title, notes = editor_for(Sheet.title, page), editor_for(Sheet.text, page)
    column.addWidget(title)
    column.addSpacing(300)
    column.addWidget(notes)
    column.addSpacing(300)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(400, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert area.viewport().rect().contains(QRect(notes.mapTo(area.viewport(), QPoint()), notes.size()))


def test_notes_are_not_touched_while_an_input_method_composes(
    edit: Callable[[Any], NotesEditor], qtbot: QtBot, qapp: QApplication
) -> None:
    notes = edit(Sheet.text)
    notes.setFocus()
    composing = QInputMethodEvent("kun", [])
    with qtbot.assertNotEmitted(notes.touched):
        qapp.sendEvent(notes, composing)
    committed = QInputMethodEvent()
    committed.setCommitString("困")
    with qtbot.waitSignal(notes.touched, timeout=1000):
        qapp.sendEvent(notes, committed)
    assert notes.text() == "困"


def test_a_computed_value_cannot_be_typed_into(edit: Callable[[Any], GivenEditor], qtbot: QtBot) -> None:
    editor = edit(Sheet.sum_up)
    editor.set_text("1.00")
    QTest.keyClicks(editor, "9")
    assert editor.text() == "1.00"


def test_amounts_stand_at_the_right(edit: Callable[[Any], LineEditor]) -> None:
    assert edit(Sheet.amount).alignment() & Qt.AlignmentFlag.AlignRight
    assert edit(Sheet.title).alignment() & Qt.AlignmentFlag.AlignLeft


def test_the_hint_stands_where_nothing_is_typed(edit: Callable[[Any], LineEditor]) -> None:
    assert edit(Sheet.title).placeholderText() == "一句话"


def test_a_secret_is_painted_hidden_while_its_text_is_whole(
    edit: Callable[[Any], SecretEditor], window: QWidget
) -> None:
    number = resident_id()
    editor = edit(Sheet.id_number)
    edit(Sheet.title).setFocus()
    editor.set_text(number)
    assert editor.text() == number
    assert editor.hides
    assert editor.hidden_text() == f"{number[:6]}********{number[-4:]}"


def test_a_secret_looks_different_hidden_and_shown(edit: Callable[[Any], SecretEditor]) -> None:
    editor = edit(Sheet.id_number)
    edit(Sheet.title).setFocus()
    editor.set_text(resident_id())
    hidden = editor.grab().toImage()
    editor.actions()[0].trigger()
    assert editor.grab().toImage() != hidden
    assert editor.actions()[0].text() == "隐藏"


def test_a_secret_can_be_read_while_it_is_typed(
    edit: Callable[[Any], SecretEditor], qapp: QApplication
) -> None:
    editor = edit(Sheet.id_number)
    editor.set_text(resident_id())
    editor.setFocus()
    assert qapp.focusWidget() is editor
    assert not editor.hides


def test_a_secret_that_is_wrong_stays_readable_so_that_it_can_be_mended(
    edit: Callable[[Any], SecretEditor],
) -> None:
    editor = edit(Sheet.id_number)
    editor.set_text("3101041980")
    assert not editor.hides


def test_another_record_hides_its_secret_again(edit: Callable[[Any], SecretEditor]) -> None:
    editor = edit(Sheet.id_number)
    editor.set_text(resident_id())
    editor.actions()[0].trigger()
    assert not editor.hides
    editor.set_text(resident_id())
    assert editor.hides


def test_a_choice_is_found_by_part_or_by_pinyin() -> None:
    assert matching(CAUSES, "意外") == ["遭受意外事故"]
    assert matching(CAUSES, "znsx") == ["子女上学"]
    assert "无劳动能力" in matching(CAUSES, "能力")
    assert matching(CAUSES, "zzzz") == []


def test_a_term_is_meant_by_what_it_begins_with_though_another_holds_it() -> None:
    roles = ("被申请人", "申请人", "第三人")
    assert matching(roles, "sqr") == ["申请人", "被申请人"]
    assert meant(roles, "sqr") == meant(roles, "申请") == "申请人"
    assert meant(roles, "bsqr") == "被申请人"
    assert meant(roles, "人") == ""


def test_the_only_term_that_can_be_meant_is_taken_on_leaving(
    edit: Callable[[Any], Any], qtbot: QtBot
) -> None:
    choice, other = edit(Sheet.cause), edit(Sheet.title)
    choice.setFocus()
    QTest.keyClicks(choice, "znsx")
    choice.completer().popup().hide()
    other.setFocus()
    assert choice.text() == "子女上学"


def test_the_rows_of_a_list_of_terms_stand_apart_and_all_in_sight(
    edit: Callable[[Any], ChoiceEditor],
) -> None:
    choice = edit(Sheet.cause)
    choice.showPopup()
    offers = choice._offers.popup()
    rows = [offers.visualRect(offers.model().index(row, 0)) for row in range(len(CAUSES))]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(rows))
    assert offers.viewport().rect().contains(rows[-1])
    offers.hide()


def test_a_choice_keeps_a_term_that_is_not_in_its_list(edit: Callable[[Any], ChoiceEditor]) -> None:
    editor = edit(Sheet.cause)
    editor.set_text("旧类别")
    assert editor.text() == "旧类别"


def test_only_a_choice_that_may_be_empty_offers_nothing(edit: Callable[[Any], ChoiceEditor]) -> None:
    assert edit(Sheet.cause).findText("") == -1
    assert edit(Sheet.kind).findText("") == 0


def test_choosing_in_the_list_touches(edit: Callable[[Any], ChoiceEditor], qtbot: QtBot) -> None:
    editor = edit(Sheet.kind)
    with qtbot.waitSignal(editor.touched, timeout=1000):
        editor.setCurrentText("乙")
    assert editor.text() == "乙"


def test_scrolling_past_a_choice_changes_nothing(
    edit: Callable[[Any], ChoiceEditor], qapp: QApplication
) -> None:
    editor = edit(Sheet.kind)
    editor.set_text("甲")
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(editor.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(editor, turned)
    assert editor.text() == "甲"


def test_ticking_terms_writes_them_in_the_order_of_the_list(
    edit: Callable[[Any], ChoicesEditor], qtbot: QtBot
) -> None:
    editor = edit(Sheet.causes)
    editor.set_text("其他")
    editor.open_list()
    terms = editor.list_of_terms
    item = terms.item(CAUSES.index("子女上学"))
    with qtbot.waitSignal(editor.touched, timeout=1000):
        terms.itemClicked.emit(item)
    assert editor.text() == "子女上学、其他"
    terms.close()


def test_a_box_says_its_answer_and_nothing_before_it_was_asked(
    edit: Callable[[Any], FlagEditor], qtbot: QtBot
) -> None:
    agreed, asked = edit(Sheet.agreed), edit(Sheet.asked)
    agreed.set_text("否")
    asked.set_text("")
    assert (agreed.text(), asked.text()) == ("否", "")
    QTest.keyClick(asked, Qt.Key.Key_Space)
    assert asked.text() == "是"
    QTest.keyClick(asked, Qt.Key.Key_Space)
    assert asked.text() == "否"


def test_an_answer_can_be_taken_back_where_none_is_needed(
    edit: Callable[[Any], FlagEditor], qtbot: QtBot
) -> None:
    asked = edit(Sheet.asked)
    asked.set_text("是")
    QTest.keyClick(asked, Qt.Key.Key_Delete)
    assert asked.text() == ""


def test_the_calendar_wears_the_colours_of_the_program(edit: Callable[[Any], DateEditor]) -> None:
    editor = edit(Sheet.dated)
    editor.open_calendar()
    weekend = editor.calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
    assert weekend == QColor(theme.colours().bad)
    turn = editor.calendar.findChild(QToolButton, "qt_calendar_nextmonth")
    assert turn is not None
    assert turn.icon().pixmap(16).toImage() == icon("right").pixmap(16).toImage()
    editor.calendar.hide()


def test_a_day_is_picked_from_the_calendar(edit: Callable[[Any], DateEditor], qtbot: QtBot) -> None:
    editor = edit(Sheet.dated)
    editor.set_text("2011年3月8日")
    editor.open_calendar()
    assert editor.calendar.selectedDate() == QDate(2011, 3, 8)
    with qtbot.waitSignal(editor.touched, timeout=1000):
        editor.calendar.clicked.emit(QDate(2011, 10, 1))
    assert editor.text() == "2011年10月1日"
    assert not editor.calendar.isVisible()


def test_a_line_offers_what_was_written_before(
    office: Office, edit: Callable[[Any], SuggestEditor], qtbot: QtBot
) -> None:
    make_file(filed_by="王芳")
    make_file(filed_by="李强")
    editor = edit(type(make_file()).filed_by)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    model = editor.completer().completionModel()
    offered = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert {"王芳", "李强"} <= offered
    editor.completer().popup().hide()


def test_a_record_that_was_offered_is_remembered_by_its_id(
    office: Office, edit: Callable[[Any], ReferenceEditor], qtbot: QtBot
) -> None:
    unit = make_enterprise(name="上海ABC公司")
    editor = edit(Sheet.unit)
    editor.setFocus()
    QTest.keyClicks(editor, "ABC")
    editor.completer().popup().hide()
    editor.setText(str(unit))
    assert editor.picked == unit.id
    editor.setText("别的公司")
    assert editor.picked is None


def test_terms_that_do_not_fit_into_the_line_are_told_beside_the_cursor(
    edit: Callable[[Any], ChoicesEditor],
) -> None:
    editor = edit(Sheet.causes)
    editor.resize(120, 32)
    editor.set_text("、".join(CAUSES))
    assert editor.toolTip() == "、".join(CAUSES)
    editor.resize(4000, 32)
    assert editor.toolTip() == Sheet.causes.explanation


def test_nothing_is_offered_to_be_made_where_it_cannot_be(
    office: Office, edit: Callable[[Any], ReferenceEditor]
) -> None:
    editor = edit(Sheet.unit)
    assert editor.matches("XYZ") == []
    editor.may_make = True
    assert editor.matches("XYZ") == ["＋ 新建“XYZ”"]


def test_a_record_that_is_missing_can_be_asked_for(
    office: Office, edit: Callable[[Any], ReferenceEditor], qtbot: QtBot
) -> None:
    editor = edit(Sheet.unit)
    QTest.keyClicks(editor, "XYZ")
    with qtbot.waitSignal(editor.missing) as told:
        editor.completer().activated.emit("＋ 新建“XYZ”")
    editor.completer().popup().hide()
    assert told.args == ["XYZ"]
    assert editor.text() == "XYZ"


def test_the_form_makes_the_missing_record_and_refers_to_it(office: Office, qtbot: QtBot) -> None:
    asked: dict[str, object] = {}

    def ask(_parent: object, register: Register, **values: object) -> Record:
        asked.update(values, register=register.key)
        return make_file(**values)

    form = RecordForm(PAYMENTS, None, make=ask)  # type: ignore[arg-type]
    qtbot.addWidget(form)
    form.load(keeping.new(PAYMENTS))
    editor = form.findChild(ReferenceEditor, "file")
    assert editor is not None
    editor.missing.emit("王芳")
    assert asked == {"name": "王芳", "register": "hardship"}
    assert editor.picked == HardshipFile.get(HardshipFile.name == "王芳").id


def test_a_record_made_on_the_way_obeys_its_own_rules(office: Office, qtbot: QtBot) -> None:
    dialog = NewRecordDialog(ENTERPRISES, None, name="XYZ")
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.made is None
    assert Enterprise.select().count() == 0


def test_a_file_is_taken_in_with_its_name(
    edit: Callable[[Any], AttachmentEditor], qtbot: QtBot, tmp_path: Path
) -> None:
    paper = tmp_path / "收入证明.pdf"
    paper.write_bytes(b"x" * 3000)
    editor = edit(Sheet.content)
    with qtbot.waitSignals([editor.touched, editor.named], timeout=1000):
        editor.take(paper)
    assert editor.value == b"x" * 3000
    assert editor.text() == "已附"


def test_a_copy_of_a_file_that_is_looked_at_only_passes_through(
    edit: Callable[[Any], AttachmentEditor], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))
    (tmp_path / "病历.pdf").write_bytes(b"x")
    editor = edit(Sheet.content)
    editor.take(tmp_path / "病历.pdf")
    next(button for button in editor.findChildren(QPushButton) if button.text() == "打开").click()
    (copy,) = opened
    assert copy.read_bytes() == b"x"
    assert copy.is_relative_to(passing.folder())


def test_a_problem_marks_the_editor_until_it_is_gone(edit: Callable[[Any], LineEditor]) -> None:
    editor = edit(Sheet.title)
    editor.set_problem("block")
    assert editor.property("problem") == "block"
    editor.set_problem("")
    assert editor.property("problem") == ""


def test_a_phrase_longer_than_the_field_allows_is_not_cut(
    edit: Callable[[Any], LineEditor], qapp: QApplication
) -> None:
    editor = edit(Sheet.title)
    committed = QInputMethodEvent()
    committed.setCommitString("长" * 500)
    qapp.sendEvent(editor, committed)
    assert editor.text() == "长" * 500


def test_notes_keep_room_for_three_lines_under_the_style_sheet(
    edit: Callable[[Any], NotesEditor], qapp: QApplication
) -> None:
    apply(qapp)
    editor = edit(Sheet.text)
    editor.ensurePolished()
    assert editor.minimumHeight() >= 3 * editor.fontMetrics().lineSpacing()

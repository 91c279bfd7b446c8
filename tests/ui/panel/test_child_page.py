"""Rows below a record: added, changed and binned in their own tab."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.office import Office
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.disputes import new_case
from tests.factories.people import make_file, make_kin, resident_id
from tests.helpers.widgets import child, click
from ui.dialogs.question import Question
from ui.lists.table import RecordTable, row_height
from ui.panel.child_page import ChildPage
from ui.panel.record_panel import RecordPanel


@pytest.fixture
def panel(office: Office, qtbot: QtBot) -> RecordPanel:
    """The panel of a hardship file, turned to the family."""
    shown = RecordPanel(HARDSHIP)
    qtbot.addWidget(shown)
    shown.resize(500, 656)
    shown.show()
    return shown


def family_of(panel: RecordPanel) -> ChildPage:
    panel.strip.go_to(1)
    return child(panel, ChildPage, "hardship.family")


def button(page: QWidget, name: str) -> QPushButton:
    return child(page, QPushButton, name)


def fill(page: QWidget, **texts: str) -> None:
    for name, text in texts.items():
        editor = page.findChild(QLineEdit, name) or page.findChild(QComboBox, name)
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        else:
            assert isinstance(editor, QLineEdit)
            editor.setText(text)


def add_spouse(page: ChildPage) -> None:
    click(page, "new")
    fill(page, name="钱秀英", relation="配偶", occupation="在职", monthly_income="1300", no_id_reason="未带")


def new_file(panel: RecordPanel) -> None:
    """Type a new file in, as far as it must be known."""
    file = make_file()
    values = {name: value for name, value in file.__data__.items() if value is not None}
    for name in ("id", "version", "file_no", "id_number", "search_key", "created_at", "updated_at"):
        values.pop(name, None)
    keeping.to_bin(HARDSHIP, [file.id])
    panel.new_record(**values, id_number=resident_id())


def test_rows_of_a_new_record_wait_for_it_and_are_saved_with_it(panel: RecordPanel) -> None:
    new_file(panel)
    page = family_of(panel)
    add_spouse(page)
    click(page, "new")  # the first row waits, and the next one is typed
    fill(page, name="陆小明", relation="子", occupation="学生", no_id_reason="未带")
    assert panel.strip.titles()[1] == "家庭成员 1"
    assert HardshipFamily.select().count() == 0
    click(panel, "save")
    kin = list(HardshipFamily.select().order_by(HardshipFamily.id))
    file = panel.form.record
    assert file is not None
    assert [(one.name, one.file_id) for one in kin] == [("钱秀英", file.id), ("陆小明", file.id)]
    assert not panel.is_dirty()
    assert panel.form.text("family_size") == "3"


def test_a_row_that_waits_is_changed_and_taken_out_again(panel: RecordPanel) -> None:
    new_file(panel)
    page = family_of(panel)
    add_spouse(page)
    assert page.save()
    table = page.findChild(RecordTable)
    assert isinstance(table, RecordTable)
    table.selected.emit(-1)
    fill(page, name="钱秀")
    assert page.save()
    assert table.model().index(0, 0).data() == "钱秀"
    table.selected.emit(-1)
    click(page, "delete")
    assert table.ids() == []
    assert not page.is_dirty()


def test_a_row_that_its_owner_forbids_is_shown_and_nothing_is_saved(panel: RecordPanel) -> None:
    new_file(panel)
    files = HardshipFile.alive().count()
    page = family_of(panel)
    click(page, "new")  # the holder is no member of the own household
    fill(page, name="本人", relation="其他", occupation="在职", id_number=panel.form.text("id_number"))
    assert page.save()
    panel.strip.go_to(0)
    assert not panel.save()
    assert panel.strip.current() == 1
    message = page.findChild(QLabel, "id_number_message")
    assert isinstance(message, QLabel)
    assert "与户主相同" in message.text()
    assert HardshipFile.alive().count() == files


def test_a_draft_keeps_the_rows_that_wait(panel: RecordPanel) -> None:
    panel.new_record()
    page = family_of(panel)
    add_spouse(page)
    assert page.save()
    panel.form.keep_draft()
    panel.show_record(None)
    again = RecordPanel(HARDSHIP)
    again.resize(500, 656)
    again.show()
    again.new_record()
    offer = again.findChild(QPushButton, "restore_draft")
    assert isinstance(offer, QPushButton)
    offer.click()
    assert again.strip.titles()[1] == "家庭成员 1"
    again.deleteLater()


def test_there_is_one_button_to_save_and_one_to_take_back(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    add_spouse(family_of(panel))
    for name in ("save", "revert"):
        shown = [found for found in panel.findChildren(QPushButton, name) if found.isVisible()]
        assert len(shown) == 1
        assert shown[0].isEnabled()


def test_parties_are_entered_in_the_form_of_a_new_case(office: Office, qtbot: QtBot) -> None:
    cases = RecordPanel(DISPUTES)
    qtbot.addWidget(cases)
    cases.resize(560, 656)
    cases.show()
    values = new_case().__data__
    asked = ("applied_on", "category", "subcategory", "claims", "facts", "mediator")
    cases.new_record(**{name: values[name] for name in asked})
    page = cases.findChild(ChildPage, "disputes.parties")
    assert isinstance(page, ChildPage)
    assert page.isVisible()
    assert cases.form.isAncestorOf(page)
    click(page, "new")
    role = page.findChild(QComboBox, "role")
    assert isinstance(role, QComboBox)
    assert not role.visibleRegion().isEmpty()  # it was scrolled into sight
    fill(page, role="申请人", kind="个人", name="王芳", sex="女", phone="13800138000")
    click(cases, "save")
    case = DisputeCase.get()
    assert case.applicants == "王芳"
    assert not cases.form.isAncestorOf(page)  # of a saved case they are a page of their own again
    assert not page.isVisible()
    assert cases.form.text("applicants") == "王芳"


def test_many_rows_take_the_height_there_is(panel: RecordPanel) -> None:
    file = make_file()
    for _ in range(12):
        make_kin(file)
    panel.show_record(file.id)
    table = family_of(panel).findChild(RecordTable)
    assert isinstance(table, RecordTable)
    assert table.height() > 10 * row_height()


def test_rows_are_read_when_they_are_looked_at_and_counted_before(panel: RecordPanel) -> None:
    first, second = make_file(), make_file()
    make_kin(first)
    make_kin(second, name="张小芳")
    page = panel.findChild(ChildPage, "hardship.family")
    assert isinstance(page, ChildPage)
    panel.show_record(first.id)
    assert page.findChild(RecordTable) is None
    assert panel.strip.titles()[1] == "家庭成员 1"
    panel.strip.go_to(1)
    panel.strip.go_to(0)
    panel.show_record(second.id)
    table = page.findChild(RecordTable)
    assert isinstance(table, RecordTable)
    panel.strip.go_to(1)
    assert table.model().index(0, 0).data() == "张小芳"
    assert table.model().rowCount() == 1


def test_rows_never_scroll_sideways_who_it_is_stays(panel: RecordPanel, qtbot: QtBot) -> None:
    file = make_file()
    make_kin(file, name="张小芳")
    panel.show_record(file.id)
    family = family_of(panel)
    panel.resize(360, 656)
    table = family.findChild(RecordTable)
    assert isinstance(table, RecordTable)
    qtbot.waitUntil(lambda: table.width() < 360 and table.horizontalScrollBar().maximum() == 0)
    assert not table.isColumnHidden(0)
    assert table.model().index(0, 0).data() == "张小芳"


def test_a_row_is_kept_with_its_owner(panel: RecordPanel, qtbot: QtBot) -> None:
    file = make_file()
    panel.show_record(file.id)
    page = family_of(panel)
    add_spouse(page)
    with qtbot.waitSignal(panel.changed, timeout=1000) as change:
        click(panel, "save")
    assert change.args == ["hardship.family"]
    kin = HardshipFamily.get()
    assert (kin.file_id, kin.name, kin.monthly_income) == (file.id, "钱秀英", 1300_00)


def test_a_kept_row_stands_in_the_list_and_in_the_title(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    page = family_of(panel)
    add_spouse(page)
    click(panel, "save")
    table = page.findChild(RecordTable, "records")
    assert isinstance(table, RecordTable)
    assert table.ids() == [HardshipFamily.get().id]
    assert table.current_id() == HardshipFamily.get().id
    assert panel.strip.titles()[1] == "家庭成员 1"


def test_a_row_brings_the_income_of_the_household_up_to_date(panel: RecordPanel) -> None:
    file = make_file(own_monthly_income=1000_00, family_other_income=0)
    panel.show_record(file.id)
    page = family_of(panel)
    add_spouse(page)
    click(panel, "save")
    size = panel.form.findChild(QLineEdit, "family_size")
    income = panel.form.findChild(QLineEdit, "monthly_pc")
    assert isinstance(size, QLineEdit)
    assert isinstance(income, QLineEdit)
    # (1,000 + 1,300) ÷ 2
    assert (size.text(), income.text()) == ("2", "1,150.00")
    assert HardshipFile.get_by_id(file.id).monthly_pc == 1150_00


def test_a_row_does_not_take_back_what_was_typed_into_its_owner(panel: RecordPanel) -> None:
    file = make_file(employer="旧公司")
    panel.show_record(file.id)
    fill(panel.form, employer="新公司")
    page = family_of(panel)
    add_spouse(page)
    page.save()
    assert panel.form.texts()["employer"] == "新公司"
    assert panel.is_dirty()
    assert panel.save()
    assert HardshipFile.get_by_id(file.id).employer == "新公司"


def test_a_wrong_row_is_explained_and_not_kept(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    page = family_of(panel)
    click(page, "new")
    fill(page, name="钱秀英", monthly_income="几千")
    click(panel, "save")
    message = page.findChild(QLabel, "monthly_income_message")
    assert isinstance(message, QLabel)
    assert "例如 1200.50" in message.text()
    assert HardshipFamily.select().count() == 0


def test_saving_the_record_keeps_the_open_row_too(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    add_spouse(family_of(panel))
    assert panel.is_dirty()
    assert panel.save()
    assert HardshipFamily.select().count() == 1
    assert not panel.is_dirty()


def test_a_row_that_cannot_be_kept_is_shown_when_the_record_is_saved(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    page = family_of(panel)
    click(page, "new")
    fill(page, name="钱秀英")
    panel.strip.go_to(0)
    assert not panel.save()
    assert panel.strip.current() == 1
    assert HardshipFamily.select().count() == 0


def test_going_to_another_row_shows_it(panel: RecordPanel) -> None:
    file = make_file()
    make_kin(file, name="赵小明")
    second = make_kin(file, name="钱秀英")
    panel.show_record(file.id)
    page = family_of(panel)
    table = page.findChild(RecordTable, "records")
    assert isinstance(table, RecordTable)
    table.selected.emit(second.id)
    name = page.findChild(QLineEdit, "name")
    assert isinstance(name, QLineEdit)
    assert name.text() == "钱秀英"


def test_several_rows_are_binned_together_after_a_question(
    panel: RecordPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, words: str, more: str, act: str, away: str = "取消") -> bool:
        asked.append(words + more)
        return True

    monkeypatch.setattr(Question, "ask", ask)
    file = make_file()
    for name in ("钱秀英", "陆小明", "陆小红"):
        make_kin(file, name=name)
    panel.show_record(file.id)
    page = family_of(panel)
    table = page.findChild(RecordTable)
    assert isinstance(table, RecordTable)
    table.selectRow(0)
    table.selectAll()
    click(page, "delete")
    assert "钱秀英" in asked[0]
    assert HardshipFamily.alive().count() == 0
    click(page, "restore")
    assert HardshipFamily.alive().count() == 3
    assert not button(page, "restore").isVisibleTo(page)


def test_a_binned_row_no_longer_counts(panel: RecordPanel) -> None:
    file = make_file()
    kin = make_kin(file)
    panel.show_record(file.id)
    page = family_of(panel)
    table = page.findChild(RecordTable, "records")
    assert isinstance(table, RecordTable)
    table.selected.emit(kin.id)
    click(page, "delete")
    assert HardshipFamily.get_by_id(kin.id).deleted_at is not None
    assert table.ids() == []
    assert HardshipFile.get_by_id(file.id).family_size == 1
    assert panel.strip.titles()[1] == "家庭成员"


def test_a_row_taken_back_is_shown_as_it_is(panel: RecordPanel) -> None:
    file = make_file()
    kin = make_kin(file, name="赵小明")
    panel.show_record(file.id)
    page = family_of(panel)
    table = page.findChild(RecordTable, "records")
    assert isinstance(table, RecordTable)
    table.selected.emit(kin.id)
    fill(page, name="别人")
    click(panel, "revert")
    assert not page.is_dirty()
    assert page.findChild(QLineEdit, "name").text() == "赵小明"  # type: ignore[union-attr]


def test_rows_of_another_record_are_not_shown(panel: RecordPanel) -> None:
    file, other = make_file(), make_file()
    make_kin(other)
    panel.show_record(file.id)
    table = family_of(panel).findChild(RecordTable, "records")
    assert isinstance(table, RecordTable)
    assert table.ids() == []


def test_giving_up_takes_the_row_and_the_record_back(panel: RecordPanel) -> None:
    panel.show_record(make_file(employer="旧公司").id)
    fill(panel.form, employer="新公司")
    add_spouse(family_of(panel))
    panel.give_up()
    assert not panel.is_dirty()
    assert panel.form.text("employer") == "旧公司"


def test_taking_back_begins_with_the_row_in_front(panel: RecordPanel) -> None:
    panel.show_record(make_file(employer="旧公司").id)
    fill(panel.form, employer="新公司")
    add_spouse(family_of(panel))
    click(panel, "revert")
    assert panel.form.text("employer") == "新公司"
    click(panel, "revert")
    assert panel.form.text("employer") == "旧公司"

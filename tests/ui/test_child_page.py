"""Rows below a record: added, changed and binned in their own tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.office import Office
from app.subjects.hardship.files.records import HardshipFamily, HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import make_file, make_kin
from ui.child_page import ChildPage
from ui.dialogs.question import Question
from ui.record_panel import RecordPanel
from ui.table import RecordTable


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
    page = panel.findChild(ChildPage, "hardship.family")
    assert isinstance(page, ChildPage)
    return page


def button(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


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


def test_no_row_is_added_before_the_record_is_kept(panel: RecordPanel) -> None:
    panel.new_record()
    page = family_of(panel)
    assert not button(page, "new").isEnabled()
    assert "请先保存，再添加家庭成员。" in [found.text() for found in page.findChildren(QLabel)]


def test_a_row_is_kept_with_its_owner(panel: RecordPanel, qtbot: QtBot) -> None:
    file = make_file()
    panel.show_record(file.id)
    page = family_of(panel)
    add_spouse(page)
    with qtbot.waitSignal(panel.changed, timeout=1000) as change:
        click(page, "save")
    assert change.args == ["hardship.family"]
    kin = HardshipFamily.get()
    assert (kin.file_id, kin.name, kin.monthly_income) == (file.id, "钱秀英", 1300_00)


def test_a_kept_row_stands_in_the_list_and_in_the_title(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    page = family_of(panel)
    add_spouse(page)
    click(page, "save")
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
    click(page, "save")
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
    click(page, "save")
    assert panel.form.texts()["employer"] == "新公司"
    assert panel.is_dirty()
    assert panel.save()
    assert HardshipFile.get_by_id(file.id).employer == "新公司"


def test_a_wrong_row_is_explained_and_not_kept(panel: RecordPanel) -> None:
    panel.show_record(make_file().id)
    page = family_of(panel)
    click(page, "new")
    fill(page, name="钱秀英", monthly_income="几千")
    click(page, "save")
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
    click(page, "revert")
    assert not page.is_dirty()
    assert page.findChild(QLineEdit, "name").text() == "赵小明"  # type: ignore[union-attr]


def test_rows_of_another_record_are_not_shown(panel: RecordPanel) -> None:
    file, other = make_file(), make_file()
    make_kin(other)
    panel.show_record(file.id)
    table = family_of(panel).findChild(RecordTable, "records")
    assert isinstance(table, RecordTable)
    assert table.ids() == []

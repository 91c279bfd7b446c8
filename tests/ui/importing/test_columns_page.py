"""The columns of an import: which field each one fills, and what is told for all rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.listing import Criteria, count
from app.register import INCOMPLETE
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.unions.enterprises.records import Enterprise
from tests.app.exchange.books import write_book
from tests.factories import people
from tests.helpers.import_wizard import HEADINGS, Open, person, rehearse, shown, take_in
from tests.helpers.widgets import child, click, tick, words
from ui.importing.wizard import COLUMNS, ImportWizard


def test_a_column_tells_what_it_holds_and_how_its_field_was_found(matched: Open) -> None:
    rows = [[name, "13800138000", people.resident_id()] for name in ("张三", "李四")]
    wizard = matched(["姓名", "电话", "身分证号"], *rows)
    assert [words(wizard, f"how_{one}") for one in range(3)] == ["名称", "别名", "名称相近"]
    table = child(wizard, QTableView, "columns")
    assert table.model().index(1, 1).data() == "13800138000"
    assert "********" in table.model().index(2, 1).data()


def test_a_column_that_the_program_computes_says_so_and_again_at_the_end(matched: Open, qtbot: QtBot) -> None:
    wizard = matched([*HEADINGS, "年龄", "血型"], [*person(), "42", "A"])
    assert (words(wizard, "how_6"), words(wizard, "how_7")) == ("程序计算", "")
    rehearse(wizard, qtbot)
    take_in(wizard, qtbot)
    assert words(wizard, "left_out") == "这些列由程序计算，不录入：年龄\n没有用到的列：血型"


def test_another_field_is_typed_for_a_column(matched: Open, qtbot: QtBot) -> None:
    wizard = matched([*HEADINGS, "甲"], [*person(), "汉族"])
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    picker = child(wizard, QComboBox, "field_6")
    assert picker.currentText() == "不导入"
    line = picker.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "minzu")
    QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Return)
    assert picker.currentText() == "民族"
    assert words(wizard, "how_6") == "指定"


def test_a_field_is_filled_by_one_column_only(matched: Open) -> None:
    wizard = matched([*HEADINGS, "曾用名"], [*person(), "李四"])
    assert wizard.file.session is not None
    picker = child(wizard, QComboBox, "field_6")
    picker.setCurrentText("姓名")
    picker.setFocus()
    child(wizard, QComboBox, "field_1").setFocus()
    assert child(wizard, QComboBox, "field_0").currentText() == "不导入"


def test_a_required_field_without_a_column_is_asked_for_once(matched: Open, qtbot: QtBot) -> None:
    without = [HEADINGS[:3], *(person(name)[:3] for name in ("张三", "李四"))]
    wizard = matched(*without)
    child(wizard, QLineEdit, "employer").setText("泰祥物业")
    rehearse(wizard, qtbot)
    take_in(wizard, qtbot)
    assert {one.employer for one in Member.select()} == {"泰祥物业"}


def test_what_the_identity_number_tells_is_not_asked_for(matched: Open) -> None:
    wizard = matched(HEADINGS[:3], person()[:3])
    assert wizard.findChild(QWidget, "birth_date") is None
    assert wizard.findChild(QWidget, "employer") is not None


def test_a_value_for_all_rows_that_cannot_be_read_is_told_beside_it(matched: Open) -> None:
    wizard = matched(["姓名", "手机号码"], ["张三", "13800138000"])
    child(wizard, QLineEdit, "birth_date").setText("春天")
    click(wizard, "accept")
    assert wizard.step == COLUMNS
    assert "例如" in words(wizard, "birth_date_message")


def test_the_year_of_days_without_one_is_asked_for_once(matched: Open, qtbot: QtBot) -> None:
    wizard = matched(HEADINGS, person("张三", approved="3月8日"), person("李四", approved="4月2日"))
    child(wizard, QLineEdit, "year").setText("2011")
    rehearse(wizard, qtbot)
    take_in(wizard, qtbot)
    assert [one.approved_on for one in Member.select()] == [date(2011, 3, 8), date(2011, 4, 2)]


def test_the_year_of_the_title_is_proposed(matched: Open) -> None:
    wizard = matched(["2011年会员花名册"], HEADINGS, person(approved="3月8日"))
    year = child(wizard, QLineEdit, "year")
    assert (year.text(), year.isVisible()) == ("2011", True)


def test_no_year_is_asked_for_where_all_days_have_theirs(matched: Open) -> None:
    assert not child(matched(HEADINGS, person()), QLineEdit, "year").isVisible()


def test_a_year_that_is_none_is_told_beside_it(matched: Open) -> None:
    wizard = matched(HEADINGS, person(approved="3月8日"))
    child(wizard, QLineEdit, "year").setText("去年")
    click(wizard, "accept")
    assert (wizard.step, words(wizard, "year_message")) == (COLUMNS, "应填四位年份，例如 2011")


def test_rows_without_required_values_come_in_when_ticked(matched: Open, qtbot: QtBot) -> None:
    wizard = matched(["姓名", "手机号码"], ["张三", "13800138000"])
    tick(wizard, "incomplete")
    model = rehearse(wizard, qtbot)
    assert "资料不全：" in shown(model, "说明")[0]
    take_in(wizard, qtbot)
    assert count(MEMBERS, Criteria(filters={INCOMPLETE: (True,)})) == 1


def test_who_is_only_named_is_asked_and_taken_when_that_is_ticked(matched: Open, qtbot: QtBot) -> None:
    known = people.make_member(name="王芳", remark=None)
    wizard = matched(["姓名", "备注"], ["王芳", "组长"])
    tick(wizard, "incomplete")
    model = rehearse(wizard, qtbot)
    assert known.member_no in shown(model, "说明")[0]
    click(wizard, "back")
    tick(wizard, "by_name")
    child(wizard, QComboBox, "on_duplicate").setCurrentIndex(1)
    rehearse(wizard, qtbot)
    take_in(wizard, qtbot)
    assert Member.get_by_id(known.id).remark == "组长"


def test_who_waits_for_approval_is_said_with_the_reason(matched: Open, qtbot: QtBot) -> None:
    row = ["王芳", people.resident_id(), "13800000001", "一厂", "2001"]
    wizard = matched(["姓名", "身份证号", "手机号码", "工作单位", "入会时间"], row)
    rehearse(wizard, qtbot)
    take_in(wizard, qtbot)
    assert "1 人为“待审批”：没有批准日期，只知入会年月" in words(wizard, "left_out")


def test_employers_that_are_not_there_are_made_when_ticked(matched: Open, qtbot: QtBot) -> None:
    wizard = matched(HEADINGS, person(employer="泰祥新厂"))
    tick(wizard, "create_references")
    rehearse(wizard, qtbot)
    take_in(wizard, qtbot)
    assert [one.name for one in Enterprise.select()] == ["泰祥新厂"]
    assert "泰祥新厂" in words(wizard, "created")


def test_an_empty_cell_erases_only_in_a_ticked_column(matched: Open, qtbot: QtBot) -> None:
    known = people.make_member(education="大专", mobile="13900139000")
    row = [known.name, known.id_number, "", known.employer, "", ""]
    wizard = matched(HEADINGS, row)
    child(wizard, QComboBox, "on_duplicate").setCurrentIndex(2)
    tick(wizard, "erase_5")
    rehearse(wizard, qtbot)
    take_in(wizard, qtbot)
    after = Member.get_by_id(known.id)
    assert (after.education, after.mobile) == (None, "13900139000")


def test_a_matching_is_remembered_for_the_same_headings(matched: Open, qtbot: QtBot, tmp_path: Path) -> None:
    wizard = matched([*HEADINGS, "甲"], [*person(), "汉族"])
    wizard.file.session.columns.choose(6, wizard.file.session.columns.named("民族"))  # type: ignore[union-attr]
    rehearse(wizard, qtbot)
    take_in(wizard, qtbot)
    again = ImportWizard(MEMBERS, wizard.file._jobs)
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(again)
    again.file.open_book(write_book(tmp_path / "下次.xlsx", [[*HEADINGS, "甲"], [*person("李四"), "回族"]]))
    qtbot.waitUntil(lambda: again.file.session is not None)
    again.accept()
    assert child(again, QComboBox, "field_6").currentText() == "民族"
    assert words(again, "how_6") == "记住的"

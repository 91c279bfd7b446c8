"""The import wizard, from real workbooks to kept records, each step through its own widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QBrush, QColor, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook

from app.exchange.reading import read_rows
from app.listing import Criteria, count
from app.office import Office
from app.records.imports import ImportDone
from app.register import INCOMPLETE
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.unions.enterprises.records import Enterprise
from tests.app.exchange.books import write_book, write_encrypted
from tests.factories import people
from ui import theme
from ui.dialogs.question import Question
from ui.folder_link import FolderLink
from ui.importing.imports_dialog import ImportsDialog
from ui.importing.row_model import RowModel
from ui.importing.wizard import CHECK, COLUMNS, RESULT, ImportWizard
from ui.jobs import Jobs
from ui.register_tab import RegisterTab

W = TypeVar("W", bound=QWidget)
Open = Callable[..., ImportWizard]

HEADINGS = ["姓名", "身份证号", "手机号码", "工作单位", "批准日期", "文化程度"]


def person(name: str = "张三", **changed: str) -> list[str]:
    told = {
        "name": name, "number": people.resident_id(), "mobile": "13800138000", "employer": "泰祥电器",
        "approved": "2011-3-8", "education": "大专",
    }  # fmt: skip
    return list((told | changed).values())


def child(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def click(parent: QWidget, name: str) -> None:
    QTest.mouseClick(child(parent, QPushButton, name), Qt.MouseButton.LeftButton)


def words(parent: QWidget, name: str) -> str:
    return child(parent, QLabel, name).text()


def tick(parent: QWidget, name: str) -> None:
    child(parent, QCheckBox, name).setChecked(True)


@pytest.fixture(autouse=True)
def give_up_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lose corrections when a test's wizard is closed: nobody is there to answer."""
    monkeypatch.setattr(Question, "ask", lambda *_: True)


@pytest.fixture
def jobs(office: Office) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


@pytest.fixture
def wizard(jobs: Jobs, qtbot: QtBot) -> ImportWizard:
    wizard = ImportWizard(MEMBERS, jobs)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


@pytest.fixture
def opened(wizard: ImportWizard, qtbot: QtBot, tmp_path: Path) -> Open:
    """Read a workbook of these rows."""

    def read(*rows: Sequence[Any]) -> ImportWizard:
        wizard.file.open_book(write_book(tmp_path / "名单.xlsx", rows))
        qtbot.waitUntil(lambda: wizard.file.session is not None)
        return wizard

    return read


@pytest.fixture
def matched(opened: Open) -> Open:
    """Read a workbook and come to its columns."""

    def match(*rows: Sequence[Any]) -> ImportWizard:
        wizard = opened(*rows)
        click(wizard, "accept")
        assert wizard.step == COLUMNS
        return wizard

    return match


def rehearse(wizard: ImportWizard, qtbot: QtBot) -> RowModel:
    click(wizard, "accept")
    assert wizard.step == CHECK
    qtbot.waitUntil(lambda: not wizard.check.is_running)
    return rows_of(wizard)


def rows_of(wizard: ImportWizard) -> RowModel:
    model = child(wizard, QTableView, "rows").model()
    assert isinstance(model, RowModel)
    return model


@pytest.fixture
def checked(matched: Open, qtbot: QtBot) -> Open:
    """Read a workbook and look its rows over."""

    def check(*rows: Sequence[Any]) -> ImportWizard:
        wizard = matched(*rows)
        rehearse(wizard, qtbot)
        return wizard

    return check


def take_in(wizard: ImportWizard, qtbot: QtBot) -> None:
    click(wizard, "accept")
    qtbot.waitUntil(lambda: wizard.step == RESULT)


def shown(model: RowModel, heading: str) -> list[str]:
    headings = [model.headerData(one, Qt.Orientation.Horizontal) for one in range(model.columnCount())]
    column = headings.index(heading)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def cell(wizard: ImportWizard, row: int, column: int) -> Any:  # noqa: ANN401  # of whatever type the case has
    """Go to a cell of the look over, counted without the outcome."""
    table = child(wizard, QTableView, "rows")
    index = table.model().index(row, column + 1)
    table.setCurrentIndex(index)
    return index


# The file.


def test_a_sheet_is_shown_as_it_was_read_with_its_heading_marked(opened: Open) -> None:
    wizard = opened(["会员名单"], HEADINGS, person("单小娟"))
    model = child(wizard, QTableView, "sheet").model()
    assert model.index(2, 0).data() == "单小娟"
    assert model.index(1, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert model.index(2, 0).data(Qt.ItemDataRole.BackgroundRole) is None
    assert words(wizard, "known") == "下面有 1 行，6 列中认出 6 列"


def test_another_row_may_be_taken_as_the_heading(opened: Open) -> None:
    wizard = opened(["姓名", "手机号码"], ["", ""], HEADINGS, person())
    child(wizard, QComboBox, "heading_row").setCurrentText("第 1 行")
    assert words(wizard, "known") == "下面有 3 行，2 列中认出 2 列"


def test_two_rows_may_be_taken_as_the_heading(opened: Open) -> None:
    wizard = opened(["人员", "", "联系"], ["姓名", "身份证号", "手机号码"], person()[:3])
    child(wizard, QComboBox, "heading_row").setCurrentText("第 1 行")
    tick(wizard, "two_rows")
    assert wizard.file.session is not None
    assert wizard.file.session.columns.heading.last == 2
    assert "3 列中认出 3 列" in words(wizard, "known")


def test_a_block_on_the_clipboard_is_read(wizard: ImportWizard, qtbot: QtBot) -> None:
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    QApplication.clipboard().setText("\n".join("\t".join(row) for row in (HEADINGS, person("仇志明"))))
    QTest.keyClick(wizard, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert child(wizard, QTableView, "sheet").model().index(1, 0).data() == "仇志明"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("没有.xlsx", None, "找不到文件"),
        ("网页.xls", b"<html><table></table>", "其实是网页"),
        ("截断.xlsx", b"PK\x03\x04half", "打不开"),
        ("图.png", b"x", "不认识"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_place(
    wizard: ImportWizard, qtbot: QtBot, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    wizard.file.open_book(tmp_path / name)
    qtbot.waitUntil(lambda: told in words(wizard, "problem"))
    assert not child(wizard, QPushButton, "accept").isEnabled()


def test_an_encrypted_workbook_is_told_in_place(wizard: ImportWizard, qtbot: QtBot, tmp_path: Path) -> None:
    wizard.file.open_book(write_encrypted(tmp_path / "密.xlsx"))
    qtbot.waitUntil(lambda: "有密码" in words(wizard, "problem"))


def test_a_sheet_without_a_known_heading_can_still_be_matched_by_hand(opened: Open) -> None:
    wizard = opened(["甲", "乙"], ["张三", "大专"])
    assert "没有找到表头" in words(wizard, "problem")
    click(wizard, "accept")
    assert wizard.step == COLUMNS


def test_one_of_several_sheets_is_chosen(wizard: ImportWizard, qtbot: QtBot, tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "两张.xlsx"))
    for name in ("甲", "乙"):
        book.add_worksheet(name).write_column(0, 0, ["姓名", f"{name}某"])
    book.close()
    wizard.file.open_book(tmp_path / "两张.xlsx")
    qtbot.waitUntil(lambda: wizard.file.session is not None)
    names = child(wizard, QComboBox, "sheet_name")
    names.setCurrentText("乙")
    names.activated.emit(1)
    qtbot.waitUntil(lambda: wizard.file.session is not None)
    assert child(wizard, QTableView, "sheet").model().index(1, 0).data() == "乙某"


@pytest.fixture
def several(wizard: ImportWizard, qtbot: QtBot, tmp_path: Path) -> ImportWizard:
    """Read a workbook with a list on two sheets, another on a third, and an old one that is hidden."""
    book = Workbook(str(tmp_path / "几张.xlsx"))
    for name, headings in (
        ("一组", HEADINGS),
        ("二组", HEADINGS),
        ("电话", ["姓名", "电话"]),
        ("旧", HEADINGS),
    ):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, headings)
        sheet.write_row(1, 0, person(f"{name}某")[: len(headings)])
        if name == "旧":
            sheet.hide()
    book.close()
    wizard.file.open_book(tmp_path / "几张.xlsx")
    qtbot.waitUntil(lambda: wizard.file.session is not None)
    return wizard


def test_sheets_under_one_heading_are_read_together_and_the_others_told(several: ImportWizard) -> None:
    assert child(several, QComboBox, "sheet_name").currentText() == "2 张一起：一组、二组"
    assert words(several, "sheets_told") == (
        "一起读入 2 张工作表：“一组”、“二组”；"
        "没有读入的工作表：“电话”（1 行，表头不同）、“旧”（1 行，隐藏的）"
    )
    rows = child(several, QTableView, "sheet").model()
    shown = [rows.headerData(row, Qt.Orientation.Vertical) for row in range(rows.rowCount())]
    assert shown == ["一组：1", "一组：2", "二组：2"]


def test_sheets_are_ticked_to_come_in_together(several: ImportWizard, qtbot: QtBot) -> None:
    menu = child(several, QPushButton, "several_sheets").menu()
    ticked = {action.text(): action for action in menu.actions()}
    assert [name for name, action in ticked.items() if action.isChecked()] == ["一组", "二组"]
    ticked["二组"].setChecked(False)
    ticked["旧（隐藏）"].setChecked(True)
    menu.aboutToHide.emit()
    qtbot.waitUntil(lambda: several.file.session is not None)
    rows = child(several, QTableView, "sheet").model()
    assert [rows.index(row, 0).data() for row in range(1, rows.rowCount())] == ["一组某", "旧某"]


def test_a_table_of_a_page_on_the_clipboard_is_read(wizard: ImportWizard) -> None:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in (HEADINGS, person("仇志明")))
    block = QMimeData()
    block.setHtml("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    QApplication.clipboard().setMimeData(block)
    click(wizard, "paste")
    assert wizard.file.session is not None
    assert wizard.file.session.sheet.rows[1][0] == "仇志明"


# The columns.


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


# The look over.


def test_every_row_tells_what_would_become_of_it_and_nothing_is_kept(checked: Open) -> None:
    known = people.make_member(name="李四")
    same = [known.name, known.id_number, known.mobile, known.employer, "", ""]
    wizard = checked(HEADINGS, person(), same, person("王五", mobile="12"))
    assert shown(rows_of(wizard), "结果") == ["新增", "不变", "有误"]
    assert Member.select().count() == 1
    assert child(wizard, QPushButton, "accept").text() == "导入其余 1 人"


def test_a_problem_stands_red_in_its_cell_with_its_sentence(checked: Open) -> None:
    wizard = checked(HEADINGS, person(mobile="12"))
    index = cell(wizard, 0, 2)
    assert index.data(Qt.ItemDataRole.BackgroundRole).color() == QColor(theme.colours().bad_tint)
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("手机号码应为 11 位")
    assert words(wizard, "cell_problem").startswith("手机号码：手机号码应为 11 位")


def test_a_missing_column_is_one_sentence_above_the_rows_with_the_remedy(checked: Open) -> None:
    without = [row[:3] + row[4:] for row in (HEADINGS, person("张三"), person("李四"))]
    wizard = checked(*without)
    assert words(wizard, "lacking_columns") == (
        "表中没有“工作单位”这一列，2 行都缺：请按“上一步”填写各行共有的值，或指定哪一列是工作单位。"
    )
    assert shown(rows_of(wizard), "说明") == ["缺工作单位", "缺工作单位"]
    assert not rows_of(wizard).next_problem(QModelIndex()).isValid()


def test_of_a_missing_column_that_is_each_rows_own_no_common_value_is_offered(checked: Open) -> None:
    wizard = checked(HEADINGS[1:], person("张三")[1:], person("李四")[1:])
    assert words(wizard, "lacking_columns") == (
        "表中没有“姓名”这一列，2 行都缺：请按“上一步”指定哪一列是姓名，或在表格中补上这一列。"
    )


def test_a_doubt_stands_amber_in_its_cell(checked: Open) -> None:
    number = people.resident_id(area="999999")
    wizard = checked(HEADINGS, person(number=number))
    found = [
        brush.color()
        for column in range(rows_of(wizard).columnCount())
        if isinstance(brush := rows_of(wizard).index(0, column).data(Qt.ItemDataRole.BackgroundRole), QBrush)
    ]
    assert QColor(theme.colours().warn_tint) in found


def test_an_identity_number_is_shown_hidden_unless_it_is_wrong(checked: Open) -> None:
    right = people.resident_id()
    wrong = right[:-1] + ("1" if right[-1] != "1" else "2")
    wizard = checked(HEADINGS, person(number=right), person("李四", number=wrong))
    first, second = shown(rows_of(wizard), "证件号码")
    assert "********" in first
    assert second == wrong


def test_a_change_is_shown_old_and_new(matched: Open, qtbot: QtBot) -> None:
    known = people.make_member(education="大专")
    wizard = matched([*HEADINGS[:2], "文化程度"], [known.name, known.id_number, "本科"])
    child(wizard, QComboBox, "on_duplicate").setCurrentIndex(2)
    model = rehearse(wizard, qtbot)
    assert shown(model, "文化程度") == ["大专 → 本科"]


def test_the_counts_narrow_the_rows(checked: Open) -> None:
    wizard = checked(HEADINGS, person(), person("李四", mobile="12"), person("王五"))
    assert child(wizard, QPushButton, "refused").text() == "有误 1"
    click(wizard, "refused")
    assert shown(rows_of(wizard), "姓名") == ["李四"]
    click(wizard, "all")
    click(wizard, "doubtful")
    assert shown(rows_of(wizard), "姓名") == ["李四"]


def test_a_corrected_cell_is_looked_at_again(checked: Open) -> None:
    wizard = checked(HEADINGS, person(mobile="12"), person("李四"))
    index = cell(wizard, 0, 2)
    assert rows_of(wizard).setData(index, "13900139000")
    assert shown(rows_of(wizard), "结果") == ["新增", "新增"]
    assert child(wizard, QPushButton, "accept").text() == "导入 2 人"


def test_the_nearest_choice_is_one_click_away(checked: Open) -> None:
    wizard = checked(HEADINGS, person(education="本科生"))
    cell(wizard, 0, 5)
    assert child(wizard, QPushButton, "mend").text() == "改为“本科”"
    click(wizard, "mend")
    assert shown(rows_of(wizard), "文化程度") == ["本科"]
    assert shown(rows_of(wizard), "结果") == ["新增"]


def test_the_same_slip_is_mended_in_all_rows(checked: Open, qtbot: QtBot) -> None:
    wizard = checked(HEADINGS, *(person(name, education="本科生") for name in ("张三", "李四", "王五")))
    cell(wizard, 1, 5)
    click(wizard, "mend_all")
    qtbot.waitUntil(lambda: not wizard.check.is_running)
    assert shown(rows_of(wizard), "结果") == ["新增"] * 3


def test_corrections_stay_when_the_columns_are_looked_at_again(checked: Open, qtbot: QtBot) -> None:
    wizard = checked(HEADINGS, person(mobile="12"))
    rows_of(wizard).setData(cell(wizard, 0, 2), "13900139000")
    click(wizard, "back")
    assert wizard.step == COLUMNS
    model = rehearse(wizard, qtbot)
    assert shown(model, "结果") == ["新增"]


def test_a_look_over_can_be_stopped(matched: Open, qtbot: QtBot) -> None:
    wizard = matched(HEADINGS, *(person(f"张{one}") for one in range(400)))
    click(wizard, "accept")
    wizard.check.stop()
    qtbot.waitUntil(lambda: not wizard.check.is_running)
    assert wizard.step == COLUMNS
    assert Member.select().count() == 0


def test_the_window_hears_of_progress(matched: Open, qtbot: QtBot) -> None:
    wizard = matched(HEADINGS, *(person(f"张{one}") for one in range(300)))
    click(wizard, "accept")
    qtbot.waitUntil(lambda: "/ 300 行" in words(wizard, "progress"))
    qtbot.waitUntil(lambda: not wizard.check.is_running)


# Taking in, and back.


def test_the_rows_that_are_right_come_in_without_the_others(checked: Open, qtbot: QtBot) -> None:
    wizard = checked(HEADINGS, person("张三"), person("李四", mobile="12"))
    take_in(wizard, qtbot)
    assert [one.name for one in Member.select()] == ["张三"]
    assert words(wizard, "result") == "已导入 1 人"
    assert words(wizard, "counts") == "新增 1　有误没有导入 1"


def test_the_refused_rows_are_saved_with_their_reasons(
    checked: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = checked(HEADINGS, person("张三"), person("李四", mobile="12"))
    take_in(wizard, qtbot)
    target = tmp_path / "有误.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(wizard, "save_rejects")
    saved = read_rows(target)
    assert [row[0] for row in saved] == ["姓名", "李四"]
    assert "手机号码应为 11 位" in saved[1][-1]
    folder = wizard.outcome.findChild(FolderLink)
    assert isinstance(folder, FolderLink)
    assert (folder.isVisibleTo(wizard), folder.toolTip()) == (True, str(tmp_path))


def test_an_import_is_taken_back_from_its_result(checked: Open, qtbot: QtBot) -> None:
    wizard = checked(HEADINGS, person("张三"), person("李四"))
    take_in(wizard, qtbot)
    click(wizard, "undo")
    qtbot.waitUntil(lambda: words(wizard, "result") == "已撤销这次导入")
    assert Member.alive().count() == 0
    assert words(wizard, "undone").startswith("已撤销导入：移入回收站")


def test_a_later_day_takes_an_import_back_from_the_list_of_imports(
    checked: Open, qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(checked(HEADINGS, person("张三")), qtbot)
    dialog = ImportsDialog(jobs)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    table = child(dialog, QTableView, "imports")
    assert [table.model().index(0, one).data() for one in (1, 2, 3)] == ["会员", "名单.xlsx", "1"]
    monkeypatch.setattr(Question, "ask", lambda *_: True)
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.changed == {"members"})
    assert Member.alive().count() == 0
    assert table.model().rowCount() == 0
    assert ImportDone.get().undone_at is not None


def test_closing_asks_when_cells_were_corrected(checked: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    wizard = checked(HEADINGS, person(mobile="12"))
    rows_of(wizard).setData(cell(wizard, 0, 2), "13900139000")
    asked: list[str] = []

    def stay(_parent: QWidget, words: str, *_: str) -> bool:
        asked.append(words)
        return False

    monkeypatch.setattr(Question, "ask", stay)
    wizard.reject()
    assert asked == ["已改正 1 行，还没有导入"]
    assert wizard.isVisible()


def test_closing_asks_nothing_where_nothing_was_corrected(
    checked: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = checked(HEADINGS, person())
    monkeypatch.setattr(Question, "ask", lambda *_: pytest.fail("asked"))
    wizard.reject()
    assert not wizard.isVisible()


def test_the_list_is_opened_at_what_came_in(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.make_member(name="李四")
    tab = RegisterTab(MEMBERS)
    qtbot.addWidget(tab)
    book = write_book(tmp_path / "名单.xlsx", [HEADINGS, person("张三")])

    def walk(wizard: ImportWizard) -> None:
        wizard.file.open_book(book)
        qtbot.waitUntil(lambda: wizard.file.session is not None)
        wizard.accept()
        wizard.accept()
        qtbot.waitUntil(lambda: not wizard.check.is_running)
        take_in(wizard, qtbot)
        click(wizard, "open_list")

    monkeypatch.setattr(ImportWizard, "exec", walk)
    with qtbot.waitSignal(tab.changed):
        click(tab, "import")
    names = [tab.pane.table.model().index(row, 1).data() for row in range(len(tab.pane.table.ids()))]
    assert names == ["张三"]
    assert child(tab, QPushButton, "only").text() == "刚导入的 1 ✕"


def test_a_file_let_fall_on_the_list_opens_the_wizard_with_it(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = RegisterTab(MEMBERS)
    qtbot.addWidget(tab)
    book = write_book(tmp_path / "名单.xlsx", [HEADINGS, person()])
    seen: list[Path | None] = []
    monkeypatch.setattr(ImportWizard, "exec", lambda wizard: seen.append(wizard.file.path))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(book))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    above = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, left, none)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(tab.pane.table.viewport(), above)
    QApplication.sendEvent(tab.pane.table.viewport(), drop)
    assert seen == [book]


def test_everything_that_takes_the_keys_has_a_name(checked: Open) -> None:
    wizard = checked([*HEADINGS, "甲"], [*person(mobile="12"), "乙"])
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in wizard.findChildren(QWidget)
        if one.window() is wizard
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.objectName().startswith("qt_")
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []


def test_a_workbook_is_brought_in_by_keys_alone(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(HEADINGS, person("张三", mobile="12"))
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or wizard, key, modifier)

    press(Qt.Key.Key_Return)
    assert wizard.step == COLUMNS
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.step == CHECK and not wizard.check.is_running)
    press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "13900139000")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(rows_of(wizard), "结果") == ["新增"])
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.step == RESULT)
    assert [one.mobile for one in Member.select()] == ["13900139000"]

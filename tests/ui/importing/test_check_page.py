"""The look over of an import: every row with what would become of it, corrected in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from app.subjects.members.records import Member
from tests.factories import people
from tests.helpers.import_wizard import HEADINGS, Open, cell, person, rehearse, rows_of, shown
from tests.helpers.widgets import child, click, words
from ui.importing.wizard import COLUMNS
from ui.look import theme


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

"""A list used like a spreadsheet: what is selected is added up, grouped, kept to; the bin is a place."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.office import Office
from app.register import Register
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.hardship.funds.register import FUND_INCOMES
from tests.factories.people import make_file, make_fund
from ui.dialogs.groups import GroupsDialog
from ui.dialogs.question import Question
from ui.registers.list_menu import open_menu
from ui.registers.pane import RegisterPane
from ui.registers.tab import RegisterTab


def opened(qtbot: QtBot, *registers: Register) -> RegisterTab:
    tab = RegisterTab(registers)
    qtbot.addWidget(tab)
    tab.resize(1198, 768)
    tab.show()
    return tab


def words(tab: RegisterTab, name: str) -> str:
    label = tab.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return re.sub("</?b>|\N{WORD JOINER}", "", label.text()).replace("\N{NO-BREAK SPACE}", " ")


def names(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, name: str) -> None:
    """Choose an entry of a menu, or of one below it."""
    menus = [menu, *menu.findChildren(QMenu)]
    actions = (action for one in menus for action in one.actions() if action.menu() is None)
    next(action for action in actions if action.text().startswith(name)).trigger()


def test_the_foot_adds_up_what_is_selected(office: Office, qtbot: QtBot) -> None:
    for yuan in (100, 250, 700):
        make_fund(yuan * 100)
    tab = opened(qtbot, FUND_INCOMES)
    table = tab.pane.table
    index = table.model().index
    table.selectRow(0)
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        table.visualRect(index(1, 0)).center(),
    )
    chosen = FundIncome.select().where(FundIncome.id.in_(table.selected_ids()))
    told = f"{sum(one.amount or 0 for one in chosen) / 100:,.2f}"
    qtbot.waitUntil(lambda: told in words(tab, "selected"))
    assert words(tab, "selected").startswith("选中 2 ")


def test_columns_and_order_are_there_again_at_the_next_start(office: Office, qtbot: QtBot) -> None:
    tab = opened(qtbot, HARDSHIP)
    tab.pane.table.set_columns((HardshipFile.name, HardshipFile.address))
    tab.pane.table.sort_by(HardshipFile.address, descending=True)
    again = opened(qtbot, HARDSHIP).pane.table
    assert [shown.name for shown in again.columns] == ["name", "address"]
    assert again.criteria.order == (("address", True),)


def test_a_column_is_ticked_in_the_menu_of_the_headings(office: Office, qtbot: QtBot) -> None:
    pane = opened(qtbot, HARDSHIP).pane
    shown = [one.name for one in pane.table.columns]
    menu = pane.columns.menu(QMenu(pane))
    entry(menu, HardshipFile.address.label)
    assert [one.name for one in pane.table.columns] == [*shown, "address"]
    entry(menu, HardshipFile.address.label)
    assert [one.name for one in pane.table.columns] == shown
    entry(menu, "恢复原来的列")
    assert [one.name for one in pane.table.columns] == [one.name for one in HARDSHIP.columns]


def test_the_last_column_stays(office: Office, qtbot: QtBot) -> None:
    pane = opened(qtbot, HARDSHIP).pane
    pane.table.set_columns((HardshipFile.name,))
    menu = pane.columns.menu(QMenu(pane))
    entry(menu, HardshipFile.name.label)
    assert [one.name for one in pane.table.columns] == ["name"]


def in_sight(pane: RegisterPane) -> list[str]:
    table = pane.table
    return [
        table.shown_in(section).name
        for section in range(table.model().columnCount())
        if not table.isColumnHidden(section)
    ]


def test_columns_for_which_there_is_no_room_are_left_out_and_come_back(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    tab = opened(qtbot, HARDSHIP)
    every = [shown.name for shown in HARDSHIP.columns]
    tab.resize(620, 768)
    assert tab.pane.table.horizontalScrollBar().maximum() == 0
    assert {"name", "status"} <= set(in_sight(tab.pane)) < set(every)
    tab.resize(2400, 768)
    assert in_sight(tab.pane) == every


def test_a_column_that_is_wanted_all_the_same_stays_at_the_next_start(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    tab = opened(qtbot, HARDSHIP)
    tab.resize(620, 768)
    left_out = next(shown for shown in HARDSHIP.columns if shown.name not in in_sight(tab.pane))
    entry(tab.pane.columns.menu(QMenu(tab.pane)), left_out.label)
    again = opened(qtbot, HARDSHIP)
    again.resize(620, 768)
    assert left_out.name in in_sight(tab.pane)
    assert left_out.name in in_sight(again.pane)
    assert [shown.name for shown in again.pane.table.columns] == [shown.name for shown in HARDSHIP.columns]


def test_what_is_copied_has_all_columns_however_narrow_the_list_is(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    tab = opened(qtbot, HARDSHIP)
    tab.resize(620, 768)
    tab.pane.table.selectAll()
    tab.pane.table.copy()
    headings = QApplication.clipboard().text().split("\n")[0]
    assert headings.split("\t") == [column.heading for column in HARDSHIP.columns]


def test_the_right_mouse_button_offers_what_can_be_done_with_one(office: Office, qtbot: QtBot) -> None:
    kept = make_file()
    tab = opened(qtbot, HARDSHIP)
    tab.go_to(HARDSHIP.key, kept.id)
    menu = open_menu(tab, QPoint(0, 0))
    offered = names(menu)
    steps = [step.title for step in tab.pane.panel.steps()]
    assert steps
    assert set(steps) < set(offered)
    assert {"修改这一格", "在表单中修改", "打印本条", "复制", "全选", "显示哪些列", "放入回收站"} < set(
        offered
    )
    menu.close()


def test_the_right_mouse_button_offers_what_can_be_done_with_many(office: Office, qtbot: QtBot) -> None:
    make_file(), make_file()
    tab = opened(qtbot, HARDSHIP)
    tab.pane.table.selectAll()
    menu = open_menu(tab, QPoint(0, 0))
    assert {"修改一项…", "打印", "只看选中的", "复制", "放入回收站"} < set(names(menu))
    entry(menu, "只看选中的")
    assert len(tab.pane.table.ids()) == 2
    menu.close()


def test_delete_puts_the_selected_into_the_bin(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Question, "ask", lambda *_: True)
    make_file(), make_file()
    tab = opened(qtbot, HARDSHIP)
    tab.pane.table.setFocus()
    tab.pane.table.selectAll()
    QTest.keyClick(tab.pane.table, Qt.Key.Key_Delete)
    assert HardshipFile.alive().count() == 0


def in_bin(tab: RegisterTab) -> bool:
    banner = tab.findChild(QFrame, "bin_banner")
    assert isinstance(banner, QFrame)
    return banner.isVisible() and tab.pane.in_bin


def go_to_bin(tab: RegisterTab) -> None:
    button = tab.findChild(QPushButton, "bin")
    assert isinstance(button, QPushButton)
    button.click()


def test_the_bin_says_where_one_is_and_when_things_went_there(office: Office, qtbot: QtBot) -> None:
    keeping.to_bin(HARDSHIP, [make_file(name="陆建国").id])
    tab = opened(qtbot, HARDSHIP)
    go_to_bin(tab)
    assert in_bin(tab)
    model = tab.pane.table.model()
    assert model.index(0, 0).data().startswith(f"{date.today():%Y-%m-%d}")


def test_beside_the_bin_nobody_is_told_to_begin_a_record(office: Office, qtbot: QtBot) -> None:
    tab = opened(qtbot, HARDSHIP)
    assert "新建" in words(tab, "nothing_chosen")
    tab.pane.turn_bin()
    assert words(tab, "nothing_chosen") == "在左边选一条困难档案，点“恢复”就回到列表。"
    tab.pane.leave_bin()
    assert "新建" in words(tab, "nothing_chosen")


def test_a_record_begun_in_the_bin_is_begun_beside_the_list(office: Office, qtbot: QtBot) -> None:
    pane = opened(qtbot, HARDSHIP).pane
    pane.turn_bin()
    pane.new_record()
    assert not pane.in_bin
    assert pane.panel.form.isVisible()
    assert pane.panel.isEnabled()


def test_the_bin_is_searched_like_the_list(office: Office, qtbot: QtBot) -> None:
    for name in ("陆建国", "仇志明"):
        keeping.to_bin(HARDSHIP, [make_file(name=name).id])
    tab = opened(qtbot, HARDSHIP)
    go_to_bin(tab)
    tab.pane.search("仇")
    assert tab.pane.table.model().rowCount() == 1


def test_another_tab_leaves_the_bin(office: Office, qtbot: QtBot) -> None:
    keeping.to_bin(HARDSHIP, [make_file().id])
    kept = make_file()
    tab = opened(qtbot, HARDSHIP)
    go_to_bin(tab)
    tab.hide()
    tab.show()
    assert not in_bin(tab)
    assert tab.pane.table.ids() == [kept.id]


def test_escape_leaves_the_bin(office: Office, qtbot: QtBot) -> None:
    keeping.to_bin(HARDSHIP, [make_file().id])
    tab = opened(qtbot, HARDSHIP)
    go_to_bin(tab)
    QTest.keyClick(tab.pane.table, Qt.Key.Key_Escape)
    assert not in_bin(tab)


def test_the_columns_of_the_list_are_those_before_the_bin(office: Office, qtbot: QtBot) -> None:
    tab = opened(qtbot, HARDSHIP)
    before = [one.name for one in tab.pane.table.columns]
    go_to_bin(tab)
    tab.pane.leave_bin()
    assert [one.name for one in tab.pane.table.columns] == before


def test_groups_are_shown_with_their_sums_and_one_is_looked_at(office: Office, qtbot: QtBot) -> None:
    march = [make_fund(fen, received_on=date(2011, 3, 9)).id for fen in (100_00, 200_00)]
    make_fund(700_00, received_on=date(2011, 1, 5))
    tab = opened(qtbot, FUND_INCOMES)
    pane = tab.pane
    day = next(shown for shown in pane.table.columns if shown.name == "received_on")
    dialog = GroupsDialog(tab, FUND_INCOMES, pane.criteria, pane.table.columns, day)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    rows, columns = dialog.rows.rowCount(), dialog.rows.columnCount()
    told = [[dialog.rows.index(row, column).data() for column in range(columns)] for row in range(rows)]
    assert [line[0] for line in told] == ["2011年1月", "2011年3月", "合计"]
    assert told[1][1:3] == ["2", "300.00"]
    assert told[2][1:3] == ["3", "1,000.00"]
    dialog.table.selectRow(1)
    dialog.accept()
    assert dialog.chosen is not None
    assert set(dialog.chosen.ids) == set(march)


def test_very_many_rows_are_copied_beside_the_window(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.lists.table._COPIED_AT_ONCE", 1)
    make_file(name="陆建国"), make_file(name="仇志明")
    tab = opened(qtbot, HARDSHIP)
    tab.pane.table.selectAll()
    with qtbot.waitSignal(tab.pane.table.copied):
        tab.pane.table.copy()
    headings, *rows = QApplication.clipboard().text().split("\n")
    assert headings.split("\t") == [column.heading for column in HARDSHIP.columns]
    assert {row.split("\t")[1] for row in rows} == {"陆建国", "仇志明"}


def test_a_letter_typed_in_the_list_goes_to_the_search(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    tab = opened(qtbot, HARDSHIP)
    QTest.keyClick(tab.pane.table, Qt.Key.Key_L)
    assert tab.commands.search.text() == "l"

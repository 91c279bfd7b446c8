"""What can be done with the rows of a list, under the right mouse button and the menu key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.chronicle import is_person
from app.papers import papers_of, prints_of
from app.register import Step
from ui import keys
from ui.panel.print_menu import Pick, offer_papers, offer_prints
from ui.registers.actions import Action, Place, acts_of, change_many
from ui.registers.pane import RegisterPane

_TWO = 2  # records become one


class Printer(Place, Protocol):
    """A tab that prints what is picked from a menu."""

    def print_pick(self, pick: Pick) -> None:
        """Print something of the list."""
        ...


def open_menu(tab: Printer, spot: QPoint) -> QMenu:
    """Open the menu of the list in front at a place of the screen."""
    pane = tab.pane
    menu = QMenu(pane)
    menu.setObjectName("list_menu")
    menu.aboutToHide.connect(menu.deleteLater)
    selected = pane.table.selected_count()
    if pane.in_bin:
        _add(menu, "恢复选中的", pane.restore_selected, on=selected > 0)
    elif selected == 1:
        _of_one(menu, pane)
    elif selected > 1:
        _of_many(menu, tab)
    menu.addSeparator()
    _add(menu, "复制", pane.table.copy, "Ctrl+C", on=selected > 0)
    _add(menu, "全选", pane.table.selectAll, "Ctrl+A")
    if selected > 1:
        _add(menu, "只看选中的", pane.keep_to_selected)
    menu.addSeparator()
    _of_column(menu, pane)
    menu.addMenu(pane.columns.menu(menu))
    if not pane.in_bin and selected:
        menu.addSeparator()
        _add(menu, "放入回收站", pane.bin_selected, "Delete")
    menu.popup(spot)
    return menu


def _of_one(menu: QMenu, pane: RegisterPane) -> None:
    """Offer what can be done with the record in front."""
    _add(menu, "修改这一格", pane.table.begin_writing, "F2", on=pane.table.can_write_current())
    _add(menu, "在表单中修改", pane.panel.focus_form, "Enter")
    _add(menu, "照这一条新建", pane.duplicate, keys.key_of("duplicate"))
    if is_person(pane.register.record):
        _add(menu, "此人的全部记录…", pane.panel.show_everything)
    steps = pane.panel.steps()
    if steps:
        menu.addSeparator()
    for step in steps:
        _add_step(menu, step, pane.panel.take_step)
    papers, sheets = papers_of(pane.register), pane.register.record_sheets
    if papers or sheets:
        below = menu.addMenu("打印本条")
        offer_papers(below, papers, sheets)
        below.triggered.connect(pane.panel.choose_paper)


def _of_many(menu: QMenu, tab: Printer) -> None:
    """Offer what can be done with all that are selected."""
    pane = tab.pane
    _add(menu, "修改一项…", lambda: change_many(tab, _name_of_column(pane)))
    for act in _acts_of_many(pane):
        _add_act(menu, act, tab)
    prints = prints_of(pane.register)
    if prints:
        below = menu.addMenu("打印")
        offer_prints(below, prints)
        below.triggered.connect(lambda picked: tab.print_pick(picked.data()))


def _acts_of_many(pane: RegisterPane) -> Iterator[Action]:
    """Yield what is done with those selected, beside what this menu names itself."""
    for act in acts_of(pane.register):
        if not act.choices:
            yield act
        elif act.name == "sweep":
            yield from (choice for choice in act.choices if choice.name.startswith(act.name))
        elif pane.table.selected_count() == _TWO:
            yield from (choice for choice in act.choices if choice.name == "merge")


def _of_column(menu: QMenu, pane: RegisterPane) -> None:
    """Offer to sort and to group by the column of the current cell."""
    index = pane.table.currentIndex()
    if index.isValid():
        pane.columns.offer_order(menu, pane.table.shown_in(index.column()))


def _name_of_column(pane: RegisterPane) -> str:
    index = pane.table.currentIndex()
    return pane.table.shown_in(index.column()).name if index.isValid() else ""


def _add(menu: QMenu, label: str, act: Callable[[], object], key: str = "", *, on: bool = True) -> QAction:
    """Add an entry; its key is only shown: the list itself listens to it."""
    action = menu.addAction(f"{label}\t{key}" if key else label)
    action.triggered.connect(lambda _checked: act())
    action.setEnabled(on)
    return action


def _add_step(menu: QMenu, step: Step, take: Callable[[Step], object]) -> None:
    _add(menu, step.title, lambda: take(step))


def _add_act(menu: QMenu, act: Action, tab: Place) -> None:
    _add(menu, act.label, lambda: act.run(tab))

"""Which columns a list shows, in which order and how wide, and how it is sorted; kept for the next start."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.fields import Shown
from app.grouping import can_group
from app.listing import SortKey
from app.records.base import Record
from app.register import Register
from ui import preferences
from ui.lists.table import RecordTable
from ui.lists.table_model import can_sort
from ui.widgets.staying_menu import StayingMenu


class ColumnChoice(QObject):
    """Lets a person choose the columns of a list: dragged by their headings, ticked in a menu.

    Signals:
        grouping_wanted(Shown): the list is to be put together by this column.
    """

    grouping_wanted = Signal(object)

    def __init__(self, register: Register, table: RecordTable) -> None:
        super().__init__(table)
        self._register = register
        self._table = table
        self._offered = {shown.name: shown for shown in register.all_columns}
        self._in_bin = False
        table.widths.may_hide = True
        headings = table.horizontalHeader()
        headings.setSectionsMovable(True)
        headings.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        headings.customContextMenuRequested.connect(self._open_menu)
        self._restore()
        headings.sectionMoved.connect(self._keep)
        table.widths.drawn.connect(self._keep)
        table.order_changed.connect(self._keep)

    def show_bin(self, on: bool) -> None:
        """Show before all others when records went into the recycle bin; or that no longer."""
        chosen = self._chosen()
        self._in_bin = on
        self._table.set_columns((Record.binned, *chosen) if on else chosen)

    def menu(self, parent: QMenu) -> QMenu:
        """Return a menu in which the columns are ticked."""
        menu = StayingMenu(parent)
        menu.setTitle("显示哪些列")
        chosen = [shown.name for shown in self._chosen()]
        usual = [shown.name for shown in self._register.columns]
        self._offer(menu, dict.fromkeys([*chosen, *usual]))
        menu.addSeparator()
        for section in self._register.sections:
            rest = [shown.name for shown in section.fields if shown.name in self._offered]
            rest = [name for name in rest if name not in chosen and name not in usual]
            if rest:
                below = StayingMenu(menu)
                below.setTitle(section.title or self._register.title)
                menu.addMenu(below)
                self._offer(below, rest)
        menu.addSeparator()
        menu.addAction("恢复原来的列").setData("")
        menu.triggered.connect(self._tick)
        return menu

    def _offer(self, menu: QMenu, names: Iterable[str]) -> None:
        """Offer columns to tick, those in sight ticked already."""
        seen = {shown.name for shown in self._seen()}
        for name in names:
            action = menu.addAction(self._offered[name].label)
            action.setCheckable(True)
            action.setChecked(name in seen)
            action.setData(name)

    def _chosen(self) -> list[Shown]:
        """Return the columns that the list has, without the one of the recycle bin."""
        return [shown for shown in self._table.columns if shown.name in self._offered]

    def _seen(self) -> list[Shown]:
        """Return those for which there is room."""
        hidden = self._table.widths.hidden
        return [shown for shown in self._chosen() if shown.name not in hidden]

    @Slot(QPoint)
    def _open_menu(self, spot: QPoint) -> None:
        headings = self._table.horizontalHeader()
        menu = QMenu(headings)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        section = headings.logicalIndexAt(spot)
        if section >= 0:
            self.offer_order(menu, self._table.shown_in(section))
        menu.addMenu(self.menu(menu))
        menu.popup(headings.mapToGlobal(spot))

    def offer_order(self, menu: QMenu, shown: Shown) -> None:
        """Offer to sort and to group by a column."""
        others = [key for key in self._table.criteria.order if key.name != shown.name]
        ways = [(f"按“{shown.label}”升序", False, False), (f"按“{shown.label}”降序", True, False)]
        if others:
            ways.append((f"相同的再按“{shown.label}”排", False, True))
        for label, descending, further in ways if can_sort(shown) else ():
            action = menu.addAction(label)
            action.setData((shown, descending, further))
            action.triggered.connect(self._sort)
        if self._table.criteria.order:
            menu.addAction("恢复原来的顺序", self._forget_order)
        if can_group(shown):
            group = menu.addAction(f"按“{shown.label}”分组汇总…")
            group.setData(shown)
            group.triggered.connect(self._group)
        menu.addSeparator()

    @Slot()
    def _sort(self) -> None:
        shown, descending, further = self._picked().data()
        self._table.sort_by(shown, descending=descending, further=further)

    @Slot()
    def _forget_order(self) -> None:
        self._table.set_order(())

    @Slot()
    def _group(self) -> None:
        self.grouping_wanted.emit(self._picked().data())

    def _picked(self) -> QAction:
        picked = self.sender()
        assert isinstance(picked, QAction)
        return picked

    @Slot(QAction)
    def _tick(self, action: QAction) -> None:
        name, chosen, widths = action.data(), self._chosen(), self._table.widths
        if not name:
            widths.hold(())
            self._show(self._register.columns)
            widths.set_by_hand({})
        elif action.isChecked():
            widths.hold({*widths.held, name})
            if all(shown.name != name for shown in chosen):
                self._show((*chosen, self._offered[name]))
        elif len(self._seen()) == 1:
            action.setChecked(True)  # a list without a column could not be clicked
        else:
            widths.hold(widths.held - {name})
            self._show([shown for shown in chosen if shown.name != name])
        self._keep()

    def _show(self, chosen: Sequence[Shown]) -> None:
        first = (Record.binned,) if self._in_bin else ()
        self._table.set_columns((*first, *chosen))

    def _restore(self) -> None:
        """Show the list as it was left; a column that another version calls otherwise is passed over."""
        kept = json.loads(preferences.list_view(self._register.key) or "{}")
        chosen = [self._offered[name] for name in kept.get("columns", ()) if name in self._offered]
        if chosen:
            self._table.set_columns(chosen)
        self._table.widths.hold(kept.get("held", ()))
        self._table.widths.set_by_hand(
            {name: width for name, width in kept.get("widths", {}).items() if name in self._offered}
        )
        order = [SortKey(name, descending) for name, descending in kept.get("order", ())]
        if order := [key for key in order if key.name in self._offered]:
            self._table.restore_order(order)

    @Slot()
    def _keep(self) -> None:
        kept = {
            "columns": [shown.name for shown in self._chosen()],
            "held": sorted(self._table.widths.held),
            "widths": self._table.widths.by_hand,
            "order": self._table.criteria.order,
        }
        preferences.remember_list_view(self._register.key, json.dumps(kept))

"""The head of a register's tab: its title, the search box, the commands, the switch of registers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from app.printing.prints import prints_of
from app.register import Register
from ui.actions import Action, acts_of
from ui.exchange import ways_of
from ui.icons import icon
from ui.print_menu import offer_prints
from ui.tab_strip import TabStrip

_SEARCH_WIDTH = 268
_MOST_WORDS = 15  # characters that the search box has room for


class CommandRow(QFrame):
    """What can be done with the register in front.

    Signals:
        new_clicked(), import_clicked(), export_clicked()
        act_clicked(Action): an act of `ui.actions`.
        print_chosen(Pick), register_chosen(str)
        more_chosen(Callable): another way of taking spreadsheets in or out, of `ui.exchange`.
    """

    new_clicked = Signal()
    import_clicked = Signal()
    export_clicked = Signal()
    act_clicked = Signal(object)
    print_chosen = Signal(object)
    register_chosen = Signal(str)
    more_chosen = Signal(object)

    def __init__(self, registers: Sequence[Register], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._registers = registers
        self._acts: list[QPushButton] = []
        self._shown: Register | None = None
        self.setProperty("role", "bar")
        self.search = self._search_box()
        self._switch = self._make_switch()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(8)
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        self._row.addWidget(heading)
        self._row.addSpacing(8)
        self._row.addWidget(self.search)
        self._button("new", "新建　Ctrl+N", self.new_clicked).setProperty("role", "primary")
        self._first_act = self._row.count()
        self._print = self._button("print", "打印 ▾", None)
        self._print.setMenu(QMenu(self._print))
        self._print.menu().triggered.connect(self._pick_print)
        self._button("import", "导入", self.import_clicked)
        self._button("export", "导出", self.export_clicked)
        self._more = self._button("more", "⋯", None)
        self._more.setAccessibleName("更多导入导出")
        self._more.setMenu(QMenu(self._more))
        self._more.menu().triggered.connect(self._pick_more)
        self._row.addWidget(self._switch, 1)

    def show_register(self, register: Register) -> None:
        """Offer what this register can do."""
        self._switch.show_page(self._registers.index(register))
        if register is self._shown:
            return
        self._shown = register
        self.search.setPlaceholderText(_what_is_found(register))
        offer_prints(self._print.menu(), prints_of(register))
        more = self._more.menu()
        more.clear()
        for title, act in ways_of(register):
            more.addAction(title).setData(act)
        self._offer_acts(register)

    def open_prints(self) -> None:
        """Drop the menu of prints down."""
        if self._print.isEnabled():
            self._print.showMenu()

    def _search_box(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("search")
        box.setAccessibleName("查找")
        box.setClearButtonEnabled(True)
        box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        box.setMinimumWidth(_SEARCH_WIDTH)
        box.setMaximumWidth(_SEARCH_WIDTH)
        return box

    def _button(self, name: str, label: str, clicked: object) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label.split("　", maxsplit=1)[0].removesuffix(" ▾"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if clicked is not None:
            button.clicked.connect(clicked)
        self._row.addWidget(button)
        return button

    def _make_switch(self) -> TabStrip:
        switch = TabStrip(self)
        switch.setObjectName("switch")
        switch.setProperty("role", "")
        for register in self._registers:
            switch.add(register.title)
        policy = switch.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the buttons stand alike whether there is anything to switch
        switch.setSizePolicy(policy)
        switch.setVisible(len(self._registers) > 1)
        switch.chosen.connect(self._pick_register)
        return switch

    def _offer_acts(self, register: Register) -> None:
        for button in self._acts:
            button.hide()
            button.deleteLater()
        self._acts = []
        for place, action in enumerate(acts_of(register)):
            button = QPushButton(action.label, self)
            button.setObjectName(action.name)
            button.setProperty("act", action)
            if action.choices:
                button.setMenu(self._menu_of(action, button))
            else:
                button.clicked.connect(self._act)
            self._row.insertWidget(self._first_act + place, button)
            self._acts.append(button)

    def _menu_of(self, action: Action, button: QPushButton) -> QMenu:
        menu = QMenu(button)
        for choice in action.choices:
            menu.addAction(choice.label).setData(choice)
        menu.triggered.connect(self._pick_act)
        return menu

    @Slot(QAction)
    def _pick_act(self, picked: QAction) -> None:
        self.act_clicked.emit(picked.data())

    @Slot()
    def _act(self) -> None:
        self.act_clicked.emit(self.sender().property("act"))

    @Slot(QAction)
    def _pick_print(self, action: QAction) -> None:
        self.print_chosen.emit(action.data())

    @Slot(QAction)
    def _pick_more(self, picked: QAction) -> None:
        self.more_chosen.emit(picked.data())

    @Slot(int)
    def _pick_register(self, number: int) -> None:
        self.register_chosen.emit(self._registers[number].key)


def _what_is_found(register: Register) -> str:
    """Name the fields that are searched, as many as the search box has room for."""
    words = ["拼音"]
    for kept in register.search:
        if len("、".join([*words, kept.heading])) <= _MOST_WORDS:
            words.append(kept.heading)
    return "、".join(words)

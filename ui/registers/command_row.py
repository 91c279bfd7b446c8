"""The head of a register's tab: its title, the search box, the commands, the switch of registers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from app.papers import prints_of
from app.register import Register
from app.rules.text import MOST_SEARCHED
from ui import keys
from ui.look.icons import icon
from ui.panel.print_menu import offer_prints
from ui.registers.actions import Action, acts_of
from ui.registers.exchange import ways_of
from ui.widgets.folding_row import FoldingRow
from ui.widgets.tab_strip import TabStrip

_SEARCH_LEAST, _SEARCH_MOST = 160, 268
_MOST_WORDS = 15  # characters that the search box has room for


class CommandRow(FoldingRow):
    """What can be done with the register in front.

    Signals:
        new_clicked(), import_clicked(), export_clicked()
        act_clicked(Action): an act of `ui.registers.actions`.
        print_chosen(Pick), register_chosen(str)
        more_chosen(Callable): another way of taking spreadsheets in or out, of `ui.registers.exchange`.
    """

    new_clicked = Signal()
    import_clicked = Signal()
    export_clicked = Signal()
    act_clicked = Signal(object)
    print_chosen = Signal(object)
    register_chosen = Signal(str)
    more_chosen = Signal(object)

    def __init__(self, registers: Sequence[Register], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 8, 16, 8))
        self._registers = registers
        self._acts: list[QPushButton] = []
        self._register: Register | None = None
        self.setProperty("role", "bar")
        self.search = self._search_box()
        self._switch = self._make_switch()
        self.add_title(title)
        self.add_search(self.search, _SEARCH_LEAST, _SEARCH_MOST)
        self._button("new", f"新建　{keys.key_of('new')}", self.new_clicked, folds=0).setProperty(
            "role", "primary"
        )
        self._first_act = self.row.count()
        self._print = self._button("print", "打印 ▾", None)
        self._print.setMenu(QMenu(self._print))
        self._print.menu().triggered.connect(self._pick_print)
        self._button("import", "导入", self.import_clicked)
        self._button("export", "导出", self.export_clicked)
        self.more.setAccessibleName("更多导入导出")
        self.row.addWidget(self.more)
        if len(registers) > 1:
            self.row.addWidget(self._switch, 1)
        else:
            self._switch.hide()
            self.row.addStretch(1)

    def show_register(self, register: Register) -> None:
        """Offer what this register can do."""
        self._switch.show_page(self._registers.index(register))
        if register is self._register:
            return
        self._register = register
        self.search.setPlaceholderText(_search_hint(register))
        offer_prints(self._print.menu(), prints_of(register))
        ways = [QAction(title, self) for title, _act in ways_of(register)]
        for way, (_title, act) in zip(ways, ways_of(register), strict=True):
            way.setData(act)
            way.triggered.connect(self._pick_more)
        self.set_more(ways)
        self._offer_acts(register)

    def enter(self) -> None:
        """Begin the first of the batches that are entered here, where there is one."""
        entries = [button for button in self._acts if button.menu() is None]
        if entries:
            entries[0].click()

    def open_prints(self) -> None:
        """Drop the menu of prints down."""
        if self._print.isEnabled():
            self.drop_down(self._print)

    def _search_box(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("search")
        box.setAccessibleName("查找")
        box.setClearButtonEnabled(True)
        box.setMaxLength(MOST_SEARCHED)
        box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        return box

    def _button(self, name: str, label: str, clicked: object, *, folds: int = 1) -> QPushButton:
        button = self.add_button(name, label, folds=folds)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if clicked is not None:
            button.clicked.connect(clicked)
        keys.tell(button, name)
        return button

    def _make_switch(self) -> TabStrip:
        switch = TabStrip(self)
        switch.setObjectName("switch")
        switch.setProperty("role", "")
        for register in self._registers:
            switch.add(register.title)
        switch.chosen.connect(self._pick_register)
        return switch

    def _offer_acts(self, register: Register) -> None:
        for button in self._acts:
            self.take_away(button)
        self._acts = []
        for place, action in enumerate(acts_of(register)):
            button = self.add_button(action.name, action.label, folds=1, place=self._first_act + place)
            button.setProperty("act", action)
            if not place or action.choices:
                keys.tell(button, action.name if action.choices else "entry")
            if action.choices:
                button.setMenu(self._menu_of(action, button))
            else:
                button.clicked.connect(self._act)
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

    @Slot()
    def _pick_more(self) -> None:
        picked = self.sender()
        assert isinstance(picked, QAction)
        self.more_chosen.emit(picked.data())

    @Slot(int)
    def _pick_register(self, number: int) -> None:
        self.register_chosen.emit(self._registers[number].key)


def _search_hint(register: Register) -> str:
    """Name the fields that are searched, as many as the search box has room for."""
    words = ["拼音"]
    for field in register.search:
        if len("、".join([*words, field.heading])) <= _MOST_WORDS:
            words.append(field.heading)
    return "、".join(words)

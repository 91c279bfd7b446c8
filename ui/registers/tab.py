"""The tab of one or several registers: the command row above, and a pane for each register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.fields import Described
from app.listing import Criteria
from app.printing.layout import PrintRequest
from app.register import RecordSheet, Register
from ui import keys
from ui.jobs import Jobs
from ui.panel.print_menu import Pick
from ui.registers.actions import Action, group
from ui.registers.command_row import CommandRow
from ui.registers.exchange import Exchange
from ui.registers.list_menu import open_menu
from ui.registers.pane import RegisterPane
from ui.registers.printing import Printing

_PAUSE_MS = 200


class RegisterTab(QWidget):
    """Keeps the records of one subject; key and title are the first register's unless told otherwise.

    Signals:
        changed(str): records of this register were changed.
        known_chosen(str, int): the person wants to see this record of another tab.
        everything_wanted(str, int): all that there is of the person of this record is wanted.
        list_saved(): what a list asks for was saved under a name.
        return_wanted(): the person wants to go back to the desk, from where a list was opened.
        prepared(): the form of the register in front was made, too.
    """

    changed = Signal(str)
    known_chosen = Signal(str, int)
    list_saved = Signal()
    everything_wanted = Signal(str, int)
    return_wanted = Signal()
    prepared = Signal()

    def __init__(
        self,
        registers: Register | Sequence[Register],
        parent: QWidget | None = None,
        *,
        jobs: Jobs | None = None,
        key: str = "",
        title: str = "",
    ) -> None:
        super().__init__(parent)
        self._registers = (registers,) if isinstance(registers, Register) else tuple(registers)
        self._panes: dict[str, RegisterPane] = {}
        jobs = jobs or Jobs(self)
        self.jobs = jobs
        self.printing = Printing(jobs, self)
        self._exchange = Exchange(jobs, self)
        self.setObjectName(key or self._registers[0].key)
        self._build(title or self._registers[0].title)
        self._wire()
        self.show_register(self._registers[0].key)

    @property
    def pane(self) -> RegisterPane:
        """The pane that is in front."""
        front = self._stack.currentWidget()
        assert isinstance(front, RegisterPane)
        return front

    def keeps(self, key: str) -> bool:
        """Tell whether this register is one of the tab's; rows of a record have no list of their own."""
        return any(register.key == key for register in self._registers)

    def show_register(self, key: str) -> RegisterPane:
        """Bring a register to the front, and build its pane on the first visit."""
        if key not in self._panes:
            register = next(register for register in self._registers if register.key == key)
            pane = RegisterPane(register, self.jobs, self)
            pane.changed.connect(self._pass_on)
            pane.known_chosen.connect(self.known_chosen)
            pane.print_chosen.connect(self._print_record)
            pane.sheet_chosen.connect(self._hand_out_sheet)
            pane.book_dropped.connect(self._import_book)
            pane.menu_wanted.connect(self._open_menu)
            pane.list_saved.connect(self.list_saved)
            pane.return_wanted.connect(self.return_wanted)
            pane.everything_wanted.connect(self.everything_wanted)
            pane.table.typed.connect(self._begin_search)
            pane.grouping_wanted.connect(self._group)
            self._panes[key] = pane
            self._stack.addWidget(pane)
        self._stack.setCurrentWidget(self._panes[key])
        self.commands.show_register(self._panes[key].register)
        return self._panes[key]

    def show_list(self, key: str, criteria: Criteria) -> None:
        """Show what a saved list of a register asks for, unless the person stays with unsaved changes."""
        if not self.may_leave():
            return
        pane = self.show_register(key)
        self._write_search(criteria.search)
        pane.ask_for(criteria)

    def go_to(self, key: str, record_id: int) -> bool:
        """Show a record; False when the person stays with unsaved changes."""
        return self.may_leave() and self.show_register(key).go_to(record_id)

    def is_dirty(self) -> bool:
        """Tell whether something typed was not saved yet."""
        return any(pane.panel.is_dirty() for pane in self._panes.values())

    def may_leave(self) -> bool:
        """Ask about the unsaved changes of each pane; False as soon as the person stays."""
        return all(pane.may_leave() for pane in self._panes.values())

    def reload_when_seen(self, changed_key: str = "") -> None:
        """Read the lists again because records elsewhere were changed."""
        for pane in self._panes.values():
            if pane.register.key != changed_key:
                pane.reload_when_seen()

    def renew(self, key: str) -> None:
        """Read a register again, and its record in front, after an act that was done elsewhere."""
        if key in self._panes:
            self._panes[key].renew()

    def do(self, key: str, action: Action) -> None:
        """Do an act of a register of this tab."""
        self.show_register(key)
        action.run(self)

    def new_record(self) -> None:
        """Begin a record of the register in front, unless the person stays with unsaved changes."""
        self.pane.new_record()

    def save(self) -> None:
        """Save the record in front; its panel shows the problems that forbid it."""
        self.pane.save()

    def begin(self) -> None:
        """Make the form of the register in front in the next turn of the window, then enter its list."""
        self._next_turn.start()

    @Slot()
    def _prepare(self) -> None:
        if self.pane.panel.prepare():
            self._next_turn.start()
        else:
            self.prepared.emit()
            self.enter()

    @Slot()
    def enter(self) -> None:
        """Give the keys to the list in front, unless the person is elsewhere by now."""
        if self.isVisible():
            self.pane.table.setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.commands.search.setFocus()
        self.commands.search.selectAll()

    def open_prints(self) -> None:
        """Drop the menu of prints down."""
        self.commands.open_prints()

    def announce(self, key: str) -> None:
        """Tell everybody that records of this register were changed by an act."""
        self.reload_when_seen()
        self.changed.emit(key)

    def _build(self, title: str) -> None:
        self.commands = CommandRow(self._registers, title, self)
        self._stack = QStackedWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._prepare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.commands)
        column.addWidget(self._stack, 1)

    def _listen(self) -> None:
        """Let the keys of a list work while this tab is in front."""
        for name in ("import", "export", "sweep", "twice", "more"):
            keys.bind(name, partial(self.commands.press, name), self)
        keys.bind("entry", self.commands.enter, self)
        keys.bind("filter", self.focus_filters, self)
        keys.bind("bin", self.turn_bin, self)
        keys.bind("next_register", partial(self._turn, 1), self)
        keys.bind("previous_register", partial(self._turn, -1), self)

    def focus_filters(self) -> None:
        """Put the cursor on the first filter."""
        self.pane.focus_filters()

    def turn_bin(self) -> None:
        """Go into the recycle bin of the list in front, or out of it."""
        self.pane.turn_bin()

    def _turn(self, by: int) -> None:
        """Go to the register before or after the one in front, round and round."""
        place = self._registers.index(self.pane.register) + by
        if len(self._registers) > 1:
            self._switch(self._registers[place % len(self._registers)].key)

    def _wire(self) -> None:
        self._listen()
        self.commands.search.textChanged.connect(self._pause.start)
        self.commands.search.returnPressed.connect(self._go_to_found)
        self._pause.timeout.connect(self._search_now)
        self.commands.new_clicked.connect(self.new_record)
        self.commands.act_clicked.connect(self._act)
        self.commands.print_chosen.connect(self.print_pick)
        self.commands.import_clicked.connect(self.take_in)
        self.commands.export_clicked.connect(self._export)
        self.commands.more_chosen.connect(self._do_more)
        self.commands.register_chosen.connect(self._switch)

    @Slot()
    def _search_now(self) -> None:
        self._pause.stop()
        self.pane.search(self.commands.search.text())

    @Slot()
    def _go_to_found(self) -> None:
        """Go on in the list, at the first that was found."""
        self._search_now()
        self.pane.table.setFocus()

    @Slot(str)
    def _begin_search(self, text: str) -> None:
        """Search for what was typed while the list had the keys."""
        self.focus_search()
        self.commands.search.insert(text)

    def _write_search(self, text: str) -> None:
        """Write what is searched into the box without searching for it."""
        self.commands.search.blockSignals(True)
        self.commands.search.setText(text)
        self.commands.search.blockSignals(False)

    @Slot(str)
    def _switch(self, key: str) -> None:
        if self.pane.may_leave():
            self._write_search("")
            self.pane.search("")
            self.show_register(key)
        else:
            self.commands.show_register(self.pane.register)

    @Slot(object)
    def _act(self, action: Action) -> None:
        action.run(self)

    @Slot(QPoint)
    def _open_menu(self, spot: QPoint) -> None:
        open_menu(self, spot)

    @Slot(object)
    def _group(self, shown: Described) -> None:
        group(self, shown)

    @Slot(object)
    def print_pick(self, pick: Pick) -> None:
        """Print something of the list in front, or a blank form."""
        if pick.blank:
            self.printing.show(pick.layout, PrintRequest(date.today()), blank=True)
        else:
            self.printing.begin(pick.layout, self.pane)

    @Slot(object, int)
    def _print_record(self, pick: Pick, record_id: int) -> None:
        request = PrintRequest(date.today(), record=record_id, full_ids=pick.full_ids)
        self.printing.show(pick.layout, request)

    @Slot(object, int)
    def _hand_out_sheet(self, sheet: RecordSheet, record_id: int) -> None:
        self._exchange.hand_out_sheet(self.pane, sheet, record_id)

    @Slot()
    def take_in(self) -> None:
        """Let the person bring a spreadsheet into the register in front."""
        if self.pane.may_leave():
            self._exchange.take_in(self.pane)

    @Slot(object)
    def _import_book(self, path: Path) -> None:
        if self.pane.may_leave():
            self._exchange.take_in(self.pane, path)

    @Slot(object)
    def _do_more(self, act: Callable[[Exchange, RegisterPane], None]) -> None:
        act(self._exchange, self.pane)

    @Slot()
    def _export(self) -> None:
        self._exchange.hand_out(self.pane)

    @Slot(str)
    def _pass_on(self, key: str) -> None:
        self.reload_when_seen(key)
        self.changed.emit(key)

"""An open office: the side bar, and the tabs, each built on its first visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from app import saved_lists
from app.agenda import reminders
from app.agenda.desk import DeskReading
from app.agenda.entries import Entry, agenda, pressing
from app.agenda.reminders import Reminder
from app.agenda.unfinished import Unfinished
from app.figures.figure import Figure
from app.finding import Titled
from app.office import Office
from app.printing.layout import Print
from app.records import saved_lists as records_of_lists
from app.records.base import database
from app.records.drafts import Kind
from app.records.saved_lists import SavedList
from app.register import Register
from app.registry import subjects
from app.rules.periods import Period
from app.safekeeping.backup_log import newest_copy, read_log
from app.saved_lists import Counted
from app.subject import Subject
from ui.dialogs.name import NameDialog
from ui.jobs import Jobs
from ui.office.backup import BackingUp
from ui.panel.print_menu import Pick
from ui.registers.actions import Action, acts_of
from ui.registers.tab import RegisterTab
from ui.today.reminder_acts import ReminderActs
from ui.today.tab import TodayTab
from ui.window.side_bar import SideBar

if TYPE_CHECKING:
    from app.summary.quoted import Quoted

TODAY = "today"
FIGURES = "figures"
SUMMARY = "summary"
ACT = "操作"
_PAUSE_MS = 300  # after a change, before what is due is counted: several changes are counted once


@runtime_checkable
class Written(Protocol):
    """A tab in which something may be typed and not saved yet."""

    def is_dirty(self) -> bool:
        """Tell whether there is."""

    def may_leave(self) -> bool:
        """Ask about it; False when the person would rather stay."""

    def save(self) -> None:
        """Save it."""

    def open_prints(self) -> None:
        """Begin to print."""

    def reload_when_seen(self) -> None:
        """Read again what was changed elsewhere."""


class Desk(QWidget):
    """Where the clerk works in one office.

    Signals:
        shown(str): the tab with this key came to the front.
        changed(str): records of this register were changed; of any where it is empty.
        settings_wanted(): the person wants to fill in what the office is.
        find_wanted(): the person wants to find anything.
        built(): a tab was built, with all that it shows first.
    """

    shown = Signal(str)
    changed = Signal(str)
    settings_wanted = Signal()
    find_wanted = Signal()
    built = Signal()

    def __init__(self, office: Office, jobs: Jobs, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._jobs = jobs
        self._tabs: dict[str, QWidget] = {}
        self._today_is_old = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._count_due)
        self.backing_up = BackingUp(jobs, self)
        self._reminder_acts = ReminderActs(jobs, self._may_change, self)
        self._reminder_acts.done.connect(self._reminder_done)
        self._reminder_acts.forbidden.connect(self._show_forbidden)
        entries = [(TODAY, "工作台", "home"), *((tab.key, tab.title, tab.icon) for tab in _register_tabs())]
        entries += [(FIGURES, "统计", "chart"), (SUMMARY, "工作总结", "report")]
        self.titles = tuple(title for _, title, _ in entries)
        self._side = SideBar(office.title, entries, menu, self)
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)
        self._side.chosen.connect(self.show_tab)
        self._side.backup_clicked.connect(self.backing_up.begin)
        self._side.find_clicked.connect(self.find_wanted)
        self._side.list_chosen.connect(self.go_to_list)
        self._side.list_rename_chosen.connect(self._rename_list)
        self._side.list_forget_chosen.connect(self._forget_list)
        self.backing_up.done.connect(self.refresh)
        self.show_tab(TODAY)
        self._tell_office()
        # In the next turn of the window: a list that is asked for at once does not wait for the desk.
        next_turn = QTimer(self, singleShot=True, interval=0)
        next_turn.timeout.connect(self._read_in_sight)
        next_turn.start()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the tabs, in order."""
        return (TODAY, *(tab.key for tab in _register_tabs()), FIGURES, SUMMARY)

    @property
    def front(self) -> QWidget:
        """The tab that is in front."""
        return self._stack.currentWidget()

    @property
    def front_key(self) -> str:
        """The key of the tab that is in front."""
        return next(key for key, tab in self._tabs.items() if tab is self.front)

    @Slot(str)
    def show_tab(self, key: str) -> QWidget:
        """Bring a tab to the front."""
        is_new = key not in self._tabs
        if is_new:
            self._tabs[key] = self._build(key)
            self._stack.addWidget(self._tabs[key])
        self._stack.setCurrentWidget(self._tabs[key])
        self._side.choose(key)
        others = ((name, one) for name, one in self._tabs.items() if name != key)
        self._side.set_unsaved({name for name, one in others if isinstance(one, Written) and one.is_dirty()})
        tab = self._tabs[key]
        if isinstance(tab, TodayTab) and self._today_is_old and not is_new:
            self._read_desk(tab)
        if isinstance(tab, RegisterTab):
            # Of a new tab the list is seen before the form is made: no turn of the window takes too long.
            if is_new:
                tab.begin()
            else:
                tab.enter()
        elif is_new:
            self.built.emit()
        self.shown.emit(key)
        return self._tabs[key]

    @Slot(str, int)
    def go_to(self, register_key: str, record_id: int) -> None:
        """Show one record, or a register, in the tab that keeps it; the desk is where we are."""
        tab = self.show_tab(register_key.split(".", maxsplit=1)[0])
        if not isinstance(tab, RegisterTab) or not tab.keeps(register_key):
            return
        if record_id:
            tab.go_to(register_key, record_id)
        else:
            tab.show_register(register_key)

    @Slot(object)
    def go_to_entry(self, entry: Entry) -> RegisterTab | None:
        """Show the records that ask for something, where it is done, with the way back to the desk."""
        if len(entry.ids) > 1:
            self.go_to_records(entry.register_key, entry.title, entry.ids)
        else:
            self.go_to(entry.register_key, next(iter(entry.ids), 0))
        tab = self.front
        if not isinstance(tab, RegisterTab) or not tab.keeps(entry.register_key):
            return None
        if entry.ids:
            tab.pane.panel.turn_to(entry.dues[0].by)
        tab.pane.offer_return()
        return tab

    @Slot(object)
    def _show_forbidden(self, entry: Entry) -> None:
        """Show a record with what stands against the step that was asked for."""
        tab = self.go_to_entry(entry)
        if tab is not None and entry.step is not None:
            tab.pane.panel.take_step(entry.step)

    @Slot(str, str)
    def _reminder_done(self, register_key: str, said: str) -> None:
        """Read again what a step on the desk has changed."""
        self._today.say(said)
        tab = self._tabs.get(register_key.split(".", maxsplit=1)[0])
        if isinstance(tab, RegisterTab):
            tab.renew(register_key)
        if register_key:
            self._read_again(register_key)
        else:
            self.refresh()

    def _may_change(self, register_key: str) -> bool:
        """Ask about what is unsaved in the tab of a register, before it is changed from the desk."""
        tab = self._tabs.get(register_key.split(".", maxsplit=1)[0])
        return not isinstance(tab, RegisterTab) or tab.may_leave()

    @Slot(str, str, object)
    def go_to_records(self, register_key: str, title: str, ids: tuple[int, ...]) -> None:
        """Show some records of a register as a list, and say why these."""
        tab = self.show_tab(register_key.split(".", maxsplit=1)[0])
        if isinstance(tab, RegisterTab) and tab.keeps(register_key):
            pane = tab.show_register(register_key)
            pane.keep_to(f"提醒：{title}", ids)
            pane.go_to(ids[0])

    @Slot(str, str)
    def go_to_filter(self, register_key: str, title: str) -> None:
        """Show what a named filter of a register finds."""
        tab = self.show_tab(register_key.split(".", maxsplit=1)[0])
        if isinstance(tab, RegisterTab) and tab.keeps(register_key):
            pane = tab.show_register(register_key)
            pane.show_all()
            pane.filter_by(title, (True,))

    @Slot(str, int)
    def show_everything(self, register_key: str, record_id: int) -> None:
        """Show all that there is of the person of a record, in one column of time."""
        from ui.office.chronicle import ChronicleDialog  # not on the way to the first window

        record = _registers()[register_key].record.by_id(record_id)
        if record is not None:
            dialog = ChronicleDialog(self.window(), self._jobs, record)
            dialog.record_chosen.connect(self.go_to)
            dialog.show()

    def acts(self) -> list[Titled]:
        """Return what can be done in the lists: something entered anew, and what each offers."""
        acts: list[Titled] = []
        for subject in _register_tabs():
            for register in subject.registers:
                begin = partial(self._begin_in, register.key)
                acts.append(Titled(f"新建{register.title}", ACT, begin, subject.title))
                entries = [action for action in acts_of(register) if not action.choices]
                for action in entries:
                    do = partial(self._do_in, register.key, action)
                    acts.append(Titled(action.label, ACT, do, register.title))
        return acts

    def print_paper(self, register_key: str, paper: Print) -> None:
        """Begin to print something of a register."""
        tab = self.show_tab(_tab_of(register_key))
        if isinstance(tab, RegisterTab):
            tab.show_register(register_key)
            tab.print_pick(Pick(paper))

    def _begin_in(self, register_key: str) -> None:
        tab = self.show_tab(_tab_of(register_key))
        if isinstance(tab, RegisterTab):
            tab.show_register(register_key)
            tab.new_record()

    def _do_in(self, register_key: str, action: Action) -> None:
        tab = self.show_tab(_tab_of(register_key))
        if isinstance(tab, RegisterTab):
            tab.do(register_key, action)

    @Slot(object)
    def go_to_list(self, saved: SavedList) -> None:
        """Show what a saved list finds."""
        register = _registers()[saved.register]
        criteria = saved_lists.criteria_of(register, saved)
        tab = self.show_tab(_tab_of(register.key))
        if isinstance(tab, RegisterTab) and criteria is not None:
            tab.show_list(register.key, criteria)

    @Slot(object)
    def go_to_figure(self, quote: Quoted) -> None:
        """Show a figure of the summary among all figures, over the period it was quoted for."""
        self.show_figure(quote.figure, quote.period)

    def show_figure(self, figure: Figure, period: Period | None = None) -> None:
        """Show a figure among all figures, over another period where one is given."""
        from ui.figures.tab import FiguresTab  # not on the way to the first window

        tab = self.show_tab(FIGURES)
        assert isinstance(tab, FiguresTab)
        tab.show_figure(figure, period)

    @Slot(object)
    def go_on_with(self, draft: Unfinished) -> None:
        """Show the place where what was typed and never saved is offered."""
        if draft.kind is Kind.SUMMARY:
            from app.summary.reports import report_named
            from ui.summary.tab import SummaryTab

            tab = self.show_tab(SUMMARY)
            if isinstance(tab, SummaryTab) and tab.may_leave():
                tab.open_report(draft.record_id, report_named(draft.key))
            return
        self.go_to(draft.key, draft.record_id)
        tab = self.front
        if not isinstance(tab, RegisterTab) or not tab.keeps(draft.key):
            return
        if draft.kind is Kind.IMPORT:
            tab.take_in()
        elif draft.kind is Kind.FORM and not draft.record_id:
            tab.new_record()

    def is_dirty(self) -> bool:
        """Tell whether something was typed in any tab and not saved."""
        return any(isinstance(tab, Written) and tab.is_dirty() for tab in self._tabs.values())

    def may_leave(self) -> bool:
        """Ask about unsaved changes, tab by tab."""
        for key, tab in self._tabs.items():
            if isinstance(tab, Written) and tab.is_dirty():
                self.show_tab(key)
                if not tab.may_leave():
                    return False
        return True

    @Slot()
    def refresh(self) -> None:
        """Bring up to date what the side bar says, and the desk: now where it is seen, else when it is next.

        What is due elsewhere is counted beside the window, a moment after the last change.
        """
        self._tell_office()
        self._today_is_old = True
        self._read_in_sight()

    @Slot()
    def _read_in_sight(self) -> None:
        """Read what is in sight; what is due elsewhere is counted a moment later."""
        if self.front is not self._tabs[TODAY]:
            self._pause.start()
        elif not database.is_closed():  # locked meanwhile
            if self._today_is_old:
                self._read_desk(self._today)
            self._count_lists()

    def _tell_office(self) -> None:
        self._side.set_office(self._office.title)
        self._side.set_backup(newest_copy(read_log()))

    @Slot()
    def _count_due(self) -> None:
        if not database.is_closed():  # locked meanwhile
            self._jobs.run(partial(reminders.asked, date.today()), self._show_due)
            self._count_lists()

    @Slot()
    def _count_lists(self) -> None:
        """Count what the saved lists find, beside the window."""
        self._jobs.run(partial(saved_lists.counted, _registers()), self._show_lists)

    @Slot(object)
    def _show_lists(self, found: Sequence[Counted]) -> None:
        by_tab: dict[str, list[Counted]] = {}
        for counted in found:
            by_tab.setdefault(_tab_of(counted.saved.register), []).append(counted)
        self._side.set_lists({key: by_tab[key] for key in self.keys if key in by_tab})

    @Slot(object)
    def _rename_list(self, saved: SavedList) -> None:
        if NameDialog.ask("改名", "左侧的名称。", saved.name, partial(records_of_lists.rename, saved), self):
            self._count_lists()

    @Slot(object)
    def _forget_list(self, saved: SavedList) -> None:
        records_of_lists.forget(saved)
        self._count_lists()

    @property
    def _today(self) -> TodayTab:
        today = self._tabs[TODAY]
        assert isinstance(today, TodayTab)
        return today

    def _read_desk(self, today: TodayTab) -> None:
        """Read beside the window what the desk shows: it takes longer than a turn of the window may."""
        if database.is_closed():  # locked meanwhile
            return
        self._today_is_old = False
        self._pause.stop()
        today.show_day()
        self._jobs.run(today.wanted(), self._show_desk)

    @Slot(object)
    def _show_desk(self, reading: DeskReading) -> None:
        self._show_due(reading.asked)
        self._today.show_reading(reading)

    @Slot(object)
    def _show_due(self, asked: Sequence[Reminder]) -> None:
        self._side.set_due(pressing(agenda(asked)))

    @Slot()
    def reload(self) -> None:
        """Read everything again, as after the settings were changed."""
        for tab in self._tabs.values():
            if isinstance(tab, Written):
                tab.reload_when_seen()
        self.changed.emit("")
        self.refresh()

    def _build(self, key: str) -> QWidget:
        if key == TODAY:
            today = TodayTab(self)
            today.record_chosen.connect(self.go_to)
            today.entry_chosen.connect(self.go_to_entry)
            self._reminder_acts.serve(today.due)
            today.filter_chosen.connect(self.go_to_filter)
            today.backup_clicked.connect(self.backing_up.begin)
            today.draft_chosen.connect(self.go_on_with)
            today.settings_clicked.connect(self.settings_wanted)
            return today
        if key == FIGURES:
            return self._build_figures()
        if key == SUMMARY:
            return self._build_summary()
        subject = next(subject for subject in _register_tabs() if subject.key == key)
        tab = RegisterTab(subject.registers, self, jobs=self._jobs, key=subject.key, title=subject.title)
        tab.changed.connect(self._changed)
        tab.known_chosen.connect(self.go_to)
        tab.list_saved.connect(self._count_lists)
        tab.everything_wanted.connect(self.show_everything)
        tab.return_wanted.connect(partial(self.show_tab, TODAY))
        tab.prepared.connect(self.built)
        return tab

    def _build_figures(self) -> QWidget:
        from ui.figures.tab import FiguresTab  # not on the way to the first window

        figures = FiguresTab(self._jobs, self)
        figures.record_chosen.connect(self.go_to)
        self.changed.connect(figures.reload_when_seen)
        return figures

    def _build_summary(self) -> QWidget:
        from ui.summary.tab import SummaryTab

        summary = SummaryTab(self, jobs=self._jobs)
        summary.record_chosen.connect(self.go_to)
        summary.figure_chosen.connect(self.go_to_figure)
        return summary

    @Slot(str)
    def _changed(self, register_key: str) -> None:
        self._read_again(register_key, self.sender())

    def _read_again(self, register_key: str, source: object = None) -> None:
        """Have all other tabs read again what was changed in one of them, or on the desk."""
        for tab in self._tabs.values():
            if isinstance(tab, RegisterTab) and tab is not source:
                tab.reload_when_seen(register_key)
        self.changed.emit(register_key)
        self.refresh()


def _registers() -> dict[str, Register]:
    """Return the registers of the tabs by key."""
    return {register.key: register for tab in _register_tabs() for register in tab.registers}


def _tab_of(register_key: str) -> str:
    """Return the key of the tab that keeps a register."""
    return next(
        tab.key for tab in _register_tabs() if any(register.key == register_key for register in tab.registers)
    )


def _register_tabs() -> tuple[Subject, ...]:
    return tuple(tab for tab in subjects() if tab.registers)

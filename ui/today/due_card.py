"""What is due on the desk: each thing with the step that settles it, and what else can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from app.agenda.entries import FOLDED, WAITING, Entry, agenda
from app.agenda.first_steps import FirstStep
from app.agenda.reminders import Reminder
from app.records import steps
from ui.look.theme import mark
from ui.today.card import DeskCard

_Turned = TypeVar("_Turned")
_WHOSE = ("全部", "本人", "他人")
_MOST_LINES = 30  # of an entry that is listed one by one: of more there is the list itself


class DueCard(DeskCard):
    """Lists what is due: this week first, what is long overdue or was put off folded below.

    Signals:
        step_wanted(Entry): the step that settles the entry is to be taken.
        put_off_wanted(Entry), call_back_wanted(Entry): it is to wait until a day, or no longer.
        hand_wanted(Entry), take_back_wanted(Entry): it is for somebody else, or no longer.
    """

    step_wanted = Signal(object)
    put_off_wanted = Signal(object)
    call_back_wanted = Signal(object)
    hand_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("到期与提醒", parent)
        self._asked: Sequence[Reminder] = ()
        self._first_steps: Sequence[FirstStep] = ()
        self._opened: set[str] = set()
        self._apart: set[tuple[str, str, str]] = set()
        self._whose = _WHOSE[0]
        self._chips = {word: self._whose_chip(word) for word in _WHOSE}
        self._total = QLabel(self)
        self._total.setProperty("role", "secondary")
        self.foot.addWidget(self._total)

    def show_asked(self, asked: Sequence[Reminder], first_steps: Sequence[FirstStep]) -> None:
        """Show what is due now and what was put off, below the first steps of a new office."""
        self._asked, self._first_steps = asked, first_steps
        self._fill()

    def _fill(self) -> None:
        self.clear()
        self._show_first_steps()
        handed = any(one.person for one in self._asked)
        if not handed:
            self._whose = _WHOSE[0]
        for word, chip in self._chips.items():
            chip.setVisible(handed)
            mark(chip, chosen=word == self._whose)
        entries = agenda(filter(self._is_wanted, self._asked))
        for term, grouped in groupby(entries, attrgetter("term")):
            self._show_term(term, list(grouped))
        self.end("眼下没有到期的事")
        waiting = sum(entry.count for entry in entries if entry.term == WAITING)
        now = sum(entry.count for entry in entries) - waiting
        self._total.setText(f"共 {now:,} 项" + (f"，推迟 {waiting:,} 项" if waiting else ""))

    def _is_wanted(self, reminder: Reminder) -> bool:
        others = bool(reminder.person) and reminder.person != steps.operator()
        return self._whose == _WHOSE[0] or (self._whose == _WHOSE[2]) == others

    def _show_first_steps(self) -> None:
        """Show a new office what to begin with."""
        if self._first_steps:
            self.add_heading("开始使用")
        for number, step in enumerate(self._first_steps, start=1):
            chip, tone = ("已完成", "good") if step.done else (f"第 {number} 步", "info")
            self.add_line(chip, tone, step.text, step)

    def _show_term(self, term: str, entries: Sequence[Entry]) -> None:
        heading = f"{term}　{sum(entry.count for entry in entries):,} 项"
        if term in FOLDED:
            fold = self.add_fold(heading, is_open=term in self._opened)
            fold.setObjectName("fold")
            fold.clicked.connect(partial(self._turn, self._opened, term))
            if term not in self._opened:
                return
        else:
            self.add_heading(heading)
        for entry in entries:
            self._show_entry(entry)
            if _name(entry) in self._apart:
                for one in entry.one_by_one()[:_MOST_LINES]:
                    self._show_entry(one)

    def _show_entry(self, entry: Entry) -> None:
        beside: list[QWidget] = []
        if entry.person:
            person = QLabel(entry.person, self)
            person.setProperty("role", "chip")
            mark(person, tone="quiet")
            person.setToolTip(f"交给{entry.person}办理")
            beside.append(person)
        if entry.count > 1:
            apart = _name(entry) in self._apart
            button = self._button("apart", "合并 ▴" if apart else "逐条 ▾", f"逐条列出{entry.text}")
            button.clicked.connect(partial(self._turn, self._apart, _name(entry)))
            beside.append(button)
        elif entry.step is not None:
            button = self._button("settle", entry.step.title, f"{entry.step.title}：{entry.text}")
            button.clicked.connect(partial(self.step_wanted.emit, entry))
            beside.append(button)
        elif entry.ids and entry.dues[0].by:
            button = self._button("open", f"{entry.dues[0].by} ›", f"打开：{entry.text}")
            button.clicked.connect(partial(self.chosen.emit, entry))
            beside.append(button)
        if entry.reminders[0].can_wait:
            more = self._button("more", "⋯", f"推迟或交给他人：{entry.text}")
            more.setProperty("role", "quiet")
            more.setToolTip("推迟、交给他人……")
            more.clicked.connect(partial(self._open_menu, entry, more))
            beside.append(more)
        self.add_line(entry.when, entry.tone, entry.text, entry, *beside)

    def menu_of(self, entry: Entry) -> QMenu:
        """Return all that can be done about an entry."""
        menu = QMenu(self)
        menu.addAction("打开", partial(self.chosen.emit, entry))
        if entry.step is not None:
            menu.addAction(f"{entry.step.title}…", partial(self.step_wanted.emit, entry))
        menu.addSeparator()
        menu.addAction("推迟…", partial(self.put_off_wanted.emit, entry))
        if entry.term == WAITING:
            menu.addAction("不再推迟", partial(self.call_back_wanted.emit, entry))
        menu.addAction("交给…", partial(self.hand_wanted.emit, entry))
        if entry.person:
            menu.addAction(f"不再交给{entry.person}", partial(self.take_back_wanted.emit, entry))
        return menu

    def _open_menu(self, entry: Entry, button: QPushButton) -> None:
        menu = self.menu_of(entry)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _button(self, name: str, text: str, label: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setProperty("role", "chip")
        return button

    def _whose_chip(self, word: str) -> QPushButton:
        chip = self._button(f"whose_{_WHOSE.index(word)}", word, f"只看{word}的提醒")
        chip.clicked.connect(partial(self._choose_whose, word))
        chip.hide()
        self.head.addWidget(chip)
        return chip

    def _choose_whose(self, word: str) -> None:
        self._whose = word
        self._fill()

    def _turn(self, turned: set[_Turned], one: _Turned) -> None:
        """Open what is folded, or fold it."""
        turned.symmetric_difference_update({one})
        self._fill()


def _name(entry: Entry) -> tuple[str, str, str]:
    """Return what tells an entry from the others of the desk; one of its records by itself is none."""
    return (entry.term, entry.register_key, entry.title) if entry.count > 1 else ("", "", "")

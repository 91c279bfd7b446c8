"""The desk (工作台): what the office has, what is due, what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.agenda import cards
from app.agenda.desk import DeskReading, read_desk
from app.agenda.entries import Entry
from app.agenda.first_steps import FirstStep, Place
from app.agenda.reminders import DESK, Forgotten
from app.agenda.unfinished import Unfinished, unfinished
from app.records import drafts
from app.registry import find_register
from ui.dialogs.question import Question
from ui.today.due_card import DueCard
from ui.today.month_card import MonthCard
from ui.today.operator_field import OperatorField
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow import FlowArea
from ui.widgets.layouts import clear

_WEEKDAYS = "一二三四五六日"
_SHARE_FORGOTTEN = 6  # of the height: not more than this part is for what was forgotten


class TodayTab(QWidget):
    """Cards of figures above; below what is due, and what was done this month.

    Signals:
        record_chosen(str, int): the person wants to see the record, or register, behind a line.
        entry_chosen(Entry): the person wants to see the records that ask for something.
        filter_chosen(str, str): the person wants to see what a named filter of a register finds.
        backup_clicked(): make a backup now.
        draft_chosen(Unfinished): the person wants to go on with what was typed and never saved.
        settings_clicked(): fill in what the office is.
    """

    record_chosen = Signal(str, int)
    entry_chosen = Signal(object)
    filter_chosen = Signal(str, str)
    backup_clicked = Signal()
    draft_chosen = Signal(object)
    settings_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._opened = datetime.now()
        self._unfinished = FlowArea(self, spacing=12)
        self._unfinished.setAccessibleName("上次没有存完")
        self._cards = QHBoxLayout()
        self._cards.setSpacing(12)
        self.due = DueCard(self)
        self.due.chosen.connect(self._choose_entry)
        self._month = MonthCard(self)
        self._month.chosen.connect(self._choose_register)
        self._forgotten = FlowArea(self, spacing=12)
        self._forgotten.setAccessibleName("久未办理")
        self.due.foot.addWidget(self._forgotten, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.due, 3)
        below.addWidget(self._month, 2)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(12)
        inside.addWidget(self._unfinished)
        inside.addLayout(self._cards)
        inside.addLayout(below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addLayout(inside, 1)

    def wanted(self) -> Callable[[], DeskReading]:
        """Return what reads all that is to be shown, beside the window or in it."""
        return partial(read_desk, date.today(), self._month.month, self._opened)

    def reload(self) -> None:
        """Read and show everything again."""
        self.show_reading(self.wanted()())

    def show_day(self) -> None:
        """Show which day it is and who works here, while the rest is read."""
        today = date.today()
        self._date.setText(f"{today.year}年{today.month}月{today.day}日　星期{_WEEKDAYS[today.weekday()]}")
        if not self._operator.hasFocus():
            self._operator.ask()

    def show_reading(self, reading: DeskReading) -> None:
        """Show what was read."""
        self.show_day()
        clear(self._cards)
        for card in reading.cards:
            self._cards.addWidget(_figure_card(card, self), 1)
        self.due.show_asked(reading.asked, reading.first_steps)
        self._show_forgotten(reading.forgotten)
        self._show_left(reading.left)
        self._month.show_done(reading.period, reading.done)

    def say(self, sentence: str) -> None:
        """Say beside the day what was done last."""
        self._said.show_text(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_forgotten()
        self._unfinished.fit(self.height() // _SHARE_FORGOTTEN)

    def _fit_forgotten(self) -> None:
        self._forgotten.fit(self.height() // _SHARE_FORGOTTEN)

    def _show_forgotten(self, found: Sequence[Forgotten]) -> None:
        """Show what nobody has seen to for long."""
        clear(self._forgotten.flow)
        for forgotten in found:
            register = find_register(forgotten.register_key)
            link = QPushButton(f"{register.title}{forgotten.title} {forgotten.count}", self)
            link.setProperty("role", "link")
            link.setProperty("filter", (forgotten.register_key, forgotten.title))
            link.clicked.connect(self._choose_filter)
            self._forgotten.flow.addWidget(link)
        self._fit_forgotten()

    def _show_left(self, left: Sequence[Unfinished]) -> None:
        """List what was left by a program that was cut off; nothing where all was saved."""
        clear(self._unfinished.flow)
        self._unfinished.setVisible(bool(left))
        if not left:
            return
        told = QLabel("上次没有存完：", self)
        told.setProperty("role", "secondary")
        self._unfinished.flow.addWidget(told)
        for one in left:
            link = self._link(one.title)
            link.clicked.connect(partial(self.draft_chosen.emit, one))
        discard = self._link("全部丢弃")
        discard.setObjectName("discard_drafts")
        discard.clicked.connect(self._discard_drafts)
        self._unfinished.fit(self.height() // _SHARE_FORGOTTEN)

    def _link(self, text: str) -> QPushButton:
        link = QPushButton(text, self)
        link.setProperty("role", "link")
        self._unfinished.flow.addWidget(link)
        return link

    @Slot()
    def _discard_drafts(self) -> None:
        if Question.ask(self, "丢弃上次没有存完的内容？", "丢弃后不能找回。", "全部丢弃"):
            drafts.forget_before(self._opened)
            self._show_left(unfinished(self._opened))

    @Slot(object)
    def _choose_entry(self, entry: Entry | FirstStep) -> None:
        if isinstance(entry, FirstStep):
            self._take(entry)
        elif entry.register_key == DESK:
            self.backup_clicked.emit()
        else:
            self.entry_chosen.emit(entry)

    def _take(self, step: FirstStep) -> None:
        if step.place is Place.SETTINGS:
            self.settings_clicked.emit()
        elif step.place is Place.BACKUP:
            self.backup_clicked.emit()
        else:
            self.record_chosen.emit(step.register_key, 0)

    @Slot(object)
    def _choose_register(self, register_key: str) -> None:
        self.record_chosen.emit(register_key, 0)

    @Slot()
    def _choose_filter(self) -> None:
        register_key, title = self.sender().property("filter")
        self.filter_chosen.emit(register_key, title)

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("role", "bar")
        title = QLabel("工作台", bar)
        title.setProperty("role", "title")
        self._date = QLabel(bar)
        self._date.setProperty("role", "secondary")
        self._said = ElidedLabel(bar)
        self._said.setObjectName("said")
        self._said.setProperty("role", "secondary")
        self._operator = OperatorField(bar)
        back_up = QPushButton("立即备份", bar)
        back_up.setObjectName("backup")
        back_up.setProperty("role", "primary")
        back_up.clicked.connect(self.backup_clicked)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 12, 16, 11)
        row.setSpacing(16)
        row.addWidget(title)
        row.addWidget(self._date)
        row.addWidget(self._said, 1)
        row.addWidget(self._operator)
        row.addWidget(back_up)
        return bar


def _figure_card(card: cards.CardText, parent: QWidget) -> QFrame:
    frame = QFrame(parent)
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(4)
    for text, role in ((card.title, "label"), (card.value, "figure"), (card.note, "label")):
        label = QLabel(text, frame) if role == "figure" else ElidedLabel(frame)
        label.setProperty("role", role)
        if isinstance(label, ElidedLabel):
            label.show_text(text)
        column.addWidget(label)
    return frame

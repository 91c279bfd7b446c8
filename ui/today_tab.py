"""The desk (工作台): what the office has, and what is due."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import reminders
from app.reminders import Card, Reminder

_WEEKDAYS = "一二三四五六日"


class TodayTab(QWidget):
    """Cards above, due things below.

    Signals:
        record_chosen(str, int): the person wants to see the record behind a due thing.
        backup_clicked(): make a backup now.
    """

    record_chosen = Signal(str, int)
    backup_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._cards = QHBoxLayout()
        self._cards.setSpacing(12)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._total = QLabel(self)
        self._total.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(12)
        inside.addLayout(self._cards)
        inside.addWidget(self._due_card(), 1)
        column.addLayout(inside, 1)

    @Slot()
    def reload(self) -> None:
        """Count and look up again."""
        today = date.today()
        self._date.setText(f"{today.year}年{today.month}月{today.day}日　星期{_WEEKDAYS[today.weekday()]}")
        _empty(self._cards)
        for card in reminders.cards(today):
            self._cards.addWidget(_card(card, self), 1)
        due = reminders.due(today)
        _empty(self._lines)
        for one in due:
            self._lines.addWidget(self._line(one))
        if not due:
            self._lines.addWidget(_calm("眼下没有到期的事", self))
        self._lines.addStretch(1)
        self._total.setText(f"共 {len(due)} 项")

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("role", "bar")
        title = QLabel("工作台", bar)
        title.setProperty("role", "title")
        self._date = QLabel(bar)
        self._date.setProperty("role", "secondary")
        back_up = QPushButton("立即备份", bar)
        back_up.setObjectName("backup")
        back_up.setProperty("role", "primary")
        back_up.clicked.connect(self.backup_clicked)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 12, 16, 11)
        row.setSpacing(16)
        row.addWidget(title)
        row.addWidget(self._date)
        row.addStretch(1)
        row.addWidget(back_up)
        return bar

    def _due_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        heading = QLabel("到期与提醒", card)
        heading.setProperty("role", "heading")
        heading.setContentsMargins(16, 12, 16, 8)
        page = QWidget(card)
        page.setProperty("role", "page")
        page.setLayout(self._lines)
        scroll = QScrollArea(card)
        scroll.setAccessibleName("到期与提醒")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        foot = QFrame(card)
        foot.setProperty("role", "foot")
        QHBoxLayout(foot).addWidget(self._total)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(scroll, 1)
        column.addWidget(foot)
        return card

    def _line(self, reminder: Reminder) -> QWidget:
        due = reminder.due
        line = QFrame(self)
        line.setProperty("role", "head")
        grid = QGridLayout(line)
        grid.setContentsMargins(12, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        chip = QLabel(due.when, line)
        chip.setProperty("role", "chip")
        chip.setProperty("tone", due.tone)
        grid.setColumnMinimumWidth(0, 84)
        grid.setColumnStretch(1, 1)
        button = QPushButton(due.text, line)
        button.setProperty("role", "side")
        button.setProperty("due", (reminder.register_key, due.record_id or 0))
        button.clicked.connect(self._choose)
        grid.addWidget(chip, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(button, 0, 1)
        return line

    @Slot()
    def _choose(self) -> None:
        register_key, record_id = self.sender().property("due")
        self.record_chosen.emit(register_key, record_id)


def _card(card: Card, parent: QWidget) -> QFrame:
    frame = QFrame(parent)
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(4)
    for text, role in ((card.title, "label"), (card.value, "figure"), (card.note, "label")):
        label = QLabel(text, frame)
        label.setProperty("role", role)
        column.addWidget(label)
    return frame


def _calm(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "empty")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMinimumHeight(120)
    return label


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

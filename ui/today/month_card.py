"""What was done in a month, day by day, ready to be pasted into the monthly report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.agenda import month
from app.agenda.month import Done
from app.rules.periods import Period
from ui.today.card import DeskCard


class MonthCard(DeskCard):
    """Lists the work done in one month; the arrows turn to another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("本月做了什么", parent)
        self._month = month.month_of(date.today())
        self._text = ""
        self._button("earlier_month", "‹", "上一个月", self._earlier)
        self._button("later_month", "›", "下一个月", self._later)
        copy = QPushButton("复制为月报文字", self)
        copy.setObjectName("copy_month")
        copy.setProperty("role", "link")
        copy.clicked.connect(self._copy)
        self._note = QLabel(self)
        self._note.setProperty("role", "secondary")
        self.foot.addWidget(copy)
        self.foot.addStretch(1)
        self.foot.addWidget(self._note)

    @property
    def month(self) -> Period:
        """The month on show."""
        return self._month

    def show_done(self, period: Period, lines: Sequence[Done]) -> None:
        """Show what was done in a month, unless the person has turned to another."""
        if period != self._month:
            return
        first = self._month.first
        this_year = first.year == date.today().year
        self.heading.setText(f"{'' if this_year else f'{first.year}年'}{first.month}月做了什么")
        self._text = month.as_text(lines)
        self._note.setText("")
        self.clear()
        for line in lines:
            self.add_line(f"{line.day.day} 日", "quiet", line.text, line.register_key)
        self.end("这个月还没有登记")

    def _button(self, name: str, text: str, label: str, act: Callable[[], None]) -> None:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setToolTip(label)
        button.setProperty("role", "quiet")
        button.clicked.connect(act)
        self.head.addWidget(button)

    @Slot()
    def _earlier(self) -> None:
        self._turn_to(self._month.first - timedelta(days=1))

    @Slot()
    def _later(self) -> None:
        self._turn_to(self._month.last + timedelta(days=1))

    def _turn_to(self, day: date) -> None:
        self._month = month.month_of(day)
        self.show_done(self._month, month.done(self._month))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._note.setText("已复制" if self._text else "没有可复制的内容")

"""The editor of days: typed as people write them, or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from app.errors import Invalid
from app.fields import Described
from app.rules.dates import write_date
from ui.editors.calendar import make_calendar
from ui.editors.lines import LineEditor
from ui.look.icons import icon
from ui.widgets.screen import below


class DateEditor(LineEditor):
    """Edits a day, or a month or year where the field allows; Alt+Down opens the calendar."""

    def __init__(self, field: Described, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._calendar: QCalendarWidget | None = None
        opener = self.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setText("日历")
        opener.setToolTip("从日历中选")
        opener.triggered.connect(self.open_calendar)

    @property
    def calendar(self) -> QCalendarWidget:
        """The calendar, made when it is first wanted."""
        if self._calendar is None:
            self._calendar = make_calendar(self)
            self._calendar.clicked.connect(self._pick)
        return self._calendar

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar under the line, on the day that is written, or today."""
        day = self._day() or date.today()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.resize(self.calendar.sizeHint())
        self.calendar.move(below(self, self.calendar.size()))
        self.calendar.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _day(self) -> date | None:
        try:
            value = self._field.parse(self.text())
        except Invalid:
            return None
        return value if isinstance(value, date) else None

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        self.calendar.hide()
        self.setText(write_date(date(day.year(), day.month(), day.day())))
        self.setFocus()

"""The calendar under a line for a day, in the program's own colours."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from ui.look import theme
from ui.look.icons import icon

_TURNS = {"qt_calendar_prevmonth": "left", "qt_calendar_nextmonth": "right"}  # as Qt names its buttons
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def make_calendar(parent: QWidget) -> QCalendarWidget:
    """Make a calendar that opens above all else, and is polished.

    Qt's own red of weekends cannot be read on a dark ground, and hardly on a light one.
    """
    calendar = QCalendarWidget(parent)
    calendar.setWindowFlag(Qt.WindowType.Popup)
    calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    for day in _WEEKEND:
        written = calendar.weekdayTextFormat(day)
        written.setForeground(QColor(theme.colours().bad))
        calendar.setWeekdayTextFormat(day, written)
    calendar.ensurePolished()  # with the style it gets arrows that are not ours
    for button in calendar.findChildren(QToolButton):
        if button.objectName() in _TURNS:
            button.setIcon(icon(_TURNS[button.objectName()]))
    return calendar

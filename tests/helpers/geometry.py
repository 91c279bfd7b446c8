"""What a person would see cut off, covered or beyond the screen, read from the widgets of a window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QSplitterHandle,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableView,
    QWidget,
)

from tests.helpers.reach import unreachable
from ui.lists.table import RecordTable
from ui.lists.table_model import TableModel
from ui.widgets.elided_label import ElidedLabel

_TOUCHING = 1  # pixels by which neighbours may share an edge: borders, and lengths that a scale rounds
_FRAME = 2  # pixels: what Qt's platform without a display shifts a window by
_DAY = re.compile(r"\d{4}年\d+月\d+日")
_LEAST_COLUMN = 84  # pixels of a column of words in which a name of four characters stands whole


def faults(window: QWidget, room: QSize | None = None) -> list[str]:
    """Say of each visible widget what is wrong with where it stands; nothing where all is in sight.

    The window must fit the screen that it is on, or a `room` as large as another screen.
    """
    shown = [widget for widget in window.findChildren(QWidget) if _is_shown(widget, window)]
    found = [
        *(_beyond_the_screen(window) if room is None else _too_large(window, room)),
        *(f"{name_of(label)}: {why}" for label in shown if (why := _cut_text(label))),
        *(f"{name_of(table)}: {why}" for table in shown if (why := _scrolls_in_vain(table))),
        *(why for widget in (window, *shown) for why in _overlaps(widget)),
    ]
    return [*unreachable(window), *found]


def _is_shown(widget: QWidget, window: QWidget) -> bool:
    return widget.window() is window and widget.isVisibleTo(window)


def _beyond_the_screen(window: QWidget) -> Iterator[str]:
    free = window.screen().availableGeometry()
    yield from _too_large(window, free.size())
    framed = free.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
    if window.isVisible() and not framed.contains(window.geometry()):
        yield f"{name_of(window)}: stands at {window.geometry().getRect()} of {free.getRect()}"


def _too_large(window: QWidget, room: QSize) -> Iterator[str]:
    """Compare a window, and the least size that it lets itself be given, with the room there is."""
    least = window.minimumSizeHint().expandedTo(window.minimumSize()).boundedTo(window.maximumSize())
    if least.expandedTo(room) != room or window.size().expandedTo(room) != room:
        needed = f"is {window.size().toTuple()} and needs {least.toTuple()}"
        yield f"{name_of(window)}: {needed} in {room.toTuple()}"


def _cut_text(widget: QWidget) -> str:
    """Say where a day, or the words of a label or of a choice, do not fit; what ends in … has a tip."""
    if isinstance(widget, ElidedLabel):
        whole = widget.toolTip() == widget.text() or widget.sizeHint().width() <= widget.width()
        return "" if whole else "is cut, and no tip says all of it"
    if isinstance(widget, QLabel):
        return _cut_label(widget)
    if isinstance(widget, QLineEdit) and _DAY.fullmatch(widget.text()):
        return _cut_day(widget)
    if isinstance(widget, QComboBox) and not widget.isEditable():
        return _cut_choice(widget)
    return ""


def _cut_day(line: QLineEdit) -> str:
    """Say where a day does not stand whole in the line it is written in: cut off it is another day."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    room = inside.marginsRemoved(line.textMargins()).width()
    need = line.fontMetrics().horizontalAdvance(line.text())
    return f"shows {room} of {need}" if room < need else ""


def _cut_choice(box: QComboBox) -> str:
    """Say where the chosen term does not stand whole beside the arrow."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(control, option, part, box).width()
    need = box.fontMetrics().horizontalAdvance(box.currentText())
    return f"shows {room} of {need}" if room < need else ""


def _cut_label(label: QLabel) -> str:
    if not label.text():
        return ""
    if label.wordWrap():
        need, room = label.heightForWidth(label.width()), label.height()
        return f"has {room} of height for {need}" if room < need - _TOUCHING else ""
    hint = label.sizeHint()
    if label.width() < hint.width() - _TOUCHING or label.height() < hint.height() - 2 * _TOUCHING:
        return f"has {label.size().toTuple()} for {hint.toTuple()}"
    return ""


def _scrolls_in_vain(widget: QWidget) -> str:
    """Say of a list that scrolls sideways while a column of words is wider than it must be.

    One that can leave columns out need not scroll at all.
    """
    if not isinstance(widget, RecordTable) or not (beyond := widget.horizontalScrollBar().maximum()):
        return ""
    if widget.widths.may_hide:
        return f"scrolls {beyond} sideways, and could leave columns out"
    headings, rows = widget.horizontalHeader(), widget.model()
    assert isinstance(rows, TableModel)
    wide = [
        str(rows.headerData(section, Qt.Orientation.Horizontal))
        for section in range(rows.columnCount())
        if rows.column(section).elastic
        and widget.columnWidth(section) > max(_LEAST_COLUMN, headings.sectionSizeHint(section))
    ]
    return f"scrolls {beyond} sideways, and {'、'.join(wide)} could give way" if wide else ""


def _overlaps(parent: QWidget) -> Iterator[str]:
    """Yield the pairs of siblings that lie over each other, where none is meant to float."""
    if isinstance(parent, QAbstractScrollArea | QLineEdit | QComboBox | QStackedWidget | QMainWindow):
        return  # these place what stands in them themselves
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisibleTo(parent) and not _floats(child)
    ]
    for one, other in combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > _TOUCHING and common.height() > _TOUCHING:
            yield f"{name_of(one)} {one.geometry().getRect()} overlaps {name_of(other)} {common.getRect()}"


def _floats(widget: QWidget) -> bool:
    """Tell whether a widget lies over others on purpose: a window, a badge, a card with a shadow."""
    through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    casts_shadow = widget.graphicsEffect() is not None
    return widget.isWindow() or through or casts_shadow or isinstance(widget, QSplitterHandle)


def name_of(widget: QWidget) -> str:
    """Return what a person who mends it would look for: class, name, words and place."""
    told = [type(widget).__name__, widget.objectName(), _words(widget)]
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size()).getRect()
    return f"{' '.join(word for word in told if word)} at {place}"


def _words(widget: QWidget) -> str:
    if isinstance(widget, QTableView):
        return widget.accessibleName()
    text = getattr(widget, "text", None)
    return repr(text()[:20]) if callable(text) and text() else ""

"""What the report lacks or doubts: counts in one row, each opening its list."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.look import theme
from ui.look.theme import mark
from ui.widgets.layouts import clear

_MOST_HEIGHT = 150
_ACT = "act:"
_FOLLOWED = Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse


class Note(NamedTuple):
    """A sentence of a list, and where it leads; None where it leads nowhere. `act` can be done about it."""

    text: str
    target: int | None = None
    act: str = ""


class Remarks(NamedTuple):
    """A count in the row: its name and words, its tone, the list behind it, and what the list is for."""

    name: str
    words: str
    tone: str
    notes: Sequence[Note] = ()
    hint: str = "点开看是哪些"


class _Line(QLabel):
    """A sentence whose first link is ready for Enter as soon as the Tab key comes to it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.focusNextPrevChild(True)


class Foot(QFrame):
    """Says what there is to say of a report.

    Signals:
        chosen(str, int): a person wants to see what a sentence speaks of: name of the remarks, target.
        acted(str, int): she does about it what is offered beside it: likewise.
    """

    chosen = Signal(str, int)
    acted = Signal(str, int)

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.setAccessibleName(label)
        self._remarks: dict[str, Remarks] = {}
        self._open = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(8, 0, 8, 8)
        self._lines.setSpacing(0)
        page = QWidget(self)
        page.setProperty("role", "page")
        page.setLayout(self._lines)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(page)
        self._scroll.setMaximumHeight(theme.length(_MOST_HEIGHT))
        self._scroll.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self._scroll)

    def show_remarks(self, remarks: Sequence[Remarks], opened: str = "") -> None:
        """Show these counts; a list that was open stays open while there is one, else that of `opened`."""
        self._remarks = {remark.name: remark for remark in remarks}
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for place, remark in enumerate(remarks):
            self._row.insertWidget(place, self._count(remark))
        name = self._open or opened
        self._show_list(name if name in self._remarks else "")

    def sentences(self) -> list[str]:
        """Return the sentences of the list that is open."""
        return [note.text for note in self._remarks[self._open].notes] if self._open else []

    def _count(self, remark: Remarks) -> QPushButton:
        button = QPushButton(remark.words, self)
        button.setObjectName(remark.name)
        button.setProperty("role", "count")
        button.setProperty("tone", remark.tone)
        button.setAccessibleName(remark.words)
        button.setEnabled(bool(remark.notes))
        button.setToolTip(remark.hint if remark.notes else "")
        button.clicked.connect(self._turn)
        self._group.addButton(button)
        return button

    @Slot()
    def _turn(self) -> None:
        name = self.sender().objectName()
        self._show_list("" if name == self._open else name)

    def _show_list(self, name: str) -> None:
        self._open = name
        for button in self._group.buttons():
            mark(button, chosen=button.objectName() == name)
        clear(self._lines)
        for note in self._remarks[name].notes if name else ():
            line = self._line(note)
            self._lines.addWidget(line)
            line.show()  # now, not when Qt comes to it: its height is asked for below
        self._scroll.setVisible(bool(name))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the list the height its sentences need, up to a few of them."""
        needed = self._lines.heightForWidth(self.width()) if self._open else 0
        self._scroll.setFixedHeight(max(0, min(needed, theme.length(_MOST_HEIGHT))))

    def _line(self, note: Note) -> QLabel:
        text = escape(note.text)
        line = _Line(self)
        line.setProperty("role", "note")
        line.setWordWrap(True)
        if note.target is not None:
            colour = theme.colours().accent_text
            text = f'<a href="{note.target}" style="color:{colour}; text-decoration:none">{text}</a>'
            if note.act:
                text = f'<a href="{_ACT}{note.target}" style="color:{colour}">{escape(note.act)}</a>　{text}'
            line.setTextInteractionFlags(_FOLLOWED)
            line.linkActivated.connect(self._follow)
        line.setTextFormat(Qt.TextFormat.RichText)
        line.setText(text)
        line.setAccessibleName(f"{note.act}　{note.text}".lstrip())
        return line

    @Slot(str)
    def _follow(self, link: str) -> None:
        signal = self.acted if link.startswith(_ACT) else self.chosen
        signal.emit(self._open, int(link.removeprefix(_ACT)))

"""A card of the desk: a heading, lines that scroll, and a foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.look import theme
from ui.widgets.card import Card
from ui.widgets.layouts import clear

_PADDING = 12  # of the style sheet's side buttons, and a little air


class LineButton(QPushButton):
    """A sentence that leads somewhere; too long a one is cut in its middle, so that its end is seen.

    Signals:
        pressed_for(object): the person wants to see the target.
    """

    pressed_for = Signal(object)

    def __init__(self, text: str, target: object, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._text = text
        self._target = target
        self.setProperty("role", "side")
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * theme.length(_PADDING)
        short = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, room)
        self.setText(short)
        self.setToolTip("" if short == self._text else self._text)

    @Slot()
    def _tell(self) -> None:
        self.pressed_for.emit(self._target)


class DeskCard(Card):
    """Lists short lines, each a chip and a sentence that leads somewhere.

    Signals:
        chosen(object): a person wants to see what is behind a line, the target it was added with.
    """

    chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = QLabel(title, self)
        self.heading.setProperty("role", "heading")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 12, 12, 8)
        self.head.setSpacing(6)
        self.head.addWidget(self.heading, 1)
        self.foot = QHBoxLayout()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.head)
        self.column.addWidget(self._scroll(title), 1)
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        foot.setLayout(self.foot)
        self.column.addWidget(foot)

    def clear(self) -> None:
        """Take all lines away."""
        clear(self._lines)

    def add_heading(self, text: str) -> None:
        """Add a heading over the lines that follow."""
        label = QLabel(text, self)
        label.setProperty("role", "term")
        self._lines.addWidget(label)

    def add_fold(self, text: str, *, is_open: bool) -> QPushButton:
        """Add a heading over lines that are shown only when a person asks for them, and return it."""
        fold = QPushButton(f"{'▾' if is_open else '▸'}　{text}", self)
        fold.setProperty("role", "fold")
        fold.setAccessibleName(f"{'收起' if is_open else '展开'}{text}")
        self._lines.addWidget(fold)
        return fold

    def add_line(self, chip: str, tone: str, text: str, target: object, *beside: QWidget) -> None:
        """Add a line that leads to its target; at its end stand what else can be done."""
        line = QFrame(self)
        line.setProperty("role", "head")
        grid = QGridLayout(line)
        grid.setContentsMargins(12, 0, 12, 0)
        grid.setHorizontalSpacing(4)  # sentence and buttons have air of their own
        label = QLabel(chip, line)
        label.setProperty("role", "chip")
        label.setProperty("tone", tone)
        grid.setColumnMinimumWidth(0, theme.length(84))
        grid.setColumnStretch(1, 1)
        button = LineButton(text, target, line)
        button.pressed_for.connect(self.chosen)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(button, 0, 1)
        for column, widget in enumerate(beside, start=2):
            grid.addWidget(widget, 0, column, Qt.AlignmentFlag.AlignVCenter)
        self._lines.addWidget(line)

    def end(self, calm: str) -> None:
        """Close the list; where it is empty, say so calmly."""
        if not self._lines.count():
            label = QLabel(calm, self)
            label.setProperty("role", "empty")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumHeight(theme.length(120))
            self._lines.addWidget(label)
        self._lines.addStretch(1)

    def _scroll(self, title: str) -> QScrollArea:
        page = QWidget(self)
        page.setProperty("role", "page")
        page.setLayout(self._lines)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(title)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        # It takes what the foot leaves, and asks for no more.
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        return scroll

"""A card of the desk: a heading, lines that scroll, and a foot."""

from __future__ import annotations

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


class DeskCard(QFrame):
    """Lists short lines, each a chip and a sentence that leads somewhere.

    Signals:
        chosen(str, int): a person wants to see what is behind a line: register key, record id or 0.
    """

    chosen = Signal(str, int)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.heading = QLabel(title, self)
        self.heading.setProperty("role", "heading")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 12, 12, 8)
        self.head.addWidget(self.heading, 1)
        self.foot = QHBoxLayout()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._lines.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self._scroll(title), 1)
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        foot.setLayout(self.foot)
        column.addWidget(foot)

    def clear(self) -> None:
        """Take all lines away."""
        while self._lines.count():
            widget = self._lines.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add_line(self, chip: str, tone: str, text: str, target: tuple[str, int]) -> None:
        """Add a line that leads to a register, or to one of its records."""
        line = QFrame(self)
        line.setProperty("role", "head")
        grid = QGridLayout(line)
        grid.setContentsMargins(12, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        label = QLabel(chip, line)
        label.setProperty("role", "chip")
        label.setProperty("tone", tone)
        grid.setColumnMinimumWidth(0, 84)
        grid.setColumnStretch(1, 1)
        button = QPushButton(text, line)
        button.setProperty("role", "side")
        button.setProperty("target", target)
        button.clicked.connect(self._choose)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(button, 0, 1)
        self._lines.addWidget(line)

    def end(self, calm: str) -> None:
        """Close the list; where it is empty, say so calmly."""
        if not self._lines.count():
            label = QLabel(calm, self)
            label.setProperty("role", "empty")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumHeight(120)
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
        return scroll

    @Slot()
    def _choose(self) -> None:
        register_key, record_id = self.sender().property("target")
        self.chosen.emit(register_key, record_id)

"""A figure in words, wherever it is opened: what it says, compared with last year, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.figures.reading import Reading, with_unit
from app.statistics.opened import Opened
from ui.look.theme import mark
from ui.widgets.layouts import clear

SIDE = 16


class Explained(QFrame):
    """The name of a figure with its value, a remark and a sentence that explains it.

    Signals:
        figure_chosen(Figure): a person wants to see a term of a ratio.
    """

    figure_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "head")
        self._name = _label("title", self)
        self._kind, self._closed = _label("chip", self), _label("chip", self)
        mark(self._closed, tone="info")
        self._closed.setText("关账")
        self._value, self._compared = _label("figure", self, "value"), _label("secondary", self, "compared")
        self._remark = _label("problem", self, "remark")
        mark(self._remark, tone="warn")
        self._sentence = _label("secondary", self, "explanation")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._name, self._value, self._remark, self._sentence):
            label.setWordWrap(True)
        self._terms = QHBoxLayout()
        self._terms.setSpacing(8)
        self.first = QHBoxLayout()
        self.first.setSpacing(8)
        self.first.addWidget(self._name, 1)
        for chip in (self._closed, self._kind):
            self.first.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self._value, 1)
        second.addWidget(self._compared)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SIDE, 12, SIDE, 12)
        self.column.setSpacing(8)
        self.column.addLayout(self.first)
        self.column.addLayout(second)
        self.column.addWidget(self._remark)
        self.column.addWidget(self._sentence)
        self.column.addLayout(self._terms)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Show a figure."""
        self._name.setText(opened.title)
        self._kind.setText(opened.reading.figure.kind.value)
        self._closed.setVisible(opened.reading.value.closed)
        self._value.setText(opened.value)
        self._value.setAccessibleName(f"{opened.title} {opened.value}")
        self._compared.setText(opened.comparison)
        self._remark.setVisible(bool(opened.remark))
        self._remark.setText(opened.remark)
        self._sentence.setText(opened.sentence)
        self._offer_terms(opened.terms)

    def _offer_terms(self, terms: tuple[Reading, ...]) -> None:
        clear(self._terms)
        for number, term in enumerate(terms, start=1):
            link = QPushButton(f"{term.figure.label} {with_unit(term.figure, term.value.text)}", self)
            link.setObjectName(f"term_{number}")
            link.setProperty("figure", term.figure)
            link.clicked.connect(self._choose_term)
            self._terms.addWidget(link)
        self._terms.addStretch(1)

    @Slot()
    def _choose_term(self) -> None:
        self.figure_chosen.emit(self.sender().property("figure"))


def _label(role: str, parent: QWidget, name: str = "") -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setObjectName(name)
    return label

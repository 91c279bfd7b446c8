"""One figure on the right of the tab 统计: what it says, why, a picture of it, and its records."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.figures.figure import Fact
from app.figures.reading import Reading, with_unit
from app.printing.chart import Chart
from app.statistics.opened import Opened
from ui.figures.chart_view import ChartView
from ui.figures.found_list import FoundList
from ui.jobs import Jobs
from ui.theme import mark

_SIDE = 16


class FigurePanel(QFrame):
    """Shows a figure that was opened.

    Signals:
        figure_chosen(Figure): a person wants to see a term of a ratio.
        record_chosen(str, int): a person wants to see one of its records.
    """

    figure_chosen = Signal(object)
    record_chosen = Signal(str, int)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._name = _label("title", self)
        self._name.setWordWrap(True)
        self._kind, self._closed = _label("chip", self), _label("chip", self)
        mark(self._closed, tone="info")
        self._value, self._compared = _label("figure", self), _label("secondary", self)
        self._value.setObjectName("value")
        self._value.setWordWrap(True)
        self._live = _label("problem", self)
        self._live.setObjectName("live")
        mark(self._live, tone="warn")
        self._sentence = _label("secondary", self)
        self._sentence.setObjectName("explanation")
        for said in (self._live, self._sentence):
            said.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._terms = QHBoxLayout()
        self._terms.setSpacing(8)
        self._links: list[QPushButton] = []
        self.chart = ChartView(jobs, self)
        self.found = FoundList(self)
        self.found.record_chosen.connect(self.record_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.found, 1)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._top.hide()
        self.found.hide()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Show a figure; its picture comes later."""
        reading, figure = opened.reading, opened.reading.figure
        self._name.setText(figure.label)
        self._kind.setText(figure.kind.value)
        self._closed.setText("关账")
        self._closed.setVisible(reading.value.closed)
        self._value.setText(with_unit(figure, reading.value.text))
        self._value.setAccessibleName(f"{figure.label} {self._value.text()}")
        self._compared.setText(_compared(reading))
        live = reading.value.live
        self._live.setVisible(live is not None)
        self._live.setText(f"关账后记录有变动，现为 {with_unit(figure, live or '')}")
        self._sentence.setText(opened.sentence)
        self._offer_terms(opened.terms)
        self.found.show_found(opened.found)
        self._top.show()
        self.found.show()

    @Slot(object)
    def show_chart(self, chart: Chart | None) -> None:
        """Show the picture of the figure, or none."""
        self.chart.show_chart(chart)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chart.fit(self.width() - 2 * _SIDE - 2)

    def _head(self) -> QFrame:
        self._top = QFrame(self)
        self._top.setProperty("role", "head")
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._name, 1)
        for chip in (self._closed, self._kind):
            first.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self._value, 1)
        second.addWidget(self._compared)
        self._terms.addStretch(1)
        column = QVBoxLayout(self._top)
        column.setContentsMargins(_SIDE, 12, _SIDE, 12)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._live)
        column.addWidget(self._sentence)
        column.addLayout(self._terms)
        column.addWidget(self.chart)
        return self._top

    def _offer_terms(self, terms: tuple[Reading, ...]) -> None:
        for link in self._links:
            self._terms.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = []
        for place, term in enumerate(terms):
            link = QPushButton(f"{term.figure.label} {with_unit(term.figure, term.value.text)}", self)
            link.setObjectName(f"term_{place + 1}")
            link.setProperty("figure", term.figure)
            link.clicked.connect(self._choose_term)
            self._terms.insertWidget(place, link)
            self._links.append(link)

    @Slot()
    def _choose_term(self) -> None:
        self.figure_chosen.emit(self.sender().property("figure"))


def _compared(reading: Reading) -> str:
    told = f"上年 {with_unit(reading.figure, reading.last.text)}"
    if reading.last.closed:
        told += "（关账数）"
    return told if isinstance(reading.figure, Fact) else f"{told}　增减 {reading.change}"


def _label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    return label

"""One figure on the right of the tab 统计: what it says, why, a picture of it, and its records."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.printing.chart import Chart
from app.statistics.opened import Opened
from ui.figures.chart_view import ChartView
from ui.figures.explained import SIDE, Explained
from ui.figures.record_list import RecordList
from ui.jobs import Jobs
from ui.widgets.card import Card


class FigurePanel(Card):
    """Shows a figure that was opened.

    Signals:
        figure_chosen(Figure): a person wants to see a term of a ratio.
        record_chosen(str, int): a person wants to see one of its records.
    """

    figure_chosen = Signal(object)
    record_chosen = Signal(str, int)

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._explained = Explained(self)
        self._explained.figure_chosen.connect(self.figure_chosen)
        self.chart = ChartView(jobs, self)
        self._explained.column.addWidget(self.chart)
        self.records = RecordList(self)
        self.records.record_chosen.connect(self.record_chosen)
        self.column.addWidget(self._explained)
        self.column.addWidget(self.records, 1)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._explained.hide()
        self.records.hide()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Show a figure; its picture comes later."""
        self._explained.show_opened(opened)
        self.records.show_records(opened.records)
        self._explained.show()
        self.records.show()

    @Slot(object)
    def show_chart(self, chart: Chart | None) -> None:
        """Show the picture of the figure, or none."""
        self.chart.show_chart(chart)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chart.fit(self.width() - 2 * SIDE - 2)

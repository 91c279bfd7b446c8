"""A list of a few rows that a dialog offers to choose from: read, not written, one row at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget

from ui.lists.table import row_height
from ui.widgets.empty_text import paint_empty_text


class ShortList(QTableWidget):
    """Rows of words under `columns`, their headings with widths in pixels; the one of width 0 takes the rest.

    `empty` is what an empty list says.
    """

    def __init__(
        self, name: str, title: str, columns: Mapping[str, int], parent: QWidget, *, empty: str = ""
    ) -> None:
        super().__init__(0, len(columns), parent)
        self._empty = empty
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setHorizontalHeaderLabels([*columns])
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        headings = self.horizontalHeader()
        headings.setHighlightSections(False)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate(columns.values()):
            if width:
                self.setColumnWidth(section, width)
            else:
                headings.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_empty_text(self, self._empty)

"""The table in which the lines of a batch are filled in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from app.batch_entry import BatchEntry
from ui.batch.rows import TICK, BatchRows
from ui.lists.copying import CopyRows
from ui.lists.table import row_height


class BatchTable(QTableView):
    """The rows of a batch; Enter goes down the amounts as in a spreadsheet."""

    def __init__(self, entry: BatchEntry, rows: BatchRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self._rows = rows
        self.setObjectName("recipients")
        self.setAccessibleName(entry.rows_title)
        self.setModel(rows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.itemDelegate().closeEditor.connect(self._go_down)
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        headings = self.horizontalHeader()
        for section, column in enumerate(entry.columns):
            self.setColumnWidth(section, column.width)
            if column.field is None:
                headings.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        CopyRows(self)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def edit_last(self) -> None:
        """Begin typing into the row that was added last."""
        last = self._rows.index(self._rows.rowCount() - 1, TICK)
        self.scrollTo(last)
        self.setCurrentIndex(last)
        self.edit(last)

    @Slot(QWidget, QAbstractItemDelegate.EndEditHint)
    def _go_down(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        current = self.currentIndex()
        below = current.siblingAtRow(current.row() + 1)
        entered = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        in_amounts = self._entry.columns[current.column()].field is self._entry.amount
        if entered and in_amounts and below.isValid():
            self.setCurrentIndex(below)

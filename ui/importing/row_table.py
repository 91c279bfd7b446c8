"""The table in which the rows of a sheet are looked over and corrected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.editors.lines import is_enter
from ui.importing.row_model import RowModel
from ui.importing.tint_delegate import TintDelegate
from ui.lists.copying import CopyRows
from ui.lists.table import row_height
from ui.look import theme

_OUTCOME_WIDTH, _NARROWEST, _WIDEST, _NOTE_WIDTH = 76, 90, 250, 280
_PADDING = 14
_MEASURED = 40


class RowTable(QTableView):
    """Cells are typed over in place; Enter opens a cell, and goes down after it.

    Signals:
        moved(): another cell is the current one.
    """

    moved = Signal()

    def __init__(self, rows: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setObjectName("rows")
        self.setAccessibleName("逐行核对")
        self.setModel(rows)
        self.setItemDelegate(TintDelegate(self))
        self.itemDelegate().closeEditor.connect(self._go_down)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        headings = self.horizontalHeader()
        headings.setHighlightSections(False)
        headings.setResizeContentsPrecision(_MEASURED)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setStretchLastSection(True)
        self.selectionModel().currentChanged.connect(self._announce)
        CopyRows(self)

    def size_columns(self) -> None:
        """Give each column the room its first rows need, within reason."""
        self.resizeColumnsToContents()
        last = self._rows.columnCount() - 1
        for section in range(last + 1):
            least, most = (_NOTE_WIDTH, _NOTE_WIDTH * 2) if section == last else (_NARROWEST, _WIDEST)
            width = min(max(self.columnWidth(section) + theme.length(_PADDING), least), most)
            self.setColumnWidth(section, _OUTCOME_WIDTH if section == 0 else width)

    def go_to_next_problem(self) -> None:
        """Go to the next cell that has a problem."""
        index = self._rows.next_problem(self.currentIndex())
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.state() != QAbstractItemView.State.EditingState:
            event.accept()  # it must not press the dialog's button
            if self._rows.sheet_column(self.currentIndex()) is not None:
                self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _announce(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.moved.emit()

    @Slot(QWidget, QAbstractItemDelegate.EndEditHint)
    def _go_down(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        entered = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid()
        if entered and self._rows.problem_at(self.currentIndex()) is None:
            self.setCurrentIndex(below)

"""The table in which the lines of a batch are filled in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.copying import CopyRows
from ui.dialogs.aid_lines import AMOUNT, NAME, TOLD, AidLines
from ui.table import ROW_HEIGHT

_WIDTHS = (150, 180, 190, 90, 110, 300, 160)


class AidTable(QTableView):
    """One row for each recipient; Enter goes down the amounts as in a spreadsheet."""

    def __init__(self, lines: AidLines, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setObjectName("recipients")
        self.setAccessibleName("受助人名单")
        self.setModel(lines)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.itemDelegate().closeEditor.connect(self._go_down)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        headings = self.horizontalHeader()
        for section, width in enumerate(_WIDTHS):
            self.setColumnWidth(section, width)
        headings.setSectionResizeMode(TOLD, QHeaderView.ResizeMode.Stretch)
        CopyRows(self)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def edit_last_name(self) -> None:
        """Begin typing the name of the person who was added last."""
        last = self._lines.index(self._lines.rowCount() - 1, NAME)
        self.scrollTo(last)
        self.setCurrentIndex(last)
        self.edit(last)

    @Slot(QWidget, QAbstractItemDelegate.EndEditHint)
    def _go_down(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        current = self.currentIndex()
        below = current.siblingAtRow(current.row() + 1)
        entered = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        if entered and current.column() == AMOUNT and below.isValid():
            self.setCurrentIndex(below)

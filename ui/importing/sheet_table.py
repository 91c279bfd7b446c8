"""The rows of a sheet as they were read, with the heading marked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.exchange.heading import Heading
from app.exchange.marks import column_letters
from app.exchange.sheet import Sheet
from ui.importing.tint_delegate import TintDelegate
from ui.lists.table_model import Index
from ui.look import theme

_NO_PARENT = QModelIndex()
_ROW_HEIGHT = 30
_WIDEST = 220
_MEASURED = 40  # rows that tell how wide a column is


class SheetRows(QAbstractTableModel):
    """A sheet for a Qt view: rows and columns are named as Excel names them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet("", [])
        self._heading: Heading | None = None

    def show_sheet(self, sheet: Sheet, heading: Heading | None) -> None:
        """Show a sheet, and which rows name its columns."""
        self.beginResetModel()
        self._sheet, self._heading = sheet, heading
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._sheet.width

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return column_letters(section)
        name, number = self._sheet.place(section + 1)
        return f"{name}：{number}" if name else number

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._sheet.rows[index.row()]
            return row[index.column()].replace("\n", " ") if index.column() < len(row) else ""
        return self._look(index.row() + 1, role)

    def _look(self, number: int, role: int) -> object:
        """Mark the rows that name the columns, and grey what stands above them."""
        if self._heading is None:
            return None
        inside = self._heading.first <= number <= self._heading.last
        if role == Qt.ItemDataRole.FontRole and inside:
            bold = QFont()
            bold.setBold(True)
            return bold
        if role == Qt.ItemDataRole.BackgroundRole and inside:
            return QBrush(theme.tone("info")[1])
        if role == Qt.ItemDataRole.ForegroundRole and (inside or number < self._heading.first):
            return QBrush(theme.tone("info" if inside else "quiet")[0])
        return None


class SheetTable(QTableView):
    """Shows a sheet as it was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = SheetRows(self)
        self.setObjectName("sheet")
        self.setAccessibleName("表格内容")
        self.setModel(self._rows)
        self.setItemDelegate(TintDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.verticalHeader().setDefaultSectionSize(theme.length(_ROW_HEIGHT))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_sheet(self, sheet: Sheet, heading: Heading | None) -> None:
        """Show a sheet, and which rows name its columns."""
        self._rows.show_sheet(sheet, heading)
        self.resizeColumnsToContents()
        for column in range(self._rows.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column) + 8, _WIDEST))

"""A cross table on the screen: cells with their sums, each of which can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.figures.crosses import CrossTable
from ui.lists.table import row_height
from ui.look import theme

TOTAL = "合计"
_LEAST_COLUMN, _MOST_COLUMN, _ROW_NAMES = 60, 94, 226
_PADDING = 26
_HEADING_LINE = 18
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(_RIGHT) | int(Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


class CrossModel(QAbstractTableModel):
    """A cross table with its sums; a sum may be less than its cells where one person stands in several."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: CrossTable | None = None
        self._rows: list[str | None] = []
        self._columns: list[str | None] = []

    def set_table(self, table: CrossTable | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self._rows = [*table.row_names, None] if table is not None else []
        self._columns = [*table.column_names, None] if table is not None else []
        self.endResetModel()

    def place(self, index: Index) -> tuple[str | None, str | None]:
        """Return the names of a cell's row and column; None for all of them."""
        return self._rows[index.row()], self._columns[index.column()]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        names = self._columns if orientation == Qt.Orientation.Horizontal else self._rows
        if not 0 <= section < len(names):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return names[section] or TOTAL
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return _WRAPPED
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._table is None:
            return None
        row, column = self.place(index)
        if role == Qt.ItemDataRole.DisplayRole:
            number = self._table.cell(row, column)
            return self._table.cross.figure.scale.write(number) if number else "—"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole and None in (row, column):
            bold = QFont()
            bold.setBold(True)
            return bold
        return None


class CrossView(QTableView):
    """Shows one cross table.

    Signals:
        chosen(QModelIndex): a person went to a cell.
    """

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = CrossModel(self)
        self.setObjectName("cross_table")
        self.setAccessibleName("交叉表")
        self.setModel(self.cells)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalHeader().setMaximumWidth(theme.length(_ROW_NAMES))
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._announce)

    def show_table(self, table: CrossTable | None) -> None:
        """Show a table, no cell chosen."""
        self.cells.set_table(table)
        lines = 1
        for column in range(self.cells.columnCount()):
            lines = max(lines, self._size_column(column))
        heading = row_height() + theme.length(_HEADING_LINE) * (lines - 1)
        self.horizontalHeader().setFixedHeight(heading)
        self.setFixedHeight(min(heading + row_height() * self.cells.rowCount() + 14, row_height() * 11))

    def _size_column(self, column: int) -> int:
        """Give a column the width of its numbers, and return how many lines its heading takes then."""
        metrics = self.fontMetrics()
        texts = [str(self.cells.index(row, column).data()) for row in range(self.cells.rowCount())]
        numbers = max((metrics.horizontalAdvance(text) for text in texts), default=0) + theme.length(_PADDING)
        heading = metrics.horizontalAdvance(str(self.cells.headerData(column, Qt.Orientation.Horizontal)))
        width = max(
            numbers,
            min(heading + theme.length(_PADDING), theme.length(_MOST_COLUMN)),
            theme.length(_LEAST_COLUMN),
        )
        self.setColumnWidth(column, width)
        return -(-heading // (width - theme.length(_PADDING)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _announce(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current)

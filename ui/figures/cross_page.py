"""The cross tables of a period: which there are, one of them with its margins, and a cell's records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.figures.crosses import CrossTable
from app.figures.opened import Found
from app.figures.subjects import Subject
from ui.figures.found_list import FoundList
from ui.table import ROW_HEIGHT

TOTAL = "合计"
_LIST_WIDTH = 286
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
    ) -> Any:
        names = self._columns if orientation == Qt.Orientation.Horizontal else self._rows
        if not 0 <= section < len(names):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return names[section] or TOTAL
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return _WRAPPED
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMaximumWidth(_ROW_NAMES)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._announce)

    def show_table(self, table: CrossTable | None) -> None:
        """Show a table, no cell chosen."""
        self.cells.set_table(table)
        lines = 1
        for column in range(self.cells.columnCount()):
            lines = max(lines, self._size_column(column))
        heading = ROW_HEIGHT + _HEADING_LINE * (lines - 1)
        self.horizontalHeader().setFixedHeight(heading)
        self.setFixedHeight(min(heading + ROW_HEIGHT * self.cells.rowCount() + 14, ROW_HEIGHT * 11))

    def _size_column(self, column: int) -> int:
        """Give a column the width of its numbers, and return how many lines its heading takes then."""
        metrics = self.fontMetrics()
        texts = [str(self.cells.index(row, column).data()) for row in range(self.cells.rowCount())]
        numbers = max((metrics.horizontalAdvance(text) for text in texts), default=0) + _PADDING
        heading = metrics.horizontalAdvance(str(self.cells.headerData(column, Qt.Orientation.Horizontal)))
        width = max(numbers, min(heading + _PADDING, _MOST_COLUMN), _LEAST_COLUMN)
        self.setColumnWidth(column, width)
        return -(-heading // (width - _PADDING))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _announce(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current)


class CrossPage(QWidget):
    """All cross tables of the office.

    Signals:
        cell_chosen(CrossTable, object, object): a person wants the records of a row and a column, each
            a name or None for all.
        record_chosen(str, int): a person wants to see one of them.
    """

    cell_chosen = Signal(object, object, object)
    record_chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: list[tuple[Subject, CrossTable]] = []
        self._search = ""
        self.titles = QListWidget(self)
        self.titles.setObjectName("cross_list")
        self.titles.setAccessibleName("交叉表目录")
        self.titles.setFrameShape(QFrame.Shape.NoFrame)
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.titles.currentItemChanged.connect(self._turn)
        self._title, self._told = QLabel(self), QLabel(self)
        self._title.setProperty("role", "heading")
        self._told.setProperty("role", "secondary")
        self.view = CrossView(self)
        self.view.chosen.connect(self._choose)
        self.found = FoundList(self)
        self.found.record_chosen.connect(self.record_chosen)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(_card(self, self.titles))
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST_WIDTH, 10 * _LIST_WIDTH])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def set_tables(self, tables: Sequence[tuple[Subject, CrossTable]]) -> None:
        """Offer these tables; the one in front stays there."""
        self._tables = list(tables)
        self._list()

    def search(self, text: str) -> None:
        """Offer only tables whose title, or whose subject's, has these words."""
        self._search = text
        self._list()

    def show_found(self, found: Found | None, told: str) -> None:
        """List the records of a cell."""
        self._told.setText(told)
        self.found.show_found(found)
        self.found.setVisible(found is not None)

    @property
    def current(self) -> CrossTable | None:
        """The table in front."""
        item = self.titles.currentItem()
        kept = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return kept if isinstance(kept, CrossTable) else None

    def _list(self) -> None:
        was = self.current.cross.title if self.current is not None else ""
        self.titles.blockSignals(True)
        self.titles.clear()
        subject_before, first = "", None
        bold = QFont(self.font())
        bold.setBold(True)
        for subject, table in self._tables:
            if not all(word in f"{subject.title} {table.cross.title}" for word in self._search.split()):
                continue
            if subject.title != subject_before:
                heading = QListWidgetItem(subject.title, self.titles)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(bold)
                heading.setSizeHint(QSize(0, ROW_HEIGHT))
                subject_before = subject.title
            item = QListWidgetItem(f"　{table.cross.title}", self.titles)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setToolTip(table.cross.title)
            item.setData(Qt.ItemDataRole.UserRole, table)
            if first is None or table.cross.title == was:
                first = item
        if first is not None:
            self.titles.setCurrentItem(first)
        self.titles.blockSignals(False)
        self._turn()

    def _right(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("role", "head")
        inside = QVBoxLayout(head)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self._title)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self._told)
        card = _card(self, head, self.view)
        column = card.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(foot)
        column.addWidget(self.found, 1)
        column.addStretch(0)
        return card

    @Slot()
    def _turn(self) -> None:
        table = self.current
        empty = table is None or not table.row_names
        self._title.setText(f"{table.cross.title}　{table.period.label}" if table is not None else "")
        self.view.show_table(None if empty else table)
        self.view.setVisible(not empty)
        nothing = "没有叫这个名称的交叉表" if table is None and self._tables else "这段时间没有相关记录"
        self.show_found(None, nothing if empty else "选一格，看它的记录")

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if self.current is not None and index.isValid():
            self.cell_chosen.emit(self.current, *self.view.cells.place(index))


def _card(parent: QWidget, *widgets: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return card

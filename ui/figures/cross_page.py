"""The cross tables of a period: which there are, one of them with its margins, and a cell's records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.figures.crosses import CrossTable
from app.statistics.opened import RecordSet
from app.subject import FigureTopic
from ui.figures.cross_view import TOTAL, CrossView
from ui.figures.record_list import RecordList
from ui.lists.table import row_height
from ui.look import theme
from ui.widgets.card import Card

_LIST_WIDTH = 286


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
        self._tables: list[tuple[FigureTopic, CrossTable]] = []
        self._search = ""
        self.titles = QListWidget(self)
        self.titles.setObjectName("cross_list")
        self.titles.setAccessibleName("交叉表目录")
        self.titles.setFrameShape(QFrame.Shape.NoFrame)
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.titles.currentItemChanged.connect(self._turn)
        self._title, self._sentence = QLabel(self), QLabel(self)
        self._title.setProperty("role", "heading")
        self._sentence.setProperty("role", "secondary")
        self.view = CrossView(self)
        self.view.chosen.connect(self._choose)
        self.records = RecordList(self)
        self.records.record_chosen.connect(self.record_chosen)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(Card(self, self.titles))
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        split.setSizes([theme.length(_LIST_WIDTH), 10 * theme.length(_LIST_WIDTH)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    @Slot(object)
    def set_tables(self, tables: Sequence[tuple[FigureTopic, CrossTable]]) -> None:
        """Offer these tables; the one in front stays there."""
        self._tables = list(tables)
        self._list()

    def search(self, text: str) -> None:
        """Offer only tables whose title, or whose subject's, has these words."""
        self._search = text
        self._list()

    @Slot(object, object, object, object)
    def show_cell(
        self, table: CrossTable, row: str | None, column: str | None, records: RecordSet | None
    ) -> None:
        """List the records of a cell, where its table is still in front."""
        if table is self.current:
            self._show_records(records, f"{row or TOTAL} × {column or TOTAL}")

    def _show_records(self, records: RecordSet | None, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.records.show_records(records)
        self.records.setVisible(records is not None)

    @property
    def current(self) -> CrossTable | None:
        """The table in front."""
        item = self.titles.currentItem()
        table = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return table if isinstance(table, CrossTable) else None

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
                heading.setSizeHint(QSize(0, row_height()))
                subject_before = subject.title
            item = QListWidgetItem(f"　{table.cross.title}", self.titles)
            item.setSizeHint(QSize(0, row_height()))
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
        foot.addWidget(self._sentence)
        card = Card(self)
        card.column.addWidget(head)
        card.column.addWidget(self.view)
        card.column.addLayout(foot)
        card.column.addWidget(self.records, 1)
        card.column.addStretch(0)
        return card

    @Slot()
    def _turn(self) -> None:
        table = self.current
        empty = table is None or not table.row_names
        self._title.setText(f"{table.cross.title}　{table.period.said_on()}" if table is not None else "")
        self.view.show_table(None if empty else table)
        self.view.setVisible(not empty)
        nothing = "没有叫这个名称的交叉表" if table is None and self._tables else "这段时间没有相关记录"
        self._show_records(None, nothing if empty else "选一格，看它的记录")

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if self.current is not None and index.isValid():
            self.cell_chosen.emit(self.current, *self.view.cells.place(index))

"""The table of any register: smooth over any number of rows, the selection kept by id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QItemSelectionRange, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app import listing
from app.fields import Shown
from app.listing import Criteria
from app.register import Register
from ui.chip_delegate import ChipDelegate
from ui.copying import CopyRows
from ui.empty_text import paint_empty_text
from ui.table_model import TableModel, can_sort

ROW_HEIGHT = 34
_SAMPLE = 40
_PADDING, _HEADING_PADDING = 24, 24
_MOST_CHARS = 24
_ELASTIC_MIN = 84


class RecordTable(QTableView):
    """The records that meet the criteria, a row each; `without` are fields that need no column.

    Signals:
        selected(int): a person went to the row of this record.
        activated(int): a person double-clicked it, or pressed Enter on it.
        order_changed(): a click on a heading changed the order.
    """

    selected = Signal(int)
    activated = Signal(int)  # by id: a row means nothing outside
    order_changed = Signal()

    def __init__(
        self, register: Register, parent: QWidget | None = None, *, without: Sequence[Shown] = ()
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._criteria = Criteria()
        self._silent = False
        self._widths: list[int] = []
        self._empty_text = ""
        self._rows = TableModel(register, self, without=without)
        self._build()
        self._wire()
        CopyRows(self)

    @property
    def criteria(self) -> Criteria:
        """What the list shows."""
        return self._criteria

    def set_criteria(self, criteria: Criteria) -> None:
        """Show other records, in the order the person chose by the headings."""
        if criteria.owner != self._criteria.owner:
            self._widths = []
        self._criteria = replace(criteria, sort=self._criteria.sort, descending=self._criteria.descending)
        self.reload()

    def show_ids(self, criteria: Criteria, ids: Sequence[int]) -> None:
        """Show records whose ids were read elsewhere for these criteria, such as beside the window."""
        self._criteria = criteria
        self._show(ids)

    def set_empty_text(self, text: str) -> None:
        """Say what to do where there is nothing to show."""
        self._empty_text = text
        self.viewport().update()

    def reload(self) -> None:
        """Read the list again; the same records stay selected, as far as they are still there."""
        self._show(listing.ids(self._register, self._criteria))

    def renew(self, record_id: int) -> bool:
        """Paint the rows afresh after one record was saved; False where it stands elsewhere now, or nowhere.

        The records above and below it tell: reading all of a long list to move none takes the longest.
        """
        position = self._rows.position_of(record_id)
        if position is None:
            return False
        around = [self._rows.id_at(row) for row in range(position - 1, position + 2)]
        neighbours = [neighbour for neighbour in around if neighbour is not None]
        if not listing.still_stand(self._register, self._criteria, neighbours):
            return False
        self._rows.renew()
        return True

    def _show(self, ids: Sequence[int]) -> None:
        selected, current = self.selected_ids(), self.current_id()
        with self._silence():
            self._rows.set_ids(ids)
            self._size_columns()
            self._select(selected, current)

    def current_id(self) -> int | None:
        """Return the record of the current row; None when there is none."""
        return self._rows.id_at(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """Return the records of the selected rows, in the order of the list."""
        positions = sorted({row for part in self._parts() for row in range(part.top(), part.bottom() + 1)})
        return [record_id for row in positions if (record_id := self._rows.id_at(row)) is not None]

    def selected_count(self) -> int:
        """Count the selected rows."""
        return sum(part.height() for part in self._parts())

    def ids(self) -> list[int]:
        """Return all records of the list, in order."""
        rows = range(self._rows.rowCount())
        return [record_id for row in rows if (record_id := self._rows.id_at(row)) is not None]

    def select_id(self, record_id: int | None) -> bool:
        """Go to a record without announcing it; False when it is not in the list."""
        with self._silence():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return record_id is not None and self._select([record_id], record_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_empty_text(self, self._empty_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._use_the_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("records")
        self.setAccessibleName(self._register.title)
        self.setModel(self._rows)
        self.setItemDelegate(ChipDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        headings = self.horizontalHeader()
        headings.setHighlightSections(False)
        headings.setSectionsClickable(True)
        headings.setFixedHeight(ROW_HEIGHT)
        headings.setMinimumSectionSize(48)

    def _wire(self) -> None:
        self.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.selectionModel().currentRowChanged.connect(self._announce)
        self.doubleClicked.connect(self._activate)

    @Slot(int)
    def _sort_by(self, section: int) -> None:
        shown = self._rows.column(section)
        if not can_sort(shown):
            return
        again = self._criteria.sort == shown.name
        self._criteria = replace(
            self._criteria, sort=shown.name, descending=again and not self._criteria.descending
        )
        self._rows.set_order(shown.name, descending=self._criteria.descending)
        self._widths = []
        self.reload()
        self.order_changed.emit()

    @Slot(QModelIndex, QModelIndex)
    def _announce(self, current: QModelIndex, _previous: QModelIndex) -> None:
        record_id = self._rows.id_at(current.row())
        if record_id is not None and not self._silent:
            self.selected.emit(record_id)

    @Slot(QModelIndex)
    def _activate(self, index: QModelIndex) -> None:
        record_id = self._rows.id_at(index.row())
        if record_id is not None:
            self.activated.emit(record_id)

    def _parts(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def _select(self, wanted: list[int], current: int | None) -> bool:
        position = self._rows.position_of(current) if current is not None else None
        if position is not None:
            self.setCurrentIndex(self._rows.index(position, 0))
            self.scrollTo(self._rows.index(position, 0))
        for record_id in wanted if len(wanted) > 1 else ():
            row = self._rows.position_of(record_id)
            if row is not None:
                model = self.selectionModel()
                model.select(self._rows.index(row, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)
        return position is not None

    def _size_columns(self) -> None:
        """Give each column the width of its heading and of a sample of its values, once."""
        if not self._widths:
            self.ensurePolished()
            if self._rows.rowCount():
                self._widths = [self._needed(section) for section in range(self._rows.columnCount())]
            self._use_the_room()

    def _needed(self, section: int) -> int:
        shown, metrics = self._rows.column(section), self.fontMetrics()
        last = min(self._rows.rowCount(), _SAMPLE)
        texts = [str(self._rows.index(row, section).data() or "") for row in range(last)]
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        most = metrics.horizontalAdvance("0" * max(shown.chars, _MOST_CHARS))
        return max(self._heading_width(section), min(longest, most) + _PADDING)

    def _heading_width(self, section: int) -> int:
        bold = QFont(self.font())
        bold.setBold(True)
        text = str(self._rows.headerData(section, Qt.Orientation.Horizontal))
        return QFontMetrics(bold).horizontalAdvance(text) + _HEADING_PADDING

    def _use_the_room(self) -> None:
        """Let the widest column of words take what is left; where nothing is, the widest ones give way.

        What a record is called gives way last.
        """
        sections = range(self._rows.columnCount())
        widths = list(self._widths) or [self._heading_width(section) for section in sections]
        least = [
            min(widths[section], max(_ELASTIC_MIN, self._heading_width(section))) for section in sections
        ]
        spare = self.viewport().width() - sum(widths)
        words = [section for section in sections if self._rows.column(section).elastic]
        if spare > 0:
            widths[max(words, key=widths.__getitem__, default=sections[-1])] += spare
        names = [field.name for field in self._register.record.naming]
        called = [section for section in words if self._rows.column(section).name in names]
        for giving in ([section for section in words if section not in called], called):
            while spare < 0 and (wide := [section for section in giving if widths[section] > least[section]]):
                widths[max(wide, key=widths.__getitem__)] -= 1
                spare += 1
        for section, width in enumerate(widths):
            self.setColumnWidth(section, width)

    @contextmanager
    def _silence(self) -> Iterator[None]:
        was, self._silent = self._silent, True
        try:
            yield
        finally:
            self._silent = was

"""The table of any register: smooth over any number of rows, the selection kept by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from app import listing
from app.fields import Shown
from app.listing import MOST_KEYS, Criteria, SortKey
from app.records.base import Record
from app.register import Register
from ui.jobs import Jobs
from ui.lists.cell_delegate import CellDelegate
from ui.lists.column_widths import ColumnWidths
from ui.lists.copying import put, written
from ui.lists.table_model import TableModel, can_sort
from ui.look import theme
from ui.widgets.empty_text import paint_empty_text

_COPIED_AT_ONCE = 500  # rows; more would keep the window waiting


def _written(register: Register, columns: Sequence[Shown], ids: Sequence[int]) -> tuple[int, str, str]:
    """Write records as a list shows them: how many, as text and as a table."""
    rows = TableModel(register)
    rows.set_columns(columns)
    rows.set_ids(ids)
    every = set(range(len(columns)))
    return len(ids), *written(rows, dict.fromkeys(range(len(ids)), every), range(len(columns)))


def _read(register: Register, criteria: Criteria, reading: int) -> tuple[int, list[int]]:
    return reading, listing.ids(register, criteria)


def row_height() -> int:
    """Return the height of a row of any list, in pixels."""
    return theme.length(34)


class RecordTable(QTableView):
    """The records that meet the criteria, a row each; `without` are fields that need no column.

    Signals:
        selected(int): a person went to the row of this record.
        activated(int): a person double-clicked it, or pressed Enter on it.
        order_changed(): a click on a heading changed the order.
        written(int): a cell of this record was changed and saved.
        not_plain(str): the cell in this column cannot be changed in the list.
        copied(int): so many rows are on the clipboard now.
        typed(str): a person typed, as if to search.
        delete_pressed(): the selected records are to be deleted.
        listed(): the list was read, and stands as the criteria ask.
        not_listed(int): this record was to be gone to, and is not in the list that was read.
    """

    selected = Signal(int)
    activated = Signal(int)  # by id: a row means nothing outside
    order_changed = Signal()
    written = Signal(int)
    not_plain = Signal(str)
    copied = Signal(int)
    typed = Signal(str)
    delete_pressed = Signal()
    listed = Signal()
    not_listed = Signal(int)

    def __init__(
        self, register: Register, parent: QWidget | None = None, *, without: Sequence[Shown] = ()
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._criteria = Criteria()
        self._silent = False
        self._empty_text = ""
        self._readings = 0
        self._is_reading = False
        self._sought: int | None = None
        self._rows = TableModel(register, self, without=without)
        self.may_write: Callable[[], bool] | None = None
        self.jobs: Jobs | None = None
        self._writing: QPersistentModelIndex | None = None
        self._build()
        self.widths = ColumnWidths(register, self, self._rows)
        self._wire()

    @property
    def criteria(self) -> Criteria:
        """What the list shows."""
        return self._criteria

    def set_criteria(self, criteria: Criteria) -> None:
        """Show other records, in the order the person chose by the headings."""
        was = self._criteria
        if (criteria.owner, criteria.binned) != (was.owner, was.binned):
            self.widths.measure_again()
        self._criteria = replace(criteria, order=self._criteria.order)
        self.reload()

    @property
    def columns(self) -> Sequence[Shown]:
        """What is shown, from the left to the right as a person has put it."""
        headings = self.horizontalHeader()
        return [self._rows.column(headings.logicalIndex(place)) for place in range(self._rows.columnCount())]

    def shown_in(self, section: int) -> Shown:
        """Return what a column shows, by its place in the model."""
        return self._rows.column(section)

    def can_write_current(self) -> bool:
        """Tell whether the current cell can be changed in the list."""
        return self.may_write is not None and self._rows.can_write(self.currentIndex())

    def set_columns(self, columns: Sequence[Shown]) -> None:
        """Show these columns in this order; the same records stay selected."""
        selected, current = self.selected_ids(), self.current_id()
        with self._silence():
            with self.widths.new_columns():
                self._rows.set_columns(columns)
                headings = self.horizontalHeader()
                for place in range(headings.count()):
                    headings.moveSection(headings.visualIndex(place), place)
            self.widths.measure()
            self._select(selected, current)

    def set_order(self, order: Sequence[SortKey]) -> None:
        """Put the list in order by these columns, the weightiest first."""
        self.restore_order(order)
        self.widths.measure_again()
        self.reload()
        self.order_changed.emit()

    def restore_order(self, order: Sequence[SortKey]) -> None:
        """Take the order in which the list was left; it is read in it when it is read next."""
        self._criteria = replace(self._criteria, order=tuple(order[:MOST_KEYS]))
        self._rows.set_order(self._criteria.order)

    def sort_by(self, shown: Shown, *, descending: bool = False, further: bool = False) -> None:
        """Put the list in order by a column alone, or by it after the columns that it is in order by."""
        others = [key for key in self._criteria.order if key.name != shown.name] if further else []
        self.set_order((*others[: MOST_KEYS - 1], SortKey(shown.name, descending)))

    def show_ids(self, criteria: Criteria, ids: Sequence[int]) -> None:
        """Show records whose ids were read elsewhere for these criteria, such as beside the window."""
        self._criteria = criteria
        self._readings += 1
        self._end_reading(ids)

    def show_rows(self, records: Sequence[Record]) -> None:
        """Show records that are not saved yet, by the numbers -1, -2 and so on."""
        current = self.current_id()
        with self._silence():
            self._rows.set_rows(records)
            self.widths.measure_again()
            self.widths.measure()
            self._select([], current)

    def set_empty_text(self, text: str) -> None:
        """Say what to do where there is nothing to show."""
        self._empty_text = text
        self._say_that_it_is_empty()

    def reload(self) -> None:
        """Read the list again, one that may be long beside the window.

        The same records stay selected, as far as they are still there.
        """
        self._readings += 1
        if self.jobs is not None and listing.may_be_long(self._register, self._criteria):
            self._is_reading = True
            work = partial(_read, self._register, self._criteria, self._readings)
            self.jobs.run(work, self._show_read)
            self._say_that_it_is_empty()
        else:
            self._end_reading(listing.ids(self._register, self._criteria))

    def _say_that_it_is_empty(self) -> None:
        """Paint what stands where there are no rows; with rows it would be the same picture once more."""
        if not self._rows.rowCount():
            self.viewport().update()

    @property
    def is_reading(self) -> bool:
        """Whether the list is being read beside the window; what is seen is what it was before."""
        return self._is_reading

    @Slot(object)
    def _show_read(self, found: tuple[int, list[int]]) -> None:
        """Show what was read beside the window, unless it has been read again since."""
        reading, ids = found
        if reading == self._readings:
            self._end_reading(ids)

    def _end_reading(self, ids: Sequence[int]) -> None:
        self._is_reading = False
        self._show(ids)
        self.listed.emit()
        sought, self._sought = self._sought, None
        if sought is not None and not self.select_id(sought):
            self.not_listed.emit(sought)

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
        in_sight = [one for one in range(self._rows.columnCount()) if not self.isColumnHidden(one)]
        self._rows.renew(self._rows_in_sight(), in_sight)
        return True

    def _show(self, ids: Sequence[int]) -> None:
        selected, current = self.selected_ids(), self.current_id()
        with self._silence():
            self._rows.set_ids(ids)
            self.widths.measure()
            self._select(selected, current)
            self.executeDelayedItemsLayout()  # else Qt does it while it paints, and paints all once more

    def current_id(self) -> int | None:
        """Return the record of the current row; None when there is none."""
        return self._rows.id_at(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """Return the records of the selected rows, in the order of the list."""
        positions = {row for part in self._parts() for row in range(part.top(), part.bottom() + 1)}
        return self._rows.ids_at(sorted(positions))

    def selected_count(self) -> int:
        """Count the selected rows."""
        return sum(part.height() for part in self._parts())

    def id_beside(self, record_id: int, by: int) -> int | None:
        """Return the record so many rows below another, or above it; None beyond either end."""
        position = self._rows.position_of(record_id)
        return self._rows.id_at(position + by) if position is not None else None

    def ids(self) -> list[int]:
        """Return all records of the list, in order."""
        return self._rows.ids_at(range(self._rows.rowCount()))

    def select_id(self, record_id: int | None) -> bool:
        """Go to a record without announcing it; False when it is not in the list.

        Of a list that is being read nobody knows yet: `not_listed` tells it later.
        """
        self._sought = record_id if self._is_reading else None
        with self._silence():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            found = record_id is not None and self._select([record_id], record_id)
        return found or self._sought is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())  # Qt paints none: see _build
        ground.fillRect(event.rect(), self.viewport().palette().base())
        ground.end()
        self._rows.read(self._rows_in_sight())
        super().paintEvent(event)
        paint_empty_text(self, "正在读取…" if self._is_reading else self._empty_text)

    def _rows_in_sight(self) -> range:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, last + 1 if last >= 0 else self._rows.rowCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_that_it_is_empty()
        self.widths.take_the_room()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())  # Qt goes to the first row and selects nothing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_F2 and self.may_write is not None:
            self.begin_writing()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        # Qt's own would read all rows of a long list to find one that begins so.
        if search.strip():
            self.typed.emit(search)

    @Slot()
    def begin_writing(self) -> None:
        """Let the person type into the current cell, where it can be changed by itself."""
        index = self.currentIndex()
        if not index.isValid() or self.may_write is None:
            return
        if not self._rows.can_write(index):
            self.not_plain.emit(self._rows.column(index.column()).label)
        elif self.may_write():
            # Not by `edit`: it needs flags of our own, and Qt asks for those of every selected cell.
            self._writing = QPersistentModelIndex(index)
            self.openPersistentEditor(index)
            self.indexWidget(index).setFocus()

    @Slot()
    def copy(self) -> None:
        """Put the selected rows on the clipboard with their headings, very many beside the window.

        With all columns of the list: what is pasted does not depend on the room there was for them.
        """
        ids, columns = self.selected_ids(), self.columns
        if not ids:
            return
        work = partial(_written, self._register, columns, ids)
        if self.jobs is not None and len(ids) > _COPIED_AT_ONCE:
            self.jobs.run(work, self._put)
        else:
            self._put(work())

    @Slot(object)
    def _put(self, copy: tuple[int, str, str]) -> None:
        count, text, table = copy
        put(text, table)
        self.copied.emit(count)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Leave a cell, unless what stands in it was refused: nothing that was typed is lost."""
        given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if given_up or not self._delegate.is_refused(editor):
            self._delegate.forget(editor)
            super().closeEditor(editor, hint)
            writing, self._writing = self._writing, None
            if writing is not None and writing.isValid():
                self.closePersistentEditor(self._rows.index(writing.row(), writing.column()))

    def _build(self) -> None:
        self.setObjectName("records")
        self.setAccessibleName(self._register.title)
        self.setModel(self._rows)
        self._delegate = CellDelegate(self._rows, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        # While it is scrolled Qt moves what it has painted, but only of a widget that says it paints all.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Nor does it paint again what stays where it was while the list gets more or less room.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height())
        headings = self.horizontalHeader()
        headings.setHighlightSections(False)
        # With the table's own they ask at each painting whether every cell below is selected.
        headings.setSelectionModel(QItemSelectionModel(self._rows, headings))
        headings.setSectionsClickable(True)
        headings.setFixedHeight(row_height())
        headings.setMinimumSectionSize(48)

    def _wire(self) -> None:
        self.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.selectionModel().currentRowChanged.connect(self._announce)
        self.doubleClicked.connect(self._activate)
        self._rows.written.connect(self.written, Qt.ConnectionType.QueuedConnection)

    @Slot(int)
    def _sort_by(self, section: int) -> None:
        """Sort by a heading that was clicked; with Shift after those that the list is in order by."""
        shown = self._rows.column(section)
        if not can_sort(shown):
            return
        further = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        was = next((key for key in self._criteria.order if key.name == shown.name), None)
        alone = further or len(self._criteria.order) <= 1
        descending = was is not None and alone and not was.descending
        if further and was is not None:
            turned = SortKey(shown.name, descending)
            self.set_order([turned if key == was else key for key in self._criteria.order])
        else:
            self.sort_by(shown, descending=descending, further=further)

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
        if len(wanted) > 1:
            model = self.selectionModel()
            model.select(self._runs(wanted), model.SelectionFlag.Select | model.SelectionFlag.Rows)
        return position is not None

    def _runs(self, wanted: Sequence[int]) -> QItemSelection:
        """Return the rows of records as runs: one by one a hundred thousand would take minutes."""
        runs = QItemSelection()
        first = last = -1
        for row in [*self._rows.positions_of(wanted), -1]:
            if row == last + 1 and first >= 0:
                last = row
                continue
            if first >= 0:
                runs.select(self._rows.index(first, 0), self._rows.index(last, 0))
            first = last = row
        return runs

    @contextmanager
    def _silence(self) -> Iterator[None]:
        was, self._silent = self._silent, True
        try:
            yield
        finally:
            self._silent = was

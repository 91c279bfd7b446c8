"""Rows of any register for a Qt view: all ids at once, the records by the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app import listing
from app.fields import Derived, Shown, text_of
from app.records.base import Record
from app.register import DIFFERING, Register

ID_ROLE = Qt.ItemDataRole.UserRole
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
WINDOW = 64
_MOST_CACHED = 40 * WINDOW
_NO_PARENT = QModelIndex()
SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """The columns of a register over a list of ids; a record is read when it is first painted.

    `without` are fields that need no column: all records of the list have the same value in them.
    """

    def __init__(
        self, register: Register, parent: QObject | None = None, *, without: Sequence[Shown] = ()
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._columns = [shown for shown in register.columns if not any(shown is field for field in without)]
        self._ids: Sequence[int] = ()
        self._positions: dict[int, int] = {}
        self._rows: dict[int, Record | None] = {}
        self._order: tuple[str, bool] = ("", False)

    def set_order(self, name: str, *, descending: bool) -> None:
        """Mark the heading by which the list is ordered."""
        self._order = (name, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these records, read afresh."""
        self.beginResetModel()
        self._ids = ids
        self._positions = {}
        self._rows = {}
        self.endResetModel()

    def renew(self) -> None:
        """Read the records afresh that are painted next; each stays in its row."""
        self._rows = {}
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def id_at(self, position: int) -> int | None:
        """Return the id in a row; None outside the list."""
        return self._ids[position] if 0 <= position < len(self._ids) else None

    def position_of(self, record_id: int) -> int | None:
        """Return the row of a record; None when it is not in the list."""
        if not self._positions:
            self._positions = {row_id: position for position, row_id in enumerate(self._ids)}
        return self._positions.get(record_id)

    def column(self, section: int) -> Shown:
        """Return what a column shows."""
        return self._columns[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        shown = self.column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return SIDES[shown.align]
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, TONE_ROLE}:
            record = self._row(index.row())
            if record is None:
                return "（已删除）" if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
            toned = role == TONE_ROLE
            return self._tone(shown, record) if toned else self._marked(shown, record, role)
        return None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            name, descending = self._order
            mark = {True: " ▼", False: " ▲"}[descending] if self.column(section).name == name else ""
            return self.column(section).heading + mark
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return SIDES[self.column(section).align]
        return None

    def _marked(self, shown: Shown, record: Record, role: int) -> str:
        """Write a cell; behind the name of who is marked stands a mark, in its tip the reason."""
        text, naming = cell(shown, record), self._register.record.naming
        reason = self._register.mark_of(record) if naming and shown is naming[0] else ""
        if not reason:
            return text
        return f"{text}（{DIFFERING}：{reason}）" if role == Qt.ItemDataRole.ToolTipRole else f"{text} ※"

    def _tone(self, shown: Shown, record: Record) -> str | None:
        status = self._register.status
        if status is None or shown is not status:
            return None
        return self._register.tones.get(getattr(record, status.name) or "", "quiet")

    def _row(self, position: int) -> Record | None:
        row_id = self._ids[position]
        if row_id not in self._rows:
            if len(self._rows) > _MOST_CACHED:
                self._rows = {}
            start = position - position % WINDOW
            window = self._ids[start : start + WINDOW]
            # Deleted meanwhile: None.
            self._rows.update(dict.fromkeys(window) | listing.rows(self._register, window))
        return self._rows[row_id]


def cell(shown: Shown, record: Record) -> str:
    """Write one cell as the screen shows it: on one line, guarded values hidden."""
    return text_of(shown, record, brief=True).replace("\n", " ")


def can_sort(shown: Shown) -> bool:
    """Tell whether the file itself can put a column in order."""
    return not isinstance(shown, Derived) or shown.sort is not None

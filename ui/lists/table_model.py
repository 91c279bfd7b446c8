"""Rows of any register for a Qt view: all ids at once, the records by the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app import listing
from app.errors import Invalid, Refused
from app.fields import Derived, Described, NotesField, Shown, text_of
from app.fields.problems import Blocked
from app.keeping import one_field
from app.listing import SortKey
from app.records.base import Record
from app.register import DIFFERING, Register

ID_ROLE = Qt.ItemDataRole.UserRole
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
WINDOW = 64
_MOST_CACHED = 40 * WINDOW
_NO_PARENT = QModelIndex()
_GONE = "（已删除）"
_OF_RECORD = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    TONE_ROLE,
}
SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
Index = QModelIndex | QPersistentModelIndex
Cell = tuple[str, Qt.AlignmentFlag, str]


class TableModel(QAbstractTableModel):
    """The columns of a register over a list of ids; a record is read when it is first painted.

    `without` are fields that need no column: all records of the list have the same value in them.

    Signals:
        written(int): a cell of the record with this id was changed and saved.
    """

    written = Signal(int)

    def __init__(
        self, register: Register, parent: QObject | None = None, *, without: Sequence[Shown] = ()
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._columns = [shown for shown in register.columns if not any(shown is field for field in without)]
        self._ids: Sequence[int] = ()
        self._positions: dict[int, int] = {}
        self._rows: dict[int, Record | None] = {}
        self._painted: dict[tuple[int, int], Cell] = {}
        self._order: Sequence[SortKey] = ()
        self.refusal = ""

    def set_order(self, order: Sequence[SortKey]) -> None:
        """Mark the headings by which the list is ordered."""
        self._order = order
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def set_columns(self, columns: Sequence[Shown]) -> None:
        """Show these columns, in this order."""
        self.beginResetModel()
        self._columns = list(columns)
        self._painted = {}
        self.endResetModel()

    @property
    def columns(self) -> Sequence[Shown]:
        """What is shown, from the left to the right."""
        return tuple(self._columns)

    def can_write(self, index: Index) -> bool:
        """Tell whether a cell can be changed in the list: on one line, by itself."""
        shown = self.column(index.column()) if index.isValid() else None
        return (
            shown is not None
            and not isinstance(shown, NotesField)
            and one_field.can_write(self._register, shown)
        )

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these records, read afresh."""
        self.beginResetModel()
        self._ids = ids
        self._positions = {}
        self._rows = {}
        self._painted = {}
        self.endResetModel()

    def set_rows(self, records: Sequence[Record]) -> None:
        """Show records that are not saved yet: the first under the number -1, the next under -2."""
        self.beginResetModel()
        self._ids = [-number for number, _ in enumerate(records, 1)]
        self._positions = {}
        self._rows = dict(zip(self._ids, records, strict=True))
        self._painted = {}
        self.endResetModel()

    def read(self, rows: range) -> None:
        """Read the records in a run of rows at once, those that were not read yet."""
        wanted = self._ids[rows.start : rows.stop]
        if all(row_id in self._rows for row_id in wanted):
            return
        if len(self._rows) > _MOST_CACHED:
            self._rows = {}
            self._painted = {}
        unread = [row_id for row_id in wanted if row_id not in self._rows]
        # Deleted meanwhile: None.
        self._rows.update(dict.fromkeys(unread) | listing.rows(self._register, unread))

    def renew(self, rows: range, sections: Sequence[int]) -> None:
        """Read the records in sight afresh, each in its row; those are painted that look otherwise now.

        A row is left as it is on the screen only where that is known of all its columns in sight.
        """
        was, self._painted, self._rows = self._painted, {}, {}
        self.read(rows)
        for row in rows:
            row_id = self._ids[row]
            if any(was.get((row_id, section)) != self.painted(row, section) for section in sections):
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def id_at(self, position: int) -> int | None:
        """Return the id in a row; None outside the list."""
        return self._ids[position] if 0 <= position < len(self._ids) else None

    def position_of(self, record_id: int) -> int | None:
        """Return the row of a record; None when it is not in the list."""
        if not self._positions:
            self._positions = {row_id: position for position, row_id in enumerate(self._ids)}
        return self._positions.get(record_id)

    def ids_at(self, positions: Iterable[int]) -> list[int]:
        """Return the ids in these rows, but those outside the list."""
        return [self._ids[position] for position in positions if 0 <= position < len(self._ids)]

    def positions_of(self, record_ids: Iterable[int]) -> list[int]:
        """Return the rows of those of many records that are in the list, from above."""
        wanted = set(record_ids)
        return [position for position, row_id in enumerate(self._ids) if row_id in wanted]

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
        record = self._row(index.row()) if role in _OF_RECORD else None
        if record is not None:
            return self._of_record(shown, record, role)
        gone = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
        return _GONE if gone else None

    def _of_record(self, shown: Shown, record: Record, role: int) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return text_of(shown, record, in_full=True)
        return self._tone(shown, record) if role == TONE_ROLE else self._marked(shown, record, role)

    def painted(self, row: int, section: int) -> Cell:
        """Return what is painted in a cell: its text, the side it stands at, and its tone if it has one."""
        shown, record = self.column(section), self._row(row)
        if record is None:
            return (_GONE if section == 0 else ""), SIDES[shown.align], ""
        text = self._marked(shown, record, Qt.ItemDataRole.DisplayRole)
        cell = text, SIDES[shown.align], self._tone(shown, record) or ""
        self._painted[self._ids[row], section] = cell
        return cell

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Save what was typed into a cell; False where it may not be, and `refusal` says why."""
        shown, record = self.column(index.column()), self._row(index.row())
        self.refusal = ""
        if role != Qt.ItemDataRole.EditRole or record is None or not isinstance(shown, Described):
            return False
        if str(value).strip() == index.data(Qt.ItemDataRole.EditRole):
            return True
        try:
            self._rows[record.id] = one_field.write_value(self._register, record, shown, str(value))
        except (Invalid, Refused) as error:
            self.refusal = _sentences(error, shown)
            return False
        self.written.emit(record.id)
        return True

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
            return self.column(section).heading + self._mark_of_order(self.column(section))
        if role == Qt.ItemDataRole.EditRole:
            return self.column(section).heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.column(section).label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return SIDES[self.column(section).align]
        return None

    def _mark_of_order(self, shown: Shown) -> str:
        """Return the arrow behind a heading, with its place where the list is in order by several."""
        for place, key in enumerate(self._order, start=1):
            if key.name == shown.name:
                return f" {'▼' if key.descending else '▲'}{place if len(self._order) > 1 else ''}"
        return ""

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
            start = position - position % WINDOW
            self.read(range(start, start + WINDOW))
        return self._rows[row_id]


def cell(shown: Shown, record: Record) -> str:
    """Write one cell as the screen shows it: on one line, guarded values hidden."""
    return text_of(shown, record, brief=True).replace("\n", " ")


def _sentences(error: Exception, field: Described) -> str:
    """Say why a cell was not saved; what concerns another field names it."""
    if not isinstance(error, Blocked):
        return str(error)
    return "\n".join(problem.cited if problem.field is field else str(problem) for problem in error.problems)


def can_sort(shown: Shown) -> bool:
    """Tell whether the file itself can put a column in order."""
    return not isinstance(shown, Derived) or shown.sort is not None

"""The rows of a sheet after the look over, for a Qt view: each problem in its cell, changes old → new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QBrush

from app.exchange.lacking import LackingColumn, lacking_columns, lacks_column
from app.exchange.rows import CellProblem, Row, State
from app.exchange.session import ImportSession
from ui.importing.columns_table import screen_text
from ui.lists.table_model import TONE_ROLE, Index
from ui.look import theme

_NO_PARENT = QModelIndex()
_TONES = {State.NEW: "good", State.CHANGED: "info", State.REFUSED: "bad"}
_OUTCOME, _NOTE, _EMPTY = "结果", "说明", "（空）"


class RowModel(QAbstractTableModel):
    """Some of the rows of an import session: what becomes of each, its cells, and what no cell can say.

    Signals:
        corrected(): a cell was written over.
    """

    corrected = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: ImportSession | None = None
        self._rows: Sequence[Row] = ()
        self._columns: list[int] = []
        self._lacking: list[LackingColumn] = []

    def show_rows(
        self, session: ImportSession | None, state: State | None = None, *, doubtful: bool = False
    ) -> None:
        """Show all rows, those of one state, or only those with a problem or a note."""
        self.beginResetModel()
        self._session = session
        self._rows, self._columns, self._lacking = (), [], []
        if session is not None:
            self._lacking = lacking_columns(session)
            chosen = session.window(0, len(session.rows), state)
            self._rows = [row for row in chosen if row.problems or row.lacks] if doubtful else chosen
            self._columns = sorted(session.columns.chosen)
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """Return the row under an index; None for none."""
        return self._rows[index.row()] if index.isValid() else None

    def sheet_column(self, index: Index) -> int | None:
        """Return the sheet's column under an index; None for what stands beside the sheet's own."""
        place = index.column() - 1
        return self._columns[place] if index.isValid() and 0 <= place < len(self._columns) else None

    def problem_at(self, index: Index) -> CellProblem | None:
        """Return the problem of a cell; at the ends of a row, what no cell of it is to blame for."""
        row, column = self.row_at(index), self.sheet_column(index)
        if row is None:
            return None
        if column is not None:
            return row.problem_at(column)
        return next(iter(self._beside(row)), None)

    def equal_records(self, index: Index) -> int:
        """Count the cells of a cell's column that say the same."""
        row, column = self.row_at(index), self.sheet_column(index)
        if self._session is None or row is None or column is None:
            return 0
        text = self._cell(row, column)
        return sum(self._cell(row, column) == text for row in self._session.rows)

    def next_problem(self, index: Index) -> QModelIndex:
        """Return the next cell, from here on and around, that has a problem."""
        rows = len(self._rows)
        start = index.row() if index.isValid() else 0
        places = range(1, self.columnCount())
        after = [place for place in places if index.isValid() and place > index.column()]
        if not index.isValid():
            after = list(places)
        for step in range(rows + 1):
            position = (start + step) % rows if rows else 0
            for place in after if step == 0 else places:
                index = self.index(position, place)
                if self.problem_at(index) is not None:
                    return index
        return QModelIndex()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._session is None else len(self._columns) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or self._session is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            name, number = self._session.sheet.place(self._rows[section].number)
            return f"{name}：{number}" if name else number
        if section in (0, len(self._columns) + 1):
            return _NOTE if section else _OUTCOME
        return self._session.columns.chosen[self._columns[section - 1]].label

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = (
            self.sheet_column(index) is not None and self._session is not None and not self._session.done
        )
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == TONE_ROLE:
            return _TONES.get(row.state, "quiet") if index.column() == 0 else None
        if role == Qt.ItemDataRole.EditRole:
            return self._cell(row, self.sheet_column(index))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            problem = self.problem_at(index) if role == Qt.ItemDataRole.ToolTipRole else None
            return problem.sentence if problem is not None else self._text(row, index).replace("\n", " ")
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole):
            return self._brush(row, index, ground=role == Qt.ItemDataRole.BackgroundRole)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = self.row_at(index), self.sheet_column(index)
        if role != Qt.ItemDataRole.EditRole or self._session is None or row is None or column is None:
            return False
        if str(value) == self._cell(row, column):
            return False
        self._session.correct(row.number, column, str(value))
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.corrected.emit()
        return True

    def _cell(self, row: Row, column: int | None) -> str:
        return row.cells[column] if column is not None and column < len(row.cells) else ""

    def _text(self, row: Row, index: Index) -> str:
        column = self.sheet_column(index)
        if column is None:
            return row.state.value if index.column() == 0 else self._note(row)
        assert self._session is not None
        target = self._session.columns.chosen[column]
        for change in row.changes if target.is_own else ():
            if change.label == target.field.label:
                old, new = (screen_text(target, text) for text in (change.old, change.new))
                return f"{old or _EMPTY} → {new or _EMPTY}"
        text = self._cell(row, column)
        return text if row.problem_at(column) is not None else screen_text(target, text)

    def _note(self, row: Row) -> str:
        """Say what no cell can: what is wrong with the row as a whole, lacking, or changed unseen."""
        assert self._session is not None
        parts = [f"{problem.heading}：{problem.sentence}".lstrip("：") for problem in self._beside(row)]
        lacking = (lacks_column(problem, self._lacking) for problem in row.problems)
        if labels := list(filter(None, lacking)):
            parts.append(f"缺{'、'.join(labels)}")
        if row.lacks:
            parts.append(f"资料不全：{'、'.join(row.lacks)}")
        seen = {target.field.label for target in self._session.columns.chosen.values() if target.is_own}
        unseen = [change for change in row.changes if change.label not in seen]
        parts += [f"{change.label} {change.old or _EMPTY} → {change.new}" for change in unseen]
        if row.repeats is not None:
            parts.append(f"与{self._session.sheet.said([row.repeats])}是同一条记录")
        return "；".join(parts)

    def _beside(self, row: Row) -> list[CellProblem]:
        """Return the problems of the row as a whole, those that forbid it first.

        What no row has is told once, above the rows.
        """
        problems = [
            problem
            for problem in row.problems
            if problem.column is None and not lacks_column(problem, self._lacking)
        ]
        return sorted(problems, key=lambda problem: not problem.blocking)

    def _brush(self, row: Row, index: Index, *, ground: bool) -> QBrush | None:
        column = self.sheet_column(index)
        problem = self.problem_at(index) if index.column() else None
        tone = ""
        if problem is not None:
            tone = "bad" if problem.blocking else "warn"
        elif column is not None and "→" in self._text(row, index) and row.changes:
            tone = "info"
        elif column is None and index.column() and row.lacks:
            tone = "warn"
        if not tone or (ground and column is None):
            return None
        ink, tint = theme.tone(tone)
        return QBrush(tint if ground else ink)

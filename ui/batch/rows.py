"""The rows of a batch while it is put together, for a Qt view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from app.batch_entry import BatchEntry, EntryRow
from app.errors import Invalid
from app.fields import Described, text_of
from app.fields.problems import Block, Problem
from ui.lists.table_model import SIDES, Index
from ui.look import theme

_NO_PARENT = QModelIndex()
TICK = 0
"""The column in which a row is ticked."""


@dataclass
class Line:
    """One row, whether it is ticked, and what was typed but could not be read.

    `misread` holds the text as typed and the sentence about it, by the name of the field.
    """

    row: EntryRow
    chosen: bool = True
    misread: dict[str, tuple[str, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Whether this line may not be saved as it is."""
        return bool(self.misread) or any(isinstance(problem, Block) for problem in self.problems)

    @property
    def message(self) -> str:
        """What is wrong or doubtful, in one line."""
        if self.misread:
            return "；".join(sentence for _, sentence in self.misread.values())
        return "；".join(problem.cited for problem in self.problems)


class Drafted(NamedTuple):
    """A row as a draft keeps it: the record it was made from, whether it is ticked, the texts by field."""

    source_id: int | None
    chosen: bool
    texts: dict[str, str]


class BatchRows(QAbstractTableModel):
    """The rows of a batch, in the order they were added.

    Signals:
        edited(): a person changed a row, or ticked others.
    """

    edited = Signal()

    def __init__(self, entry: BatchEntry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._entry = entry
        self._columns = entry.columns

    def add(self, rows: Iterable[EntryRow]) -> None:
        """Append rows whose records are not in the list yet."""
        there = {line.row.source_id for line in self.lines} - {None}
        fresh = [Line(row) for row in rows if row.source_id is None or row.source_id not in there]
        if fresh:
            first = len(self.lines)
            self.beginInsertRows(_NO_PARENT, first, first + len(fresh) - 1)
            self.lines += fresh
            self.endInsertRows()
            self.edited.emit()

    def drafted(self) -> list[Drafted]:
        """Return the rows as a draft keeps them."""
        return [Drafted(line.row.source_id, line.chosen, self._texts(line)) for line in self.lines]

    def take_drafted(self, drafted: Iterable[Drafted]) -> None:
        """Put the rows that a draft kept in the place of those in the list; what is no more is left out."""
        source = self._entry.source
        lines = []
        for one in drafted:
            for row in [source.new()] if one.source_id is None else source.rows([one.source_id]):
                line = Line(row, one.chosen)
                for typed in self._typed_fields(row):
                    self._type_into(line, typed, one.texts.get(typed.name, ""))
                lines.append(line)
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        self.edited.emit()

    def chosen(self) -> list[Line]:
        """Return the lines that are ticked."""
        return [line for line in self.lines if line.chosen]

    def choose_all(self, on: bool) -> None:
        """Tick all lines, or none."""
        for line in self.lines:
            line.chosen = on
        self._repaint()
        self.edited.emit()

    def set_amount(self, fen: int) -> None:
        """Give every ticked line the same amount, in fen."""
        name = self._entry.amount.name
        for line in self.chosen():
            setattr(line.row, name, fen)
            line.misread.pop(name, None)
        self._repaint()
        self.edited.emit()

    def set_problems(self, problems: Mapping[int, Sequence[Problem]], *, of_empty: bool) -> None:
        """Show what is said about the ticked lines, by their position among them.

        What is not filled in yet is shown only when `of_empty`: nobody is scolded before trying.
        """
        for line in self.lines:
            line.problems = ()
        for position, line in enumerate(self.chosen()):
            line.problems = tuple(
                problem for problem in problems.get(position, ()) if of_empty or _is_filled(line, problem)
            )
        self._repaint()

    def total(self) -> int:
        """Add up the amounts of the ticked lines, in fen."""
        return sum(getattr(line.row, self._entry.amount.name) or 0 for line in self.chosen())

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = self._columns[index.column()].typed
        if typed == "all" or (typed == "new" and self.lines[index.row()].row.source_id is None):
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() == TICK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(line, column, masked=role != Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            return Qt.CheckState.Checked if line.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(line, column)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line, field = self.lines[index.row()], self._columns[index.column()].field
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            line.chosen = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole and field is not None:
            self._type_into(line, field, str(value))
        else:
            return False
        self._repaint()
        self.edited.emit()
        return True

    def _side(self, column: int) -> Qt.AlignmentFlag | None:
        """Return where the texts of a column stand; left is the default and needs no role."""
        field = self._columns[column].field
        return SIDES[field.align] if field is not None and field.align != "left" else None

    def _text(self, line: Line, column: int, *, masked: bool) -> str:
        field = self._columns[column].field
        if field is None:
            return line.message
        if field.name in line.misread:
            return line.misread[field.name][0]
        text = text_of(field, line.row, in_full=not masked)
        outside = column == TICK and line.row.source_id is None
        return f"{text}（{self._entry.source.outside}）" if masked and outside else text

    def _ink(self, line: Line, column: int) -> object:
        if self._columns[column].field is None and line.message:
            return theme.tone("bad" if line.is_blocked else "warn")[0]
        return None if line.chosen else theme.tone("quiet")[0]

    def _type_into(self, line: Line, field: Described, text: str) -> None:
        """Read what was typed into a cell; what cannot be read stays as typed, with its problem.

        A cell that is emptied is again what it is in a new row.
        """
        value = None
        try:
            value = field.parse(text)
        except Invalid as error:
            line.misread[field.name] = (text, str(error))
        else:
            line.misread.pop(field.name, None)
        if value is None:
            value = getattr(self._entry.source.new(), field.name)
        setattr(line.row, field.name, value)

    def _typed_fields(self, row: EntryRow) -> list[Described]:
        ways = {"all", "new"} if row.source_id is None else {"all"}
        return [column.field for column in self._columns if column.field is not None and column.typed in ways]

    def _texts(self, line: Line) -> dict[str, str]:
        typed = {one.name: text_of(one, line.row, in_full=True) for one in self._typed_fields(line.row)}
        return typed | {name: text for name, (text, _) in line.misread.items()}

    def _repaint(self) -> None:
        if self.lines:
            last = self.index(len(self.lines) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _is_filled(line: Line, problem: Problem) -> bool:
    return bool(getattr(line.row, problem.field.name, True))

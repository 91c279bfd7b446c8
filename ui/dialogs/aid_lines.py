"""The lines of a batch of aid while it is put together, for a Qt view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from app.errors import Invalid
from app.fields import text_of
from app.fields.problems import Block, Problem
from app.subjects.hardship.aid.acts import Recipient
from app.subjects.hardship.aid.records import AidPayment
from ui import theme
from ui.table_model import Index

_FIELDS = (
    AidPayment.name,
    AidPayment.id_number,
    AidPayment.employer,
    AidPayment.category,
    AidPayment.amount,
)
NAME, ID_NUMBER, EMPLOYER, CATEGORY, AMOUNT, TOLD, REASON = range(7)
_HEADINGS = ("姓名", "身份证号", "工作单位", "困难类别", "金额（元）", "提示", "重复发放理由")
_OWN = {AMOUNT, REASON}
_OUTSIDER = {NAME, ID_NUMBER, EMPLOYER}
_NO_PARENT = QModelIndex()


@dataclass
class Line:
    """One recipient, whether they are chosen, and what was typed but could not be read."""

    recipient: Recipient
    chosen: bool = True
    misread: tuple[str, str] | None = None  # the text as typed, and the sentence about it
    problems: tuple[Problem, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Whether this line may not be kept as it is."""
        return self.misread is not None or any(isinstance(problem, Block) for problem in self.problems)

    @property
    def told(self) -> str:
        """What is wrong or doubtful, in one line."""
        if self.misread:
            return self.misread[1]
        return "；".join(problem.sentence for problem in self.problems)


class AidLines(QAbstractTableModel):
    """The recipients of a batch, in the order they were added.

    Signals:
        edited(): a person changed a line, or chose others.
    """

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def add(self, recipients: Iterable[Recipient]) -> None:
        """Append recipients who are not in the list yet."""
        known = {line.recipient.file_id for line in self.lines} - {None}
        fresh = [
            Line(recipient)
            for recipient in recipients
            if recipient.file_id is None or recipient.file_id not in known
        ]
        if fresh:
            first = len(self.lines)
            self.beginInsertRows(_NO_PARENT, first, first + len(fresh) - 1)
            self.lines += fresh
            self.endInsertRows()
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
        for line in self.chosen():
            line.recipient.amount, line.misread = fen, None
        self._repaint()
        self.edited.emit()

    def set_problems(self, told: Mapping[int, Sequence[Problem]], *, of_empty: bool) -> None:
        """Show what is said about the ticked lines, by their position among them.

        What is not filled in yet is told only when `of_empty`: nobody is scolded before trying.
        """
        for line in self.lines:
            line.problems = ()
        for position, line in enumerate(self.chosen()):
            found = told.get(position, ())
            line.problems = tuple(one for one in found if of_empty or _is_filled(line, one))
        self._repaint()

    def total(self) -> int:
        """Add up the amounts of the ticked lines, in fen."""
        return sum(line.recipient.amount or 0 for line in self.chosen())

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        outside = self.lines[index.row()].recipient.file_id is None
        if index.column() in _OWN or (outside and index.column() in _OUTSIDER):
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(line, column, masked=role != Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            return Qt.CheckState.Checked if line.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column == AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(line, column)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            line.chosen = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole:
            _type_into(line, column, str(value))
        else:
            return False
        self._repaint()
        self.edited.emit()
        return True

    def _text(self, line: Line, column: int, *, masked: bool) -> str:
        if column == TOLD:
            return line.told
        if column == REASON:
            return line.recipient.override_reason or ""
        if column == AMOUNT and line.misread:
            return line.misread[0]
        field = _FIELDS[column]
        text = text_of(field, line.recipient, in_full=not masked)
        outside = column == NAME and line.recipient.file_id is None
        return f"{text}（建档外）" if masked and outside else text

    def _ink(self, line: Line, column: int) -> object:
        if column == TOLD and line.told:
            return theme.tone("bad" if line.is_blocked else "warn")[0]
        return None if line.chosen else theme.tone("quiet")[0]

    def _repaint(self) -> None:
        if self.lines:
            last = self.index(len(self.lines) - 1, len(_HEADINGS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _is_filled(line: Line, problem: Problem) -> bool:
    return bool(getattr(line.recipient, problem.field.name, True))


def _type_into(line: Line, column: int, text: str) -> None:
    """Read what was typed into a cell; what cannot be read stays as it was typed, and is told."""
    if column == REASON:
        line.recipient.override_reason = text.strip() or None
        return
    field = _FIELDS[column]
    try:
        value = field.parse(text)
    except Invalid as error:
        if column == AMOUNT:
            line.recipient.amount = None
        line.misread = (text, str(error))
        return
    line.misread = None
    setattr(line.recipient, field.name, value if value is not None or column == AMOUNT else "")

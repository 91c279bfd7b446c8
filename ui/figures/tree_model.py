"""The figures of a period as a tree: subjects, their figures, and a figure's parts below it.

A figure is listed before it is counted: its line then says only what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.figures.figure import Fact, Figure
from app.figures.measures import UNTOLD
from app.figures.reading import Reading, with_unit
from app.statistics.overview import Group
from app.subject import FigureTopic
from ui.lists.table_model import TONE_ROLE

FIGURE_ROLE = Qt.ItemDataRole.UserRole + 2
LIVE_ROLE = Qt.ItemDataRole.UserRole + 3
INK_ROLE = Qt.ItemDataRole.UserRole + 4
NAME, VALUE, LAST, CHANGE, KIND, STATE = range(6)
HEADINGS = ("统计项", "数值", "上年", "增减", "类别", "状态")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NO_PARENT = QModelIndex()
_UNCOUNTED = "…"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Listed:
    """A subject with those of its figures that are listed, and what was counted of it, if it was."""

    subject: FigureTopic
    figures: tuple[Figure, ...]
    group: Group | None = None

    @property
    def readings(self) -> list[Reading]:
        """Return what was counted of those figures."""
        keys = {figure.key for figure in self.figures}
        counted = self.group.readings if self.group is not None else ()
        return [reading for reading in counted if reading.figure.key in keys]


@dataclass(eq=False)
class Node:
    """A line of the tree: a subject, a sentence about its sums, a figure or a part of one."""

    text: str
    parent: Node | None = None
    figure: Figure | None = None
    reading: Reading | None = None
    children: list[Node] = field(default_factory=list)
    warns: bool = False
    waits: bool = False  # its parts were not read yet
    number: int = 0  # by which an index knows it

    @property
    def key(self) -> str:
        """Return the figure's key; of a subject, its title."""
        return self.figure.key if self.figure is not None else self.text

    @property
    def row(self) -> int:
        """Return its place among its parent's children."""
        return 0 if self.parent is None else self.parent.children.index(self)


class TreeModel(QAbstractItemModel):
    """Shows the figures of subjects.

    Signals:
        parts_wanted(Figure): a figure was unfolded whose parts were not read yet.
    """

    parts_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node("")
        self._nodes: list[Node] = [self._root]

    def set_subjects(self, listed: Sequence[Listed]) -> None:
        """Show these subjects with their figures, and what was counted of them."""
        self.beginResetModel()
        self._root = Node("")
        for one in listed:
            subject = Node(one.subject.title, self._root)
            subject.children = [_node(figure, figure.label, subject) for figure in one.figures]
            self._root.children.append(subject)
        self._nodes = [self._root]
        for subject in self._root.children:
            self._number(subject, *subject.children)
        self.endResetModel()
        self.set_counted([one.group for one in listed if one.group is not None])

    def set_counted(self, groups: Sequence[Group]) -> None:
        """Show what was counted of subjects, where they are listed."""
        subjects = {subject.text: subject for subject in self._root.children}
        for group in groups:
            if (subject := subjects.get(group.subject.title)) is not None:
                self._warn(subject, group.disagreements)
                self._fill(subject, {reading.figure.key: reading for reading in group.readings})

    def _warn(self, subject: Node, sentences: Sequence[str]) -> None:
        """Put sentences about the sums of a subject above its figures."""
        before = [node.text for node in subject.children if node.warns]
        if before == list(sentences):
            return
        place, figures = self.index_of(subject), subject.children[len(before) :]
        if before:
            self.beginRemoveRows(place, 0, len(before) - 1)
            subject.children = figures
            self.endRemoveRows()
        if sentences:
            warnings = [Node(sentence, subject, warns=True) for sentence in sentences]
            self.beginInsertRows(place, 0, len(warnings) - 1)
            subject.children = [*warnings, *figures]
            self._number(*warnings)
            self.endInsertRows()

    def _fill(self, subject: Node, readings: Mapping[str, Reading]) -> None:
        figures = [node for node in subject.children if node.figure is not None]
        for node in figures:
            node.reading = readings.get(node.key)
        if figures:
            first, last = self.index_of(figures[0]), self.index_of(figures[-1])
            self.dataChanged.emit(first, last.siblingAtColumn(STATE))

    def set_parts(self, figure: Figure, parts: Sequence[Reading]) -> None:
        """Put the parts of a figure below it."""
        node = next((node for node in self.figures() if node.key == figure.key), None)
        if node is None or node.children or not parts:
            return
        self.beginInsertRows(self.index_of(node), 0, len(parts) - 1)
        prefix = f"{figure.label}·"
        for part in parts:
            child = _node(part.figure, part.figure.label.removeprefix(prefix), node)
            child.reading = part
            node.children.append(child)
        self._number(*node.children)
        self.endInsertRows()

    def figures(self) -> Iterator[Node]:
        """Yield the figures, not their parts."""
        for subject in self._root.children:
            yield from (node for node in subject.children if node.figure is not None)

    def find(self, key: str) -> QModelIndex:
        """Return the place of the figure, or the part of one that is unfolded, with this key."""
        for figure in self.figures():
            for node in (figure, *figure.children):
                if node.key == key:
                    return self.index_of(node)
        return QModelIndex()

    def index_of(self, node: Node) -> QModelIndex:
        """Return the place of a line."""
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.number)

    def node(self, index: Index) -> Node:
        """Return the line at a place; the root outside the tree."""
        known = index.isValid() and index.internalId() < len(self._nodes)
        return self._nodes[index.internalId()] if known else self._root

    def _number(self, *nodes: Node) -> None:
        """Make lines known to indexes: a pointer in an index would not keep its line alive."""
        for node in nodes:
            node.number = len(self._nodes)
            self._nodes.append(node)

    def is_closed(self) -> bool:
        """Tell whether any figure shown is that of a closed year."""
        return any(figure.reading.value.closed for figure in self.figures() if figure.reading is not None)

    def index(self, row: int, column: int, parent: Index = _NO_PARENT) -> QModelIndex:
        children = self.node(parent).children
        if not 0 <= row < len(children) or not 0 <= column < len(HEADINGS):
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self.node(index).parent
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return len(HEADINGS)

    def hasChildren(self, parent: Index = _NO_PARENT) -> bool:
        node = self.node(parent)
        return bool(node.children) or node.waits

    def canFetchMore(self, parent: Index) -> bool:
        return self.node(parent).waits

    def fetchMore(self, parent: Index) -> None:
        node = self.node(parent)
        if node.waits and node.figure is not None:
            node.waits = False
            self.parts_wanted.emit(node.figure)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node, column = self.node(index), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _text(node, column)
        if role == FIGURE_ROLE:
            return node.figure
        if node.reading is not None:
            return _beside_text(node.reading, column, role)
        return "warn" if node.warns and role == INK_ROLE else None


def _node(figure: Figure, text: str, parent: Node) -> Node:
    return Node(text, parent, figure, waits=figure.split is not None)


def _side(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column in (VALUE, LAST, CHANGE) else _LEFT


def _text(node: Node, column: int) -> str:
    figure, reading = node.figure, node.reading
    if column == NAME or figure is None:
        return node.text if column == NAME else ""
    if reading is None or column == KIND:
        return {KIND: figure.kind.value, VALUE: _UNCOUNTED}.get(column, "")
    if column == VALUE:
        return with_unit(figure, reading.value.text)
    if column == LAST:
        return reading.last.text or UNTOLD
    if column == CHANGE:
        return "" if isinstance(figure, Fact) else reading.change
    return "关账" if reading.value.closed else ""


def _beside_text(reading: Reading, column: int, role: int) -> object:
    """Return what a figure's line says beside its text."""
    values = {
        (VALUE, LIVE_ROLE): reading.value.live,
        (CHANGE, INK_ROLE): _ink(reading),
        (STATE, TONE_ROLE): "info" if reading.value.live is None else "warn",
    }
    return values.get((column, role))


def _ink(reading: Reading) -> str:
    """Return the tone of a change: more is not always better, so neither is praised nor blamed."""
    change = reading.growth
    return "" if not change else "info" if change > 0 else "warn"

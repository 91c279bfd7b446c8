"""Ctrl+K: one box for everything, people and cases, prints and figures, settings and acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app import finding
from app.errors import Refused
from app.finding import FoundRecord, Titled
from app.rules.text import MOST_SEARCHED
from ui.dialogs.base import TaughtDialog
from ui.look import theme
from ui.widgets.screen import bring_onto_screen

Found = FoundRecord | Titled
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_FOUND = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT, _ROW = 640, 460, 40
_MARGIN = 12
_TURNS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_HINT = "↑ ↓ 选择　Enter 打开　Ctrl+Enter 看此人的全部记录　F1 说明　Esc 关闭"


@dataclass(frozen=True)
class Chosen:
    """What a person chose, and whether all that there is of the person is wanted instead of the record."""

    found: Found
    everything: bool = False


class FoundRows(QAbstractListModel):
    """What was found, a row each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: Sequence[Found] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        """Show other things."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{found.title}　{note_of(found)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{found.title}\n{note_of(found)}"
        return found if role == _FOUND else None


def note_of(found: Found) -> str:
    """Say in some words what was found."""
    if isinstance(found, FoundRecord):
        return found.note
    return f"{found.kind}　{found.note}" if found.note else found.kind


class _Painter(QStyledItemDelegate):
    """Paints the title of what was found, and behind it, fainter, what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme.length(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(_FOUND)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)  # type: ignore[attr-defined]
        colours = theme.colours()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if selected:
            painter.fillRect(option.rect, QColor(colours.accent_tint))  # type: ignore[attr-defined]
        font = QFont(option.font)  # type: ignore[attr-defined]
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent_text if selected else colours.text))
        title = painter.fontMetrics().elidedText(found.title, Qt.TextElideMode.ElideRight, room.width() // 2)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, title)
        room.setLeft(room.left() + max(painter.fontMetrics().horizontalAdvance(title) + 16, 120))
        painter.setFont(option.font)  # type: ignore[attr-defined]
        painter.setPen(QColor(colours.secondary))
        note = painter.fontMetrics().elidedText(note_of(found), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side, note)
        painter.restore()


class Finder(TaughtDialog):
    """Shows what is found while somebody types; `more` are things with titles that the window adds.

    Signals:
        chosen(Chosen): a person wants to go there.
    """

    chosen = Signal(object)
    about = "find"

    def __init__(self, more: Callable[[], Sequence[Titled]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("查找一切")
        self._titles = [*more(), *finding.titles()]
        self.box = QLineEdit(self)
        self.box.setObjectName("find_anything")
        self.box.setAccessibleName("查找一切")
        self.box.setPlaceholderText("人、案件、企业、打印、统计、设置、操作……汉字、拼音首字母、号码都可以")
        self.box.setMaxLength(MOST_SEARCHED)
        self.box.setClearButtonEnabled(True)
        self.rows = FoundRows(self)
        self.list = QListView(self)
        self.list.setObjectName("found_things")
        self.list.setAccessibleName("找到的")
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = QLabel(_HINT, self)
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self.box.textChanged.connect(self.find)
        self.box.installEventFilter(self)
        self.list.clicked.connect(self._open)
        self.resize(theme.length(_WIDTH), theme.length(_HEIGHT))
        self._place(parent)
        self.find("")

    @Slot(str)
    def find(self, text: str) -> None:
        """Show what is found by a text; by none the lists there are, and what can be done."""
        try:
            found: list[Found] = [*finding.in_titles(self._titles, text), *finding.records(text)]
        except Refused as refused:
            self._hint.setText(str(refused))
            return
        if not text.strip():
            found = [one for one in self._titles if one.kind == "台账"]
        people = [one for one in found if isinstance(one, FoundRecord) and one.title == text.strip()]
        self.rows.show_found([*people, *(one for one in found if one not in people)])
        self._hint.setText(_HINT if found else "没有找到。可以换一个字、拼音首字母，或号码的一部分。")
        if found:
            self.list.setCurrentIndex(self.rows.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TURNS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                everything = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._open(self.list.currentIndex(), everything=everything)
                return True
        return super().eventFilter(watched, event)

    def _open(self, index: QModelIndex, *, everything: bool = False) -> None:
        found = index.data(_FOUND)
        if found is not None:
            self.accept()
            self.chosen.emit(Chosen(found, everything))

    def _place(self, parent: QWidget) -> None:
        """Open over the upper part of the window, in its middle."""
        window = parent.window().frameGeometry()
        self.move(window.center().x() - self.width() // 2, window.top() + window.height() // 8)
        bring_onto_screen(self)

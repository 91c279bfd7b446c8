"""Changing a cell where it stands: the field's own editor in it, and beside it why it was not saved."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QLabel,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ui.editors import editor_for
from ui.editors.choices import ChoiceEditor
from ui.lists.chip_delegate import WITHOUT_FOCUS, ChipDelegate
from ui.lists.table_model import TableModel
from ui.look import theme

_LEAVING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_WIDEST_MESSAGE = 360
_LEAST_EDITOR = 120
_CELL = QStyle.ControlElement.CE_ItemViewItem
_HAS_TEXT = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_EndEdit = QAbstractItemDelegate.EndEditHint


class CellDelegate(ChipDelegate):
    """Paints the cells of a list, and edits those that can be changed by themselves."""

    def __init__(self, rows: TableModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._rows = rows
        self._view = view
        self._refused: QWidget | None = None
        self._message = QLabel(view.viewport())
        self._message.setObjectName("cell_message")
        self._message.setProperty("role", "problem")
        self._message.setWordWrap(True)
        self._message.hide()

    def is_refused(self, editor: QWidget) -> bool:
        """Tell whether what stands in an editor was not saved."""
        return self._refused is editor

    def forget(self, editor: QWidget) -> None:
        """Take back what was said of an editor."""
        if self._refused is editor:
            self._refused = None
            self._message.hide()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what the list tells of a cell at once: Qt would ask nine times for each cell in sight."""
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        option.state &= WITHOUT_FOCUS  # type: ignore[attr-defined]
        text, side, tone = self._rows.painted(index.row(), index.column())
        option.displayAlignment = side  # type: ignore[attr-defined]
        is_chip = bool(tone and text)
        if not is_chip:
            option.text = text  # type: ignore[attr-defined]
            option.features = _HAS_TEXT  # type: ignore[attr-defined]
        self._view.style().drawControl(_CELL, option, painter, self._view)
        if is_chip:
            self.paint_chip(painter, option, text, tone)
        if is_current and self._rows.can_write(index):
            painter.save()
            painter.setPen(QPen(QColor(theme.colours().accent), 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))  # type: ignore[attr-defined]
            painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = editor_for(self._rows.column(index.column()), parent)
        editor.setAutoFillBackground(True)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place = option.rect  # type: ignore[attr-defined]
        place.setWidth(max(place.width(), _LEAST_EDITOR))
        editor.setGeometry(place)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if self._refused is not editor:
            editor.set_text(index.data(Qt.ItemDataRole.EditRole) or "")  # type: ignore[attr-defined]
            line = editor.lineEdit() if isinstance(editor, ChoiceEditor) else editor
            line.selectAll()  # type: ignore[union-attr]

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if model.setData(index, editor.text(), Qt.ItemDataRole.EditRole):  # type: ignore[attr-defined]
            self.forget(editor)
        elif self._rows.refusal:
            self._refuse(editor, self._rows.refusal)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, QWidget):
            return super().eventFilter(editor, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LEAVING:
            self._leave(editor)
            return True
        if event.type() == QEvent.Type.FocusOut:
            if not self._is_within(editor, QApplication.focusWidget()) and self._refused is not editor:
                self._leave(editor)
            return False
        return super().eventFilter(editor, event)

    def _leave(self, editor: QWidget) -> None:
        """Save what was typed, and close the editor where that was done."""
        self.commitData.emit(editor)
        if self._refused is not editor:
            self.closeEditor.emit(editor, _EndEdit.NoHint)

    def _is_within(self, editor: QWidget, focus: QWidget | None) -> bool:
        popup = QApplication.activePopupWidget()
        return popup is not None or (focus is not None and (focus is editor or editor.isAncestorOf(focus)))

    def _refuse(self, editor: QWidget, sentence: str) -> None:
        """Say under the cell, or above it where the list ends, why it was not saved."""
        self._refused = editor
        editor.set_problem("block")  # type: ignore[attr-defined]
        self._message.setText(sentence)
        room = self._view.viewport().rect()
        width = min(_WIDEST_MESSAGE, room.width())
        natural = self._message.fontMetrics().horizontalAdvance(sentence) + 28
        width = min(width, max(natural, editor.width()))
        self._message.resize(width, self._message.heightForWidth(width))
        corner = editor.geometry().bottomLeft() + QPoint(0, 2)
        if corner.y() + self._message.height() > room.bottom():
            corner = editor.geometry().topLeft() - QPoint(0, self._message.height() + 2)
        corner.setX(max(0, min(corner.x(), room.right() - width)))
        self._message.move(corner)
        self._message.show()
        self._message.raise_()

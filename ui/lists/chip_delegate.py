"""Painting a state in a table as a rounded chip in the state's tone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.lists.table_model import TONE_ROLE
from ui.look import theme

WITHOUT_FOCUS = ~QStyle.StateFlag.State_HasFocus
"""A row is selected as a whole: a frame around one cell would say otherwise."""


class ChipDelegate(QStyledItemDelegate):
    """Paints cells as usual, and those that have a tone as chips."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        option.state &= WITHOUT_FOCUS  # type: ignore[attr-defined]
        tone = index.data(TONE_ROLE)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not tone or not text:
            super().paint(painter, option, index)
            return
        self._paint_ground(painter, option, index)
        self.paint_chip(painter, option, str(text), tone)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""  # type: ignore[attr-defined]
        view = option.widget  # type: ignore[attr-defined]
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, view)

    def paint_chip(self, painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str) -> None:
        """Paint a state in its tone."""
        ink, tint = theme.tone(tone)
        room = option.rect  # type: ignore[attr-defined]
        font = option.font  # type: ignore[attr-defined]
        font.setPixelSize(max(font.pixelSize() - 1, 11))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        height = metrics.height() + 3
        width = min(metrics.horizontalAdvance(text) + 16, room.width() - 12)
        chip = QRectF(room.x() + 6, room.y() + (room.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setPen(ink)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

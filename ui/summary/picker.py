"""The list of figures under the cursor: names, values, explanations; filtered by what is being typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.rules.periods import Period
from app.summary.offers import Offer, figures_offered, matching, words_offered
from ui.jobs import Jobs
from ui.look import theme
from ui.summary.editor import TextEditor
from ui.widgets.screen import within

_MOST = 50
_SHOWN = 6
_WIDTH = 440
_ROW = 48
_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_SHOWN,
    Qt.Key.Key_PageDown: _SHOWN,
}
_OFFER = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Picker(QFrame):
    """Offers what may be written between the braces in which the cursor stands.

    The cursor stays in the editor, which passes on the keys that move in the list.
    """

    chosen = Signal(str)

    def __init__(self, editor: TextEditor, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("offers")
        self.setProperty("role", "card")
        self.setGraphicsEffect(floating(self))
        self._editor, self._jobs = editor, jobs
        self._period: Period | None = None
        self._offered: dict[str | None, Sequence[Offer]] = {}
        self._readings = 0
        self._list = QListWidget(self)
        self._list.setAccessibleName("统计项")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_OfferLook(self._list))
        self._list.itemClicked.connect(self._take)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "secondary")
        self._hint.setContentsMargins(12, 6, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._list)
        column.addWidget(self._hint)
        self.hide()
        editor.begun.connect(self.refresh)
        editor.steered.connect(self._steer)
        editor.left.connect(self.put_away)
        editor.cursorPositionChanged.connect(self._follow)

    def offer_for(self, period: Period) -> None:
        """Offer the figures of a period, read again when one is next being written."""
        was_asked = bool(self._offered)
        self._period, self._offered = period, {}
        self._readings += 1
        if was_asked:
            self.refresh()

    def titles(self) -> list[str]:
        """Return what is offered now."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    @Slot()
    def refresh(self) -> None:
        """Follow what is being typed."""
        begun = self._editor.figure_begun()
        if begun is None or self._period is None:
            self.put_away()
            return
        name, point, stub = begun.typed.rpartition(".")
        offers = matching(self._following(name.strip() if point else None), stub, _MOST)
        written = begun.typed.strip()
        if not offers or (len(offers) == 1 and offers[0].source == written):
            self.put_away()
            return
        self._fill(offers)
        self._place()
        self.show()
        self.raise_()
        self._editor.steer(on=True)

    @Slot()
    def _follow(self) -> None:
        """Follow the cursor; a figure that it only passes is left in peace."""
        if self.isVisible():
            self.refresh()

    @Slot()
    def put_away(self) -> None:
        """Take the list away."""
        self.hide()
        self._editor.steer(on=False)

    def _following(self, name: str | None) -> Sequence[Offer]:
        """Return what may follow a name, the figures after none; read beside the window the first time."""
        if name not in self._offered and self._period is not None:
            self._offered[name] = ()
            self._jobs.run(partial(_read, self._readings, name, self._period), self._keep)
        return self._offered[name]

    @Slot(object)
    def _keep(self, read: tuple[int, str | None, Sequence[Offer]]) -> None:
        number, name, offers = read
        if number == self._readings:
            self._offered[name] = offers
            self.refresh()

    def _fill(self, offers: Sequence[Offer]) -> None:
        self._list.clear()
        for offer in offers:
            item = QListWidgetItem(offer.title, self._list)
            item.setData(_OFFER, offer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.title}　{offer.value}　{offer.about}")
            item.setToolTip(offer.about)
        self._list.setCurrentRow(0)
        count = f"{len(offers)} 项" if len(offers) < _MOST else f"先列 {_MOST} 项，可输入名称或拼音"
        self._hint.setText(f"{count}　↑↓ 选择　Enter 插入　Esc 收起")

    def _place(self) -> None:
        parent = self._ground
        cursor = self._editor.cursorRect()
        corner = self._editor.viewport().mapTo(parent, cursor.bottomLeft()) + QPoint(-8, 6)
        height = min(self._list.count(), _SHOWN) * theme.length(_ROW) + self._hint.sizeHint().height() + 8
        if corner.y() + height > parent.height() - 8:
            corner.setY(self._editor.viewport().mapTo(parent, cursor.topLeft()).y() - height - 6)
        size = QSize(theme.length(_WIDTH), height)
        self.setGeometry(QRect(within(QRect(corner, size), parent.rect().adjusted(8, 8, -8, -8)), size))

    @Slot(int)
    def _steer(self, key: int) -> None:
        rows = self._list.count()
        if key in _STEPS:
            self._list.setCurrentRow(max(0, min(self._list.currentRow() + _STEPS[key], rows - 1)))
        elif key == Qt.Key.Key_Escape:
            self.put_away()
            self._editor.give_up_figure()
        elif self._list.currentItem() is not None:
            self._take(self._list.currentItem())

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        offer = item.data(_OFFER)
        self.put_away()
        self._editor.write_figure(offer.source)


def floating(parent: QWidget) -> QGraphicsDropShadowEffect:
    """Return the shadow of what floats above a tab."""
    shadow = QGraphicsDropShadowEffect(parent)
    shadow.setBlurRadius(24)
    shadow.setOffset(0, 6)
    shadow.setColor(QColor(0, 0, 0, 60))
    return shadow


def _read(number: int, name: str | None, period: Period) -> tuple[int, str | None, Sequence[Offer]]:
    return number, name, figures_offered(period) if name is None else words_offered(name, period)


class _OfferLook(QStyledItemDelegate):
    """Draws an offer: its name, its value at the right, what it is below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.length(_WIDTH) - theme.length(24), theme.length(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, offer = theme.colours(), index.data(_OFFER)
        area: QRect = option.rect  # type: ignore[attr-defined]  # the stubs lack the option's fields
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            painter.fillRect(area, QColor(colours.accent_tint))
        area = area.adjusted(12, 4, -12, -4)
        upper = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        lower = QRect(area.left(), upper.bottom(), area.width(), area.height() // 2)
        font = QFont(option.font)  # type: ignore[attr-defined]
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(upper, right | Qt.AlignmentFlag.AlignVCenter, offer.value)
        painter.setPen(QColor(colours.accent_text))
        room = upper.width() - painter.fontMetrics().horizontalAdvance(offer.value) - 12
        title = painter.fontMetrics().elidedText(offer.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(upper, left | Qt.AlignmentFlag.AlignVCenter, title)
        font.setPixelSize(theme.pixels(font) - 2)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary))
        about = painter.fontMetrics().elidedText(offer.about, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, left | Qt.AlignmentFlag.AlignVCenter, about)

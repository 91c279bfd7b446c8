"""A list that was saved under a name, below its tab in the side bar, with how many records it finds now."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from app.saved_lists import Counted

_LEFT, _RIGHT = 38, 8  # pixels


class SavedEntry(QPushButton):
    """Leads to a saved list.

    Signals:
        rename_chosen(SavedList), forget_chosen(SavedList)
    """

    rename_chosen = Signal(object)
    forget_chosen = Signal(object)

    def __init__(self, counted: Counted, parent: QWidget) -> None:
        super().__init__(parent)
        self.saved = counted.saved
        self.setObjectName(f"list_{counted.saved.id}")
        self.setProperty("role", "saved")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self._number = QLabel(self)
        self._number.setProperty("role", "secondary")
        self._number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_count(counted)

    def show_count(self, counted: Counted) -> None:
        """Write the name and how many records there are now."""
        self.saved = counted.saved
        self._number.setText(f"{counted.count:,}")
        self.setAccessibleName(f"常用列表 {self.saved.name}，{counted.count:,} 条")
        self.setToolTip(f"{self.saved.name}（右键可改名、删除）")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._number.adjustSize()
        x = self.width() - self._number.width() - _RIGHT
        self._number.move(x, (self.height() - self._number.height()) // 2)
        room = x - _LEFT
        self.setText(self.fontMetrics().elidedText(self.saved.name, Qt.TextElideMode.ElideRight, room))

    @Slot(QPoint)
    def _open_menu(self, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("改名…", self._rename)
        menu.addAction("从侧栏删除", self._forget)
        menu.popup(self.mapToGlobal(spot))

    @Slot()
    def _rename(self) -> None:
        self.rename_chosen.emit(self.saved)

    @Slot()
    def _forget(self) -> None:
        self.forget_chosen.emit(self.saved)

"""What stands above a list while it shows the recycle bin: where one is, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.register import Register
from ui.look import theme
from ui.look.icons import icon
from ui.widgets.elided_label import ElidedLabel

_ICON = 20


class BinBanner(QFrame):
    """Says that what is listed was deleted, and offers to take it back.

    Signals:
        restore_clicked(): take the selected records out of the bin.
        left(): go back to the list.
    """

    restore_clicked = Signal()
    left = Signal()

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bin_banner")
        self.setProperty("role", "bin")
        picture = QLabel(self)
        picture.setPixmap(icon("trash").pixmap(QSize(theme.length(_ICON), theme.length(_ICON))))
        title = ElidedLabel(self)
        title.show_text(f"回收站 · {register.title}")
        title.setProperty("role", "heading")
        self._restore = QPushButton("恢复", self)
        self._restore.setObjectName("restore")
        self._restore.setAccessibleName("恢复选中的记录")
        self._restore.setProperty("role", "primary")
        self._restore.clicked.connect(self.restore_clicked)
        leave = QPushButton("返回", self)
        leave.setObjectName("leave_bin")
        leave.setAccessibleName("离开回收站，返回列表")
        leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(picture)
        row.addWidget(title, 1)
        row.addWidget(self._restore)
        row.addWidget(leave)

    def enable(self, selected: int) -> None:
        """Offer to restore while something is selected."""
        self._restore.setEnabled(selected > 0)

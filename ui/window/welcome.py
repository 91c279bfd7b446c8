"""What is seen while no office is open: make one, open one, or look at the sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import preferences
from ui.look import theme
from ui.window.side_bar import PROGRAM


class Welcome(QWidget):
    """The first page.

    Signals:
        new_clicked(), open_clicked(), restore_clicked(), sample_clicked()
        recent_clicked(str): open this file again.
    """

    new_clicked = Signal()
    open_clicked = Signal()
    restore_clicked = Signal()
    sample_clicked = Signal()
    recent_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(theme.length(440))
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(32, 28, 32, 28)
        self._column.setSpacing(10)
        self._label(PROGRAM, "brand")
        self._label("一个文件，管好社区工会的全部台账", "secondary")
        self._column.addSpacing(12)
        self._button("new_office", "新建台账…", "primary").clicked.connect(self.new_clicked)
        self._button("open_office", "打开台账…").clicked.connect(self.open_clicked)
        self._button("restore_office", "从备份恢复…").clicked.connect(self.restore_clicked)
        self._button("open_sample", "看看示例…").clicked.connect(self.sample_clicked)
        self._add_recent()
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def _label(self, text: str, role: str) -> None:
        label = QLabel(text, self)
        label.setProperty("role", role)
        self._column.addWidget(label)

    def _button(self, name: str, label: str, role: str = "") -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setProperty("role", role)
        self._column.addWidget(button)
        return button

    def _add_recent(self) -> None:
        files = preferences.recent_files()[:4]
        if files:
            self._column.addSpacing(12)
            self._label("最近打开过", "label")
        for file in files:
            button = self._button("recent", file.name, "link")
            button.setToolTip(str(file))
            button.clicked.connect(self._open_recent)

    @Slot()
    def _open_recent(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.recent_clicked.emit(button.toolTip())

"""A line for a password: hidden unless its owner wants to see it, with a word about Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.look.theme import show_sentence

_CAPS = "大写锁定（Caps Lock）开着，字母会是大写。"


class _Line(QLineEdit):
    """Tells by the letters that come whether Caps Lock is on: Qt does not know.

    Signals:
        caps_told(bool): a letter came, with Caps Lock on or off.
    """

    caps_told = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isascii() and text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_told.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class PasswordLine(QWidget):
    """The line, a button to show what stands in it, and room for a word below."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(self)
        self.line.setObjectName(name)
        self.line.setAccessibleName(label)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = QPushButton("显示", self)
        self._show.setObjectName(f"show_{name}")
        self._show.setAccessibleName(f"显示{label}")
        self._show.setCheckable(True)
        self._show.setAutoDefault(False)
        self._show.toggled.connect(self._reveal)
        self._told = QLabel(self)
        self._told.setObjectName(f"{name}_message")
        self._told.setProperty("role", "problem")
        self._told.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._told)
        self.setFocusProxy(self.line)
        self.line.caps_told.connect(self._tell_caps)

    def text(self) -> str:
        """Return what was typed, blanks at its ends included."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what comes next."""
        self.line.clear()
        self._show.setChecked(False)
        self.tell("")

    def tell(self, sentence: str, tone: str = "warn") -> None:
        """Say something below the line; empty takes it back."""
        show_sentence(self._told, sentence, tone)

    @Slot(bool)
    def _reveal(self, on: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self._show.setText("隐藏" if on else "显示")

    @Slot(bool)
    def _tell_caps(self, on: bool) -> None:
        if on or self._told.text() == _CAPS:
            self.tell(_CAPS if on else "")

"""The editor of several lines of text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.fields import Described
from ui.keys import left_to_window
from ui.look.theme import mark
from ui.widgets.scrolling import show_whole

_LINES = 3


class NotesEditor(QPlainTextEdit):
    """Edits several lines; Enter breaks a line once something is written, Tab and Ctrl+Enter go on.

    Signals:
        touched(): the text changed otherwise than by `set_text`.
    """

    touched = Signal()

    def __init__(self, field: Described, parent: QWidget) -> None:
        super().__init__(parent)
        self._last_text = ""
        self.setTabChangesFocus(True)
        self.setPlaceholderText(field.hint)
        self.setToolTip(field.explanation)
        self.setFixedHeight(self.sizeHint().height())
        self.textChanged.connect(self._notice)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without announcing it."""
        self._last_text = text
        self.setPlainText(text)

    def set_problem(self, kind: str) -> None:
        """Draw the border for a problem: `block`, `warn`, or none when empty."""
        mark(self, problem=kind)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 8, line * _LINES + line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            show_whole(self)  # Qt itself brings the line with the cursor into sight

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and (not self.text() or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.focusNextPrevChild(True)
            return
        if left_to_window(event, self.document()):
            event.ignore()
            return
        super().keyPressEvent(event)

    @Slot()
    def _notice(self) -> None:
        # An input method announces changes while it composes, with the text still unchanged.
        if self.text() != self._last_text:
            self._last_text = self.text()
            self.touched.emit()

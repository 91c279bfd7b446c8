"""Editors of one line: typed text, computed values, and the way the Enter key goes on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.errors import Invalid
from app.fields import Derived, Described
from ui.keys import left_to_window
from ui.look.theme import mark

_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether the key is Enter alone, which goes on to the next field."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Line(QLineEdit):
    """One line of a form, as narrow as its column wants: the value must never widen the form."""

    def __init__(self, field: Described | Derived, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(_ALIGNMENTS[field.align] | Qt.AlignmentFlag.AlignVCenter)
        self.setToolTip(field.explanation)

    def set_problem(self, kind: str) -> None:
        """Draw the border for a problem: `block`, `warn`, or none when empty."""
        mark(self, problem=kind)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class LineEditor(_Line):
    """Edits one line; on leaving, the text is written as the field writes it.

    Signals:
        touched(): the text changed otherwise than by `set_text`.
    """

    touched = Signal()

    def __init__(self, field: Described, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._field = field
        self._last_text = ""
        self.setPlaceholderText(field.hint)
        self.textChanged.connect(self._notice)

    def set_text(self, text: str) -> None:
        """Show a text without announcing it."""
        self._last_text = text
        self.setText(text)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if left_to_window(event, self):
            event.ignore()
            return
        super().keyPressEvent(event)
        if is_enter(event):
            event.accept()
            self.focusNextPrevChild(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.isReadOnly():
            self._write_properly()

    @Slot(str)
    def _notice(self, text: str) -> None:
        if text != self._last_text:
            self._last_text = text
            self.touched.emit()

    def _write_properly(self) -> None:
        try:
            proper = self._field.format(self._field.parse(self.text())) or self._field.usual
        except Invalid:
            return
        if proper != self.text():
            self.set_text(proper)


class GivenEditor(_Line):
    """Shows a value that is computed or handed out: grey, and cannot be typed into."""

    touched = Signal()

    def __init__(self, field: Described | Derived, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.setReadOnly(True)
        self.setProperty("given", True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_text(self, text: str) -> None:
        """Show another value from its beginning; the same one leaves the cursor where it is."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class GivenText(QLabel):
    """Shows a computed text of several lines, such as the working of a formula."""

    touched = Signal()

    def __init__(self, field: Described | Derived, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "given")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setToolTip(field.explanation)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)

    def set_problem(self, kind: str) -> None:
        """Draw the border for a problem: `block`, `warn`, or none when empty."""
        mark(self, problem=kind)

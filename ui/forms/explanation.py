"""What F1 shows beside a field: what it means, how it is filled in, and the rule behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from app.fields import Shown
from ui.keys import key_of, shown
from ui.look.theme import pixels
from ui.widgets.screen import below

_WIDEST = 26  # characters: what can be read without losing the line
_AROUND = 12  # pixels


class Explanation(QFrame):
    """A small window at the field; the cursor stays in the field, Esc or leaving the field closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setProperty("role", "explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        keys = QLabel(f"再按 {shown(key_of('manual'))} 打开使用手册，Esc 关闭", self)
        keys.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        column.setSpacing(6)
        for label in (self._title, self._words, keys):
            column.addWidget(label)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        parent.window().installEventFilter(self)

    def text(self) -> str:
        """Return what is shown: the label of the field, then a line for each thing to know."""
        return f"{self._title.text()}\n{self._words.text()}"

    def explain(self, field: Shown, editor: QWidget) -> None:
        """Say under an editor what its field means."""
        self._title.setText(field.label)
        self._words.setText(field.explanation)
        self._words.setFixedWidth(_WIDEST * pixels(self.font()))
        self.adjustSize()
        size: QSize = self.sizeHint()
        self.move(below(editor, size))
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the window: it is moved, resized, hidden or left for another."""
        if event.type() in {
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Hide,
            QEvent.Type.WindowDeactivate,
        }:
            self.hide()
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.hide()


def asks_why(event: QKeyEvent) -> bool:
    """Tell whether the key is the one that explains a field."""
    return event.key() == Qt.Key.Key_F1 and event.modifiers() == Qt.KeyboardModifier.NoModifier

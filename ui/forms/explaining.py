"""Fields that explain themselves: F1 says beside the field what it means, Esc takes that away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.forms.cell import Cell
from ui.forms.explanation import Explanation, asks_why


class ExplainingWidget(QWidget):
    """Holds `cells`, each of which is explained while the cursor is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explanation: Explanation | None = None

    def cells(self) -> Iterable[Cell]:
        """Return the fields, each with its label and editor."""
        raise NotImplementedError

    def cell_in_focus(self) -> Cell | None:
        """Return the field that the cursor is in."""
        focused = self.focusWidget()
        if focused is None:
            return None
        return next(
            (one for one in self.cells() if one.editor is focused or one.editor.isAncestorOf(focused)), None
        )

    @Slot()
    def stop_explaining(self) -> None:
        """Take the explanation away: what it stands beside has moved."""
        if self._explanation is not None:
            self._explanation.hide()

    def event(self, event: QEvent) -> bool:
        """Claim F1 and Esc for the explanation of a field, before the window takes them for its own acts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._explains_on(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._explains_on(event):
            super().keyPressEvent(event)
        elif asks_why(event):
            self._explain()
        else:
            self.stop_explaining()

    def _explains_on(self, event: QKeyEvent) -> bool:
        """Tell whether a key opens the explanation, or closes the open one; F1 once more is the window's."""
        if self._explanation is not None and self._explanation.isVisible():
            return event.key() == Qt.Key.Key_Escape
        return asks_why(event) and self.cell_in_focus() is not None

    def _explain(self) -> None:
        cell = self.cell_in_focus()
        if cell is None:
            return
        if self._explanation is None:
            self._explanation = Explanation(self)
        self._explanation.explain(cell.field, cell.editor)

"""What is laid over a window so that nothing in it can be seen or used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.window.side_bar import PROGRAM


class Cover(QWidget):
    """Hides what stands in a window, its title and its keys, and gives all back when it is lifted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("cover")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = window.windowTitle()
        self._focus = window.focusWidget()
        self._hidden = [
            one
            for one in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if one is not self and one.isVisibleTo(window) and not one.isWindow()
        ]
        self._actions = [action for action in window.actions() if action.isEnabled()]
        for one in self._hidden:
            one.hide()
        for action in self._actions:
            action.setEnabled(False)
        window.setWindowTitle(PROGRAM)
        window.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def hold(self, page: QWidget) -> None:
        """Show a page on the cover."""
        self._column.addWidget(page)
        page.show()

    def lift(self) -> None:
        """Show the window again as it was."""
        window = self._window
        window.removeEventFilter(self)
        self.hide()
        for one in self._hidden:
            one.show()
        for action in self._actions:
            action.setEnabled(True)
        window.setWindowTitle(self._title)
        if self._focus is not None:
            self._focus.setFocus()
        self.setParent(None)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

"""A list and beside it what is chosen in it, sharing the width there is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_MOST_SHARE = 0.58  # of the width, for the panel: a list must stay one


class SideBySide(QSplitter):
    """Gives the panel at the right its width where the list keeps enough; what a person drags stays."""

    def __init__(self, listed: QWidget, panel: QWidget, panel_width: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panel_width = panel_width
        self._dragged = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)
        self.addWidget(listed)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._note_dragged)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._dragged:
            room = self.width() - self.handleWidth()
            panel = min(self._panel_width, round(room * _MOST_SHARE))
            self.setSizes([room - panel, panel])

    @Slot()
    def _note_dragged(self) -> None:
        self._dragged = True

"""The row of section titles above a long form: where one is, and a way to go elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QToolButton, QWidget

from ui.widgets.flow import FlowLayout


class SectionIndex(QFrame):
    """Scrolls the form to a section, and marks the section that is in sight."""

    def __init__(
        self, titles: Sequence[str], starts: Sequence[QWidget], area: QScrollArea, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._starts = starts
        self._area = area
        self._buttons = QButtonGroup(self)
        self.setProperty("role", "index")
        row = FlowLayout(self, spacing=4)
        row.setContentsMargins(12, 8, 12, 4)
        for number, title in enumerate(titles):
            button = QToolButton(self)
            button.setText(title)
            button.setAccessibleName(f"转到{title}")
            button.setProperty("role", "section")
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._buttons.addButton(button, number)
            row.addWidget(button)
        self._buttons.idClicked.connect(self.go_to)
        area.verticalScrollBar().valueChanged.connect(self._follow)

    def current(self) -> int:
        """Return the number of the section in sight."""
        return self._buttons.checkedId()

    @Slot(int)
    def go_to(self, number: int) -> None:
        """Bring a section into sight."""
        self._area.verticalScrollBar().setValue(self._starts[number].y() - 12 if number else 0)
        # The last sections may be too short to reach the top: the choice counts, not the scroll bar.
        self._buttons.button(number).setChecked(True)

    @Slot(int)
    def _follow(self, value: int) -> None:
        reading_line = value + self._area.viewport().height() // 3
        passed = [number for number, start in enumerate(self._starts) if start.y() <= reading_line]
        self._buttons.button(passed[-1] if passed else 0).setChecked(True)

"""The line above a wizard that says which step this is, and which are still to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.look.theme import mark


class StepLine(QWidget):
    """The steps side by side, the present one marked."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[QLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        for number, step in enumerate(steps, start=1):
            if number > 1:
                arrow = QLabel("→", self)
                arrow.setProperty("role", "secondary")
                row.addWidget(arrow)
            label = QLabel(f"{number} {step}", self)
            label.setProperty("role", "chip")
            self._labels.append(label)
            row.addWidget(label)
        row.addStretch(1)

    def go_to(self, step: int) -> None:
        """Mark a step, counted from 0: those before it are done."""
        for number, label in enumerate(self._labels):
            mark(label, tone="good" if number < step else "info" if number == step else "quiet")

"""Keeping what is typed into the lines of a dialog, and offering what was left there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from app.records.drafts import Place
from ui.dialogs.base import Dialog
from ui.forms.draft_keeper import DraftKeeper


class LineDrafts(DraftKeeper):
    """The draft of the lines of a dialog, by name; what stood in them from the first is none."""

    def __init__(self, place: Place, lines: Mapping[str, QLineEdit], dialog: Dialog) -> None:
        super().__init__(self._unsaved, dialog)
        self._lines = lines
        self._first = {name: line.text() for name, line in lines.items()}
        self.restored.connect(self._write_back)
        for line in lines.values():
            line.textChanged.connect(self.touch)
        if (offer := self.come_to(place)) is not None:
            dialog.body.insertWidget(0, offer)

    def _unsaved(self) -> dict[str, str]:
        return {name: line.text() for name, line in self._lines.items() if line.text() != self._first[name]}

    @Slot(object)
    def _write_back(self, texts: Mapping[str, str]) -> None:
        for name, line in self._lines.items():
            line.setText(texts.get(name, line.text()))

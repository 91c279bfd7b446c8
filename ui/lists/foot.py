"""Below a list: what was done, what it adds up to, and the way into the recycle bin."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import keys
from ui.look.icons import icon
from ui.widgets.folder_link import FolderLink

Way = Literal["", "undo", "redo"]
"""What may follow a sentence about something that was done: a way to take it back, or to do it again."""
_STAYS_TOGETHER = "\N{NO-BREAK SPACE}"
_BETWEEN_CHARACTERS = re.compile(r"(?<=[\u4e00-\u9fff（）])(?=[\u4e00-\u9fff（）])")
_UNBROKEN = "\N{WORD JOINER}"


class ListFoot(QFrame):
    """Sums the list up like a spreadsheet's status line.

    Signals:
        bin_toggled(bool): show the recycle bin, or the list again.
        undo_clicked(), redo_clicked(): take back what was done, or do it again.
    """

    bin_toggled = Signal(bool)
    undo_clicked = Signal()
    redo_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._sums = QLabel(self)
        self._sums.setObjectName("summary")
        self._sums.setMinimumWidth(1)  # a long sum must not widen the list at the form's cost
        self._sums.setWordWrap(True)
        self._selected = QLabel(self)
        self._selected.setObjectName("selected")
        self._selected.setMinimumWidth(1)
        self._selected.setWordWrap(True)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        for label in (self._sums, self._selected, self._note):
            label.setProperty("role", "secondary")
        self._undo = self._way("undo", "撤销", self.undo_clicked)
        self._redo = self._way("redo", "重做", self.redo_clicked)
        self._bin = QPushButton("回收站", self)
        self._bin.setObjectName("bin")
        self._bin.setCheckable(True)
        self._bin.setProperty("role", "link")
        self._bin.setToolTip("看已删除的记录，并可恢复")
        self._bin.setIcon(icon("trash"))
        keys.tell(self._bin, "bin")
        self.folder = FolderLink(self)
        self._note.hide()
        said, row = QHBoxLayout(), QHBoxLayout()
        said.addWidget(self._note, 1)
        for widget in (self._undo, self._redo, self.folder):
            said.addWidget(widget)
        row.addWidget(self._sums, 1)
        row.addWidget(self._selected, 1)
        row.addWidget(self._bin)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 6, 2)
        column.setSpacing(2)
        for line in (said, row):  # apart: what is said may be long
            line.setSpacing(18)
            column.addLayout(line)
        self._bin.toggled.connect(self.bin_toggled)

    def show_sums(self, summary: str) -> None:
        """Write what the list adds up to."""
        self._sums.setText(_figures_bold(summary))
        self._sums.setToolTip(summary)

    def show_selected(self, line: str) -> None:
        """Write what the selected rows add up to in the place of the whole list; empty shows that again."""
        self._selected.setText(_figures_bold(line))
        self._selected.setVisible(bool(line))
        self._sums.setVisible(not line)

    def turn_bin(self) -> None:
        """Press the button of the recycle bin."""
        self._bin.click()

    def leave_bin(self) -> None:
        """Go back to the list without announcing it."""
        self._bin.blockSignals(True)
        self._bin.setChecked(False)
        self._bin.blockSignals(False)

    def note(self, sentence: str, way: Way = "", file: Path | None = None) -> None:
        """Say something about the list that needs no answer; empty takes it back.

        A `way` back may follow, or the way to a `file` that was written.
        """
        self.folder.lead_to(file)
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self._undo.setVisible(way == "undo")
        self._redo.setVisible(way == "redo")

    @property
    def offers_undo(self) -> bool:
        """Whether what was done last is told, with its way back."""
        return self._undo.isVisibleTo(self)

    def _way(self, name: str, label: str, clicked: SignalInstance) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setProperty("role", "link")
        button.hide()
        button.clicked.connect(clicked)
        return button


def _figures_bold(text: str) -> str:
    """Write what a list adds up to; where there is no room for a line it breaks between two sums."""
    words = _BETWEEN_CHARACTERS.sub(_UNBROKEN, escape(text))
    whole = words.replace(" ", _STAYS_TOGETHER).replace("　", f"{_STAYS_TOGETHER * 3} ")
    return re.sub(r"(-?[\d,]*\d(?:\.\d+)?)", r"<b>\1</b>", whole)

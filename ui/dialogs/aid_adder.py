"""Adding people to a batch: from the open hardship files, or without a file."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app import listing
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP

_MOST = 20
_PAUSE_MS = 150


class AidAdder(QWidget):
    """A search box over the open files, and a button for a person without one.

    Signals:
        found(int): add the person of this hardship file.
        outsider_clicked(): add a person without a file (建档外).
    """

    found = Signal(int)
    outsider_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        self._names = QStringListModel(self)
        self._box = QLineEdit(self)
        self._box.setObjectName("add_person")
        self._box.setAccessibleName("添加在档困难职工")
        self._box.setPlaceholderText("添加：姓名、拼音或证件号")
        self._box.setMinimumWidth(220)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self._box)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        outsider = QPushButton("＋ 建档外人员", self)
        outsider.setObjectName("add_outsider")
        outsider.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addWidget(outsider)
        self._box.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self._offer)
        self._completer.activated.connect(self._take)
        outsider.clicked.connect(self.outsider_clicked)

    @Slot()
    def _offer(self) -> None:
        words = self._box.text().strip()
        self._ids = aid.open_file_ids(words)[:_MOST] if words else []
        files = listing.rows(HARDSHIP, self._ids)
        self._names.setStringList([_title(files[one]) for one in self._ids])
        if self._ids:
            self._completer.complete()
        else:
            self._completer.popup().hide()

    @Slot(str)
    def _take(self, title: str) -> None:
        self.found.emit(self._ids[self._names.stringList().index(title)])
        self._box.clear()


def _title(file: object) -> str:
    assert isinstance(file, HardshipFile)
    return f"{file.name}　{file.employer or ''}　{file.file_no or ''}"

"""Adding rows to a batch: from the records they come from, or without one."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app import listing
from app.batch_entry import EntrySource
from ui.look import theme

_MOST = 20
_PAUSE_MS = 150


class BatchAdder(QWidget):
    """A search box over the records that rows come from, and a button for a row without one.

    Signals:
        picked(int): add a row of this record.
        outsider_clicked(): add a row without a record.
    """

    picked = Signal(int)
    outsider_clicked = Signal()

    def __init__(self, source: EntrySource, parent: QWidget) -> None:
        super().__init__(parent)
        self._source = source
        self._ids: list[int] = []
        self._names = QStringListModel(self)
        self._box = QLineEdit(self)
        self._box.setObjectName("add_person")
        self._box.setAccessibleName(source.label)
        self._box.setPlaceholderText(source.hint)
        self._box.setMinimumWidth(theme.length(220))
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self._box)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        outsider = QPushButton(source.new_label, self)
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
        self._ids = self._source.find(words, {})[:_MOST] if words else []
        records = listing.rows(self._source.register, self._ids)
        self._names.setStringList([self._source.title(records[record_id]) for record_id in self._ids])
        if self._ids:
            self._completer.complete()
        else:
            self._completer.popup().hide()

    @Slot(str)
    def _take(self, title: str) -> None:
        self.picked.emit(self._ids[self._names.stringList().index(title)])
        self._box.clear()

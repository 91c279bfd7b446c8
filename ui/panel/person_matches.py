"""Who is already there: a short list under the name while a new person is being written down."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.keeping import lookup
from app.keeping.lookup import PersonMatch
from app.registry import registers

_MOST_MATCHES = 4
_SEARCH_AFTER_MS = 200


class PersonMatches(QFrame):
    """Looks for a name or identity number among those the office knows, and never stands in the way.

    Signals:
        chosen(str, int): a person wants to see that record of that register.
    """

    chosen = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("known")
        self.setProperty("role", "known")
        self._text = ""
        self._matches: list[PersonMatch] = []
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(0)
        heading = QLabel("已有，请先核对：", self)
        heading.setProperty("role", "label")
        column.addWidget(heading)
        self._lines = [self._add_line(column) for _ in range(_MOST_MATCHES)]
        self.hide()

    def look_for(self, text: str) -> None:
        """Look a name or number up, soon."""
        self._text = text
        self._timer.start()

    def forget(self) -> None:
        """Take the list away."""
        self._timer.stop()
        self.hide()

    def _add_line(self, column: QVBoxLayout) -> QPushButton:
        line = QPushButton(self)
        line.setProperty("role", "link")
        line.setAutoDefault(True)
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line.clicked.connect(self._open)
        column.addWidget(line)
        return line

    @Slot()
    def _search(self) -> None:
        self._matches = lookup.who(registers(), self._text, limit=_MOST_MATCHES)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(self._matches))
            if number < len(self._matches):
                match = self._matches[number]
                line.setText(f"{match.title}　{match.note}")
                line.setToolTip("打开这条记录")
        self.setVisible(bool(self._matches))

    @Slot()
    def _open(self) -> None:
        match = self._matches[self._lines.index(self.sender())]  # type: ignore[arg-type]
        self.chosen.emit(match.register_key, match.record_id)

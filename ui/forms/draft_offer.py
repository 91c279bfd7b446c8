"""The line over a form that offers what was typed and never saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.records.drafts import Draft
from app.rules.dates import write_date
from ui.look.theme import mark


class DraftOffer(QFrame):
    """Says when something was typed, and asks what is to become of it.

    Signals:
        restored(): the person wants it back in the form.
        discarded(): the person does not need it any more.
    """

    restored = Signal()
    discarded = Signal()

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("draft_offer")
        self.typed = draft.typed
        label = QLabel(f"上次没有保存的内容（{write_date(draft.at)} {draft.at:%H:%M}）：", self)
        label.setProperty("role", "secondary")
        restore, discard = QPushButton("恢复", self), QPushButton("丢弃", self)
        restore.setObjectName("restore_draft")
        discard.setObjectName("discard_draft")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(label)
        for button in (restore, discard):
            mark(button, role="link")
            row.addWidget(button)
        row.addStretch(1)
        restore.clicked.connect(self.restored)
        discard.clicked.connect(self.discarded)

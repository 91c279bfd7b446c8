"""The frame of a dialog that does one thing to many records: in the background, and told who was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.keeping import bulk
from app.keeping.bulk import BulkResult
from app.records.drafts import of_many
from app.register import BulkAction, Register
from app.safekeeping.automatic import keep_copy
from ui.dialogs.base import Dialog
from ui.forms.draft_keeper import DraftKeeper
from ui.jobs import Jobs


def _perform(
    register: Register, ids: Sequence[int], action: BulkAction, values: Mapping[str, object]
) -> BulkResult:
    """Do the act to many records, a copy of the office kept before."""
    keep_copy()
    return bulk.perform(register, ids, action, values)


class ManyDialog(Dialog):
    """Does an act to many records, and stays open to say whom it left out; `outcome` is what came of it."""

    about = "list"

    def __init__(self, title: str, window: QWidget, jobs: Jobs, register: Register) -> None:
        super().__init__(title, window)
        self._drafts = DraftKeeper(self.unsaved, self)
        self._drafts.restored.connect(self.write_back)
        self._register, self._jobs = register, jobs
        self.outcome: BulkResult | None = None
        self._running = False

    @property
    def has_done(self) -> bool:
        """Whether anything was changed."""
        return self.outcome is not None and self.outcome.done > 0

    def add_act(self, label: str) -> None:
        """End the dialog with the list of those left out, hidden yet, and the button that does the act."""
        self._left = QPlainTextEdit(self)
        self._left.setObjectName("left")
        self._left.setAccessibleName("未办理的记录")
        self._left.setReadOnly(True)
        self._left.hide()
        self.body.addWidget(self._left, 1)
        self._do = self.add_foot(label)

    def hide_questions(self) -> None:
        """Make room for the list of those left out."""
        raise NotImplementedError

    def unsaved(self) -> dict[str, str]:
        """Return what is typed as a draft keeps it, by the name of the field."""
        raise NotImplementedError

    def write_back(self, texts: Mapping[str, str]) -> None:
        """Write what a draft kept where it was typed."""
        raise NotImplementedError

    def keep_drafts_of(self, act: str) -> None:
        """Keep what is typed from now on, and offer what was left of this act."""
        if (offer := self._drafts.come_to(of_many(self._register.key, act))) is not None:
            self.body.insertWidget(0, offer)

    def begin(self, ids: Sequence[int], action: BulkAction, values: Mapping[str, object]) -> None:
        """Do the act beside the window."""
        self._running = True
        self._do.setEnabled(False)
        self.show_message("正在办理…", "info")
        self._jobs.run(partial(_perform, self._register, ids, action, values), self._show_outcome, self._fail)

    def reject(self) -> None:
        if not self._running:
            self._drafts.leave()
            super().reject()

    @Slot(object)
    def _show_outcome(self, outcome: BulkResult) -> None:
        self._running = False
        self.outcome = outcome
        self._drafts.leave()
        unit = self._register.unit
        if not outcome.left:
            super().accept()
            return
        self.hide_questions()
        self._left.setPlainText("\n".join(outcome.left))
        self._left.show()
        self.show_message(f"已办理 {outcome.done:,} {unit}，{len(outcome.left):,} {unit}未办理：", "warn")
        self._do.setText("知道了")
        self._do.setEnabled(True)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._running = False
        self.show_message("")
        self._do.setEnabled(True)
        raise error

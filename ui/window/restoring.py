"""Putting a backup in the place of an office."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.cipher.key import Key
from app.errors import Refused
from app.office import current_office
from app.records.base import database
from app.safekeeping.restore import restore
from app.safekeeping.unlocking import unlock_office
from ui import preferences
from ui.failures import tell
from ui.office.password import UnlockDialog
from ui.office.restore import RestoreQuestion, RestoreResult
from ui.window.opening import Opening, needs_password
from ui.window.stage import Stage


class Restoring(QObject):
    """Asks which backup is to be restored and in whose place, does it, and opens what came of it."""

    def __init__(self, stage: Stage, opening: Opening) -> None:
        super().__init__(stage)
        self._stage = stage
        self._opening = opening
        self._window = stage.window

    def restore_from(self, backup: Path, key: Key | None = None) -> bool:
        """Put a backup in the place of the open office, or of one that is chosen, and open it.

        For one whose password is not that of the open office it is asked for.
        """
        office, own = current_office(), database.key
        key = key or own
        if needs_password(backup, key):
            key = UnlockDialog.ask(self._stage.jobs, backup, partial(unlock_office, backup), self._window)
            if key is None:
                return False
        target = office.path if office is not None and not office.read_only else None
        target = target or RestoreQuestion.place(self._window, backup, preferences.recent_files())
        try:
            confirmed = target is not None and RestoreQuestion.ask(self._window, backup, target)
            if not confirmed or target is None or not self._stage.leave():
                return False
            restored = restore(backup, target, key)
        except Refused as refused:
            tell("没有恢复", str(refused), self._window)
            if self._stage.desk is None and office is not None:
                self._opening.open(office.path, own, read_only=office.read_only)
            return False
        opened = self._opening.open(restored.path, key)
        RestoreResult.announce(self._window, restored)
        return opened

    @Slot()
    def choose_backup(self) -> None:
        """Ask for a backup to restore from."""
        office = current_office()
        backup: Path | None = None
        elsewhere = True
        if office is not None and not office.read_only:
            from ui.office.copies import CopiesDialog

            asked = CopiesDialog.ask(office.path, self._stage.jobs, self._window)
            backup, elsewhere = asked.chosen, asked.elsewhere
            asked.deleteLater()
        if elsewhere:
            folder = preferences.folder("backup") or str(Path.home())
            backup = RestoreQuestion.choose(self._window, folder)
        if backup is not None:
            self.restore_from(backup)

"""Copying the office file to another place, and showing that the copy is sound."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from app.safekeeping.backup import Backup, back_up
from app.safekeeping.backup_log import note, read_log
from ui import preferences
from ui.dialogs.base import Dialog
from ui.jobs import Jobs
from ui.look import theme


class BackupResult(Dialog):
    """Says where the verified copy lies."""

    about = "backup"

    def __init__(self, made: Backup, parent: QWidget | None = None) -> None:
        super().__init__("备份完成", parent)
        self.add_note(f"已备份到　{made.path}")
        self.add_note("已与台账逐条核对，内容一致。")
        self._second = QCheckBox("以后自动备份也放一份到这里", self)
        self._second.setObjectName("second_place")
        self._second.setChecked(read_log().second == made.path.parent)
        self._second.toggled.connect(partial(self._use_as_second_place, made.path.parent))
        self.body.addWidget(self._second)
        self.add_close_button()
        self.setMinimumWidth(theme.length(480))

    def _use_as_second_place(self, folder: Path, wanted: bool) -> None:
        note(second=folder if wanted else None, apart=None)

    @classmethod
    def announce(cls, parent: QWidget, made: Backup) -> None:
        """Show where the backup lies, until the person closes it."""
        cls(made, parent.window()).exec()


class BackingUp(QObject):
    """Asks for a folder, has the copy made beside the window, and shows the result.

    Signals:
        done(): a verified copy was made.
    """

    done = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent

    def begin(self) -> None:
        """Ask for the folder and start."""
        folder = QFileDialog.getExistingDirectory(
            self._window, "备份到哪个文件夹（例如 U盘）", preferences.folder("backup")
        )
        if folder:
            preferences.remember_folder("backup", Path(folder))
            self._jobs.run(partial(back_up, Path(folder)), self._finish)

    @Slot(object)
    def _finish(self, made: Backup) -> None:
        self.done.emit()
        BackupResult.announce(self._window, made)

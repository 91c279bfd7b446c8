"""Spreadsheets in and out of a register, from the window's side."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import preferences
from ui.dialogs.import_book import ImportDialog
from ui.jobs import Jobs

if TYPE_CHECKING:
    from app.listing import Asked
    from app.register import Register
    from ui.register_pane import RegisterPane


def write_book(register: Register, asked: Asked, target: Path) -> Path:
    """Write the records asked for into a spreadsheet, and return its path."""
    from app.exchange import workbook

    workbook.export(register, asked, target)
    return target


class Exchange(QObject):
    """Asks for the file, does the work beside the window, tells what came of it."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent
        self._pane: RegisterPane | None = None

    def hand_out(self, pane: RegisterPane) -> None:
        """Write the list into a spreadsheet of the person's choice."""
        start = Path(preferences.folder("export") or Path.home()) / f"{pane.register.title}.xlsx"
        kinds = "Excel 表格 (*.xlsx);;逗号分隔文本 (*.csv)"
        name, _ = QFileDialog.getSaveFileName(self._window, "导出列表", str(start), kinds)
        if name:
            target = Path(name) if Path(name).suffix else Path(f"{name}.xlsx")
            preferences.remember_folder("export", target.parent)
            self._pane = pane
            self._jobs.run(partial(write_book, pane.register, pane.asked, target), self._tell)

    def take_in(self, pane: RegisterPane) -> None:
        """Let the person bring a spreadsheet into the register."""
        if ImportDialog.open_for(pane.register, self._jobs, self._window):
            pane.reload()
            pane.changed.emit(pane.register.key)

    @Slot(object)
    def _tell(self, target: Path) -> None:
        if self._pane is not None:
            self._pane.note(f"已导出到 {target}")

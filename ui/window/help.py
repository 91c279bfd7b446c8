"""The manual and the window of shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ui.window.stage import Stage


class Help(QObject):
    """Shows what there is to read about what is in front."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    @Slot()
    def open_manual(self) -> None:
        """Show the manual at what is in front."""
        from ui.manual.document import page_for
        from ui.manual.window import ManualWindow

        desk = self._stage.desk
        page = page_for(desk.front_key if desk is not None else "welcome", "record")
        ManualWindow.open_at(page, self._stage.window)

    @Slot()
    def show_keys(self) -> None:
        """Show the window of shortcuts."""
        from ui.dialogs.keys import KeysDialog

        if self._stage.desk is not None:
            KeysDialog(self._stage.desk.titles, self._stage.window).exec()

"""The settings: the office itself, and each year's lines, limits and funds."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from app import listing
from app.listing import Asked
from app.registers.settings import PROFILE, SETTINGS
from ui.dialogs.base import Dialog
from ui.dialogs.unsaved import Answer, Unsaved
from ui.record_panel import RecordPanel
from ui.register_tab import RegisterTab


class SettingsDialog(Dialog):
    """The office on the first page, a register for each rule on the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("设置", parent)
        self._pages = QTabWidget(self)
        self._pages.setDocumentMode(True)
        self._office = RecordPanel(PROFILE, self)
        self._office.show_record(next(iter(listing.ids(PROFILE, Asked())), None))
        self._pages.addTab(self._office, PROFILE.title)
        self._tabs = [RegisterTab(register, self) for register in SETTINGS if register is not PROFILE]
        for register, tab in zip(SETTINGS[1:], self._tabs, strict=True):
            self._pages.addTab(tab, register.title)
        self.body.addWidget(self._pages)
        self.foot.addStretch(1)
        self.add_button("close", "关闭").clicked.connect(self.reject)

    @classmethod
    def open_for(cls, parent: QWidget) -> None:
        """Show the settings until the person closes them."""
        dialog = cls(parent.window())
        dialog.resize(parent.window().size() * 0.9)
        dialog.exec()

    @Slot()
    def reject(self) -> None:
        if self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        return all(tab.may_leave() for tab in self._tabs) and self._office_kept()

    def _office_kept(self) -> bool:
        if not self._office.is_dirty():
            return True
        answer = Unsaved.ask(self, PROFILE.title)
        if answer is Answer.SAVE:
            return bool(self._office.save())
        return answer is Answer.DISCARD

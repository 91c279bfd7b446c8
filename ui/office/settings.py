"""The settings: the office itself, and each year's lines, limits and funds."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.keeping import keeping
from app.register import Register
from app.registry import SETTINGS
from ui.dialogs.base import Dialog
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.unsaved import Answer, Unsaved
from ui.forms.record_form import RecordForm
from ui.registers.tab import RegisterTab
from ui.widgets.tab_strip import TabStrip


class SinglePage(QFrame):
    """The one record of a register of one, such as the office's own: it is neither listed nor deleted."""

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(register.key)
        self.setProperty("role", "card")
        self._register = register
        self._form = RecordForm(register, self, make=NewRecordDialog.ask)
        self._form.load(keeping.single(register))
        save = QPushButton("保存", self)
        save.setObjectName("save")
        save.setProperty("role", "primary")
        save.setAutoDefault(False)
        save.clicked.connect(self.save)
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(save)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._form, 1)
        column.addWidget(foot)

    @Slot()
    def save(self) -> bool:
        """Keep what was typed; False when something stands against it."""
        return self._form.save() is not None

    def may_leave(self) -> bool:
        """Ask about unsaved changes, and tell whether the page may be left."""
        if not self._form.is_dirty():
            return True
        answer = Unsaved.ask(self, self._register.title)
        return bool(self.save()) if answer is Answer.SAVE else answer is Answer.DISCARD


class SettingsDialog(Dialog):
    """A page for each register of settings: the office's own record first, then the kinds of rules."""

    about = "setup"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("设置", parent)
        self._strip = TabStrip(self)
        self._stack = QStackedWidget(self)
        self._pages = [_page_of(register, self) for register in SETTINGS]
        for register, page in zip(SETTINGS, self._pages, strict=True):
            self._strip.add(register.title)
            self._stack.addWidget(page)
        self._strip.chosen.connect(self._stack.setCurrentIndex)
        self.body.addWidget(self._strip)
        self.body.addWidget(self._stack, 1)
        self.foot.addStretch(1)
        self.add_button("close", "关闭").clicked.connect(self.reject)
        # The window's own keys do not reach into a dialog in front of it.
        QShortcut(QKeySequence("Ctrl+N"), self, self._new)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)

    @classmethod
    def open_for(cls, parent: QWidget) -> None:
        """Show the settings until the person closes them."""
        dialog = cls(parent.window())
        dialog.resize(parent.window().size() * 0.9)
        dialog.exec()

    @Slot()
    def _new(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, RegisterTab):
            page.new_record()

    @Slot()
    def _save(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, SinglePage | RegisterTab):
            page.save()

    @Slot()
    def reject(self) -> None:
        if all(page.may_leave() for page in self._pages):
            super().reject()


def _page_of(register: Register, parent: QWidget) -> SinglePage | RegisterTab:
    return SinglePage(register, parent) if register.single else RegisterTab(register, parent)

"""The window: its parts, its place on the screen, its keys, and its closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from app.cipher.key import Key
from app.office import Office
from ui import keys, preferences
from ui.jobs import Jobs
from ui.widgets.screen import bring_onto_screen
from ui.window.choosing import Choosing
from ui.window.desk import Desk
from ui.window.finding import Finding
from ui.window.help import Help
from ui.window.looks import Looks
from ui.window.office_acts import OfficeActs
from ui.window.opening import Opening
from ui.window.restoring import Restoring
from ui.window.stage import Stage
from ui.window.tab_acts import TabActs
from ui.window.welcome import Welcome


class MainWindow(QMainWindow):
    """Shows one office at a time, or the welcome page; `remembers` files and place for the next start.

    Signals:
        built(): a tab was built, with all that it shows first; what it is made of stays.
        dropped(): what was shown is not any more.
    """

    built = Signal()
    dropped = Signal()

    def __init__(self, *, remembers: bool = True) -> None:
        super().__init__()
        self.stage = stage = Stage(self, remembers=remembers)
        opening = Opening(stage)
        self.restoring = Restoring(stage, opening)
        self.choosing = Choosing(stage, opening, self.restoring)
        self.office_acts = OfficeActs(stage, self.choosing)
        self.looks = Looks(stage)
        self._finding = Finding(stage, self.office_acts)
        self._tab_acts = TabActs(stage)
        self._help = Help(stage)
        self.resize(1366, 768)
        geometry = preferences.geometry("main")
        if geometry is not None:
            self.restoreGeometry(geometry)
        bring_onto_screen(self)
        self._wire_stage()
        self._wire_menu()
        stage.show_welcome()

    @property
    def jobs(self) -> Jobs:
        """What is done beside the window."""
        return self.stage.jobs

    @property
    def desk(self) -> Desk | None:
        """The open office with its tabs."""
        return self.stage.desk

    def open_file(self, path: Path, key: Key | None = None) -> bool:
        """Open an office in place of the one that is open, as `Choosing.open_file` does."""
        return self.choosing.open_file(path, key)

    def show_office(self, office: Office) -> None:
        """Show an office that was opened."""
        self.stage.show_office(office)

    @Slot()
    def come_to_the_front(self) -> None:
        """Show the window above all others, and the dialog in it that waits for an answer.

        Not once it is closed: who rang has left, and while it was busy a person may have closed it.
        """
        if self.isHidden():
            return
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        for window in filter(None, (self, QApplication.activeModalWidget())):
            window.show()
            window.raise_()
            window.activateWindow()
        QApplication.alert(self)  # where the desktop lets no program come forward by itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside dialogs Qt presses buttons by the space bar alone.
        if keys.press_focused(self, event):
            return
        if event.matches(QKeySequence.StandardKey.Undo):
            self._tab_acts.undo_by_key()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._tab_acts.redo()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.stage.locking.is_locked and not self.stage.may_leave():
            event.ignore()
            return
        if self.stage.remembers:
            preferences.remember_geometry("main", self.saveGeometry())
        self.stage.close()
        super().closeEvent(event)

    def _wire_stage(self) -> None:
        stage = self.stage
        stage.rung.connect(self.come_to_the_front)
        stage.built.connect(self.built)
        stage.dropped.connect(self.dropped)
        stage.welcomed.connect(self._wire_welcome)
        stage.settings_wanted.connect(self.office_acts.open_settings)
        stage.find_wanted.connect(self._finding.find_anything)

    @Slot(object)
    def _wire_welcome(self, page: Welcome) -> None:
        page.new_clicked.connect(self.choosing.new_office)
        page.open_clicked.connect(self.choosing.choose_file)
        page.restore_clicked.connect(self.restoring.choose_backup)
        page.sample_clicked.connect(self.choosing.open_sample)
        page.recent_clicked.connect(self.choosing.open_named)

    def _wire_menu(self) -> None:
        menu, office_acts, tab_acts = self.stage.menu, self.office_acts, self._tab_acts
        menu.new_office_chosen.connect(self.choosing.new_office)
        menu.open_chosen.connect(self.choosing.choose_file)
        menu.recent_chosen.connect(self.choosing.open_named)
        menu.restore_chosen.connect(self.restoring.choose_backup)
        menu.backup_chosen.connect(office_acts.back_up)
        menu.imports_chosen.connect(office_acts.open_imports)
        menu.described_chosen.connect(office_acts.open_described)
        menu.personal_chosen.connect(office_acts.open_personal)
        menu.check_chosen.connect(office_acts.check_ledger)
        menu.settings_chosen.connect(office_acts.open_settings)
        menu.password_chosen.connect(office_acts.open_password)
        menu.lock_chosen.connect(self.stage.locking.lock)
        menu.quit_chosen.connect(self.close)
        menu.new_chosen.connect(tab_acts.new)
        menu.save_chosen.connect(tab_acts.save)
        menu.find_chosen.connect(tab_acts.find)
        menu.print_chosen.connect(tab_acts.print)
        menu.undo_chosen.connect(tab_acts.undo)
        menu.redo_chosen.connect(tab_acts.redo)
        menu.tab_chosen.connect(tab_acts.show_tab)
        menu.find_anything_chosen.connect(self._finding.find_anything)
        menu.preferences_chosen.connect(self.looks.open_preferences)
        menu.manual_chosen.connect(self._help.open_manual)
        menu.keys_chosen.connect(self._help.show_keys)

"""The office that the window shows: its desk from opening to closing, and the pages when none is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.office import Office, close_office, current_office
from app.records.base import database
from app.records.profile import Profile, standard
from ui import preferences
from ui.doorbell import Doorbell
from ui.failures import tell
from ui.importing.progress import Progress
from ui.jobs import Jobs
from ui.preferences import LAST_TAB
from ui.window.desk import Desk
from ui.window.locking import Locking
from ui.window.main_menu import MainMenu
from ui.window.safekeeper import Safekeeper, keep_last_copy
from ui.window.side_bar import PROGRAM
from ui.window.welcome import Welcome

_WARM_AFTER_MS = 800  # when the first window is there


class Stage(QObject):
    """Shows one page at a time in a window; `remembers` files and tab for the next start.

    Signals:
        rung(): the program was started once more on the office that is open.
        built(): a tab was built, with all that it shows first; what it is made of stays.
        dropped(): what was shown is not any more.
        welcomed(Welcome): this page is shown, with its ways to an office.
        settings_wanted(): the person wants to fill in what the office is.
        find_wanted(): the person wants to find anything.
    """

    rung = Signal()
    built = Signal()
    dropped = Signal()
    welcomed = Signal(object)
    settings_wanted = Signal()
    find_wanted = Signal()

    def __init__(self, window: QMainWindow, *, remembers: bool) -> None:
        super().__init__(window)
        self.window = window
        self.remembers = remembers
        self.jobs = Jobs(self)
        self.desk: Desk | None = None
        self.locking = Locking(self.jobs, window)
        self.menu = MainMenu(window)
        self._pages = QStackedWidget(window)
        window.setCentralWidget(self._pages)
        self._doorbell: Doorbell | None = None
        self._warming = QTimer(self, singleShot=True, interval=_WARM_AFTER_MS)
        self._warming.timeout.connect(self._warm)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages.currentWidget()

    def show_office(self, office: Office) -> None:
        """Show the office that was opened; what is only looked at is not offered again."""
        if self.remembers and not office.read_only:
            preferences.remember_file(office.path)
        self.bring_desk(office)
        if not office.read_only:
            self._doorbell = Doorbell(office.path, self.rung.emit)
        self.menu.fill_recent()
        has_password = database.key is not None
        self.menu.set_office_open(True, to_write=not office.read_only, has_password=has_password)
        self.follow_profile(office)

    def follow_profile(self, office: Office) -> None:
        """Name the office in the title, and lock it, where it has a password, when nobody works in it."""
        self.window.setWindowTitle(f"{office.title} — {PROGRAM}")
        minutes = standard(Profile.lock_minutes) if database.key is not None else 0
        self.locking.idle.watch(minutes)

    def bring_desk(self, office: Office) -> Desk:
        """Build the tabs of an office, and keep copies of it while it is worked in."""
        self.desk = desk = Desk(office, self.jobs, self.menu.popup, self.window)
        desk.settings_wanted.connect(self.settings_wanted)
        desk.find_wanted.connect(self.find_wanted)
        desk.built.connect(self.built)
        self.bring(desk)
        if self.remembers:
            _show_start_tab(desk)
        if not office.read_only:
            safekeeper = Safekeeper(self.jobs, desk)
            safekeeper.copied.connect(desk.refresh)
            safekeeper.damaged.connect(self._tell_damage)
            self.locking.locked.connect(safekeeper.keep_copy)
            self.locking.unlocked.connect(desk.refresh)
        self._warming.start()
        return desk

    def show_welcome(self) -> None:
        """Show the page for when no office is open."""
        self.desk = None
        page = Welcome(self.window)
        self.menu.fill_recent()
        self.bring_alone(page)
        self.welcomed.emit(page)

    def show_work(self, words: str) -> None:
        """Show that something is done which takes a while, and of which nobody knows how long."""
        page = Progress(self.window)
        page.show_endless(words)
        self.bring(page)

    def bring_alone(self, page: QWidget) -> None:
        """Show a page that belongs to no open office."""
        self.bring(page)
        self.menu.set_office_open(False)
        self.window.setWindowTitle(PROGRAM)

    def bring(self, page: QWidget) -> None:
        """Show a page and drop the one before: its widgets speak to an office that is closed."""
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
            self.dropped.emit()

    def may_leave(self) -> bool:
        """Ask about what is unsaved; False when the person would rather stay."""
        return self.desk is None or self.desk.may_leave()

    def leave(self) -> bool:
        """Close the open office, unless the person stays with unsaved changes."""
        if not self.may_leave():
            return False
        self.close()
        if self.desk is not None:
            self.show_welcome()
        return True

    def leave_for(self, words: str) -> bool:
        """Close the office while its file is written anew; False when the person would rather stay."""
        if not self.leave():
            return False
        self.show_work(words)
        return True

    def close(self) -> None:
        """Close the open office, a copy of what was changed since the last one kept."""
        self.jobs.shut_down()
        if self._doorbell is not None:
            self._doorbell.close()
            self._doorbell = None
        self.locking.idle.watch(0)
        if current_office() is not None and not database.is_closed():  # locked: it was kept then
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                keep_last_copy()
            finally:
                QGuiApplication.restoreOverrideCursor()
        close_office()

    @Slot()
    def _warm(self) -> None:
        """Read beside the window what the first form and the last tabs would wait for."""
        from ui.window.warming import warm

        if self.desk is not None:
            self.jobs.run(warm, _nothing, on_file=False)

    @Slot(str)
    def _tell_damage(self, told: str) -> None:
        tell("台账文件有损坏", told, self.window)


def _show_start_tab(desk: Desk) -> None:
    """Show the tab with which the person begins, and remember from then on which is in front."""
    wanted = preferences.start_tab()
    key = preferences.last_tab() if wanted == LAST_TAB else wanted
    if key in desk.keys:
        desk.show_tab(key)
    desk.shown.connect(preferences.remember_last_tab)


def _nothing(_answer: None) -> None:
    """Take an answer that nobody waits for."""

"""The window: its menus and keys, the open office, and the way from one office to the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QWidget

from app import place
from app.cipher.connection import PasswordNeeded, key_for
from app.cipher.key import Key
from app.described import opened as described
from app.errors import Refused
from app.finding import FoundRecord, Titled
from app.keeping import undoing
from app.lock import Held, NoRoom
from app.office import (
    SUFFIX,
    Office,
    bring_up_to_date,
    close_office,
    create,
    current_office,
    is_outdated,
    open_office,
)
from app.records.base import database
from app.records.profile import Profile, standard
from app.safekeeping.backup import is_backup, save_copy
from app.safekeeping.restore import restore
from app.safekeeping.unlocking import unlock_office
from app.target import is_open_office
from ui import keys, preferences, theme
from ui.desk import ACT, Desk, Written
from ui.dialogs.held import HeldQuestion, HeldWish
from ui.dialogs.new_office import NewOfficeDialog
from ui.dialogs.password import UnlockDialog
from ui.dialogs.place import PlaceQuestion
from ui.dialogs.restore import BackupQuestion, RestoreQuestion, RestoreResult, Wish
from ui.doorbell import Doorbell
from ui.failures import tell
from ui.importing.progress import Progress
from ui.jobs import Jobs
from ui.locking import Locking
from ui.main_menu import MainMenu
from ui.preferences import LAST_TAB
from ui.register_pane import RegisterPane
from ui.register_tab import RegisterTab
from ui.safekeeper import Safekeeper, keep_last_copy
from ui.screen import bring_onto_screen
from ui.side_bar import PROGRAM
from ui.theme import Scheme
from ui.unlock_page import UnlockPage
from ui.welcome import Welcome

if TYPE_CHECKING:
    from ui.finder import Chosen
    from ui.password_acts import PasswordActs

_WARM_AFTER_MS = 800  # when the first window is there
_OFFICE_FILES = f"台账文件 (*{SUFFIX})"
_LARGE = 16 << 20  # bytes: less is brought up to date before anybody notices


@runtime_checkable
class Searchable(Protocol):
    """A tab with a search box."""

    def focus_search(self) -> None:
        """Put the cursor into it."""


@runtime_checkable
class Printable(Protocol):
    """A tab that can be printed from."""

    def open_prints(self) -> None:
        """Offer what there is to print, or show it."""


class MainWindow(QMainWindow):
    """Shows one office at a time, or the welcome page; `remembers` files and place for the next start.

    Signals:
        rung(): the program was started once more on the office that is open.
        built(): a tab was built, with all that it shows first; what it is made of stays.
        dropped(): what was shown is not any more.
    """

    rung = Signal()
    built = Signal()
    dropped = Signal()

    def __init__(self, *, remembers: bool = True) -> None:
        super().__init__()
        self._remembers = remembers
        self.jobs = Jobs(self)
        self.desk: Desk | None = None
        self.locking = Locking(self.jobs, self)
        self._doorbell: Doorbell | None = None
        self._password_acts: PasswordActs | None = None
        self._warming = QTimer(self, singleShot=True, interval=_WARM_AFTER_MS)
        self._warming.timeout.connect(self._warm)
        self.menu = MainMenu(self)
        self._pages = QStackedWidget(self)
        self.setCentralWidget(self._pages)
        self.resize(1366, 768)
        geometry = preferences.geometry("main")
        if geometry is not None:
            self.restoreGeometry(geometry)
        bring_onto_screen(self)
        self._wire_menu()
        self.rung.connect(self.come_to_the_front)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.show_welcome()

    def open_file(self, path: Path, key: Key | None = None) -> bool:
        """Open an office in place of the one that is open; a refusal leads to the welcome page.

        Of a backup it is asked whether to look at it or to restore it. Where the file has a password that
        the key at hand does not open, the page that asks for it is shown, and nothing is open yet.
        """
        key = key or database.key
        if _needs_password(path, key):
            self._ask_password(path)
            return False
        if not _is_backup(path, key):
            return self._open(path, key)
        wish = BackupQuestion.ask(self, path)
        if wish is Wish.RESTORE:
            return self.restore_from(path, key)
        return wish is Wish.LOOK and self._open(path, key, read_only=True)

    def _ask_password(self, path: Path) -> None:
        """Show the page that asks for the password of a file, and open the file with it."""
        if not self._leave_office():
            return
        page = UnlockPage(
            self.jobs,
            partial(unlock_office, path),
            words=("请输入密码", f"“{path.name}”有密码。"),
            acts=("打开", "返回"),
            parent=self,
        )
        page.unlocked.connect(partial(self.open_file, path))
        page.left.connect(self.show_welcome)
        self._bring(page)
        self.menu.set_office_open(False)
        self.setWindowTitle(PROGRAM)
        page.setFocus()

    def leave_for(self, words: str) -> bool:
        """Close the office while its file is written anew; False when the person would rather stay."""
        if not self._leave_office():
            return False
        page = Progress(self)
        page.show_endless(words)
        self._bring(page)
        return True

    def _open(self, path: Path, key: Key | None, *, read_only: bool = False) -> bool:
        if not self._leave_office():
            return False
        if not read_only and is_outdated(path, key) and path.stat().st_size >= _LARGE:
            self._bring_up_to_date(path, key)
            return False
        return self._open_now(path, key, read_only=read_only)

    def _bring_up_to_date(self, path: Path, key: Key | None) -> None:
        """Bring a large file of an earlier version up to date beside the window, and open it then."""
        page = Progress(self)
        page.show_endless("台账由旧版本的程序保存，正在升级，请稍候…")
        self._bring(page)

        def open_it(_answer: object) -> None:  # where it failed opening it asks, or says why
            self._open_now(path, key, read_only=False)

        self.jobs.run(partial(bring_up_to_date, path, key), open_it, open_it, on_file=False)

    def _open_now(self, path: Path, key: Key | None, *, read_only: bool) -> bool:
        try:
            office = self._opened(path, key, read_only=read_only)
        except Refused as refused:
            self.show_welcome()
            tell("没有打开", str(refused), self)
            return False
        self.show_office(office)
        self._doubt_place(office)
        if unusable := described.unusable():
            told = "；".join(f"“{title}”：{why}" for title, why in unusable.items())
            tell("有的自设台账不能使用", told, self)
        return True

    def _opened(self, path: Path, key: Key | None, *, read_only: bool) -> Office:
        """Open an office; where it is open elsewhere it is asked whether to look at it. May raise Refused.

        On a full disk it is opened to be looked at.
        """
        try:
            return open_office(path, key, read_only=read_only)
        except Held as held:
            wish = HeldQuestion.ask(self, path, held)
            if wish is HeldWish.LEAVE:
                raise
            looks, takes_over = wish is HeldWish.LOOK, wish is HeldWish.TAKE_OVER
            return open_office(path, key, read_only=looks, by_force=takes_over)
        except NoRoom as full:
            return self._looked_at(path, key, full)

    def _looked_at(self, path: Path, key: Key | None, full: NoRoom) -> Office:
        """Open an office to be looked at, and say why; one that needs room to be opened is refused."""
        try:
            office = open_office(path, key, read_only=True)
        except Refused as refused:
            raise Refused(f"磁盘已满，没有打开“{path.name}”。请清理磁盘后再打开它。") from refused
        tell("只读打开", str(full), self)
        return office

    def show_office(self, office: Office) -> None:
        """Show the office that was opened; what is only looked at is not offered again."""
        if self._remembers and not office.read_only:
            preferences.remember_file(office.path)
        self._bring_desk(office)
        if not office.read_only:
            self._doorbell = Doorbell(office.path, self.rung.emit)
        self.menu.fill_recent()
        has_password = database.key is not None
        self.menu.set_office_open(True, to_write=not office.read_only, has_password=has_password)
        self._watch_idleness()
        self.setWindowTitle(f"{office.title} — {PROGRAM}")

    def _bring_desk(self, office: Office) -> Desk:
        """Build the tabs of an office, and keep copies of it while it is worked in."""
        self.desk = desk = Desk(office, self.jobs, self.menu.popup, self)
        self.desk.settings_wanted.connect(self.open_settings)
        self.desk.find_wanted.connect(self.find_anything)
        self.desk.built.connect(self.built)
        self._bring(self.desk)
        if self._remembers:
            self._show_start_tab(self.desk)
        if not office.read_only:
            safekeeper = Safekeeper(self.jobs, self.desk)
            safekeeper.copied.connect(self.desk.refresh)
            safekeeper.damaged.connect(self._tell_damage)
            self.locking.locked.connect(safekeeper.keep_copy)
            self.locking.unlocked.connect(self.desk.refresh)
        self._warming.start()
        return desk

    def _show_start_tab(self, desk: Desk) -> None:
        """Show the tab with which the person begins, and remember from then on which is in front."""
        wanted = preferences.start_tab()
        key = preferences.last_tab() if wanted == LAST_TAB else wanted
        if key in desk.keys:
            desk.show_tab(key)
        desk.shown.connect(preferences.remember_last_tab)

    @Slot()
    def _warm(self) -> None:
        """Read beside the window what the first form and the last tabs would wait for."""
        from ui.warming import warm

        if self.desk is not None:
            self.jobs.run(warm, _nothing, on_file=False)

    def restore_from(self, backup: Path, key: Key | None = None) -> bool:
        """Put a backup in the place of the open office, or of one that is chosen, and open it.

        For one whose password is not that of the open office it is asked for.
        """
        office, own = current_office(), database.key
        key = key or own
        if _needs_password(backup, key):
            key = UnlockDialog.ask(self.jobs, backup, partial(unlock_office, backup), self)
            if key is None:
                return False
        target = office.path if office is not None and not office.read_only else None
        target = target or RestoreQuestion.place(self, backup, preferences.recent_files())
        try:
            confirmed = target is not None and RestoreQuestion.ask(self, backup, target)
            if not confirmed or target is None or not self._leave_office():
                return False
            restored = restore(backup, target, key)
        except Refused as refused:
            tell("没有恢复", str(refused), self)
            if self.desk is None and office is not None:
                self._open(office.path, own, read_only=office.read_only)
            return False
        opened = self.open_file(restored.path, key)
        RestoreResult.announce(self, restored)
        return opened

    def _doubt_place(self, office: Office) -> None:
        """Tell once that a share, a stick or a synchronised folder is no place to work in."""
        doubt = place.doubt(office.path)
        if doubt is None or not self._remembers or preferences.was_warned(office.path):
            return
        preferences.remember_warning(office.path)
        target = PlaceQuestion.ask(self, office.path, doubt)
        if target is None:
            return
        try:
            save_copy(target)
        except Refused as refused:
            tell("没有另存", str(refused), self)
            return
        self.open_file(target)

    def show_welcome(self) -> None:
        """Show the page for when no office is open."""
        self.desk = None
        page = Welcome(self)
        page.new_clicked.connect(self.new_office)
        page.open_clicked.connect(self.choose_file)
        page.restore_clicked.connect(self.choose_backup)
        page.sample_clicked.connect(self.open_sample)
        page.recent_clicked.connect(self._open_named)
        self._bring(page)
        self.menu.fill_recent()
        self.menu.set_office_open(False)
        self.setWindowTitle(PROGRAM)

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
        if not keys.press_focused(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.locking.is_locked and self.desk is not None and not self.desk.may_leave():
            event.ignore()
            return
        if self._remembers:
            preferences.remember_geometry("main", self.saveGeometry())
        self._close_office()
        super().closeEvent(event)

    @Slot()
    def new_office(self) -> None:
        """Ask for a new office, create it and show it; a refusal leads to the welcome page."""
        answer = NewOfficeDialog.ask(self)
        if answer is None or not self._leave_office():
            return
        try:
            office = create(answer.path, answer.name, code=answer.code)
        except Refused as refused:
            self.show_welcome()
            tell("没有新建", str(refused), self)
            return
        self.show_office(office)

    @Slot()
    def choose_file(self) -> None:
        """Ask for an office file and open it."""
        office = current_office()
        folder = str(office.path.parent) if office else str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self, "打开台账", folder, _OFFICE_FILES)
        if name:
            self.open_file(Path(name))

    @Slot()
    def open_sample(self) -> None:
        """Build the sample office where the person likes, and show it."""
        from ui.dialogs.sample import SampleDialog

        start = str(Path.home() / f"示例台账{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self, "示例台账放在哪里", start, _OFFICE_FILES)
        if not name or not self._leave_office():
            return
        path = Path(name)
        if not path.exists():
            made = SampleDialog.make(self, path)
            if made.trouble:
                tell("没有生成示例", made.trouble, self)
            if not made.made:
                return
        self.open_file(path)

    @Slot()
    def open_settings(self) -> None:
        """Show the settings of the office; name and desk are read again afterwards."""
        from ui.dialogs.settings import SettingsDialog

        office = current_office()
        if self.desk is not None and office is not None:
            SettingsDialog.open_for(self)
            self.desk.reload()
            self._watch_idleness()
            self.setWindowTitle(f"{office.title} — {PROGRAM}")

    @Slot()
    def open_preferences(self) -> None:
        """Ask how the program looks and begins on this computer."""
        from ui.dialogs.preferences import PreferencesDialog

        office, desk = current_office(), self.desk
        can_note = desk is not None and office is not None and not office.read_only
        tabs = list(zip(desk.keys, desk.titles, strict=True)) if desk is not None and can_note else []
        dialog = PreferencesDialog(tabs, self)
        dialog.size_wanted.connect(self._choose_size)
        dialog.scheme_wanted.connect(self._choose_scheme)
        dialog.exec()

    @Slot(int)
    def _choose_size(self, percent: int) -> None:
        """Write everything larger or smaller, unless the person stays with what is unsaved."""
        if self._may_look_anew():
            preferences.remember_text_size(percent)
            self._look_anew(lambda app: theme.choose_size(app, percent))

    @Slot(object)
    def _choose_scheme(self, scheme: Scheme) -> None:
        """Wear other colours, unless the person stays with what is unsaved."""
        if self._may_look_anew():
            preferences.remember_scheme(scheme)
            self._look_anew(lambda app: theme.choose(app, scheme))

    def _may_look_anew(self) -> bool:
        return self.desk is None or self.locking.is_locked or self.desk.may_leave()

    @Slot()
    def _follow_system(self) -> None:
        """Wear the colours that the system has turned to, without disturbing a person who is at something."""
        desk = self.desk
        if QApplication.activeModalWidget() is None and (desk is None or not desk.is_dirty()):
            self._look_anew(theme.follow_system)
        else:
            theme.follow_system(_application())

    def _look_anew(self, change: Callable[[QApplication], None]) -> None:
        """Change how everything looks. What is shown is built anew: restyling its widgets takes seconds."""
        office, desk = current_office(), self.desk
        if desk is None or office is None or self.locking.is_locked:
            change(_application())
            if isinstance(self._pages.currentWidget(), Welcome):
                self.show_welcome()
            return
        key = desk.front_key
        self._bring(QWidget(self))
        QCoreApplication.sendPostedEvents(desk, QEvent.Type.DeferredDelete)
        change(_application())
        self._bring_desk(office).show_tab(key)

    @Slot()
    def open_manual(self) -> None:
        """Show the manual at what is in front."""
        from ui.manual.document import page_for
        from ui.manual.window import ManualWindow

        desk = self.desk
        ManualWindow.open_at(page_for(desk.front_key if desk is not None else "welcome", "record"), self)

    @Slot()
    def show_keys(self) -> None:
        """Show the window of shortcuts."""
        from ui.dialogs.keys import KeysDialog

        if self.desk is not None:
            KeysDialog(self.desk.titles, self).exec()

    @Slot()
    def open_password(self) -> None:
        """Ask what shall be done about the password of the office."""
        from ui.password_acts import PasswordActs

        office = current_office()
        if self.desk is not None and office is not None and not office.read_only:
            if self._password_acts is None:
                self._password_acts = PasswordActs(
                    self.jobs, self, leave=self.leave_for, reopen=self.open_file
                )
            self._password_acts.begin(office)

    def _watch_idleness(self) -> None:
        """Lock an office with a password when nobody has worked in it for as long as its settings say."""
        minutes = standard(Profile.lock_minutes) if database.key is not None else 0
        self.locking.idle.watch(minutes)

    @Slot()
    def open_imports(self) -> None:
        """Show the imports that were done; one of them may be taken back."""
        from ui.importing.imports_dialog import ImportsDialog

        if self.desk is not None and self.desk.may_leave() and ImportsDialog.open_for(self.jobs, self):
            self.desk.reload()

    @Slot()
    def open_described(self) -> None:
        """Show the registers of the office's own; the tabs are built anew where one was made or changed."""
        from ui.described.registers_dialog import RegistersDialog  # not on the way to the first window

        office = current_office()
        if self.desk is None or office is None or office.read_only or not self.desk.may_leave():
            return
        done = RegistersDialog.open_for(self.jobs, self)
        if not done.changed:
            return
        self._bring_desk(office)
        if done.key:
            self.desk.go_to(done.key, 0)
        if done.said:
            tell("自设台账", done.said, self)

    @Slot()
    def open_personal(self) -> None:
        """Show what was given out of what is told of people, and what is kept no longer."""
        from ui.dialogs.personal import PersonalDialog  # not on the way to the first window

        if self.desk is not None:
            dialog = PersonalDialog(self, self.jobs)
            dialog.show()

    @Slot()
    def check_ledger(self) -> None:
        """Show what is wrong with the file and what does not agree in the ledger, and the records meant."""
        from ui.dialogs.check import CheckDialog  # not on the way to the first window

        office = current_office()
        if self.desk is None or office is None or not self.desk.may_leave():
            return
        chosen = CheckDialog.choose(office, self.jobs, self)
        if chosen is not None:
            self.desk.go_to_records(*chosen)

    @Slot()
    def back_up(self) -> None:
        """Copy the office to another folder."""
        if self.desk is not None:
            self.desk.backing_up.begin()

    @Slot()
    def choose_backup(self) -> None:
        """Ask for a backup to restore from."""
        office = current_office()
        backup: Path | None = None
        elsewhere = True
        if office is not None and not office.read_only:
            from ui.dialogs.copies import CopiesDialog

            asked = CopiesDialog.ask(office.path, self.jobs, self)
            backup, elsewhere = asked.chosen, asked.elsewhere
            asked.deleteLater()
        if elsewhere:
            backup = RestoreQuestion.choose(self, preferences.folder("backup") or str(Path.home()))
        if backup is not None:
            self.restore_from(backup)

    @Slot(str)
    def _open_named(self, name: str) -> None:
        self.open_file(Path(name))

    @Slot(int)
    def _show_tab(self, number: int) -> None:
        if self.desk is not None and number < len(self.desk.keys):
            self.desk.show_tab(self.desk.keys[number])

    @property
    def _register_tab(self) -> RegisterTab | None:
        return self._front if isinstance(self._front, RegisterTab) else None

    @property
    def _front(self) -> QWidget | None:
        return self.desk.front if self.desk is not None else None

    @property
    def _editing_tab(self) -> Written | None:
        return self._front if isinstance(self._front, Written) else None

    @Slot()
    def _new(self) -> None:
        if tab := self._register_tab:
            tab.new_record()

    @Slot()
    def _save(self) -> None:
        if tab := self._editing_tab:
            tab.save()

    @Slot()
    def _find(self) -> None:
        if isinstance(self._front, Searchable):
            self._front.focus_search()

    @Slot()
    def find_anything(self) -> None:
        """Open the box in which people, cases, prints, figures, settings and acts are found."""
        from ui.finder import Finder  # not on the way to the first window

        if self.desk is not None:
            finder = Finder(self._acts, self)
            finder.chosen.connect(self._go_to_found)
            finder.open()

    def _acts(self) -> list[Titled]:
        """Return what can be done, as the menus and the lists have it."""
        assert self.desk is not None
        own = [Titled(action.text().rstrip("…"), ACT, action.trigger) for action in self.menu.acts()]
        return [*own, *self.desk.acts()]

    @Slot(object)
    def _go_to_found(self, chosen: Chosen) -> None:
        found, desk = chosen.found, self.desk
        if desk is None:
            return
        if isinstance(found, FoundRecord):
            show = desk.show_everything if chosen.everything else desk.go_to
            show(found.register_key, found.record_id)
            return
        ways: dict[str, Callable[[Any], object]] = {
            "台账": lambda key: desk.go_to(key, 0),
            "设置": lambda _key: self.open_settings(),
            "打印": lambda paper: desk.print_paper(*paper),
            "统计": desk.show_figure,
            ACT: lambda act: act(),
        }
        ways[found.kind](found.target)

    @Slot()
    def _print(self) -> None:
        if isinstance(self._front, Printable):
            self._front.open_prints()

    @Slot()
    def _undo(self) -> None:
        self._go_back(RegisterPane.undo, undoing.undo, "撤销")

    @Slot()
    def _redo(self) -> None:
        self._go_back(RegisterPane.redo, undoing.redo, "重做")

    def _go_back(self, of_pane: Callable[[RegisterPane], None], act: Callable[[], str], word: str) -> None:
        """Take back or do again: in a list it says below what that was, elsewhere in a box."""
        if self.desk is None:
            return
        if (tab := self._register_tab) is not None:
            of_pane(tab.pane)
        elif self.desk.may_leave():
            try:
                tell(f"已{word}", act(), self)
            except Refused as refused:
                tell(f"没有{word}", str(refused), self)
            self.desk.reload()

    def _wire_menu(self) -> None:
        menu = self.menu
        menu.new_office_chosen.connect(self.new_office)
        menu.open_chosen.connect(self.choose_file)
        menu.recent_chosen.connect(self._open_named)
        menu.backup_chosen.connect(self.back_up)
        menu.restore_chosen.connect(self.choose_backup)
        menu.imports_chosen.connect(self.open_imports)
        menu.described_chosen.connect(self.open_described)
        menu.personal_chosen.connect(self.open_personal)
        menu.check_chosen.connect(self.check_ledger)
        menu.settings_chosen.connect(self.open_settings)
        menu.keys_chosen.connect(self.show_keys)
        menu.preferences_chosen.connect(self.open_preferences)
        menu.manual_chosen.connect(self.open_manual)
        menu.password_chosen.connect(self.open_password)
        menu.lock_chosen.connect(self.locking.lock)
        menu.quit_chosen.connect(self.close)
        menu.new_chosen.connect(self._new)
        menu.save_chosen.connect(self._save)
        menu.find_chosen.connect(self._find)
        menu.find_anything_chosen.connect(self.find_anything)
        menu.print_chosen.connect(self._print)
        menu.undo_chosen.connect(self._undo)
        menu.redo_chosen.connect(self._redo)
        menu.tab_chosen.connect(self._show_tab)

    def _leave_office(self) -> bool:
        """Close the open office, unless the person stays with unsaved changes."""
        if self.desk is not None and not self.desk.may_leave():
            return False
        self._close_office()
        if self.desk is not None:
            self.show_welcome()
        return True

    def _close_office(self) -> None:
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

    @Slot(str)
    def _tell_damage(self, told: str) -> None:
        tell("台账文件有损坏", told, self)

    def _bring(self, page: QWidget) -> None:
        """Show a page and drop the one before: its widgets speak to an office that is closed."""
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
            self.dropped.emit()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _nothing(_answer: None) -> None:
    """Take an answer that nobody waits for."""


def _needs_password(path: Path, key: Key | None) -> bool:
    """Tell whether a file has a password that the key at hand does not open; same warning as below."""
    try:
        if not is_open_office(path):
            key_for(path, key)
    except PasswordNeeded:
        return True
    except (OSError, Refused):
        return False  # opening it says what is wrong
    return False


def _is_backup(path: Path, key: Key | None) -> bool:
    """Tell whether a file is a backup, be it looked at already.

    The open office is told by its name alone: reading its bytes would drop SQLite's lock.
    """
    try:
        if is_open_office(path):
            opened = current_office()
            return opened is not None and opened.is_backup
        return is_backup(path, key)
    except (OSError, Refused):
        return False  # opening it says what is wrong

"""Which office is shown: one that is chosen, made, or looked at as a sample."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from app.cipher.key import Key
from app.errors import Refused
from app.office import SUFFIX, create, current_office
from app.records.base import database
from app.safekeeping.backup import is_backup
from app.safekeeping.unlocking import unlock_office
from app.target import is_open_office
from ui.failures import tell
from ui.office.new_office import NewOfficeDialog
from ui.office.restore import BackupQuestion, Wish
from ui.office.unlock_page import UnlockPage
from ui.window.opening import Opening, needs_password
from ui.window.restoring import Restoring
from ui.window.stage import Stage

_OFFICE_FILES = f"台账文件 (*{SUFFIX})"


class Choosing(QObject):
    """Asks for an office, and for the password of its file, and has it shown."""

    def __init__(self, stage: Stage, opening: Opening, restoring: Restoring) -> None:
        super().__init__(stage)
        self._stage = stage
        self._opening = opening
        self._restoring = restoring
        self._window = stage.window

    def open_file(self, path: Path, key: Key | None = None) -> bool:
        """Open an office in place of the one that is open; a refusal leads to the welcome page.

        Of a backup it is asked whether to look at it or to restore it. Where the file has a password that
        the key at hand does not open, the page that asks for it is shown, and nothing is open yet.
        """
        key = key or database.key
        if needs_password(path, key):
            self._ask_password(path)
            return False
        if not _is_backup(path, key):
            return self._opening.open(path, key)
        wish = BackupQuestion.ask(self._window, path)
        if wish is Wish.RESTORE:
            return self._restoring.restore_from(path, key)
        return wish is Wish.LOOK and self._opening.open(path, key, read_only=True)

    @Slot(str)
    def open_named(self, name: str) -> None:
        """Open the file of this name."""
        self.open_file(Path(name))

    def _ask_password(self, path: Path) -> None:
        """Show the page that asks for the password of a file, and open the file with it."""
        if not self._stage.leave():
            return
        page = UnlockPage(
            self._stage.jobs,
            partial(unlock_office, path),
            words=("请输入密码", f"“{path.name}”有密码。"),
            acts=("打开", "返回"),
            parent=self._window,
        )
        page.unlocked.connect(partial(self.open_file, path))
        page.left.connect(self._stage.show_welcome)
        self._stage.bring_alone(page)
        page.setFocus()

    @Slot()
    def new_office(self) -> None:
        """Ask for a new office, create it and show it; a refusal leads to the welcome page."""
        answer = NewOfficeDialog.ask(self._window)
        if answer is None or not self._stage.leave():
            return
        try:
            office = create(answer.path, answer.name, code=answer.code)
        except Refused as refused:
            self._stage.show_welcome()
            tell("没有新建", str(refused), self._window)
            return
        self._stage.show_office(office)

    @Slot()
    def choose_file(self) -> None:
        """Ask for an office file and open it."""
        office = current_office()
        folder = str(office.path.parent) if office else str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, "打开台账", folder, _OFFICE_FILES)
        if name:
            self.open_file(Path(name))

    @Slot()
    def open_sample(self) -> None:
        """Build the sample office where the person likes, and show it."""
        from ui.office.sample import SampleDialog

        start = str(Path.home() / f"示例台账{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, "示例台账放在哪里", start, _OFFICE_FILES)
        if not name or not self._stage.leave():
            return
        path = Path(name)
        if not path.exists():
            made = SampleDialog.make(self._window, path)
            if made.trouble:
                tell("没有生成示例", made.trouble, self._window)
            if not made.made:
                return
        self.open_file(path)


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

"""Opening an office: what may stand against it, and what is asked and told then."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app import place
from app.cipher.connection import PasswordNeeded, key_for
from app.cipher.key import Key
from app.described import opened as described
from app.errors import Refused
from app.lock import Held, NoRoom
from app.office import Office, bring_up_to_date, is_outdated, open_office
from app.records.base import database
from app.safekeeping.backup import save_copy
from app.target import is_open_office
from ui import preferences
from ui.failures import tell
from ui.office.held import HeldQuestion, HeldWish
from ui.office.place import PlaceQuestion
from ui.window.stage import Stage

_LARGE = 16 << 20  # bytes: less is brought up to date before anybody notices


class Opening(QObject):
    """Opens an office in place of the one that is open; a refusal leads to the welcome page."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._window = stage.window

    def open(self, path: Path, key: Key | None, *, read_only: bool = False) -> bool:
        """Open a file; False while it is brought up to date first, and where it stays closed."""
        if not self._stage.leave():
            return False
        if not read_only and is_outdated(path, key) and path.stat().st_size >= _LARGE:
            self._bring_up_to_date(path, key)
            return False
        return self._open_now(path, key, read_only=read_only)

    def _bring_up_to_date(self, path: Path, key: Key | None) -> None:
        """Bring a large file of an earlier version up to date beside the window, and open it then."""
        self._stage.show_work("台账由旧版本的程序保存，正在升级，请稍候…")

        def open_it(_answer: object) -> None:  # where it failed opening it asks, or says why
            self._open_now(path, key, read_only=False)

        self._stage.jobs.run(partial(bring_up_to_date, path, key), open_it, open_it, on_file=False)

    def _open_now(self, path: Path, key: Key | None, *, read_only: bool) -> bool:
        try:
            office = self._opened(path, key, read_only=read_only)
        except Refused as refused:
            self._stage.show_welcome()
            tell("没有打开", str(refused), self._window)
            return False
        self._stage.show_office(office)
        self._doubt_place(office)
        if unusable := described.unusable():
            told = "；".join(f"“{title}”：{why}" for title, why in unusable.items())
            tell("有的自设台账不能使用", told, self._window)
        return True

    def _opened(self, path: Path, key: Key | None, *, read_only: bool) -> Office:
        """Open an office; where it is open elsewhere it is asked whether to look at it. May raise Refused.

        On a full disk it is opened to be looked at.
        """
        try:
            return open_office(path, key, read_only=read_only)
        except Held as held:
            wish = HeldQuestion.ask(self._window, path, held)
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
        tell("只读打开", str(full), self._window)
        return office

    def _doubt_place(self, office: Office) -> None:
        """Tell once that a share, a stick or a synchronised folder is no place to work in."""
        doubt = place.doubt(office.path)
        if doubt is None or not self._stage.remembers or preferences.was_warned(office.path):
            return
        preferences.remember_warning(office.path)
        target = PlaceQuestion.ask(self._window, office.path, doubt)
        if target is None:
            return
        try:
            save_copy(target)
        except Refused as refused:
            tell("没有另存", str(refused), self._window)
            return
        self.open(target, database.key)


def needs_password(path: Path, key: Key | None) -> bool:
    """Tell whether a file has a password that the key at hand does not open.

    The open office is told by its name alone: reading its bytes would drop SQLite's lock.
    """
    try:
        if not is_open_office(path):
            key_for(path, key)
    except PasswordNeeded:
        return True
    except (OSError, Refused):
        return False  # opening it says what is wrong
    return False

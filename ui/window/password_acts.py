"""Setting, changing and taking away the password of the open office, and its recovery sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.cipher.key import Key
from app.errors import Refused
from app.office import Office
from app.records.base import database
from ui.dialogs.question import Role, choose
from ui.failures import explain_error, tell
from ui.jobs import Jobs
from ui.office.password import PasswordDialog, PasswordWish, ask_wish
from ui.registers.printing import Made, make_pdf

_SHEET = "台账恢复页"


class PasswordActs(QObject):
    """Asks what shall be done about the password, and has it done beside the window.

    The office is closed meanwhile and opened again afterwards.
    """

    def __init__(
        self,
        jobs: Jobs,
        window: QWidget,
        *,
        leave: Callable[[str], bool],
        reopen: Callable[[Path, Key | None], bool],
    ) -> None:
        """Begin with nothing to do.

        `leave` closes the office and shows why, False where the person stays; `reopen` opens a file.
        """
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._leave = leave
        self._reopen = reopen
        self._path = Path()
        self._old: Key | None = None
        self._new: Key | None = None

    def begin(self, office: Office) -> None:
        """Ask, and begin."""
        present = database.key
        wish = ask_wish(self._window) if present is not None else PasswordWish.CHANGE
        if wish is PasswordWish.SHEET:
            self.show_sheet()
        elif wish is not PasswordWish.LEAVE:
            removes = wish is PasswordWish.REMOVE
            done, made = PasswordDialog.ask(self._jobs, present, self._window, removes=removes)
            if done:
                self._change(office.path, present, made)

    def show_sheet(self) -> None:
        """Show the recovery sheet, to be printed."""
        from app.safekeeping.recovery_sheet import write  # not on the way to the first window

        self._jobs.run(partial(make_pdf, _SHEET, partial(write, printed_at=datetime.now())), self._preview)

    def _change(self, path: Path, old: Key | None, new: Key | None) -> None:
        from app.safekeeping.password import change_key

        self._path, self._old, self._new = path, old, new
        if self._leave("正在重新写台账文件，请稍候…"):
            self._jobs.run(partial(change_key, path, old, new), self._done, self._failed, on_file=False)

    @Slot(object)
    def _done(self, _nothing: None) -> None:
        new, had_one = self._new, self._old is not None
        self._forget()
        if not self._reopen(self._path, new) or new is None:
            return
        self._offer_for_copies(new)
        more = "请现在打印恢复页并锁进保险柜：忘了密码，只有它能打开台账。"
        if had_one:
            more += "以前的备份仍要原来的密码，以前的恢复页与那些备份一同保管。"
        words = "密码改好了" if had_one else "密码设好了"
        answers = (("打印恢复页…", Role.AcceptRole, True), ("以后再说", Role.RejectRole, False))
        if choose(self._window, words, words, more, answers):
            self.show_sheet()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        old = self._old
        self._forget()
        if isinstance(error, Refused):
            tell("没有改密码", str(error), self._window)
        else:
            explain_error(error)
        self._reopen(self._path, old)

    def _forget(self) -> None:
        self._old = self._new = None

    def _offer_for_copies(self, key: Key) -> None:
        """Ask what shall become of the copies that anybody can read."""
        from app.safekeeping.plain_copies import encrypt_copies, plain_copies, remove_copies

        copies = plain_copies(self._path)
        if not copies:
            return
        wish = choose(
            self._window,
            "以前的备份",
            f"以前的 {len(copies)} 份备份没有密码，谁拿到都能打开",
            "可以一并加密，或者删除。不在这台电脑上的备份（例如没插上的U盘）请自己处理。"
            "磁盘上删除过的旧文件，专门的软件也许还能读出来。",
            (
                ("一并加密", Role.AcceptRole, "encrypt"),
                ("删除这些备份", Role.DestructiveRole, "remove"),
                ("留着不动", Role.RejectRole, "keep"),
            ),
        )
        if wish == "encrypt":
            self._jobs.run(partial(encrypt_copies, copies, key), self._encrypted, on_file=False)
        elif wish == "remove":
            self._jobs.run(partial(remove_copies, copies), self._removed, on_file=False)

    @Slot(object)
    def _encrypted(self, refused: list[tuple[Path, str]]) -> None:
        if refused:
            path, why = refused[0]
            tell(f"有 {len(refused)} 份备份没有加密", f"“{path}”：{why}", self._window)

    @Slot(object)
    def _removed(self, left: list[Path]) -> None:
        if left:
            tell(f"有 {len(left)} 份备份没有删除", f"“{left[0]}”等，请检查写权限。", self._window)

    @Slot(object)
    def _preview(self, made: Made) -> None:
        from ui.dialogs.preview import Preview

        Preview.open_for(self._window, made.path, made.title, made.missing)

"""The dialogs about the password: to set one, to change or take it away, and to ask for that of a backup."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from app.cipher.key import Key, check_new_password, new_key
from app.cipher.unlocking import require_word
from app.errors import Invalid, Refused
from app.rules.passwords import weakness
from ui.dialogs.base import Dialog
from ui.dialogs.question import Role, choose
from ui.failures import explain_error
from ui.jobs import Jobs
from ui.look import theme
from ui.office.password_line import PasswordLine
from ui.office.unlock_page import UnlockPage

_ABOUT = (
    "设了密码，台账文件和以后的备份都会加密，没有密码谁也打不开。"
    "忘了密码没有别的办法：设好以后请打印恢复页，锁进保险柜。"
)
_TAKEN_AWAY = "取消密码以后，谁拿到台账文件都能打开。以前的备份仍要原来的密码。"


class PasswordWish(Enum):
    """What shall be done about the password that an office has."""

    CHANGE = auto()
    REMOVE = auto()
    SHEET = auto()
    LEAVE = auto()


def ask_wish(parent: QWidget) -> PasswordWish:
    """Ask what shall be done; whoever closes the box leaves all as it is."""
    return choose(
        parent,
        "密码",
        "这个台账有密码",
        "恢复页上的恢复码在忘记密码时打开台账。改了密码，以前的恢复页就打不开新的文件，要重新打印。",
        (
            ("改密码…", Role.AcceptRole, PasswordWish.CHANGE),
            ("打印恢复页…", Role.ActionRole, PasswordWish.SHEET),
            ("取消密码…", Role.DestructiveRole, PasswordWish.REMOVE),
            ("关闭", Role.RejectRole, PasswordWish.LEAVE),
        ),
    )


class PasswordDialog(Dialog):
    """Asks for the present password, where there is one, and twice for the new one, where there shall be one.

    `made` is the new key after it was accepted, None for no password.
    """

    about = "password"

    def __init__(
        self, jobs: Jobs, present: Key | None, parent: QWidget | None = None, *, removes: bool
    ) -> None:
        title = "取消密码" if removes else "改密码" if present is not None else "设密码"
        super().__init__(title, parent)
        self.made: Key | None = None
        self._jobs = jobs
        self._present = present
        self._removes = removes
        self._form = QFormLayout()
        self._old = self._add("old_password", "现在的密码") if present is not None else None
        self._new = None if removes else self._add("new_password", "新密码")
        self._again = None if removes else self._add("new_password_again", "再输一次")
        self.add_note(_TAKEN_AWAY if removes else _ABOUT)
        self.body.addLayout(self._form)
        self._do = self.add_foot(title)
        if self._new is not None:
            self._new.line.textEdited.connect(self._judge)
        self.setMinimumWidth(theme.length(540))

    @classmethod
    def ask(
        cls, jobs: Jobs, present: Key | None, parent: QWidget, *, removes: bool = False
    ) -> tuple[bool, Key | None]:
        """Ask; return whether the person went on, and the new key."""
        dialog = cls(jobs, present, parent.window(), removes=removes)
        return bool(dialog.exec()), dialog.made

    @Slot()
    def accept(self) -> None:
        """Check what was typed, the passwords themselves on the worker."""
        if not self._do.isEnabled():
            return
        if (problem := self._problem_with_new()) and self._new is not None:
            self.show_message(problem)
            self._new.setFocus()
            return
        self._do.setEnabled(False)
        self.show_message("正在核对密码…", "quiet")
        old = self._old.text() if self._old is not None else ""
        new = self._new.text() if self._new is not None else None
        self._jobs.run(partial(_made, self._present, old, new), self._go_on, self._refuse, on_file=False)

    def _problem_with_new(self) -> str:
        if self._new is None or self._again is None:
            return ""
        try:
            check_new_password(self._new.text())
        except Invalid as error:
            return f"{error}。"
        return "" if self._new.text() == self._again.text() else "两次输入的密码不一样，请再输一次。"

    @Slot(object)
    def _go_on(self, made: Key | None) -> None:
        self.made = made
        super().accept()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._do.setEnabled(True)
        if not isinstance(error, Refused):
            explain_error(error)
            return
        self.show_message(str(error))
        if self._old is not None:
            self._old.line.selectAll()
            self._old.setFocus()

    @Slot(str)
    def _judge(self, password: str) -> None:
        """Say in one sentence how good the new password is."""
        assert self._new is not None
        try:
            check_new_password(password)
        except Invalid as error:
            self._new.tell(f"{error}。" if password else "")
            return
        weak = weakness(password)
        self._new.tell(f"{weak}。" if weak else "不容易猜中。", "warn" if weak else "good")

    def _add(self, name: str, label: str) -> PasswordLine:
        line = PasswordLine(name, label, self)
        self._form.addRow(label, line)
        return line


def _made(present: Key | None, old: str, new: str | None) -> Key | None:
    """Check the present password and derive the new key: takes some tenths of a second."""
    if present is not None:
        require_word(old, present)
    return new_key(new) if new is not None else None


class UnlockDialog(Dialog):
    """Asks for the password of one file, in front of the office that is open."""

    about = "password"

    def __init__(self, jobs: Jobs, path: Path, look: Callable[[str], Key], parent: QWidget) -> None:
        super().__init__("密码", parent)
        self.key: Key | None = None
        page = UnlockPage(
            jobs, look, words=("请输入密码", f"“{path.name}”有密码。"), acts=("打开", "取消"), parent=self
        )
        page.unlocked.connect(self._found)
        page.left.connect(self.reject)
        self.body.addWidget(page)
        page.setFocus()

    @classmethod
    def ask(cls, jobs: Jobs, path: Path, look: Callable[[str], Key], parent: QWidget) -> Key | None:
        """Ask; None when the person thought better of it."""
        dialog = cls(jobs, path, look, parent.window())
        dialog.exec()
        return dialog.key

    @Slot(object)
    def _found(self, key: Key) -> None:
        self.key = key
        self.accept()

"""The page that asks for the password: before an office with one is opened, and while it is locked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.cipher.key import Key
from app.errors import Refused
from ui.failures import explain_error
from ui.jobs import Jobs
from ui.look import theme
from ui.look.theme import show_sentence
from ui.office.password_line import PasswordLine

_HINT = "忘了密码，在这里输入恢复页上的恢复码。"


class UnlockPage(QWidget):
    """Leads from what is typed to the key, beside the window.

    Signals:
        unlocked(object): the Key.
        left(): the person would rather not.
    """

    unlocked = Signal(object)
    left = Signal()

    def __init__(
        self,
        jobs: Jobs,
        look: Callable[[str], Key],
        *,
        words: tuple[str, str],
        acts: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Ask: `look` finds the key on the worker, or raises Refused.

        `words` are what is asked and of what; `acts` what the buttons say: to open, and to leave.
        """
        super().__init__(parent)
        self.setObjectName("unlock")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs = jobs
        self._look = look
        self._line = PasswordLine("password", "密码", self)
        self._told = QLabel(self)
        self._told.setObjectName("problem")
        self._told.setProperty("role", "problem")
        self._told.setWordWrap(True)
        self._told.hide()
        self._hint = QLabel(_HINT, self)
        self._open, self._leave = QPushButton(acts[0], self), QPushButton(acts[1], self)
        self._build(*words)
        self._line.line.returnPressed.connect(self.try_it)
        self._open.clicked.connect(self.try_it)
        self._leave.clicked.connect(self.left)
        self.setFocusProxy(self._line)

    @Slot()
    def try_it(self) -> None:
        """Look whether what was typed leads to the key."""
        if not self._open.isEnabled():
            return
        self._open.setEnabled(False)
        self._line.line.setReadOnly(True)
        show_sentence(self._told, "正在核对密码…", "quiet")
        self._jobs.run(partial(self._look, self._line.text()), self._found, self._failed, on_file=False)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be opened, and let the person try again."""
        self._open.setEnabled(True)
        self._line.line.setReadOnly(False)
        self._line.line.selectAll()
        self._line.setFocus()
        self._hint.hide()  # the sentence says it
        show_sentence(self._told, sentence, "bad")

    @Slot(object)
    def _found(self, key: Key) -> None:
        self._line.clear()
        self.unlocked.emit(key)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refuse(str(error))
        else:
            self.refuse("没有打开，请再试一次。")
            explain_error(error)

    def _build(self, title: str, of_what: str) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(theme.length(460))
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        for text, role in ((title, "brand"), (of_what, "secondary")):
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setVisible(bool(text))
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._told)
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        column.addWidget(self._hint)
        self._open.setObjectName("unlock_now")
        self._open.setProperty("role", "primary")
        self._leave.setObjectName("leave")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self._leave, self._open):
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addLayout(row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)

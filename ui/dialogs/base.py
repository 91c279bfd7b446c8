"""The frame of every dialog: a body, a line for problems, and a foot whose buttons say the act."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.errors import Refused
from ui import keys
from ui.failures import explain_error
from ui.look import theme
from ui.look.theme import show_sentence
from ui.widgets.folder_link import FolderLink
from ui.widgets.screen import bring_onto_screen


class TaughtDialog(QDialog):
    """A dialog that the manual tells of, on the page that `about` names: F1 opens it there."""

    about = "record"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # Qt sets it over the middle of its window, unless it was moved before
        bring_onto_screen(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.open_manual()
        else:
            super().keyPressEvent(event)

    def open_manual(self) -> None:
        """Show the manual where it tells of this; its window is this one's, which may keep others waiting."""
        from ui.manual.document import page_for  # not on the way to the first window
        from ui.manual.window import ManualWindow

        ManualWindow.open_at(page_for(self.about), self)


class Dialog(TaughtDialog):
    """A window for one question or task."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)
        self._problem = QLabel(self)
        self._problem.setObjectName("problem")
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        outer.addWidget(self._problem)
        self.folder = FolderLink(self)
        outer.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        self._answers: list[QWidget] = []
        self._fitted: tuple[QScrollArea, int] | None = None
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        outer.addLayout(self.foot)

    def fit(self, page: QScrollArea, *, width: int, most: int = 720) -> None:
        """Be so wide and, when shown, as high as all that is on the page, which scrolls on a low screen only.

        A form of many pages is no higher than `most`. Both are lengths as at the usual size of text.
        """
        self.resize(theme.length(width), theme.length(most))
        self._fitted = (page, theme.length(most))

    def showEvent(self, event: QShowEvent) -> None:
        if self._fitted is not None:  # only now do its fields know how high they are
            self.resize(self.width(), self._height_for(*self._fitted))
            self._fitted = None
        super().showEvent(event)

    def _height_for(self, page: QScrollArea, most: int) -> int:
        layout = self.layout()
        assert layout is not None
        usual = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
        more = page.widget().sizeHint().height() - page.sizeHint().height()
        return min((usual or layout.totalSizeHint().height()) + more, most)

    def exec(self) -> int:
        """Keep others waiting until it is answered; whoever asked may still read what was typed in it.

        Left to delete itself, it and all in it would be gone before this returns.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        answer = super().exec()
        self.deleteLater()
        return answer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Of the answers Qt presses the proposed one, whichever has the focus.
        is_answer = self.focusWidget() in self._answers
        if not (is_answer and keys.press_focused(self, event)):
            super().keyPressEvent(event)

    def show_message(self, sentence: str, tone: str = "bad", file: Path | None = None) -> None:
        """Say in the dialog what stands against it, or what was written to a `file`; empty takes it back."""
        show_sentence(self._problem, sentence, tone)
        self.folder.lead_to(file)

    def show_failure(self, error: Exception) -> None:
        """Say why a job failed: what was refused in the dialog, anything else as the fault that it is."""
        self.show_message(str(error) if isinstance(error, Refused) else "")
        if not isinstance(error, Refused):
            explain_error(error)

    def add_foot(self, act: str, cancel: str = "取消") -> QPushButton:
        """Add the buttons that answer the dialog, and return the one that does the act."""
        self.foot.addStretch(1)
        away = self.add_button("cancel", cancel)
        away.clicked.connect(self.reject)
        do = self.add_button("accept", act)
        do.setProperty("role", "primary")
        do.setDefault(True)
        do.clicked.connect(self.accept)
        # Enter leads from the last field on: to the act, not to the button that throws away what was typed.
        self.setTabOrder(do, away)
        return do

    def add_close_button(self) -> None:
        """Add the one button of a dialog that only shows something."""
        self.foot.addStretch(1)
        button = self.add_button("accept", "知道了")
        button.setProperty("role", "primary")
        button.clicked.connect(self.accept)

    def add_button(self, name: str, label: str) -> QPushButton:
        """Add one button at the right end of the foot."""
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        self._answers.append(button)
        self.foot.addWidget(button)
        return button

    def add_note(self, text: str) -> QLabel:
        """Add a line of explanation."""
        note = QLabel(text, self)
        note.setProperty("role", "secondary")
        note.setWordWrap(True)
        self.body.addWidget(note)
        return note

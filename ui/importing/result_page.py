"""What came of an import: the counts, and what can still be done with it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import Refused
from app.exchange import undo
from app.exchange.beside import asides
from app.exchange.session import ImportSession
from app.exchange.undo import Undone
from ui.failures import explain_error
from ui.importing.saving import save_rejects
from ui.jobs import Jobs
from ui.look.theme import show_sentence
from ui.widgets.folder_link import FolderLink

_MOST_NAMED = 5


class ResultPage(QWidget):
    """Says what came in.

    Signals:
        list_wanted(): the person wants to see what came in.
    """

    list_wanted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._session: ImportSession | None = None
        self._path: Path | None = None
        self.is_running = False
        self._title = QLabel(self)
        self._title.setObjectName("result")
        self._title.setProperty("role", "figure")
        self._counts = self._line("counts")
        self._created = self._line("created")
        self._left_out = self._line("left_out")
        self._message = self._line("undone")
        self._message.setProperty("role", "problem")
        self._message.hide()
        self._folder = FolderLink(self)
        self._open = self._button("open_list", "打开列表", self.list_wanted)
        self._open.setProperty("role", "primary")
        self._save = self._button("save_rejects", "另存被拒绝的行…", self._save_rejects)
        self._undo = self._button("undo", "撤销这次导入", self._take_back)
        card = QFrame(self)
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(12)
        for label in (self._title, self._counts, self._created, self._left_out, self._message):
            inside.addWidget(label)
        inside.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._open, self._save, self._undo):
            row.addWidget(button)
        row.addStretch(1)
        inside.addSpacing(8)
        inside.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        outer.addStretch(1)

    def show_session(self, session: ImportSession, path: Path | None) -> None:
        """Say what came of a sheet, and where the file lies that it is from."""
        self._session, self._path = session, path
        counts = session.counts
        self._title.setText(f"已导入 {counts.new + counts.changed:,} {session.register.unit}")
        self._counts.setText(counts_sentence(session))
        self._created.setText(_created(session))
        self._created.setVisible(bool(session.created))
        self._left_out.setText(left_out := _left_out(session))
        self._left_out.setVisible(bool(left_out))
        self._save.setVisible(bool(counts.refused))
        self._undo.setEnabled(session.import_id is not None)
        self._open.setEnabled(bool(session.imported_ids))

    def focus_first(self) -> None:
        """Put the cursor on the way to the list."""
        self._open.setFocus()

    def _line(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def _button(self, name: str, label: str, clicked: object) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(clicked)
        return button

    @Slot()
    def _save_rejects(self) -> None:
        if self._session is not None:
            sentence, file = save_rejects(self._session, self._path, self)
            self._show_message(sentence, "good", file)

    @Slot()
    def _take_back(self) -> None:
        if self._session is not None and self._session.import_id is not None:
            self.is_running = True
            self._undo.setEnabled(False)
            self._show_message("正在撤销…", "info")
            self._jobs.run(partial(undo.undo, self._session.import_id), self._show_undone, self._fail)

    @Slot(object)
    def _show_undone(self, done: Undone) -> None:
        self.is_running = False
        self._title.setText("已撤销这次导入")
        self._open.setEnabled(False)
        self._show_message(
            "\n".join([done.sentence, *done.remaining[:_MOST_NAMED]]), "warn" if done.remaining else "good"
        )

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.is_running = False
        self._show_message(str(error) if isinstance(error, Refused) else "", "bad")
        if not isinstance(error, Refused):
            explain_error(error)

    def _show_message(self, sentence: str, tone: str, file: Path | None = None) -> None:
        """Say what came of an act, and lead to a file that it wrote."""
        show_sentence(self._message, sentence, tone)
        self._folder.lead_to(file)


def counts_sentence(session: ImportSession) -> str:
    """Sum an import up, leaving out what did not happen."""
    counts = session.counts
    parts = (
        ("新增", counts.new),
        ("更新", counts.changed),
        ("不变", counts.unchanged),
        ("与已有记录不同而跳过", counts.skipped),
        ("有误没有导入", counts.refused),
        ("其中资料不全", counts.incomplete),
    )
    return "　".join(f"{words} {number:,}" for words, number in parts if number) or "没有需要导入的行"


def _left_out(session: ImportSession) -> str:
    """Say what waits and what for, and which sheets, rows and columns were taken unasked or not at all."""
    columns = session.columns
    unknown = f"没有用到的列：{'、'.join(columns.unknown_brief)}" if columns.unknown else ""
    return "\n".join(filter(None, (*session.waiting, *asides(session), columns.computed_sentence, unknown)))


def _created(session: ImportSession) -> str:
    """Say which records were made because rows referred to them."""
    counts = Counter(title for title, _ in session.created)
    names = "、".join(name for _, name in session.created[:_MOST_NAMED])
    more = "等" if len(session.created) > _MOST_NAMED else ""
    kinds_text = "，".join(f"{title} {number} 条" for title, number in counts.items())
    return f"同时新建{kinds_text}：{names}{more}"

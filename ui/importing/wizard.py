"""Bringing a spreadsheet into a register: the file, its columns, a look over every row, the result."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.exchange.rows import Counts
from app.exchange.unfinished import book_of, drafted, pasted_of, take_up
from app.records.drafts import of_import
from app.register import Register
from ui.dialogs.base import Dialog
from ui.dialogs.question import Question
from ui.forms.draft_keeper import DraftKeeper
from ui.importing.check_page import CheckPage
from ui.importing.columns_page import ColumnsPage
from ui.importing.file_page import FilePage
from ui.importing.result_page import ResultPage
from ui.importing.saving import save_rejects, save_template
from ui.importing.step_line import StepLine
from ui.jobs import Jobs
from ui.look import theme

FILE, COLUMNS, CHECK, RESULT = range(4)
_STEPS = ("选文件", "对应栏目", "核对并导入", "完成")
_SHARE = 0.92  # of the window behind


class ImportWizard(Dialog):
    """Walks from a file to what came of it; nothing is saved before the last step.

    `changed` tells whether records came in, `ids_to_show` which of them the person wants to see.
    """

    about = "import"

    def __init__(self, register: Register, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(f"导入{register.title}", parent)
        self.changed = False
        self.ids_to_show: tuple[int, ...] = ()
        self._register = register
        self._steps = StepLine(_STEPS, self)
        self.file = FilePage(register, jobs, self)
        self.columns = ColumnsPage(self)
        self.check = CheckPage(jobs, self)
        self.outcome = ResultPage(jobs, self)
        self._pages = QStackedWidget(self)
        for page in (self.file, self.columns, self.check, self.outcome):
            self._pages.addWidget(page)
        self.body.addWidget(self._steps)
        self.body.addWidget(self._pages, 1)
        self._build_foot()
        self._drafts = DraftKeeper(self._unsaved, self)
        self._texts: dict[str, str] = {}  # what the draft holds
        self._waiting: Mapping[str, str] | None = None  # the draft that is taken up once its book is read
        self._wire()
        if (offer := self._drafts.come_to(of_import(register.key))) is not None:
            self.body.insertWidget(0, offer)
        self.resize(theme.length(1180), theme.length(680))
        self._go_to(FILE)

    @classmethod
    def open_for(
        cls, register: Register, jobs: Jobs, parent: QWidget, book: Path | None = None
    ) -> ImportWizard:
        """Let the person import, beginning with a book where there is one; return the wizard, closed."""
        wizard = cls(register, jobs, parent.window())
        wizard.resize(parent.window().size() * _SHARE)
        if book is not None:
            wizard.file.open_book(book)
        wizard.exec()
        return wizard

    @property
    def step(self) -> int:
        """The step in front, counted from 0."""
        return self._pages.currentIndex()

    @Slot()
    def accept(self) -> None:
        """Go on to the next step, or close after the last."""
        if not self._next.isEnabled() or self.outcome.is_running:
            return
        if self.step == FILE and self.file.session is not None:
            self.columns.show_session(self.file.session)
            self._go_to(COLUMNS)
        elif self.step == COLUMNS and self.columns.apply_options() and self.file.session is not None:
            self._go_to(CHECK)
            self.check.rehearse(self.file.session)
        elif self.step == CHECK:
            self.check.take_in()
        elif self.step == RESULT:
            super().accept()

    @Slot()
    def reject(self) -> None:
        session = self.file.session
        if self.outcome.is_running:
            return
        if self.check.is_running:
            self.check.stop()
        elif self.step == RESULT:
            super().accept()
        elif session is None or not session.corrected or self._gives_up(session.corrected):
            if self._waiting is None:
                self._drafts.leave()
            super().reject()

    def _gives_up(self, corrected: int) -> bool:
        words = f"已改正 {corrected:,} 行，还没有导入"
        more = "现在关闭，这些改正就没有了；原来的表格文件不会改动。"
        return Question.ask(self, words, more, "放弃并关闭", "继续导入")

    def _unsaved(self) -> Mapping[str, str]:
        """Return how the sheet is matched and corrected; while a job has its rows, as they were before."""
        if self._waiting is not None:
            return self._waiting
        session = self.file.session
        if not self.check.is_running:
            self._texts = drafted(session, self.file.path, self.file.taken) if session is not None else {}
        return self._texts

    @Slot(object)
    def _restore(self, texts: Mapping[str, str]) -> None:
        """Read the book of a draft again, and go on where the work was cut off."""
        self._waiting = texts
        book = book_of(texts)
        if book is None:
            self.file.take_pasted(pasted_of(texts))
        elif book[0].is_file():
            self.file.open_book(*book)
        else:
            self.show_message(f"找不到“{book[0]}”。请把表格放回原处，再重新打开导入。")

    @Slot()
    def _take_up(self) -> None:
        """Match and correct the sheet that was read as the draft says."""
        texts, session = self._waiting, self.file.session
        if texts is None or session is None:
            return
        self._waiting = None
        told = take_up(session, texts)
        self.file.show_heading()
        self.columns.show_session(session)
        self._go_to(COLUMNS)
        self.show_message(
            told or "已恢复上次的对应和改正，请按“下一步”继续核对。", "warn" if told else "info"
        )

    @Slot()
    def _go_back(self) -> None:
        self._go_to(max(self.step - 1, FILE))

    def _build_foot(self) -> None:
        self._template = self.add_button("template", "空白表格…")
        self._rejects = self.add_button("save_refused", "另存有误的行…")
        self._next = self.add_foot("下一步")
        self._next.setToolTip("Ctrl+Enter")
        cancel = self.findChild(QPushButton, "cancel")
        assert isinstance(cancel, QPushButton)
        self._cancel = cancel
        self._back = self.add_button("back", "上一步")
        self.foot.removeWidget(self._back)
        self.foot.insertWidget(self.foot.count() - 1, self._back)

    def _wire(self) -> None:
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone goes from box to box, and into cells
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)
        self._template.clicked.connect(self._save_template)
        self._rejects.clicked.connect(self._save_rejects)
        self._back.clicked.connect(self._go_back)
        self._drafts.restored.connect(self._restore)
        for signal in (self.file.read, self.columns.changed, self.check.counted):
            signal.connect(self._drafts.touch)
        self.file.read.connect(self._offer_next)
        self.file.read.connect(self._take_up)
        self.file.message.connect(self.show_message)
        self.columns.changed.connect(self._offer_next)
        self.check.running.connect(self._offer_next)
        self.check.counted.connect(self._show_counts)
        self.check.cancelled.connect(self._go_back)
        self.check.done.connect(self._finish)
        self.outcome.list_wanted.connect(self._open_list)

    def _go_to(self, step: int) -> None:
        self.show_message("")
        self._pages.setCurrentIndex(step)
        self._steps.go_to(step)
        self._template.setVisible(step == FILE)
        self._rejects.hide()
        self._back.setVisible(step in (COLUMNS, CHECK))
        self._cancel.setVisible(step != RESULT)
        self._next.setText({CHECK: "导入", RESULT: "关闭"}.get(step, "下一步"))
        self._offer_next()
        (self.file, self.columns, self.check, self.outcome)[step].focus_first()

    @Slot()
    def _offer_next(self) -> None:
        """Offer the next step only where there is something to take there."""
        session = self.file.session
        running = self.check.is_running
        self._back.setEnabled(not running)
        self._cancel.setEnabled(not running)
        if self.step == CHECK:
            counts = session.counts if session is not None else Counts()
            self._next.setEnabled(not running and bool(counts.new or counts.changed))
            self._rejects.setVisible(not running and bool(counts.refused))
        elif self.step == COLUMNS:
            self._next.setEnabled(session is not None and bool(session.columns.chosen))
        else:
            self._next.setEnabled(self.step == RESULT or session is not None)

    @Slot(object)
    def _show_counts(self, counts: Counts) -> None:
        rest = "其余 " if counts.refused else " "
        self._next.setText(f"导入{rest}{counts.new + counts.changed:,} {self._register.unit}")
        self._offer_next()
        self.show_message("" if counts.new or counts.changed else _nothing(counts), "info")

    @Slot()
    def _finish(self) -> None:
        assert self.file.session is not None
        self.changed = True
        self._drafts.leave()
        self.outcome.show_session(self.file.session, self.file.path)
        self._go_to(RESULT)

    @Slot()
    def _open_list(self) -> None:
        if self.file.session is not None:
            self.ids_to_show = self.file.session.imported_ids
        super().accept()

    @Slot()
    def _save_template(self) -> None:
        sentence, file = save_template(self._register, self)
        self.show_message(sentence, "info", file)

    @Slot()
    def _save_rejects(self) -> None:
        if self.file.session is not None:
            sentence, file = save_rejects(self.file.session, self.file.path, self)
            self.show_message(sentence, "info", file)


def _nothing(counts: Counts) -> str:
    """Say why there is nothing to take in."""
    if counts.refused:
        return "每一行都有问题。请改正标红的格；缺必填内容的，可返回上一步统一填写，或选“资料不全也导入”。"
    if counts.skipped:
        return "表中的记录台账里都有了：要改动它们，请返回上一步选“只补空白的格”或“用表格更新”。"
    return "表中的记录台账里都有了，没有需要导入的。"

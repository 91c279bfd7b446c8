"""The third step of an import: what would become of every row, mended in place before anything is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.exchange.lacking import LackingColumn, lacking_columns
from app.exchange.row_importer import Cancelled
from app.exchange.rows import Counts
from app.exchange.session import ImportSession
from app.safekeeping.automatic import keep_copy
from ui.failures import explain_error
from ui.importing.problem_line import ProblemLine
from ui.importing.progress import JobProgress, Progress
from ui.importing.row_model import RowModel
from ui.importing.row_table import RowTable
from ui.importing.state_chips import StateChips
from ui.jobs import Jobs
from ui.widgets.card import Card


def _import_rows(session: ImportSession, progress: JobProgress) -> Counts:
    """Import all rows that are not refused, a copy of the office kept before."""
    keep_copy()
    return session.import_rows(progress, without_refused=True)


class CheckPage(QWidget):
    """Rehearses an import session beside the window, shows its rows, and imports them.

    Signals:
        running(bool): a job began, or ended.
        counted(Counts): the rows were rehearsed, or one of them again.
        cancelled(): the person stopped the rehearsal; there is nothing to show.
        done(): the rows were imported.
    """

    running = Signal(bool)
    counted = Signal(object)
    cancelled = Signal()
    done = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._session: ImportSession | None = None
        self.is_running = False
        self._rows = RowModel(self)
        self._build()
        self._wire()

    def rehearse(self, session: ImportSession) -> None:
        """Rehearse the import on the worker; `counted` or `cancelled` follows."""
        self._session = session
        self._run("正在核对", session.rehearse, self._show)

    def take_in(self) -> None:
        """Import all rows that are not refused; `done` follows, or `counted` when nothing was saved."""
        assert self._session is not None
        self._run("正在导入", partial(_import_rows, self._session), self._finish)

    def stop(self) -> None:
        """Have the running job stop when it reports next; `cancelled` follows."""
        self._progress.stop()

    def focus_first(self) -> None:
        """Put the cursor on the first problem, or on the first row."""
        if self._stack.currentWidget() is self._checked:
            self._table.go_to_next_problem()

    def _build(self) -> None:
        self.chips = StateChips(self)
        self._table = RowTable(self._rows, self)
        self.problem = ProblemLine(self)
        self._next = QPushButton("下一处问题　F8", self)
        self._next.setObjectName("next_problem")
        self._next.setAutoDefault(False)
        QShortcut(QKeySequence("F8"), self).activated.connect(self._table.go_to_next_problem)
        head = QHBoxLayout()
        head.addWidget(self.chips, 1)
        head.addWidget(self._next)
        self._checked = QWidget(self)
        column = QVBoxLayout(self._checked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._lacking = QLabel(self)
        self._lacking.setObjectName("lacking_columns")
        self._lacking.setProperty("role", "problem")
        self._lacking.setProperty("tone", "bad")
        self._lacking.setWordWrap(True)
        column.addLayout(head)
        column.addWidget(self._lacking)
        column.addWidget(Card(self, self._table), 1)
        column.addWidget(self.problem)
        self._progress = Progress(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._checked)
        self._stack.addWidget(self._progress)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _wire(self) -> None:
        self.chips.chosen.connect(self._narrow)
        self._next.clicked.connect(self._table.go_to_next_problem)
        self._table.moved.connect(self._show_cell_problem)
        self._rows.corrected.connect(self._recount)
        self.problem.mended.connect(self._mend)
        self.problem.all_mended.connect(self._mend_all)

    def _run(self, words: str, work: Callable[[JobProgress], Counts], done: Callable[[Counts], None]) -> None:
        self.is_running = True
        self._rows.show_rows(None)  # the rows belong to the worker now
        self._stack.setCurrentWidget(self._progress)
        self.running.emit(True)
        self._jobs.run(partial(work, self._progress.watch(words)), done, self._fail)

    @Slot(object)
    def _show(self, counts: Counts) -> None:
        self._end_job()
        self.chips.show_counts(counts, _doubtful(self._session))
        self._show_lacking()
        self._narrow()
        self._table.size_columns()
        self.counted.emit(counts)
        self.focus_first()

    @Slot(object)
    def _finish(self, counts: Counts) -> None:
        assert self._session is not None
        if self._session.done:
            self._end_job()
            self.done.emit()
        else:  # a record of somebody else's came between: nothing was saved, and the rows say why
            self._show(counts)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._end_job()
        if not isinstance(error, Cancelled):
            explain_error(error)
        self.cancelled.emit()

    def _end_job(self) -> None:
        self.is_running = False
        self._stack.setCurrentWidget(self._checked)
        self.running.emit(False)

    @Slot()
    def _narrow(self) -> None:
        self._rows.show_rows(self._session, self.chips.state, doubtful=self.chips.doubtful)
        self._show_cell_problem()

    def _show_lacking(self) -> None:
        lacking = lacking_columns(self._session) if self._session is not None else []
        self._lacking.setText("\n".join(map(_remedy, lacking)))
        self._lacking.setVisible(bool(lacking))

    @Slot()
    def _show_cell_problem(self) -> None:
        index = self._table.currentIndex()
        self.problem.show_problem(self._rows.problem_at(index), self._rows.equal_records(index))

    @Slot()
    def _recount(self) -> None:
        assert self._session is not None
        counts = self._session.counts
        self.chips.show_counts(counts, _doubtful(self._session))
        self._show_lacking()
        self._show_cell_problem()
        self.counted.emit(counts)

    @Slot(str)
    def _mend(self, text: str) -> None:
        self._rows.setData(self._table.currentIndex(), text)
        self._table.setFocus()

    @Slot(str)
    def _mend_all(self, text: str) -> None:
        index = self._table.currentIndex()
        row, column = self._rows.row_at(index), self._rows.sheet_column(index)
        if self._session is not None and row is not None and column is not None:
            self._session.replace(column, row.cells[column], text)
            self.rehearse(self._session)


def _remedy(column: LackingColumn) -> str:
    """Say what is missing in all rows, and how to add it."""
    told = f"表中没有“{column.label}”这一列，{column.rows:,} 行都缺"
    if column.is_shared:
        return f"{told}：请按“上一步”填写各行共有的值，或指定哪一列是{column.label}。"
    return f"{told}：请按“上一步”指定哪一列是{column.label}，或在表格中补上这一列。"


def _doubtful(session: ImportSession | None) -> int:
    return sum(bool(row.problems or row.lacks) for row in session.rows) if session is not None else 0

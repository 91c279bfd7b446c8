"""The imports that were done, and the way to take one back as one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from app.errors import Refused
from app.exchange import undo
from app.exchange.undo import Undone
from app.records.imports import ImportDone
from app.registry import find_register
from ui.dialogs.base import Dialog
from ui.dialogs.question import Question
from ui.jobs import Jobs
from ui.lists.short_list import ShortList
from ui.look import theme
from ui.widgets.card import Card

_COLUMNS = {"导入时间": 150, "台账": 130, "表格": 0, "新增": 70, "更新": 70, "有误": 70}
_MOST_LISTED = 5


class ImportsDialog(Dialog):
    """Lists the imports that can be taken back, the latest first."""

    about = "import"

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("导入记录", parent)
        self.changed: set[str] = set()
        self._jobs = jobs
        self._done: list[ImportDone] = []
        self._import: ImportDone | None = None
        self._running = False
        self.add_note(
            "撤销会把那次导入新增的记录放入回收站，改动过的恢复原值；以后又改过的不动，并逐条说明。"
        )
        self._table = ShortList("imports", "做过的导入", _COLUMNS, self, empty="还没有导入过表格")
        self.body.addWidget(Card(self, self._table), 1)
        self._undo = self.add_foot("撤销这次导入", "关闭")
        self.resize(theme.length(860), theme.length(460))
        self._fill()

    @classmethod
    def open_for(cls, jobs: Jobs, parent: QWidget) -> set[str]:
        """Show the imports; return the registers in which one was taken back."""
        dialog = cls(jobs, parent.window())
        dialog.exec()
        return dialog.changed

    @Slot()
    def accept(self) -> None:
        """Take the selected import back, after a word of warning."""
        row = self._table.currentRow()
        if not self._undo.isEnabled() or row < 0:
            return
        self._import = self._done[row]
        words = f"撤销“{self._import.book}”的导入吗"
        if Question.ask(self, words, _in_words(self._import), "撤销这次导入"):
            self._running = True
            self._undo.setEnabled(False)
            self.show_message("正在撤销…", "info")
            self._jobs.run(partial(undo.undo, self._import.id), self._show_undone, self._fail)

    @Slot()
    def reject(self) -> None:
        if not self._running:
            super().reject()

    def _fill(self) -> None:
        self._done = undo.imports()
        self._table.setRowCount(len(self._done))
        for row, done in enumerate(self._done):
            for section, text in enumerate(_cells(done)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self._table.setItem(row, section, item)
        self._undo.setEnabled(bool(self._done))
        if self._done:
            self._table.selectRow(0)
        self._table.setFocus()

    @Slot(object)
    def _show_undone(self, undone: Undone) -> None:
        assert self._import is not None
        self._running = False
        self.changed.add(self._import.register)
        self._fill()
        text = "\n".join([undone.sentence, *undone.remaining[:_MOST_LISTED]])
        self.show_message(text, "warn" if undone.remaining else "good")

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._running = False
        self._fill()
        self.show_failure(error)


def _in_words(done: ImportDone) -> str:
    """Say in the office's words what an import brought in: 会员新增 3 人，更新 1 人。"""
    try:
        unit = find_register(done.register).unit
    except Refused:
        unit = "条"
    counts = (("新增", done.new), ("更新", done.changed))
    told = "，".join(f"{words} {number:,} {unit}" for words, number in counts if number)
    return f"{_title(done.register)}{told}。"


def _cells(done: ImportDone) -> tuple[str, ...]:
    when = f"{done.done_at:%Y-%m-%d %H:%M}"
    counts = (f"{number:,}" if number else "" for number in (done.new, done.changed, done.refused))
    return (when, _title(done.register), done.book, *counts)


def _title(key: str) -> str:
    """Return what a register is called; the key of one that is no more."""
    try:
        return find_register(key).title
    except Refused:
        return key

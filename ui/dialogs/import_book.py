"""Bringing a spreadsheet into a register: looked over first, taken in as a whole or not at all."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QWidget

from app.register import Register
from ui import preferences
from ui.dialogs.base import Dialog
from ui.failures import explain_error
from ui.jobs import Jobs

if TYPE_CHECKING:
    from app.exchange.importing import Report

_BOOKS = "电子表格 (*.xlsx *.xls *.ods *.csv)"
_DUPLICATES = (("skip", "跳过"), ("fill", "只补空白的格"), ("update", "用表格更新"))
_MOST_SHOWN = 500


def take_in(register: Register, path: Path, on_duplicate: str, dry_run: bool) -> Report:
    """Take a workbook in, or rehearse it."""
    from app.exchange.importing import import_book

    return import_book(register, path, dry_run=dry_run, on_duplicate=on_duplicate)  # type: ignore[arg-type]


def write_template(register: Register, target: Path) -> None:
    """Write an empty workbook to fill in."""
    from app.exchange.workbook import template

    template(register, target)


class ImportDialog(Dialog):
    """Choose a workbook, read what is wrong with it, take it in.

    The window stays behind this dialog until the writing job is done: editing waits for it.
    """

    def __init__(self, register: Register, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(f"导入{register.title}", parent)
        self.answer = False
        self._register = register
        self._jobs = jobs
        self._path: Path | None = None
        self.body.addLayout(self._choice_row())
        self.body.addLayout(self._duplicate_row())
        self._summary = self.add_note("第一行写各列的名称；不合格的行会逐行列出，全部合格才会导入。")
        self._summary.setObjectName("report")
        self._list = QListWidget(self)
        self._list.setAccessibleName("问题")
        self._list.setObjectName("problems")
        self.body.addWidget(self._list, 1)
        template = self.add_button("template", "空白表格…")
        template.clicked.connect(self._save_template)
        self._do = self.add_foot("导入")
        self._do.setEnabled(False)
        self.resize(640, 460)

    @classmethod
    def open_for(cls, register: Register, jobs: Jobs, parent: QWidget) -> bool:
        """Let the person import; True when something was taken in."""
        dialog = cls(register, jobs, parent.window())
        dialog.exec()
        return dialog.answer

    def look_over(self, path: Path) -> None:
        """Rehearse the import of this workbook, and show what it would do."""
        self._path = path
        self._file.setText(path.name)
        self._start(dry_run=True)

    @Slot()
    def accept(self) -> None:
        self._start(dry_run=False)

    def _start(self, *, dry_run: bool) -> None:
        if self._path is None:
            return
        self._do.setEnabled(False)
        self.tell_problem("")
        self._summary.setText("正在检查……" if dry_run else "正在导入……")
        work = partial(take_in, self._register, self._path, self._duplicates.currentData(), dry_run)
        self._jobs.run(work, self._show, self._refuse)

    @Slot(object)
    def _show(self, report: Report) -> None:
        if report.done:
            self.answer = True
            super().accept()
            return
        unknown = f"　没有用到的列：{'、'.join(report.unknown)}" if report.unknown else ""
        self._summary.setText(report.sentence + unknown)
        self._list.clear()
        self._list.addItems([str(problem) for problem in report.problems[:_MOST_SHOWN]])
        self._do.setEnabled(not report.problems and bool(report.new or report.changed))

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._summary.clear()
        explain_error(error)

    def _choice_row(self) -> QHBoxLayout:
        choose = QPushButton("选择表格…", self)
        choose.setObjectName("choose_book")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self._file = QLabel("还没有选择", self)
        self._file.setProperty("role", "secondary")
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addWidget(self._file, 1)
        return row

    def _duplicate_row(self) -> QHBoxLayout:
        self._duplicates = QComboBox(self)
        self._duplicates.setObjectName("on_duplicate")
        self._duplicates.setAccessibleName("已有的记录")
        for key, label in _DUPLICATES:
            self._duplicates.addItem(label, key)
        self._duplicates.activated.connect(self._look_again)
        row = QHBoxLayout()
        row.addWidget(QLabel("已有的记录", self))
        row.addWidget(self._duplicates)
        row.addStretch(1)
        return row

    @Slot()
    def _look_again(self) -> None:
        self._start(dry_run=True)

    @Slot()
    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "选择表格", preferences.folder("import"), _BOOKS)
        if name:
            preferences.remember_folder("import", Path(name).parent)
            self.look_over(Path(name))

    @Slot()
    def _save_template(self) -> None:
        start = Path(preferences.folder("import") or Path.home()) / f"{self._register.title}（空白）.xlsx"
        name, _ = QFileDialog.getSaveFileName(self, "空白表格", str(start), "Excel 表格 (*.xlsx)")
        if name:
            write_template(self._register, Path(name))

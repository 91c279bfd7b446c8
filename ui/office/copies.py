"""The copies of the open office: when each was made, where it lies, what restoring it would take away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from app.cipher.connection import PasswordNeeded
from app.safekeeping.automatic import all_copies
from app.safekeeping.comparing import Comparison, compare_with_open
from ui.dialogs.base import Dialog
from ui.jobs import Jobs
from ui.look import theme

_HEADINGS = ("备份时间", "存放位置")


class CopiesDialog(Dialog):
    """Lets a person choose the copy that the office is restored from; `chosen` is None until then."""

    about = "backup"

    def __init__(self, office: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("从备份恢复", parent)
        self._jobs = jobs
        self._copies = all_copies(office)
        self.chosen: Path | None = None
        self.elsewhere = False
        self._table = QTableWidget(len(self._copies), len(_HEADINGS), self)
        self._told = QLabel(self)
        self._build()
        self._fill()

    @classmethod
    def ask(cls, office: Path, jobs: Jobs, parent: QWidget) -> CopiesDialog:
        """Ask, and return the dialog with what was chosen in it."""
        dialog = cls(office, jobs, parent.window())
        dialog.exec()
        return dialog

    def _build(self) -> None:
        self.add_note("选一份备份，下面会写明恢复后比现在少什么。现在的文件不会丢，会改名留在旁边。")
        self._table.setObjectName("copies")
        self._table.setAccessibleName("备份")
        self._table.setHorizontalHeaderLabels(_HEADINGS)
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.itemSelectionChanged.connect(self._compare)
        self._table.itemDoubleClicked.connect(self.accept)
        self.body.addWidget(self._table, 1)
        self._told.setObjectName("comparison")
        self._told.setWordWrap(True)
        self.body.addWidget(self._told)
        other = QPushButton("其他位置的备份…", self)
        other.setObjectName("elsewhere")
        other.setAutoDefault(False)
        other.clicked.connect(self._choose_elsewhere)
        self.foot.addWidget(other)
        self._restore = self.add_foot("恢复…")
        self._restore.setEnabled(False)
        self.resize(theme.length(720), theme.length(420))

    def _fill(self) -> None:
        for row, (path, at) in enumerate(self._copies):
            for column, text in enumerate((f"{at:%Y-%m-%d %H:%M:%S}", str(path.parent))):
                item = QTableWidgetItem(text)
                item.setToolTip(str(path))
                self._table.setItem(row, column, item)
        heading = self._table.horizontalHeader()
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading.setStretchLastSection(True)
        if self._copies:
            self._table.selectRow(0)
        else:
            self._told.setText("还没有这个台账的备份。备份在别处的，请点“其他位置的备份”。")

    @Slot()
    def _compare(self) -> None:
        row = self._table.currentRow()
        self._restore.setEnabled(row >= 0)
        if row >= 0:
            self._told.setText("正在与现在的内容比较…")
            path = self._copies[row][0]
            self._jobs.run(partial(compare_with_open, path), partial(self._tell, path), self._cannot_tell)

    def _tell(self, path: Path, comparison: Comparison) -> None:
        row = self._table.currentRow()
        if row >= 0 and self._copies[row][0] == path:
            self._told.setText(f"这份备份有 {comparison.records:,} 条记录。恢复后{comparison.sentence}")

    @Slot(object)
    def _cannot_tell(self, error: Exception) -> None:
        if isinstance(error, PasswordNeeded):
            self._told.setText("这份备份用的是以前的密码，恢复时请输入那个密码。")
            return
        self._told.setText("这份备份读不出来，请选另一份。")
        self._restore.setEnabled(False)

    @Slot()
    def _choose_elsewhere(self) -> None:
        self.elsewhere = True
        self.reject()

    @Slot()
    def accept(self) -> None:
        row = self._table.currentRow()
        if row >= 0 and self._restore.isEnabled():
            self.chosen = self._copies[row][0]
            super().accept()

"""The report of last year: chosen as a file or pasted, and of which year it is."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from app.errors import Refused
from app.learning.report_file import read_report
from ui.dialogs.base import Dialog
from ui.look import theme

_FILES = "工作总结 (*.docx *.doc *.txt)"
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class OldReport(Dialog):
    """Asks for the text of an old report and its year; a file can be chosen, dropped, or its text pasted."""

    about = "summary"

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__("从旧总结开始", parent)
        self.setAcceptDrops(True)
        self.add_note(
            "选一份以前写好的工作总结，或把文字粘贴到下面。程序会找出其中每个数，"
            "认出它是哪一项统计；今年的总结就用您自己的文字，数字随台账变。"
        )
        row = QHBoxLayout()
        self._choose = QPushButton("选择文件…", self)
        self._choose.setObjectName("choose")
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._choose_file)
        row.addWidget(self._choose)
        row.addStretch(1)
        label = QLabel("总结的年度(&Y)", self)
        self.year = QSpinBox(self)
        self.year.setObjectName("year")
        self.year.setAccessibleName("总结的年度")
        self.year.setRange(_FIRST_YEAR, _LAST_YEAR)
        self.year.setValue(date.today().year - 1)
        label.setBuddy(self.year)
        row.addWidget(label)
        row.addWidget(self.year)
        self.body.addLayout(row)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("text")
        self.text.setAccessibleName("旧总结的文字")
        self.text.setPlaceholderText("或在这里粘贴旧总结的全文（Ctrl+V）")
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._guess_year)
        self.body.addWidget(self.text, 1)
        self.add_foot("找出数字")
        self.resize(theme.length(720), theme.length(520))
        self._choose.setFocus()

    @classmethod
    def ask(cls, parent: QWidget) -> tuple[str, int] | None:
        """Ask; return the text and its year, None when the person thought better of it."""
        dialog = cls(parent.window())
        told: list[tuple[str, int]] = []
        dialog.accepted.connect(lambda: told.append((dialog.text.toPlainText(), dialog.year.value())))
        return told[0] if dialog.exec() == QDialog.DialogCode.Accepted else None

    def accept(self) -> None:
        if not self.text.toPlainText().strip():
            self.show_message("还没有文字，请选择文件，或粘贴旧总结的全文。")
            return
        super().accept()

    def open_file(self, path: Path) -> None:
        """Show the text of a file; what cannot be read is said in the dialog."""
        try:
            report = read_report(path)
        except Refused as refused:
            self.show_message(str(refused))
            return
        self.show_message("")
        self.text.setPlainText(report)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.open_file(paths[0])

    @Slot()
    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "选择旧总结", "", _FILES)
        if name:
            self.open_file(Path(name))

    @Slot()
    def _guess_year(self) -> None:
        """The year that a report names most often is its own."""
        named = Counter(_YEAR.findall(self.text.toPlainText()))
        if named:
            self.year.setValue(int(named.most_common(1)[0][0]))

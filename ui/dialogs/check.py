"""What a check of the open office found: each finding one click from its records, all of it printable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from app.checking import paper
from app.checking.file_check import check_open
from app.checking.finding import Finding
from app.checking.ledger import check_ledger
from app.office import Office
from ui.card import Card
from ui.dialogs.base import Dialog
from ui.jobs import Jobs
from ui.printing import Made, make_pdf
from ui.short_list import ShortList

_COLUMNS = {"检查": 90, "发现": 0, "台账": 100}

Parts = tuple[tuple[str, list[Finding]], ...]
Place = tuple[str, str, tuple[int, ...]]
"""A register, what is said of the records in it, and which they are."""


def _check(office: Office) -> tuple[Parts, list[Place | None]]:
    """Check both parts, and look up where the records of each finding are seen."""
    parts = (("文件检查", check_open(office)), ("台账检查", check_ledger()))
    return parts, [_place(finding) for _, found in parts for finding in found]


def _place(finding: Finding) -> Place | None:
    register, ids = finding.seen_at()
    return (register, "检查发现", ids) if register else None


def _print(parts: Sequence[tuple[str, Sequence[Finding]]]) -> Made:
    return make_pdf(paper.TITLE, partial(paper.write, parts, printed_at=datetime.now()))


class CheckDialog(Dialog):
    """Checks beside the window and lists what was found; `chosen` is where the person wants to go."""

    def __init__(self, office: Office, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("检查台账", parent)
        self._jobs = jobs
        self._parts: Parts = ()
        self._places: list[Place | None] = []
        self.chosen: Place | None = None
        self._table = self._list()
        self.body.addWidget(Card(self, self._table), 1)
        self._to_print = self.add_button("print", "打印…")
        self._to_print.clicked.connect(self._begin_print)
        self._show = self.add_foot("查看记录", "关闭")
        for button in (self._to_print, self._show):
            button.setEnabled(False)
        self.resize(860, 480)
        self.show_message("正在检查，记录多的需要一会儿…", "info")
        jobs.run(partial(_check, office), self._fill, self.show_failure)

    @classmethod
    def choose(cls, office: Office, jobs: Jobs, parent: QWidget) -> Place | None:
        """Check, and return the records that the person wants to see; None where it is none."""
        dialog = cls(office, jobs, parent.window())
        dialog.exec()
        return dialog.chosen

    def _list(self) -> ShortList:
        table = ShortList("findings", "检查发现", _COLUMNS, self)
        table.setWordWrap(True)
        table.itemSelectionChanged.connect(self._offer)
        table.itemDoubleClicked.connect(self.accept)
        return table

    @Slot(object)
    def _fill(self, checked: tuple[Parts, list[Place | None]]) -> None:
        self._parts, self._places = checked
        rows = [(part, finding) for part, found in self._parts for finding in found]
        self._table.setRowCount(len(rows))
        for row, (part, finding) in enumerate(rows):
            sentence = f"{'提醒：' if finding.note else ''}{finding.sentence}"
            for section, text in enumerate((part, sentence, finding.title)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self._table.setItem(row, section, item)
        self._table.resizeRowsToContents()
        wrong = sum(not finding.note for _, finding in rows)
        notes = f"，另有 {len(rows) - wrong} 处提醒" if len(rows) > wrong else ""
        if wrong:
            self.show_message(f"发现 {wrong} 处问题{notes}。选中一条，点“查看记录”。", "warn")
        else:
            self.show_message(f"检查完毕，没有发现问题{notes}。", "good")
        self._to_print.setEnabled(bool(rows))
        if rows:
            first = next((row for row, place in enumerate(self._places) if place is not None), 0)
            self._table.selectRow(first)
        self._table.setFocus()

    @Slot()
    def _offer(self) -> None:
        self._show.setEnabled(self._selected() is not None)

    def _selected(self) -> Place | None:
        row = self._table.currentRow()
        return self._places[row] if 0 <= row < len(self._places) else None

    @Slot()
    def _begin_print(self) -> None:
        self._jobs.run(partial(_print, self._parts), self._preview, self.show_failure)

    @Slot(object)
    def _preview(self, made: Made) -> None:
        from ui.preview import Preview

        Preview.open_for(self, made.path, made.title, made.missing)

    @Slot()
    def accept(self) -> None:
        self.chosen = self._selected()
        if self.chosen is not None:
            super().accept()

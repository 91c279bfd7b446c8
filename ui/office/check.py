"""What a check of the open office found: each finding one click from its records, all of it printable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from app.checking import paper
from app.checking.file_check import check_open
from app.checking.finding import Finding
from app.checking.ledger import check_ledger, told_once
from app.checking.rules import Progress, ask
from app.office import Office
from ui.dialogs.base import Dialog
from ui.jobs import Jobs
from ui.lists.short_list import ShortList
from ui.look import theme
from ui.registers.printing import Made, make_pdf
from ui.widgets.card import Card

_COLUMNS = {"检查": 90, "发现": 0, "台账": 100}

_FILE, _LEDGER = "文件检查", "台账检查"
_DONE = "检查完毕"

Place = tuple[str, str, tuple[int, ...]]
"""A register, what is said of the records in it, and which they are."""


@dataclass(frozen=True)
class _Row:
    """A finding, by which part of the check, and where its records are seen."""

    part: str
    finding: Finding
    place: Place | None


def _check(office: Office) -> list[_Row]:
    """Check all that is asked at once."""
    return [*_rows(_FILE, check_open(office)), *_rows(_LEDGER, check_ledger())]


def _ask_on(asking: Iterator[Progress]) -> tuple[Progress | None, list[_Row]]:
    """Let the rules ask for some records more; None where all are done."""
    progress = next(asking, None)
    return progress, list(_rows(_LEDGER, progress.found if progress is not None else ()))


def _rows(part: str, found: Iterable[Finding]) -> Iterator[_Row]:
    for finding in found:
        register, ids = finding.seen_at()
        yield _Row(part, finding, (register, "检查发现", ids) if register else None)


def _print(parts: Sequence[tuple[str, Sequence[Finding]]]) -> Made:
    return make_pdf(paper.TITLE, partial(paper.write, parts, printed_at=datetime.now()))


class CheckDialog(Dialog):
    """Checks beside the window and lists what was found; `chosen` is where the person wants to go.

    What the rules find that ask for each record is added at the end, in steps, so that nobody waits for them.
    """

    about = "check"

    def __init__(self, office: Office, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("检查台账", parent)
        self._jobs = jobs
        self._rows: list[_Row] = []
        self._asking = ask()
        self.chosen: Place | None = None
        self._table = self._list()
        self.body.addWidget(Card(self, self._table), 1)
        self._to_print = self.add_button("print", "打印…")
        self._to_print.clicked.connect(self._begin_print)
        self._show = self.add_foot("查看记录", "关闭")
        for button in (self._to_print, self._show):
            button.setEnabled(False)
        self.resize(theme.length(860), theme.length(480))
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
    def _fill(self, rows: list[_Row]) -> None:
        self._list_rows(rows)
        self._table.setFocus()
        self._go_on()

    def _go_on(self) -> None:
        self._jobs.run(partial(_ask_on, self._asking), self._add, self.show_failure)

    @Slot(object)
    def _add(self, asked: tuple[Progress | None, list[_Row]]) -> None:
        progress, found = asked
        if found:
            once = set(told_once([row.finding for row in (*self._rows, *found)]))
            self._list_rows([row for row in (*self._rows, *found) if row.finding in once])
        if progress is None:
            self._say(_DONE)
        else:
            self._say(progress.sentence)
            self._go_on()

    def _list_rows(self, rows: list[_Row]) -> None:
        selected = max(self._table.currentRow(), 0)
        self._rows = rows
        self._table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            sentence = f"{'提醒：' if row.finding.note else ''}{row.finding.sentence}"
            for section, text in enumerate((row.part, sentence, row.finding.title)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self._table.setItem(number, section, item)
        self._table.resizeRowsToContents()
        self._to_print.setEnabled(bool(rows))
        if rows:
            first = next((at for at, row in enumerate(rows) if row.place is not None), 0)
            self._table.selectRow(selected or first)

    def _say(self, said: str) -> None:
        wrong = sum(not row.finding.note for row in self._rows)
        notes = f"，另有 {len(self._rows) - wrong} 处提醒" if len(self._rows) > wrong else ""
        if wrong:
            self.show_message(f"{said}，发现 {wrong} 处问题{notes}。选中一条，点“查看记录”。", "warn")
        else:
            tone = "good" if said == _DONE else "info"
            self.show_message(f"{said}，没有发现问题{notes}。", tone)

    @Slot()
    def _offer(self) -> None:
        self._show.setEnabled(self._selected() is not None)

    def _selected(self) -> Place | None:
        row = self._table.currentRow()
        return self._rows[row].place if 0 <= row < len(self._rows) else None

    @Slot()
    def _begin_print(self) -> None:
        parts = [(part, [row.finding for row in self._rows if row.part == part]) for part in (_FILE, _LEDGER)]
        self._jobs.run(partial(_print, parts), self._preview, self.show_failure)

    @Slot(object)
    def _preview(self, made: Made) -> None:
        from ui.dialogs.preview import Preview

        Preview.open_for(self, made.path, made.title, made.missing)

    @Slot()
    def accept(self) -> None:
        self.chosen = self._selected()
        if self.chosen is not None:
            super().accept()

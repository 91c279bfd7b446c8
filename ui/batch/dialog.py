"""Entering a batch: rows put together under one head, as a subject declares it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.batch_entry import WHOLE_BATCH, BatchEntry, EntryRow
from app.errors import Invalid, Refused
from app.fields.problems import Block, Blocked, Problem
from app.records.base import Record
from app.records.drafts import of_batch
from app.rules.money import in_words, write_fen
from ui.batch.adder import BatchAdder
from ui.batch.head import BatchHead
from ui.batch.rows import BatchRows, Drafted
from ui.batch.table import BatchTable
from ui.dialogs.base import Dialog
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.unsaved import Answer, Unsaved
from ui.forms.draft_keeper import DraftKeeper
from ui.forms.remedy import RemedyButton
from ui.look import theme
from ui.widgets.card import Card

_PAUSE_MS = 250
_HEAD, _ROWS = "head", "rows"  # what a draft has


@dataclass(frozen=True)
class Outcome:
    """What came of the dialog: the batch that was saved, approved or not, and whether its list is printed."""

    batch_id: int
    approved: bool
    print_list: bool


class BatchDialog(Dialog):
    """Puts a batch together, checks it while it grows, keeps it as a draft or approved."""

    about = "aid"

    def __init__(self, entry: BatchEntry, source_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(entry.title, parent)
        self.setObjectName(entry.key)
        self._entry = entry
        self.answer: Outcome | None = None
        self._tried = False
        self._go_on: Callable[[], None] = self.check
        self._edited = False
        self.rows = BatchRows(entry, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self.rows.add(entry.source.rows(source_ids))
        self._wire()
        self.check()
        self._drafts = DraftKeeper(self._unsaved, self)
        self._drafts.restored.connect(self._write_back)
        if (offer := self._drafts.come_to(of_batch(entry.key))) is not None:
            self.body.insertWidget(0, offer)

    @classmethod
    def begin(cls, entry: BatchEntry, parent: QWidget, source_ids: Sequence[int]) -> Outcome | None:
        """Let the person put a batch together; None when nothing was saved."""
        dialog = cls(entry, source_ids, parent.window())
        dialog.resize(parent.window().size() * 0.92)
        dialog.exec()
        return dialog.answer

    @property
    def _same_amount(self) -> str:
        """Return what the amount for all is called."""
        return f"统一{self._entry.amount.label}"

    @Slot()
    def check(self) -> None:
        """Check the batch as it stands, line by line, and sum it up."""
        self._pause.stop()
        head, misread = self.head.record()
        problems = self._entry.check(head, self._chosen_rows())
        self.rows.set_problems(problems, of_empty=self._tried)
        self._show_head_problems([*misread, *problems[WHOLE_BATCH]])
        self._sum_up(head)

    def save(self, *, approve: bool, print_list: bool = False) -> None:
        """Save the batch and close; where problems forbid it, show them and lose nothing typed."""
        self._tried = True
        self._go_on = partial(self.save, approve=approve, print_list=print_list)
        self.check()
        head, misread = self.head.record()
        if misread or any(line.misread for line in self.rows.chosen()):
            self.show_message("请先改正标红的内容")
            return
        write = self._entry.approve if approve else self._entry.draft
        try:
            write(head, self._chosen_rows())
        except Blocked as blocked:
            self.head.show_problems(blocked.problems)
            self._remedy.offer(blocked.problems)
            self.show_message(_few(blocked.problems))
            return
        except Refused as refused:
            self.show_message(str(refused))
            return
        self.answer = Outcome(head.id, approve, print_list)
        self._drafts.leave()
        self.accept()

    @Slot()
    def _continue(self) -> None:
        """Go on where the batch was refused, now that what lacked is there; else look at it afresh."""
        self._go_on()

    @Slot()
    def reject(self) -> None:
        answer = Unsaved.ask(self, "这个批次") if self._edited else Answer.DISCARD
        if answer is Answer.SAVE:
            self.save(approve=False)
        elif answer is Answer.DISCARD:
            self._drafts.leave()
            super().reject()

    def _unsaved(self) -> dict[str, str]:
        if not self._edited:
            return {}
        rows = json.dumps(self.rows.drafted(), ensure_ascii=False)
        return {_HEAD: json.dumps(self.head.texts(), ensure_ascii=False), _ROWS: rows}

    @Slot(object)
    def _write_back(self, texts: Mapping[str, str]) -> None:
        self.head.write_back(json.loads(texts[_HEAD]))
        self.rows.take_drafted(Drafted(*row) for row in json.loads(texts[_ROWS]))

    def _chosen_rows(self) -> list[EntryRow]:
        return [line.row for line in self.rows.chosen()]

    def _build(self) -> None:
        self.head = BatchHead(self._entry, self)
        self.body.addWidget(self.head)
        self.body.addLayout(self._command_row())
        self.table = BatchTable(self._entry, self.rows, self)
        self.body.addWidget(Card(self, self.table), 1)
        self._sums = QLabel(self)
        self._sums.setObjectName("sums")
        self._remedy = RemedyButton(NewRecordDialog.ask, self)
        row = QHBoxLayout()
        row.addWidget(self._sums)
        row.addWidget(self._remedy)
        row.addStretch(1)
        self.body.addLayout(row)
        self._buttons()

    def _command_row(self) -> QHBoxLayout:
        self._amount = QLineEdit(self)
        self._amount.setObjectName("same_amount")
        self._amount.setAccessibleName(self._same_amount)
        self._amount.setPlaceholderText(f"{self._same_amount}，例如 500")
        self._amount.setFixedWidth(theme.length(180))
        self._apply = QPushButton(f"应用到选中的{self._entry.source.unit}", self)
        self._apply.setObjectName("apply_amount")
        self._all = QPushButton("全选", self)
        self._none = QPushButton("全不选", self)
        self.adder = BatchAdder(self._entry.source, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._amount)
        for button in (self._apply, self._all, self._none):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.adder)
        return row

    def _buttons(self) -> None:
        self.foot.addStretch(1)
        self.add_button("cancel", "取消").clicked.connect(self.reject)
        self.add_button("keep_draft", self._entry.draft_label).clicked.connect(self._save_draft)
        self.add_button("approve", self._entry.approve_label).clicked.connect(self._approve)
        both = self.add_button("approve_and_print", self._entry.print_label)
        both.setProperty("role", "primary")
        both.clicked.connect(self._approve_and_print)

    def _wire(self) -> None:
        self.head.edited.connect(self._note_edit)
        self.rows.edited.connect(self._note_edit)
        self._pause.timeout.connect(self.check)
        self._apply.clicked.connect(self._apply_amount)
        self._amount.returnPressed.connect(self._apply_amount)
        self._all.clicked.connect(self._choose_all)
        self._none.clicked.connect(self._choose_none)
        self._remedy.applied.connect(self._continue)
        self.adder.picked.connect(self._add_record)
        self.adder.outsider_clicked.connect(self._add_outsider)

    @Slot()
    def _note_edit(self) -> None:
        self._edited = True
        self._pause.start()
        self._drafts.touch()

    @Slot()
    def _apply_amount(self) -> None:
        try:
            fen = self._entry.amount.parse(self._amount.text())
        except Invalid as error:
            self.show_message(str(error))
            return
        if fen is None:
            self.show_message(f"请先填写{self._same_amount}")
            return
        self.show_message("")
        self.rows.set_amount(fen)

    @Slot()
    def _choose_all(self) -> None:
        self.rows.choose_all(True)

    @Slot()
    def _choose_none(self) -> None:
        self.rows.choose_all(False)

    @Slot(int)
    def _add_record(self, record_id: int) -> None:
        self.rows.add(self._entry.source.rows([record_id]))
        self.table.scrollToBottom()

    @Slot()
    def _add_outsider(self) -> None:
        self.rows.add([self._entry.source.new()])
        self.table.edit_last()

    @Slot()
    def _save_draft(self) -> None:
        self.save(approve=False)

    @Slot()
    def _approve(self) -> None:
        self.save(approve=True)

    @Slot()
    def _approve_and_print(self) -> None:
        self.save(approve=True, print_list=True)

    def _show_head_problems(self, problems: Sequence[Problem]) -> None:
        self._remedy.offer(problems)
        others = self.head.show_problems(problems)
        blocked = any(isinstance(other, Block) for other in others)
        self.show_message(_few(others), "bad" if blocked else "warn")

    def _sum_up(self, head: Record) -> None:
        total, (fund, left) = self.rows.total(), self._entry.balance(head)
        parts = (
            f"<b>{len(self.rows.chosen())}</b> {self._entry.source.unit}",
            f"合计 <b>¥{write_fen(total)}</b>",
            in_words(total),
            f"{fund}余额 {write_fen(left)} → <b>{write_fen(left - total)}</b>",
        )
        self._sums.setText("&nbsp;&nbsp;&nbsp;&nbsp;".join(parts))


def _few(problems: Sequence[Problem]) -> str:
    """Say the first problems, and how many more there are."""
    sentences = list(dict.fromkeys(problem.cited for problem in problems))
    more = f"；另有 {len(sentences) - 3} 处" if len(sentences) > 3 else ""
    return "；".join(sentences[:3]) + more

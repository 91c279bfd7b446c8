"""Paying aid to many people in one go (发放帮扶金)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.errors import Invalid, Refused
from app.fields.problems import Block, Blocked, Problem
from app.rules.money import in_words, write_fen
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from ui.card import Card
from ui.dialogs.aid_adder import AidAdder
from ui.dialogs.aid_batch import BatchForm
from ui.dialogs.aid_lines import AidLines
from ui.dialogs.aid_table import AidTable
from ui.dialogs.base import Dialog
from ui.dialogs.unsaved import Answer, Unsaved

_PAUSE_MS = 250


@dataclass(frozen=True)
class Outcome:
    """What came of the dialog: the batch that was kept, and whether its list shall be printed."""

    batch_id: int
    print_list: bool


class AidDialog(Dialog):
    """Puts a batch together, checks it while it grows, keeps it as a draft or approved."""

    def __init__(self, file_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__("发放帮扶金", parent)
        self.setObjectName("pay_aid")
        self.answer: Outcome | None = None
        self._tried = False
        self._edited = False
        self.lines = AidLines(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self.lines.add(aid.candidates(file_ids))
        self._wire()
        self.check()

    @classmethod
    def begin(cls, parent: QWidget, file_ids: Sequence[int]) -> Outcome | None:
        """Let the person put a batch together; None when nothing was kept."""
        dialog = cls(file_ids, parent.window())
        dialog.resize(parent.window().size() * 0.92)
        dialog.exec()
        return dialog.answer

    @Slot()
    def check(self) -> None:
        """Check the batch as it stands, line by line, and sum it up."""
        self._pause.stop()
        batch, misread = self.form.batch()
        told = aid.problems(batch, [line.recipient for line in self.lines.chosen()])
        self.lines.set_problems(told, of_empty=self._tried)
        self._show_batch_problems([*misread, *told[aid.WHOLE_BATCH]])
        self._sum_up(batch)

    def keep(self, *, approve: bool, print_list: bool = False) -> None:
        """Keep the batch; what stands against it is told, and nothing is lost."""
        self._tried = True
        self.check()
        batch, misread = self.form.batch()
        wrong = [line for line in self.lines.chosen() if line.misread]
        if misread or wrong:
            self.tell_problem("请先改正标红的内容")
            return
        try:
            self._keep(batch, approve=approve)
        except Blocked as blocked:
            self.form.show_problems(blocked.problems)
            self.tell_problem(_few(blocked.problems))
            return
        except Refused as refused:
            self.tell_problem(str(refused))
            return
        self.answer = Outcome(batch.id, print_list)
        self.accept()

    @Slot()
    def reject(self) -> None:
        answer = Unsaved.ask(self, "这个批次") if self._edited else Answer.DISCARD
        if answer is Answer.SAVE:
            self.keep(approve=False)
        elif answer is Answer.DISCARD:
            super().reject()

    def _keep(self, batch: AidBatch, *, approve: bool) -> None:
        by = batch.approved_by
        batch.approved_by = None
        people = [line.recipient for line in self.lines.chosen()]
        if approve:
            aid.pay(batch, people, by, min(date.today(), batch.planned_on or date.today()))
        else:
            aid.draft(batch, people)

    def _build(self) -> None:
        self.form = BatchForm(self)
        self.body.addWidget(self.form)
        self.body.addLayout(self._command_row())
        self.table = AidTable(self.lines, self)
        self.body.addWidget(Card(self, self.table), 1)
        self._sums = QLabel(self)
        self._sums.setObjectName("sums")
        self.body.addWidget(self._sums)
        self._buttons()

    def _command_row(self) -> QHBoxLayout:
        self._amount = QLineEdit(self)
        self._amount.setObjectName("same_amount")
        self._amount.setAccessibleName("统一金额")
        self._amount.setPlaceholderText("统一金额，例如 500")
        self._amount.setFixedWidth(180)
        self._apply = QPushButton("应用到选中的人", self)
        self._apply.setObjectName("apply_amount")
        self._all = QPushButton("全选", self)
        self._none = QPushButton("全不选", self)
        self.adder = AidAdder(self)
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
        self.add_button("keep_draft", "保存为拟定").clicked.connect(self._keep_draft)
        self.add_button("approve", "审批").clicked.connect(self._approve)
        both = self.add_button("approve_and_print", "审批并打印发放表")
        both.setProperty("role", "primary")
        both.clicked.connect(self._approve_and_print)

    def _wire(self) -> None:
        self.form.edited.connect(self._note_edit)
        self.lines.edited.connect(self._note_edit)
        self._pause.timeout.connect(self.check)
        self._apply.clicked.connect(self._apply_amount)
        self._amount.returnPressed.connect(self._apply_amount)
        self._all.clicked.connect(self._choose_all)
        self._none.clicked.connect(self._choose_none)
        self.adder.found.connect(self._add_file)
        self.adder.outsider_clicked.connect(self._add_outsider)

    @Slot()
    def _note_edit(self) -> None:
        self._edited = True
        self._pause.start()

    @Slot()
    def _apply_amount(self) -> None:
        try:
            fen = AidPayment.amount.parse(self._amount.text())
        except Invalid as error:
            self.tell_problem(str(error))
            return
        if fen is None:
            self.tell_problem("请先填写统一金额")
            return
        self.tell_problem("")
        self.lines.set_amount(fen)

    @Slot()
    def _choose_all(self) -> None:
        self.lines.choose_all(True)

    @Slot()
    def _choose_none(self) -> None:
        self.lines.choose_all(False)

    @Slot(int)
    def _add_file(self, file_id: int) -> None:
        self.lines.add(aid.candidates([file_id]))
        self.table.scrollToBottom()

    @Slot()
    def _add_outsider(self) -> None:
        self.lines.add([aid.Recipient(name="", id_number="")])
        self.table.edit_last_name()

    @Slot()
    def _keep_draft(self) -> None:
        self.keep(approve=False)

    @Slot()
    def _approve(self) -> None:
        self.keep(approve=True)

    @Slot()
    def _approve_and_print(self) -> None:
        self.keep(approve=True, print_list=True)

    def _show_batch_problems(self, told: Sequence[Problem]) -> None:
        others = self.form.show_problems(told)
        blocked = any(isinstance(other, Block) for other in others)
        self.tell_problem(_few(others), "bad" if blocked else "warn")

    def _sum_up(self, batch: AidBatch) -> None:
        total, left = self.lines.total(), aid.balance(batch.fund_source) if batch.fund_source else 0
        people = len(self.lines.chosen())
        parts = (
            f"<b>{people}</b> 人",
            f"合计 <b>¥{write_fen(total)}</b>",
            in_words(total),
            f"{batch.fund_source or '资金'}余额 {write_fen(left)} → <b>{write_fen(left - total)}</b>",
        )
        self._sums.setText("&nbsp;&nbsp;&nbsp;&nbsp;".join(parts))


def _few(problems: Sequence[Problem]) -> str:
    """Say the first problems, and how many more there are."""
    said = list(dict.fromkeys(problem.sentence for problem in problems))
    return "；".join(said[:3]) + (f"；另有 {len(said) - 3} 处" if len(said) > 3 else "")

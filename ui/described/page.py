"""The one page on which a register of the office's own is described: new, or as it is to be from now on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from app.described import changing, opened
from app.described.description import Description
from app.described.kinds import REFERENCE
from app.described.opened import Opened
from app.errors import Refused
from app.exchange.describing import Proposal, Proposed
from app.exchange.taking_up import Taken, import_rows
from ui.described.fields_table import FieldsTable
from ui.dialogs.base import Dialog
from ui.failures import explain_error
from ui.jobs import Jobs
from ui.look import theme
from ui.widgets.card import Card

_TOLD = 4  # so many doubtful fields are told
_NOBODY = "各自独立"
_ABOUT = (
    "登记、列表、查找、导入导出、打印、统计和提醒都按这里的字段来；以后可以随时再改，已登记的内容不会丢。"
)


class DescribedPage(Dialog):
    """Describes a register: what it is called, its fields, where it stands, to whom its records belong.

    After it `opened_key` is the register's key, empty where nothing was made; `said` is what is to be
    told of the rows that came in.
    """

    about = "described"

    def __init__(
        self,
        jobs: Jobs,
        description: Description,
        parent: QWidget | None = None,
        *,
        before: Opened | None = None,
        proposal: Proposal | None = None,
    ) -> None:
        super().__init__("修改自设台账" if before is not None else "自设台账", parent)
        self.opened_key = ""
        self.said = ""
        self._jobs, self._before, self._proposal = jobs, before, proposal
        self._running = False
        self.add_note(_ABOUT)
        self._build_head(description)
        self.fields = FieldsTable(self)
        self.body.addWidget(Card(self, self.fields), 1)
        self._build_below()
        held = {one.field.column: one.held for one in proposal.columns} if proposal is not None else {}
        self.fields.changed.connect(self._settle)
        self.fields.show_fields(description.fields, held, made=before is not None)
        self._choose_owner(description.owner)
        self._accept = self.add_foot("保存修改" if before is not None else "建立台账")
        if proposal is not None and proposal.doubtful:
            told = "；".join(map(_doubt, proposal.doubtful[:_TOLD]))
            more = f"等 {len(proposal.doubtful)} 个字段" if len(proposal.doubtful) > _TOLD else ""
            self.show_message(f"请核对{more}：{told}。", "warn")
        self.resize(theme.length(1040), theme.length(640))
        self.title.setFocus()

    @property
    def description(self) -> Description:
        """The register as it is described now."""
        return Description(
            self.title.text().strip(),
            self.fields.fields,
            self.unit.text().strip(),
            str(self.tab.currentData()),
            str(self.owner.currentData() or ""),
        )

    @Slot()
    def accept(self) -> None:
        """Make the register, or change it; what stands against it is said, and nothing is done."""
        if self._running:
            return
        try:
            if self._before is not None:
                made = changing.alter(self._before, self.description)
            else:
                made = changing.make(self.description)
        except Refused as refused:
            self.show_message(str(refused))
            return
        self.opened_key = made.own.register.key
        if self._proposal is not None and self._rows.isChecked():
            self._running = True
            self._accept.setEnabled(False)
            self.show_message("已建立，正在导入…", "info")
            self._jobs.run(partial(import_rows, made, self._proposal), self._show_rows, self._fail)
        else:
            super().accept()

    @Slot()
    def reject(self) -> None:
        if not self._running:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter ends a name or a list of choices; it makes the register only on its button.
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QLineEdit):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _build_head(self, description: Description) -> None:
        self.title = QLineEdit(description.title, self)
        self.title.setObjectName("title")
        self.title.setPlaceholderText("例如 志愿服务")
        self.unit = QLineEdit(description.unit, self)
        self.unit.setObjectName("unit")
        self.unit.setFixedWidth(theme.length(80))
        self.tab = QComboBox(self)
        self.tab.setObjectName("tab")
        for key, title in opened.tabs().items():
            self.tab.addItem(title, key)
        self.tab.setCurrentIndex(max(self.tab.findData(description.tab), 0))
        self.owner = QComboBox(self)
        self.owner.setObjectName("owner")
        self.owner.activated.connect(self._require_owner)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for at, (words, box) in enumerate(
            (("名称", self.title), ("放在", self.tab), ("记录属于", self.owner), ("记录以…计", self.unit))
        ):
            label = QLabel(words, self)
            label.setBuddy(box)
            grid.addWidget(label, 0, at)
            grid.addWidget(box, 1, at)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)

    def _build_below(self) -> None:
        line = QHBoxLayout()
        add = QPushButton("加字段", self)
        add.setObjectName("add_field")
        add.setAutoDefault(False)
        add.clicked.connect(self.fields.add_field)
        line.addWidget(add)
        self._back = QPushButton("恢复停用的字段", self)
        self._back.setObjectName("bring_back")
        self._back.setAutoDefault(False)
        self._back.setMenu(QMenu(self._back))
        line.addWidget(self._back)
        line.addStretch(1)
        self._rows = QCheckBox(self)
        self._rows.setObjectName("rows")
        self._rows.setChecked(True)
        self._rows.setVisible(self._proposal is not None)
        line.addWidget(self._rows)
        self.body.addLayout(line)
        if self._proposal is not None:
            self._rows.setText(f"同时导入表格中的 {self._proposal.rows:,} 行")
            if self._proposal.told:
                self.add_note("；".join(self._proposal.told) + "。")

    @Slot()
    def _settle(self) -> None:
        """Offer the references for owners, and the fields that can come back."""
        chosen, people = str(self.owner.currentData() or ""), opened.people()
        self.owner.clear()
        self.owner.addItem(_NOBODY, "")
        for field in self.fields.fields:
            if field.kind == REFERENCE and field.to in people and not field.retired and field.label:
                self.owner.addItem(f"“{field.label}”", field.column)
        self._choose_owner(chosen)
        self.fields.offer_taken_out(self._back)

    def _choose_owner(self, column: str) -> None:
        self.owner.setCurrentIndex(max(self.owner.findData(column), 0))

    @Slot(int)
    def _require_owner(self, at: int) -> None:
        if column := self.owner.itemData(at):
            self.fields.require(column)

    @Slot(object)
    def _show_rows(self, taken: Taken) -> None:
        self._running = False
        self.said = taken.sentence
        super().accept()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._running = False
        self.said = f"台账已建立，但没有导入行：{error}" if isinstance(error, Refused) else ""
        super().accept()
        if not isinstance(error, Refused):
            explain_error(error)


def _doubt(one: Proposed) -> str:
    """Say why a field is doubtful, with values that would not fit: “借出日期”多数像日期……：三月初."""
    misfits = f"（{'、'.join(one.held.misfits)}）" if one.held.misfits else ""
    return f"“{one.field.label}”{one.held.why}{misfits}"

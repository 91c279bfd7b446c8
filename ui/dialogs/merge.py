"""Two entries of one person or unit, side by side: which values stay when they become one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from app.errors import Refused
from app.fields import Described
from app.keeping import merging
from app.keeping.merging import Choice
from app.records.base import Record
from app.records.distinct import tell_apart
from app.register import Register
from ui.dialogs.base import Dialog
from ui.look import theme

TOLD_APART = 2
"""The dialog's result where a person found that these are two."""


class MergeDialog(Dialog):
    """Shows in which fields two records differ, lets a value of each be chosen, and merges them."""

    about = "list"

    def __init__(
        self, register: Register, kept: Record, other: Record, parent: QWidget | None, alike: str = ""
    ) -> None:
        super().__init__(f"合并{register.title}", parent)
        self._register = register
        self._kept, self._other = kept, other
        self._choices: list[Choice] = []
        self._groups: dict[str, QButtonGroup] = {}
        self._touched: set[str] = set()
        self.add_note(
            (f"{alike}。" if alike else "")
            + "合并后只留下左边一条，右边一条的往来记录全部转到它名下；右边一条放入回收站，可以撤销。"
        )
        self._moving = self.add_note("")
        self._area = QScrollArea(self)
        self._area.setAccessibleName("逐项选择留下的内容")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(self._area, 1)
        self._two = self.add_button("two", "这是两个，不合并")
        self._two.clicked.connect(self._tell_apart)
        self._swap = self.add_button("swap", "左右对调")
        self._swap.clicked.connect(self._exchange)
        self.add_foot("合并")
        self.resize(theme.length(720), theme.length(560))
        self._fill()

    @classmethod
    def ask(cls, parent: QWidget, register: Register, one: Record, other: Record, alike: str = "") -> int:
        """Ask about two records; return the result: accepted, rejected or TOLD_APART."""
        return cls(register, one, other, parent.window(), alike).exec()

    @property
    def values(self) -> dict[str, object]:
        """Return the values chosen, by field name."""
        return {
            choice.field.name: choice.kept
            if self._groups[choice.field.name].checkedId() == 0
            else choice.other
            for choice in self._choices
        }

    def accept(self) -> None:
        try:
            merging.merge(self._register, self._kept, self._other, self.values)
        except Refused as error:
            self.show_message(str(error))
            return
        super().accept()

    @Slot()
    def _tell_apart(self) -> None:
        tell_apart(self._kept, self._other)
        self.done(TOLD_APART)

    @Slot()
    def _exchange(self) -> None:
        self._kept, self._other = self._other, self._kept
        self._touched.clear()
        self._fill()

    def _fill(self) -> None:
        self._choices = merging.choices(self._register, self._kept, self._other)
        self._groups = {}
        page = QWidget()
        page.setProperty("role", "page")
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, (heading, record) in enumerate((("留下", self._kept), ("并入", self._other)), 1):
            label = QLabel(f"{heading}：{record}", page)
            label.setProperty("role", "heading")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            grid.addWidget(label, 0, column)
        for row, choice in enumerate(self._choices, 1):
            grid.addWidget(QLabel(choice.field.label, page), row, 0)
            self._groups[choice.field.name] = self._radios(choice, grid, row, page)
        if not self._choices:
            grid.addWidget(QLabel("两条内容相同。", page), 1, 1)
        grid.setRowStretch(len(self._choices) + 2, 1)
        self._area.setWidget(page)
        moving = merging.belongings(self._register, self._other)
        self._moving.setText(f"将转移：{'、'.join(moving)}" if moving else "右边一条没有往来记录。")

    def _radios(self, choice: Choice, grid: QGridLayout, row: int, page: QWidget) -> QButtonGroup:
        group = QButtonGroup(page)
        group.setProperty("field", choice.field.name)
        for number, (side, value) in enumerate((("kept", choice.kept), ("other", choice.other))):
            radio = QRadioButton(_shown(choice.field, value), page)
            radio.setObjectName(f"{choice.field.name}_{side}")
            radio.setAccessibleName(f"{choice.field.label}：{'留下' if number == 0 else '并入'}一条的内容")
            radio.setChecked((choice.proposed == choice.kept) == (number == 0))
            group.addButton(radio, number)
            grid.addWidget(radio, row, 1 + number)
        group.idClicked.connect(self._chosen)
        return group

    @Slot(int)
    def _chosen(self, _number: int) -> None:
        """Keep what was chosen; what belongs to a state follows the state unless it was chosen, too."""
        group = self.sender()
        if not isinstance(group, QButtonGroup):
            return
        self._touched.add(str(group.property("field")))
        chosen = {name: value for name, value in self.values.items() if name in self._touched}
        for choice in merging.choices(self._register, self._kept, self._other, chosen):
            self._groups[choice.field.name].button(int(choice.proposed != choice.kept)).setChecked(True)


def merge_suspects(parent: QWidget, register: Register) -> tuple[int, int]:
    """Ask about each pair that may be one until the person stops; return how many were found and merged."""
    found = merged = 0
    gone: set[int] = set()
    for pair in list(merging.suspects(register)):
        if gone & {pair.one.id, pair.other.id}:
            continue
        found += 1
        result = MergeDialog.ask(parent, register, pair.one, pair.other, pair.alike)
        if result == QDialog.DialogCode.Rejected:
            break
        if result == QDialog.DialogCode.Accepted:
            merged += 1
            gone |= {pair.one.id, pair.other.id}
    return found, merged


def _shown(field: Described, value: object) -> str:
    """Return a value as the form shows it to whoever looks over a shoulder."""
    if value is None or value == "":
        return "（空）"
    return field.mask(value) if field.guarded else field.format(value)

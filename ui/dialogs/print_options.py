"""What to print: which records, which period, for the wall or for the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QWidget

from app.errors import Invalid
from app.register import Occasion, Print
from app.rules.dates import read_date, write_date
from app.rules.periods import custom
from app.rules.text import tidy
from ui.dialogs.base import Dialog


@dataclass(frozen=True)
class Chosen:
    """The answer: what the print covers, and whether it may hang on the wall."""

    occasion: Occasion
    public: bool


class PrintOptions(Dialog):
    """Asks what one print shall cover."""

    def __init__(
        self,
        asked_print: Print,
        listed: tuple[int, ...],
        selected: tuple[int, ...],
        parent: QWidget | None,
    ) -> None:
        super().__init__(f"打印 {asked_print.title}", parent)
        self._listed, self._selected = listed, selected
        self.answer: Chosen | None = None
        self._ranges = QButtonGroup(self)
        few = bool(asked_print.single and selected)
        if listed or not asked_print.dated:
            self._range("列表中的", f"{len(listed)} 条", "listed", on=not few)
            self._range("选中的", f"{len(selected)} 条", "chosen", on=few, enabled=bool(selected))
        if asked_print.dated:
            self._range("一段时间", "", "period", on=not listed)
            self.body.addLayout(self._period())
        self._public = self._box("public", "公示版（隐去身份证号等，可以张贴）")
        self._public.setVisible(asked_print.public is not None)
        self._full_ids = self._box("full_ids", "打印完整的证件号码（只供本会内部使用）")
        self._full_ids.setVisible(asked_print.hides_ids)
        self._public.toggled.connect(self._full_ids.setDisabled)
        self.add_foot("预览")

    @classmethod
    def ask(
        cls, asked_print: Print, listed: tuple[int, ...], selected: tuple[int, ...], parent: QWidget
    ) -> Chosen | None:
        """Ask; None when the person thought better of it."""
        dialog = cls(asked_print, listed, selected, parent.window())
        dialog.exec()
        return dialog.answer

    def _chosen(self) -> Chosen:
        kind, public = self._ranges.checkedButton().objectName(), self._public.isChecked()
        full_ids, today = self._full_ids.isChecked() and not public, date.today()
        if kind == "period":
            period = custom(read_date(tidy(self._first.text())), read_date(tidy(self._last.text())))
            return Chosen(Occasion(today, period=period, full_ids=full_ids), public)
        ids = self._selected if kind == "chosen" else self._listed
        return Chosen(Occasion(today, ids=ids, full_ids=full_ids), public)

    @Slot()
    def accept(self) -> None:
        try:
            self.answer = self._chosen()
        except Invalid as error:
            self.tell_problem(str(error))
            return
        super().accept()

    def _range(self, label: str, note: str, name: str, *, on: bool = False, enabled: bool = True) -> None:
        button = QRadioButton(f"{label} {note}".rstrip(), self)
        button.setObjectName(name)
        button.setChecked(on)
        button.setEnabled(enabled)
        self._ranges.addButton(button)
        self.body.addWidget(button)

    def _box(self, name: str, label: str) -> QCheckBox:
        box = QCheckBox(label, self)
        box.setObjectName(name)
        self.body.addWidget(box)
        return box

    def _period(self) -> QHBoxLayout:
        today = date.today()
        self._first, self._last = QLineEdit(self), QLineEdit(self)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        for box, name, day in (
            (self._first, "first_day", date(today.year, 1, 1)),
            (self._last, "last_day", today),
        ):
            box.setObjectName(name)
            box.setAccessibleName("开始日期" if name == "first_day" else "结束日期")
            box.setText(write_date(day))
            box.textEdited.connect(self._choose_period)
            row.addWidget(box)
            if name == "first_day":
                row.addWidget(QLabel("至", self))
        return row

    @Slot()
    def _choose_period(self) -> None:
        next(button for button in self._ranges.buttons() if button.objectName() == "period").setChecked(True)

"""How a print shall come out of the printer: which one, how many copies, which pages, bound or not."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from app.printing.handing_over import Wanted, Which
from ui import preferences
from ui.dialogs.base import Dialog

_WHICH = {"all": "全部页", "odd": "只印奇数页", "even": "只印偶数页"}
_MOST_COPIES = 99


class ToPrinter(Dialog):
    """Asks for a printer and how; what was answered for a print is offered the next time."""

    about = "print"

    def __init__(
        self, title: str, pages: int, copies: int, printers: list[str], parent: QWidget | None
    ) -> None:
        super().__init__(f"打印　{title}", parent)
        self._title = title
        self.answer: tuple[str, Wanted] | None = None
        before = preferences.printing(title)
        rows = QFormLayout()
        self.body.addLayout(rows)
        self._printer = self._choice("printer", "打印机", {name: name for name in printers})
        self._printer.setCurrentIndex(max(0, self._printer.findData(before.get("printer"))))
        self._copies = self._number("copies", "份数", 1, _MOST_COPIES, int(before.get("copies", copies)))
        self._first = self._number("first", "从第几页", 1, pages, 1)
        self._last = self._number("last", "到第几页", 1, pages, pages)
        self._which = self._choice("which", "奇偶页", _WHICH)
        self._duplex = self._box("duplex", "双面打印（长边翻转）", on=before.get("duplex") == "1")
        self._bound = self._box("bound", "留 25 毫米装订边（归档用）", on=before.get("bound") == "1")
        span = QHBoxLayout()
        span.addWidget(self._first)
        span.addWidget(QLabel("至", self))
        span.addWidget(self._last)
        span.addStretch(1)
        rows.addRow("打印机", self._printer)
        rows.addRow("份数", self._copies)
        rows.addRow("页码", span)
        rows.addRow("", self._which)
        rows.addRow("", self._duplex)
        rows.addRow("", self._bound)
        self.add_foot("打印")

    @Slot()
    def accept(self) -> None:
        if self._first.value() > self._last.value():
            self.show_message("开始页码大于结束页码，请改页码。")
            return
        wanted = Wanted(
            self._copies.value(),
            self._first.value(),
            self._last.value(),
            cast(Which, self._which.currentData()),
            self._duplex.isChecked(),
            self._bound.isChecked(),
        )
        printer = str(self._printer.currentData())
        preferences.remember_printing(
            self._title,
            {
                "printer": printer,
                "copies": str(wanted.copies),
                "duplex": str(int(wanted.duplex)),
                "bound": str(int(wanted.bound)),
            },
        )
        self.answer = (printer, wanted)
        super().accept()

    def _choice(self, name: str, label: str, choices: dict[str, str]) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(label)
        for key, shown in choices.items():
            box.addItem(shown, key)
        return box

    def _number(self, name: str, label: str, least: int, most: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setRange(least, most)
        box.setValue(value)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        return box

    def _box(self, name: str, label: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(label, self)
        box.setObjectName(name)
        box.setChecked(on)
        return box

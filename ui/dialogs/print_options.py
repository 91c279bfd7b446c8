"""What to print: which records, which period, for the wall or for the office; or the blank form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from app.errors import Invalid
from app.listing import years
from app.printing.layout import ListPrint, Print, PrintRequest
from app.printing.prints import may_be_stamped, number_chosen, only_of
from app.rules.dates import read_date, write_date
from app.rules.periods import custom
from app.rules.text import tidy
from ui.dialogs.base import Dialog

_MOST_ROWS = 200
_IN_FULL = "打印完整的证件号码和手机号（只供本会内部使用）"
_OF_OTHERS = "他人的证件号码和手机号也打印完整"


@dataclass(frozen=True)
class PrintChoice:
    """The answer: what the print covers, and whether it may hang on the wall.

    `stamped` prints the time on each page. `blank` asks for the empty form instead, `rows` with how many
    rows where it is a list.
    """

    request: PrintRequest
    public: bool
    blank: bool = False
    rows: int | None = None
    stamped: bool = False


class PrintOptions(Dialog):
    """Asks what one print shall cover."""

    about = "print"

    def __init__(
        self,
        layout: Print,
        listed: tuple[int, ...],
        selected: tuple[int, ...],
        parent: QWidget | None,
    ) -> None:
        super().__init__(f"打印 {layout.title}", parent)
        if layout.whole_period:
            listed = selected = ()
        self._listed, self._selected = listed, selected
        self.answer: PrintChoice | None = None
        self._ranges = QButtonGroup(self)
        few = bool(layout.of_one and selected)
        if listed or layout.dated is None:
            self._range("列表中的", _number(layout, listed), "listed", on=not few)
            self._range("选中的", _number(layout, selected), "chosen", on=few, enabled=bool(selected))
        if layout.dated is not None:
            self._range("一段时间", "", "period", on=not listed)
            self.body.addLayout(self._period(years(layout.dated)))
        self._range("空白表（手工填写）", "", "blank")
        self._rows = self._row_count(layout)
        self._public = self._box("public", "公示版（隐去身份证号等，可以张贴）")
        self._public.setVisible(layout.public is not None)
        self._full_ids = self._box("full_ids", _OF_OTHERS if layout.own_numbers else _IN_FULL)
        self._full_ids.setVisible(layout.hides_ids)
        self._public.toggled.connect(self._full_ids.setDisabled)
        self._stamped = self._box("stamped", "每页印上打印时间")
        self._stamped.setVisible(may_be_stamped(layout))
        self.add_foot("预览")

    @classmethod
    def ask(
        cls, layout: Print, listed: tuple[int, ...], selected: tuple[int, ...], parent: QWidget
    ) -> PrintChoice | None:
        """Ask; None when the person thought better of it."""
        dialog = cls(layout, listed, selected, parent.window())
        dialog.exec()
        return dialog.answer

    def _read(self) -> PrintChoice:
        kind, public = self._ranges.checkedButton().objectName(), self._public.isChecked()
        stamped = self._stamped.isChecked() and not public
        full_ids, today = self._full_ids.isChecked() and not public, date.today()
        if kind == "blank":
            return PrintChoice(
                PrintRequest(today), public, blank=True, rows=self._rows.value() if self._rows else None
            )
        if kind == "period":
            period = custom(read_date(tidy(self._first.text())), read_date(tidy(self._last.text())))
            return PrintChoice(PrintRequest(today, period=period, full_ids=full_ids), public, stamped=stamped)
        ids = self._selected if kind == "chosen" else self._listed
        return PrintChoice(PrintRequest(today, ids=ids, full_ids=full_ids), public, stamped=stamped)

    @Slot()
    def accept(self) -> None:
        try:
            self.answer = self._read()
        except Invalid as error:
            self.show_message(str(error))
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

    def _row_count(self, layout: Print) -> QSpinBox | None:
        """Ask how many rows the blank list shall have; a form, or a list of what is known, is what it is."""
        if not isinstance(layout, ListPrint) or not layout.blank_rows:
            return None
        box = QSpinBox(self)
        box.setObjectName("blank_rows")
        box.setAccessibleName("空白行数")
        box.setRange(1, _MOST_ROWS)
        box.setValue(layout.blank_rows)
        box.setSuffix(" 行")
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.valueChanged.connect(self._choose_blank)
        row = self._indented()
        row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        return box

    def _period(self, choices: list[int]) -> QHBoxLayout:
        """Ask for two days; a year that has records fills them in, at first the newest."""
        self._first, self._last = QLineEdit(self), QLineEdit(self)
        self._year = QComboBox(self)
        self._year.setObjectName("year")
        self._year.setAccessibleName("年份")
        for number in choices or [date.today().year]:
            self._year.addItem(f"{number}年", number)
        row = self._indented()
        row.addWidget(self._year)
        for box, name in ((self._first, "first_day"), (self._last, "last_day")):
            box.setObjectName(name)
            box.setAccessibleName("开始日期" if name == "first_day" else "结束日期")
            box.textEdited.connect(self._choose_period)
            row.addWidget(box)
            if name == "first_day":
                row.addWidget(QLabel("至", self))
        self._fill_year()
        self._year.activated.connect(self._pick_year)
        return row

    def _indented(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        return row

    def _fill_year(self) -> None:
        """Write down the days of the chosen year, of the current one those up to today."""
        number, today = self._year.currentData(), date.today()
        last = today if number == today.year else date(number, 12, 31)
        self._first.setText(write_date(date(number, 1, 1)))
        self._last.setText(write_date(last))

    @Slot()
    def _pick_year(self) -> None:
        self._fill_year()
        self._choose_period()

    @Slot()
    def _choose_period(self) -> None:
        self._choose_range("period")

    @Slot()
    def _choose_blank(self) -> None:
        self._choose_range("blank")

    def _choose_range(self, name: str) -> None:
        next(button for button in self._ranges.buttons() if button.objectName() == name).setChecked(True)


def _number(layout: Print, ids: tuple[int, ...]) -> str:
    """Say how many there are, and how many of them are printed where a print holds only some."""
    printed = number_chosen(layout, PrintRequest(date.today(), ids=ids))
    if printed is None or printed == len(ids):
        return f"{len(ids)} 条"
    only, unit = only_of(layout), "条" if isinstance(layout, ListPrint) else "份"
    return f"{len(ids)} 条，{f'只印{only} {printed}' if only else f'印 {printed}'} {unit}"

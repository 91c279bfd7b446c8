"""Choosing the period that figures are counted over: a year and a part of it, or two days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from app.errors import Invalid
from app.rules import periods
from app.rules.dates import read_date, write_date
from app.rules.periods import Period
from ui.look import theme
from ui.look.theme import mark

OfYear = Callable[[int], Period]
CUSTOM = "自定义"
_DAY_WIDTH = 128  # in which a day of eight digits stands whole


def _part(of: Callable[[int, int], Period], which: int) -> OfYear:
    return lambda number: of(number, which)


PRESETS: dict[str, OfYear] = {
    "全年": periods.year,
    "上半年": _part(periods.half, 1),
    "下半年": _part(periods.half, 2),
    **{f"第{name}季度": _part(periods.quarter, which) for which, name in enumerate("一二三四", start=1)},
    "统计年度": periods.statistics_year,
}
_MONTHS: dict[str, OfYear] = {
    f"1—{last}月" if last > 1 else "1月": _part(periods.through_month, last) for last in range(1, 12)
}


class PeriodChooser(QWidget):
    """Two buttons with menus; for two days of one's own, two boxes beside them.

    Signals:
        chosen(Period): another period.
        problem(str): why what was typed is no period; empty takes it back.
    """

    chosen = Signal(object)
    problem = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year, self._preset = date.today().year, "全年"
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._years = self._button("year", "年度")
        self._presets = self._button("period", "期间")
        self._offer_presets()
        self._days = self._day_boxes()
        self.set_years([self._year])
        self._tell()

    @property
    def year(self) -> int:
        """The year that is chosen."""
        return self._year

    @property
    def period(self) -> Period:
        """The period that is chosen; raises Invalid while two days are not one."""
        if self._preset == CUSTOM:
            first, last = (self._read(box) for box in self._days)
            return periods.custom(first, last)
        return {**PRESETS, **_MONTHS}[self._preset](self._year)

    def set_years(self, years: Sequence[int]) -> None:
        """Offer these years."""
        menu = self._years.menu()
        menu.clear()
        for year in sorted({*years, self._year}, reverse=True):
            action = menu.addAction(f"{year}年")
            action.setData(year)

    def after_import(self, year: int) -> None:
        """Take over a year without announcing it."""
        self._year = year
        self._tell()

    def choose(self, year: int | None = None, preset: str = "") -> None:
        """Choose a year, or a part of it by its name, as if a person had done so."""
        was = (self._year, self._preset)
        self._year, self._preset = year or self._year, preset or self._preset
        if self._preset == CUSTOM and was[1] != CUSTOM:
            for box, day in zip(self._days, {**PRESETS, **_MONTHS}[was[1]](self._year), strict=True):
                box.setText(write_date(day))
        self._tell()
        self._announce()

    def choose_period(self, period: Period) -> None:
        """Choose a period: by its name where it has one, else by its two days."""
        year = period.last.year
        spans = {name: tuple(of(year)) for name, of in {**PRESETS, **_MONTHS}.items()}
        name = next((name for name, span in spans.items() if span == tuple(period)), CUSTOM)
        if name == CUSTOM:
            for box, day in zip(self._days, period, strict=True):
                box.setText(write_date(day))
            self._preset = CUSTOM
        self.choose(year, name)

    def _button(self, name: str, label: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setToolTip(label)
        button.setMenu(QMenu(button))
        self._row.addWidget(button)
        return button

    def _offer_presets(self) -> None:
        menu = self._presets.menu()
        for name in PRESETS:
            menu.addAction(name).setData(name)
        months = menu.addMenu("1月至某月")
        for name in _MONTHS:
            months.addAction(name).setData(name)
        menu.addSeparator()
        menu.addAction(f"{CUSTOM}…").setData(CUSTOM)
        menu.triggered.connect(self._pick_preset)
        self._years.menu().triggered.connect(self._pick_year)

    def _day_boxes(self) -> tuple[QLineEdit, QLineEdit]:
        self._to = QLabel("至", self)
        first, last = QLineEdit(self), QLineEdit(self)
        for box, name, label in ((first, "first_day", "开始日期"), (last, "last_day", "结束日期")):
            box.setObjectName(name)
            box.setAccessibleName(label)
            box.setFixedWidth(theme.length(_DAY_WIDTH))
            box.editingFinished.connect(self._announce)
        for widget in (first, self._to, last):
            self._row.addWidget(widget)
        return first, last

    def _tell(self) -> None:
        for button, text, label in (
            (self._years, f"{self._year}年", "年度"),
            (self._presets, self._preset, "期间"),
        ):
            button.setText(f"{text} ▾")
            button.setAccessibleName(f"{label} {text}")
        own, preset = (*self._days, self._to), (self._years,)
        hidden, shown = (preset, own) if self._preset == CUSTOM else (own, preset)
        for widget in (*hidden, *shown):  # in this order: never is there to be room for both
            widget.setVisible(widget in shown)

    @Slot(QAction)
    def _pick_year(self, action: QAction) -> None:
        self.choose(year=action.data())

    @Slot(QAction)
    def _pick_preset(self, action: QAction) -> None:
        self.choose(preset=action.data())

    @Slot()
    def _announce(self) -> None:
        try:
            period = self.period
        except Invalid as error:
            self.problem.emit(str(error))
            return
        self.problem.emit("")
        self.chosen.emit(period)

    def _read(self, box: QLineEdit) -> date:
        try:
            day = read_date(box.text())
        except Invalid as error:
            mark(box, problem="block")
            raise Invalid(f"{box.accessibleName()}：{error}") from error
        mark(box, problem="")
        return day

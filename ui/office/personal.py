"""What was given out of what is told of people, and what is to be deleted as its years are over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QTableWidget, QTableWidgetItem, QTabWidget, QWidget

from app import personal
from app.rules import periods
from ui.dialogs.base import Dialog
from ui.jobs import Jobs
from ui.lists.copying import CopyRows
from ui.lists.short_list import ShortList
from ui.look import theme
from ui.registers.printing import Made, make_pdf

_YEARS = 10
_LOG = {"时间": 170, "内容": 0, "行数": 70, "页数": 70, "含完整号码": 110}
_EXPIRED = {"台账": 120, "记录": 0, "起算日期": 120, "保存": 70, "到期日期": 120, "依据": 200}
_ABOUT = (
    "打印和导出自动登记；到期的记录由人决定是否删除，程序不会自己删除。保存期限在“设置”的“保存期限”中规定。"
)


class PersonalDialog(Dialog):
    """Shows, of a year, what was printed and exported, and what is kept no longer by its end; prints both."""

    def __init__(self, window: QWidget | None, jobs: Jobs) -> None:
        super().__init__("个人信息", window)
        self._jobs = jobs
        self._window = window
        self.add_note(_ABOUT)
        self._year = QComboBox(self)
        self._year.setObjectName("year")
        self._year.setAccessibleName("年度")
        this = date.today().year
        for year in range(this, this - _YEARS, -1):
            self._year.addItem(f"{year}年", year)
        self.body.addWidget(self._year, 0, Qt.AlignmentFlag.AlignLeft)
        self._pages = QTabWidget(self)
        self._pages.setObjectName("pages")
        self._log = ShortList("log", "打印和导出", _LOG, self, empty="这一年没有打印或导出")
        self._expired = ShortList("expired", "到期应删除", _EXPIRED, self, empty="这一年没有到期的记录")
        for table in (self._log, self._expired):
            self._pages.addTab(table, table.accessibleName())
            CopyRows(table)
        self.body.addWidget(self._pages, 1)
        self.foot.addStretch(1)
        self.add_button("cancel", "关闭").clicked.connect(self.reject)
        show = self.add_button("print_list", "打印")
        show.setProperty("role", "primary")
        show.clicked.connect(self._print)
        self._year.currentIndexChanged.connect(self._fill)
        self.resize(theme.length(920), theme.length(560))
        self._fill()

    @property
    def _period(self) -> periods.Period:
        return periods.year(self._year.currentData())

    @Slot()
    def _fill(self) -> None:
        _show(self._log, map(personal.log_texts, personal.given_out(self._period)))
        _show(self._expired, map(personal.expired_texts, personal.expired(self._period.last)))

    @Slot()
    def _print(self) -> None:
        table, now = self._pages.currentWidget(), datetime.now()
        if table is self._log:
            write = partial(personal.write_log, self._period, printed_at=now)
        else:
            write = partial(personal.write_expired, self._period.last, printed_at=now)
        self._jobs.run(
            partial(make_pdf, self._pages.tabText(self._pages.currentIndex()), write),
            self._preview,
        )

    @Slot(object)
    def _preview(self, made: Made) -> None:
        from ui.dialogs.preview import Preview

        Preview.open_for(self._window or self, made.path, made.title, made.missing)


def _show(table: QTableWidget, rows: Iterable[Sequence[str]]) -> None:
    listed = list(rows)
    table.setRowCount(len(listed))
    for row, texts in enumerate(listed):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)

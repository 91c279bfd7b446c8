"""Everything about one person in one column of time; each line leads to where it is recorded."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app import chronicle, personal
from app.chronicle import Chronicle, Event
from app.records.base import Record
from ui.dialogs.base import Dialog
from ui.jobs import Jobs
from ui.lists.copying import CopyRows
from ui.lists.table import row_height
from ui.look import theme
from ui.registers.printing import Made, make_pdf

_HEADINGS = ("日期", "台账", "内容")
_DAY_WIDTH, _KIND_WIDTH = 130, 120
_DOUBTFUL = "同名"


class ChronicleDialog(Dialog):
    """Shows what was recorded of a person, and prints it.

    Signals:
        record_chosen(str, int): the person at the window wants to see where a line is recorded.
    """

    about = "find"

    record_chosen = Signal(str, int)

    def __init__(self, window: QWidget, jobs: Jobs, record: Record) -> None:
        self._record = record
        self._chronicle: Chronicle = chronicle.of(record)
        super().__init__(f"{self._chronicle.name}的全部记录", window)
        self._jobs = jobs
        self._window = window
        told = self._chronicle
        number = f"，证件号码 {told.number}" if told.number else "，没有证件号码"
        words = f"{told.name}{number}：{len(told.certain)} 条记录。"
        if told.doubtful:
            words += f"另有 {len(told.doubtful)} 条同名而未记证件号码，请核对是否本人。"
        self.add_note(words)
        self.table = self._make_table()
        self.body.addWidget(self.table, 1)
        self.add_note("双击或按 Enter 打开；选中后按 Ctrl+C 复制。")
        self.foot.addStretch(1)
        self.add_button("cancel", "关闭").clicked.connect(self.reject)
        self.add_button("print_copy", "打印个人信息副本").clicked.connect(self._print_copy)
        self.add_button("print_chronicle", "打印").clicked.connect(self._print)
        go = self.add_button("accept", "打开")
        go.setProperty("role", "primary")
        go.setDefault(True)
        go.clicked.connect(self.accept)
        self.resize(theme.length(820), theme.length(560))

    def accept(self) -> None:
        row = self.table.currentRow()
        event = self._events()[row] if row >= 0 else None
        if event is None or event.place is None:
            self.show_message("这一条在所属记录中查看。" if event else "请先选中一条。")
            return
        super().accept()
        self.record_chosen.emit(*event.place)

    def _events(self) -> tuple[Event, ...]:
        return (*self._chronicle.certain, *self._chronicle.doubtful)

    def _make_table(self) -> QTableWidget:
        events = self._events()
        table = QTableWidget(len(events), len(_HEADINGS), self)
        table.setObjectName("events")
        table.setAccessibleName("全部记录")
        table.setHorizontalHeaderLabels(list(_HEADINGS))
        for row, event in enumerate(events):
            kind = event.kind if event.certain else f"{event.kind}（{_DOUBTFUL}）"
            for column, text in enumerate((event.when, kind, event.what)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
        headings = table.horizontalHeader()
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setHighlightSections(False)
        headings.setSectionResizeMode(len(_HEADINGS) - 1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, theme.length(_DAY_WIDTH))
        table.setColumnWidth(1, theme.length(_KIND_WIDTH))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.doubleClicked.connect(self.accept)
        table.selectRow(0)
        CopyRows(table)
        return table

    @Slot()
    def _print(self) -> None:
        title = f"{self._chronicle.name}的全部记录"
        write = partial(chronicle.write, self._chronicle, printed_at=datetime.now())
        self._jobs.run(partial(make_pdf, title, write), self._preview)

    @Slot()
    def _print_copy(self) -> None:
        title = f"{self._chronicle.name}的个人信息"
        write = partial(personal.write_copy, self._record, printed_at=datetime.now())
        self._jobs.run(partial(make_pdf, title, write), self._preview)

    @Slot(object)
    def _preview(self, made: Made) -> None:
        from ui.dialogs.preview import Preview

        Preview.open_for(self._window, made.path, made.title, made.missing)

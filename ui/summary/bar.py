"""The head of the tab: which report, and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from app.summary.annex import PLACES, Place
from app.summary.reports import REPORTS, Report
from ui.widgets.folding_row import FoldingRow


class SummaryBar(FoldingRow):
    """Chooses the report, and offers what can be done with it.

    Signals:
        report_chosen(): another year or kind of report was chosen.
        marking_chosen(): sentences without records shall be left out, or marked.
        insert_clicked(), save_clicked(), revert_clicked(), word_clicked(), print_clicked(),
        begin_anew_clicked(), learn_clicked()
    """

    report_chosen = Signal()
    marking_chosen = Signal()
    insert_clicked = Signal()
    save_clicked = Signal()
    revert_clicked = Signal()
    word_clicked = Signal()
    print_clicked = Signal()
    begin_anew_clicked = Signal()
    learn_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, margins=(16, 12, 16, 11))
        self.setProperty("role", "bar")
        self.add_title("工作总结")
        self._add_choices()
        self.row.addStretch(1)
        self._button("insert", "插入统计项", self.insert_clicked, "插入一个统计项（Ctrl+J）", folds=1)
        self.revert = self._button("revert", "还原", self.revert_clicked, "放弃没有保存的改动", folds=2)
        self.save = self._button("save", "保存", self.save_clicked, "保存文字（Ctrl+S）", folds=3)
        hint = "预览、打印或另存为 PDF（Ctrl+P）"
        self.paper = self._button("print", "打印/PDF", self.print_clicked, hint, folds=1)
        self.word = self._button("export", "生成 Word", self.word_clicked, "生成 Word 文档", folds=4)
        self.word.setProperty("role", "primary")
        self.anew = QAction("恢复默认文字…", self)
        self.anew.triggered.connect(self.begin_anew_clicked)
        self.learn = QAction("从旧总结开始…", self)
        self.learn.setObjectName("learn")
        self.learn.triggered.connect(self.learn_clicked)
        self._places = QActionGroup(self)
        for place, words in PLACES.items():
            choice = self._places.addAction(words)
            choice.setObjectName(f"annex-{place.value}")
            choice.setCheckable(True)
            choice.setData(place)
        self._places.actions()[0].setChecked(True)
        apart = QAction(self)
        apart.setSeparator(True)
        self.set_more([*self._places.actions(), apart, self.learn, self.anew])
        self.row.addWidget(self.more)

    @property
    def year(self) -> int:
        """The chosen year."""
        return int(self._year.currentData())

    @property
    def report(self) -> Report:
        """The chosen kind of report."""
        return REPORTS[self._report.currentIndex()]

    @property
    def marks(self) -> bool:
        """Whether sentences without records are marked, not left out."""
        return self._missing.currentIndex() == 1

    @property
    def annex(self) -> Place:
        """Where the annex 数据出处 shall go."""
        return Place(self._places.checkedAction().data())

    def offer_years(self, years: Sequence[int]) -> None:
        """Offer these years, and the one that is chosen already, telling nobody."""
        chosen = self._year.currentData()
        self._year.blockSignals(True)
        self._year.clear()
        for year in dict.fromkeys([*years, *([] if chosen is None else [chosen])]):
            self._year.addItem(f"{year}年", year)
        self._year.setCurrentIndex(max(self._year.findData(chosen), 0))
        self._year.blockSignals(False)
        self._report.setEnabled(self._year.count() > 0)

    def choose(self, year: int, report: Report) -> None:
        """Show which report is open, telling nobody."""
        for widget in (self._year, self._report):
            widget.blockSignals(True)
        if self._year.findData(year) < 0:
            self._year.addItem(f"{year}年", year)
        self._year.setCurrentIndex(self._year.findData(year))
        self._report.setCurrentIndex(REPORTS.index(report))
        self._report.setEnabled(True)
        for widget in (self._year, self._report):
            widget.blockSignals(False)

    def enable(self, *, dirty: bool, ready: bool) -> None:
        """Offer what makes sense: saving what was changed, putting out what can be read."""
        self.save.setEnabled(dirty)
        self.revert.setEnabled(dirty)
        self.word.setEnabled(ready)
        self.paper.setEnabled(ready)

    def _add_choices(self) -> None:
        self._year = self._choice("year", "年度", [])
        self._report = self._choice("report", "总结种类", [report.title for report in REPORTS])
        self._report.setEnabled(False)  # of which year is not known yet
        self._missing = self._choice("missing", "没有记录的句子", ["省略无记录的句子", "标出无记录的句子"])
        self._year.currentIndexChanged.connect(self._tell_report)
        self._report.currentIndexChanged.connect(self._tell_report)
        self._missing.currentIndexChanged.connect(self._tell_marking)
        for widget in (self._year, self._report, self._missing):
            self.row.addWidget(widget)

    def _choice(self, name: str, label: str, texts: list[str]) -> QComboBox:
        choice = QComboBox(self)
        choice.setObjectName(name)
        choice.setAccessibleName(label)
        choice.addItems(texts)
        choice.setToolTip(label)
        return choice

    def _button(
        self, name: str, label: str, clicked: SignalInstance, hint: str, *, folds: int
    ) -> QPushButton:
        button = self.add_button(name, label, folds=folds)
        button.setToolTip(hint)
        button.clicked.connect(clicked)
        return button

    @Slot()
    def _tell_report(self) -> None:
        self.report_chosen.emit()

    @Slot()
    def _tell_marking(self) -> None:
        self.marking_chosen.emit()

"""The tab 统计: every figure of a period on the left, the chosen one with its records on the right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.figures import overview
from app.figures.charts import Chart, chart_of
from app.figures.crosses import CrossTable
from app.figures.figure import Figure
from app.figures.opened import Found, Opened, found_by, open_figure
from app.figures.overview import Group
from app.figures.reading import Reading
from app.figures.subjects import Subject
from app.rules import periods
from app.rules.periods import Period
from ui.figures.bar import FiguresBar
from ui.figures.cross_page import TOTAL, CrossPage
from ui.figures.panel import FigurePanel
from ui.figures.tree import FigureTree
from ui.figures.year_acts import YearActs
from ui.jobs import Jobs

_LIST_SHARE, _PANEL_WIDTH = 690, 478
_PAUSE_MS = 120
_LIST, _CROSSES = 0, 1


@dataclass(frozen=True)
class _Loaded:
    """What a reload found."""

    period: Period
    years: list[int]
    groups: list[Group]


def _load(period: Period | None) -> _Loaded:
    asked = period or periods.year(overview.latest_year())
    return _Loaded(asked, overview.years(), overview.overview(asked))


def _parts(figure: Figure, period: Period) -> tuple[Figure, Period, list[Reading]]:
    return figure, period, overview.parts_read(figure, period)


def _crosses(period: Period) -> tuple[Period, list[tuple[Subject, CrossTable]]]:
    return period, overview.cross_tables(period)


def _chart(figure: Figure, period: Period) -> tuple[Figure, Period, Chart | None]:
    return figure, period, chart_of(figure, period)


def _cell(table: CrossTable, row: str | None, column: str | None) -> tuple[CrossTable, str, Found | None]:
    found = found_by(table.cross.query(table.period, row, column))
    return table, f"{row or TOTAL} × {column or TOTAL}", found


class FiguresTab(QWidget):
    """Shows the figures of a period; everything is counted beside the window.

    Signals:
        record_chosen(str, int): a person wants to see this record in the tab that keeps it.
    """

    record_chosen = Signal(str, int)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self._jobs = jobs
        self._period: Period | None = None
        self._groups: list[Group] = []
        self._opened: Figure | None = None
        self._stale, self._crosses_stale = True, True
        self._acts = YearActs(jobs, self)
        self._build()
        self._wire()

    @property
    def period(self) -> Period | None:
        """The period whose figures are asked for; None before the first are."""
        return self._period

    def reload_when_seen(self, _changed_key: str = "") -> None:
        """Count again when the tab is next looked at, or now while it is."""
        self._stale = True
        if self.isVisible():
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Count again; what was counted before stays in sight meanwhile."""
        self._stale, self._crosses_stale = False, True
        self._told.setText("正在计算…")
        self._jobs.run(partial(_load, self._period), self._show)

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def print_figures(self) -> None:
        """Show the figures of the period as they are printed."""
        if self._period is not None:
            self._acts.print_figures(self._period)

    def show_figure(self, figure: Figure) -> None:
        """Open a figure, in the list too where it is shown there."""
        self.show_page(_LIST)
        whole = figure.key.partition(":")[0]
        if not self.tree.select_key(figure.key) and not self.tree.select_key(whole):
            self._choose(figure)
        self._open(figure)

    def show_page(self, number: int) -> None:
        """Show the list (0) or the cross tables (1)."""
        self.bar.show_page(number)
        self._pages.setCurrentIndex(number)
        if number == _CROSSES and self._crosses_stale and self._period is not None:
            self._crosses_stale = False
            self._jobs.run(partial(_crosses, self._period), self._show_crosses)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _build(self) -> None:
        self.bar = FiguresBar(self)
        self.tree = FigureTree(self)
        self.panel = FigurePanel(self._jobs, self)
        self.crosses = CrossPage(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._problem = QLabel(self)
        self._problem.setObjectName("period_message")
        self._problem.setProperty("role", "problem")
        self._problem.hide()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._list_page())
        self._pages.addWidget(self.crosses)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._problem)
        inside.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(inside, 1)

    def _list_page(self) -> QSplitter:
        listed = QFrame(self)
        listed.setProperty("role", "card")
        column = QVBoxLayout(listed)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(self._foot())
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(listed)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([_LIST_SHARE, _PANEL_WIDTH])
        return split

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        self._told = QLabel(foot)
        self._told.setObjectName("summary")
        self._told.setProperty("role", "secondary")
        self._moved = QPushButton(foot)
        self._moved.setObjectName("moved_count")
        self._moved.setProperty("role", "link")
        self._moved.hide()
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._told)
        row.addStretch(1)
        row.addWidget(self._moved)
        return foot

    def _wire(self) -> None:
        self.bar.chooser.chosen.connect(self._ask)
        self.bar.chooser.problem.connect(self._tell_problem)
        self.bar.searched.connect(self._search)
        self.bar.page_chosen.connect(self.show_page)
        self.bar.export_clicked.connect(self._export)
        self.bar.print_clicked.connect(self.print_figures)
        self.bar.return_clicked.connect(self._hand_in)
        self.bar.close_clicked.connect(self._close_year)
        self.bar.reopen_clicked.connect(self._reopen_year)
        self.bar.moved_clicked.connect(self._tell_moved)
        self._moved.clicked.connect(self._tell_moved)
        self._acts.changed.connect(self.reload)
        self._acts.told.connect(self._told.setText)
        self._acts.figure_chosen.connect(self.show_figure)
        self.tree.chosen.connect(self._choose)
        self.tree.parts_wanted.connect(self._read_parts)
        self.tree.entered.connect(self.panel.found.enter)
        self._pause.timeout.connect(self._open_chosen)
        self.panel.figure_chosen.connect(self.show_figure)
        self.panel.record_chosen.connect(self.record_chosen)
        self.crosses.record_chosen.connect(self.record_chosen)
        self.crosses.cell_chosen.connect(self._read_cell)

    @Slot(object)
    def _ask(self, period: Period) -> None:
        self._period = period
        self.reload()
        if self._pages.currentIndex() == _CROSSES:
            self.show_page(_CROSSES)

    @Slot(str)
    def _tell_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @Slot(object)
    def _show(self, loaded: _Loaded) -> None:
        if self._period is None:
            self._period = loaded.period
            self.bar.chooser.adopt(loaded.period.last.year)
        if loaded.period != self._period:
            return
        self.bar.chooser.set_years(loaded.years)
        self._groups = loaded.groups
        self._search(self.bar.search.text())
        self._pause.stop()
        self._open_chosen()
        if self._pages.currentIndex() == _CROSSES:
            self.show_page(_CROSSES)

    @Slot(str)
    def _search(self, text: str) -> None:
        words = text.split()
        found = [_narrowed(group, words) for group in self._groups]
        shown = [group for group in found if group.readings]
        self.tree.set_empty_text("没有叫这个名称的统计项" if words else "")
        self.tree.set_groups(shown)
        if not self.tree.current_key():
            self.tree.select_first()
        self.crosses.search(text)
        self._tell_count(shown)

    def _tell_count(self, shown: list[Group]) -> None:
        if self._period is None:
            return
        count = sum(len(group.readings) for group in shown)
        before = self._period.year_before.label
        self._told.setText(f"共 <b>{count}</b> 项&emsp;{self._period.label}，与{before}比较")
        moved = sum(one.value.live is not None for group in self._groups for one in group.readings)
        self._moved.setVisible(moved > 0)
        self._moved.setText(f"关账后有变动 {moved} 项")
        self._moved.setAccessibleName(self._moved.text())

    @Slot(object)
    def _choose(self, figure: Figure) -> None:
        """Wait for the person to stop: with a key held down, figures pass by unread."""
        self._opened = figure
        self._pause.start()

    @Slot()
    def _open_chosen(self) -> None:
        if self._opened is not None:
            self._open(self._opened)

    def _open(self, figure: Figure) -> None:
        self._opened = figure
        self._pause.stop()
        if self._period is not None:
            self._jobs.run(partial(open_figure, figure, self._period), self._show_opened)
            self._jobs.run(partial(_chart, figure, self._period), self._show_chart)

    @Slot(object)
    def _show_opened(self, opened: Opened) -> None:
        reading = opened.reading
        if self._is_asked_for(reading.figure, reading.period):
            self.panel.show_opened(opened)

    @Slot(object)
    def _show_chart(self, made: tuple[Figure, Period, Chart | None]) -> None:
        figure, period, chart = made
        if self._is_asked_for(figure, period):
            self.panel.show_chart(chart)

    def _is_asked_for(self, figure: Figure, period: Period) -> bool:
        return self._opened is not None and figure.key == self._opened.key and period == self._period

    @Slot(object)
    def _read_parts(self, figure: Figure) -> None:
        if self._period is not None:
            self._jobs.run(partial(_parts, figure, self._period), self._show_parts)

    @Slot(object)
    def _show_parts(self, read: tuple[Figure, Period, list[Reading]]) -> None:
        figure, period, parts = read
        if period == self._period:
            self.tree.set_parts(figure, parts)

    @Slot(object)
    def _show_crosses(self, read: tuple[Period, list[tuple[Subject, CrossTable]]]) -> None:
        period, tables = read
        if period == self._period:
            self.crosses.set_tables(tables)

    @Slot(object, object, object)
    def _read_cell(self, table: CrossTable, row: str | None, column: str | None) -> None:
        self._jobs.run(partial(_cell, table, row, column), self._show_cell)

    @Slot(object)
    def _show_cell(self, read: tuple[CrossTable, str, Found | None]) -> None:
        table, told, found = read
        if table is self.crosses.current:
            self.crosses.show_found(found, told)

    @Slot()
    def _export(self) -> None:
        if self._period is not None:
            self._acts.export(self._period)

    @Slot()
    def _hand_in(self) -> None:
        self._acts.hand_in(self.bar.chooser.year)

    @Slot()
    def _close_year(self) -> None:
        self._acts.close(self.bar.chooser.year)

    @Slot()
    def _reopen_year(self) -> None:
        self._acts.reopen(self.bar.chooser.year)

    @Slot()
    def _tell_moved(self) -> None:
        self._acts.tell_moved(self.bar.chooser.year)


def _narrowed(group: Group, words: list[str]) -> Group:
    """Return the group with the figures in whose name, or whose subject's, all words are found."""
    if not words:
        return group
    title = group.subject.title
    found = (one for one in group.readings if all(word in f"{title} {one.figure.label}" for word in words))
    return replace(group, readings=tuple(found))

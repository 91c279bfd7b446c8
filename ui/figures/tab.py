"""The tab 统计: every figure of a period on the left, the chosen one with its records on the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.figures.figure import Figure
from app.rules.periods import Period
from app.statistics.overview import Group
from app.subject import FigureTopic
from ui.figures.bar import FiguresBar
from ui.figures.counting import Counting, Offered
from ui.figures.cross_page import CrossPage
from ui.figures.list_page import ListPage
from ui.figures.panel import FigurePanel
from ui.figures.tree import FigureTree
from ui.figures.tree_model import Listed
from ui.figures.year_acts import YearActs
from ui.jobs import Jobs

_PAUSE_MS = 120
_LIST, _CROSSES = 0, 1


class FiguresTab(QWidget):
    """Shows the figures of a period, each subject counted beside the window when it comes into sight.

    Signals:
        record_chosen(str, int): a person wants to see this record in the tab that keeps it.
    """

    record_chosen = Signal(str, int)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self._offered: Offered | None = None
        self._groups: dict[str, Group] = {}  # by subject, what was counted last
        self._uncounted: set[str] = set()  # the subjects that changed since, or were not counted yet
        self._chosen: Figure | None = None
        self._stale, self._crosses_stale = True, True
        self._counting = Counting(jobs, self)
        self._acts = YearActs(jobs, self)
        self._build(jobs)
        self._wire()
        self._wire_acts()

    @property
    def period(self) -> Period | None:
        """The period whose figures are shown or being counted; None before the first count."""
        return self._counting.period

    @property
    def tree(self) -> FigureTree:
        """The list of figures."""
        return self._list.tree

    @property
    def panel(self) -> FigurePanel:
        """The figure that is opened."""
        return self._list.panel

    @Slot(str)
    def reload_when_seen(self, _changed_key: str = "") -> None:
        """Count again when the tab is next looked at, or now while it is."""
        self._stale = True
        if self.isVisible():
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Count again; what was counted before stays in sight meanwhile."""
        self._stale, self._crosses_stale = False, True
        self._list.tell("正在计算…")
        self._counting.begin()

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    @Slot()
    def open_prints(self) -> None:
        """Show the figures of the period as they are printed."""
        if self.period is not None:
            self._acts.print_figures(self.period)

    @Slot(object)
    def show_figure(self, figure: Figure, period: Period | None = None) -> None:
        """Open a figure, in the list too where it is shown there; over another period where one is given."""
        if period is not None and (self.period is None or tuple(period) != tuple(self.period)):
            self.bar.chooser.choose_period(period)
        self.show_page(_LIST)
        whole = figure.key.partition(":")[0]
        if not self.tree.select_key(figure.key):
            self.tree.select_key(whole)
        self._open(figure)

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Show the list (0) or the cross tables (1)."""
        self.bar.show_page(number)
        self._pages.setCurrentIndex(number)
        if number == _CROSSES and self._crosses_stale:
            self._crosses_stale = False
            self._counting.cross()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _build(self, jobs: Jobs) -> None:
        self.bar = FiguresBar(self)
        self._list = ListPage(jobs, self)
        self.crosses = CrossPage(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._problem = QLabel(self)
        self._problem.setObjectName("period_message")
        self._problem.setProperty("role", "problem")
        self._problem.hide()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._list)
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

    def _wire(self) -> None:
        self.bar.chooser.chosen.connect(self._ask)
        self.bar.chooser.problem.connect(self._tell_problem)
        self.bar.searched.connect(self._search)
        self.bar.page_chosen.connect(self.show_page)
        self.tree.chosen.connect(self._choose)
        self.tree.parts_wanted.connect(self._counting.part)
        self._pause.timeout.connect(self._open_chosen)
        self.panel.figure_chosen.connect(self.show_figure)
        self.crosses.cell_chosen.connect(self._counting.find)
        for source in (self.panel, self.crosses):
            source.record_chosen.connect(self.record_chosen)
        self.tree.seen.connect(self._count)
        self._counting.offered.connect(self._offer)
        self._counting.counted.connect(self._show)
        self._counting.opened.connect(self.panel.show_opened)
        self._counting.pictured.connect(self.panel.show_chart)
        self._counting.parted.connect(self.tree.set_parts)
        self._counting.crossed.connect(self.crosses.set_tables)
        self._counting.listed.connect(self.crosses.show_cell)

    def _wire_acts(self) -> None:
        self.bar.export_clicked.connect(self._export)
        self.bar.print_clicked.connect(self.open_prints)
        self.bar.return_clicked.connect(self._hand_in)
        self.bar.close_clicked.connect(self._close_year)
        self.bar.reopen_clicked.connect(self._reopen_year)
        self.bar.moved_clicked.connect(self._tell_moved)
        self._list.moved_clicked.connect(self._tell_moved)
        self._acts.changed.connect(self.reload)
        self._acts.progressed.connect(self._list.tell)
        self._acts.written.connect(self._list.tell_written)
        self._acts.figure_chosen.connect(self.show_figure)

    @Slot(object)
    def _ask(self, period: Period) -> None:
        self._counting.period = period
        self.reload()

    @Slot(str)
    def _tell_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @Slot(object)
    def _offer(self, offered: Offered) -> None:
        """List the figures; what was counted of the same period before stays until it is counted anew."""
        if self._offered is None:
            self.bar.chooser.after_import(offered.period.last.year)
        elif tuple(self._offered.period) != tuple(offered.period):
            self._groups.clear()
        self._offered, self._uncounted = offered, {subject.key for subject in offered.subjects}
        self.bar.chooser.set_years(offered.years)
        self._list.show_subjects(self._listed())
        if offered.is_closed:
            self._count(offered.subjects)  # how many of all have moved is told below the list
        self.tree.look()
        self._open_chosen()
        if self._pages.currentIndex() == _CROSSES:
            self.show_page(_CROSSES)

    @Slot(object)
    def _count(self, subjects: Sequence[FigureTopic]) -> None:
        wanted = [subject for subject in subjects if subject.key in self._uncounted]
        if wanted:
            self._uncounted.difference_update(subject.key for subject in wanted)
            self._counting.count(wanted)

    @Slot(object)
    def _show(self, groups: Sequence[Group]) -> None:
        self._groups.update({group.subject.key: group for group in groups})
        self.tree.set_counted(groups)
        self._tell_count()

    def _tell_count(self) -> None:
        if self._offered is not None and self._groups:
            self._list.tell_count(self._listed(), self._offered.period)

    @Slot(str)
    def _search(self, text: str) -> None:
        self._list.show_subjects(self._listed())
        self.tree.look()
        self._tell_count()
        self.crosses.search(text)

    def _listed(self) -> list[Listed]:
        return list(self._narrowed(self.bar.search.text().split()))

    def _narrowed(self, words: Sequence[str]) -> Iterator[Listed]:
        """Yield the subjects with the figures in whose name, or whose subject's, all words are found."""
        for subject in self._offered.subjects if self._offered is not None else ():
            named = [(figure, f"{subject.title} {figure.label}") for figure in subject.figures]
            figures = tuple(figure for figure, name in named if all(word in name for word in words))
            if figures:
                yield Listed(subject, figures, self._groups.get(subject.key))

    @Slot(object)
    def _choose(self, figure: Figure) -> None:
        """Wait for the person to stop: with a key held down, figures pass by unread."""
        self._chosen = figure
        self._pause.start()

    @Slot()
    def _open_chosen(self) -> None:
        if self._chosen is not None:
            self._open(self._chosen)

    def _open(self, figure: Figure) -> None:
        self._chosen = figure
        self._pause.stop()
        self._counting.open(figure)

    @Slot()
    def _export(self) -> None:
        if self.period is not None:
            self._acts.export(self.period)

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

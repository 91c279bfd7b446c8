"""What the tab 统计 makes of its figures: workbook, print, annual return, and the closing of a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.rules.periods import Period
from app.statistics import closing as year_closing
from app.statistics.closing import Moved
from ui.dialogs.save_as import ask_target
from ui.figures.year_close import CloseYearDialog, MovedDialog, ReopenYearDialog
from ui.jobs import Jobs
from ui.registers.printing import Made, make_pdf


def _write_book(period: Period, target: Path) -> Path:
    from app.exchange.figures_book import write

    write(period, target)
    return target


def _write_return(year: int, target: Path) -> Path:
    from app.exchange.statistics_return import write

    write(year, target)
    return target


def _make_print(period: Period) -> Made:
    from app.statistics import paper as statistics

    write = partial(statistics.write, period, printed_at=datetime.now())
    return make_pdf(f"{period.label}{statistics.TITLE}", write)


def _closed(year: int, by: str) -> int:
    from app.summary.closing import close_year

    close_year(year, by)
    return year


def _opened_again(year: int, reason: str) -> int:
    year_closing.open_again(year, reason)
    return year


def _moved(year: int) -> tuple[int, list[Moved]]:
    return year, list(year_closing.moved(year))


class YearActs(QObject):
    """Asks, has the work done beside the window, and tells what came of it.

    Signals:
        changed(): a year was closed or opened again.
        progressed(str): what is being done, or was.
        written(Path): the file that figures were written to.
        figure_chosen(Figure): a person wants to see a figure that moved.
    """

    changed = Signal()
    progressed = Signal(str)
    written = Signal(object)
    figure_chosen = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent

    def export(self, period: Period) -> None:
        """Write all figures of a period into a workbook of the person's choice."""
        self._save(f"{period.label}统计", partial(_write_book, period))

    def hand_in(self, year: int) -> None:
        """Write the annual return of a statistics year into a workbook of the person's choice."""
        self._save(f"{year}年年报汇总", partial(_write_return, year))

    def print_figures(self, period: Period) -> None:
        """Show all figures of a period as they are printed."""
        self._jobs.run(partial(_make_print, period), self._preview)

    def close(self, year: int) -> None:
        """Ask who closes a year, and close it."""
        by = CloseYearDialog.ask(self._window, year)
        if by is not None:
            self.progressed.emit("正在关账…")
            self._jobs.run(partial(_closed, year, by), self._announce)

    def reopen(self, year: int) -> None:
        """Ask why a year is opened again, and open it."""
        reason = ReopenYearDialog.ask(self._window, year)
        if reason is not None:
            self._jobs.run(partial(_opened_again, year, reason), self._announce)

    def tell_moved(self, year: int) -> None:
        """List what has moved since a year was closed."""
        self._jobs.run(partial(_moved, year), self._list_moved)

    def _save(self, name: str, work: Callable[[Path], Path]) -> None:
        target = ask_target(self._window, "导出", name, "export", ("Excel 表格 (*.xlsx)",))
        if target is not None:
            self._jobs.run(partial(work, target), self._tell)

    @Slot(object)
    def _tell(self, target: Path) -> None:
        self.written.emit(target)

    @Slot(object)
    def _preview(self, made: Made) -> None:
        from ui.dialogs.preview import Preview

        Preview.open_for(self._window, made.path, made.title, made.missing)

    @Slot(object)
    def _announce(self, _year: int) -> None:
        self.changed.emit()

    @Slot(object)
    def _list_moved(self, of_year: tuple[int, list[Moved]]) -> None:
        dialog = MovedDialog(*of_year, self._window.window())
        dialog.figure_chosen.connect(self.figure_chosen)
        dialog.open()

"""Counting, reporting and closing a year in an office of 100,000 records over all registers.

The floor of what counts is SQLite answering the same statements; that of the report in Word is python-docx
writing the same paragraphs and cells, that of the sample office its rows written under the same triggers.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app import sample
from app.figures.crosses import CrossTable
from app.figures.kept import is_kept
from app.figures.once import one_reading
from app.figures.reading import read_all
from app.office import Office, close_office, create, open_office
from app.records.base import database
from app.records.closings import ClosedFigure
from app.registry import figure_topics, figures
from app.rules.periods import Period, year
from app.statistics.closing import close_year, closed_periods, moved
from app.summary import word
from app.summary.compose import compose
from app.summary.texts import brought_along
from tests.helpers.measured import Line, measured
from ui.jobs import Jobs
from ui.window.desk import FIGURES, SUMMARY, Desk

YEAR, BEFORE = year(2011), year(2010)
RECORDS = 100_000
TURNS = 3


@pytest.fixture
def large(large_file: Path, tmp_path: Path) -> Iterator[Office]:
    """The sample office grown to 100,000 records, open."""
    yield open_office(Path(shutil.copy(large_file, tmp_path / "large.union")))
    close_office()


def _asked_in(act: Callable[[], object]) -> list[str]:
    """Return the statements, their values written out, by which something reads the open file."""
    told: list[str] = []
    database.connection().set_trace_callback(told.append)
    try:
        act()
    finally:
        database.connection().set_trace_callback(None)
    return [statement for statement in told if statement.lstrip().startswith(("SELECT", "WITH"))]


def _ask(statements: list[str]) -> None:
    connection = database.connection()
    for statement in statements:
        connection.execute(statement).fetchall()


def _measure(line: Line, act: Callable[[], object]) -> None:
    """Measure what counts beside SQLite, to which the same is put."""
    statements = _asked_in(act)
    line.measure(act, partial(_ask, statements), turns=TURNS)


def _numbers(period: Period) -> dict[str, int | None]:
    with one_reading():
        return {figure.key: figure.value(period)[0] for figure in figures()}


def _one_by_one(period: Period) -> dict[str, int | None]:
    """Count each figure alone, with nothing remembered of the others."""
    return {figure.key: figure.value(period)[0] for figure in figures()}


def _places(table: CrossTable) -> Iterator[tuple[str | None, str | None]]:
    """Yield the cells of a table by the names of row and column; None stands for all of them."""
    rows = [name for name, _ in table.cross.rows.parts]
    columns = [name for name, _ in table.cross.columns.parts]
    return (place for place in product([None, *rows], [None, *columns]) if place != (None, None))


def _cells(table: CrossTable) -> dict[tuple[str | None, str | None], int]:
    """Return the cells and sums of a table in which anything is."""
    told = {place: table.cell(*place) for place in _places(table)}
    return {place: number for place, number in told.items() if number}


def _cells_one_by_one(table: CrossTable) -> dict[tuple[str | None, str | None], int]:
    """Count each cell and sum by the query for its records, as the list behind it is found."""
    cross, measure = table.cross, table.cross.figure.measured(table.period)
    told = {place: measure.number(cross.query(table.period, *place)) for place in _places(table)}
    return {place: number for place, number in told.items() if number}


@pytest.mark.parametrize("period", [YEAR, BEFORE], ids=["this year", "a year that has changed since"])
def test_all_figures_are_counted(large: Office, period: Period) -> None:
    what = "all figures of the year" if period is YEAR else "all figures of the year before"
    with measured(what, RECORDS, unit="s", goal="0.8 s", floor_is="same SQL") as line:
        _measure(line, lambda: _numbers(period))
        line.check(_numbers(period) == _one_by_one(period))


def test_all_figures_are_compared_with_last_year(large: Office) -> None:
    with measured("all figures with last year", RECORDS, unit="s", goal="1.5x", floor_is="same SQL") as line:
        _measure(line, lambda: list(read_all(figures(), YEAR)))
        told = {one.figure.key: one.value.number for one in read_all(figures(), YEAR)}
        line.check(told == _one_by_one(YEAR))
    with measured("whether last year is known", RECORDS, unit="s", floor_is="same SQL") as line:
        kept: dict[str, bool] = {}

        def ask() -> None:
            with one_reading():
                kept.update({figure.key: is_kept(figure, BEFORE) for figure in figures()})

        _measure(line, ask)
        line.check(kept == {figure.key: is_kept(figure, BEFORE) for figure in figures()})


def test_all_cross_tables_are_counted(large: Office) -> None:
    crosses = [cross for topic in figure_topics() for cross in topic.crosses]
    with measured("all cross tables", RECORDS, unit="s", goal="0.8 s", floor_is="same SQL") as line:
        _measure(line, lambda: [cross.read(YEAR) for cross in crosses])
        tables = [cross.read(YEAR) for cross in crosses]
        line.check([_cells(table) for table in tables] == [_cells_one_by_one(table) for table in tables])
        line.check(any(map(_cells, tables)))


def test_the_summary_is_written(large: Office, tmp_path: Path) -> None:
    text = brought_along()
    with measured("summary put together", RECORDS, unit="s", goal="0.5 s", floor_is="same SQL") as line:
        _measure(line, lambda: compose(text, YEAR))
        told = _numbers(YEAR)
        line.check(
            all(
                quote.number == told[quote.figure.key]
                for quote in compose(text, YEAR).quotes
                if quote.figure.key in told and quote.period == YEAR and not quote.kept
            )
        )
    target, bare = tmp_path / "summary.docx", tmp_path / "bare.docx"
    composed = compose(text, YEAR)
    word.write(composed, target)
    written = docx.Document(str(target))
    paragraphs = [one.text for one in written.paragraphs]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in written.tables]

    def write_bare() -> None:
        book = docx.Document()
        for paragraph in paragraphs:
            book.add_paragraph(paragraph)
        for rows in tables:
            made = book.add_table(len(rows), len(rows[0]))
            for row, texts in zip(made.rows, rows, strict=True):
                for cell, told_in_it in zip(row.cells, texts, strict=True):
                    cell.text = told_in_it
        book.save(str(bare))

    with measured("summary to Word", RECORDS, unit="s", goal="2.5x", floor_is="python-docx") as line:
        line.measure(lambda: word.write(composed, target), write_bare, turns=TURNS)
        line.check([one.text for one in docx.Document(str(target)).paragraphs] == paragraphs)


def test_the_year_is_closed(large: Office) -> None:
    statements: list[str] = []
    with measured("year close", RECORDS, unit="s", goal="2.5 s", floor_is="same SQL") as line:
        statements += _asked_in(lambda: line.measure(lambda: close_year(YEAR.first.year), turns=1))
        line.measure_floor(partial(_ask, statements))
        line.check(not list(moved(YEAR.first.year)))
        closed = ClosedFigure.select().where(ClosedFigure.first == YEAR.first, ClosedFigure.last == YEAR.last)
        told = {one.key: one.number for one in closed if ":" not in one.key}
        line.check(told == {key: number for key, number in _numbers(YEAR).items() if key in told})
        periods = ClosedFigure.select(ClosedFigure.first, ClosedFigure.last).distinct().tuples()
        line.check(set(periods) == {(one.first, one.last) for one in closed_periods(YEAR.first.year)})
    with measured("what moved since the close", RECORDS, unit="s", floor_is="same SQL") as line:
        _measure(line, lambda: list(moved(YEAR.first.year)))
        line.check(not list(moved(YEAR.first.year)))


@pytest.mark.parametrize(
    ("key", "what", "goal"), [(FIGURES, "统计", "0.8 s"), (SUMMARY, "工作总结", "0.5 s")]
)
def test_a_tab_that_counts_is_visited(
    large: Office, qapp: QApplication, qtbot: QtBot, key: str, what: str, goal: str
) -> None:
    jobs = Jobs(qapp)
    desk = Desk(large, jobs, QMenu())
    qtbot.addWidget(desk)
    desk.show()
    jobs.finish()

    def visit() -> None:
        desk.show_tab(key)
        jobs.finish()
        qapp.processEvents()

    with measured(f"first visit of {what}", RECORDS, unit="s", goal=goal) as line:
        line.measure(visit, turns=1)
        line.check(desk.front_key == key)
    jobs.shut_down()


def test_the_sample_office_is_built(tmp_path: Path) -> None:
    built = iter(tmp_path / f"{turn}.union" for turn in range(TURNS))
    with measured("sample office built", 1, unit="s", goal="2.5 s", floor_is="its rows") as line:
        for turn in range(TURNS):
            line.measure(lambda: sample.build(next(built)), turns=1)
            rows = _rows_of(tmp_path / f"{turn}.union")
            create(tmp_path / f"bare{turn}.union", "泰祥社区工会", code="TY")
            line.measure_floor(partial(_write, rows))
            close_office()
        line.check(len(rows["member"]) > 0)
        line.check(rows["member"] == _rows_of(tmp_path / "0.union")["member"])


def _rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    open_office(path, read_only=True)
    names = [name for (name,) in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [name for name in names if name not in ("history", "row_digest", "profile", "migrationhistory")]
    rows = {name: database.execute_sql(f'SELECT * FROM "{name}"').fetchall() for name in kept}
    close_office()
    return {name: found for name, found in rows.items() if found and not name.startswith("sqlite_")}


def _write(rows: dict[str, list[tuple[object, ...]]]) -> None:
    database.execute_sql("PRAGMA foreign_keys = OFF")
    with database.atomic("IMMEDIATE"):
        for name, found in rows.items():
            marks = ", ".join("?" * len(found[0]))
            database.execute_many(f'INSERT OR IGNORE INTO "{name}" VALUES ({marks})', found)

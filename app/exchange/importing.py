"""Importing a workbook in one call, as the command line does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.exchange.beside import asides
from app.exchange.cells import OnDuplicate, Options
from app.exchange.joining import sheets_as_one
from app.exchange.lacking import LackingColumn, lacking_columns, lacks_column
from app.exchange.open_days import NO_YEAR, WHOLE_DAY
from app.exchange.reading import read_sheets
from app.exchange.rows import CellProblem, Counts, Row
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.register import Register

_MANY = 20  # rows in which the same is doubtful are told one by one


@dataclass(frozen=True)
class RowProblem:
    """What is wrong in one row of the workbook, counted as Excel counts; of which sheet, if of several."""

    row: int
    heading: str
    sentence: str
    sheet: str = ""

    def __str__(self) -> str:
        sheet = f"“{self.sheet}”" if self.sheet else ""
        heading = f"“{self.heading}”" if self.heading else ""
        return f"{sheet}第 {self.row} 行{heading}：{self.sentence}"


def lines_of(problems: Sequence[RowProblem]) -> list[str]:
    """Say what is doubtful, a line each; what is the same in many rows in one line with their numbers."""
    alike: dict[tuple[str, str, str], list[int]] = {}
    for one in problems:
        alike.setdefault((one.sheet, one.heading, one.sentence), []).append(one.row)
    lines = []
    for one in problems:
        rows = alike[one.sheet, one.heading, one.sentence]
        if len(rows) <= _MANY:
            lines.append(str(one))
        elif one.row == rows[0]:
            numbers = "、".join(map(str, rows[:_MANY]))
            lines.append(str(one).replace(f"第 {one.row} 行", f"第 {numbers} 等 {len(rows)} 行", 1))
    return lines


@dataclass(frozen=True)
class Report:
    """What an import did, or would do; rows are counted as Excel counts, of several sheets as of one.

    `asides` say which sheets and rows beside the records were taken, and which were not; `computed` says
    which columns were left out because the program computes what they hold, `waiting`
    how many records wait in a first state, and what for.
    """

    heading: int
    counts: Counts
    unknown: list[str] = field(default_factory=list)
    computed: str = ""
    totals_rows: list[int] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    warnings: list[RowProblem] = field(default_factory=list)
    created: list[tuple[str, str]] = field(default_factory=list)
    done: bool = False
    import_id: int | None = None
    waiting: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)

    @property
    def new(self) -> int:
        """Return how many records came in."""
        return self.counts.new

    @property
    def changed(self) -> int:
        """Return how many records were changed."""
        return self.counts.changed

    @property
    def unchanged(self) -> int:
        """Return how many rows differ in nothing from their record."""
        return self.counts.unchanged

    @property
    def skipped(self) -> int:
        """Return how many rows differ from a record that was to stay as it is."""
        return self.counts.skipped

    @property
    def sentence(self) -> str:
        """Sum the report up."""
        numbers = self.counts
        counts = f"新增 {numbers.new} 条，更新 {numbers.changed} 条，不变 {numbers.unchanged} 条"
        if numbers.incomplete:
            counts += f"，其中资料不全 {numbers.incomplete} 条"
        if numbers.skipped:
            counts += f"，与已有记录不同而跳过 {numbers.skipped} 条"
        if numbers.refused:
            counts += f"，有误 {numbers.refused} 行"
            return f"{counts}，{'其余已导入' if self.done else '没有导入'}"
        return f"{counts}{'，已导入' if self.done else '，尚未导入'}"


def report_of(session: ImportSession) -> Report:
    """Sum up an import session, with each problem's row."""
    lacking = lacking_columns(session)
    told = [
        (row, one)
        for row, one in session.problems
        if not lacks_column(one, lacking) and one.sentence != NO_YEAR
    ]
    return Report(
        session.columns.heading.last,
        session.counts,
        session.columns.unknown_brief,
        session.columns.computed_sentence,
        session.totals_rows,
        session.examples,
        session.notes,
        [*_missing_columns(session, lacking), *_without_year(session), *_by_row(session, told)],
        _by_row(session, session.warnings),
        session.created,
        session.done,
        session.import_id,
        session.waiting,
        asides(session),
    )


def problems_by_row(session: ImportSession) -> list[RowProblem]:
    """Tell of each row by itself what kept it out, where nobody is asked what holds for all of them."""
    told = (
        (row, replace(one, sentence=WHOLE_DAY) if one.sentence == NO_YEAR else one)
        for row, one in session.problems
    )
    return _by_row(session, told)


def _by_row(session: ImportSession, problems: Iterable[tuple[Row, CellProblem]]) -> list[RowProblem]:
    """Say once of a line of the file what is the same of each month in it."""
    told = []
    for row, problem in problems:
        sheet, number = session.sheet.place(row.number)
        heading = "·".join(filter(None, (_month_of(session, row, problem), problem.heading)))
        told.append(RowProblem(number, heading, problem.sentence, sheet))
    return list(dict.fromkeys(told))


def _month_of(session: ImportSession, row: Row, problem: CellProblem) -> str:
    """Return the month of a line's months that a problem is about; empty where it is about the line."""
    months = session.register.months
    if months is None or not session.sheet.lines:
        return ""
    if problem.field is not months.month and problem.field is not months.amount:
        return ""
    of_months = (column for column, target in session.columns.chosen.items() if target.field is months.month)
    column = next(of_months, None)
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _missing_columns(session: ImportSession, lacking: Sequence[LackingColumn]) -> list[RowProblem]:
    """Say once of each missing column that it is missing, in the row where it should stand."""
    problems = []
    for column in lacking:
        remedy = f"，或用 --set {column.label}=… 写明各行共有的值" if column.is_shared else ""
        sentence = f"表中没有这一列，{column.rows} 行都缺，请补上这一列{remedy}"
        problems.append(RowProblem(session.columns.heading.last, column.label, sentence))
    return problems


def _without_year(session: ImportSession) -> list[RowProblem]:
    """Say once that days are written without their year, in the row of headings."""
    rows = {row.number for row, problem in session.problems if problem.sentence == NO_YEAR}
    if not rows:
        return []
    sentence = f"{len(rows)} 行的日期没有写年份，请写全，例如 2011-3-9，或用 --year 写明各行是哪一年"
    return [RowProblem(session.columns.heading.last, "", sentence)]


def _read(register: Register, path: Path, sheet: str | Sequence[str]) -> Sheet:
    names = [sheet] if isinstance(sheet, str) else sheet
    return sheets_as_one(register, path.name, read_sheets(path), [name for name in names if name])


def open_session(  # noqa: PLR0913  # one parameter for each option of the command
    register: Register,
    path: Path,
    *,
    sheet: str | Sequence[str] = (),
    on_duplicate: OnDuplicate = "skip",
    set_values: Mapping[str, str] | None = None,
    columns: Sequence[tuple[str, str]] = (),
    create_references: bool = False,
    incomplete: bool = False,
) -> ImportSession:
    """Read a workbook and match its columns; raises Refused when it cannot be read.

    `sheet` names one sheet or several; without it all that are seen and have the same heading are read as
    one. `columns` say by name which heading fills which field.
    """
    options = Options(on_duplicate, create_references=create_references, incomplete=incomplete)
    session = ImportSession.of(register, _read(register, path, sheet), options, columns)
    options.given = {
        session.columns.named(name).field.name: text for name, text in (set_values or {}).items()
    }
    return session


def import_book(
    register: Register,
    path: Path,
    *,
    dry_run: bool = False,
    on_duplicate: OnDuplicate = "skip",
    set_values: Mapping[str, str] | None = None,
) -> Report:
    """Import a workbook's rows, all of them or none.

    `set_values` gives a value, by field name or label, to every row that lacks one. The report
    lists every wrong cell; nothing was saved when there is one. Raises Refused when the workbook
    cannot be read at all.
    """
    session = open_session(register, path, on_duplicate=on_duplicate, set_values=set_values)
    if dry_run:
        session.rehearse()
    else:
        session.import_rows()
    return report_of(session)

"""Days as people write them in a list: 3月9日 below the title of a year, 2011年3月9日—11日 for two days."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.errors import Invalid
from app.exchange.heading import Heading, normalized
from app.exchange.mapping import Columns
from app.exchange.rows import CellProblem
from app.exchange.sheet import Sheet
from app.fields import DateField, Described, PartialDateField
from app.register import register_of
from app.rules.contract_terms import last_day, read_months
from app.rules.dates import is_month_alone, is_yearless, read_date, read_partial, write_date
from app.rules.day_spans import is_span_without_year, read_span

_YEAR_COLUMNS = ("年", "年份", "年度")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?=年)")
_YEAR_CELL = re.compile(r"((?:19|20)[0-9]{2})(?:\.0)?年?度?")
WHOLE_DAY = "没有写是哪一年，请写全，例如 2011-3-9"
NO_YEAR = f"{WHOLE_DAY}；各行是同一年的，可按“上一步”写明这一年"


def year_of(sheet: Sheet, heading: Heading) -> int | None:
    """Return the year that a sheet is of: in the words above the list, else in its name, else in the book's.

    None where no year is named there, or several: one of them may be that of another day. Of sheets that
    were joined each has its own, which may be the same.
    """
    if sheet.parts:
        own = {part.year for part in sheet.parts}
        return own.pop() if len(own) == 1 else None
    above = [cell for row in sheet.rows[: heading.first - 1] for cell in row]
    for texts in (above, [sheet.name], [sheet.title]):
        if years := {int(year) for text in texts for year in _YEAR.findall("".join(text.split()))}:
            return years.pop() if len(years) == 1 else None
    return None


def is_open(text: str) -> bool:
    """Tell whether a text is a day, or two, without the year."""
    return "月" in text and (is_yearless(text) or is_span_without_year(text))


def is_without_year(sheet: Sheet, columns: Columns) -> bool:
    """Tell whether days of a sheet are written without their year, and no column of years says which.

    Of sheets that were joined each may be of a year of its own: then nothing is left to be asked.
    """
    return year_column(columns) is None and not years_of_parts(sheet) and has_open_days(sheet, columns)


def years_of_parts(sheet: Sheet) -> dict[str, int]:
    """Return the years of joined sheets by their names; nothing where one has none, or all the same."""
    years = {part.name: part.year for part in sheet.parts if part.year is not None}
    return years if len(years) == len(sheet.parts) and len(set(years.values())) > 1 else {}


def helping_columns(sheet: Sheet, columns: Columns) -> frozenset[int]:
    """Return the columns that fill nothing by themselves, but say the year of days written without it."""
    column = year_column(columns)
    if column is None or column in columns.chosen or not has_open_days(sheet, columns):
        return frozenset()
    return frozenset((column,))


def has_open_days(sheet: Sheet, columns: Columns) -> bool:
    """Tell whether days, or the months that records are of, are written without their year."""
    asked = {column: _is_open_in(target.field) for column, target in columns.chosen.items()}
    dated = {column: is_open_there for column, is_open_there in asked.items() if is_open_there is not None}
    rows = sheet.rows[columns.heading.last :]
    return any(
        is_open_there(row[column])
        for row in rows
        for column, is_open_there in dated.items()
        if column < len(row)
    )


def _is_open_in(field: Described) -> Callable[[str], bool] | None:
    """Return what tells a text without its year in a field; None where no year is missed."""
    if isinstance(field, DateField):
        return is_open
    return is_month_alone if is_month_of_record(field) else None


def is_month_of_record(field: Described) -> bool:
    """Tell whether a field holds the month that a record is of: the year of its list is that of the month."""
    register = register_of(field.model) if isinstance(field, PartialDateField) and field.required else None
    return register is not None and any(one is field for fields in register.unique_together for one in fields)


def year_column(columns: Columns) -> int | None:
    """Return the column that says the year of each row; None where there is none."""
    names = enumerate(map(normalized, columns.heading.names))
    return next((column for column, name in names if name in _YEAR_COLUMNS), None)


def year_in(cells: Sequence[str], column: int | None) -> int | None:
    """Return the year that a row says of itself."""
    told = _YEAR_CELL.fullmatch(cells[column].strip()) if column is not None and column < len(cells) else None
    return int(told[1]) if told else None


def read_open_days(
    values: dict[str, object],
    problems: Sequence[CellProblem],
    texts: Mapping[str, str],
    ends: Mapping[str, DateField],
    *,
    year: int | None,
    births: Collection[str],
) -> list[CellProblem]:
    """Take the days that say no year, and the two days of a cell, into `values`; return what remains wrong.

    `texts` are the cells by the names of their fields, `ends` the last days by the names of the first ones.
    A day of birth, of `births`, is never of the year of the list. How long something runs (2年) tells its
    last day; what was reckoned is said.
    """
    remaining = []
    for problem in sorted(problems, key=_reckons):
        field = problem.field
        if (
            field is not None
            and is_month_alone(month := texts.get(field.name, ""))
            and is_month_of_record(field)
        ):
            values[field.name] = read_partial(f"{year}年{month}") if year else None
            remaining += [] if year else [replace(problem, sentence=NO_YEAR)]
            continue
        text = texts.get(field.name, "") if isinstance(field, DateField) else ""
        if not isinstance(field, DateField) or not text or not problem.blocking:
            remaining.append(problem)
            continue
        try:
            if months := read_months(text):
                told = _reckon(field, text.strip(), months, values)
                remaining.append(replace(problem, sentence=told, blocking=False))
                continue
            taken = _take(field, text, values, ends.get(field.name), None if field.name in births else year)
        except Invalid as error:
            remaining.append(replace(problem, sentence=str(error)))
        else:
            remaining += [] if taken else [problem]
    return remaining


def _reckons(problem: CellProblem) -> bool:
    """Tell whether a cell is of a last day: the first one is read before it."""
    return isinstance(problem.field, DateField) and problem.field.since is not None


def _reckon(field: DateField, text: str, months: int, values: dict[str, object]) -> str:
    """Take the last day of a term that is told by its length; say which one it is.

    Raises Invalid where its first day is not told.
    """
    if field.since is None:
        raise Invalid(f"只写了期限“{text}”，没有写从哪天起，请写明起止日期，例如 2011-3-8至2013-3-7")
    first = values.get(field.since.name)
    if not isinstance(first, date):
        raise Invalid(f"只写了期限“{text}”，没有写从哪天起，请补上{field.since.label}")
    last = values[field.name] = last_day(first, months)
    return f"“{text}”从{write_date(first)}起算，止于{write_date(last)}，请核对"


def _take(
    field: DateField, text: str, values: dict[str, object], end: DateField | None, year: int | None
) -> bool:
    """Take a cell's days; tell whether it has any. Raises Invalid with what is wrong with them."""
    whole = f"{year or _begun_in(field, values)}年{text.strip()}" if is_open(text) else text
    span = read_span(whole)
    if span is None:
        if whole != text:
            values[field.name] = read_date(whole)
        return whole != text
    first, last = span
    if field.since is not None:
        if values.get(field.since.name) not in (None, first):
            raise Invalid(f"起日与“{field.since.label}”不同，请核对")
        values[field.since.name], values[field.name] = first, last
        return True
    if end is None:
        raise Invalid(f"写了起止两天，“{field.label}”只能填一天，请只留一天，另一天写在备注")
    if values.get(end.name) not in (None, last):
        raise Invalid(f"止日与“{end.label}”不同，请核对")
    values[field.name], values[end.name] = first, last
    return True


def _begun_in(field: Described, values: Mapping[str, object]) -> int:
    """Return the year in which what ends on a day began; raises Invalid where the row does not say it."""
    since = values.get(field.since.name) if isinstance(field, DateField) and field.since is not None else None
    if not isinstance(since, date):
        raise Invalid(NO_YEAR)
    return since.year

"""Amounts of a year's months side by side, as on the sheet of dues: each becomes a row with its month."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.exchange.heading import begins_with_total, normalized
from app.exchange.sheet import Place, Rows, Sheet
from app.register import Months, Register
from app.rules.dates import is_month_alone, is_partial
from app.rules.text import tidy

_WITHIN = 20  # rows in which the headings are looked for
_FEWEST = 3  # months side by side


def with_months_in_rows(register: Register, sheet: Sheet) -> Sheet:
    """Return the sheet with a row for each amount, where a register's book has a column for each month.

    The month stands on the right of what the row says besides, then the amount. What is told of a row stays
    with its line of the file. A row without any amount is left out, and told.
    """
    months = register.months
    number, columns = next(_headings(sheet), (0, {})) if months is not None else (0, {})
    if months is None or not columns:
        return sheet
    return _InRows(sheet, months, number, columns).sheet


def _headings(sheet: Sheet) -> Iterator[tuple[int, dict[int, str]]]:
    """Yield the rows, counted from 0, that head columns with months, with the month of each column."""
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        names = {column: normalized(cell) for column, cell in enumerate(row)}
        columns = {column: name for column, name in names.items() if _is_month(name)}
        columns = {column: name for column, name in columns.items() if column not in sheet.hidden}
        if len(columns) >= _FEWEST and len(set(columns.values())) == len(columns):
            yield number, columns


def _is_month(name: str) -> bool:
    return is_month_alone(name) or ("月" in name and is_partial(name))


@dataclass
class _InRows:
    """A sheet on its way; `number` is the row of headings, `columns` the month of each column of amounts."""

    whole: Sheet
    months: Months
    number: int
    columns: Mapping[int, str]
    rows: Rows = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    errors: dict[Place, str] = field(default_factory=dict)
    days: dict[Place, str] = field(default_factory=dict)
    empty: int = 0
    width: int = field(init=False)

    def __post_init__(self) -> None:
        self.width = self.whole.width
        named = [self.months.month.label, self.months.amount.label]
        for number, row in enumerate(self.whole.rows):
            amounts = [column for column in self.columns if self._is_amount(row, column)]
            if number == self.number or row == self.whole.rows[self.number]:
                self._add(number, row, named)
            elif number < self.number or begins_with_total(row) or not any(map(str.strip, row)):
                self._add(number, row, ["", ""])
            else:
                self.empty += not amounts
                for column in amounts:
                    self._add(number, row, [self.columns[column], row[column]], column)

    def _is_amount(self, row: Sequence[str], column: int) -> bool:
        text = tidy(row[column]) if column < len(row) else ""
        return not self.months.amount.says_nothing(text)

    def _add(self, number: int, row: list[str], told: list[str], amount: int | None = None) -> None:
        """Add a row of what a row says besides its months; `amount` is the column of the one that is told."""
        at = len(self.rows)
        is_listed = number >= self.number
        rest = [
            "" if is_listed and column in self.columns else cell
            for column, cell in enumerate(row + [""] * (self.width - len(row)))
        ]
        self.rows.append(rest + told)
        self.lines.append(number + 1)
        for known, kept in ((self.whole.errors, self.errors), (self.whole.days, self.days)):
            for column in range(self.width) if known else ():
                if (number, column) in known and (column == amount or column not in self.columns):
                    kept[at, self.width + 1 if column == amount else column] = known[number, column]

    @property
    def sheet(self) -> Sheet:
        """Return the sheet with its months in rows."""
        first, *_, last = self.columns.values()
        told = f"“{first}”到“{last}”各列是每月的{self.months.amount.label}，一格读作一行"
        left = f"；{self.empty} 行各月都是空的，没有读" if self.empty else ""
        return replace(
            self.whole,
            rows=self.rows,
            lines=self.lines,
            merged=[one for one in self.whole.merged if one[1][0] < self.number],
            errors=self.errors,
            days=self.days,
            hidden_rows=self._among(self.whole.hidden_rows),
            dittos=self._among(self.whole.dittos),
            joined=[*self.whole.joined, told + left],
        )

    def _among(self, rows: Collection[int]) -> frozenset[int]:
        """Return which rows are of these ones of the file, counted from 0."""
        return frozenset(at for at, line in enumerate(self.lines) if line - 1 in rows)

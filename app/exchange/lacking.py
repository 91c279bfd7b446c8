"""Required values that no row of a sheet has, because no column of it does: told once, not row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.missing import implied
from app.exchange.rows import CellProblem
from app.exchange.session import ImportSession


@dataclass(frozen=True)
class LackingColumn:
    """A required field without a column, and how many rows lack it.

    One value may do for all rows where it `is_shared`; a name is each row's own.
    """

    label: str
    rows: int
    is_shared: bool


def lacking_columns(session: ImportSession) -> list[LackingColumn]:
    """Return what has no column and is lacking in several rows."""
    told = {target.field for target in session.columns.chosen.values()}
    fields = session.register.record.described()
    told |= {fields[name] for name in implied(session)}
    counts = Counter(_lack(problem) for _, problem in session.problems if problem.field not in told)
    counts.pop("", None)
    naming = {field.label for field in session.register.record.naming}
    return [
        LackingColumn(heading, rows, is_shared=heading not in naming and "·" not in heading)
        for heading, rows in counts.items()
        if rows > 1
    ]


def lacks_column(problem: CellProblem, lacking: Sequence[LackingColumn]) -> str:
    """Return the label of the missing column that a row's problem is about; empty where there is none."""
    return next((column.label for column in lacking if _lack(problem) == column.label), "")


def _lack(problem: CellProblem) -> str:
    """Return the heading of a required value that a row lacks; empty for other problems."""
    is_lack = problem.field is not None and problem.sentence == f"请填写{problem.field.label}"
    return problem.heading if is_lack and problem.column is None else ""

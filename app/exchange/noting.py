"""What the rules say of the record of a row, noted in the row beside the cell that it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from app.exchange.blank import depend_on, may_leave_open
from app.exchange.cells import Options, Values
from app.exchange.linking import may_lack
from app.exchange.matching import Matcher
from app.exchange.rows import CellProblem, Row
from app.fields import Described
from app.fields.problems import Block, Problem
from app.records.base import Record
from app.register import Register


class Noting:
    """Notes problems in rows; `columns` say which column fills a field, `said` names rows."""

    def __init__(
        self,
        register: Register,
        columns: Mapping[Described, int],
        options: Options,
        said: Callable[[list[int]], str],
    ) -> None:
        self._register = register
        self._columns = columns
        self._options = options
        self._said = said

    def note(  # what is noted, and what to leave out
        self,
        row: Row,
        register: Register,
        record: Record,
        problems: Iterable[Problem],
        values: Values,
        *,
        matcher: Matcher,
        unsaid: Sequence[Block],
    ) -> list[str]:
        """Note in a row what the rules say of a record; return the labels of required values it may lack."""
        lacks: list[str] = []
        for problem in problems:
            if unsaid and depend_on(unsaid, problem):
                continue
            if isinstance(problem, Block) and self.may_lack(record, problem.field):
                if problem.field.label not in lacks:
                    lacks.append(problem.field.label)
            else:
                of = "" if register is self._register else register.title
                row.problems.append(replace(self.cell_problem(problem, values, matcher), of=of))
        return lacks

    def may_lack(self, record: Record, field: Described) -> bool:
        """Tell whether a record may come in without a required value."""
        return may_leave_open(record, field) or (self._options.incomplete and may_lack(record, field))

    def cell_problem(self, problem: Problem, values: Values, matcher: Matcher) -> CellProblem:
        """Place a problem; a duplicate names the earlier row, not the record that row has just become."""
        blocking = isinstance(problem, Block)
        column = self._columns.get(problem.field)
        earlier = matcher.earlier_row(values, problem.field) if blocking else None
        sentence = problem.cited if earlier is None else f"与{self._said([earlier])}重复，请核对"
        return CellProblem(problem.field, sentence, column, blocking)

    def warning(self, sentence: str) -> CellProblem:
        """Return a warning of the record as a whole, beside what names it."""
        name = self._register.record.naming[0]
        return CellProblem(name, sentence, self._columns.get(name), blocking=False)

    def with_column(self, problem: CellProblem) -> CellProblem:
        """Return the problem with the column that fills its field."""
        column = self._columns.get(problem.field) if problem.field is not None else None
        return replace(problem, column=column)

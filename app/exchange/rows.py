"""The rows of a sheet on their way into a register: their cells, what came of each, what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.fields import Described


class State(StrEnum):
    """What becomes of a row; one is skipped where it differs from a record that is to stay as it is."""

    NEW = "新增"
    CHANGED = "更新"
    UNCHANGED = "不变"
    SKIPPED = "跳过"
    REFUSED = "有误"


@dataclass(frozen=True, eq=False)
class CellProblem:
    """What is wrong or doubtful in a row; `column` is None where no cell of it is to blame.

    `offer` is what was probably meant; `of` is what the rows are called whose field it is, where that is
    not the row's own record: 家庭成员.
    """

    field: Described | None
    sentence: str
    column: int | None = None
    blocking: bool = True
    offer: str = ""
    of: str = ""

    @property
    def heading(self) -> str:
        """Return what the field is called, and whose it is."""
        label = self.field.label if self.field is not None else ""
        return "·".join(filter(None, (self.of, label)))


@dataclass(frozen=True)
class Difference:
    """What a row changes in a record: old and new, as people write them."""

    label: str
    old: str
    new: str


@dataclass(slots=True)
class Row:
    """A row, counted as Excel counts, with its cells as they were read or corrected.

    `record` is what an existing record is called; `lacks` names required values it comes in without;
    `repeats` is the number of the earlier row that has the same record; this one only adds to it. `waits`
    says in which state a new record waits, and what for.
    """

    number: int
    cells: list[str]
    state: State = State.NEW
    problems: list[CellProblem] = field(default_factory=list)
    changes: tuple[Difference, ...] = ()
    record: str = ""
    lacks: tuple[str, ...] = ()
    waits: str = ""
    repeats: int | None = None
    corrected: bool = False

    def begin(self, problems: list[CellProblem]) -> None:
        """Forget what came of the row before; nothing holds but what is wrong with its cells."""
        self.problems, self.changes, self.record, self.lacks, self.repeats = problems, (), "", (), None
        self.waits = ""

    @property
    def blocks(self) -> list[CellProblem]:
        """Return the problems that forbid the row."""
        return [problem for problem in self.problems if problem.blocking]

    def problem_at(self, column: int) -> CellProblem | None:
        """Return the worst problem of a cell, None where there is none; a warning is the lesser one."""
        here = [problem for problem in self.problems if problem.column == column]
        return min(here, key=lambda problem: not problem.blocking, default=None)


@dataclass(frozen=True)
class Counts:
    """How many rows there are of each state; `incomplete` ones are among the new and the changed."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    refused: int = 0
    incomplete: int = 0

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Counts:
        """Count rows; one that only adds to an earlier one is not counted again."""
        own = [row for row in rows if row.repeats is None or row.state is State.REFUSED]
        count = Counter(row.state for row in own)
        return cls(
            count[State.NEW],
            count[State.CHANGED],
            count[State.UNCHANGED],
            count[State.SKIPPED],
            count[State.REFUSED],
            sum(bool(row.lacks) and row.state is not State.REFUSED for row in own),
        )

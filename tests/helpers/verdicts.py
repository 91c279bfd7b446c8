"""What the checks say of the records of an office, asked once for all tests that want to know."""

from __future__ import annotations

from typing import Any, NamedTuple

from app import listing
from app.fields.problems import Problem, Warn
from app.keeping import judging
from app.listing import Criteria
from app.registry import registers

_ENOUGH = 500  # records of one register; the largest hold thousands that are made alike


class Judged(NamedTuple):
    """A record, and what the checks say of it."""

    record: Any
    name: str
    problems: list[Problem]

    @property
    def warnings(self) -> list[str]:
        """What is doubtful about it, with its name."""
        return [f"{self.name}: {problem}" for problem in self.problems if isinstance(problem, Warn)]


Verdicts = dict[str, list[Judged]]


def judge() -> Verdicts:
    """Check the records of each register of the open office: all, or some hundreds from all over it."""
    verdicts = {}
    for register in registers():
        ids = listing.ids(register, Criteria())
        chosen = ids[:: -(-len(ids) // _ENOUGH) or 1]
        records = [register.record.get_by_id(record_id) for record_id in chosen]
        verdicts[register.key] = [
            Judged(record, str(record), judging.problems(register, record)) for record in records
        ]
    return verdicts

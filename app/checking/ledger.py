"""The ledger (台账): whether what its records say of each other agrees.

What holds for every kind of record follows from how its fields and its register are described; what is said
of one register stands in its subject, as `Register.consistency`.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.checking import doubles, links, totals, values
from app.checking.finding import Finding
from app.figures.once import one_reading
from app.registry import registers


def check_ledger() -> list[Finding]:
    """Return what does not agree in the open office; nothing is written. May take seconds."""
    with one_reading():
        return [
            *values.findings(),
            *links.findings(),
            *doubles.findings(),
            *totals.findings(),
            *_said_by_subjects(),
        ]


def _said_by_subjects() -> Iterator[Finding]:
    for register in registers():
        for compare in register.consistency:
            for found in compare():
                yield Finding(found.sentence, register.key, found.ids, note=found.doubt)

"""The rules of mediators (domain 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Problem, Warn
from app.keeping.rules import duplicates
from app.subjects.disputes.mediation.records import Mediator


def namesake(mediator: Mediator) -> Iterator[Problem]:
    """Two mediators of one name are rather one who was entered twice."""
    if mediator.name and duplicates(mediator, Mediator.name):
        yield Warn(Mediator.name, "已有同名的调解员，请确认不是同一人")

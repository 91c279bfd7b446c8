"""The rules of visits at the window: every matter gets an answer (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Problem, Warn
from app.keeping.rules import first, others
from app.subjects.office.visits.records import Visit, VisitStatus


def came_before(visit: Visit) -> Iterator[Problem]:
    """Who comes again with an open matter brings the same one."""
    if visit.id is None and visit.name and visit.mobile:
        same = others(visit).where(Visit.name == visit.name, Visit.mobile == visit.mobile)
        if (twin := first(same.where(Visit.status == VisitStatus.OPEN))) is not None:
            yield Warn(Visit.name, f"{visit.name}还有一件待处理（{twin.visit_no}），请核对是否同一件事")


VISIT = (came_before,)

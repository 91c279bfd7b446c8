"""The rules of visits at the window: every matter gets an answer (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.common import first, in_order, not_ahead, others, told_together
from app.problems import Block, Problem, Warn
from app.records.visits import Visit, VisitStatus


def days_fit(visit: Visit) -> Iterator[Problem]:
    """A matter is brought, then answered, both by today."""
    yield from not_ahead(visit, Visit.visited_on, Visit.closed_on)
    yield from in_order(visit, (Visit.visited_on, Visit.closed_on))
    yield from in_order(visit, (Visit.visited_on, Visit.answer_by))
    if visit.people == 0:
        yield Block(Visit.people, "至少 1 人")


def end_is_told(visit: Visit) -> Iterator[Problem]:
    """An answered matter says how and when, one passed on says to whom; an open one has no end."""
    if visit.status == VisitStatus.ANSWERED:
        yield from told_together(visit, visit.status, Visit.result, Visit.closed_on)
    elif visit.status == VisitStatus.PASSED_ON:
        yield from told_together(visit, visit.status, Visit.passed_to, Visit.closed_on)
    elif visit.closed_on is not None:
        yield Block(Visit.closed_on, "还是待处理状态，处理完请点“答复”或“转办”")


def came_before(visit: Visit) -> Iterator[Problem]:
    """Who comes again with an open matter brings the same one."""
    if visit.id is None and visit.name and visit.mobile:
        same = others(visit).where(Visit.name == visit.name, Visit.mobile == visit.mobile)
        if (twin := first(same.where(Visit.status == VisitStatus.OPEN))) is not None:
            yield Warn(Visit.name, f"{visit.name}还有一件待处理（{twin.visit_no}），请核对是否同一件事")


VISIT = (days_fit, end_is_told, came_before)

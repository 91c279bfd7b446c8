"""What visitors are owed: an answer by its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.register import Due
from app.subjects.office.visits.records import Visit, VisitStatus


def visits_due(today: date) -> Iterator[Due]:
    """Yield the matters that wait for an answer; one without a day is always for today."""
    for visit in Visit.alive().where(Visit.status == VisitStatus.OPEN).order_by(Visit.visited_on, Visit.id):
        days = (visit.answer_by - today).days if visit.answer_by else 0
        yield Due("来访待处理", f"{visit.name}（{visit.subject}）", visit.id, days, by="答复")

"""What interns ask for: the assessment of each month that is over, and an appraisal at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.rules.dates import latest, write_partial
from app.subjects.publications.interns.records import Intern, InternStatus, months_unassessed

_AHEAD = timedelta(days=7)


def assessments_due(today: date) -> Iterator[Due]:
    """Yield the interns with months that were not assessed, and those whose internship ends."""
    for intern in Intern.alive().where(Intern.status == InternStatus.RUNNING).order_by(Intern.id):
        if missing := months_unassessed(intern, today):
            months = "、".join(write_partial(month) for month in missing)
            yield Due("月度考评", intern.name, intern.id, (latest(missing[0]) - today).days, f"缺 {months}")
        if intern.last_day is not None and intern.last_day <= today + _AHEAD:
            yield Due("见习期满", intern.name, intern.id, (intern.last_day - today).days, "请作见习鉴定")

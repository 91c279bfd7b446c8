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
            days = (latest(missing[0]) - today).days
            yield Due("月度考评", intern.name, intern.id, days, f"缺 {months}", by="月度考评")
        if intern.last_day is not None and intern.last_day <= today + _AHEAD:
            days = (intern.last_day - today).days
            yield Due("见习期满", intern.name, intern.id, days, "请作见习鉴定", by="见习期满")

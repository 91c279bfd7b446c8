"""What letters of supervision ask for: an answer by its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.rules.dates import days_until
from app.subjects.disputes.supervision.records import LetterStatus, SupervisionLetter

_AHEAD = timedelta(days=5)


def letters_due(today: date) -> Iterator[Due]:
    """Yield the letters whose answer is due within days, or should have come."""
    waiting = SupervisionLetter.alive().where(SupervisionLetter.status == LetterStatus.WAITING)
    near = waiting.where(SupervisionLetter.due_on <= today + _AHEAD)
    for letter in near.order_by(SupervisionLetter.due_on, SupervisionLetter.id):
        days = days_until(letter.due_on, today)
        note = "请催办，仍不答复的报上级工会" if days < 0 else ""
        yield Due(f"{letter.kind}待答复", letter.unit_name, letter.id, days, note, by="登记答复")

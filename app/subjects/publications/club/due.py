"""What the club asks for: things that should have come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.subjects.publications.club.records import ClubItem, Lending, LendingStatus

_AHEAD = timedelta(days=1)


def lendings_due(today: date) -> Iterator[Due]:
    """Yield what is lent and due back by tomorrow, opening the thing that was lent."""
    open_ones = Lending.alive().where(Lending.status == LendingStatus.OUT, Lending.due_on <= today + _AHEAD)
    for lending in open_ones.join(ClubItem).order_by(Lending.due_on, Lending.id):
        days = (lending.due_on - today).days
        word = "逾期未还" if days < 0 else "应归还"
        yield Due(word, f"{lending.borrower} 借 {lending.item.name}", lending.item_id, days, by="借用")

"""Which automatic copies stay: all of two days, then one a day, a week, a month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

ALL_FOR = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9


def kept(copies: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which copies stay, told by when they were made; one from the future, by a wrong clock, stays.

    Of those older than two days the last of each of twelve days stays, before these the last of each of
    ten weeks, before these the last of each of nine months: days, weeks and months that have a copy.
    """
    old = sorted((at for at in copies if now - at > ALL_FOR), reverse=True)
    staying = {at for at in copies if now - at <= ALL_FOR}
    spans: tuple[tuple[Callable[[datetime], object], int], ...] = (
        (datetime.date, DAILY),
        (lambda at: at.isocalendar()[:2], WEEKLY),
        (lambda at: (at.year, at.month), MONTHLY),
    )
    for span, many in spans:
        lasts: dict[object, datetime] = {}
        for at in old:
            if span(at) not in lasts and len(lasts) == many:
                break
            lasts.setdefault(span(at), at)
        staying.update(lasts.values())
        oldest = min(lasts.values(), default=None)
        old = [at for at in old if oldest is not None and at < oldest and span(at) not in lasts]
    return staying

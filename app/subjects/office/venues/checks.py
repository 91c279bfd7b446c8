"""The rules of the office's places (domain 11.2, F008)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem
from app.subjects.office.venues.records import Venue, VenueStatus


def what_is_used_is_not_closed(venue: Venue) -> Iterator[Problem]:
    """A place that is in use has no day since which it is closed; the step asks for the reason, too."""
    if venue.status != VenueStatus.CLOSED and venue.closed_on is not None:
        yield Block(Venue.closed_on, f"状态为“{venue.status}”，停用请点“停用”办理")


VENUE = (what_is_used_is_not_closed,)

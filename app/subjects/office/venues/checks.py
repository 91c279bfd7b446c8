"""The rules of the office's places (domain 11.2, F008)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem
from app.keeping.rules import in_order, not_ahead, others, told_together
from app.subjects.office.venues.records import Venue, VenueStatus


def entered_once(venue: Venue) -> Iterator[Problem]:
    """A place stands once in the register for what it is used for, and has a size if one is told."""
    if venue.name and others(venue).where(Venue.name == venue.name, Venue.kind == venue.kind).exists():
        yield Block(Venue.name, "这个场所已登记，请打开那条记录修改")
    if venue.area == 0:
        yield Block(Venue.area, "应大于 0，不知道可不填")


def closing_is_told(venue: Venue) -> Iterator[Problem]:
    """A closed place says since when and why."""
    yield from not_ahead(venue, Venue.closed_on)
    yield from in_order(venue, (Venue.opened_on, Venue.closed_on))
    if venue.status == VenueStatus.CLOSED:
        yield from told_together(venue, venue.status, Venue.closed_on, Venue.closed_reason)
    elif venue.closed_on is not None:
        yield Block(Venue.closed_on, f"状态为“{venue.status}”，停用请点“停用”办理")


VENUE = (entered_once, closing_is_told)

"""What the office's places ask for: one of each kind, the seed's 三到位."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.register import Due
from app.subjects.office.venues.records import Venue, kinds_missing


def places_due(today: date) -> Iterator[Due]:
    """Yield the kinds of place that an office which keeps this register has none of."""
    if Venue.alive().exists() and (missing := kinds_missing()):
        yield Due("场所“三到位”", f"还缺{'、'.join(missing)}", None, 0)

"""Birth dates and resident ID numbers of people who do not exist."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from app.rules.resident_id import check_character


def birth_date(chance: Random, years: range) -> date:
    """Return a day in one of these years."""
    first = date(years.start, 1, 1)
    return first + timedelta(days=chance.randrange((date(years.stop, 1, 1) - first).days))


def id_number(area: str, birth: date, sequence: int) -> str:
    """Return the 18 characters of a number (GB 11643): an odd sequence number is a man's."""
    first17 = f"{area}{birth:%Y%m%d}{sequence:03d}"
    return first17 + check_character(first17)

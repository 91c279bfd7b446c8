"""Which numbers of a sentence are parts of earlier ones: behind 其中, or adding up to one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.learning.quantity import SHARES, Quantity, Role


def with_wholes(found: list[Quantity], before: Sequence[Quantity]) -> list[Quantity]:
    """Mark which numbers of a sentence are parts of earlier ones: behind 其中, or adding up to one.

    Where 其中 begins a sentence, the sentence before holds the wholes.
    """
    offset = len(before)
    wholes: tuple[int, ...] = ()
    for place, quantity in enumerate(found):
        lead = quantity.before
        if "其中" in lead and not (place and lead == f"{found[place - 1].before}，"):  # 其中住院6人次、9万元
            wholes = _wholes(found[:place], offset, quantity.unit) or _of_last_sentence(before)
        elif ("：" in lead or ":" in lead) and place and _adds_up(found, place - 1):
            wholes = (offset + place - 1,)
        elif len(wholes) == 1 and _ends(found, wholes[0] - offset, place):
            wholes = ()
        if wholes and quantity.role is Role.LEVEL:
            found[place] = replace(quantity, wholes=wholes)
    return found


def _wholes(found: Sequence[Quantity], offset: int, unit: str) -> tuple[int, ...]:
    """Return the place of the number that 其中 takes parts of: the last of the same unit, else the last."""
    levels = [place for place, one in enumerate(found) if one.role is Role.LEVEL and one.unit not in SHARES]
    same = [place for place in levels if found[place].unit == unit]
    return tuple(offset + place for place in (same or levels)[-1:])


def _of_last_sentence(before: Sequence[Quantity]) -> tuple[int, ...]:
    if not before:
        return ()
    last = before[-1].sentence
    return tuple(place for place, one in enumerate(before) if one.sentence == last and one.role is Role.LEVEL)


def _adds_up(found: Sequence[Quantity], whole: int) -> bool:
    """Tell whether the numbers behind one add up to it."""
    total = Decimal(0)
    for quantity in found[whole + 1 :]:
        total += quantity.value
        if total >= found[whole].value:
            return total == found[whole].value
    return False


def _ends(found: Sequence[Quantity], whole: int, place: int) -> bool:
    """Tell whether a list of parts is over: a semicolon behind it, all of the whole told, or more than it."""
    if re.search(r"[；;]", found[place].before):
        return True
    if not 0 <= whole < len(found):
        return False
    told = sum((one.value for one in found[whole + 1 : place] if one.wholes), Decimal(0))
    is_more = found[place].unit == found[whole].unit and found[place].value > found[whole].value
    return is_more or told >= found[whole].value

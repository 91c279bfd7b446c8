"""Words that stand above and below many lists: the office's name, the period, a date to fill in."""

from __future__ import annotations

from app.records.settings import office_name
from app.rules.periods import Period

BLANK_DATE = "　　　　年　　月　　日"


def office_head() -> str:
    """Return the left head of a list: the unit, with room for its seal."""
    return f"单位（盖章）：{office_name()}"


def period_head(period: Period | None) -> str:
    """Return the period a list covers, as it is called."""
    return f"期间：{period.label}" if period else ""

"""Words that stand above and below many lists: the office's name, the period, the seal."""

from __future__ import annotations

from datetime import date

from app.records.settings import office_name
from app.rules.dates import write_date
from app.rules.periods import Period


def office_head() -> str:
    """Return the left head of a list: the unit, with room for its seal."""
    return f"单位（盖章）：{office_name()}"


def period_head(period: Period | None) -> str:
    """Return the period a list covers, as it is called."""
    return f"期间：{period.label}" if period else ""


def seal(day: date) -> tuple[str, str]:
    """Return what stands bottom right of a notice: the unit and the day."""
    return office_name(), write_date(day)

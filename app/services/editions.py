"""The editions of a series of events, compared (domain 5.5)."""

from __future__ import annotations

from typing import Any

from app.records.activities import TOOK_PLACE, Activity


def earlier_editions(activity: Activity) -> Any:
    """Select the editions of the same series that took place before this one, the first one first."""
    before = Activity.alive().where(
        Activity.series == activity.series_id,
        Activity.id != (activity.id or 0),
        Activity.starts_on < activity.starts_on,
        Activity.status.in_(TOOK_PLACE),
    )
    return before.order_by(Activity.starts_on)


def is_most_ever(activity: Activity) -> bool | None:
    """Tell whether more people came and more awards were won than at any earlier edition.

    None where there is nothing to compare: no earlier edition, or one whose numbers are unknown.
    """
    if activity.series_id is None or activity.starts_on is None:
        return None
    earlier = [(one.attended, one.awarded) for one in earlier_editions(activity)]
    known = [activity.attended, activity.awarded, *(number for pair in earlier for number in pair)]
    if not earlier or None in known:
        return None
    return all(activity.attended > came and activity.awarded > won for came, won in earlier)

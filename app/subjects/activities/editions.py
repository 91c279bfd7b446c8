"""The editions of a series of events, compared (domain 5.5)."""

from __future__ import annotations

from app.records.base import Query
from app.subjects.activities.records import TOOK_PLACE, Activity


def earlier_editions(activity: Activity) -> Query[Activity]:
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
    earlier = [(edition.attended, edition.awarded) for edition in earlier_editions(activity)]
    attended, awarded = activity.attended, activity.awarded
    known = [(came, won) for came, won in earlier if came is not None and won is not None]
    if not earlier or len(known) < len(earlier) or attended is None or awarded is None:
        return None
    return all(attended > came and awarded > won for came, won in known)

"""What grassroots unions ask for: an election before the term is over (domain 14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.records.profile import Profile, standard
from app.register import Due
from app.subjects.unions.grassroots.records import STANDING, GrassrootsUnion


def terms_due(today: date) -> Iterator[Due]:
    """Yield the terms that end before long, and those that are over without an election."""
    ahead, soon = standard(Profile.term_first_days), standard(Profile.term_second_days)
    standing = GrassrootsUnion.alive().where(GrassrootsUnion.status.in_(STANDING))
    fields = (GrassrootsUnion.id, GrassrootsUnion.name, GrassrootsUnion.term_no, GrassrootsUnion.term_end)
    ending = standing.where(GrassrootsUnion.term_end <= today + timedelta(days=ahead))
    for record_id, name, term_no, end in ending.select(*fields).tuples():
        days = (end - today).days
        term = f"{name}（第 {term_no} 届）"
        if days < 0:
            yield Due("任期已过", term, record_id, days, "尚未换届", by="换届")
        else:
            note = "请筹备换届" if days > soon else "请报换届方案"
            yield Due("任期将满", term, record_id, days, note, by="换届")

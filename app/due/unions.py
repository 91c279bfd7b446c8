"""What grassroots unions ask for: an election before the term is over (domain 14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.records.settings import Profile, standard
from app.records.unions import STANDING, GrassrootsUnion
from app.register import Due

_NAMED = 12  # so many overdue terms are told one by one: the list of a desk is read, not scrolled


def terms_due(today: date) -> Iterator[Due]:
    """Yield the terms that end soon, and those that are over, the latest of them by name."""
    ahead, soon = standard(Profile.term_first_days), standard(Profile.term_second_days)
    standing = GrassrootsUnion.alive().where(GrassrootsUnion.status.in_(STANDING))
    told = (GrassrootsUnion.id, GrassrootsUnion.name, GrassrootsUnion.term_no, GrassrootsUnion.term_end)
    ending = standing.where(GrassrootsUnion.term_end.between(today, today + timedelta(days=ahead)))
    for record_id, name, term_no, end in ending.select(*told).tuples():
        days = (end - today).days
        remedy = "请筹备换届" if days > soon else "请报换届方案"
        yield Due(f"任期将满：{name}（第 {term_no} 届），{remedy}", record_id, days)
    over = standing.where(GrassrootsUnion.term_end < today).order_by(GrassrootsUnion.term_end.desc())
    rows = list(over.select(*told).tuples())
    for record_id, name, term_no, end in rows[:_NAMED]:
        yield Due(f"任期已过：{name}（第 {term_no} 届），尚未换届", record_id, (end - today).days)
    if rest := rows[_NAMED:]:
        longest = (rest[-1][3] - today).days
        yield Due(f"另有 {len(rest)} 家工会任期已过，请用“任期已过”筛选查看", None, longest)

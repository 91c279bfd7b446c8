"""What the annual returns ask for: those not in, and those not entered, by the deadline (domain 9.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.subjects.publications.returns.records import AnnualReturn, ReturnStatus
from app.subjects.publications.yearly_tasks.records import returns_deadline

_AHEAD = timedelta(days=31)
_ASKS = {
    ReturnStatus.MISSING.value: ("统计年报未报", "收表"),
    ReturnStatus.SENT_BACK.value: ("统计年报退回未交", "收表"),
    ReturnStatus.RECEIVED.value: ("统计年报待录入", "录入国家软件"),
}


def returns_due(today: date) -> Iterator[Due]:
    """Yield the returns that still lack something, from a month before their year's deadline."""
    columns = (AnnualReturn.id, AnnualReturn.union_name, AnnualReturn.year, AnnualReturn.status)
    lacking = AnnualReturn.alive().where(AnnualReturn.status.in_(list(_ASKS))).select(*columns)
    deadlines: dict[int, date] = {}
    for record_id, name, year, status in lacking.order_by(AnnualReturn.year, AnnualReturn.id).tuples():
        deadline = deadlines.get(year) or deadlines.setdefault(year, returns_deadline(year))
        if today >= deadline - _AHEAD:
            kind, by = _ASKS[status]
            yield Due(kind, name, record_id, (deadline - today).days, f"{year}统计年度", by)

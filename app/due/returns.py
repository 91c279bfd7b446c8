"""What the annual returns ask for: those not in, and those not entered, by the deadline (domain 9.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from peewee import fn

from app.records.returns import AnnualReturn, ReturnStatus
from app.records.yearly_tasks import returns_deadline
from app.register import Due

_AHEAD = timedelta(days=31)
_ASKS = {
    ReturnStatus.MISSING.value: "未报",
    ReturnStatus.SENT_BACK.value: "退回未交",
    ReturnStatus.RECEIVED.value: "已收待录入",
}


def returns_due(today: date) -> Iterator[Due]:
    """Yield, for each year, how many returns still lack something: one line for a thousand unions."""
    lacking = AnnualReturn.alive().where(AnnualReturn.status.in_(list(_ASKS)))
    groups = lacking.select(
        AnnualReturn.year, AnnualReturn.status, fn.COUNT(1), fn.MIN(AnnualReturn.id)
    ).group_by(AnnualReturn.year, AnnualReturn.status)
    counts: dict[int, dict[str, tuple[int, int]]] = {}
    for year, status, number, record_id in groups.tuples():
        counts.setdefault(year, {})[status] = (number, record_id)
    for year, found in sorted(counts.items()):
        deadline = returns_deadline(year)
        if today >= deadline - _AHEAD:
            states = [state for state in _ASKS if state in found]
            told = "，".join(f"{_ASKS[state]} {found[state][0]} 家" for state in states)
            days = (deadline - today).days
            yield Due("统计年报", f"{year}统计年度", found[states[0]][1], days, told)

"""What members owe: a share of the wage for every month on the roll, whether anybody paid it (domain 1.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import reduce
from operator import add
from typing import ClassVar

from peewee import CTE, Case, ColumnBase, Select, Value, fn

from app.figures.measures import Measure, Scale
from app.figures.once import first_value
from app.records.base import Query
from app.records.conditions import InWords
from app.records.earlier import value_on
from app.records.profile import EarlierProfile, Profile, standard_on
from app.rules.dates import latest, months_between
from app.rules.periods import Period, custom
from app.subjects.members.membership.records import (
    COMING,
    DuesPayment,
    MembershipEvent,
    changes_of_roll,
    members_on_roll,
)
from app.subjects.members.records import EarlierMember, Member


def owing(period: Period) -> Query[Member]:
    """Select the members who were on the roll in a period, or of whom dues are entered for it."""
    before = members_on_roll(period.first - timedelta(days=1)).select(Member.id)
    came = changes_of_roll(*period, coming=True)
    entered = dues_of(period).select(DuesPayment.member)
    member = came.model.member
    owed = Member.id.in_(before) | Member.id.in_(came.select(member)) | Member.id.in_(entered)
    return Member.alive().where(InWords(owed, f"{period.label}在册或登记了会费"))


def dues_of(period: Period) -> Query[DuesPayment]:
    """Select the dues entered for the months of a period."""
    return DuesPayment.alive().where(
        DuesPayment.month.between(f"{period.first:%Y-%m}", f"{period.last:%Y-%m}")
    )


@dataclass(frozen=True, eq=False)
class DuesOwed(Measure):
    """The dues of a period, in fen: what is entered as due, else the share of the wage.

    A month is owed by who is on the roll at its end: the month of joining is, that of leaving is not.
    Of a member whose wage nobody told, what is entered is all that is known.
    """

    counts_beyond: ClassVar[bool] = True
    period: Period | None = field(default=None, kw_only=True)

    def over(self, period: Period) -> DuesOwed:
        return replace(self, period=period)

    def number(self, query: Query) -> int:
        """Add up what members owe: those of the roll, whom alone `owing` selects.

        Who was on the roll before the period owes all months; who comes or goes, so many more or less; of
        what is entered nothing is owed beside.
        """
        period = self.period
        assert period is not None, "asked of no period"
        spans, month = list(_spans(period)), _month(DuesPayment.month)
        moves = _moves(period)
        shares = _shares(spans, moves)
        owed = fn.SUM(moves.c.step * _owed(spans, shares, moves.c.month))
        moved = Select([moves], [owed]).join(shares, on=shares.c.member == moves.c.member)
        steps = moves.c.member == DuesPayment.member, moves.c.month <= month
        on_roll = Select([moves], [fn.SUM(moves.c.step)]).where(*steps) > 0
        share = Case(None, [(month <= _month_of(span.last), shares.c[name]) for name, span in _named(spans)])
        entered = dues_of(period).join(shares, on=shares.c.member == DuesPayment.member).where(on_roll)
        sums = moved, entered.select(fn.SUM(share)), dues_of(period).select(fn.SUM(DuesPayment.due))
        by_wage, beside, due = (fn.COALESCE(amount, 0) for amount in sums)
        return int(first_value(Select(columns=[by_wage - beside + due]).with_cte(moves, shares)))


def _shares(spans: Sequence[Period], moves: CTE) -> CTE:
    """Select who moved with what she owes by the wage for a month of each span; nought if none is told."""
    shares = [fn.COALESCE(_share(span), 0).alias(name) for name, span in _named(spans)]
    members = Member.alive().where(Member.id.in_(Select([moves], [moves.c.member])))
    return members.select(Member.id.alias("member"), *shares).cte("shares", materialized=True)


def _moves(period: Period) -> CTE:
    """Select who came on the roll in which month of a period, or left it; who was on it came in the first."""
    event = MembershipEvent
    before = members_on_roll(period.first - timedelta(days=1))
    first, one = Value(_month_of(period.first)), Value(1)
    there = before.select(Member.id.alias("member"), first.alias("month"), one.alias("step"))
    step = Case(None, [(event.kind.in_(COMING), 1)], -1)
    changes = changes_of_roll(*period).select(event.member, _month(event.happened_on), step)
    return there.union_all(changes).cte("moves", materialized=True)


def _named(spans: Sequence[Period]) -> Iterator[tuple[str, Period]]:
    yield from ((f"span_{at}", span) for at, span in enumerate(spans))


def _spans(period: Period) -> Iterator[Period]:
    """Cut a period into spans of months in which nobody's wage and no rate is told anew."""
    months, told = list(months_between(*period)), _months_told(period)
    begins = [month for month in months if month == months[0] or month in told]
    for month, following in zip(begins, [*begins[1:], ""], strict=True):
        first = max(period.first, date.fromisoformat(f"{month}-01"))
        last = date.fromisoformat(f"{following}-01") - timedelta(days=1) if following else period.last
        yield custom(first, last)


def _months_told(period: Period) -> set[str]:
    """Return the months in which the wage of a member or the rate may have been told anew."""
    months: set[str] = set()
    earlier_days = (EarlierMember.described()["day"], EarlierProfile.described()["day"])
    for day in (Member.told_on, Profile.told_on, *earlier_days):
        told = day.model.alive().where(day.between(*period)).select(fn.SUBSTR(day, 1, 7)).distinct()
        months.update(month for (month,) in told.tuples())
    return months


def _owed(spans: Sequence[Period], shares: CTE, since: ColumnBase) -> ColumnBase:
    """Return the SQL for what a member owes by the wage, on the roll from a month to the end of the spans."""
    months = [fn.MAX(0, _month_of(span.last) + 1 - fn.MAX(since, _month_of(span.first))) for span in spans]
    of_spans = [number * shares.c[name] for number, (name, _) in zip(months, _named(spans), strict=True)]
    owed: ColumnBase = reduce(add, of_spans)
    return owed


def _share(span: Period) -> ColumnBase:
    """Return the SQL for the dues of each month of a span, in fen, by the wage; a half is rounded up."""
    day = latest(f"{span.first:%Y-%m}")
    rate, wage = standard_on(Profile.dues_rate, day), value_on(Member.monthly_wage, day)
    share: ColumnBase = (wage * rate + 500) / 1000  # 500 is half of 1000
    return share


def _month(day: ColumnBase) -> ColumnBase:
    """Return the SQL for the number of a day's month, counted on from year to year."""
    month: ColumnBase = fn.SUBSTR(day, 1, 4) * 12 + fn.SUBSTR(day, 6, 2)
    return month


def _month_of(day: date) -> int:
    """Return the number of a day's month as the SQL of `_month` does."""
    return day.year * 12 + day.month


DUES_OWED = DuesOwed("应缴的会费合计", fn.COUNT(1), Scale.MONEY)

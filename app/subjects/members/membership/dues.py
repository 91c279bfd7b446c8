"""What members owe: a share of the wage for every month on the roll, whether anybody paid it (domain 1.2)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import ClassVar

from peewee import fn

from app.figures.measures import Measure, Scale
from app.records.base import Query
from app.records.conditions import InWords
from app.records.earlier import value_on
from app.records.profile import EarlierProfile, Profile, standard_on
from app.rules.dates import latest, months_between
from app.rules.numbers import half_up
from app.rules.periods import Period
from app.subjects.members.records import (
    COMING,
    EARLIEST_FIRST,
    DuesPayment,
    EarlierMember,
    Member,
    changes_of_roll,
    members_on_roll,
)


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
        """Add up what members owe: those of the roll, whom alone `owing` selects."""
        assert self.period is not None, "asked of no period"
        shares: dict[int, int] = {}
        entered: dict[str, dict[int, int]] = defaultdict(dict)
        month_of = fn.SUBSTR(DuesPayment.month, 1, 7)
        rows = dues_of(self.period).select(DuesPayment.member, month_of, DuesPayment.due)
        for member, month, due in rows.tuples():
            entered[month][member] = due or 0
        roll, changes, owed = self._roll(), self._changes(), 0
        months, told_anew, on_roll = list(months_between(*self.period)), self._months_told(), 0
        for month in months:
            for member, comes in changes[month]:
                if comes != (member in roll):
                    (roll.add if comes else roll.discard)(member)
                    on_roll += shares.get(member, 0) * (1 if comes else -1)
            if month == months[0] or month in told_anew:
                shares = _shares(latest(month))
                on_roll = sum(shares.get(member, 0) for member in roll)
            told = entered[month]
            owed += on_roll + sum(told.values())
            owed -= sum(shares.get(member, 0) for member in told if member in roll)
        return owed

    def _months_told(self) -> set[str]:
        """Return the months in which the wage of a member or the rate may have been told anew."""
        assert self.period is not None
        months: set[str] = set()
        earlier_days = (EarlierMember.described()["day"], EarlierProfile.described()["day"])
        for day in (Member.told_on, Profile.told_on, *earlier_days):
            told = day.model.alive().where(day.between(*self.period)).select(fn.SUBSTR(day, 1, 7)).distinct()
            months.update(month for (month,) in told.tuples())
        return months

    def _roll(self) -> set[int]:
        assert self.period is not None
        before = members_on_roll(self.period.first - timedelta(days=1))
        return {member for (member,) in before.select(Member.id).tuples()}

    def _changes(self) -> dict[str, list[tuple[int, bool]]]:
        """Return who came and went in each month, in the order of the days."""
        assert self.period is not None
        moves: list[tuple[date, int, int, int, bool]] = []
        for coming in (True, False):
            events = changes_of_roll(*self.period, coming=coming)
            event = events.model
            moves += [
                (day, place or 0, number, member, kind in COMING)
                for day, place, number, member, kind in events.select(
                    *EARLIEST_FIRST, event.member, event.kind
                ).tuples()
            ]
        changes: dict[str, list[tuple[int, bool]]] = defaultdict(list)
        for day, _, _, member, comes in sorted(moves):
            changes[f"{day:%Y-%m}"].append((member, comes))
        return changes


def _shares(day: date) -> dict[int, int]:
    """Return the dues of a month, in fen, of each member whose wage is told, as it was on a day."""
    rate, wage_then = standard_on(Profile.dues_rate, day), value_on(Member.monthly_wage, day)
    wages = Member.alive().where(wage_then > 0).select(Member.id, wage_then)
    return {member: half_up(wage * rate, 1000) for member, wage in wages.tuples()}


DUES_OWED = DuesOwed("应缴的会费合计", fn.COUNT(1), Scale.MONEY)

"""What one year's rules of the province allow in prizes (domain 5.2)."""

from __future__ import annotations

from app.fields import (
    CountField,
    MoneyField,
    TextField,
)
from app.records.base import Record
from app.records.batch import looked_up
from app.rules import regulations


class PrizeLimit(Record):
    """What one year's rules of the province allow in prizes; exceeding it is told (domain 5.2)."""

    year = CountField("年度", about="限额适用于哪一年")
    per_person = MoneyField(
        "个人奖品上限", null=True, unit="元", about="个人奖品最多值多少钱", rule=regulations.EXPENSES
    )
    per_team = MoneyField(
        "团队奖品上限", null=True, unit="元", about="团队奖品最多值多少钱", rule=regulations.EXPENSES
    )
    source = TextField("依据", null=True)

    naming = (year,)


@looked_up(PrizeLimit)
def prize_limit_of(year: int) -> PrizeLimit | None:
    """Return the limits of prizes entered for a year; those of the last year before it where none were."""
    limits = PrizeLimit.alive().where(PrizeLimit.year <= year)
    latest: PrizeLimit | None = limits.order_by(PrizeLimit.year.desc()).first()
    return latest

"""What one year's rules allow in aid, and the line below which a family is poor (domain 3.3, 3.7)."""

from __future__ import annotations

from datetime import date

from app.fields import (
    CountField,
    DateField,
    FlagField,
    MoneyField,
    PercentField,
    TextField,
)
from app.records.base import Record
from app.records.batch import looked_up
from app.rules import regulations


class PovertyLine(Record):
    """The minimum living allowance (低保标准) of the city, from a day on (domain 3.3)."""

    effective_from = DateField("执行日期", about="当地低保标准从哪天起执行")
    monthly = MoneyField("低保标准(元/月)", aliases=("低保标准",), about="当地公布的每人每月低保标准")
    multiplier = PercentField(
        "相对困难上限(低保标准的百分之几)",
        default=2000,
        help_text="2 倍填 200%，1.5 倍填 150%",
        about="人均净收入在低保标准的这么多以内算相对困难",
        rule=regulations.HARDSHIP,
    )
    low_income = PercentField(
        "低收入上限(低保标准的百分之几)",
        null=True,
        help_text="示例：3 倍填 300%；没有低收入这一层的不填",
        about="人均净收入超过相对困难、在这么多以内的算低收入",
    )
    inclusive = FlagField(
        "等于低保标准算深度困难",
        default=False,
        about="正好等于低保标准也算深度困难的选“是”",
        rule=regulations.HARDSHIP,
    )
    source = TextField("依据", null=True)

    naming = (effective_from,)


class AidLimit(Record):
    """What one year's rules allow in aid (domain 3.7)."""

    year = CountField("年度", about="限额适用于哪一年")
    per_time = MoneyField("每人每次上限", null=True, unit="元", about="节日慰问每人每次最多多少钱")
    per_year = MoneyField("每人全年上限", null=True, unit="元", about="节日慰问每人一年最多多少钱")
    guards_balance = FlagField("不得超过资金余额", default=True, about="选“是”的，余额不够就不能审批发放")
    source = TextField("依据", null=True)

    naming = (year,)


@looked_up(PovertyLine)
def poverty_line_on(day: date) -> PovertyLine | None:
    """Return the poverty line in force on a day; None where none was entered."""
    lines = PovertyLine.alive().where(PovertyLine.effective_from <= day)
    latest: PovertyLine | None = lines.order_by(PovertyLine.effective_from.desc()).first()
    return latest


@looked_up(AidLimit)
def aid_limit_of(year: int) -> AidLimit | None:
    """Return the limits entered for a year; those of the last year before it where none were."""
    limits = AidLimit.alive().where(AidLimit.year <= year)
    latest: AidLimit | None = limits.order_by(AidLimit.year.desc()).first()
    return latest

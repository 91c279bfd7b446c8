"""What a year asks of publications, bulletins and returns (domain 0.8, 9 and 14)."""

from __future__ import annotations

from datetime import date

from app.fields import CountField, DateField, TextField
from app.records.base import Record


class YearlyTask(Record):
    """The upper union's demands on one year: how many bulletins a month, and two closing days."""

    year = CountField("年度", about="这些任务管哪一年")
    bulletins_least = CountField(
        "每月信息最少",
        default=3,
        unit="篇",
        aliases=("每月信息篇数",),
        about="每月至少报几篇动态信息，少了提醒",
    )
    bulletins_most = CountField("每月信息最多", default=4, unit="篇", about="每月一般最多报几篇动态信息")
    opinions_least = CountField(
        "每月舆情信息最少",
        default=1,
        unit="篇",
        help_text="不要求时填 0",
        about="每月至少报几篇职工反映的舆情",
    )
    returns_due = DateField(
        "年报截止日期", null=True, help_text="不填按当年10月31日", about="年报最迟哪天收齐"
    )
    subscriptions_due = DateField(
        "征订截止日期",
        null=True,
        help_text="征订下一年度报刊的截止日期，不填按当年12月20日",
        about="下一年度报刊最迟哪天订完",
    )
    source = TextField("依据", null=True)

    naming = (year,)


def task_of(year: int) -> YearlyTask:
    """Return what a year asks; where nothing was entered, the counts of the last year before it."""
    entered = YearlyTask.alive().where(YearlyTask.year <= year)
    last = entered.order_by(YearlyTask.year.desc()).first()
    if last is not None and last.year == year:
        return last
    counts = ("bulletins_least", "bulletins_most", "opinions_least")
    values = {name: getattr(last, name) for name in counts} if last is not None else {}
    return YearlyTask(year=year, **values)


def returns_deadline(year: int) -> date:
    """Return the day by which the returns of a statistics year are entered (domain 14: end of October)."""
    return task_of(year).returns_due or date(year, 10, 31)


def subscriptions_deadline(year: int) -> date:
    """Return the day of a year on which orders for the next one close (domain 14: 20 December)."""
    return task_of(year).subscriptions_due or date(year, 12, 20)

"""The rules of events and their series (domain 5.3 and 5.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from peewee import fn

from app.fields import Described
from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.rules.money import write_fen
from app.subjects.activities.records import (
    TOOK_PLACE,
    Activity,
    ActivityAward,
    ActivityParticipant,
    ActivityStatus,
    ActivityTeam,
    persons,
    planned_sum,
    rows_of,
    spent_sum,
)

_LONGEST = timedelta(days=366)
_ENDED = (ActivityStatus.OVER.value, ActivityStatus.SUMMED_UP.value)


def days_fit(activity: Activity) -> Iterator[Problem]:
    """An event lies in the year its name says, takes a year at most, and is over only when it is past."""
    if activity.starts_on is None or activity.ends_on is None:
        return
    if activity.ends_on - activity.starts_on > _LONGEST:
        yield Warn(Activity.ends_on, "活动超过一年，请核对日期")
    named = re.search(r"(?<!\d)((?:19|20)\d\d)年", activity.name or "")
    years = range(activity.starts_on.year, activity.ends_on.year + 1)
    if named and int(named[1]) not in years:
        yield Warn(Activity.starts_on, f"活动名称中是{named[1]}年，日期不在那一年，请核对")
    if activity.status in TOOK_PLACE and activity.starts_on > date.today():
        yield Block(Activity.starts_on, f"活动还没有开始，状态不能是“{activity.status}”")
    elif activity.status in _ENDED and activity.ends_on > date.today():
        yield Block(Activity.ends_on, f"活动还没有结束，状态不能是“{activity.status}”")


def entered_once(activity: Activity) -> Iterator[Problem]:
    """The same event on the same day is one event; which one it is, its number says."""
    if activity.name and activity.starts_on:
        for twin in duplicates(activity, Activity.name, Activity.starts_on)[:1]:
            yield Block(Activity.name, f"这项活动已登记（{twin.activity_no}），请打开那条记录修改")


def edition_fits_series(activity: Activity) -> Iterator[Problem]:
    """An edition of a series is counted once, and follows the edition before it (domain 5.5)."""
    if activity.edition is None or activity.series_id is None:
        return
    series = [one for one in duplicates(activity, Activity.series) if one.status != ActivityStatus.CANCELLED]
    if twin := next((one for one in series if one.edition == activity.edition), None):
        yield Block(Activity.edition, f"第{activity.edition}届已登记（{twin.name}），请核对届次")
    for other in series:
        if other.edition is None or other.starts_on is None or activity.starts_on is None:
            continue
        if (other.edition - activity.edition) * (other.starts_on - activity.starts_on).days < 0:
            day = Activity.starts_on.format(other.starts_on)
            yield Block(Activity.edition, f"第{other.edition}届在{day}，届次与日期的先后不符，请核对")
            return


def numbers_agree(activity: Activity) -> Iterator[Problem]:
    """What was typed in agrees with the rows: participants, teams, walk-ins, awards (domain 5.6)."""
    if activity.id is None:
        return
    listed = persons(rows_of(ActivityParticipant, activity))
    if activity.stated_count is not None and listed and activity.stated_count != listed:
        compared = "多于" if activity.stated_count > listed else "少于"
        yield Warn(Activity.stated_count, f"{compared}登记的 {listed} 人，请补登现场报名的人或更正")
    in_teams = _headcounts(activity)
    if activity.attended is not None and in_teams is not None and in_teams != activity.attended:
        yield Warn(Activity.attended, f"参加 {activity.attended} 人，各队人数合计 {in_teams} 人，请核对")
    awards = rows_of(ActivityAward, activity).count()
    if activity.stated_awards is not None and awards and awards != activity.stated_awards:
        yield Warn(Activity.stated_awards, f"登记的获奖共 {awards} 个，请核对")


def _headcounts(activity: Activity) -> int | None:
    """Add up the teams' head counts; None unless every team tells its own."""
    teams = [count for (count,) in rows_of(ActivityTeam, activity).select(ActivityTeam.headcount).tuples()]
    return sum(teams) if teams and None not in teams else None


def money_fits(activity: Activity) -> Iterator[Problem]:
    """Lines, total, prizes and spending agree with one another (domain 5.6)."""
    if activity.id is None:
        return
    planned, spent, total = planned_sum(activity), spent_sum(activity), activity.budget_total
    if total is not None and planned and planned != total:
        yield Warn(Activity.budget_total, f"预算明细合计 {write_fen(planned)} 元，请核对预算总额")
    if activity.actual_cost is not None and spent and spent != activity.actual_cost:
        yield Warn(Activity.actual_cost, f"支出明细合计 {write_fen(spent)} 元，请核对实际支出")
    limit = total if total is not None else planned or None
    cost = activity.actual_cost if activity.actual_cost is not None else spent
    if limit is not None and cost > limit:
        yield Warn(Activity.actual_cost, f"超出预算 {write_fen(cost - limit)} 元，请核对")
    prizes = prize_sum(activity)
    if limit is not None and prizes > limit:
        yield Warn(Activity.budget_total, f"奖品合计 {write_fen(prizes)} 元，超出预算，请核对")


def prize_sum(activity: Activity) -> int:
    """Add up what the event's awards are worth, in fen."""
    total = fn.COALESCE(fn.SUM(ActivityAward.amount), 0)
    return int(rows_of(ActivityAward, activity).select(total).order_by().scalar())


def came_to_something(activity: Activity) -> Iterator[Problem]:
    """An event ends with a number of people who came."""
    if not activity.attended:
        yield Block(Activity.stated_count, "还没有参加人员，请登记参加人员或填写参加人数和来源")


def has_begun(activity: Activity) -> Iterator[Problem]:
    """An event runs from its first day on."""
    if activity.starts_on is not None and activity.starts_on > date.today():
        yield Block(Activity.starts_on, "还没有到开始日期，请核对日期")


def nothing_was_won(activity: Activity) -> Iterator[Problem]:
    """An event at which something was won took place."""
    if rows_of(ActivityAward, activity).exists():
        yield Block(Activity.cancel_reason, "已登记获奖，不能取消；请先核对获奖记录")


def within_a_limit(field: Described, amount: int | None, most: int | None, whose: str) -> Iterator[Problem]:
    """Yield a remark where a prize is worth more than the year's rules allow."""
    if amount is not None and most is not None and amount > most:
        yield Warn(field, f"超过{whose}奖品上限 {write_fen(most)} 元，请核对")


ACTIVITY = (
    days_fit,
    entered_once,
    edition_fits_series,
    numbers_agree,
    money_fits,
)

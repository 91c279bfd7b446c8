"""The lists of an event: sign-in sheet, people entered, awards, receipts for prizes, budget (domain 5.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from peewee import ColumnBase

from app.printing.heads import HANDLED, LINE, blank, office_head, told_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.records.base import Query
from app.records.profile import office_name
from app.rules.dates import write_date
from app.subjects.activities.records import (
    OTHER_RANK,
    OURSELVES,
    Activity,
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    OfActivity,
    rows_of,
)

ACTIVITIES = Selection(Activity, (Activity.starts_on, Activity.id), Activity.starts_on)
"""The events asked for, else all, from the first on."""
_ENTERED = ("有人报名的",)


def sheets_of(
    model: type[OfActivity],
    what: str,
    unit: str,
    pick: Callable[[Query[OfActivity]], Iterable[OfActivity]] = list,
    *,
    having: tuple[str, *tuple[ColumnBase, ...]],
) -> Sheets:
    """Return a sheet for each event: its rows of a kind, or what `pick` makes of them.

    An event without such rows has none: `having` says which have, in a word, and what rows are meant.
    """

    def part(activity: Activity, _: PrintRequest) -> Part:
        return Part(
            pick(rows_of(model, activity)),
            title=f"{activity.name}{what}",
            heads=(office_head(), told_head("地点", activity.place), f"日期：{days_of(activity)}"),
        )

    return ACTIVITIES.having(model.activity, *having).each(part, unit)


def days_of(activity: Activity) -> str:
    """Write the day of an event, or its first and last."""
    first = write_date(activity.starts_on)
    return first if activity.ends_on == activity.starts_on else f"{first}至{write_date(activity.ends_on)}"


def blank_of(what: str) -> Callable[[], Part]:
    """Return the words around a sheet of an event that is filled in by hand."""
    return blank(f"地点：{LINE}", title=f"{LINE}{what}")


SIGN_IN = ListPrint(
    "activities.sign_in",
    "签到表",
    (
        PrintColumn(ActivityParticipant.name, 30),
        PrintColumn(ActivityParticipant.employer, 54),
        PrintColumn(ActivityParticipant.mobile),
        PrintColumn(None, 34, "签名"),
        PrintColumn(ActivityParticipant.signed_at, 20, "时间", align="center"),
    ),
    sheets_of(ActivityParticipant, "签到表", "人次", having=_ENTERED),
    signing=True,
    blank=blank_of("签到表"),
    blank_rows=20,
)

ENTRY_LIST = ListPrint(
    "activities.entries",
    "参赛队员名单",
    (
        PrintColumn(ActivityParticipant.team, 34),
        PrintColumn(ActivityParticipant.project, 34),
        PrintColumn(ActivityParticipant.name, 30),
        PrintColumn(ActivityParticipant.employer, 54),
        PrintColumn(ActivityParticipant.number, 18, align="center"),
    ),
    sheets_of(
        ActivityParticipant,
        "参赛队员名单",
        "人次",
        lambda rows: rows.order_by(
            ActivityParticipant.project, ActivityParticipant.team, ActivityParticipant.id
        ),
        having=_ENTERED,
    ),
    blank=blank_of("参赛队员名单"),
)


def award_of(award: ActivityAward) -> str:
    """Return what was won: the rank, or the award's own name."""
    return str(award.rank_text if award.rank == OTHER_RANK else award.rank)


def winner_of(award: ActivityAward) -> str:
    """Return who won: a person, a team, a unit, or the office itself."""
    return award.winner or (office_name() if award.recipient_kind == OURSELVES else "")


AWARD_LIST = ListPrint(
    "activities.awards",
    "获奖名单",
    (
        PrintColumn(ActivityAward.project, 32),
        ActivityAward.group_name,
        PrintColumn(ActivityAward.rank, 28, "奖项", text=award_of),
        PrintColumn(ActivityAward.winner, 40, text=winner_of),
        PrintColumn(ActivityAward.employer, 48),
    ),
    sheets_of(ActivityAward, "获奖名单", "个", having=("有获奖的",)),
    blank=blank_of("获奖名单"),
    is_public=True,
)

_PRIZED = ActivityAward.prize.is_null(False)

PRIZE_RECEIPTS = ListPrint(
    "activities.prizes",
    "奖品签领表",
    (
        PrintColumn(ActivityAward.winner, 32, "姓名", text=winner_of),
        PrintColumn(ActivityAward.employer, 46),
        PrintColumn(ActivityAward.rank, 24, "奖项", text=award_of),
        PrintColumn(ActivityAward.prize, 32, "奖品"),
        PrintColumn(ActivityAward.prize_count, 14, align="center"),
        PrintColumn(None, 30, "签名"),
    ),
    sheets_of(
        ActivityAward,
        "奖品签领表",
        "份",
        lambda rows: rows.where(_PRIZED),
        having=("有奖品的", _PRIZED),
    ),
    signing=True,
    closing=HANDLED,
    blank=blank_of("奖品（纪念品）签领表"),
    blank_rows=20,
)

BUDGET_SHEET = ListPrint(
    "activities.budget_sheet",
    "经费预算表",
    (
        ActivityBudgetLine.item,
        PrintColumn(ActivityBudgetLine.purpose, 46),
        ActivityBudgetLine.quantity,
        ActivityBudgetLine.unit_price,
        ActivityBudgetLine.planned,
        ActivityBudgetLine.actual,
    ),
    sheets_of(ActivityBudgetLine, "经费预算表", "项", having=("有预算的",)),
    amount=ActivityBudgetLine.planned,
    beside=(ActivityBudgetLine.actual,),
    closing=HANDLED,
    blank=blank_of("经费预算表"),
)

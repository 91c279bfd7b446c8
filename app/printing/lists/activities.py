"""The lists of an event: sign-in sheet, people entered, awards, receipts for prizes, budget (domain 5.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.printing.lists.asked import asked
from app.printing.lists.heads import BLANK_DATE, office_head
from app.records.activities import (
    OTHER_RANK,
    OURSELVES,
    Activity,
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    OfActivity,
    rows_of,
)
from app.records.base import Query
from app.records.settings import office_name
from app.register import ListPrint, Occasion, Part, PrintColumn
from app.rules.dates import write_date

_LINE = "＿＿＿＿＿＿＿＿＿＿＿＿"
_HANDLING = ("经办人：", "证明人：", "负责人：", "制表日期：")


def activities_asked(occasion: Occasion) -> Query[Activity]:
    """Select the events asked for, else all, from the first on."""
    return asked(occasion, Activity, Activity.starts_on).order_by(Activity.starts_on, Activity.id)


def _parts(
    model: type[OfActivity],
    what: str,
    chosen: Callable[[Query[OfActivity]], Iterable[OfActivity]] | None = None,
) -> Callable[..., Iterator[Part]]:
    """Return what yields one sheet for each event: its rows of a kind, or those chosen among them."""

    def parts(occasion: Occasion) -> Iterator[Part]:
        for activity in activities_asked(occasion):
            rows = rows_of(model, activity).order_by(model.id)
            yield Part(
                list(chosen(rows) if chosen else rows),
                title=f"{activity.name}{what}",
                heads=(office_head(), f"地点：{activity.place or ''}", f"日期：{days_of(activity)}"),
            )

    return parts


def days_of(activity: Activity) -> str:
    """Write the day of an event, or its first and last."""
    first = write_date(activity.starts_on)
    return first if activity.ends_on == activity.starts_on else f"{first}至{write_date(activity.ends_on)}"


def _blank(what: str) -> Callable[[], Part]:
    return lambda: Part(
        (), title=f"{_LINE}{what}", heads=(office_head(), f"地点：{_LINE}", f"日期：{BLANK_DATE}")
    )


SIGN_IN = ListPrint(
    "activities.sign_in",
    "签到表",
    (
        PrintColumn(ActivityParticipant.name, 30),
        PrintColumn(ActivityParticipant.employer, 54),
        PrintColumn(ActivityParticipant.mobile, 28, masked=True, align="center"),
        PrintColumn(None, 34, "签名"),
        PrintColumn(ActivityParticipant.signed_at, 20, "时间", align="center"),
    ),
    _parts(ActivityParticipant, "签到表"),
    signing=True,
    landscape=False,
    unit="人次",
    blank=_blank("签到表"),
    blank_rows=20,
    dated=Activity.starts_on,
    single="签到表",
    takes=Activity,
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
    _parts(
        ActivityParticipant,
        "参赛队员名单",
        lambda rows: rows.order_by(
            ActivityParticipant.project, ActivityParticipant.team, ActivityParticipant.id
        ),
    ),
    landscape=False,
    unit="人次",
    blank=_blank("报名表"),
    dated=Activity.starts_on,
    single="参赛队员名单",
    takes=Activity,
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
        PrintColumn(ActivityAward.group_name, 26),
        PrintColumn(ActivityAward.rank, 28, "奖项", text=award_of, align="center"),
        PrintColumn(ActivityAward.winner, 40, text=winner_of),
        PrintColumn(ActivityAward.employer, 48),
    ),
    _parts(ActivityAward, "获奖名单"),
    landscape=False,
    unit="个",
    dated=Activity.starts_on,
    single="获奖名单",
    takes=Activity,
    is_public=True,
)

PRIZE_RECEIPTS = ListPrint(
    "activities.prizes",
    "奖品签领表",
    (
        PrintColumn(ActivityAward.winner, 32, "姓名", text=winner_of),
        PrintColumn(ActivityAward.employer, 46),
        PrintColumn(ActivityAward.rank, 24, "奖项", text=award_of, align="center"),
        PrintColumn(ActivityAward.prize, 32, "奖品"),
        PrintColumn(ActivityAward.prize_count, 14, align="center"),
        PrintColumn(None, 30, "签名"),
    ),
    _parts(ActivityAward, "奖品签领表", lambda rows: rows.where(ActivityAward.prize.is_null(False))),
    signing=True,
    landscape=False,
    unit="份",
    closing=_HANDLING,
    blank=_blank("奖品（纪念品）签领表"),
    blank_rows=20,
    dated=Activity.starts_on,
    single="奖品签领表",
    takes=Activity,
)

BUDGET_SHEET = ListPrint(
    "activities.budget_sheet",
    "经费预算表",
    (
        PrintColumn(ActivityBudgetLine.item, 24, align="center"),
        PrintColumn(ActivityBudgetLine.purpose, 46),
        PrintColumn(ActivityBudgetLine.quantity, 16),
        PrintColumn(ActivityBudgetLine.unit_price, 24),
        PrintColumn(ActivityBudgetLine.planned, 28),
        PrintColumn(ActivityBudgetLine.actual, 28),
    ),
    _parts(ActivityBudgetLine, "经费预算表"),
    amount=ActivityBudgetLine.planned,
    landscape=False,
    unit="项",
    closing=_HANDLING,
    blank=_blank("经费预算表"),
    dated=Activity.starts_on,
    single="经费预算表",
    takes=Activity,
)

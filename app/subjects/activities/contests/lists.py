"""What an event prints unit by unit and contest by contest: entry forms and results (domain 5.4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from app.printing.heads import BLANK_DATE, LINE, blank
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.records.base import Query
from app.rules.dates import write_date
from app.subjects.activities.lists import ACTIVITIES, award_of, blank_of, sheets_of, winner_of
from app.subjects.activities.records import (
    MERIT,
    RANKS,
    Activity,
    ActivityAward,
    ActivityParticipant,
    rows_of,
)

_CONTESTS = RANKS[: RANKS.index(MERIT) + 1]  # the others are honours nobody competes for


_ENTERED = ACTIVITIES.having(ActivityParticipant.activity, "有人报名的")


def _entries(request: PrintRequest) -> Iterator[Part]:
    for activity in _ENTERED(request):
        everybody = rows_of(ActivityParticipant, activity)
        by_unit = everybody.order_by(ActivityParticipant.employer, ActivityParticipant.id)
        until = write_date(activity.enter_by) if activity.enter_by else BLANK_DATE
        for unit, rows in groupby(by_unit, key=lambda participant: str(participant.employer)):
            heads = (f"报名单位（盖章）：{unit}", "", f"报名截止：{until}")
            yield Part(list(rows), title=f"{activity.name}报名表", heads=heads)


ENTRY_FORMS = ListPrint(
    "activities.entry_forms",
    "报名表",
    (
        PrintColumn(ActivityParticipant.name, 32),
        PrintColumn(ActivityParticipant.project, 38),
        PrintColumn(ActivityParticipant.team, 38),
        PrintColumn(ActivityParticipant.mobile, 32, "联系电话"),
        PrintColumn(ActivityParticipant.remark, 30),
    ),
    Sheets(_entries, Activity.starts_on, Activity, chosen=_ENTERED),
    closing=("领队：", "联系人：", "联系电话：", "报名日期："),
    blank=blank(
        left="报名单位（盖章）：＿＿＿＿＿＿＿＿＿＿", right=f"报名截止：{BLANK_DATE}", title=f"{LINE}报名表"
    ),
    blank_rows=18,
)


def _results(awards: Query[ActivityAward]) -> list[ActivityAward]:
    return sorted((award for award in awards if award.rank in _CONTESTS), key=_place)


def _place(award: ActivityAward) -> tuple[str, str, int, int]:
    rank = _CONTESTS.index(award.rank)
    return award.project or "", award.group_name or "", rank, award.id


RESULTS = ListPrint(
    "activities.results",
    "比赛成绩表",
    (
        ActivityAward.project,
        ActivityAward.group_name,
        PrintColumn(ActivityAward.rank, text=award_of),
        PrintColumn(ActivityAward.winner, 34, "姓名/队名", text=winner_of),
        PrintColumn(ActivityAward.employer, 58),
        PrintColumn(None, 24, "成绩"),
    ),
    sheets_of(
        ActivityAward, "比赛成绩表", "个", _results, having=("有名次的", ActivityAward.rank.in_(_CONTESTS))
    ),
    closing=("记分员：", "裁判员：", "裁判长：", "日期："),
    blank=blank_of("比赛成绩表"),
    blank_rows=20,
)

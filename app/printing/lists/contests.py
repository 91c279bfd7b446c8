"""What an event prints unit by unit and contest by contest: entry forms and results (domain 5.4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from app.printing.lists.activities import activities_asked, award_of, days_of, winner_of
from app.printing.lists.heads import BLANK_DATE, office_head
from app.records.activities import (
    MERIT,
    RANKS,
    Activity,
    ActivityAward,
    ActivityParticipant,
    participants_of,
    rows_of,
)
from app.register import ListPrint, Occasion, Part, PrintColumn
from app.rules.dates import write_date

_LINE = "＿＿＿＿＿＿＿＿＿＿＿＿"
_CONTESTS = RANKS[: RANKS.index(MERIT) + 1]  # the others are honours nobody competes for


def _entries(occasion: Occasion) -> Iterator[Part]:
    for activity in activities_asked(occasion):
        people = participants_of(activity).order_by(ActivityParticipant.employer, ActivityParticipant.id)
        for unit, rows in groupby(people, key=lambda one: str(one.employer)):
            until = write_date(activity.enter_by) if activity.enter_by else BLANK_DATE
            yield Part(
                list(rows),
                title=f"{activity.name}报名表",
                heads=(f"报名单位（盖章）：{unit}", "", f"报名截止：{until}"),
            )


def _blank_entries() -> Part:
    heads = ("报名单位（盖章）：＿＿＿＿＿＿＿＿＿＿", "", f"报名截止：{BLANK_DATE}")
    return Part((), title=f"{_LINE}报名表", heads=heads)


ENTRY_FORMS = ListPrint(
    "activities.entry_forms",
    "报名表",
    (
        PrintColumn(ActivityParticipant.name, 32),
        PrintColumn(ActivityParticipant.project, 38),
        PrintColumn(ActivityParticipant.team, 38),
        PrintColumn(ActivityParticipant.mobile, 32, "联系电话", align="center"),
        PrintColumn(ActivityParticipant.remark, 30),
    ),
    _entries,
    landscape=False,
    closing=("领队：", "联系人：", "联系电话：", "报名日期："),
    blank=_blank_entries,
    blank_rows=18,
    dated=Activity.starts_on,
    single="报名表",
    takes=Activity,
)


def _results(occasion: Occasion) -> Iterator[Part]:
    for activity in activities_asked(occasion):
        ranked = [one for one in rows_of(ActivityAward, activity) if one.rank in _CONTESTS]
        yield Part(
            sorted(ranked, key=_place),
            title=f"{activity.name}比赛成绩表",
            heads=(office_head(), f"地点：{activity.place or ''}", f"日期：{days_of(activity)}"),
        )


def _place(award: ActivityAward) -> tuple[str, str, int, int]:
    rank = _CONTESTS.index(award.rank)
    return award.project or "", award.group_name or "", rank, award.id


def _blank_results() -> Part:
    heads = (office_head(), f"地点：{_LINE}", f"日期：{BLANK_DATE}")
    return Part((), title=f"{_LINE}比赛成绩表", heads=heads)


RESULTS = ListPrint(
    "activities.results",
    "比赛成绩表",
    (
        PrintColumn(ActivityAward.project, 28),
        PrintColumn(ActivityAward.group_name, 28),
        PrintColumn(ActivityAward.rank, 22, text=award_of, align="center"),
        PrintColumn(ActivityAward.winner, 34, "姓名/队名", text=winner_of),
        PrintColumn(ActivityAward.employer, 58),
        PrintColumn(None, 24, "成绩"),
    ),
    _results,
    landscape=False,
    unit="个",
    closing=("记分员：", "裁判员：", "裁判长：", "日期："),
    blank=_blank_results,
    blank_rows=20,
    dated=Activity.starts_on,
    single="比赛成绩表",
    takes=Activity,
)

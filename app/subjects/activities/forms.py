"""The plan of an event before it, and what is told of it afterwards (domain 5.4)."""

from __future__ import annotations

from app.printing.filling import Filling, Row, heading, labelled, opinion, story, table
from app.printing.form import FormSheet
from app.printing.layout import FormPrint
from app.subjects.activities.lists import ACTIVITIES, award_of, days_of, winner_of
from app.subjects.activities.records import (
    Activity,
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    ActivityProject,
    persons,
    planned_sum,
    rows_of,
    spent_sum,
)

_PROJECTS = (("项目", 8), ("团体或个人", 5), ("组别", 6), ("备注", 5))
_BUDGET = (("科目", 5), ("用途说明", 9), ("数量", 3), ("单价（元）", 3), ("预算金额（元）", 4))
_AWARDS = (("奖项", 4), ("项目、组别", 6), ("获奖者", 5), ("单位", 9))
_MOST_AWARDS = 6


def _when(activity: Activity, filling: Filling) -> tuple[Row, ...]:
    boxed = filling.boxed
    days = days_of(activity) if activity.starts_on else ""
    return (
        boxed(Activity.name, 22),
        (
            *boxed(Activity.kind, 4),
            *boxed(Activity.our_role, 4),
            *labelled("活动时间", days, 10),
        ),
        (*boxed(Activity.organiser, 10, align="left"), *boxed(Activity.co_organiser, 10, align="left")),
        (*boxed(Activity.place, 10, align="left"), *boxed(Activity.audience, 10, align="left")),
    )


def _plan(activity: Activity, full_ids: bool) -> FormSheet:
    filling = Filling(activity, full_ids)
    boxed, value = filling.boxed, filling.value
    return FormSheet(
        "活动方案",
        (
            *_when(activity, filling),
            (
                *boxed(Activity.theme, 8, align="left"),
                *boxed(Activity.planned_count, 4),
                *boxed(Activity.enter_by, 6),
            ),
            story("目的和背景", value(Activity.aims), 24),
            heading("活动项目"),
            *table(_PROJECTS, _projects(activity), least=3),
            story("规则和\n评奖办法", value(Activity.rules), 25),
            heading("经费预算"),
            *table(_BUDGET, _budget(activity), least=5),
            (
                *labelled("预算合计（元）", _money(planned_sum(activity)), 7, wide=5, align="right"),
                *boxed(Activity.fund_source, 9, wide=3),
            ),
            opinion("审批意见", 46),
        ),
        head_left=f"活动编号：{activity.activity_no or ''}",
        head_right=f"经办人：{activity.handled_by or '＿＿＿＿＿＿'}",
    )


def _projects(activity: Activity) -> list[tuple[str, ...]]:
    return [
        (project.name or "", project.mode or "", project.group_name or "", project.remark or "")
        for project in rows_of(ActivityProject, activity)
    ]


def _budget(activity: Activity) -> list[tuple[str, ...]]:
    fields = (
        ActivityBudgetLine.item,
        ActivityBudgetLine.purpose,
        ActivityBudgetLine.quantity,
        ActivityBudgetLine.unit_price,
        ActivityBudgetLine.planned,
    )
    lines = rows_of(ActivityBudgetLine, activity)
    return [tuple(Filling(line, False).value(field) for field in fields) for line in lines]


def _money(fen: int) -> str:
    return Activity.budget_total.format(fen) if fen else ""


ACTIVITY_PLAN = FormPrint(
    "activities.plan",
    "活动方案",
    Activity,
    ACTIVITIES,
    _plan,
    hides_ids=False,
    dated=Activity.starts_on,
    single="活动方案",
)


def _report(activity: Activity, full_ids: bool) -> FormSheet:
    filling = Filling(activity, full_ids)
    boxed, value = filling.boxed, filling.value
    budget = _money(activity.budget_total or planned_sum(activity))
    spent = _money(activity.actual_cost or spent_sum(activity))
    entered = persons(rows_of(ActivityParticipant, activity))
    return FormSheet(
        "活动情况总结表",
        (
            *_when(activity, filling),
            (
                *boxed(Activity.planned_count, 4),
                *labelled("报名人数", str(entered or ""), 4),
                *boxed(Activity.attended, 4),
                *boxed(Activity.awarded, 4),
            ),
            (
                *labelled("预算（元）", budget, 5, wide=3, align="right"),
                *labelled("支出（元）", spent, 5, wide=3, align="right"),
                *boxed(Activity.fund_source, 6),
            ),
            heading("获奖情况"),
            *table(_AWARDS, _awards(activity), least=6),
            story("活动情况\n和效果", value(Activity.summary), 60),
            story("问题和\n改进建议", "", 24),
            opinion("负责人意见", 46),
        ),
        head_left=f"活动编号：{activity.activity_no or ''}",
        head_right=f"经办人：{activity.handled_by or '＿＿＿＿＿＿'}",
    )


def _awards(activity: Activity) -> list[tuple[str, ...]]:
    """Return the awards, as many as the form holds; the list of awards has them all."""
    awards = list(rows_of(ActivityAward, activity))
    rows: list[tuple[str, ...]] = [
        (
            award_of(award),
            "　".join(part for part in (award.project, award.group_name) if part),
            winner_of(award),
            award.employer or "",
        )
        for award in awards[:_MOST_AWARDS]
    ]
    more = len(awards) - _MOST_AWARDS
    return [*rows, (f"另有 {more} 项", "见获奖名单", "", "")] if more > 0 else rows


ACTIVITY_REPORT = FormPrint(
    "activities.report",
    "活动情况总结表",
    Activity,
    ACTIVITIES,
    _report,
    hides_ids=False,
    dated=Activity.starts_on,
)

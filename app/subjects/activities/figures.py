"""Figures of activities (domain 5.5; F050 to F061)."""

from __future__ import annotations

from peewee import fn

from app.figures.crosses import Cross
from app.figures.figure import Figure, facts_in, flow, mean
from app.figures.measures import distinct, named_units, total
from app.figures.splits import Split, by, by_reference, through
from app.records.base import Query
from app.records.conditions import InWords
from app.records.naming import names_a_unit
from app.rules.periods import Period
from app.subjects.activities.records import (
    FOR_OTHERS,
    MERIT,
    OURSELVES,
    TOGETHER,
    TOOK_PLACE,
    Activity,
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    ActivityProject,
    ActivitySeries,
    ActivityStatus,
    ActivityTeam,
    OfActivity,
    who,
)
from app.subjects.unions.enterprises.records import Enterprise

TITLE = "文体活动"
_STATED = "填报了人数的活动用填报数，其余按登记的人去重"


def held_in(period: Period) -> Query[Activity]:
    """Select the activities that began in a period and took place."""
    return Activity.alive().where(
        Activity.starts_on.between(*period), InWords(Activity.status.in_(TOOK_PLACE), "已举办")
    )


def _of_these(model: type[OfActivity], period: Period) -> Query[OfActivity]:
    return model.alive().where(model.activity.in_(held_in(period).select(Activity.id)))


def _came(period: Period) -> Query[ActivityParticipant]:
    """Select those who signed in; where nobody did, those who were entered (as Activity.attended does)."""
    signed = ActivityParticipant.alias()
    sheet = signed.select(signed.activity).where(signed.signed_in, signed.deleted_at.is_null())
    came = ActivityParticipant.signed_in | ActivityParticipant.activity.not_in(sheet)
    return _of_these(ActivityParticipant, period).where(InWords(came, "已签到（活动没有签到的按报名）"))


_series = by_reference(Activity.series, ActivitySeries.name)


def _series_of(
    model: type[ActivityParticipant | ActivityTeam | ActivityProject | ActivityAward | ActivityBudgetLine],
) -> Split:
    return through(model.activity, _series)


@flow("开展活动", "次", split=by(Activity.kind), lists=Activity.name)
def held(period: Period) -> Query[Activity]:
    return held_in(period)


@flow("参与活动", "次", split=by(Activity.our_role), about="与开展活动同数，按我方角色分")
def held_in_role(period: Period) -> Query[Activity]:
    return held_in(period)


@flow("取消活动", "次", about="按原定的开始日期")
def cancelled(period: Period) -> Query[Activity]:
    return Activity.alive().where(
        Activity.starts_on.between(*period), Activity.status == ActivityStatus.CANCELLED
    )


@flow(
    "活动参加人次",
    "人次",
    measure=total(Activity.attended),
    split=_series,
    about=_STATED,
    lists=Activity.name,
    charted=True,
)
def attended(period: Period) -> Query[Activity]:
    return held_in(period)


@flow("各类活动参加人次", "人次", measure=total(Activity.attended), split=by(Activity.kind), about=_STATED)
def attended_by_kind(period: Period) -> Query[Activity]:
    return held_in(period)


@flow(
    "活动参加人数",
    "人",
    measure=distinct("按会员或姓名和单位去重后的人数", who()),
    split=_series_of(ActivityParticipant),
    about="只算逐人登记的活动",
)
def persons(period: Period) -> Query[ActivityParticipant]:
    return _came(period)


@flow(
    "活动参加单位",
    "家",
    measure=named_units("的单位数", ActivityParticipant.employer, Enterprise),
    split=_series_of(ActivityParticipant),
    lists=ActivityParticipant.employer,
    about="只算逐人登记的活动",
)
def units(period: Period) -> Query[ActivityParticipant]:
    return _came(period).where(names_a_unit(ActivityParticipant.employer))


@mean("活动平均参加人次", "人次")
def attended_mean() -> tuple[Figure, Figure]:
    return attended, held


@flow("参赛队伍", "支", split=_series_of(ActivityTeam), lists=ActivityTeam.name)
def teams(period: Period) -> Query[ActivityTeam]:
    return _of_these(ActivityTeam, period)


@flow("活动项目", "项", split=_series_of(ActivityProject), lists=ActivityProject.name)
def projects(period: Period) -> Query[ActivityProject]:
    return _of_these(ActivityProject, period)


@flow(
    "活动获奖",
    "个",
    measure=total(Activity.awarded),
    split=_series,
    about="填报了获奖数的活动用填报数，其余按登记的奖项计",
)
def awarded(period: Period) -> Query[Activity]:
    return held_in(period)


@flow("登记奖项", "个", split=by(ActivityAward.rank))
def awards(period: Period) -> Query[ActivityAward]:
    return _of_these(ActivityAward, period)


@flow("获前三名", "个", split=_series_of(ActivityAward))
def top_three(period: Period) -> Query[ActivityAward]:
    return _of_these(ActivityAward, period).where(ActivityAward.top_three)


@flow("获优胜奖", "个", split=_series_of(ActivityAward))
def merits(period: Period) -> Query[ActivityAward]:
    return _of_these(ActivityAward, period).where(ActivityAward.rank == MERIT)


@flow("本会获奖", "个", split=_series_of(ActivityAward), lists=ActivityAward.rank)
def own_awards(period: Period) -> Query[ActivityAward]:
    return _of_these(ActivityAward, period).where(ActivityAward.recipient_kind == OURSELVES)


@facts_in("活动联办", Activity.name, of=Activity.co_organiser, said="会同{of}举办{names}")
def held_together(period: Period) -> Query[Activity]:
    return held_in(period).where(Activity.our_role == TOGETHER)


@facts_in("参加上级活动", Activity.name, of=Activity.organiser, said="参加{of}主办的{names}")
def held_by_others(period: Period) -> Query[Activity]:
    return held_in(period).where(Activity.our_role.in_(FOR_OTHERS))


@facts_in("历次之最", Activity.name, about="同一系列须已举办过，且历次的参加人数和获奖数都已登记")
def most_ever(period: Period) -> Query[Activity]:
    before = Activity.alias()
    earlier = before.select(before.id).where(
        before.series == Activity.series,
        before.starts_on < Activity.starts_on,
        before.status.in_(TOOK_PLACE),
        before.deleted_at.is_null(),
    )
    exceeds = (before.attended < Activity.attended) & (before.awarded < Activity.awarded)
    not_exceeded = earlier.where(~fn.COALESCE(exceeds, False))
    above_all = fn.EXISTS(earlier) & ~fn.EXISTS(not_exceeded)
    return held_in(period).where(InWords(above_all, "参加人数和获奖数都超过同系列以往各届"))


@facts_in("活动届次", Activity.edition)
def editions(period: Period) -> Query[Activity]:
    return held_in(period)


@flow("活动预算明细", "元", measure=total(ActivityBudgetLine.planned), split=by(ActivityBudgetLine.item))
def planned(period: Period) -> Query[ActivityBudgetLine]:
    return _of_these(ActivityBudgetLine, period)


@flow("活动支出明细", "元", measure=total(ActivityBudgetLine.actual), split=by(ActivityBudgetLine.item))
def spent_on(period: Period) -> Query[ActivityBudgetLine]:
    return _of_these(ActivityBudgetLine, period)


@flow("活动支出", "元", measure=total(Activity.actual_cost), split=by(Activity.fund_source))
def spent(period: Period) -> Query[Activity]:
    return held_in(period)


HELD_BY_ROLE = Cross("开展活动（类别 × 我方角色）", held, by(Activity.kind), by(Activity.our_role))
ATTENDED_BY_ROLE = Cross(
    "活动参加人次（类别 × 我方角色）", attended, by(Activity.kind), by(Activity.our_role)
)

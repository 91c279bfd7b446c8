"""Figures of help with finding work (domain 7; F028 to F033)."""

from __future__ import annotations

from peewee import Node, fn

from app.fields import CountField
from app.figures.crosses import Cross
from app.figures.figure import Figure, facts_in, flow, mean
from app.figures.measures import Measure, different_units, distinct, persons, total
from app.figures.splits import Split, Where, by, by_value, yes_no
from app.records.base import Query
from app.records.conditions import InWords
from app.records.naming import known_as
from app.rules.dates import write_date
from app.rules.periods import Period
from app.subjects.employment.fairs.records import FairEmployer, FairStatus, JobFair, JobPost
from app.subjects.employment.intentions.records import JobIntention, Outcome, outcome_on
from app.subjects.employment.notices.records import JobNotice, ScreenBroadcast

TITLE = "就业服务"


def _came_to(outcome: Outcome) -> Where:
    """Return the condition of who had come so far by a day."""
    return lambda day: InWords(outcome_on(day) == outcome.value, f"截至{write_date(day)}{outcome}")


_HELD = (FairStatus.HELD.value, FairStatus.SUMMED_UP.value)
_OUTCOME = Split("处理情况", tuple((outcome.value, _came_to(outcome)) for outcome in Outcome))
_STATED = "招聘会上填报的数；没有填报的招聘会按登记的参会单位计"


def fairs_in(period: Period) -> Query[JobFair]:
    """Select the job fairs that were held in a period."""
    return JobFair.alive().where(JobFair.held_on.between(*period), JobFair.status.in_(_HELD))


def _came() -> Query[FairEmployer]:
    """Select the employers entered that did not stay away (as employers_of does)."""
    came = InWords(fn.IFNULL(FairEmployer.came, True), "没有缺席")
    return FairEmployer.alive().where(came)


def _employers(period: Period) -> Query[FairEmployer]:
    return _came().where(FairEmployer.fair.in_(fairs_in(period).select(JobFair.id)))


def _or_counted(stated: CountField, counted: Node) -> Measure:
    value = fn.COALESCE(stated, counted)
    return Measure(f"的{stated.label}合计", fn.COALESCE(fn.SUM(value), 0))


_entered = (
    _came()
    .select(fn.COUNT(known_as(FairEmployer.enterprise).distinct()))
    .where(FairEmployer.fair == JobFair.id)
)
_offered = (
    JobPost.alive()
    .select(fn.COALESCE(fn.SUM(JobPost.headcount), 0))
    .join(FairEmployer)
    .where(
        FairEmployer.fair == JobFair.id,
        FairEmployer.deleted_at.is_null(),
        fn.IFNULL(FairEmployer.came, True),
    )
)


@flow("招聘会", "场", lists=JobFair.name)
def fairs(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@flow("进场用工单位", "家", measure=_or_counted(JobFair.employers_came, _entered), about=_STATED)
def employers_came(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@flow("招聘岗位", "个", measure=_or_counted(JobFair.openings, _offered), about=f"岗位按招聘人数计；{_STATED}")
def openings(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@flow("进场求职", "人次", measure=total(JobFair.seekers), about="招聘会上填报的数")
def seekers(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@flow("招聘会现场登记", "人", measure=total(JobFair.registered_there), about="招聘会上填报的数")
def registered_there(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@flow("达成就业意向", "人", measure=total(JobFair.agreed), about="招聘会上填报的数")
def agreed(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@flow("招聘会录用", "人", measure=total(JobFair.hired), about="招聘会上填报的数")
def hired_at_fairs(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@facts_in("招聘会联办单位", JobFair.co_hosts)
def hosts(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@facts_in("招聘会数据来源", JobFair.source)
def source(period: Period) -> Query[JobFair]:
    return fairs_in(period)


@flow(
    "登记参会单位",
    "家",
    measure=different_units("的单位数", FairEmployer.enterprise),
    about="逐家登记的单位，不是填报的数",
    told="举办的招聘会上没有缺席的参会单位",
)
def employers_entered(period: Period) -> Query[FairEmployer]:
    return _employers(period)


@flow(
    "登记招聘岗位",
    "个",
    measure=total(JobPost.headcount),
    about="逐项登记的岗位，不是填报的数",
    told="举办的招聘会上招聘的岗位",
)
def posts_entered(period: Period) -> Query[JobPost]:
    return JobPost.alive().where(JobPost.employer.in_(_employers(period).select(FairEmployer.id)))


@flow("就业意向登记", "人次", split=_OUTCOME, charted=True)
def intentions(period: Period) -> Query[JobIntention]:
    return JobIntention.alive().where(JobIntention.registered_on.between(*period))


@flow(
    "就业意向登记人数",
    "人",
    measure=persons(JobIntention.id_number, JobIntention.name, JobIntention.mobile),
    about="没有身份证号的按姓名和手机号码去重",
)
def seekers_registered(period: Period) -> Query[JobIntention]:
    return intentions.query(period)


@flow("农民工就业意向登记", "人次", split=_OUTCOME)
def intentions_of_migrants(period: Period) -> Query[JobIntention]:
    return intentions.query(period).where(JobIntention.is_migrant_worker)


@flow("困难人员就业意向登记", "人次", split=by(JobIntention.difficulty))
def intentions_in_difficulty(period: Period) -> Query[JobIntention]:
    return intentions.query(period).where(JobIntention.difficulty.is_null(False))


@flow("推荐就业", "人次")
def recommended(period: Period) -> Query[JobIntention]:
    return JobIntention.alive().where(JobIntention.recommended_on.between(*period))


@flow("实现就业", "人次", about="按录用日期，不论何时登记")
def hired(period: Period) -> Query[JobIntention]:
    return JobIntention.alive().where(
        JobIntention.hired_on.between(*period), JobIntention.outcome == Outcome.HIRED
    )


@flow("就业回访", "人次")
def followed_up(period: Period) -> Query[JobIntention]:
    return JobIntention.alive().where(JobIntention.followed_up_on.between(*period))


@flow("就业通知", "份", measure=total(JobNotice.copies), split=by_value(JobNotice.name))
def notices(period: Period) -> Query[JobNotice]:
    return JobNotice.alive().where(JobNotice.posted_on.between(*period))


@flow("张贴小区", "个", measure=distinct("的小区数", JobNotice.compound), lists=JobNotice.compound)
def compounds(period: Period) -> Query[JobNotice]:
    return notices.query(period)


@mean("每小区就业通知", "份")
def notices_mean() -> tuple[Figure, Figure]:
    return notices, compounds


@facts_in("就业援助活动", JobNotice.name)
def campaigns(period: Period) -> Query[JobNotice]:
    return notices.query(period)


@flow("电子屏幕播放", "条", about="按播放起始日期", told="开始播放的屏幕信息")
def broadcasts(period: Period) -> Query[ScreenBroadcast]:
    return ScreenBroadcast.alive().where(ScreenBroadcast.first_on.between(*period))


INTENTIONS_BY_OUTCOME = Cross(
    "就业意向登记（农民工 × 处理情况）",
    intentions,
    yes_no(JobIntention.is_migrant_worker, "农民工", "非农民工"),
    _OUTCOME,
)
NOTICES_BY_COMPOUND = Cross(
    "就业通知（小区 × 通知名称，份）", notices, by_value(JobNotice.compound), by_value(JobNotice.name)
)

"""Figures of the office's own members (domain 1.6; F003, F009, F011)."""

from __future__ import annotations

from datetime import date, timedelta

from peewee import ColumnBase

from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum, flow, share, stock
from app.figures.measures import different_units, distinct, total
from app.figures.splits import UNSAID, Split, Where, by, by_value, yes_no
from app.records.base import Query
from app.records.conditions import InWords
from app.records.earlier import told_apart_on, value_on
from app.records.naming import names_a_unit
from app.rules.dates import write_date, years_later
from app.rules.periods import Period
from app.subjects.members.membership.dues import DUES_OWED, dues_of, owing
from app.subjects.members.membership.records import (
    COMING,
    GOING,
    DuesPayment,
    EventKind,
    MembershipEvent,
    changes_of_roll,
    members_on_roll,
)
from app.subjects.members.records import JOIN_MODES, NEW_WORK, Member

TITLE = "会员"
_OWED = "登记了应缴的按登记，其余按月工资和会费比例，逐月算到月末在册的每个会员；没有填月工资的不在内"
_OWN = "本会会员，不含基层工会填报的人数"


def _aged(first: int, last: int, words: str) -> Where:
    """Return the condition of the age band of whole years from first to last."""

    def where(day: date) -> ColumnBase:
        born, band = Member.birth_date, f"{write_date(day)}年龄{words}"
        return InWords((born > years_later(day, -last - 1)) & (born <= years_later(day, -first)), band)

    return where


_BANDS = (("35岁以下", 0, 35), ("36至45岁", 36, 45), ("46至55岁", 46, 55), ("56岁以上", 56, 150))
_AGE = Split(
    "年龄",
    (
        *((words, _aged(first, last, words)) for words, first, last in _BANDS),
        (UNSAID, lambda day: Member.birth_date.is_null()),
    ),
)
_SEX = by(Member.sex)
_MIGRANT = yes_no(Member.is_migrant_worker, "农民工", "非农民工")
_NEW_WORK = by(Member.new_work, only=NEW_WORK)


def _in_new_work(day: date) -> Query[Member]:
    return members_on_roll(day).where(value_on(Member.new_work, day).is_null(False))


@stock("会员", "人", split=_SEX, about=_OWN)
def on_roll(day: date) -> Query[Member]:
    return members_on_roll(day)


@stock("农民工会员", "人", split=_SEX, about=_OWN)
def migrants(day: date) -> Query[Member]:
    return members_on_roll(day).where(value_on(Member.is_migrant_worker, day))


@stock("新就业形态会员", "人", split=_NEW_WORK, about=_OWN)
def new_work(day: date) -> Query[Member]:
    return _in_new_work(day)


@stock("新就业形态会员平台", "人", split=by_value(Member.platform), about="没有填平台的不在各平台之内")
def by_platform(day: date) -> Query[Member]:
    return _in_new_work(day)


@stock("会员年龄分布", "人", split=_AGE, about="35岁以下含35岁，56岁以上含56岁", charted=True)
def by_age(day: date) -> Query[Member]:
    return members_on_roll(day)


@stock("会员文化程度", "人", split=by(Member.education), charted=True)
def by_education(day: date) -> Query[Member]:
    return members_on_roll(day)


@stock("会员政治面貌", "人", split=by(Member.political_status))
def by_political_status(day: date) -> Query[Member]:
    return members_on_roll(day)


@stock(
    "会员工作单位",
    "家",
    measure=different_units("去重后的工作单位数", Member.enterprise),
    lists=Member.employer,
)
def employers(day: date) -> Query[Member]:
    return members_on_roll(day).where(names_a_unit(Member.employer, told_apart_on(Member.employer, day)))


@flow("新发展会员", "名", split=_MIGRANT, told="批准入会、仍在册或后来离开的会员")
def joined(period: Period) -> Query[Member]:
    events = MembershipEvent.alive().where(
        MembershipEvent.kind == EventKind.JOINED, MembershipEvent.happened_on.between(*period)
    )
    return Member.alive().where(Member.id.in_(events.select(MembershipEvent.member)))


@flow(
    "新发展会员入会方式",
    "名",
    split=by(Member.join_mode, only=JOIN_MODES),
    about="与新发展会员同数，按入会方式分",
)
def join_modes(period: Period) -> Query[Member]:
    return joined.query(period)


@flow("发展新就业形态会员", "名", split=_NEW_WORK, about="类别按期间末日所填")
def new_work_joined(period: Period) -> Query[Member]:
    return joined.query(period).where(value_on(Member.new_work, period.last).is_null(False))


@flow("期初会员", "人", about=_OWN, opening=True)
def opening(period: Period) -> Query[Member]:
    return members_on_roll(period.first - timedelta(days=1))


@flow("会员增加", "人次", split=by(MembershipEvent.kind, only=COMING))
def came(period: Period) -> Query[MembershipEvent]:
    return changes_of_roll(*period, coming=True)


@flow("会员减少", "人次", split=by(MembershipEvent.kind, only=GOING))
def went(period: Period) -> Query[MembershipEvent]:
    return changes_of_roll(*period, coming=False)


@flow("会费应收", "元", measure=DUES_OWED, about=_OWED, told="在册或登记了会费的会员")
def dues_due(period: Period) -> Query[Member]:
    return owing(period)


@flow("会费实收", "元", measure=total(DuesPayment.paid), about="按所属年月，不论何时缴纳")
def dues_paid(period: Period) -> Query[DuesPayment]:
    return dues_of(period)


@share("会费收缴率", about="应收的按在册会员的月工资计算，不论是否缴纳")
def dues_rate() -> tuple[Figure, Figure]:
    return dues_paid, dues_due


@flow("缴费会员", "人", measure=distinct("涉及的会员数", DuesPayment.member), told="各月实际缴纳的会费")
def payers(period: Period) -> Query[DuesPayment]:
    return dues_of(period).where(DuesPayment.paid > 0)


SEX_BY_AGE = Cross("会员（性别 × 年龄）", on_roll, _SEX, _AGE)
MIGRANT_BY_SEX = Cross("会员（农民工 × 性别）", on_roll, _MIGRANT, _SEX)
NEW_WORK_BY_SEX = Cross("新就业形态会员（类别 × 性别）", new_work, _NEW_WORK, _SEX)

SUMS = (
    Sum(on_roll, (opening, came), less=(went,)),
    *(
        Sum(whole, whole.parts)
        for whole in (on_roll, joined, new_work, by_age, by_education, by_political_status)
    ),
)

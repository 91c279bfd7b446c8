"""Figures of the daily office work: rules, places, meetings, visitors, visits, papers, money (domain 10)."""

from __future__ import annotations

from datetime import date

from peewee import fn

from app.figures.crosses import Cross
from app.figures.figure import Sum, fact, facts_in, flow, stock
from app.figures.measures import Measure, Scale, different_units, total
from app.figures.splits import by, by_then, not_yet
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.dates import write_date
from app.rules.periods import Period
from app.subjects.office.archive.records import ArchiveItem
from app.subjects.office.cash.records import CARRIED_OVER, EXPENSES, INCOMES, SIGNED, CashEntry, Direction
from app.subjects.office.company_visits.records import CompanyVisit
from app.subjects.office.meetings.records import Meeting, MeetingStatus
from app.subjects.office.regulations.records import Regulation
from app.subjects.office.seal_uses.records import SealUse
from app.subjects.office.venues.records import Venue, VenueStatus
from app.subjects.office.visits.records import Visit, VisitStatus

TITLE = "日常办公"
_JOINTLY, _MEETINGS = "与其他单位联合出台的制度", "召开的会议"
_CARRIED = f"{CARRIED_OVER}不算收入"
_LEFT = Measure("的收入减支出", fn.COALESCE(fn.SUM(SIGNED), 0), Scale.MONEY)
_FUND = by(CashEntry.fund)
_VISITED = different_units("去重后的企业数", CompanyVisit.enterprise)


def _jointly_issued(period: Period) -> Query[Regulation]:
    return issued.query(period).where(InWords(Regulation.joint_unit != "", "有联合单位"))


def _received(period: Period) -> Query[Visit]:
    return Visit.alive().where(Visit.visited_on.between(*period))


def _booked(period: Period) -> Query[CashEntry]:
    return CashEntry.alive().where(CashEntry.booked_on.between(*period))


@stock(
    "现行制度",
    "项",
    split=by(Regulation.kind),
    lists=Regulation.title,
    about="修订的仍然有效",
    told="已出台、尚未废止的制度",
)
def rules(day: date) -> Query[Regulation]:
    return Regulation.alive().where(by_then(Regulation.issued_on, day), not_yet(Regulation.repealed_on, day))


@flow("出台制度", "项", split=by(Regulation.kind), lists=Regulation.title, told="出台的制度")
def issued(period: Period) -> Query[Regulation]:
    return Regulation.alive().where(Regulation.issued_on.between(*period))


@flow("联合制度", "项", lists=Regulation.title, told=_JOINTLY)
def issued_jointly(period: Period) -> Query[Regulation]:
    return _jointly_issued(period)


@flow("修订制度", "项", lists=Regulation.title, about="按最近一次修订的日期", told="修订的制度")
def revised(period: Period) -> Query[Regulation]:
    return Regulation.alive().where(Regulation.revised_on.between(*period))


@facts_in("制度联合单位", Regulation.joint_unit, told=_JOINTLY)
def joint_units(period: Period) -> Query[Regulation]:
    return _jointly_issued(period)


def _usable(day: date) -> Query[Venue]:
    built = Venue.alive().where(Venue.status != VenueStatus.BUILDING)
    return built.where(by_then(Venue.opened_on, day), not_yet(Venue.closed_on, day))


@stock("工会场所", "处", split=by(Venue.kind), lists=Venue.kind)
def venues(day: date) -> Query[Venue]:
    return _usable(day)


@fact("俱乐部名称", Venue.name, about="名称中有“俱乐部”或“职工之家”的场所")
def club(day: date) -> Query[Venue]:
    named = Venue.name.contains("俱乐部") | Venue.name.contains("职工之家")
    return _usable(day).where(InWords(named, "是职工俱乐部"))


@flow("召开会议", "次", split=by(Meeting.kind), lists=Meeting.name, told=_MEETINGS)
def meetings(period: Period) -> Query[Meeting]:
    return Meeting.alive().where(Meeting.held_on.between(*period), Meeting.status == MeetingStatus.HELD)


@flow(
    "参会人次",
    "人次",
    measure=total(Meeting.attended),
    about="按签到，没有逐人登记的按填报实到；列席的不算",
    told=_MEETINGS,
)
def attended(period: Period) -> Query[Meeting]:
    return meetings.query(period)


@flow("来访接待", "件", split=by(Visit.subject))
def visits(period: Period) -> Query[Visit]:
    return _received(period)


@flow("来访人次", "人次", measure=total(Visit.people), split=by(Visit.mode))
def visitors(period: Period) -> Query[Visit]:
    return _received(period)


@flow("来访未处理", "件", about="期间末日尚未处理的，以后处理的也算")
def unanswered(period: Period) -> Query[Visit]:
    waiting = (Visit.status == VisitStatus.OPEN) | (Visit.closed_on > period.last)
    return _received(period).where(InWords(waiting, f"截至{write_date(period.last)}未处理"))


@flow("来访处理", "件", about="按处理日期，不论何时来访")
def answered(period: Period) -> Query[Visit]:
    return Visit.alive().where(Visit.closed_on.between(*period))


@flow(
    "走访企业",
    "家",
    measure=_VISITED,
    lists=CompanyVisit.unit_name,
    about="同一企业只计一次",
    told="走访的企业",
)
def visited(period: Period) -> Query[CompanyVisit]:
    return CompanyVisit.alive().where(CompanyVisit.visited_on.between(*period))


@flow("走访企业次数", "次", split=by(CompanyVisit.purpose))
def company_visits(period: Period) -> Query[CompanyVisit]:
    return visited.query(period)


@flow("用印", "次", split=by(SealUse.seal))
def seal_uses(period: Period) -> Query[SealUse]:
    return SealUse.alive().where(SealUse.used_on.between(*period))


@flow("用印份数", "份", measure=total(SealUse.copies), split=by(SealUse.seal))
def sealed(period: Period) -> Query[SealUse]:
    return seal_uses.query(period)


@flow("归档", "件", split=by(ArchiveItem.kind), told="归档的档案")
def archived(period: Period) -> Query[ArchiveItem]:
    return ArchiveItem.alive().where(ArchiveItem.archived_on.between(*period))


@stock("现有档案", "件", split=by(ArchiveItem.kind), about="含借出的", told="已归档、尚未移交或销毁的档案")
def kept(day: date) -> Query[ArchiveItem]:
    return ArchiveItem.alive().where(by_then(ArchiveItem.archived_on, day), not_yet(ArchiveItem.gone_on, day))


@flow("期初经费", "元", measure=_LEFT, about=f"期间内登记的{CARRIED_OVER}也算期初", opening=True)
def opening(period: Period) -> Query[CashEntry]:
    carried = (CashEntry.booked_on <= period.last) & (CashEntry.subject == CARRIED_OVER)
    words = f"{write_date(period.first)}以前的、或科目为{CARRIED_OVER}"
    return CashEntry.alive().where(InWords((CashEntry.booked_on < period.first) | carried, words))


@flow("经费收入", "元", measure=total(CashEntry.amount), split=_FUND, about=_CARRIED)
def income(period: Period) -> Query[CashEntry]:
    return _booked(period).where(CashEntry.direction == Direction.IN, CashEntry.subject != CARRIED_OVER)


@flow("经费支出", "元", measure=total(CashEntry.amount), split=_FUND)
def spent(period: Period) -> Query[CashEntry]:
    return _booked(period).where(CashEntry.direction == Direction.OUT)


@stock("经费余额", "元", measure=_LEFT, split=_FUND)
def balance(day: date) -> Query[CashEntry]:
    return CashEntry.alive().where(CashEntry.booked_on <= day)


_INCOMES = by(CashEntry.subject, only=tuple(subject for subject in INCOMES if subject != CARRIED_OVER))
INCOME_BY_FUND = Cross("经费收入（科目 × 资金，元）", income, _INCOMES, _FUND)
SPENT_BY_FUND = Cross("经费支出（科目 × 资金，元）", spent, by(CashEntry.subject, only=EXPENSES), _FUND)

SUMS = (
    Sum(balance, (opening, income), less=(spent,)),
    *(Sum(whole, whole.parts) for whole in (rules, visits, income, spent, balance)),
)

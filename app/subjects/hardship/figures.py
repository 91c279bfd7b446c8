"""Figures of hardship files, festive visits and aid (domain 3.10; F038 to F042)."""

from __future__ import annotations

from datetime import date

from peewee import ColumnBase, fn

from app.figures.crosses import Cross
from app.figures.figure import Figure, facts_in, flow, mean, share, stock
from app.figures.measures import distinct, distinct_on, largest_of_each_on, named_units, total
from app.figures.splits import by, not_yet, without
from app.records.base import Query
from app.records.conditions import InWords, OrBefore
from app.records.earlier import value_on
from app.records.naming import names_a_unit
from app.rules.periods import Period
from app.subjects.hardship.aid.recipients import household_aided, person_aided
from app.subjects.hardship.aid.records import (
    FESTIVE_KIND,
    IN_KIND,
    SCHOOL_KIND,
    SCHOOL_OCCASION,
    AidPayment,
    AidStatus,
)
from app.subjects.hardship.families.records import size_on
from app.subjects.hardship.files.records import (
    BESIDE_HARDSHIP,
    OUT_OF_HARDSHIP,
    FileStatus,
    HardshipFile,
    Outcome,
)
from app.subjects.hardship.files.rounds import was_open
from app.subjects.hardship.files.same_household import household_of_file
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.hardship.reviews.records import HardshipReview, HardshipRound
from app.subjects.unions.enterprises.records import Enterprise

TITLE = "困难帮扶"
_TODAYS = "原因按档案现在所填"
_CASH_ONLY = "只算发放的钱，实物另计"
_LAYERED = "低收入和防困的不在内，见梯度帮扶对象"
_CATEGORY = without(by(HardshipFile.category), *BESIDE_HARDSHIP)
_NO_UNIT = "灵活就业"  # told in the place of an employer


def open_on(day: date) -> Query[HardshipFile]:
    """Select the files that were open on a day."""
    now = (HardshipFile.opened_on <= day) & not_yet(HardshipFile.closed_on, day)
    return HardshipFile.alive().where(OrBefore(now, was_open(day)))


def _within(now: ColumnBase, *before: ColumnBase) -> Query[HardshipFile]:
    """Select the files that say so now, or did in an application before the present one."""
    earlier = HardshipRound.alive().where(*before)
    return HardshipFile.alive().where(OrBefore(now, HardshipFile.id.in_(earlier.select(HardshipRound.file))))


def paid_in(period: Period) -> Query[AidPayment]:
    """Select the aid that was paid in a period."""
    return AidPayment.alive().where(AidPayment.paid_on.between(*period), AidPayment.status == AidStatus.PAID)


def _visits(period: Period) -> Query[AidPayment]:
    return paid_in(period).where(AidPayment.aid_kind == FESTIVE_KIND)


def _in_cash(payments: Query[AidPayment]) -> Query[AidPayment]:
    """Leave out what was given in kind: 发放帮困金 is money (domain 3.7)."""
    return payments.where(AidPayment.pay_mode != IN_KIND)


def _in_kind(payments: Query[AidPayment]) -> Query[AidPayment]:
    return payments.where(AidPayment.pay_mode == IN_KIND)


_persons = distinct("按身份证号去重后的人数", person_aided())
_employers = named_units("的工作单位数", AidPayment.employer, Enterprise)
_households = distinct("按困难档案和家庭成员去重后的户数", household_aided())
_homes = distinct_on("按户主和家庭成员去重后的户数", household_of_file)
_heads = largest_of_each_on("的家庭人口合计（一户取最多的一份）", each=household_of_file, added=size_on)


def _in_hardship(day: date) -> Query[HardshipFile]:
    """Leave out who is helped beside those in hardship: low incomes, and who is watched (domain 18)."""
    category = fn.COALESCE(value_on(HardshipFile.category, day), "")
    return open_on(day).where(InWords(category.not_in(BESIDE_HARDSHIP), "属于困难职工"))


@stock("在档困难职工", "户", measure=_homes, split=_CATEGORY, about=_LAYERED, charted=True)
def files(day: date) -> Query[HardshipFile]:
    return _in_hardship(day)


@stock(
    "梯度帮扶对象",
    "户",
    measure=_homes,
    split=by(HardshipFile.category),
    about="在档的各层，包括低收入和防困",
)
def layers(day: date) -> Query[HardshipFile]:
    return open_on(day)


@stock(
    "已解困",
    "户",
    measure=_homes,
    about="满规定月数退档的是脱困",
    told="收入已高于标准、还在档的困难档案",
)
def eased(day: date) -> Query[HardshipFile]:
    return _in_hardship(day).where(HardshipFile.above_since <= day)


@flow("新解困", "户", measure=_homes, told="收入升到标准以上的困难档案")
def newly_eased(period: Period) -> Query[HardshipFile]:
    return HardshipFile.alive().where(HardshipFile.above_since.between(*period))


@flow("脱困退档", "户", measure=_homes, about="因脱困退档的")
def lifted(period: Period) -> Query[HardshipFile]:
    return _within(
        HardshipFile.closed_on.between(*period) & (HardshipFile.close_reason == OUT_OF_HARDSHIP),
        HardshipRound.closed_on.between(*period),
        HardshipRound.close_reason == OUT_OF_HARDSHIP,
    )


@stock(
    "在档困难家庭",
    "户",
    measure=_homes,
    split=by(HardshipFile.main_cause),
    about="与在档困难职工同数，按主要致困原因分",
)
def households(day: date) -> Query[HardshipFile]:
    return _in_hardship(day)


@stock("在档困难人口", "人", measure=_heads)
def people_in_need(day: date) -> Query[HardshipFile]:
    return _in_hardship(day)


@flow("申请困难建档", "户", measure=_homes, split=by(HardshipFile.category))
def applied(period: Period) -> Query[HardshipFile]:
    return _within(HardshipFile.applied_on.between(*period), HardshipRound.applied_on.between(*period))


@flow("新建困难档案", "户", measure=_homes, split=by(HardshipFile.category))
def opened(period: Period) -> Query[HardshipFile]:
    return _within(HardshipFile.opened_on.between(*period), HardshipRound.opened_on.between(*period))


@flow("退出困难档案", "户", measure=_homes, split=by(HardshipFile.close_reason))
def closed(period: Period) -> Query[HardshipFile]:
    return _within(HardshipFile.closed_on.between(*period), HardshipRound.closed_on.between(*period))


@flow("不予困难建档", "户", measure=_homes)
def declined(period: Period) -> Query[HardshipFile]:
    return _within(
        HardshipFile.applied_on.between(*period) & (HardshipFile.status == FileStatus.DECLINED),
        HardshipRound.applied_on.between(*period),
        HardshipRound.outcome == Outcome.DECLINED,
    )


@stock("录入全国系统", "户", measure=_homes)
def in_national_system(day: date) -> Query[HardshipFile]:
    return _in_hardship(day).where(HardshipFile.national_system_on <= day)


@share("全国系统录入率", about="在档的困难职工中已录入全国系统的")
def national_system_rate() -> tuple[Figure, Figure]:
    return in_national_system, files


@flow("困难档案复核", "次", split=by(HardshipReview.conclusion))
def reviews(period: Period) -> Query[HardshipReview]:
    return HardshipReview.alive().where(HardshipReview.reviewed_on.between(*period))


@flow("慰问企业", "家", measure=_employers, lists=AidPayment.employer)
def visited_units(period: Period) -> Query[AidPayment]:
    return _visits(period).where(names_a_unit(AidPayment.employer))


@flow("困难慰问人数", "人", measure=_persons)
def visited_persons(period: Period) -> Query[AidPayment]:
    return _visits(period)


@flow("困难慰问人次", "人次", split=by(AidPayment.occasion))
def visits(period: Period) -> Query[AidPayment]:
    return _visits(period)


@flow("困难慰问金额", "元", measure=total(AidPayment.amount), split=by(AidPayment.occasion), about=_CASH_ONLY)
def visits_money(period: Period) -> Query[AidPayment]:
    return _in_cash(_visits(period))


@flow("困难慰问物资折价", "元", measure=total(AidPayment.amount), split=by(AidPayment.occasion))
def visits_goods(period: Period) -> Query[AidPayment]:
    return _in_kind(_visits(period))


@flow("领取慰问金人数", "人", measure=_persons)
def money_visited_persons(period: Period) -> Query[AidPayment]:
    return _in_cash(_visits(period))


@flow("发放慰问金人次", "人次")
def money_visits(period: Period) -> Query[AidPayment]:
    return _in_cash(_visits(period))


@mean("困难慰问人均金额", "元")
def visits_mean() -> tuple[Figure, Figure]:
    return visits_money, money_visited_persons


@mean("困难慰问次均金额", "元")
def visits_mean_each() -> tuple[Figure, Figure]:
    return visits_money, money_visits


@facts_in("慰问节日", AidPayment.occasion)
def visit_occasions(period: Period) -> Query[AidPayment]:
    return _visits(period)


def _schooled(period: Period) -> Query[AidPayment]:
    told = (AidPayment.occasion == SCHOOL_OCCASION) | (AidPayment.aid_kind == SCHOOL_KIND)
    return paid_in(period).where(InWords(told, f"属于{SCHOOL_OCCASION}或{SCHOOL_KIND}"))


@flow("金秋助学", "人次", about="包括帮扶类别为子女助学的")
def school_aid(period: Period) -> Query[AidPayment]:
    return _schooled(period)


@flow(
    "金秋助学金额",
    "元",
    measure=total(AidPayment.amount),
    about=f"包括帮扶类别为子女助学的；{_CASH_ONLY}",
)
def school_money(period: Period) -> Query[AidPayment]:
    return _in_cash(_schooled(period))


@flow(
    "帮扶户数",
    "户",
    measure=_households,
    split=by(AidPayment.aid_kind),
    about="没有困难档案、也不是档案中共同生活的家庭成员的，按本人计一户",
)
def aided_households(period: Period) -> Query[AidPayment]:
    return paid_in(period)


@flow("帮扶人数", "人", measure=_persons, split=by(AidPayment.aid_kind))
def aided_persons(period: Period) -> Query[AidPayment]:
    return paid_in(period)


@flow("帮扶人次", "人次", split=by(AidPayment.aid_kind))
def aid(period: Period) -> Query[AidPayment]:
    return paid_in(period)


@flow(
    "帮扶资金",
    "元",
    measure=total(AidPayment.amount),
    split=by(AidPayment.aid_kind),
    about=_CASH_ONLY,
    charted=True,
)
def aid_money(period: Period) -> Query[AidPayment]:
    return _in_cash(paid_in(period))


@flow("帮扶物资折价", "元", measure=total(AidPayment.amount), split=by(AidPayment.aid_kind))
def aid_goods(period: Period) -> Query[AidPayment]:
    return _in_kind(paid_in(period))


@flow("建档外帮扶人次", "人次")
def aid_outside(period: Period) -> Query[AidPayment]:
    return paid_in(period).where(AidPayment.outside)


@flow("帮扶资金到账", "元", measure=total(FundIncome.amount), split=by(FundIncome.fund_source))
def funds_received(period: Period) -> Query[FundIncome]:
    return FundIncome.alive().where(FundIncome.received_on.between(*period))


_kind, _fund = by(AidPayment.aid_kind), by(AidPayment.fund_source)
_category, _cause = by(HardshipFile.category), by(HardshipFile.main_cause)

FILES_BY_CAUSE = Cross("在档困难职工（困难类别 × 主要致困原因）", files, _CATEGORY, _cause)
LAYERS_BY_CAUSE = Cross("梯度帮扶对象（层级 × 主要致困原因）", layers, _category, _cause)
OPENED_BY_CAUSE = Cross("新建困难档案（困难类别 × 主要致困原因）", opened, _category, _cause)
CLOSED_BY_CAUSE = Cross("退出困难档案（困难类别 × 主要致困原因）", closed, _category, _cause)
HOUSEHOLDS_BY_FUND = Cross("帮扶户数（帮扶类别 × 资金来源）", aided_households, _kind, _fund)
PERSONS_BY_FUND = Cross("帮扶人数（帮扶类别 × 资金来源）", aided_persons, _kind, _fund)
AID_BY_FUND = Cross("帮扶人次（帮扶类别 × 资金来源）", aid, _kind, _fund)
MONEY_BY_FUND = Cross("帮扶资金（帮扶类别 × 资金来源，元）", aid_money, _kind, _fund)

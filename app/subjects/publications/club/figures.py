"""Figures of the workers' club (domain 9.5; F012)."""

from __future__ import annotations

from datetime import date

from peewee import Case, ColumnBase, fn

from app.figures.figure import flow, stock
from app.figures.measures import distinct, total, total_on
from app.figures.splits import by, not_yet
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.periods import Period
from app.subjects.members.records import person_told
from app.subjects.publications.club.records import ClubItem, ItemStatus, Lending, Stocktake, lost_by

TITLE = "职工俱乐部"
_LENT = "俱乐部物品的借用"
_TOLD = "登记在册、没有报废或遗失的俱乐部物品"
_GONE = (ItemStatus.SCRAPPED.value, ItemStatus.LOST.value)


def _kept_on(day: date) -> Query[ClubItem]:
    still = ClubItem.status.not_in(_GONE) | (ClubItem.changed_on > day)
    return ClubItem.alive().where(ClubItem.acquired_on <= day, still)


def _out_on(day: date) -> Query[Lending]:
    return Lending.alive().where(Lending.lent_on <= day, not_yet(Lending.returned_on, day))


def _usable(day: date) -> ColumnBase:
    """Return the SQL for the pieces of an item that were neither scrapped nor lost by a day."""
    lost = lost_by(day).where(Lending.item == ClubItem.id).select(fn.SUM(Lending.pieces))
    scrapped = Case(None, [(ClubItem.changed_on > day, 0)], ClubItem.scrapped)
    usable: ColumnBase = ClubItem.pieces - scrapped - fn.COALESCE(lost, 0)
    return usable


@stock(
    "俱乐部物品",
    "类",
    measure=distinct("的名称数", ClubItem.name),
    split=by(ClubItem.kind),
    lists=ClubItem.name,
    told=_TOLD,
)
def items(day: date) -> Query[ClubItem]:
    return _kept_on(day)


@stock(
    "俱乐部物品数量",
    "件",
    measure=total_on("的数量合计，报废和借出遗失的除外", _usable),
    split=by(ClubItem.kind),
    about="报废按变动日期，遗失按归还日期",
    told=_TOLD,
)
def pieces(day: date) -> Query[ClubItem]:
    return _kept_on(day)


@flow("俱乐部借出", "次", told=_LENT)
def lendings(period: Period) -> Query[Lending]:
    return Lending.alive().where(Lending.lent_on.between(*period))


@flow("俱乐部借出数量", "件", measure=total(Lending.pieces), told=_LENT)
def lent(period: Period) -> Query[Lending]:
    return lendings.query(period)


@flow(
    "俱乐部借用人数",
    "人",
    measure=distinct(
        "按会员或姓名和单位去重后的人数",
        person_told(Lending.member, Lending.borrower, Lending.unit),
    ),
    told="借用俱乐部物品的人",
)
def borrowers(period: Period) -> Query[Lending]:
    return lendings.query(period)


@stock("俱乐部未还", "次", told="尚未归还的俱乐部物品借用")
def out(day: date) -> Query[Lending]:
    return _out_on(day)


@stock("俱乐部逾期未还", "次", told="应还日期已过、尚未归还的俱乐部物品借用")
def overdue(day: date) -> Query[Lending]:
    return _out_on(day).where(Lending.due_on < day)


@flow("俱乐部赔偿", "元", measure=total(Lending.compensation), told="归还的俱乐部物品借用")
def compensation(period: Period) -> Query[Lending]:
    return Lending.alive().where(Lending.returned_on.between(*period))


@flow("俱乐部盘点", "次")
def stocktakes(period: Period) -> Query[Stocktake]:
    return Stocktake.alive().where(Stocktake.counted_on.between(*period))


@flow("盘点不符", "次")
def differing(period: Period) -> Query[Stocktake]:
    return stocktakes.query(period).where(
        InWords(Stocktake.counted != Stocktake.expected, "实有数量与账面数量不符")
    )

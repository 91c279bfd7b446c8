"""Figures of donation drives: what was given, what it was used for, what is left (domain 3.8; F043)."""

from __future__ import annotations

from datetime import date

from peewee import Case, fn

from app.figures.figure import Figure, difference, facts_in, flow, stock
from app.figures.measures import Measure, total
from app.figures.splits import by, by_reference
from app.records.base import Query
from app.records.naming import NamedUnit
from app.rules.periods import Period
from app.subjects.hardship.donations.records import (
    Donation,
    DonationDrive,
    DonationUse,
    people_beside_the_first,
    uses_that_stand,
)
from app.subjects.unions.enterprises.records import Enterprise

TITLE = "帮困募捐"
_USED, _STANDING = "使用的善款", "所关联的帮扶退回或作废的不算"

_nameless = Donation.anonymous | Donation.donor.is_null()
_donor = Case(
    None,
    [
        (_nameless, Donation.id.cast("TEXT")),
        (Donation.donor_kind == "单位", fn.COALESCE(NamedUnit(Donation.donor, Enterprise), Donation.donor)),
    ],
    Donation.donor.concat("|").concat(
        fn.COALESCE(NamedUnit(Donation.employer, Enterprise), Donation.employer, "")
    ),
)
_more = people_beside_the_first()
_donors = Measure("按姓名和单位去重后的捐款方数", fn.COUNT(_donor.distinct()) + _more)
_gifts = Measure("笔数，只有合计的按人数", fn.COUNT(1) + _more)


def _given(period: Period) -> Query[Donation]:
    return Donation.alive().where(Donation.donated_on.between(*period))


@flow("募捐活动", "次", lists=DonationDrive.theme)
def drives(period: Period) -> Query[DonationDrive]:
    return DonationDrive.alive().where(DonationDrive.held_on.between(*period))


@facts_in("募捐组织单位", DonationDrive.organiser)
def organisers(period: Period) -> Query[DonationDrive]:
    return DonationDrive.alive().where(DonationDrive.held_on.between(*period))


@flow(
    "募得善款",
    "元",
    measure=total(Donation.amount),
    split=by_reference(Donation.drive, DonationDrive.theme),
    charted=True,
)
def received(period: Period) -> Query[Donation]:
    return _given(period)


@flow("捐款人次", "人次", measure=_gifts, split=by(Donation.donor_kind))
def gifts(period: Period) -> Query[Donation]:
    return _given(period).where(Donation.amount > 0)


@flow("捐款人数", "人", measure=_donors, about="匿名的一次算一人")
def donors(period: Period) -> Query[Donation]:
    return _given(period).where(Donation.amount > 0, Donation.donor_kind == "个人")


@flow("捐款单位", "家", measure=_donors, about="匿名的一次算一家")
def donor_units(period: Period) -> Query[Donation]:
    return _given(period).where(Donation.amount > 0, Donation.donor_kind == "单位")


@flow("实物捐赠", "批")
def goods(period: Period) -> Query[Donation]:
    return _given(period).where(Donation.goods.is_null(False))


@flow(
    "使用善款",
    "元",
    measure=total(DonationUse.amount),
    split=by_reference(DonationUse.drive, DonationDrive.theme),
    about=_STANDING,
    told=_USED,
)
def used(period: Period) -> Query[DonationUse]:
    return uses_that_stand().where(DonationUse.used_on.between(*period))


@flow("善款救助", "人次", about=_STANDING, told=_USED)
def uses(period: Period) -> Query[DonationUse]:
    return uses_that_stand().where(DonationUse.used_on.between(*period))


@stock(
    "累计募得善款",
    "元",
    measure=total(Donation.amount),
    split=by_reference(Donation.drive, DonationDrive.theme),
)
def received_so_far(day: date) -> Query[Donation]:
    return Donation.alive().where(Donation.donated_on <= day)


@stock(
    "累计使用善款",
    "元",
    measure=total(DonationUse.amount),
    split=by_reference(DonationUse.drive, DonationDrive.theme),
    about=_STANDING,
    told=_USED,
)
def used_so_far(day: date) -> Query[DonationUse]:
    return uses_that_stand().where(DonationUse.used_on <= day)


@difference("善款结余", "元")
def balance() -> tuple[Figure, Figure]:
    return received_so_far, used_so_far

"""The sample office's club for migrant workers, opened in 2011: four kinds of things, and the loans."""

from __future__ import annotations

from datetime import date, timedelta

from app.keeping import keeping
from app.sample.office import Staff
from app.subjects.members.records import Member
from app.subjects.publications.club.records import ClubItem, Lending, Stocktake
from app.subjects.publications.club.register import CLUB, LENDINGS, STOCKTAKES

_OPENED = date(2011, 4, 20)
_COUNTED = date(2011, 12, 20)
_THINGS = (
    ("乒乓球案", "球类", 2, 1_260_00, "采购"),
    ("象棋", "棋牌", 6, 28_00, "采购"),
    ("跳棋", "棋牌", 4, 22_00, "调拨"),
    ("图书", "图书", 180, 20_00, "捐赠"),
)
_LENT = (("象棋", 4), ("图书", 10), ("跳棋", 2))
_DAYS_LENT = (9, 14, 6, 12)


def enter_club(staff: Staff) -> None:
    """Enter the things, the loans of the year and the count at its end."""
    for place, (name, kind, pieces, price, source) in enumerate(_THINGS):
        item = ClubItem(
            name=name,
            kind=kind,
            pieces=pieces,
            unit_price=price,
            source=source,
            acquired_on=_OPENED - timedelta(days=len(_THINGS) - place),
            place="农民工俱乐部",
            keeper=staff.clerk,
        )
        keeping.save(CLUB, item)
    _lend(staff)
    for item in ClubItem.select().order_by(ClubItem.id):
        stocktake = Stocktake(item=item, counted_on=_COUNTED, counted=item.available, counted_by=staff.clerk)
        keeping.save(STOCKTAKES, stocktake)


def _lend(staff: Staff) -> None:
    """Lend to members in turn; the last borrower of each thing still has it at the end of the year."""
    members = iter(Member.alive().where(Member.status == "在册").order_by(Member.id))
    for name, times in _LENT:
        item = ClubItem.get(ClubItem.name == name)
        for number in range(times):
            member = next(members)
            lent_on = _OPENED + timedelta(days=24 * (number + 1))
            back = lent_on + timedelta(days=_DAYS_LENT[number % len(_DAYS_LENT)])
            is_back = number < times - 1
            lending = Lending(
                item=item,
                borrower=member.name,
                member=member,
                unit=member.employer,
                mobile=member.mobile,
                lent_on=lent_on,
                due_on=lent_on + timedelta(days=14),
                returned_on=back if is_back else None,
                condition="完好" if is_back else None,
                status="已归还" if is_back else "借出",
                handled_by=staff.clerk,
            )
            keeping.save(LENDINGS, lending)

"""The sample office's donation drives: the one of 2011 for property workers, and a small one before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.keeping import keeping
from app.sample.office import CULTURAL_CENTRE, TRADE_UNION, Staff
from app.sample.participants import DistinctNames
from app.sample.rows import enter
from app.sample.steps import take_step
from app.subjects.hardship.donations.records import Donation, DonationDrive, DonationUse
from app.subjects.hardship.donations.register import DRIVES, USES
from app.subjects.hardship.files.records import HardshipFile

_SEED = 7519
_PROPERTY = "泰祥物业管理有限公司"


class _Drive(NamedTuple):
    theme: str
    held_on: date
    units: tuple[tuple[str, int], ...]  # each with what it gave, in fen
    persons: tuple[tuple[int, int], ...]  # so much in fen from so many
    box: int  # what was in the box for those who gave without a name, in fen
    uses: tuple[int, ...]  # fen, each to one worker in hardship


_OF_2010 = _Drive(
    "情系物业职工",
    date(2010, 6, 18),
    ((_PROPERTY, 1500_00), ("祥安保洁服务有限公司", 500_00)),
    ((50_00, 30), (20_00, 12)),
    18_00,
    (2000_00, 1200_00),
)
_OF_2011 = _Drive(
    "物业有真情，有难大家帮",
    date(2011, 6, 17),
    ((_PROPERTY, 2000_00), ("祥安保洁服务有限公司", 1000_00), ("惠邻百货有限公司", 500_00)),
    ((100_00, 18), (50_00, 40), (20_00, 10)),
    19_00,
    (2000_00, 1500_00, 1500_00),
)


def enter_drives(staff: Staff) -> None:
    """Enter both drives with their donors and uses; that of 2010 is settled."""
    names = DistinctNames(_SEED)
    drive = _enter(_OF_2010, names, staff)
    days = {"published_on": date(2010, 7, 2), "reported_on": date(2010, 7, 9)}
    drive.audited_on, drive.balance_plan = date(2010, 12, 20), "结转2011年使用"
    take_step(DRIVES, drive, "结清", days)
    drive = _enter(_OF_2011, names, staff)
    drive.published_on, drive.reported_on = date(2011, 7, 1), date(2011, 7, 8)
    keeping.save(DRIVES, drive)


def _enter(plan: _Drive, names: DistinctNames, staff: Staff) -> DonationDrive:
    drive = DonationDrive(
        theme=plan.theme,
        organiser=TRADE_UNION,
        held_on=plan.held_on,
        place=CULTURAL_CENTRE,
        purpose="帮助物业行业特殊困难职工",
        account="代管经费—帮困募捐",
        handled_by=staff.clerk,
        registered_on=plan.held_on,
    )
    keeping.save(DRIVES, drive)
    enter(list(_gifts(plan, drive, names)))
    drive = take_step(DRIVES, drive, "截止并入账", {"closed_on": plan.held_on.replace(day=24)})
    poor = HardshipFile.alive().where(HardshipFile.status == "在档").order_by(HardshipFile.id)
    for number, (file, amount) in enumerate(zip(poor, plan.uses, strict=False), start=1):
        use = DonationUse(drive=drive, recipient=file.name, amount=amount, used_for="特殊困难职工生活补助")
        use.used_on, use.voucher_no = plan.held_on.replace(month=8), f"{plan.held_on.year}08-{number:02d}"
        use.fits_purpose, use.signed, use.approved_by = True, True, staff.leader
        keeping.save(USES, use)
    return DonationDrive.get_by_id(drive.id)


def _gifts(plan: _Drive, drive: DonationDrive, names: DistinctNames) -> Iterator[Donation]:
    for number, values in enumerate(_gift_values(plan, names), start=1):
        receipt = None if values.get("anonymous") else f"{plan.held_on.year}{number:04d}"
        yield Donation(drive=drive, donated_on=plan.held_on, receipt_no=receipt, signed=True, **values)


def _gift_values(plan: _Drive, names: DistinctNames) -> Iterator[dict[str, object]]:
    for unit, amount in plan.units:
        yield {"donor_kind": "单位", "donor": unit, "amount": amount, "mode": "转账"}
    for amount, many in plan.persons:
        for _ in range(many):
            yield {"donor": names.invent(), "employer": _PROPERTY, "amount": amount}
    yield {"anonymous": True, "amount": plan.box, "remark": "募捐箱"}

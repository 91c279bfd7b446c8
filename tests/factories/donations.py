"""Valid donation drives, gifts and uses; a test names only the values that it is about."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from app.keeping import keeping
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.donations.records import Donation, DonationDrive, DonationUse
from app.subjects.hardship.donations.register import DONATIONS, DRIVES, USES
from tests.factories.people import make_batch, make_file, make_fund, make_payment, person_name

_numbers = count(1)


def new_drive(**values: object) -> DonationDrive:
    """Return a drive held in June 2011, not saved yet."""
    defaults = {
        "theme": f"第{next(_numbers)}次帮困募捐",
        "organiser": "泰祥物业行业工会",
        "held_on": date(2011, 6, 10),
        "purpose": "帮助物业行业困难职工",
    }
    return DonationDrive(**(defaults | values))


def make_drive(**values: object) -> DonationDrive:
    """Save a drive held in June 2011."""
    return keeping.save(DRIVES, new_drive(**values))


def new_donation(drive: DonationDrive, **values: object) -> Donation:
    """Return 100 yuan given by somebody against a receipt, not saved yet."""
    defaults = {
        "donor": person_name(),
        "amount": 100_00,
        "donated_on": date(2011, 6, 10),
        "receipt_no": f"{next(_numbers):06d}",
    }
    return Donation(drive=drive, **(defaults | values))


def make_donation(drive: DonationDrive, **values: object) -> Donation:
    """Save 100 yuan given by somebody."""
    return keeping.save(DONATIONS, new_donation(drive, **values))


def new_use(drive: DonationDrive, **values: object) -> DonationUse:
    """Return 50 yuan used for the drive's purpose, not saved yet."""
    defaults: dict[str, object] = {"used_for": "生活补助", "fits_purpose": True, "signed": True}
    if "payment" not in values:
        defaults |= {"recipient": "周小梅", "amount": 50_00, "used_on": date(2011, 7, 1)}
    return DonationUse(drive=drive, **(defaults | values))


def make_use(drive: DonationDrive, **values: object) -> DonationUse:
    """Save 50 yuan used for the drive's purpose."""
    return keeping.save(USES, new_use(drive, **values))


def make_donated_payment(amount: int = 50_00, **values: object) -> AidPayment:
    """Save a payment of aid from donated money, paid in July 2011."""
    usual: dict[str, Any] = {"fund_source": "社会捐助", "occasion": "日常", "status": "已审批"}
    make_fund(amount, fund_source="社会捐助")
    batch = make_batch(name=f"第{next(_numbers)}批善款帮扶", planned_on=date(2011, 7, 1), **usual)
    paid = {"status": "已发放", "paid_on": date(2011, 7, 1), "signed": True}
    return make_payment(batch, make_file(), **({"amount": amount} | paid | values))

"""The sample office's festive visits: the Spring Festivals of 2010 and 2011, and National Day 2011."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.sample.hardship import Files
from app.sample.office import OWN_FUNDS, SUBSIDY, Staff
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.records import AidBatch
from app.subjects.hardship.files.records import HardshipFile


class _Visit(NamedTuple):
    name: str
    year: int
    occasion: str
    fund_source: str
    pay_mode: str
    approved_on: date
    paid_on: date
    amounts: tuple[tuple[int, int], ...]  # so much in fen to so many, the poorest first


_SPRING_2010 = _Visit(
    "2010年春节困难职工慰问",
    2010,
    "春节",
    SUBSIDY,
    "现金",
    date(2010, 2, 4),
    date(2010, 2, 8),
    ((500_00, 4), (300_00, 6), (200_00, 8)),
)
_SPRING_2011 = _Visit(
    "2011年春节困难职工慰问",
    2011,
    "春节",
    SUBSIDY,
    "现金",
    date(2011, 1, 18),
    date(2011, 1, 20),
    ((800_00, 6), (500_00, 14), (300_00, 12)),
)
_NATIONAL_DAY_2011 = _Visit(
    "2011年国庆困难职工慰问",
    2011,
    "国庆",
    OWN_FUNDS,
    "银行卡",
    date(2011, 9, 26),
    date(2011, 9, 28),
    ((600_00, 3), (400_00, 9), (250_00, 12)),
)


def pay_visits(files: Files, staff: Staff) -> None:
    """Draft, approve and pay the three batches; in 2011 some workers are visited twice."""
    staying = files.staying
    _pay(_SPRING_2010, files.open_by_2010, staff)
    _pay(_SPRING_2011, staying[: _persons(_SPRING_2011)], staff)
    _pay(_NATIONAL_DAY_2011, staying[-_persons(_NATIONAL_DAY_2011) :], staff)


def _persons(visit: _Visit) -> int:
    return sum(persons for _, persons in visit.amounts)


def _pay(visit: _Visit, files: list[HardshipFile], staff: Staff) -> None:
    batch = AidBatch(
        planned_on=visit.paid_on,
        name=visit.name,
        year=visit.year,
        occasion=visit.occasion,
        fund_source=visit.fund_source,
        pay_mode=visit.pay_mode,
        handled_by=staff.clerk,
    )
    recipients = aid.candidates([file.id for file in files])
    shares = dict(zip(_poorest_first(files), _amounts(visit), strict=True))
    for recipient in recipients:
        recipient.amount = shares[recipient.id_number]
    aid.draft(batch, recipients)
    approved = aid.approve(batch, staff.leader, visit.approved_on)
    aid.mark_paid(approved, visit.paid_on)


def _poorest_first(files: list[HardshipFile]) -> list[str]:
    """Return the workers' ID numbers; the incomes are read from the office, where the families count."""
    poor = HardshipFile.alive().where(HardshipFile.id.in_([file.id for file in files]))
    return [file.id_number for file in poor.order_by(HardshipFile.net_monthly_pc, HardshipFile.id)]


def _amounts(visit: _Visit) -> Iterator[int]:
    for amount, persons in visit.amounts:
        yield from [amount] * persons

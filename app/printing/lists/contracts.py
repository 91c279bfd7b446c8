"""The ledger of collective contracts, what ends soon, wages, filing, and head counts (domain 6.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from peewee import fn

from app.printing.lists.heads import office_head
from app.records.base import Query
from app.records.contracts import CollectiveContract, ContractKind, ContractStatus, coverage_of, in_force
from app.records.labor_counts import LaborContractCount
from app.register import ListPrint, Occasion, Part, PrintColumn
from app.rules.dates import write_date

_SOON, _LATER = 30, 90


@dataclass(frozen=True)
class Standing:
    """A contract, and how many days of its term are left on the day the list is made for."""

    contract: CollectiveContract
    left: int

    @property
    def term(self) -> str:
        """Return the contract's first and last day."""
        return f"{write_date(self.contract.start_on)}至{write_date(self.contract.end_on)}"

    @property
    def told(self) -> str:
        """Return the days that are left, or that it is over."""
        return str(self.left) if self.left >= 0 else "已到期"

    @property
    def urgency(self) -> str:
        """Return how soon the contract is to be renewed."""
        if self.left < 0:
            return "已到期"
        return f"{_SOON}日内到期" if self.left <= _SOON else f"{_LATER}日内到期"


def _of(name: str) -> Callable[[Standing], str]:
    """Return how to write one field of a standing contract."""
    kept = CollectiveContract.described()[name]
    return lambda one: kept.format(getattr(one.contract, name))


def _column(name: str, width_mm: float, heading: str = "", *, centred: bool = True) -> PrintColumn:
    kept = CollectiveContract.described()[name]
    align = "center" if centred else kept.align
    return PrintColumn(None, width_mm, heading or kept.heading, text=_of(name), align=align)


def contracts_asked(occasion: Occasion, otherwise: Query[CollectiveContract]) -> Query[CollectiveContract]:
    """Select the contracts asked for; where none were, those that `otherwise` selects."""
    if occasion.record is not None:
        return CollectiveContract.alive().where(CollectiveContract.id == occasion.record)
    if occasion.ids is not None:
        return CollectiveContract.alive().where(CollectiveContract.id.in_(occasion.ids))
    return otherwise


def _standing(contracts: Query[CollectiveContract], day: date) -> list[Standing]:
    ordered = contracts.order_by(CollectiveContract.contract_no)
    return [Standing(one, (one.end_on - day).days) for one in ordered]


def _ledger(occasion: Occasion) -> Iterator[Part]:
    yield _part(contracts_asked(occasion, in_force(occasion.as_of)), occasion)


def _wages(occasion: Occasion) -> Iterator[Part]:
    contracts = contracts_asked(occasion, in_force(occasion.as_of))
    yield _part(contracts.where(CollectiveContract.kind == ContractKind.WAGE), occasion)


def _part(contracts: Query[CollectiveContract], occasion: Occasion) -> Part:
    """Return the contracts, and above them what they add up to: each signer and enterprise once."""
    signers = contracts.select(CollectiveContract.union_name).distinct().count()
    units, workers = coverage_of(contracts)
    told = f"签约单位 {signers:,} 个，覆盖企业 {units:,} 家、职工 {workers:,} 人"
    day = f"截至{write_date(occasion.as_of)}"
    return Part(_standing(contracts, occasion.as_of), heads=(office_head(), day, told))


CONTRACT_LEDGER = ListPrint(
    "contracts.ledger",
    "集体合同台账",
    (
        _column("employer", 46, centred=False),
        _column("kind", 28, centred=False),
        _column("scope", 15),
        _column("covered_enterprises", 13),
        _column("covered_workers", 15),
        _column("signed_on", 26),
        PrintColumn(None, 32, "期限", text=lambda one: one.term),
        _column("filed_on", 26),
        _column("effective_on", 26),
        _column("end_on", 26),
        PrintColumn(None, 15, "剩余天数", text=lambda one: one.told, align="center"),
        _column("remark", 18, centred=False),
    ),
    _ledger,
    unit="份",
    dated=CollectiveContract.start_on,
    takes=CollectiveContract,
)

WAGE_CONTRACTS = ListPrint(
    "contracts.wages",
    "工资专项集体合同汇总表",
    (
        _column("employer", 56, centred=False),
        _column("union_name", 60, centred=False),
        _column("employer_chief", 24),
        _column("worker_chief", 24),
        _column("covered_workers", 18),
        _column("covered_women", 18),
        _column("signed_on", 28),
        PrintColumn(None, 40, "期限", text=lambda one: one.term),
        _column("remark", 18, centred=False),
    ),
    _wages,
    unit="份",
    dated=CollectiveContract.start_on,
    takes=CollectiveContract,
)


def _expiring(occasion: Occasion) -> Iterator[Part]:
    """Yield what ends within ninety days, and what is over and was not renewed."""
    day = occasion.as_of
    following = CollectiveContract.alias()
    renewed = following.select(following.renewed_from).where(
        following.deleted_at.is_null(), following.renewed_from.is_null(False)
    )
    ending = CollectiveContract.alive().where(
        CollectiveContract.status.in_((ContractStatus.EFFECTIVE, ContractStatus.EXPIRED)),
        CollectiveContract.id.not_in(renewed),
        CollectiveContract.end_on <= day + timedelta(days=_LATER),
    )
    found = sorted(_standing(contracts_asked(occasion, ending), day), key=lambda one: one.left)
    yield Part(found, heads=(office_head(), f"截至{write_date(day)}", f"共 {len(found)} 份"))


EXPIRING_CONTRACTS = ListPrint(
    "contracts.expiring",
    "集体合同到期提醒表",
    (
        PrintColumn(None, 28, "提醒", text=lambda one: one.urgency, align="center"),
        _column("contract_no", 34),
        _column("employer", 60, centred=False),
        _column("union_name", 60, centred=False),
        _column("kind", 40, centred=False),
        _column("end_on", 30),
        PrintColumn(None, 18, "剩余天数", text=lambda one: one.told, align="center"),
        PrintColumn(None, 30, "处理意见"),
    ),
    _expiring,
    unit="份",
    dated=CollectiveContract.end_on,
    takes=CollectiveContract,
)


def _filing(occasion: Occasion) -> Iterator[Part]:
    waiting = CollectiveContract.alive().where(CollectiveContract.status == ContractStatus.SIGNED)
    found = _standing(contracts_asked(occasion, waiting), occasion.as_of)
    note = "每份合同一式三份，附协商情况说明、职代会决议、双方代表名单和资格证明、经签字的协商记录。"
    heads = (office_head(), f"报送日期：{write_date(occasion.today)}", f"共 {len(found)} 份合同")
    yield Part(found, heads=heads, notes=(note,))


FILING_COVER = ListPrint(
    "contracts.filing",
    "集体合同报送清单",
    (
        _column("contract_no", 34),
        _column("employer", 56, centred=False),
        _column("union_name", 56, centred=False),
        _column("kind", 34, centred=False),
        _column("covered_workers", 18),
        _column("signed_on", 28),
        PrintColumn(None, 40, "期限", text=lambda one: one.term),
        PrintColumn(None, 14, "份数", text=lambda _one: "3", align="center"),
        PrintColumn(None, 22, "受理签收"),
    ),
    _filing,
    unit="份",
    closing=("报送单位：", "报送人：", "受理人：", "受理日期："),
    single="报送清单",
    takes=CollectiveContract,
)

_MEASURES = (LaborContractCount.labor_contracts, LaborContractCount.services, LaborContractCount.signed)


def _counts(occasion: Occasion) -> Iterator[Part]:
    """Yield the last count of each unit in the period; without a period the last one there is."""
    counts = LaborContractCount.alive()
    if occasion.record is not None:
        counts = counts.where(LaborContractCount.id == occasion.record)
    elif occasion.ids is not None:
        counts = counts.where(LaborContractCount.id.in_(occasion.ids))
    else:
        counts = counts.where(LaborContractCount.id.in_(_last_counts(occasion)))
    sums = counts.select(*(fn.COALESCE(fn.SUM(kept), 0) for kept in _MEASURES))
    ((labor, services, signed),) = sums.tuples()
    told = f"合计 {signed:,} 人，其中劳动合同 {labor:,} 人、劳务 {services:,} 人"
    found = list(counts.order_by(LaborContractCount.counted_on, LaborContractCount.id))
    yield Part(found, heads=(office_head(), f"截至{write_date(occasion.as_of)}", told))


def _last_counts(occasion: Occasion) -> list[int]:
    counts = LaborContractCount.alive().where(LaborContractCount.counted_on <= occasion.as_of)
    if occasion.period is not None:
        counts = counts.where(LaborContractCount.counted_on >= occasion.period.first)
    ordered = counts.select(LaborContractCount.employer, LaborContractCount.id).order_by(
        LaborContractCount.counted_on, LaborContractCount.id
    )
    return list(dict(ordered.tuples()).values())


LABOR_CONTRACTS = ListPrint(
    "contracts.labor",
    "劳动合同签订情况汇总表",
    (
        PrintColumn(LaborContractCount.employer, 80),
        PrintColumn(LaborContractCount.labor_contracts, 26),
        PrintColumn(LaborContractCount.service_contracts, 26),
        PrintColumn(LaborContractCount.service_agreements, 26),
        PrintColumn(LaborContractCount.signed, 26),
        PrintColumn(LaborContractCount.unsigned, 26),
        PrintColumn(LaborContractCount.migrants, 26),
        PrintColumn(LaborContractCount.counted_on, 34, align="center"),
        PrintColumn(LaborContractCount.remark, 24),
    ),
    _counts,
    unit="家",
    dated=LaborContractCount.counted_on,
    takes=LaborContractCount,
)

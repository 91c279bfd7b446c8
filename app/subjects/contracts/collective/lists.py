"""The ledger of collective contracts, what ends soon, wages, filing, and head counts (domain 6.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.printing.attendance import congress_sheet, sign_in
from app.printing.heads import as_of_head, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.records.base import Query
from app.rules.dates import write_date
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractKind,
    ContractStatus,
    coverage_of,
    in_force,
)
from app.subjects.contracts.headcounts.records import LaborContractCount

_SOON, _LATER = 30, 90


def _selection(
    otherwise: Callable[[PrintRequest], Query[CollectiveContract]],
) -> Selection[CollectiveContract]:
    return Selection(
        CollectiveContract,
        (CollectiveContract.contract_no,),
        CollectiveContract.start_on,
        otherwise=otherwise,
    )


def _term(contract: CollectiveContract) -> str:
    """Write the contract's first and last day."""
    return f"{write_date(contract.start_on)}至{write_date(contract.end_on)}"


def _days_left(contract: CollectiveContract, day: date) -> str:
    left = (contract.end_on - day).days
    return str(left) if left >= 0 else "已到期"


def _urgency(contract: CollectiveContract, day: date) -> str:
    """Tell how soon the contract is to be renewed."""
    left = (contract.end_on - day).days
    if left < 0:
        return "已到期"
    return f"{_SOON}日内到期" if left <= _SOON else f"{_LATER}日内到期"


_TERM = PrintColumn(None, 40, "期限", text=_term)
_IN_FORCE = _selection(lambda request: in_force(request.as_of))
_WAGES = replace(_IN_FORCE, where=lambda _: CollectiveContract.kind == ContractKind.WAGE)


def _covering(selection: Selection[CollectiveContract]) -> Sheets:
    """Return the contracts, and above them what they add up to: each signer and enterprise once."""

    def parts(request: PrintRequest) -> Iterator[Part]:
        contracts = selection(request)
        signers = contracts.select(CollectiveContract.union_name).distinct().order_by().count()
        units, workers = coverage_of(contracts)
        told = f"签约单位 {signers:,} 个，覆盖企业 {units:,} 家、职工 {workers:,} 人"
        yield Part(list(contracts), heads=(office_head(), as_of_head(request), told))

    return Sheets(parts, CollectiveContract.start_on, unit="份")


CONTRACT_LEDGER = ListPrint(
    "contracts.ledger",
    "集体合同台账",
    (
        PrintColumn(CollectiveContract.employer, 46, "签约单位"),
        PrintColumn(CollectiveContract.kind, 28),
        PrintColumn(CollectiveContract.scope, 15),
        PrintColumn(CollectiveContract.covered_enterprises, 13, "覆盖企业", align="center"),
        PrintColumn(CollectiveContract.covered_workers, heading="覆盖职工", align="center"),
        CollectiveContract.signed_on,
        PrintColumn(None, 32, "期限", text=_term),
        CollectiveContract.filed_on,
        CollectiveContract.effective_on,
        PrintColumn(CollectiveContract.end_on, heading="到期日"),
        PrintColumn(None, 15, "剩余天数", on=_days_left, align="center"),
        PrintColumn(CollectiveContract.remark, 18),
    ),
    _covering(_IN_FORCE),
    takes=CollectiveContract,
)

WAGE_CONTRACTS = ListPrint(
    "contracts.wages",
    "工资专项集体合同汇总表",
    (
        PrintColumn(CollectiveContract.employer, 56, "签约单位"),
        PrintColumn(CollectiveContract.union_name, 60),
        PrintColumn(CollectiveContract.employer_chief, align="center"),
        PrintColumn(CollectiveContract.worker_chief, align="center"),
        PrintColumn(CollectiveContract.covered_workers, heading="覆盖职工", align="center"),
        PrintColumn(CollectiveContract.covered_women, 18, align="center"),
        CollectiveContract.signed_on,
        _TERM,
        PrintColumn(CollectiveContract.remark, 18),
    ),
    _covering(_WAGES),
    takes=CollectiveContract,
)


def _ending(request: PrintRequest) -> Query[CollectiveContract]:
    """Select what ends within ninety days, and what is over and was not renewed."""
    following = CollectiveContract.alias()
    renewed = following.select(following.renewed_from).where(
        following.deleted_at.is_null(), following.renewed_from.is_null(False)
    )
    return CollectiveContract.alive().where(
        CollectiveContract.status.in_((ContractStatus.EFFECTIVE, ContractStatus.EXPIRED)),
        CollectiveContract.id.not_in(renewed),
        CollectiveContract.end_on <= request.as_of + timedelta(days=_LATER),
    )


_EXPIRING = Selection(
    CollectiveContract,
    (CollectiveContract.end_on, CollectiveContract.contract_no),
    CollectiveContract.end_on,
    otherwise=_ending,
)

EXPIRING_CONTRACTS = ListPrint(
    "contracts.expiring",
    "集体合同到期提醒表",
    (
        PrintColumn(None, 28, "提醒", on=_urgency, align="center"),
        CollectiveContract.contract_no,
        PrintColumn(CollectiveContract.employer, 60, "签约单位"),
        PrintColumn(CollectiveContract.union_name, 60),
        PrintColumn(CollectiveContract.kind, 40),
        PrintColumn(CollectiveContract.end_on, heading="到期日"),
        PrintColumn(None, 18, "剩余天数", on=_days_left, align="center"),
        PrintColumn(None, 30, "处理意见"),
    ),
    _EXPIRING.sheet("份", as_of=True),
    takes=CollectiveContract,
)


_WAITING = _selection(
    lambda _: CollectiveContract.alive().where(CollectiveContract.status == ContractStatus.SIGNED)
)


def _filing(request: PrintRequest) -> Iterator[Part]:
    contracts = list(_WAITING(request))
    note = "每份合同一式三份，附协商情况说明、职代会决议、双方代表名单和资格证明、经签字的协商记录。"
    heads = (office_head(), f"报送日期：{write_date(request.today)}", f"共 {len(contracts)} 份合同")
    yield Part(contracts, heads=heads, notes=(note,))


FILING_COVER = ListPrint(
    "contracts.filing",
    "集体合同报送清单",
    (
        CollectiveContract.contract_no,
        PrintColumn(CollectiveContract.employer, 56, "签约单位"),
        PrintColumn(CollectiveContract.union_name, 56),
        PrintColumn(CollectiveContract.kind, 34),
        PrintColumn(CollectiveContract.covered_workers, heading="覆盖职工", align="center"),
        CollectiveContract.signed_on,
        _TERM,
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


def _last_counts(request: PrintRequest) -> Query[LaborContractCount]:
    """Select the last count of each unit in the period; without a period the last one there is."""
    counts = LaborContractCount.alive().where(LaborContractCount.counted_on <= request.as_of)
    if request.period is not None:
        counts = counts.where(LaborContractCount.counted_on >= request.period.first)
    ordered = counts.select(LaborContractCount.employer, LaborContractCount.id).order_by(
        LaborContractCount.counted_on, LaborContractCount.id
    )
    last: list[int] = list(dict(ordered.tuples()).values())
    return LaborContractCount.alive().where(LaborContractCount.id.in_(last))


def _signed(counts: Sequence[LaborContractCount]) -> str:
    labor, services, signed = (sum(getattr(count, kept.name) or 0 for count in counts) for kept in _MEASURES)
    return f"合计 {signed:,} 人，其中劳动合同 {labor:,} 人、劳务 {services:,} 人"


_COUNTS = Selection(
    LaborContractCount,
    (LaborContractCount.counted_on, LaborContractCount.id),
    LaborContractCount.counted_on,
    otherwise=_last_counts,
)

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
        PrintColumn(LaborContractCount.counted_on, 34),
        PrintColumn(LaborContractCount.remark, 24),
    ),
    _COUNTS.sheet("家", _signed, as_of=True),
    takes=LaborContractCount,
)


def _signed_by(contract: CollectiveContract, _: PrintRequest) -> Part:
    topic = f"审议《{contract.title}》草案"
    return congress_sheet(contract.employer, contract.congress_on, contract.congress_due, topic)


CONTRACT_SIGN_IN = sign_in(
    "contracts.sign_in", "集体合同审议签到表", Selection(CollectiveContract).each(_signed_by)
)

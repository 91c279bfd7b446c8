"""The ledger of collective contracts, what ends soon, wages, filing, debating (domain 6.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.printing.attendance import HALF_OR_MORE, MAJORITY, congress_sheet, sign_in
from app.printing.heads import BLANK_DATE, as_of_head, blank, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.printing.sheet import TOTAL_ROW
from app.records.base import Query
from app.records.profile import Profile, standard
from app.rules.dates import write_date
from app.subjects.contracts.collective.covering import SIGNERS, coverage_of
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractKind,
    ContractStatus,
    in_force,
    not_renewed,
)

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
    """Write the contract's first and last day, one below the other; nothing where the row adds others up."""
    if contract.start_on is None or contract.end_on is None:
        return ""
    return f"{write_date(contract.start_on)}\n至{write_date(contract.end_on)}"


def _days_left(contract: CollectiveContract, day: date) -> str:
    left = (contract.end_on - day).days
    return str(left) if left >= 0 else "已到期"


def _urgency(contract: CollectiveContract, day: date) -> str:
    """Say within how many days the contract is to be renewed."""
    left = (contract.end_on - day).days
    if left < 0:
        return "已到期"
    return f"{_SOON}日内到期" if left <= _SOON else f"{_LATER}日内到期"


_TERM = PrintColumn(None, 32, "期限", text=_term, align="center")
_IN_FORCE = _selection(lambda request: in_force(request.as_of))
_WAGES = replace(_IN_FORCE, where=lambda _: CollectiveContract.kind == ContractKind.WAGE, only="工资专项合同")


def _covering(selection: Selection[CollectiveContract]) -> Sheets:
    """Return the contracts, and above them what they add up to: each signer and enterprise once."""

    def parts(request: PrintRequest) -> Iterator[Part]:
        contracts = selection(request)
        signers, (units, workers) = SIGNERS.number(contracts), coverage_of(contracts, request.as_of)
        totals = f"签约单位 {signers:,} 个，覆盖企业 {units:,} 家、职工 {workers:,} 人"
        yield Part(list(contracts), heads=(office_head(), as_of_head(request), totals))

    return Sheets(parts, CollectiveContract.start_on, unit="份", chosen=selection)


def _wages(request: PrintRequest) -> Iterator[Part]:
    """Yield the wage contracts and, below them, what they add up to; an average wage is of its own unit."""
    for part in _covering(_WAGES)(request):
        contracts: list[CollectiveContract] = list(part.records)
        workers, wages = (
            sum(getattr(contract, field.name) or 0 for contract in contracts)
            for field in (CollectiveContract.covered_workers, CollectiveContract.wage_total)
        )
        total = CollectiveContract(employer=TOTAL_ROW, covered_workers=workers, wage_total=wages or None)
        yield replace(part, records=[*contracts, total] if contracts else [])


CONTRACT_LEDGER = ListPrint(
    "contracts.ledger",
    "集体合同台账",
    (
        PrintColumn(CollectiveContract.employer, 44, "签约单位"),
        PrintColumn(CollectiveContract.kind, 24),
        PrintColumn(CollectiveContract.scope, 13),
        PrintColumn(CollectiveContract.covered_enterprises, 13, "覆盖企业", align="center"),
        PrintColumn(CollectiveContract.covered_workers, 13, "覆盖职工", align="center"),
        PrintColumn(CollectiveContract.signed_on, 29),
        PrintColumn(None, 31, "期限", text=_term, align="center"),
        PrintColumn(CollectiveContract.filed_on, 29),
        PrintColumn(CollectiveContract.effective_on, 29),
        PrintColumn(None, 14, "剩余天数", on=_days_left, align="center"),
        PrintColumn(CollectiveContract.remark, 20),
    ),
    _covering(_IN_FORCE),
    takes=CollectiveContract,
)

WAGE_CONTRACTS = ListPrint(
    "contracts.wages",
    "工资专项集体合同汇总表",
    (
        PrintColumn(CollectiveContract.employer, 46, "签约单位"),
        PrintColumn(CollectiveContract.union_name, 44),
        PrintColumn(CollectiveContract.employer_chief, 22, align="center"),
        PrintColumn(CollectiveContract.worker_chief, 22, align="center"),
        PrintColumn(CollectiveContract.covered_workers, 16, "覆盖职工"),
        PrintColumn(CollectiveContract.average_wage, 23, "平均工资（元/月）"),
        PrintColumn(CollectiveContract.wage_growth, 16, "比上年增幅"),
        PrintColumn(CollectiveContract.wage_total, 30, "年度工资总额（元）"),
        CollectiveContract.signed_on,
        _TERM,
        PrintColumn(CollectiveContract.remark, 16),
    ),
    Sheets(_wages, CollectiveContract.start_on, unit="份", chosen=_WAGES),
    takes=CollectiveContract,
    adds_up=lambda contract: contract.id is None,
)


def _ending(request: PrintRequest) -> Query[CollectiveContract]:
    """Select what ends within ninety days, and what is over and was not renewed."""
    return CollectiveContract.alive().where(
        CollectiveContract.status.in_((ContractStatus.EFFECTIVE, ContractStatus.EXPIRED)),
        not_renewed(),
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
    heads = (office_head(), f"报送日期：{write_date(request.today)}", f"共 {len(contracts)} 份合同")
    yield Part(contracts, heads=heads, notes=(_ENCLOSED,))


_ENCLOSED = "每份合同一式三份，附协商情况说明、职代会决议、双方代表名单和资格证明、经签字的协商记录。"


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
        PrintColumn(None, 14, "份数", text=lambda _: "3", align="center"),
        PrintColumn(None, 22, "受理签收"),
    ),
    Sheets(_filing, unit="份", chosen=_WAITING),
    closing=("报送单位：", "报送人：", "受理人：", "受理日期："),
    blank=blank(f"报送日期：{BLANK_DATE}", "共 ＿＿＿ 份合同", notes=(_ENCLOSED,)),
    blank_rows=12,
    single="报送清单",
    takes=CollectiveContract,
)


def _signed_by(contract: CollectiveContract, _: PrintRequest) -> Part:
    topic = f"审议《{contract.title}》草案"
    return congress_sheet(
        contract.employer, contract.congress_on, contract.congress_due, topic, passes=_passes()
    )


def _passes() -> str:
    return MAJORITY if standard(Profile.strict_majority) else HALF_OR_MORE


CONTRACT_SIGN_IN = sign_in(
    "contracts.sign_in",
    "集体合同审议签到表",
    Selection(CollectiveContract).each(_signed_by),
    passes=_passes,
)

"""Figures of collective contracts and of labour-contract head counts (domain 6.5; F013 to F023)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.figures.figure import Figure, Sum, flow, share, stock
from app.figures.measures import different_units, total
from app.figures.splits import by
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.periods import Period, custom
from app.subjects.contracts.collective.covering import (
    COVERABLE,
    COVERED_UNITS,
    COVERED_WOMEN,
    COVERED_WORKERS,
    SIGNERS,
)
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractKind,
    Signer,
    in_force,
)
from app.subjects.contracts.collective.signing import signable
from app.subjects.contracts.headcounts.records import LaborContractCount, latest_counts
from app.subjects.unions.enterprises.records import Enterprise, public_units
from app.subjects.unions.figures import independent, unions
from app.subjects.unions.figures import workers as all_workers
from app.subjects.unions.grassroots.records import GrassrootsUnion

TITLE = "集体合同"
_ONCE = "同一单位只计一次"
_ONCE_OR_TOLD = f"{_ONCE}；没有逐家登记的区域性、行业性合同按合同上填的家数"
_TOLD = "同一企业在几份合同中的只取最多的一次；没有逐家登记的合同按合同上填的人数"
_UNITS = SIGNERS
_NON_PUBLIC = "非公企业"
_EXCEPT_PUBLIC = "除去国有、集体、事业单位、机关和社会组织"
_COUNTED = different_units("的单位数", LaborContractCount.enterprise)


def _of_kind(kind: ContractKind, day: date) -> Query[CollectiveContract]:
    return in_force(day).where(CollectiveContract.kind == kind)


def _of_private(query: Query[CollectiveContract], day: date) -> Query[CollectiveContract]:
    """Leave out the contracts of units that belonged to the state or the public on a day (非公)."""
    unit = CollectiveContract.enterprise
    private = unit.is_null() | unit.not_in(public_units(day))
    return query.where(InWords(private, "签约单位为非公企业"))


@stock(
    "集体合同签约单位",
    "个",
    measure=_UNITS,
    split=by(CollectiveContract.signer_type),
    about=_ONCE,
    charted=True,
)
def signers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.GENERAL, day)


@stock(
    "非公签约单位",
    "个",
    measure=_UNITS,
    split=by(CollectiveContract.signer_type),
    about=_EXCEPT_PUBLIC,
    population=_NON_PUBLIC,
    among=lambda: signers,
)
def non_public_signers(day: date) -> Query[CollectiveContract]:
    return _of_private(_of_kind(ContractKind.GENERAL, day), day)


@stock("覆盖企业", "家", measure=COVERED_UNITS, about=_ONCE_OR_TOLD)
def covered(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.GENERAL, day)


@stock("覆盖职工", "人", measure=COVERED_WORKERS, about=_TOLD)
def workers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.GENERAL, day)


@stock(
    "非公覆盖企业",
    "家",
    measure=replace(COVERED_UNITS, private=True),
    about=_EXCEPT_PUBLIC,
    population=_NON_PUBLIC,
    among=lambda: covered,
)
def non_public_covered(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.GENERAL, day)


@stock(
    "非公覆盖职工",
    "人",
    measure=replace(COVERED_WORKERS, private=True),
    about=_EXCEPT_PUBLIC,
    population=_NON_PUBLIC,
    among=lambda: workers,
)
def non_public_workers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.GENERAL, day)


@stock("覆盖女职工", "人", measure=COVERED_WOMEN, about=_TOLD)
def women(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.GENERAL, day)


@stock("工资专项签约单位", "家", measure=_UNITS, about=_ONCE)
def wage_signers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.WAGE, day)


@stock("工资专项覆盖企业", "家", measure=COVERED_UNITS, about=_ONCE_OR_TOLD)
def wage_covered(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.WAGE, day)


@stock("工资专项覆盖职工", "人", measure=COVERED_WORKERS, about=_TOLD)
def wage_workers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.WAGE, day)


@stock("女职工专项签约单位", "家", measure=_UNITS, about=_ONCE)
def women_signers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.WOMEN, day)


@stock("女职工专项覆盖企业", "家", measure=COVERED_UNITS, about=_ONCE_OR_TOLD)
def women_units(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.WOMEN, day)


@stock("女职工专项覆盖女职工", "人", measure=COVERED_WOMEN, about=_TOLD)
def women_covered(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.WOMEN, day)


@stock("有效合同", "份", split=by(CollectiveContract.kind), about="包括各种专项集体合同")
def effective(day: date) -> Query[CollectiveContract]:
    return in_force(day)


@flow("签订合同", "份", split=by(CollectiveContract.kind), about="按签订日期，含续签的")
def signed(period: Period) -> Query[CollectiveContract]:
    return CollectiveContract.alive().where(CollectiveContract.signed_on.between(*period))


@flow("续签合同", "份", split=by(CollectiveContract.kind), about="按签订日期")
def renewed(period: Period) -> Query[CollectiveContract]:
    return signed.query(period).where(InWords(CollectiveContract.renewed_from.is_null(False), "属于续签"))


@flow("到期合同", "份", split=by(CollectiveContract.kind), about="按期限止，不论是否续签", ahead=True)
def expiring(period: Period) -> Query[CollectiveContract]:
    begun = CollectiveContract.effective_on.is_null(False)
    return CollectiveContract.alive().where(begun, CollectiveContract.end_on.between(*period))


@stock(
    "应签约单位",
    "个",
    measure=signable(lambda day: _of_kind(ContractKind.GENERAL, day)),
    about="登记的基层工会和工会没有登记的签约单位合在一起",
)
def could_sign(day: date) -> Query[GrassrootsUnion]:
    return unions.select(custom(day, day))


@share("集体合同签约率", about="以全部基层工会和工会没有登记的签约单位为基数")
def signing_rate() -> tuple[Figure, Figure]:
    return signers, could_sign


def _of_independent(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.GENERAL, day).where(CollectiveContract.signer_type == Signer.OWN_UNION)


@stock("独立工会签约单位", "家", measure=_UNITS, about=_ONCE)
def independent_signers(day: date) -> Query[CollectiveContract]:
    return _of_independent(day)


@stock(
    "应签约独立工会",
    "家",
    measure=signable(_of_independent),
    about="登记的单独基层工会和工会没有登记的签约单位合在一起",
)
def independent_could_sign(day: date) -> Query[GrassrootsUnion]:
    return independent.select(custom(day, day))


@share("独立工会签约率", about="以单独基层工会和工会没有登记的签约单位为基数")
def independent_signing_rate() -> tuple[Figure, Figure]:
    return independent_signers, independent_could_sign


@stock(
    "应覆盖职工",
    "人",
    measure=COVERABLE,
    about="登记的企业和合同覆盖的企业合在一起，同一企业取人数多的一个",
)
def coverable(day: date) -> Query[Enterprise]:
    return all_workers.select(custom(day, day))


@share("集体合同覆盖率", about="以登记企业和合同覆盖企业的全部职工为基数")
def coverage_rate() -> tuple[Figure, Figure]:
    return workers, coverable


@stock("签订劳动合同和劳务合同", "人", measure=total(LaborContractCount.signed))
def signed_workers(day: date) -> Query[LaborContractCount]:
    return latest_counts(day)


@stock("劳动合同人数", "人", measure=total(LaborContractCount.labor_contracts))
def labor_contracts(day: date) -> Query[LaborContractCount]:
    return latest_counts(day)


@stock("劳务人数", "人", measure=total(LaborContractCount.services), about="劳务合同和劳务协议合计")
def services(day: date) -> Query[LaborContractCount]:
    return latest_counts(day)


@stock("劳务合同人数", "人", measure=total(LaborContractCount.service_contracts))
def service_contracts(day: date) -> Query[LaborContractCount]:
    return latest_counts(day)


@stock("劳务协议人数", "人", measure=total(LaborContractCount.service_agreements))
def service_agreements(day: date) -> Query[LaborContractCount]:
    return latest_counts(day)


@stock("未签合同人数", "人", measure=total(LaborContractCount.unsigned))
def unsigned(day: date) -> Query[LaborContractCount]:
    return latest_counts(day)


@stock("劳动合同统计单位", "家", measure=_COUNTED)
def counted_units(day: date) -> Query[LaborContractCount]:
    return latest_counts(day)


SUMS = (
    *(Sum(whole, whole.parts) for whole in (signers, non_public_signers, effective, signed)),
    Sum(signed_workers, (labor_contracts, services)),
    Sum(services, (service_contracts, service_agreements)),
)

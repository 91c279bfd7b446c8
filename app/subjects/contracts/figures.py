"""Figures of collective contracts and of labour-contract head counts (domain 6.5; F013 to F023)."""

from __future__ import annotations

from datetime import date

from app.fields import CountField
from app.figures.figure import Figure, Sum, flow, share, stock
from app.figures.measures import LargestOfEach, different_units, total
from app.figures.splits import by
from app.records.base import Query
from app.records.conditions import InWords
from app.records.naming import NamedLink, known_as
from app.rules.periods import Period
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractCoverage,
    ContractKind,
    Signer,
    in_force,
)
from app.subjects.contracts.headcounts.records import LaborContractCount, latest_counts
from app.subjects.unions.enterprises.records import Enterprise, public_units
from app.subjects.unions.figures import independent, unions
from app.subjects.unions.figures import workers as all_workers

TITLE = "集体合同"
_ONCE = "同一单位只计一次"
_UNITS = different_units("的签约单位数", CollectiveContract.enterprise)
_COVERED = different_units("去重后的企业数", ContractCoverage.enterprise)
_EACH = known_as(ContractCoverage.enterprise)
_NON_PUBLIC = "非公企业"
_EXCEPT_PUBLIC = "除去国有、集体、事业单位、机关和社会组织"
_COUNTED = different_units("的单位数", LaborContractCount.enterprise)


def _most_of(field: CountField) -> LargestOfEach:
    return LargestOfEach(
        f"的{field.label.removeprefix('其中')}，每家企业只取最多的一次，合计", field, each=_EACH
    )


def _of_kind(kind: ContractKind, day: date) -> Query[CollectiveContract]:
    return in_force(day).where(CollectiveContract.kind == kind)


def _covered(kind: ContractKind, day: date) -> Query[ContractCoverage]:
    contracts = _of_kind(kind, day).select(CollectiveContract.id)
    return ContractCoverage.alive().where(ContractCoverage.contract.in_(contracts))


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


def _private(unit: NamedLink, words: str) -> InWords:
    return InWords(unit.is_null() | unit.not_in(public_units().select(Enterprise.id)), words)


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
    private = _private(CollectiveContract.enterprise, "签约单位为非公企业")
    return _of_kind(ContractKind.GENERAL, day).where(private)


@stock("覆盖企业", "家", measure=_COVERED, about=_ONCE)
def covered(day: date) -> Query[ContractCoverage]:
    return _covered(ContractKind.GENERAL, day)


@stock("覆盖职工", "人", measure=_most_of(ContractCoverage.workers))
def workers(day: date) -> Query[ContractCoverage]:
    return _covered(ContractKind.GENERAL, day)


def _private_covered(day: date) -> Query[ContractCoverage]:
    private = _private(ContractCoverage.enterprise, "企业为非公企业")
    return _covered(ContractKind.GENERAL, day).where(private)


@stock(
    "非公覆盖企业",
    "家",
    measure=_COVERED,
    about=_EXCEPT_PUBLIC,
    population=_NON_PUBLIC,
    among=lambda: covered,
)
def non_public_covered(day: date) -> Query[ContractCoverage]:
    return _private_covered(day)


@stock(
    "非公覆盖职工",
    "人",
    measure=_most_of(ContractCoverage.workers),
    about=_EXCEPT_PUBLIC,
    population=_NON_PUBLIC,
    among=lambda: workers,
)
def non_public_workers(day: date) -> Query[ContractCoverage]:
    return _private_covered(day)


@stock("覆盖女职工", "人", measure=_most_of(ContractCoverage.women))
def women(day: date) -> Query[ContractCoverage]:
    return _covered(ContractKind.GENERAL, day)


@stock("工资专项签约单位", "家", measure=_UNITS, about=_ONCE)
def wage_signers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.WAGE, day)


@stock("工资专项覆盖企业", "家", measure=_COVERED, about=_ONCE)
def wage_covered(day: date) -> Query[ContractCoverage]:
    return _covered(ContractKind.WAGE, day)


@stock("工资专项覆盖职工", "人", measure=_most_of(ContractCoverage.workers))
def wage_workers(day: date) -> Query[ContractCoverage]:
    return _covered(ContractKind.WAGE, day)


@stock("女职工专项签约单位", "家", measure=_UNITS, about=_ONCE)
def women_signers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.WOMEN, day)


@stock("女职工专项覆盖企业", "家", measure=_COVERED, about=_ONCE)
def women_units(day: date) -> Query[ContractCoverage]:
    return _covered(ContractKind.WOMEN, day)


@stock("女职工专项覆盖女职工", "人", measure=_most_of(ContractCoverage.women))
def women_covered(day: date) -> Query[ContractCoverage]:
    return _covered(ContractKind.WOMEN, day)


@stock("有效合同", "份", split=by(CollectiveContract.kind))
def effective(day: date) -> Query[CollectiveContract]:
    return in_force(day)


@flow("签订合同", "份", split=by(CollectiveContract.kind), about="按签订日期，含续签的")
def signed(period: Period) -> Query[CollectiveContract]:
    return CollectiveContract.alive().where(CollectiveContract.signed_on.between(*period))


@flow("续签合同", "份", split=by(CollectiveContract.kind), about="按签订日期")
def renewed(period: Period) -> Query[CollectiveContract]:
    return signed.query(period).where(InWords(CollectiveContract.renewed_from.is_null(False), "为续签"))


@flow("到期合同", "份", split=by(CollectiveContract.kind), about="按期限止，不论是否续签", ahead=True)
def expiring(period: Period) -> Query[CollectiveContract]:
    begun = CollectiveContract.effective_on.is_null(False)
    return CollectiveContract.alive().where(begun, CollectiveContract.end_on.between(*period))


@share("集体合同签约率", about="以全部基层工会为基数")
def signing_rate() -> tuple[Figure, Figure]:
    return signers, unions


@stock("独立工会签约单位", "家", measure=_UNITS, about=_ONCE)
def independent_signers(day: date) -> Query[CollectiveContract]:
    return _of_kind(ContractKind.GENERAL, day).where(CollectiveContract.signer_type == Signer.OWN_UNION)


@share("独立工会签约率", about="以单独基层工会为基数")
def independent_signing_rate() -> tuple[Figure, Figure]:
    return independent_signers, independent


@share("集体合同覆盖率", about="以企业台账现在登记的职工人数为基数，合同覆盖的企业不都在其中")
def coverage_rate() -> tuple[Figure, Figure]:
    return workers, all_workers


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

"""Head counts of labour contracts, unit by unit (domain 6.3)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.contracts.headcounts import checks
from app.subjects.contracts.headcounts.lists import LABOR_CONTRACTS
from app.subjects.contracts.headcounts.records import LaborContractCount

HEADCOUNTS = Register(
    "contracts.headcounts",
    "劳动合同人数",
    LaborContractCount,
    columns=(
        LaborContractCount.employer,
        LaborContractCount.counted_on,
        LaborContractCount.labor_contracts,
        LaborContractCount.service_contracts,
        LaborContractCount.service_agreements,
        LaborContractCount.signed,
        LaborContractCount.unsigned,
    ),
    identity=((LaborContractCount.employer, LaborContractCount.counted_on),),
    sections=(
        Section(
            "劳动合同签订情况",
            LaborContractCount.employer,
            LaborContractCount.counted_on,
            LaborContractCount.labor_contracts,
            LaborContractCount.service_contracts,
            LaborContractCount.service_agreements,
            LaborContractCount.services,
            LaborContractCount.signed,
            LaborContractCount.unsigned,
            LaborContractCount.migrants,
            LaborContractCount.enterprise,
            LaborContractCount.title,
            LaborContractCount.handled_by,
            LaborContractCount.remark,
        ),
    ),
    filters=(LaborContractCount.counted_on,),
    search=(LaborContractCount.employer, LaborContractCount.remark),
    checks=(checks.counted_once, checks.parts_within_whole, checks.staff_is_not_exceeded),
    prints=(LABOR_CONTRACTS,),
    order=(LaborContractCount.counted_on.desc(), LaborContractCount.search_key.asc()),
    unit="家次",
    sums=(LaborContractCount.labor_contracts, LaborContractCount.services, LaborContractCount.signed),
)

"""The rules of labour-contract head counts (domain 6.3 and 6.6)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import others
from app.records.naming import same_unit
from app.subjects.contracts.headcounts.records import LaborContractCount


def counted_once(count: LaborContractCount) -> Iterator[Problem]:
    """A unit is counted once on a day, under whichever of its names (domain 6.6)."""
    if count.counted_on is None:
        return
    same = others(count).where(
        same_unit(LaborContractCount.enterprise, count), LaborContractCount.counted_on == count.counted_on
    )
    if same.exists():
        yield Block(LaborContractCount.counted_on, "这个单位当天已统计过，请修改原来那一条")


def parts_within_whole(count: LaborContractCount) -> Iterator[Problem]:
    """Migrant workers are some of the people counted; somebody was counted."""
    everybody = (count.signed or 0) + (count.unsigned or 0)
    if count.migrants is not None and count.migrants > everybody:
        yield Block(LaborContractCount.migrants, f"多于签订和未签合计 {everybody} 人，请核对")
    if count.labor_contracts is not None and everybody == 0:
        yield Warn(LaborContractCount.labor_contracts, "各项人数都是 0，请核对")


def staff_is_not_exceeded(count: LaborContractCount) -> Iterator[Problem]:
    """Labour contracts are the staff's: 劳务 is counted apart (the sum is at most 职工人数 + 劳务)."""
    staff = count.enterprise.employee_count if count.enterprise else None
    if staff is None or count.labor_contracts is None:
        return
    if count.labor_contracts > staff:
        yield Warn(
            LaborContractCount.labor_contracts,
            f"多于该单位职工人数 {staff} 人，请核对是否把劳务人员计入了劳动合同",
        )
    elif count.labor_contracts + (count.unsigned or 0) > staff:
        yield Warn(LaborContractCount.unsigned, f"连同劳动合同人数多于该单位职工人数 {staff} 人，请核对")

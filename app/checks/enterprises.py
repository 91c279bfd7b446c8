"""The rules of the enterprise register (domain 2.3 and 2.8)."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.common import others
from app.problems import Block, Problem, Warn
from app.records.enterprises import Enterprise

_PARTS = (Enterprise.female_count, Enterprise.migrant_count, Enterprise.dispatched_count)


def parts_within_whole(unit: Enterprise) -> Iterator[Problem]:
    """No part of the workers is larger than the whole; members should not be either."""
    if unit.employee_count is None:
        return
    for part in _PARTS:
        number = getattr(unit, part.name)
        if number is not None and number > unit.employee_count:
            yield Block(part, f"多于职工人数 {unit.employee_count} 人，请核对")
    if unit.member_count is not None and unit.member_count > unit.employee_count:
        yield Warn(Enterprise.member_count, f"多于职工人数 {unit.employee_count} 人，请核对")


def entered_once(unit: Enterprise) -> Iterator[Problem]:
    """A unit stands in the register once, under its name, short name or credit code."""
    for name in filter(None, (unit.name, unit.short_name)):
        twin = others(unit).where((Enterprise.name == name) | (Enterprise.short_name == name)).first()
        if twin is not None and twin.name == unit.name:
            yield Block(Enterprise.name, "这个单位已登记，请打开那条记录修改")
            break
        if twin is not None:
            yield Warn(Enterprise.name, f"可能与“{twin.name}”是同一单位，请核对")
            break
    if unit.uscc and (twin := others(unit).where(Enterprise.uscc == unit.uscc).first()):
        yield Block(Enterprise.uscc, f"“{twin.name}”已用这个代码登记，请核对")


def founding_is_explained(unit: Enterprise) -> Iterator[Problem]:
    """Where there is no union yet, the reason or the plan is noted."""
    if unit.union_status in ("未建会", "筹备组建中") and not unit.no_union_reason and unit.plan_date is None:
        yield Warn(Enterprise.no_union_reason, f"{unit.union_status}，请记下原因或建会计划时间")

"""The first steps of a new office, while it has not taken them (工作台)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from app.records.profile import profile
from app.registry import SUBJECTS
from app.safekeeping.backup_log import last_backup


class Place(Enum):
    """Where a step is taken."""

    SETTINGS = auto()
    REGISTER = auto()
    BACKUP = auto()


@dataclass(frozen=True)
class FirstStep:
    """One step: what to do, where, in which register where it is one, and whether it was done."""

    text: str
    place: Place
    done: bool
    register_key: str = ""


def first_steps() -> tuple[FirstStep, ...]:
    """Return the three first steps; none once the office is described and its first register begun."""
    register = SUBJECTS[0].registers[0]
    described = bool(profile().leader)
    begun = register.record.alive().exists()
    if described and begun:
        return ()
    return (
        FirstStep("填写本会资料：负责人、经办人、上级工会", Place.SETTINGS, described),
        FirstStep(f"登记{register.title}，或从已有的电子表格导入", Place.REGISTER, begun, register.key),
        FirstStep("备份到U盘：电脑坏了，台账还在", Place.BACKUP, last_backup() is not None),
    )

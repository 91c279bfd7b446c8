"""How records are shown to people: every register, in the order of the tabs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.errors import Refused
from app.register import Register
from app.registers.activities import ACTIVITIES, SERIES
from app.registers.aid import BATCHES
from app.registers.donations import DRIVES
from app.registers.enterprises import ENTERPRISES
from app.registers.hardship import HARDSHIP
from app.registers.members import MEMBERS
from app.registers.settings import SETTINGS


@dataclass(frozen=True)
class Tab:
    """One tab of the window: a key, a title, an icon, and the registers it switches between."""

    key: str
    title: str
    icon: str
    registers: tuple[Register, ...]


TABS = (
    Tab("members", "会员", "people", (MEMBERS,)),
    Tab("unions", "企业工会", "building", (ENTERPRISES,)),
    Tab("hardship", "困难帮扶", "heart", (HARDSHIP, BATCHES, DRIVES)),
    Tab("activities", "文体活动", "ball", (ACTIVITIES, SERIES)),
)


def every() -> Iterator[Register]:
    """Yield each register once: those of the tabs, their child rows, then the settings."""
    seen: set[str] = set()
    stack = [register for tab in TABS for register in tab.registers] + list(SETTINGS)
    while stack:
        register = stack.pop(0)
        if register.key not in seen:
            seen.add(register.key)
            yield register
            stack = [child.register for child in register.children] + stack


def find(key: str) -> Register:
    """Return the register with this key; raises Refused naming those there are."""
    for register in every():
        if register.key == key:
            return register
    raise Refused(f"没有“{key}”这个台账，可选：{'、'.join(register.key for register in every())}。")

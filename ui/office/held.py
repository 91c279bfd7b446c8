"""Asked where an office is open elsewhere: look at it, or take it over from a computer that is no more."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.lock import Held
from ui.dialogs.question import Role, choose


class HeldWish(Enum):
    """What shall be done with an office that is open elsewhere."""

    LOOK = auto()
    TAKE_OVER = auto()
    LEAVE = auto()


class HeldQuestion:
    """Says who has the office open since when, and asks what to do."""

    @classmethod
    def ask(cls, parent: QWidget, path: Path, held: Held) -> HeldWish:
        """Ask; whoever closes the box leaves the office alone."""
        holder = held.holder
        ways = [("看一看（只读）", Role.AcceptRole, HeldWish.LOOK)]
        more = f"电脑 {holder.host} 自 {holder.since} 起打开着它。可以先打开看一看，改动要等那边关闭以后。"
        if not holder.here:
            ways.append(("那台电脑已不再用，接着用", Role.DestructiveRole, HeldWish.TAKE_OVER))
            more += "只有确定那台电脑已经更换或报废，才接着用：两处同时改动会互相覆盖。"
        ways.append(("取消", Role.RejectRole, HeldWish.LEAVE))
        return choose(parent, "正在另一处打开", f"“{path.name}”正在另一处打开", more, tuple(ways))

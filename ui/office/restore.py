"""The dialogs before and after a backup is opened, or takes the place of an office."""

from __future__ import annotations

import re
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.office import SUFFIX
from app.safekeeping.comparing import other_office
from app.safekeeping.restore import Restored, is_summed
from app.target import is_open_office
from ui.dialogs.base import Dialog
from ui.dialogs.question import Question, Role, choose
from ui.look import theme

_STAMP = re.compile(r"-\d{8}-\d{6}(-\d+)?$")
_UNSUMMED = "备份旁边的核对文件不在了，只能检查备份本身是否完整。"


class Wish(Enum):
    """What shall be done with a backup that was opened."""

    LOOK = auto()
    RESTORE = auto()
    LEAVE = auto()


class BackupQuestion:
    """Says that the file is a backup, and asks what it is opened for."""

    @classmethod
    def ask(cls, parent: QWidget, backup: Path) -> Wish:
        """Ask; whoever closes the box leaves the backup alone."""
        return choose(
            parent,
            "这是备份",
            f"“{backup.name}”是备份",
            f"{_described(backup)}。备份留着不动，才能在出事时用上：可以打开看一看（只读），"
            "或用它恢复台账，恢复时现在的文件会留在旁边。",
            (
                ("看一看（只读）", Role.AcceptRole, Wish.LOOK),
                ("恢复…", Role.ActionRole, Wish.RESTORE),
                ("取消", Role.RejectRole, Wish.LEAVE),
            ),
        )


class RestoreQuestion:
    """Asked before a backup takes the place of the open office; or where it shall lie, while none is open."""

    @classmethod
    def choose(cls, parent: QWidget, folder: str) -> Path | None:
        """Ask for a backup; None when the person thought better of it."""
        name, _ = QFileDialog.getOpenFileName(parent, "用哪一份备份恢复", folder, f"备份 (*{SUFFIX})")
        return Path(name) if name else None

    @classmethod
    def place(cls, parent: QWidget, backup: Path, recent: list[Path]) -> Path | None:
        """Return where the restored office shall lie: the one that was opened last is proposed."""
        proposed = recent[0] if recent else Path.home() / f"{_STAMP.sub('', backup.stem)}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            parent,
            "恢复成哪个台账（已有的文件会留在旁边）",
            str(proposed),
            f"台账文件 (*{SUFFIX})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        target = Path(name) if name else None
        return target if target is None or target.suffix else target.with_name(f"{target.name}{SUFFIX}")

    @classmethod
    def ask(cls, parent: QWidget, backup: Path, target: Path) -> bool:
        """Ask whether the target shall be as it was backed up; raises Refused for a sum nobody can read."""
        more = f"{_described(backup)}。" + ("" if is_summed(backup) else _UNSUMMED)
        if is_open_office(target) and (other := other_office(backup)):
            more = f"注意：这是另一份台账“{other}”的备份，不是现在这份的。{more}"
        if target.exists():
            more += "备份以后的改动不在其中；现在的文件不会丢，改名留在旁边，需要时可以再恢复回来。"
        return Question.ask(parent, f"用“{backup.name}”恢复“{target.name}”？", more, "恢复")


class RestoreResult(Dialog):
    """Says what was restored, and where the file lies that was there before."""

    about = "backup"

    def __init__(self, restored: Restored, parent: QWidget | None = None) -> None:
        super().__init__("恢复完成", parent)
        self.add_note(f"已恢复　{restored.path}")
        checked = "与备份时的内容一致" if restored.is_summed else f"备份检查完整。{_UNSUMMED}"
        self.add_note(f"共 {restored.records:,} 条记录，{checked}。".replace("。。", "。"))
        if restored.aside is not None:
            self.add_note(f"原来的文件留作　{restored.aside}，要撤销这次恢复时可以用它再恢复回来。")
        if restored.lacks:
            self.add_note(f"与原来的文件相比，{restored.lacks}")
        if restored.password:
            self.add_note(restored.password)
        self.add_close_button()
        self.setMinimumWidth(theme.length(480))

    @classmethod
    def announce(cls, parent: QWidget, restored: Restored) -> None:
        """Show what was restored, until the person closes it."""
        cls(restored, parent.window()).exec()


def _described(backup: Path) -> str:
    if not backup.is_file():
        return "这份备份现在找不到"
    at = datetime.fromtimestamp(backup.stat().st_mtime)
    return f"保存于 {at:%Y-%m-%d %H:%M}"

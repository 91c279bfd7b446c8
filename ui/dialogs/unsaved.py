"""What to do with changes that were not saved."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from ui.dialogs.question import Role, choose


class Answer(Enum):
    """What the person decided."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Unsaved:
    """The question asked before changes would be lost."""

    @classmethod
    def ask(cls, parent: QWidget, who: str) -> Answer:
        """Ask what to do with the changes to `who`; to close the question is to cancel."""
        return choose(
            parent,
            "还没有保存",
            f"{who}有改动还没有保存",
            "保存后再离开，还是放弃这些改动？",
            (
                ("保存", Role.AcceptRole, Answer.SAVE),
                ("不保存", Role.DestructiveRole, Answer.DISCARD),
                ("取消", Role.RejectRole, Answer.CANCEL),
            ),
        )

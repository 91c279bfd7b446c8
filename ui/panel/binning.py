"""Into the recycle bin and out of it: one record at once, several after a question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app import listing
from app.keeping import keeping
from app.keeping.keeping import OnPaper
from app.records.base import Record
from app.register import Register
from ui.dialogs.question import Question
from ui.dialogs.void import VoidDialog
from ui.dialogs.waiting import Waiting


def to_bin(parent: QWidget, register: Register, record: Record, selected: Sequence[int]) -> list[int]:
    """Bin the selected records where they are several, else the one in hand, and return their ids.

    They go together or, where the person would rather keep them, not at all; those that stand on paper only
    with a reason. Raises Refused.
    """
    ids = list(selected) if len(selected) > 1 else [record.id]
    if len(ids) > 1:
        count = f"{len(ids)} {register.unit}{register.title}"
        who = f"{listing.names(register, ids)}。放入回收站后还可以恢复。"
        if not Question.ask(parent, f"把 {count}放入回收站？", who, "放入回收站"):
            return []
    try:
        Waiting.do(parent, "正在放入回收站", len(ids), partial(keeping.to_bin, register, ids))
    except OnPaper as why:
        return ids if VoidDialog.ask(parent, register, ids, why) else []
    return ids


def take_back(parent: QWidget, register: Register, ids: Sequence[int]) -> bool:
    """Take records out of the bin, several after a question; False where they stay. Raises Refused."""
    if len(ids) > 1:
        words = f"从回收站恢复 {len(ids)} {register.unit}{register.title}？"
        if not Question.ask(parent, words, f"{listing.names(register, ids)}。", "恢复"):
            return False
    Waiting.do(parent, "正在恢复", len(ids), partial(keeping.restore, register, ids))
    return True

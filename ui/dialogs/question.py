"""Questions with a few answers, each of which says what it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QMessageBox, QWidget

Role = QMessageBox.ButtonRole
_Answer = TypeVar("_Answer")


def choose(
    parent: QWidget,
    title: str,
    words: str,
    more: str,
    answers: Sequence[tuple[str, Role, _Answer]],
    *,
    proposed: int = 0,
) -> _Answer:
    """Ask, and return the answer chosen; who closes the box chooses the last, which changes nothing."""
    box = QMessageBox(QMessageBox.Icon.Question, title, words, parent=parent.window())
    box.setInformativeText(more)
    buttons = [box.addButton(label, role) for label, role, _ in answers]
    box.setDefaultButton(buttons[proposed])
    box.setEscapeButton(buttons[-1])
    box.exec()
    box.deleteLater()
    clicked = box.clickedButton()
    return next(
        (answers[place][2] for place, button in enumerate(buttons) if button is clicked), answers[-1][2]
    )


class Question:
    """Asked before something is lost or undone."""

    @classmethod
    def ask(cls, parent: QWidget, words: str, more: str, act: str, away: str = "取消") -> bool:
        """Ask; True when the person chose the act, which is not proposed."""
        answers = ((act, Role.DestructiveRole, True), (away, Role.RejectRole, False))
        return choose(parent, words, words, more, answers, proposed=1)

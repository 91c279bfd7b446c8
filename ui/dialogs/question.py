"""A question with two answers: to do something, or to leave it."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget


class Question:
    """Asked before something is lost or undone."""

    @classmethod
    def ask(cls, parent: QWidget, words: str, more: str, act: str, away: str = "取消") -> bool:
        """Ask; True when the person chose the act."""
        box = QMessageBox(QMessageBox.Icon.Question, words, words, parent=parent.window())
        box.setInformativeText(more)
        do = box.addButton(act, QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(away, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is do

"""What to do with changes that were not saved."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget


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
        box = QMessageBox(
            QMessageBox.Icon.Question, "还没有保存", f"{who}有改动还没有保存", parent=parent.window()
        )
        box.setInformativeText("保存后再离开，还是放弃这些改动？")
        save = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        box.deleteLater()
        clicked = box.clickedButton()
        if clicked is save:
            return Answer.SAVE
        return Answer.DISCARD if clicked is discard else Answer.CANCEL

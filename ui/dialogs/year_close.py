"""Closing a year, opening it again, and what has moved since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.statistics.closing import Moved
from ui import theme
from ui.dialogs.base import Dialog

_WHAT_CLOSING_DOES = (
    "关账把{year}年全年、半年和各季度的统计数照现在的样子存下来，总结和下一年的同期比较都用这些数。",
    "关账后仍可以补登、更正记录，统计数不会悄悄变动，变动逐项列出；需要时写明原因即可重新开账。",
)


class CloseYearDialog(Dialog):
    """Says what closing does, and asks who closes."""

    about = "figures"

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(f"{year}年关账", parent)
        for sentence in _WHAT_CLOSING_DOES:
            self.add_note(sentence.format(year=year))
        self.by = _required_line(self, "closed_by", "关账人")
        self.add_foot("关账")
        self.setMinimumWidth(theme.length(520))

    @classmethod
    def ask(cls, parent: QWidget, year: int) -> str | None:
        """Ask, and return who closes; None when the person thought better of it."""
        dialog = cls(year, parent)
        return dialog.by.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def accept(self) -> None:
        if not self.by.text().strip():
            self.show_message("请填写关账人。")
            self.by.setFocus()
            return
        super().accept()


class ReopenYearDialog(Dialog):
    """Asks why a closed year is opened again."""

    about = "figures"

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(f"{year}年重新开账", parent)
        self.add_note(f"重新开账后，{year}年的统计数又随记录变动；关账时存下的数不再使用，原因留作记录。")
        self.reason = _required_line(self, "reason", "重新开账的原因")
        self.add_foot("重新开账")
        self.setMinimumWidth(theme.length(520))

    @classmethod
    def ask(cls, parent: QWidget, year: int) -> str | None:
        """Ask, and return the reason; None when the person thought better of it."""
        dialog = cls(year, parent)
        return dialog.reason.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def accept(self) -> None:
        if not self.reason.text().strip():
            self.show_message("请写明重新开账的原因。")
            self.reason.setFocus()
            return
        super().accept()


class MovedDialog(Dialog):
    """Lists the figures that have changed since the year was closed.

    Signals:
        figure_chosen(Figure): a person wants to see the records of one.
    """

    about = "figures"

    figure_chosen = Signal(object)

    def __init__(self, year: int, moved: Sequence[Moved], parent: QWidget | None = None) -> None:
        super().__init__(f"{year}年关账后的变动", parent)
        changed = sum(change.was != change.now for change in moved)
        self.add_note(
            f"{len(moved)} 项统计的记录有变动，其中 {changed} 项数值不同。点一项可看它的记录。"
            if moved
            else "关账后没有变动。"
        )
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for change in moved:
            lines.addWidget(self._line(change))
        lines.addStretch(1)
        page = QWidget(self)
        page.setProperty("role", "page")
        page.setLayout(lines)
        scroll = QScrollArea(self)
        scroll.setAccessibleName("关账后的变动")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        self.body.addWidget(scroll, 1)
        self.add_close_button()
        self.resize(theme.length(760), theme.length(420 if moved else 160))

    def _line(self, moved: Moved) -> QPushButton:
        line = QPushButton(moved.sentence, self)
        line.setObjectName(f"moved_{moved.figure.key}")
        line.setProperty("role", "link")
        line.setToolTip(moved.sentence)
        line.setAutoDefault(False)
        line.setProperty("figure", moved.figure)
        line.clicked.connect(self._choose)
        return line

    @Slot()
    def _choose(self) -> None:
        self.figure_chosen.emit(self.sender().property("figure"))
        self.accept()


def _required_line(dialog: Dialog, name: str, label: str) -> QLineEdit:
    heading, box = QLabel(label, dialog), QLineEdit(dialog)
    heading.setProperty("role", "label")
    heading.setBuddy(box)
    box.setObjectName(name)
    box.setAccessibleName(label)
    dialog.body.addWidget(heading)
    dialog.body.addWidget(box)
    return box

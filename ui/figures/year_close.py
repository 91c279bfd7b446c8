"""Closing a year, opening it again, and what has moved since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

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

from app.records.drafts import of_reason
from app.statistics.closing import Moved
from ui.dialogs.base import Dialog
from ui.dialogs.line_drafts import LineDrafts
from ui.look import theme

_WHAT_CLOSING_DOES = (
    "关账把{year}年全年、半年和各季度的统计数照现在的样子存下来，总结和下一年的同期比较都用这些数。",
    "关账后仍可以补登、更正记录，统计数不会悄悄变动，变动逐项列出；需要时写明原因即可重新开账。",
)
_WHAT_REOPENING_DOES = ("重新开账后，{year}年的统计数又随记录变动；关账时存下的数不再使用，原因留作记录。",)


class _YearDialog(Dialog):
    """Says what an act on a year does, and asks for the one line that it needs."""

    about = "figures"
    act: ClassVar[str]
    notes: ClassVar[tuple[str, ...]]
    asked: ClassVar[str]
    missing: ClassVar[str]

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(f"{year}年{self.act}", parent)
        for sentence in self.notes:
            self.add_note(sentence.format(year=year))
        heading, self.line = QLabel(self.asked, self), QLineEdit(self)
        heading.setProperty("role", "label")
        heading.setBuddy(self.line)
        self.line.setObjectName("line")
        self.line.setAccessibleName(self.asked)
        self.body.addWidget(heading)
        self.body.addWidget(self.line)
        self._drafts = LineDrafts(of_reason("figures", self.act, year), {"line": self.line}, self)
        self.add_foot(self.act)
        self.setMinimumWidth(theme.length(520))

    @classmethod
    def ask(cls, parent: QWidget, year: int) -> str | None:
        """Ask, and return what was typed; None when the person thought better of it."""
        dialog = cls(year, parent)
        return dialog.line.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def accept(self) -> None:
        if not self.line.text().strip():
            self.show_message(self.missing)
            self.line.setFocus()
            return
        self._drafts.leave()
        super().accept()

    def reject(self) -> None:
        self._drafts.leave()
        super().reject()


class CloseYearDialog(_YearDialog):
    """Says what closing a year does, and asks who closes it."""

    act = "关账"
    notes = _WHAT_CLOSING_DOES
    asked = "关账人"
    missing = "请填写关账人。"


class ReopenYearDialog(_YearDialog):
    """Asks why a closed year is opened again."""

    act = "重新开账"
    notes = _WHAT_REOPENING_DOES
    asked = "重新开账的原因"
    missing = "请写明重新开账的原因。"


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

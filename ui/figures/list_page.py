"""The list of figures beside the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.rules.periods import Period
from ui.figures.panel import FigurePanel
from ui.figures.tree import FigureTree
from ui.figures.tree_model import Listed
from ui.jobs import Jobs
from ui.look import theme
from ui.widgets.card import Card
from ui.widgets.folder_link import FolderLink
from ui.widgets.side_by_side import SideBySide

_PANEL_WIDTH = 478


class ListPage(QWidget):
    """The left and the right of the tab, and what the list adds up to.

    Signals:
        moved_clicked(): a person wants to know what moved after the year was closed.
    """

    moved_clicked = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = FigureTree(self)
        self.panel = FigurePanel(jobs, self)
        self.tree.entered.connect(self.panel.records.enter)
        listed = Card(self, self.tree, self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SideBySide(listed, self.panel, theme.length(_PANEL_WIDTH), self))

    def show_subjects(self, listed: Sequence[Listed]) -> None:
        """List these figures; where the chosen one is not among them, the first is chosen."""
        self.tree.set_empty_text("" if listed else "没有叫这个名称的统计项")
        self.tree.set_subjects(listed)
        if not self.tree.current_key():
            self.tree.select_first()

    def tell_count(self, listed: Sequence[Listed], period: Period) -> None:
        """Say below the list how many figures there are, and how many moved after the year was closed."""
        count = sum(len(one.figures) for one in listed)
        self.tell(f"共 <b>{count}</b> 项&emsp;{period.said_on()}，与{period.year_before.label}比较")
        moved = sum(reading.value.live is not None for one in listed for reading in one.readings)
        self._moved.setVisible(moved > 0)
        self._moved.setText(f"关账后有变动 {moved} 项")
        self._moved.setAccessibleName(self._moved.text())

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Say something below the list that needs no answer."""
        self._sentence.setText(sentence)
        self._folder.lead_to(None)

    @Slot(object)
    def tell_written(self, file: Path) -> None:
        """Say where the figures were written, with the way there."""
        self.tell(f"已导出到“{file.name}”")
        self._folder.lead_to(file)

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        self._sentence = QLabel(foot)
        self._sentence.setWordWrap(True)
        self._sentence.setObjectName("summary")
        self._sentence.setProperty("role", "secondary")
        self._folder = FolderLink(foot)
        self._moved = QPushButton(foot)
        self._moved.setObjectName("moved_count")
        self._moved.setProperty("role", "link")
        self._moved.clicked.connect(self.moved_clicked)
        self._moved.hide()
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._folder)
        row.addWidget(self._moved)
        return foot

"""What is wrong with the cell in front, with the nearest choice one click away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.exchange.rows import CellProblem
from ui.look.theme import mark


class ProblemLine(QWidget):
    """A sentence below the rows.

    Signals:
        mended(str): the cell shall say this instead.
        all_mended(str): so shall all cells of its column that say the same.
    """

    mended = Signal(str)
    all_mended = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = ""
        self._sentence = QLabel(self)
        self._sentence.setObjectName("cell_problem")
        self._sentence.setProperty("role", "problem")
        self._sentence.setWordWrap(True)
        self._hint = QLabel(_HINT, self)
        self._hint.setProperty("role", "secondary")
        self._mend_one = self._button("mend", self._mend)
        self._mend_same = self._button("mend_all", self._mend_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._hint, 1)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._mend_one)
        row.addWidget(self._mend_same)
        self.show_problem(None, 0)

    def show_problem(self, problem: CellProblem | None, same: int) -> None:
        """Say what is wrong; `same` cells of the column hold the same text."""
        self._offer = problem.offer if problem is not None else ""
        self._hint.setVisible(problem is None)
        self._sentence.setVisible(problem is not None)
        if problem is not None:
            self._sentence.setText(f"{problem.heading}：{problem.sentence}".lstrip("："))
            mark(self._sentence, tone="bad" if problem.blocking else "warn")
        self._mend_one.setText(f"改为“{self._offer}”")
        self._mend_same.setText(f"相同的 {same:,} 行全改")
        self._mend_one.setVisible(bool(self._offer))
        self._mend_same.setVisible(bool(self._offer) and same > 1)

    def _button(self, name: str, clicked: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(clicked)
        return button

    @Slot()
    def _mend(self) -> None:
        self.mended.emit(self._offer)

    @Slot()
    def _mend_all(self) -> None:
        self.all_mended.emit(self._offer)


_HINT = "标红的格不改好不能导入，标黄的请核对；选中一格直接输入或按 Enter 即可改正。"

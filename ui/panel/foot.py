"""The foot of a record's panel: save, take back, delete; at the right end the next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.printing.layout import Print
from app.register import RecordSheet, Step
from ui import keys
from ui.look.icons import icon
from ui.panel.print_menu import Pick, in_full_for, offer_papers
from ui.widgets.folding_row import FoldingRow


class PanelFoot(FoldingRow):
    """Offers what can be done with the record.

    Signals:
        step_chosen(Step): a person chose a step of the life cycle.
        back_chosen(): the last step is to be taken back.
        print_chosen(Pick): a person wants a paper of this record.
        sheet_chosen(RecordSheet): a person wants a table of this record for another body.
    """

    step_chosen = Signal(object)
    back_chosen = Signal()
    print_chosen = Signal(object)
    sheet_chosen = Signal(object)

    def __init__(self, papers: Sequence[Print], sheets: Sequence[RecordSheet], parent: QWidget) -> None:
        super().__init__(parent, margins=(16, 8, 16, 8))
        self.setProperty("role", "foot")
        self._steps: Sequence[Step] = ()
        self.save = self._button("save", f"保存　{keys.key_of('save')}", "保存", folds=0)
        self.save.setProperty("role", "primary")
        self.revert = self._button("revert", "撤销", "撤销", folds=3)
        self.revert.setToolTip("撤销没有保存的改动")
        keys.tell(self.revert, "revert")
        self.delete = self._button("delete", "", "删除", folds=2)
        self.delete.setIcon(icon("trash"))
        self.delete.setToolTip("放入回收站，可以恢复")
        keys.tell(self.delete, "delete")
        self._paper = self._paper_button(papers, sheets)
        self.row.addWidget(self.more)
        self.row.addStretch(1)
        self._next = self._button("step", "", "下一步", folds=5)
        self._next.clicked.connect(self._choose_first)
        self._others = self._button("steps", "▾", "其他办理步骤", folds=4)
        self._menu = QMenu(self._others)
        self._menu.triggered.connect(self._choose)
        self._others.setMenu(self._menu)

    def offer(self, steps: Sequence[Step], *, back: bool = False) -> None:
        """Offer the steps that the record's state allows, the usual one as the button, and the way `back`."""
        self._steps = steps
        usual = bool(steps) and steps[0].usual
        if usual:
            self._next.setText(f"{steps[0].title} ▸")
            self._next.setAccessibleName(steps[0].title)
        self._menu.clear()
        for number, step in enumerate(steps):
            if number or not usual:
                self._menu.addAction(step.title).setData(number)
        if back:
            self._menu.addSeparator()
            self._menu.addAction("退回上一步…")
        self._others.setText("▾" if usual else "办理 ▾")
        self.want(self._next, usual)
        self.want(self._others, bool(self._menu.actions()))

    def focus_step(self) -> None:
        """Put the keys on the usual step, or on the menu of steps where none is."""
        (self._next if self._steps and self._steps[0].usual else self._others).setFocus()

    def enable(self, *, dirty: bool, saved: bool) -> None:
        """Switch on what makes sense: nothing typed is lost by deleting or by taking a step."""
        self.revert.setEnabled(dirty or not saved)
        self.delete.setEnabled(saved and not dirty)
        self._paper.setEnabled(saved and not dirty)

    def _paper_button(self, papers: Sequence[Print], sheets: Sequence[RecordSheet]) -> QPushButton:
        """Return the button that prints the only paper there is, or drops down a menu of them."""
        lone = len(papers) == 1 and not in_full_for(papers) and not sheets
        words = f"打印{papers[0].of_one}" if lone else "打印 ▾"
        button = self._button("print_record", words, "打印本条", folds=1)
        self.want(button, bool(papers or sheets))
        if lone:
            self._only = Pick(papers[0])
            button.clicked.connect(self._choose_only)
        else:
            menu = QMenu(button)
            menu.triggered.connect(self._choose_paper)
            offer_papers(menu, papers, sheets)
            button.setMenu(menu)
        return button

    def _button(self, name: str, text: str, label: str, *, folds: int) -> QPushButton:
        button = self.add_button(name, text, folds=folds)
        button.setAccessibleName(label)
        keys.tell(button, name)
        return button

    @Slot()
    def _choose_first(self) -> None:
        self.step_chosen.emit(self._steps[0])

    @Slot()
    def _choose_only(self) -> None:
        self.print_chosen.emit(self._only)

    @Slot(QAction)
    def _choose_paper(self, action: QAction) -> None:
        chosen = action.data()
        (self.sheet_chosen if isinstance(chosen, RecordSheet) else self.print_chosen).emit(chosen)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action.data() is None:
            self.back_chosen.emit()
        else:
            self.step_chosen.emit(self._steps[action.data()])

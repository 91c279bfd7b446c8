"""The head of the tab 统计: period, search, list or cross tables, and what can be made of the figures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QMenu,
    QWidget,
)

from app.statistics.closing import closing_of
from ui import keys
from ui.figures.period_chooser import PeriodChooser
from ui.look.icons import icon
from ui.widgets.folding_row import FoldingRow

_SEARCH_LEAST, _SEARCH_MOST = 120, 200


class FiguresBar(FoldingRow):
    """What can be chosen and done.

    Signals:
        searched(str): words to look for among the names.
        page_chosen(int): 0 for the list, 1 for the cross tables.
        export_clicked(), print_clicked(), return_clicked()
        close_clicked(), reopen_clicked(), moved_clicked(): of the chosen year.
    """

    searched = Signal(str)
    page_chosen = Signal(int)
    export_clicked = Signal()
    print_clicked = Signal()
    return_clicked = Signal()
    close_clicked = Signal()
    reopen_clicked = Signal()
    moved_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 12, 16, 11))
        self.setProperty("role", "bar")
        self.chooser = PeriodChooser(self)
        self.search = self._search_box()
        self.add_title("统计")
        self.row.addWidget(self.chooser)
        self.add_search(self.search, _SEARCH_LEAST, _SEARCH_MOST)
        self._pages = QButtonGroup(self)
        for number, (name, label) in enumerate((("list_page", "列表"), ("cross_page", "交叉表"))):
            button = self.add_button(name, label)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setProperty("role", "chip")
            self._pages.addButton(button, number)
        self._pages.idClicked.connect(self.page_chosen)
        self.row.addStretch(1)
        self.add_button("export", "导出", folds=1).clicked.connect(self.export_clicked)
        self.add_button("print", "打印", folds=1).clicked.connect(self.print_clicked)
        keys.bind("export", partial(self.press, "export"), self)
        self.more.setObjectName("folded")
        self._of_year = self.add_button("more", "年度 ▾", folds=1)
        self._of_year.setAccessibleName("年度：关账、年报汇总")
        self._of_year.setMenu(self._menu())
        self.row.addWidget(self.more)

    def show_page(self, number: int) -> None:
        """Mark the page that is in front."""
        self._pages.button(number).setChecked(True)

    def _search_box(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("search")
        box.setAccessibleName("查找统计项")
        box.setPlaceholderText("统计项名称")
        box.setClearButtonEnabled(True)
        box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        box.textChanged.connect(self.searched)
        return box

    def _menu(self) -> QMenu:
        menu = QMenu(self._of_year)
        self._close = self._act(menu, "close_year", "关账…")
        self._close.triggered.connect(self.close_clicked)
        self._moved = self._act(menu, "moved", "关账后的变动…")
        self._moved.triggered.connect(self.moved_clicked)
        self._reopen = self._act(menu, "reopen_year", "重新开账…")
        self._reopen.triggered.connect(self.reopen_clicked)
        menu.addSeparator()
        self._return = self._act(menu, "return", "年报汇总…")
        self._return.triggered.connect(self.return_clicked)
        menu.aboutToShow.connect(self._name_acts)
        return menu

    def _act(self, menu: QMenu, name: str, label: str) -> QAction:
        action = menu.addAction(label)
        action.setObjectName(name)
        return action

    @Slot()
    def _name_acts(self) -> None:
        year = self.chooser.year
        is_closed = closing_of(year) is not None
        for action, label, fits in (
            (self._close, f"{year}年关账…", not is_closed),
            (self._moved, f"{year}年关账后的变动…", is_closed),
            (self._reopen, f"{year}年重新开账…", is_closed),
            (self._return, f"导出{year}年年报汇总…", True),
        ):
            action.setText(label)
            action.setVisible(fits)

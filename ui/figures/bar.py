"""The head of the tab 统计: period, search, list or cross tables, and what can be made of the figures."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from app.services.year_closing import closing_of
from ui.figures.period_chooser import PeriodChooser
from ui.icons import icon

_SEARCH_WIDTH = 200


class FiguresBar(QFrame):
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
        super().__init__(parent)
        self.setProperty("role", "bar")
        title = QLabel("统计", self)
        title.setProperty("role", "title")
        self.chooser = PeriodChooser(self)
        self.search = self._search_box()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 12, 16, 11)
        self._row.setSpacing(8)
        self._row.addWidget(title)
        self._row.addSpacing(8)
        self._row.addWidget(self.chooser)
        self._row.addWidget(self.search)
        self._pages = QButtonGroup(self)
        for number, (name, label) in enumerate((("list_page", "列表"), ("cross_page", "交叉表"))):
            button = self._button(name, label)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setProperty("role", "chip")
            self._pages.addButton(button, number)
        self._pages.idClicked.connect(self.page_chosen)
        self._row.addStretch(1)
        self._button("export", "导出").clicked.connect(self.export_clicked)
        self._button("print", "打印").clicked.connect(self.print_clicked)
        self._more = self._button("more", "年度 ▾")
        self._more.setAccessibleName("年度：关账、年报汇总")
        self._more.setMenu(self._menu())

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
        box.setFixedWidth(_SEARCH_WIDTH)
        box.textChanged.connect(self.searched)
        return box

    def _button(self, name: str, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        self._row.addWidget(button)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self._more)
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

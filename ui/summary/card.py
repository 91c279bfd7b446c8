"""The card that opens on a figure of the report: what it is, its records, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.register import Register
from app.summary.behind import Behind, look_behind
from app.summary.quoted import Quoted
from ui.copying import CopyRows
from ui.jobs import Jobs
from ui.screen import within
from ui.summary.picker import floating
from ui.table_model import TableModel

_WIDTH = 470
_ROWS_SHOWN = 3
_ROW = 34
_COLUMNS = 4


class FigureCard(QFrame):
    """Explains one figure of the report.

    Signals:
        record_chosen(str, int): a person wants to see one of its records: register key, record id.
        list_chosen(Quoted): she wants to see all of them.
        overrule_chosen(Quoted), restore_chosen(Quoted): another value in its place, or the records' again.
        closed(): the card was put away.
    """

    record_chosen = Signal(str, int)
    list_chosen = Signal(object)
    overrule_chosen = Signal(object)
    restore_chosen = Signal(object)
    closed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("card")
        self.setProperty("role", "card")
        self.setGraphicsEffect(floating(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._jobs = jobs
        self._behind: Behind | None = None
        self._place = QRect()
        self._build()
        self.hide()

    def open_for(self, quote: Quoted, place: QRect) -> None:
        """Open beside a figure, once what is behind it was read; `place` is where it stands on the screen."""
        self._place = place
        self._jobs.run(partial(look_behind, quote), self._show)

    @property
    def behind(self) -> Behind | None:
        """What the card says now; None while it is closed."""
        return self._behind if self.isVisible() else None

    @Slot()
    def put_away(self) -> None:
        """Close the card."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self._value, self._title = QLabel(self), QLabel(self)
        self._value.setProperty("role", "heading")
        head = QHBoxLayout()
        head.setSpacing(12)
        close = QPushButton("✕", self)
        close.setAccessibleName("关闭")
        close.setProperty("role", "quiet")
        close.clicked.connect(self.put_away)
        for widget in (self._value, self._title):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(close)
        self._definition, self._comparison, self._remark = QLabel(self), QLabel(self), QLabel(self)
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 8, 10)
        top.setSpacing(4)
        top.addLayout(head)
        for label, role in (
            (self._definition, "secondary"),
            (self._comparison, "secondary"),
            (self._remark, "message"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
            top.addWidget(label)
        self._remark.setProperty("tone", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._build_table())
        column.addWidget(self._build_foot())

    def _build_table(self) -> QTableView:
        self._table = QTableView(self)
        self._table.setObjectName("behind")
        self._table.setAccessibleName("依据的记录")
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(_ROW)
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.horizontalHeader().setResizeContentsPrecision(_ROWS_SHOWN)
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.activated.connect(self._open_record)
        CopyRows(self._table)
        return self._table

    def _build_foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(8)
        self._all = self._button("open_list", self._open_list, row)
        self._all.setProperty("role", "link")
        row.addStretch(1)
        self._restore = self._button("restore", self._restore_records, row, "恢复计算")
        self._overrule = self._button("overrule", self._ask_overrule, row, "改数…")
        return foot

    def _button(self, name: str, act: object, row: QHBoxLayout, label: str = "") -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.clicked.connect(act)
        row.addWidget(button)
        return button

    @Slot(object)
    def _show(self, behind: Behind) -> None:
        self._behind = behind
        self._value.setText(behind.value)
        self._title.setText(behind.title)
        self.setAccessibleName(f"{behind.title}　{behind.value}")
        for label, text in (
            (self._definition, behind.definition),
            (self._comparison, behind.comparison),
            (self._remark, behind.remark),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._restore.setVisible(behind.quote.override is not None)
        self._all.setText(f"共 {len(behind.ids)} 条，打开列表")
        self._all.setAccessibleName(self._all.text())
        self._fill(behind.register, behind.ids)
        self._stand()
        self.show()
        self.raise_()
        self.setFocus()

    def _fill(self, register: Register | None, ids: tuple[int, ...]) -> None:
        before = self._table.model()
        self._table.setVisible(register is not None and bool(ids))
        if register is None:
            return
        model = TableModel(register, self._table)
        model.set_ids(ids)
        self._table.setModel(model)
        if before is not None:
            before.deleteLater()
        for section in range(model.columnCount()):
            self._table.setColumnHidden(section, section >= _COLUMNS)
        self._table.resizeColumnsToContents()
        shown = min(len(ids), _ROWS_SHOWN)
        self._table.setFixedHeight(self._table.horizontalHeader().sizeHint().height() + shown * _ROW + 2)
        if ids:
            self._table.selectRow(0)

    def _stand(self) -> None:
        """Stand below the figure, or above where there is no room below, within the window."""
        parent = self._ground
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        corner = parent.mapFromGlobal(self._place.bottomLeft()) + QPoint(-24, 8)
        if corner.y() + self.height() > parent.height() - 8:
            corner.setY(parent.mapFromGlobal(self._place.topLeft()).y() - self.height() - 8)
        self.move(within(QRect(corner, self.size()), parent.rect().adjusted(8, 8, -8, -8)))

    @Slot(QModelIndex)
    def _open_record(self, index: QModelIndex) -> None:
        if self._behind is not None and self._behind.register is not None:
            self.record_chosen.emit(self._behind.register.key, self._behind.ids[index.row()])

    @Slot()
    def _open_list(self) -> None:
        if self._behind is not None:
            self.list_chosen.emit(self._behind.quote)

    @Slot()
    def _ask_overrule(self) -> None:
        if self._behind is not None:
            self.overrule_chosen.emit(self._behind.quote)

    @Slot()
    def _restore_records(self) -> None:
        if self._behind is not None:
            self.restore_chosen.emit(self._behind.quote)

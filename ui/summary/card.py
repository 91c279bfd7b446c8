"""The card that opens on a figure of the report: what it is, its records, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.figures.figure import Figure
from app.statistics.opened import Opened
from app.summary.behind import open_quote
from app.summary.quoted import Quoted
from ui.figures.explained import Explained
from ui.figures.record_list import RecordList
from ui.jobs import Jobs
from ui.look import theme
from ui.summary.picker import floating
from ui.widgets.card import Card
from ui.widgets.screen import within

_WIDTH = 470
_MOST_ROWS, _MOST_COLUMNS = 3, 4


class FigureCard(Card):
    """Explains one figure of the report.

    Signals:
        record_chosen(str, int): a person wants to see one of its records: register key, record id.
        list_chosen(Quoted): she wants to see all of them, or a term of a ratio.
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
        self.setGraphicsEffect(floating(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._jobs = jobs
        self._quote: Quoted | None = None
        self._opened: Opened | None = None
        self._place = QRect()
        self._build()
        self.hide()

    def open_for(self, quote: Quoted, place: QRect) -> None:
        """Open beside a figure, once what is behind it was read; `place` is where it stands on the screen."""
        self._place = place
        self._jobs.run(partial(_open, quote), self._show)

    @property
    def opened(self) -> Opened | None:
        """What the card says now; None while it is closed."""
        return self._opened if self.isVisible() else None

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
        self._explained = Explained(self)
        self._explained.figure_chosen.connect(self._open_term)
        close = QPushButton("✕", self)
        close.setAccessibleName("关闭")
        close.setProperty("role", "quiet")
        close.clicked.connect(self.put_away)
        self._explained.first.addWidget(close)
        self.records = RecordList(self, most_rows=_MOST_ROWS, most_columns=_MOST_COLUMNS)
        self.records.record_chosen.connect(self.record_chosen)
        for widget in (self._explained, self.records, self._build_foot()):
            self.column.addWidget(widget)

    def _build_foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(8)
        self._button("open_list", self._open_list, row, "打开列表").setProperty("role", "link")
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
    def _show(self, shown: tuple[Quoted, Opened]) -> None:
        self._quote, self._opened = shown
        self._explained.show_opened(self._opened)
        self.setAccessibleName(f"{self._opened.title}　{self._opened.value}")
        self._restore.setVisible(self._quote.override is not None)
        self.records.setVisible(self._opened.records is not None)
        self.records.show_records(self._opened.records)
        self._stand()
        self.show()
        self.raise_()
        self.setFocus()

    def _stand(self) -> None:
        """Stand below the figure, or above where there is no room below, within the window."""
        parent = self._ground
        self.setFixedWidth(theme.length(_WIDTH))
        self.adjustSize()
        corner = parent.mapFromGlobal(self._place.bottomLeft()) + QPoint(-24, 8)
        if corner.y() + self.height() > parent.height() - 8:
            corner.setY(parent.mapFromGlobal(self._place.topLeft()).y() - self.height() - 8)
        self.move(within(QRect(corner, self.size()), parent.rect().adjusted(8, 8, -8, -8)))

    @Slot(object)
    def _open_term(self, figure: Figure) -> None:
        if self._quote is not None:
            self.list_chosen.emit(Quoted(figure, self._quote.period))

    @Slot()
    def _open_list(self) -> None:
        self.list_chosen.emit(self._quote)

    @Slot()
    def _ask_overrule(self) -> None:
        self.overrule_chosen.emit(self._quote)

    @Slot()
    def _restore_records(self) -> None:
        self.restore_chosen.emit(self._quote)


def _open(quote: Quoted) -> tuple[Quoted, Opened]:
    return quote, open_quote(quote)

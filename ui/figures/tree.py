"""The list of figures on the left of the tab 统计."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from app.figures.figure import Fact, Figure
from app.figures.reading import Reading, with_unit
from app.statistics.overview import Group
from app.subject import FigureTopic
from ui.figures.tree_model import (
    CHANGE,
    FIGURE_ROLE,
    INK_ROLE,
    KIND,
    LAST,
    LIVE_ROLE,
    NAME,
    STATE,
    VALUE,
    Listed,
    TreeModel,
)
from ui.lists.chip_delegate import ChipDelegate
from ui.look import theme
from ui.widgets.empty_text import paint_empty_text

_ROW_HEIGHT = 34
_PAUSE_MS = 60  # what only passes by while somebody scrolls is not counted
_WIDTHS = {VALUE: 132, LAST: 112, CHANGE: 112, KIND: 68, STATE: 62}
_NAME_LEAST = 150
_YIELDING = (KIND, CHANGE, LAST)  # where room is short, first to last: the opened figure tells them as well
_WITH_LIVE = 44  # pixels that a live value beside the closed one takes for padding and its 现
Index = QModelIndex | QPersistentModelIndex


class FigureTree(QTreeView):
    """Figures by subject, their parts folded below them.

    Signals:
        chosen(Figure): a person went to a figure.
        parts_wanted(Figure): a figure is unfolded for the first time.
        seen(list[FigureTopic]): figures of these subjects are in sight.
        entered(): Enter was pressed on a line that has nothing to unfold.
    """

    chosen = Signal(object)
    entered = Signal()
    parts_wanted = Signal(object)
    seen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TreeModel(self)
        self._empty_text = ""
        self._subjects: Sequence[FigureTopic] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.setObjectName("figure_list")
        self.setAccessibleName("统计项")
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        headings = self.header()
        headings.setStretchLastSection(False)
        headings.setSectionsMovable(False)
        headings.setFixedHeight(theme.length(_ROW_HEIGHT))
        headings.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        headings.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        headings.setMinimumSectionSize(48)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.length(width))
        self._model.parts_wanted.connect(self.parts_wanted)
        self.selectionModel().currentRowChanged.connect(self._announce)
        for moved in (self.verticalScrollBar().valueChanged, self.expanded, self.collapsed):
            moved.connect(self._look_soon)

    def set_subjects(self, listed: Sequence[Listed]) -> None:
        """Show these figures; what was unfolded and chosen stays so, where it is still there."""
        unfolded = [
            figure.key for figure in self._model.figures() if self.isExpanded(self._model.index_of(figure))
        ]
        key = self.current_key()
        self._subjects = [one.subject for one in listed]
        self._model.set_subjects(listed)
        for row in range(self._model.rowCount()):
            self.expand(self._model.index(row, 0))
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self._fit()
        for unfolded_key in unfolded:
            self.expand(self._model.find(unfolded_key))
        if key:
            self.select_key(key)

    def set_counted(self, groups: Sequence[Group]) -> None:
        """Show what was counted of subjects."""
        self._model.set_counted(groups)
        self._fit()

    def _fit(self) -> None:
        """Give values and sentences the room that they need."""
        self.setColumnWidth(VALUE, self._value_width())
        self._fit_columns()
        for row in range(self._model.rowCount()):
            subject = self._model.index(row, 0)
            for place in range(self._model.rowCount(subject)):
                warns = self._model.node(self._model.index(place, 0, subject)).warns
                if warns != self.isFirstColumnSpanned(place, subject):
                    self.setFirstColumnSpanned(place, subject, warns)

    @Slot()
    def look(self) -> None:
        """Tell which subjects are in sight."""
        self.executeDelayedItemsLayout()
        rows, index = set[int](), self.indexAt(QPoint(0, 0))
        while index.isValid() and self.visualRect(index).top() < self.viewport().height():
            subject = index
            while subject.parent().isValid():
                subject = subject.parent()
            rows.add(subject.row())
            index = self.indexBelow(index)
        self.seen.emit([self._subjects[row] for row in sorted(rows)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        self._pause.start()

    def _fit_columns(self) -> None:
        """Show the columns that leave the names enough room."""
        values = self.columnWidth(VALUE)
        # Long live values take the room of the kind.
        hidden = {KIND} if values > theme.length(_WIDTHS[VALUE]) + _WITH_LIVE else set()
        if not self._model.is_closed():
            hidden.add(STATE)
        for column in _YIELDING:
            widths = {**{column: theme.length(width) for column, width in _WIDTHS.items()}, VALUE: values}
            shown = sum(width for other, width in widths.items() if other not in hidden)
            if theme.length(_NAME_LEAST) + shown > self.viewport().width():
                hidden.add(column)
        for column in (*_YIELDING, STATE):
            self.setColumnHidden(column, column in hidden)

    def _value_width(self) -> int:
        """Return the width of the values; more where live ones stand beside closed ones and need it."""
        both = [
            f"{with_unit(reading.figure, reading.value.text)}{reading.value.live}"
            for node in self._model.figures()
            if (reading := node.reading) is not None and reading.value.live is not None
        ]
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in both), default=0)
        return max(theme.length(_WIDTHS[VALUE]), widest + _WITH_LIVE)

    @Slot(object, object)
    def set_parts(self, figure: Figure, parts: Sequence[Reading]) -> None:
        """Put the parts of a figure below it."""
        self._model.set_parts(figure, parts)

    def set_empty_text(self, text: str) -> None:
        """Say what to do where there is nothing to show."""
        self._empty_text = text
        self.viewport().update()

    def current_key(self) -> str:
        """Return the key of the figure that is chosen; empty for none."""
        figure = self.currentIndex().data(FIGURE_ROLE)
        return figure.key if isinstance(figure, Figure) else ""

    def select_key(self, key: str) -> bool:
        """Go to a figure; False where it is not shown."""
        index = self._model.find(key)
        if index.isValid():
            self.executeDelayedItemsLayout()
            if not self.viewport().rect().contains(self.visualRect(index)):
                self.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)
            self.setCurrentIndex(index)
        return index.isValid()

    def select_first(self) -> None:
        """Go to the first figure that is a number."""
        for node in self._model.figures():
            if not isinstance(node.figure, Fact):
                self.select_key(node.key)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex().siblingAtColumn(NAME)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            if self._model.hasChildren(index):
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_empty_text(self, self._empty_text)

    @Slot(QModelIndex, QModelIndex)
    def _announce(self, current: QModelIndex, _previous: QModelIndex) -> None:
        figure = current.data(FIGURE_ROLE)
        if isinstance(figure, Figure):
            self.chosen.emit(figure)


class _Delegate(ChipDelegate):
    """Paints subjects as headings, changes in their tone, and beside a closed value the live one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme.length(_ROW_HEIGHT))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tone = index.data(INK_ROLE)
        is_subject = not index.parent().isValid()
        if is_subject:
            option.font.setBold(True)  # type: ignore[attr-defined]
        ink = theme.tone(tone)[0] if tone else None
        if index.column() in (LAST, KIND):
            ink = QColor(theme.colours().secondary)
        if ink is not None:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, ink)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        live = index.data(LIVE_ROLE)
        if live is None:
            super().paint(painter, option, index)
            return
        self._paint_ground(painter, option, index)
        self._paint_both(painter, option, str(index.data()), f"现 {live}")

    def _paint_both(self, painter: QPainter, option: QStyleOptionViewItem, closed: str, live: str) -> None:
        room: QRect = option.rect.adjusted(2, 0, -10, 0)  # type: ignore[attr-defined]
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        painter.setPen(theme.tone("warn")[0])
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, live)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(f"{live}  "))
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, closed)
        painter.restore()

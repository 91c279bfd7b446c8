"""How wide the columns of a list are: as their words ask, as the room allows, or as a person drew them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from app.fields import Shown
from app.register import Register
from ui import theme
from ui.table_model import TableModel

_SAMPLE = 40
_PADDING, _HEADING_PADDING = 24, 24
_MOST_CHARS = 24
_ELASTIC_MIN = 84


class ColumnWidths(QObject):
    """Gives the columns of a table their widths.

    Signals:
        drawn(): a person drew a column wider or narrower, or gave it back its own width.
    """

    drawn = Signal()

    def __init__(self, register: Register, table: QTableView, rows: TableModel) -> None:
        super().__init__(table)
        self._register = register
        self._table = table
        self._rows = rows
        self._widths: list[int] = []
        self._drawn: dict[str, int] = {}
        self._fitting = False
        headings = table.horizontalHeader()
        headings.sectionResized.connect(self._keep)
        headings.sectionHandleDoubleClicked.connect(self._give_back)

    @property
    def by_hand(self) -> dict[str, int]:
        """The widths that a person drew, by the names of the columns, as at the usual size of text."""
        return dict(self._drawn)

    def set_by_hand(self, widths: Mapping[str, int]) -> None:
        """Give columns the widths that a person drew earlier."""
        self._drawn = dict(widths)
        self.use_the_room()

    def measure_again(self) -> None:
        """Forget what the columns asked for: the next rows are others."""
        self._widths = []

    def measure(self) -> None:
        """Give each column the width of its heading and of a sample of its values, once."""
        if not self._widths:
            self._table.ensurePolished()
            if self._rows.rowCount():
                self._widths = [self._needed(section) for section in range(self._rows.columnCount())]
            self.use_the_room()

    def use_the_room(self) -> None:
        """Let the widest column of words take what is left; where nothing is, the widest ones give way.

        What a record is called gives way last, what a person drew not at all.
        """
        sections = range(self._rows.columnCount())
        widths = list(self._widths) or [self._heading_width(section) for section in sections]
        least = [
            min(widths[section], max(theme.length(_ELASTIC_MIN), self._heading_width(section)))
            for section in sections
        ]
        free = [section for section in sections if self._column(section).name not in self._drawn]
        for section in sections:
            if (drawn := self._drawn.get(self._column(section).name)) is not None:
                widths[section] = theme.length(drawn)
        spare = self._table.viewport().width() - sum(widths)
        words = [section for section in free if self._column(section).elastic]
        if spare > 0 and free:
            widths[max(words, key=widths.__getitem__, default=free[-1])] += spare
        names = [field.name for field in self._register.record.naming]
        called = [section for section in words if self._column(section).name in names]
        for giving in ([section for section in words if section not in called], called):
            while spare < 0 and (wide := [section for section in giving if widths[section] > least[section]]):
                widths[max(wide, key=widths.__getitem__)] -= 1
                spare += 1
        self._fitting = True
        for section, width in enumerate(widths):
            self._table.setColumnWidth(section, width)
        self._fitting = False

    def _column(self, section: int) -> Shown:
        return self._rows.column(section)

    def _needed(self, section: int) -> int:
        shown, metrics = self._column(section), self._table.fontMetrics()
        last = min(self._rows.rowCount(), _SAMPLE)
        texts = [str(self._rows.index(row, section).data() or "") for row in range(last)]
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        most = metrics.horizontalAdvance("0" * max(shown.chars, _MOST_CHARS))
        return max(self._heading_width(section), min(longest, most) + theme.length(_PADDING))

    def _heading_width(self, section: int) -> int:
        bold = QFont(self._table.font())
        bold.setBold(True)
        text = str(self._rows.headerData(section, Qt.Orientation.Horizontal))
        return QFontMetrics(bold).horizontalAdvance(text) + theme.length(_HEADING_PADDING)

    @Slot(int, int, int)
    def _keep(self, section: int, _old: int, new: int) -> None:
        if not self._fitting and 0 <= section < self._rows.columnCount():
            self._drawn[self._column(section).name] = theme.usual_length(new)
            self.drawn.emit()

    @Slot(int)
    def _give_back(self, section: int) -> None:
        """Let a column be as wide as its words again."""
        self._drawn.pop(self._column(section).name, None)
        self.use_the_room()
        self.drawn.emit()

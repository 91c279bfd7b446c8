"""How wide the columns of a list are: as their words ask, as the room allows, or as a person drew them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from app.fields import Shown
from app.register import Register
from ui.lists.table_model import TableModel
from ui.look import theme

_SAMPLE = 40
_PADDING, _HEADING_PADDING = 24, 24
_MOST_CHARS = 24
_ELASTIC_MIN = 84
_NAME_MIN = 136  # what a record is called: others are hidden before it cannot be told from the next


class ColumnWidths(QObject):
    """Gives the columns of a table their widths.

    Signals:
        drawn(): a person drew a column wider or narrower, or gave it back its own width.
    """

    drawn = Signal()
    may_hide = False
    """Whether columns may be hidden where there is no room: a person must find elsewhere what they say."""

    def __init__(self, register: Register, table: QTableView, rows: TableModel) -> None:
        super().__init__(table)
        self._register = register
        self._table = table
        self._rows = rows
        self._widths: list[int] = []
        self._drawn: dict[str, int] = {}
        self._held: set[str] = set()
        self._has_room = False
        self._has_columns = True
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

    @property
    def hidden(self) -> frozenset[str]:
        """The columns for which there is no room now."""
        sections = range(self._rows.columnCount())
        return frozenset(self._column(one).name for one in sections if self._table.isColumnHidden(one))

    @property
    def held(self) -> frozenset[str]:
        """The columns that a person wants to see even where the list scrolls sideways for them."""
        return frozenset(self._held)

    def hold(self, names: Iterable[str]) -> None:
        """Hide these columns no more, however narrow the list is."""
        self._held = set(names)
        self.use_the_room()

    @contextmanager
    def new_columns(self) -> Iterator[None]:
        """Give no widths while other columns come: Qt resizes the table before it has counted them."""
        self._has_columns = False
        yield
        self._has_columns = True
        self.measure_again()

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

    def take_the_room(self) -> None:
        """The table was given its place in a window: from now on its width is the room there is."""
        self._has_room = True
        self.use_the_room()

    def use_the_room(self) -> None:
        """Let the widest column of words take what is left; where nothing is, the widest ones give way.

        What a record is called gives way last, what a person drew not at all. Where that is not enough,
        columns that a register shows by itself are hidden until there is room; those a person chose are not.
        """
        if not self._has_columns:
            return
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
        room = self._table.viewport().width()
        shown = self._fitting_in(room, widths, least)
        spare = room - sum(widths[section] for section in shown)
        words = [section for section in free if section in shown and self._column(section).elastic]
        if spare > 0 and (last := [section for section in free if section in shown][-1:]):
            widths[max(words, key=widths.__getitem__, default=last[0])] += spare
        names = self._register.record.naming
        called = [section for section in words if any(self._column(section) is field for field in names)]
        for giving in ([section for section in words if section not in called], called):
            while spare < 0 and (wide := [section for section in giving if widths[section] > least[section]]):
                widths[max(wide, key=widths.__getitem__)] -= 1
                spare += 1
        self._fitting = True
        for section, width in enumerate(widths):
            self._table.setColumnHidden(section, section not in shown)
            self._table.setColumnWidth(section, width)
        self._fitting = False

    def _fitting_in(self, room: int, widths: Sequence[int], least: Sequence[int]) -> list[int]:
        """Return the columns that there is room for: those a person wants, what a record is called, its
        state, and of the others one after the other as they stand.
        """
        sections = sorted(range(len(widths)), key=self._table.horizontalHeader().visualIndex)
        needs = [least[one] if self._gives_way(one) else widths[one] for one in range(len(widths))]
        for name in filter(self._is_name, range(len(widths))):
            needs[name] = max(needs[name], min(widths[name], theme.length(_NAME_MIN)))
        wanted = [section for section in sections if not self._may_be_hidden(section)]
        for section in sorted(sections, key=self._is_state, reverse=True):
            if section not in wanted and sum(needs[one] for one in (*wanted, section)) <= room:
                wanted.append(section)
        return sorted(wanted)

    def _may_be_hidden(self, section: int) -> bool:
        shown = self._column(section)
        is_chosen = shown.name in self._held or shown.name in self._drawn
        is_usual = any(shown is one for one in self._register.columns)
        return self.may_hide and self._has_room and is_usual and not is_chosen and not self._is_name(section)

    def _gives_way(self, section: int) -> bool:
        return self._column(section).elastic and self._column(section).name not in self._drawn

    def _is_name(self, section: int) -> bool:
        """Tell whether a column says what a record is called; where none does, it is the first of words."""
        columns = [self._column(one) for one in range(self._rows.columnCount())]
        called = [one for field in self._register.record.naming[:1] for one in columns if one is field]
        words = [one for one in columns if one.elastic]
        return any(self._column(section) is name for name in (called or words)[:1])

    def _is_state(self, section: int) -> bool:
        return self._column(section) is self._register.status

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

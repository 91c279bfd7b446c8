"""The columns of a sheet, a row each: what they hold, which field they fill, and how that was found."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.errors import Invalid
from app.exchange.mapping import COMPUTED
from app.exchange.session import ImportSession
from app.exchange.targets import Target
from ui.importing.field_picker import FieldPicker
from ui.look import theme
from ui.look.theme import show_sentence

_HEADINGS = ("表格中的列", "内容举例", "导入到", "怎样认出", "空格也覆盖")
HEADING, SAMPLES, FIELD, HOW, ERASING = range(len(_HEADINGS))
_WIDTHS = {HEADING: 170, FIELD: 200, HOW: 110, ERASING: 96}
_ROW_HEIGHT = 40
_SAMPLES = 3
_WITHIN = 200  # rows in which examples are looked for
_HOW = {
    "上次": ("记住的", "good"),
    "指定": ("指定", "info"),
    "相近": ("名称相近", "warn"),
    "内容": ("按内容", "warn"),
}


class ColumnsTable(QTableWidget):
    """Matches columns with fields, under the clerk's eyes.

    Signals:
        changed(): a column got another field.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: ImportSession | None = None
        self._columns: list[int] = []
        self.setObjectName("columns")
        self.setAccessibleName("各列对应的栏目")
        self.setColumnCount(len(_HEADINGS))
        self.setHorizontalHeaderLabels(_HEADINGS)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the boxes inside take the keys
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.length(_ROW_HEIGHT))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        headings = self.horizontalHeader()
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setSectionResizeMode(SAMPLES, QHeaderView.ResizeMode.Stretch)
        for section, width in _WIDTHS.items():
            self.setColumnWidth(section, theme.length(width))

    def show_columns(self, session: ImportSession) -> None:
        """Show the columns that have a name or a value; hidden ones only where they fill a field."""
        self._session = session
        self._columns = list(_worth_showing(session))
        self.setRowCount(0)
        self.setRowCount(len(self._columns))
        for row, column in enumerate(self._columns):
            name = session.columns.heading.whole[column] or "（没有名称）"
            self._write(row, HEADING, name)
            picker = FieldPicker(session.columns.targets, name, self)
            picker.setObjectName(f"field_{column}")
            picker.picked.connect(self._pick)
            self.setCellWidget(row, FIELD, _padded(picker))
            how = QLabel(self)
            how.setObjectName(f"how_{column}")
            how.setProperty("role", "chip")
            self.setCellWidget(row, HOW, _padded(how, stretch=True))
            erasing = QCheckBox(self)
            erasing.setObjectName(f"erase_{column}")
            erasing.setAccessibleName(f"“{name}”的空格也覆盖")
            erasing.toggled.connect(self._erase)
            self.setCellWidget(row, ERASING, _padded(erasing, stretch=True))
        self._reshow()

    def offer_erasing(self, on: bool) -> None:
        """Let empty cells erase values, where values are written over at all."""
        self.setColumnHidden(ERASING, not on)
        if not on and self._session is not None:
            self._session.columns.erasing.clear()
            self._reshow()

    def focus_first(self) -> None:
        """Put the cursor into the first column's box."""
        for _, picker in self._pickers():
            picker.setFocus()
            return

    def _pickers(self) -> Iterator[tuple[int, FieldPicker]]:
        for column in self._columns:
            picker = self.findChild(FieldPicker, f"field_{column}")
            if isinstance(picker, FieldPicker):
                yield column, picker

    @Slot()
    def _pick(self) -> None:
        picked = self.sender()
        for column, picker in self._pickers():
            if picker is picked and self._session is not None:
                self._session.columns.choose(column, picker.target)
        self._reshow()
        self.changed.emit()

    @Slot(bool)
    def _erase(self, on: bool) -> None:
        if self._session is not None:
            column = int(self.sender().objectName().removeprefix("erase_"))
            (self._session.columns.erasing.add if on else self._session.columns.erasing.discard)(column)

    def _reshow(self) -> None:
        """Show what each column fills now: a field that went to another column has left this one."""
        assert self._session is not None
        columns = self._session.columns
        for row, (column, picker) in enumerate(self._pickers()):
            target = columns.chosen.get(column)
            picker.show_target(target)
            self._write(row, SAMPLES, _samples(self._session, column, target))
            how = columns.how.get(column) if target is not None else None
            words, tone = _HOW.get(how or "", (how or "", "good"))
            if columns.is_computed(column):
                words, tone = "程序计算", "info"
            label = self.findChild(QLabel, f"how_{column}")
            assert isinstance(label, QLabel)
            show_sentence(label, words, tone)
            label.setToolTip(f"{COMPUTED}。" if columns.is_computed(column) else "")
            erasing = self.findChild(QCheckBox, f"erase_{column}")
            assert isinstance(erasing, QCheckBox)
            erasing.setEnabled(target is not None and target.is_own and target.field.derive is None)
            erasing.setChecked(column in columns.erasing)

    def _write(self, row: int, section: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        self.setItem(row, section, item)


def _worth_showing(session: ImportSession) -> Iterator[int]:
    columns = session.columns
    for column, name in enumerate(columns.heading.whole):
        if column in columns.chosen or (column not in columns.hidden and (name or _cells(session, column))):
            yield column


def _cells(session: ImportSession, column: int) -> list[str]:
    """Return the first different values of a column."""
    first = session.columns.heading.last
    rows = session.sheet.rows[first : first + _WITHIN]
    texts = (row[column].strip() for row in rows if column < len(row))
    return list(dict.fromkeys(text for text in texts if text))[:_SAMPLES]


def _samples(session: ImportSession, column: int, target: Target | None) -> str:
    return "　".join(screen_text(target, text) for text in _cells(session, column)).replace("\n", " ")


def screen_text(target: Target | None, text: str) -> str:
    """Write a cell as the screen may show it: a number that strangers must not read is hidden."""
    if target is None or not target.field.guarded:
        return text
    try:
        return target.field.mask(target.field.parse(text))
    except Invalid:
        return text


def _padded(widget: QWidget, *, stretch: bool = False) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(6, 2, 6, 2)
    if stretch:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
    else:
        row.addWidget(widget)
    return box

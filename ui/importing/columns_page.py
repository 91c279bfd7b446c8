"""The second step of an import: which column fills which field, and how rows are imported."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import Invalid
from app.exchange.missing import missing
from app.exchange.open_days import is_without_year, year_of
from app.exchange.owning import BY_NAME
from app.exchange.session import ImportSession
from app.fields import ReferenceField
from app.fields.problems import Block
from app.records.naming import names_units
from ui.forms.cell import Cell
from ui.importing.columns_table import ColumnsTable
from ui.look.theme import show_sentence
from ui.widgets.card import Card

_DUPLICATES = (("skip", "跳过，不改已有的记录"), ("fill", "只补空白的格"), ("update", "用表格更新"))
_SIDE_WIDTH = 300
_YEAR = re.compile("(19|20)[0-9]{2}")


class ColumnsPage(QWidget):
    """Shows the columns of a sheet, and asks what the sheet itself does not say.

    Signals:
        changed(): another field, value or way was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: ImportSession | None = None
        self._cells: list[Cell] = []
        self._texts: dict[str, str] = {}
        self._table = ColumnsTable(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Card(self, self._table), 1)
        row.addWidget(self._side())
        self._table.changed.connect(self._ask_missing)
        self._table.changed.connect(self._ask_year)
        self._table.changed.connect(self.changed)

    def show_session(self, session: ImportSession) -> None:
        """Show the columns of a sheet."""
        if session is not self._session:
            self._texts = {}
            self._propose_year(session)
        self._session = session
        self._table.show_columns(session)
        self._links.setVisible(_refers(session))
        self._ask_missing()
        self._ask_year()
        self._choose_way()

    def focus_first(self) -> None:
        """Put the cursor into the first column's box."""
        self._table.focus_first()

    def apply_options(self) -> bool:
        """Write the choices into the session's options; False while a value for all rows cannot be read."""
        assert self._session is not None
        options = self._session.options
        options.on_duplicate = self._duplicates.currentData()
        options.create_references = self._links.isChecked()
        options.incomplete = self._incomplete.isChecked()
        options.by_name = self._by_name.isChecked()
        self._note_texts()
        wrong = [cell for cell in self._cells if not _readable(cell, create=options.create_references)]
        texts = {cell.field.name: cell.editor.text() for cell in self._cells if cell not in wrong}
        options.given = {name: text for name, text in texts.items() if text}
        if wrong:
            wrong[0].editor.setFocus()
        return self._apply_year() and not wrong

    def _side(self) -> QScrollArea:
        inner = QWidget(self)
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(_heading("已有的记录", inner))
        self._duplicates = QComboBox(inner)
        self._duplicates.setObjectName("on_duplicate")
        self._duplicates.setAccessibleName("已有的记录")
        for key, label in _DUPLICATES:
            self._duplicates.addItem(label, key)
        self._duplicates.currentIndexChanged.connect(self._choose_way)
        column.addWidget(self._duplicates)
        self._links = QCheckBox("台账里没有的单位，先新建", inner)
        self._links.setObjectName("create_references")
        self._links.setToolTip("表中提到的企业、工会在台账里找不到时，只用名称新建，资料以后补")
        column.addWidget(self._links)
        self._missing = QWidget(inner)
        self._missing_column = QVBoxLayout(self._missing)
        self._missing_column.setContentsMargins(0, 8, 0, 0)
        self._missing_column.setSpacing(6)
        column.addWidget(self._missing)
        column.addWidget(self._year_box(inner))
        self._own = QLabel(inner)
        self._own.setObjectName("own")
        self._own.setProperty("role", "problem")
        self._own.setProperty("tone", "warn")
        self._own.setWordWrap(True)
        column.addWidget(self._own)
        self._incomplete = QCheckBox("资料不全也导入", inner)
        self._incomplete.setObjectName("incomplete")
        self._incomplete.setToolTip("缺少必填内容的记录先收下，以后用“资料不全”筛选出来补齐")
        column.addWidget(self._incomplete)
        self._by_name = QCheckBox(BY_NAME, inner)
        self._by_name.setObjectName("by_name")
        self._by_name.setToolTip("表中只有姓名、没有编号和证件号码时，没有同名的人就认作那一个人")
        column.addWidget(self._by_name)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_SIDE_WIDTH)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _year_box(self, parent: QWidget) -> QWidget:
        self._open_days = QWidget(parent)
        column = QVBoxLayout(self._open_days)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(_heading("没有写年份的日期，是哪一年", self._open_days))
        self._year = QLineEdit(self._open_days)
        self._year.setObjectName("year")
        self._year.setAccessibleName("没有写年份的日期是哪一年")
        self._year.setPlaceholderText("例如 2011")
        self._year.textEdited.connect(self._note_year)
        column.addWidget(self._year)
        self._year_message = QLabel(self._open_days)
        self._year_message.setObjectName("year_message")
        self._year_message.setProperty("role", "problem")
        self._year_message.setProperty("tone", "bad")
        self._year_message.setWordWrap(True)
        self._year_message.hide()
        column.addWidget(self._year_message)
        return self._open_days

    @Slot(str)
    def _note_year(self, text: str) -> None:
        """Take a year as soon as it is whole: what is left unfinished keeps it."""
        self._year_message.hide()
        if self._session is not None and _YEAR.fullmatch(text.strip()):
            self._session.options.year = int(text.strip())

    @Slot()
    def _ask_year(self) -> None:
        """Ask once for the year of days that are written without one."""
        assert self._session is not None
        self._open_days.setVisible(is_without_year(self._session.sheet, self._session.columns))

    def _propose_year(self, session: ImportSession) -> None:
        year = session.options.year or year_of(session.sheet, session.columns.heading)
        self._year.setText(str(year or ""))
        self._year_message.hide()

    def _apply_year(self) -> bool:
        """Write the year into the session's options; say beside it where it is none."""
        assert self._session is not None
        text = self._year.text().strip()
        is_year = not text or bool(_YEAR.fullmatch(text))
        if self._open_days.isHidden() or is_year:
            self._session.options.year = int(text) if text and not self._open_days.isHidden() else None
            return True
        show_sentence(self._year_message, "应填四位年份，例如 2011", "bad")
        self._year.setFocus()
        return False

    @Slot()
    def _choose_way(self) -> None:
        self._table.offer_erasing(self._duplicates.currentData() == "update")

    @Slot()
    def _ask_missing(self) -> None:
        """Ask once for the required values that no column has; what was typed stays."""
        assert self._session is not None
        self._note_texts()
        lacking = missing(self._session)
        naming = {field.name for field in self._session.register.record.naming}
        own = [field for field in lacking if field.name in naming]
        shared = [field for field in lacking if field.name not in naming]
        self._own.setText(f"表中没有“{'、'.join(field.label for field in own)}”，每条都不同，只能以后补。")
        self._own.setVisible(bool(own))
        if [cell.field.name for cell in self._cells] == [field.name for field in shared]:
            return
        self._cells = []
        while (item := self._missing_column.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._missing.setVisible(bool(shared))
        if shared:
            self._missing_column.addWidget(_heading("表中没有的必填栏目，每行都填", self._missing))
        for field in shared:
            box = QWidget(self._missing)
            cell = Cell(field, box, given=False, starred=True)
            cell.editor.set_text(self._texts.get(field.name, ""))
            box.setLayout(cell.column)
            cell.column.setContentsMargins(0, 0, 0, 0)
            self._missing_column.addWidget(box)
            self._cells.append(cell)

    def _note_texts(self) -> None:
        self._texts |= {cell.field.name: cell.editor.text() for cell in self._cells}


def _heading(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "heading")
    return label


def _refers(session: ImportSession) -> bool:
    """Tell whether rows name enterprises or unions that may not be there."""
    model = session.register.record
    return names_units(model) or any(
        isinstance(field, ReferenceField) for field in model.described().values()
    )


def _readable(cell: Cell, *, create: bool) -> bool:
    """Tell whether a value for all rows can be read, and say so beside it where not."""
    field = cell.field
    problems = []
    if not (create and isinstance(field, ReferenceField)):
        try:
            field.parse(cell.editor.text())  # type: ignore[union-attr]
        except Invalid as error:
            problems = [Block(field, str(error))]  # type: ignore[arg-type]
    cell.show_problems(problems)
    return not problems

"""The first step of an import: which file, which sheet, and where its heading stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from app.exchange import delimited, reading
from app.exchange.beside import sheets_told
from app.exchange.joining import sheets_as_one
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.exchange.side_by_side import lists_of
from app.register import Register
from ui import preferences
from ui.failures import explain_error
from ui.importing.sheet_table import SheetTable
from ui.jobs import Jobs
from ui.widgets.card import Card
from ui.widgets.file_drop import FileDrop

_BOOKS = "电子表格 (*.xlsx *.xls *.ods *.csv *.et *.xlsm *.xlsb *.txt *.tsv);;所有文件 (*)"


_WITHIN = 60  # rows among which the heading may be pointed out


@dataclass(frozen=True)
class Book:
    """A file that was read: its sheets, those seen first, and those of them that are taken, as one."""

    path: Path
    sheets: list[Sheet]
    sheet: Sheet

    @property
    def taken(self) -> list[str]:
        """Return the names of the sheets that are taken."""
        return [part.name for part in self.sheet.parts] or [self.sheet.name]


def read_book(register: Register, path: Path, names: Sequence[str] = ()) -> Book:
    """Read the sheets of these names, else those seen under one heading, as one; may raise Refused."""
    sheets = reading.read_sheets(path)
    chosen = sheets_as_one(register, path.name, sheets, names)
    named = [sheet for sheet in sheets if sheet.rows and sheet.name]
    return Book(path, sorted(named, key=lambda sheet: sheet.is_hidden), chosen)


class FilePage(QWidget):
    """Chooses what is read; `session` is the sheet on its way in, None until one could be read.

    Signals:
        read(): another sheet was read, or another row taken as its heading.
        message(str): why nothing could be read; empty takes it back.
    """

    read = Signal()
    message = Signal(str)

    def __init__(self, register: Register, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._jobs = jobs
        self.path: Path | None = None
        self.session: ImportSession | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._source_row())
        self._heading = self._heading_row()
        column.addWidget(self._heading)
        self._told = QLabel(self)
        self._told.setObjectName("sheets_told")
        self._told.setProperty("role", "secondary")
        self._told.setWordWrap(True)
        column.addWidget(self._told)
        self._table = SheetTable(self)
        column.addWidget(Card(self, self._table), 1)
        FileDrop(self).dropped.connect(self.open_book)
        FileDrop(self._table.viewport()).dropped.connect(self.open_book)
        self._forget()

    @Slot(object)
    def open_book(self, path: Path, names: Sequence[str] = ()) -> None:
        """Read a file on the worker, of several sheets the named ones; `read` or `message` follows."""
        preferences.remember_folder("import", path.parent)
        self.path = path
        self._forget()
        self._file.setText(f"正在读取 {path.name}…")
        self._jobs.run(partial(read_book, self._register, path, names), self._show_book, self._fail)

    @Slot()
    def paste(self) -> None:
        """Read the cells that lie on the clipboard; `read` or `message` follows."""
        self._forget()
        self.path = None
        try:
            block = QGuiApplication.clipboard().mimeData() or QMimeData()  # none where nothing was copied yet
            lists = lists_of(delimited.pasted(block.text(), block.html()))
            sheet = sheets_as_one(self._register, lists[0].title, lists)
        except Refused as refused:
            self._fail(refused)
            return
        self.take_pasted(sheet)

    @property
    def taken(self) -> list[str]:
        """Return the names of the sheets that are taken of the file."""
        return list(self._sheets.currentData() or [])

    def take_pasted(self, sheet: Sheet) -> None:
        """Read a sheet that was pasted once; `read` follows."""
        self._forget()
        self.path = None
        self._file.setText(sheet.title)
        self._take(sheet)

    def focus_first(self) -> None:
        """Put the cursor where a file is chosen."""
        self._choose_button.setFocus()

    def _source_row(self) -> QHBoxLayout:
        self._choose_button = self._button("choose_book", "选择表格…　Ctrl+O", self._choose, "Ctrl+O")
        paste = self._button("paste", "粘贴　Ctrl+V", self.paste, QKeySequence.StandardKey.Paste)
        self._file = QLabel(self)
        self._file.setObjectName("file")
        self._file.setProperty("role", "secondary")
        self._sheets = QComboBox(self)
        self._sheets.setObjectName("sheet_name")
        self._sheets.setAccessibleName("工作表")
        self._sheets.activated.connect(self._switch_sheet)
        self._several = QMenu(self)
        self._several.aboutToHide.connect(self._take_several)
        self._several_button = QPushButton("选几张", self)
        self._several_button.setObjectName("several_sheets")
        self._several_button.setAccessibleName("选几张工作表一起导入")
        self._several_button.setAutoDefault(False)
        self._several_button.setMenu(self._several)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._choose_button)
        row.addWidget(paste)
        row.addWidget(self._file, 1)
        row.addWidget(self._sheets)
        row.addWidget(self._several_button)
        return row

    def _button(self, name: str, label: str, clicked: object, key: object) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label.split("　", maxsplit=1)[0])
        button.setAutoDefault(False)
        button.clicked.connect(clicked)
        QShortcut(QKeySequence(key), self).activated.connect(clicked)  # type: ignore[call-overload]
        return button

    def _heading_row(self) -> QWidget:
        box = QWidget(self)
        self._number = QComboBox(box)
        self._number.setObjectName("heading_row")
        self._number.setAccessibleName("表头所在的行")
        self._number.currentIndexChanged.connect(self._move_heading)
        self._two_rows = QCheckBox("表头占两行", box)
        self._two_rows.setObjectName("two_rows")
        self._two_rows.toggled.connect(self._move_heading)
        self._summary = QLabel(box)
        self._summary.setObjectName("known")
        self._summary.setProperty("role", "secondary")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(QLabel("表头是", box))
        row.addWidget(self._number)
        row.addWidget(self._two_rows)
        row.addWidget(self._summary, 1)
        return box

    def _forget(self) -> None:
        self.session = None
        self._table.show_sheet(Sheet("", []), None)
        self._heading.hide()
        self._file.setText("选择一个表格文件，或把它拖到这里；也可以在 WPS、Excel 中复制（连同表头）后粘贴。")
        self._show_sheets([], [])
        self._told.hide()
        self.message.emit("")
        self.read.emit()

    @Slot(object)
    def _show_book(self, book: Book) -> None:
        if book.path != self.path:
            return
        self._file.setText(book.path.name)
        self._show_sheets(book.sheets, book.taken)
        self._take(book.sheet)

    def _show_sheets(self, sheets: Sequence[Sheet], taken: Sequence[str]) -> None:
        """Offer the sheets of a workbook, one by one and together."""
        self._sheets.clear()
        self._several.clear()
        for sheet in sheets:
            label = f"{sheet.name}（隐藏）" if sheet.is_hidden else sheet.name
            self._sheets.addItem(label, [sheet.name])
            action = self._several.addAction(label)
            action.setData(sheet.name)
            action.setCheckable(True)
            action.setChecked(sheet.name in taken)
        if len(taken) > 1:
            self._sheets.addItem(f"{len(taken)} 张一起：{'、'.join(taken)}", list(taken))
        self._sheets.setCurrentIndex(self._sheets.findData(list(taken)))
        for widget in (self._sheets, self._several_button):
            widget.setVisible(len(sheets) > 1)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._forget()
        if isinstance(error, Refused):
            self.message.emit(str(error))
        else:
            explain_error(error)

    def _take(self, sheet: Sheet) -> None:
        try:
            self.session = ImportSession.of(self._register, sheet)
        except Refused as refused:
            self.session = ImportSession.under(self._register, sheet, 1)
            self.message.emit(f"{refused}也可以在上面指明表头是第几行，下一步再逐列对应。")
        self.show_heading()

    @Slot()
    def _move_heading(self) -> None:
        if self.session is not None:
            self.message.emit("")
            self.session.use_heading(self._number.currentIndex() + 1, two_rows=self._two_rows.isChecked())
            self.show_heading()

    def show_heading(self) -> None:
        """Show where the heading of the sheet stands, as it was found or taken up again."""
        assert self.session is not None
        heading, sheet = self.session.columns.heading, self.session.sheet
        for widget in (self._number, self._two_rows):
            widget.blockSignals(True)
        self._number.clear()
        self._number.addItems([f"第 {number} 行" for number in range(1, min(len(sheet.rows), _WITHIN) + 1)])
        self._number.setCurrentIndex(heading.first - 1)
        self._two_rows.setChecked(heading.last > heading.first)
        for widget in (self._number, self._two_rows):
            widget.blockSignals(False)
        named = sum(1 for name in heading.names if name)
        rows = len(sheet.rows) - heading.last
        hidden = sum(row >= heading.last for row in sheet.hidden_rows)
        among = f"（隐藏或筛选掉的 {hidden:,} 行也在内）" if hidden else ""
        known = f"{named} 列中认出 {len(self.session.columns.chosen)} 列"
        self._summary.setText(f"下面有 {rows:,} 行{among}，{known}")
        self._told.setText("；".join(sheets_told(sheet)))
        self._told.setVisible(bool(self._told.text()))
        self._heading.show()
        self._table.show_sheet(sheet, heading)
        self.read.emit()

    @Slot()
    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "选择表格", preferences.folder("import"), _BOOKS)
        if name:
            self.open_book(Path(name))

    @Slot()
    def _switch_sheet(self) -> None:
        if self.path is not None:
            self.open_book(self.path, self._sheets.currentData())

    @Slot()
    def _take_several(self) -> None:
        """Read the sheets that are ticked, unless they are those that were read."""
        names = [action.data() for action in self._several.actions() if action.isChecked()]
        if self.path is not None and names and names != self._sheets.currentData():
            self.open_book(self.path, names)

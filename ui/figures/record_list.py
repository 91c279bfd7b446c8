"""The records behind a number, as their register lists them; each opens in its own tab."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.statistics.opened import RecordSet, place_of
from ui.lists.table import RecordTable, row_height


class RecordList(QFrame):
    """A table that changes its columns with the kind of record.

    A short one, on a card, has room for `most_rows` and for the first `most_columns` of the register.

    Signals:
        record_chosen(str, int): a person double-clicked a record, or pressed Enter on it.
    """

    record_chosen = Signal(str, int)

    def __init__(
        self, parent: QWidget | None = None, *, most_rows: int | None = None, most_columns: int | None = None
    ) -> None:
        super().__init__(parent)
        self._most_rows, self._most_columns = most_rows, most_columns
        self._records: RecordSet | None = None
        self.table: RecordTable | None = None
        self._count = QLabel(self)
        self._count.setObjectName("found")
        self._count.setProperty("role", "secondary")
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._count)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._column.addWidget(foot)

    def show_records(self, records: RecordSet | None) -> None:
        """List these records; nothing where no register keeps them."""
        if records is None:
            self._drop()
            self._count.setText("")
            return
        if self.table is None or self._records is None or self._records.register is not records.register:
            self._drop()
            self._make(records)
        self._records = records
        assert self.table is not None
        self.table.show_ids(records.criteria, records.ids)
        self.table.scrollToTop()
        if self._most_rows is not None:
            self._shorten(self.table, min(len(records.ids), self._most_rows))
        count = f"共 <b>{len(records.ids):,}</b> 条{records.register.title}"
        self._count.setText(f"{count}&emsp;双击或按 Enter 打开" if records.ids else count)

    @Slot()
    def enter(self) -> None:
        """Go to the first record with the keyboard."""
        if self.table is not None:
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)

    def _make(self, records: RecordSet) -> None:
        without = records.register.columns[self._most_columns :] if self._most_columns is not None else ()
        self.table = RecordTable(records.register, self, without=without)
        self.table.widths.may_hide = True  # a record opens in its own tab, which shows all of it
        self.table.set_empty_text("没有相关记录")
        self.table.activated.connect(self._open)
        self._column.takeAt(0)
        self._column.insertWidget(0, self.table, 1)

    def _shorten(self, table: RecordTable, rows: int) -> None:
        """Leave room for so many rows below the headings, and go to the first of them."""
        table.setFixedHeight((rows + 1) * row_height() + 2)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVisible(rows > 0)
        table.selectRow(0)

    def _drop(self) -> None:
        if self.table is not None:
            self._column.removeWidget(self.table)
            self._column.insertStretch(0, 1)
            self.table.hide()
            self.table.setObjectName("")
            self.table.deleteLater()
            self.table = None
        self._records = None

    @Slot(int)
    def _open(self, record_id: int) -> None:
        place = place_of(self._records.register, record_id) if self._records is not None else None
        if place is not None:
            self.record_chosen.emit(*place)

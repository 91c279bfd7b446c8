"""The rows that belong to a record, as a tab of its panel: a small list over a small form."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import listing
from app.errors import Refused
from app.keeping import keeping
from app.listing import Criteria
from app.records.base import Record
from app.register import Child
from ui.binning import to_bin
from ui.dialogs.new_record import NewRecordDialog
from ui.icons import icon
from ui.record_form import RecordForm
from ui.table import ROW_HEIGHT, RecordTable
from ui.theme import mark

_ROWS_IN_SIGHT = 4


class ChildPage(QWidget):
    """Lists and edits the rows of one owner.

    Signals:
        changed(str): a row was saved or binned; the key of the rows' register.
    """

    changed = Signal(str)

    def __init__(self, child: Child, parent: QWidget) -> None:
        super().__init__(parent)
        self._child = child
        self._register = child.register
        self._owner: Record | None = None
        self.setObjectName(child.register.key)
        self._hint = QLabel(self)
        self._new = self._button("new", f"添加{self._register.title}")
        self._save = self._button("save", f"保存{self._register.title}")
        self._revert = self._button("revert", "撤销")
        self._delete = self._button("delete", "删除")
        self._restore = self._button("restore", "恢复刚删除的")
        self._binned: list[int] = []
        self._table = RecordTable(self._register, self, without=(child.owner, *child.without))
        self._form: RecordForm | None = None  # made for the first row that is opened
        self._build()
        self._wire()
        self.show_owner(None)

    @property
    def title(self) -> str:
        """The title of the tab, with the number of rows."""
        count = self._count()
        return f"{self._register.title} {count}" if count else self._register.title

    def show_owner(self, owner: Record | None) -> None:
        """Show the rows of a record; none can be added before it is saved."""
        self._owner = owner
        ready = owner is not None and owner.id is not None
        self._new.setEnabled(ready)
        self._offer_restoring([])
        self._hint.setText("" if ready else f"请先保存，再添加{self._register.title}。")
        self._hint.setVisible(not ready)
        self._table.set_empty_text(f"还没有{self._register.title}" if ready else "")
        if ready:
            self._table.set_criteria(self._criteria())
        else:
            self._table.show_ids(self._criteria(), ())
        self._fit_table()
        self._table.select_id(None)
        self._show_form(None)

    def is_dirty(self) -> bool:
        """Tell whether a row holds text that was not saved."""
        return self._form is not None and self._form.isVisibleTo(self) and self._form.is_dirty()

    @Slot()
    def save(self) -> bool:
        """Keep the row in the form; False when something stands against it."""
        saved = self._made_form().save()
        if saved is None:
            return False
        self._table.reload()
        self._fit_table()
        self._table.select_id(saved.id)
        self._show_form(saved)
        self.changed.emit(self._register.key)
        return True

    @Slot()
    def revert(self) -> None:
        """Take back what was typed and not saved."""
        record = self._row()
        self._show_form(record if record is not None and record.id is not None else None)

    def _build(self) -> None:
        self._hint.setProperty("role", "secondary")
        self._new.setIcon(icon("plus"))
        mark(self._delete, role="danger")
        mark(self._restore, role="link")
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 16, 6)
        head.addWidget(self._new)
        head.addWidget(self._hint)
        head.addWidget(self._restore)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 6)
        foot.setSpacing(8)
        for button in (self._save, self._revert, self._delete):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._table)
        column.addLayout(foot)
        column.addStretch(0)
        self._column = column

    def _wire(self) -> None:
        self._new.clicked.connect(self.begin)
        self._save.clicked.connect(self.save)
        self._revert.clicked.connect(self.revert)
        self._delete.clicked.connect(self._bin)
        self._restore.clicked.connect(self._restore_binned)
        self._table.selected.connect(self._go)

    def _button(self, name: str, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        return button

    def _criteria(self) -> Criteria:
        owner = self._owner.id if self._owner is not None and self._owner.id is not None else 0
        return Criteria(owner=owner, owner_field=self._child.owner.name)

    def _count(self) -> int:
        return listing.count(self._register, self._criteria())

    def _fit_table(self) -> None:
        """Leave the form as much room as a few rows allow; where there is little, a row is enough."""
        rows = min(max(self._table.model().rowCount(), 2), _ROWS_IN_SIGHT)
        bar = self._table.horizontalScrollBar().sizeHint().height()
        self._table.setMinimumHeight(2 * ROW_HEIGHT)
        self._table.setMaximumHeight(ROW_HEIGHT * (rows + 1) + bar)

    def _made_form(self) -> RecordForm:
        """Return the form, made when it is first needed: most records are looked at without their rows'."""
        if self._form is None:
            self._form = RecordForm(
                self._register, self, make=NewRecordDialog.ask, owner=self._child.owner.name
            )
            self._column.insertWidget(self._column.indexOf(self._table) + 1, self._form, 1)
            self._form.edited.connect(self._enable)
        return self._form

    def _row(self) -> Record | None:
        """Return the row that the form shows."""
        return None if self._form is None else self._form.record

    def _show_form(self, record: Record | None) -> None:
        for button in (self._save, self._revert, self._delete):
            button.setVisible(record is not None)
        if record is not None:
            form = self._made_form()
            form.setVisible(True)
            form.load(record)
        elif self._form is not None:
            self._form.setVisible(False)
            self._form.leave_draft()
        self._enable()

    @Slot()
    def _enable(self) -> None:
        record, dirty = self._row(), self._form is not None and self._form.is_dirty()
        self._revert.setEnabled(dirty or (record is not None and record.id is None))
        self._delete.setEnabled(not dirty and record is not None and record.id is not None)

    @Slot()
    def begin(self) -> None:
        """Begin a row of the owner on show, once that is saved."""
        if not self._new.isEnabled():
            return
        if self.is_dirty() and not self.save():
            return
        self._table.select_id(None)
        self._show_form(keeping.new(self._register, **{self._child.owner.name: self._owner}))
        self._made_form().focus_first()

    @Slot(int)
    def _go(self, record_id: int) -> None:
        record = self._row()
        if self.is_dirty() and not self.save():
            self._table.select_id(record.id if record is not None else None)
            return
        if self._table.current_id() != record_id:  # else what is selected beside it would be let go
            self._table.select_id(record_id)
        self._show_form(listing.rows(self._register, [record_id]).get(record_id))

    @Slot()
    def _bin(self) -> None:
        record = self._row()
        if record is None or record.id is None:
            return
        try:
            binned = to_bin(self, self._register, record, self._table.selected_ids())
        except Refused as error:
            self._made_form().show_message(str(error))
            return
        if not binned:
            return
        self._reread()
        self._offer_restoring(binned)
        self.changed.emit(self._register.key)

    @Slot()
    def _restore_binned(self) -> None:
        if self.is_dirty() and not self.save():
            return
        try:
            keeping.restore(self._register, self._binned)
        except Refused as error:
            self._hint.setText(str(error))
            self._hint.show()
            return
        self._reread()
        self._offer_restoring([])
        self.changed.emit(self._register.key)

    def _reread(self) -> None:
        self._table.reload()
        self._fit_table()
        self._show_form(None)

    def _offer_restoring(self, ids: list[int]) -> None:
        """Offer to take back what was just deleted: the rows of a record have no list of the recycle bin."""
        self._binned = ids
        self._hint.setText(f"已删除 {len(ids)} {self._register.unit}" if ids else "")
        self._hint.setVisible(bool(ids))
        self._restore.setVisible(bool(ids))

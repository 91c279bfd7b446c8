"""The rows that belong to a record, as a page of its panel or in the form of a new one."""

from __future__ import annotations

import json

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import listing
from app.errors import Refused
from app.fields.problems import blocks
from app.keeping import again, keeping, with_rows
from app.keeping.with_rows import NewRow, RowBlocked
from app.listing import Criteria
from app.records.base import Record
from app.register import Child
from ui.dialogs.new_record import NewRecordDialog
from ui.forms.record_form import RecordForm
from ui.lists.table import RecordTable, row_height
from ui.look.icons import icon
from ui.look.theme import mark
from ui.panel.binning import to_bin
from ui.widgets.focus_order import lead_through

_HEAD, _HEAD_IN_FORM = (16, 6, 16, 6), (0, 0, 0, 6)  # pixels around the head
_AROUND_PAGE = 4  # pixels: the frame of a scroll area


class ChildPage(QWidget):
    """Lists and edits the rows of one owner; those of an owner that is not saved yet wait for it.

    Signals:
        changed(str): a row was saved or binned; the key of the rows' register.
        edited(): a row was typed, opened or closed, or waits for its owner.
    """

    changed = Signal(str)
    edited = Signal()

    def __init__(self, child: Child, parent: QWidget) -> None:
        super().__init__(parent)
        self._child = child
        self._register = child.register
        self._owner: Record | None = None
        self.setObjectName(child.register.key)
        self._hint = QLabel(self)
        self._new = self._button("new", f"添加{self._register.title}")
        self._delete = self._button("delete", f"删除这条{self._register.title}")
        self._restore = self._button("restore", "恢复刚删除的")
        self._binned: list[int] = []
        self._waiting: list[Record] = []
        self.in_form = False
        self._made_table: RecordTable | None = None
        self._is_read = False
        self._unread = 0  # rows that are not read yet: the page is out of sight
        self._form: RecordForm | None = None  # made for the first row that is opened
        self._build()
        self._wire()
        self.hide()  # until it is turned to
        self.show_owner(None)

    @property
    def title(self) -> str:
        """The title of the tab, with the number of rows."""
        count = self._count()
        return f"{self._register.title} {count}" if count else self._register.title

    @property
    def listed_names(self) -> list[str]:
        """The names of the owner's fields that list the rows."""
        return [listed.field.name for listed in self._child.listed]

    def show_owner(self, owner: Record | None) -> None:
        """Show the rows of a record; those that waited for another are given up."""
        self._owner = owner
        self._waiting = []
        self._new.setEnabled(owner is not None)
        self._offer_restoring([])
        self._is_read = False
        if not self.isHidden():
            self._read()
        else:
            self._unread = listing.count(self._register, self._criteria()) if self._is_owner_saved() else 0
        self._show_form(None)

    def setVisible(self, visible: bool) -> None:
        if visible and not self._is_read:
            self._read()
        super().setVisible(visible)

    def stand_in_form(self, on: bool) -> None:
        """Be a part of the owner's form, which scrolls, or a page that takes the height there is."""
        self.in_form = on
        self._head.setContentsMargins(*(_HEAD_IN_FORM if on else _HEAD))
        self._fit_form()

    def is_dirty(self) -> bool:
        """Tell whether a row holds text that was not saved, or waits for its owner."""
        return bool(self._waiting) or self.is_typed_in()

    def is_typed_in(self) -> bool:
        """Tell whether the row in the form holds text that was not saved."""
        return self._shows_row() and self._made_form().is_dirty()

    def can_revert(self) -> bool:
        """Tell whether there is something to take back: text, or a row just begun."""
        record = self._row() if self._shows_row() else None
        return record is not None and (
            self.is_typed_in() or (record.id is None and record not in self._waiting)
        )

    def new_rows(self) -> list[NewRow]:
        """Return the rows that wait for their owner."""
        return [NewRow(self._child, row) for row in self._waiting]

    def show_refused(self, refused: RowBlocked) -> None:
        """Show the row that forbids saving its owner, and what is wrong with it."""
        if refused.row.record in self._waiting:
            self._go(-1 - self._waiting.index(refused.row.record))
            form = self._made_form()
            form.show_problems(refused.problems)
            form.focus_first_problem()

    def kept(self) -> str:
        """Write the rows that wait, for a draft of their owner; empty where none do."""
        rows = [with_rows.texts_of(self._child, row) for row in self._waiting]
        return json.dumps(rows, ensure_ascii=False) if rows else ""

    def take_kept(self, text: str) -> None:
        """Let rows wait again that a draft kept."""
        if self._owner is not None:
            self._waiting += [with_rows.row_of(self._child, self._owner, texts) for texts in json.loads(text)]
            self._show_waiting()
            self.edited.emit()

    def _read(self) -> None:
        """Show the rows of the owner; those that nobody looks at are counted alone."""
        self._is_read = True
        table = self._table
        table.set_empty_text(f"还没有{self._register.title}" if self._owner is not None else "")
        if self._is_owner_saved():
            table.set_criteria(self._criteria())
        else:
            table.show_ids(self._criteria(), ())
            table.show_rows(self._waiting)
        self._fit_table()
        table.select_id(None)

    @property
    def _table(self) -> RecordTable:
        """The list of the rows, made when they are first looked at."""
        if self._made_table is None:
            child = self._child
            self._made_table = table = RecordTable(
                self._register, self, without=(child.owner, *child.without)
            )
            table.widths.may_hide = True  # the form of a row shows all of it
            table.selected.connect(self._go)
            self._column.insertWidget(1, table, 1)
            QWidget.setTabOrder(self._restore, table)
        return self._made_table

    def _is_owner_saved(self) -> bool:
        return self._owner is not None and self._owner.id is not None

    def _shows_row(self) -> bool:
        return self._form is not None and self._form.isVisibleTo(self)

    def _wait(self) -> bool:
        """Let the row in the form wait for its owner; False when something stands against it."""
        form = self._made_form()
        typed, problems = form.as_typed()
        if blocks(problems):
            form.focus_first_problem()
            return False
        before = self._row()
        if before in self._waiting:
            self._waiting[self._waiting.index(before)] = typed
        else:
            self._waiting.append(typed)
        self._show_waiting()
        self._show_form(None)
        self.edited.emit()
        return True

    def _show_waiting(self) -> None:
        self._table.show_rows(self._waiting)
        self._fit_table()

    @Slot()
    def save(self) -> bool:
        """Keep the row in the form; False when something stands against it."""
        if not self._is_owner_saved():
            return self._wait()
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
        is_kept = record is not None and (record.id is not None or record in self._waiting)
        self._show_form(record if is_kept else None)

    def _build(self) -> None:
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)  # it may say why something was refused
        self._new.setIcon(icon("plus"))
        mark(self._delete, role="danger")
        mark(self._restore, role="link")
        self._head = head = QHBoxLayout()
        head.setContentsMargins(*_HEAD)
        head.addWidget(self._new)
        head.addWidget(self._hint)
        head.addWidget(self._restore)
        head.addStretch(1)
        head.addWidget(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addStretch(0)
        self._column = column

    def _wire(self) -> None:
        self._new.clicked.connect(self.begin)
        self._delete.clicked.connect(self._bin)
        self._restore.clicked.connect(self._restore_binned)

    def _button(self, name: str, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        return button

    def _criteria(self) -> Criteria:
        owner = self._owner.id if self._owner is not None and self._owner.id is not None else 0
        return Criteria(owner=owner, owner_field=self._child.owner.name)

    def _count(self) -> int:
        if not self._is_owner_saved():
            return len(self._waiting)
        return self._table.model().rowCount() if self._is_read else self._unread

    def _fit_table(self) -> None:
        """Take the height that the rows need, beside a form half of what there is, and a row at least."""
        rows = max(self._table.model().rowCount(), 2)
        bar = self._table.horizontalScrollBar().sizeHint().height()
        self._table.setMinimumHeight(2 * row_height())
        self._table.setMaximumHeight(row_height() * (rows + 1) + bar)

    def _made_form(self) -> RecordForm:
        """Return the form, made when it is first needed: most records are looked at without their rows'."""
        if self._form is None:
            self._form = RecordForm(
                self._register, self, make=NewRecordDialog.ask, owner=self._child.owner.name
            )
            self._column.insertWidget(self._column.indexOf(self._table) + 1, self._form, 1)
            self._form.edited.connect(self._enable)
            self._form.checked.connect(self._fit_form)
            lead_through(self._table, self._form)
            self._fit_form()
        return self._form

    @Slot()
    def _fit_form(self) -> None:
        """Within the owner's form, that scrolls: the whole form of a row is in sight there."""
        if self._form is not None:
            page = self._form.page.widget()
            self._form.setMinimumHeight(page.sizeHint().height() + _AROUND_PAGE if self.in_form else 0)

    def _row(self) -> Record | None:
        """Return the row that the form shows."""
        return None if self._form is None else self._form.record

    def _show_form(self, record: Record | None) -> None:
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
        record = self._row()
        is_kept = record is not None and (record.id is not None or record in self._waiting)
        self._delete.setVisible(is_kept)
        self._delete.setEnabled(not self.is_typed_in())
        self.edited.emit()

    @Slot()
    def begin(self) -> None:
        """Begin a row of the owner on show."""
        if not self._new.isEnabled():
            return
        if self.is_typed_in() and not self.save():
            return
        self._table.select_id(None)
        stays = again.proposed(self._register)
        self._show_form(keeping.new(self._register, **{**stays, self._child.owner.name: self._owner}))
        self._made_form().focus_first()

    @Slot(int)
    def _go(self, record_id: int) -> None:
        record = self._row()
        if self.is_typed_in() and not self.save():
            self._table.select_id(self._number_of(record))
            return
        if self._table.current_id() != record_id:  # else what is selected beside it would be let go
            self._table.select_id(record_id)
        if record_id < 0:
            self._show_form(self._waiting[-1 - record_id])
        else:
            self._show_form(listing.rows(self._register, [record_id]).get(record_id))

    def _number_of(self, record: Record | None) -> int | None:
        """Return the number under which the list has a row; one that waits has a negative one."""
        if record in self._waiting:
            return -1 - self._waiting.index(record)
        return None if record is None else record.id

    @Slot()
    def _bin(self) -> None:
        record = self._row()
        if record in self._waiting:
            self._waiting.remove(record)
            self._show_waiting()
            self._show_form(None)
            return
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
        if self.is_typed_in() and not self.save():
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

"""One field changed in many records at once, each shown before as it is and as it will be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import listing
from app.fields import Described, text_of
from app.fields.problems import Block, blocks
from app.keeping import keeping, one_field
from app.register import Register, Section
from ui.dialogs.many import ManyDialog
from ui.dialogs.new_record import NewRecordDialog
from ui.forms.form import Form
from ui.jobs import Jobs
from ui.look import theme

_MOST_SHOWN = 200
_WIDEST = 260  # pixels of a column
_HEADINGS = ("", "现在", "改为")
_CLEARED = "（清空）"


class ChangeManyDialog(ManyDialog):
    """Asks which field is to be what, says whom it concerns, and changes them in one step."""

    about = "list"

    def __init__(self, window: QWidget, jobs: Jobs, register: Register, ids: Sequence[int]) -> None:
        super().__init__(f"修改{register.title}", window, jobs, register)
        self._ids = list(ids)
        self._fields = one_field.fields_of_many(register)
        self._differing: list[int] = []
        self._unread = False
        self._shown = listing.rows(register, self._ids[:_MOST_SHOWN])
        self.add_note(f"选中的：{listing.names(register, self._ids)}。")
        self._field = QComboBox(self)
        self._field.setObjectName("field")
        self._field.setAccessibleName("改哪一项")
        self._field.addItems([field.label for field in self._fields])
        label = QLabel("改哪一项", self)
        label.setProperty("role", "label")
        label.setBuddy(self._field)
        self.body.addWidget(label)
        self.body.addWidget(self._field)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self._form: Form | None = None
        self._count = self.add_note("")
        self._count.setObjectName("count")
        self._preview = self._make_preview()
        self.body.addWidget(self._preview, 1)
        self.add_act("修改")
        self._field.currentIndexChanged.connect(self._ask_value)
        self._ask_value()
        self.keep_drafts_of("修改")
        self.resize(theme.length(620), theme.length(560))

    @classmethod
    def ask(cls, window: QWidget, jobs: Jobs, register: Register, ids: Sequence[int], name: str = "") -> bool:
        """Ask and do it, a field of that `name` proposed; tell whether anything was changed."""
        dialog = cls(window, jobs, register, ids)
        dialog.choose(name)
        dialog.exec()
        return dialog.has_done

    def choose(self, name: str) -> None:
        """Propose a field; nothing happens where it cannot be changed so."""
        place = next((place for place, field in enumerate(self._fields) if field.name == name), None)
        if place is not None:
            self._field.setCurrentIndex(place)

    @property
    def field(self) -> Described:
        """The field that is chosen."""
        return self._fields[self._field.currentIndex()]

    @property
    def form(self) -> Form:
        """The form of the one field."""
        assert self._form is not None
        return self._form

    def accept(self) -> None:
        if self.outcome is not None:
            super().accept()
            return
        value, problems = self._read()
        if problems:
            self.form.show_problems(problems)
            self.form.focus_first_problem()
            return
        self.begin(self._differing, one_field.change_of(self._register, self.field), {self.field.name: value})

    def hide_questions(self) -> None:
        self.form.hide()
        self._preview.hide()

    def unsaved(self) -> dict[str, str]:
        return self.form.unsaved()

    def write_back(self, texts: Mapping[str, str]) -> None:
        """Choose the field that was, and write what was typed for it."""
        for name in texts:
            self.choose(name)
        self.form.write_back(texts)

    def _make_preview(self) -> QTableWidget:
        table = QTableWidget(0, len(_HEADINGS), self)
        table.setObjectName("preview")
        table.setAccessibleName("将要修改的记录")
        table.setHorizontalHeaderLabels([self._register.title, *_HEADINGS[1:]])
        table.horizontalHeader().setMaximumSectionSize(_WIDEST)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return table

    @Slot()
    def _ask_value(self) -> None:
        """Ask for the value of the field that was chosen."""
        if self._form is not None:
            self._place.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        required = {self.field.name} if self.field.required else set()
        self._form = Form((Section("", self.field),), self, required=required, make=NewRecordDialog.ask)
        record = keeping.new(self._register)
        record.__data__[self.field.name] = None
        self._form.load(record)
        self._form.edited.connect(self._look_ahead)
        self._form.edited.connect(self._drafts.touch)
        self._place.addWidget(self._form)
        self._look_ahead()

    def _read(self) -> tuple[object, list[Block]]:
        values, problems = self.form.read()
        value = values.get(self.field.name)
        if not problems and value in (None, "") and self.field.required:
            problems = [Block(self.field, f"请填写{self.field.label}")]
        return value, blocks(problems)

    @Slot()
    def _look_ahead(self) -> None:
        """Show who will be changed, from what to what."""
        value, problems = self._read()
        self._do.setEnabled(not problems)
        unit = self._register.unit
        if problems:
            self._differing = []
            self._count.setText("")
        else:
            self._differing = one_field.differing(self._register, self._ids, self.field, value)
            same = len(self._ids) - len(self._differing)
            words = f"将修改 {len(self._differing):,} {unit}"
            self._count.setText(f"{words}，{same:,} {unit}已是这个值。" if same else f"{words}。")
            self._do.setEnabled(bool(self._differing))
        shown = [record_id for record_id in self._differing if record_id in self._shown]
        self._preview.setRowCount(len(shown))
        after = self.field.format(value) or _CLEARED
        for row, record_id in enumerate(shown):
            record = self._shown[record_id]
            for column, text in enumerate((str(record), text_of(self.field, record), after)):
                self._preview.setItem(row, column, QTableWidgetItem(text))
        self._do.setText(f"修改 {len(self._differing):,} {unit}" if self._differing else "修改")

"""The form of any list of sections: labels, editors, and under each editor what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.fields import Shown
from app.fields.problems import Block, Problem
from app.keeping import keeping
from app.records.base import Record
from app.register import Section, register_of
from ui.editors import Editor
from ui.editors.attachments import AttachmentEditor
from ui.editors.offers import ReferenceEditor
from ui.forms.cell import Cell
from ui.forms.explaining import ExplainingWidget
from ui.forms.form_page import FormPage
from ui.forms.making import Make
from ui.forms.remedy import RemedyButton
from ui.look.theme import show_sentence
from ui.widgets.section_index import SectionIndex

SECTIONS_WITHOUT_INDEX = 3
_ROOM_FOR_INDEX = 160  # pixels of height; in less, the fields need them all


class Form(ExplainingWidget):
    """Shows a record's values as text, collects what was typed, and says what is wrong where.

    `given` names fields that nobody types here, such as a state that moves by steps only;
    `required` names fields that must be filled in here, whatever the record says. `make` lets the
    person write down a record that is to be referred to and is not there yet. `is_long` tells
    whether there are so many sections that an `index` stands above the `page`.

    Signals:
        edited(str): a person changed the text of the field of that name.
        remedied(): a record was saved without which there was a problem.
    """

    edited = Signal(str)
    remedied = Signal()

    def __init__(
        self,
        sections: Sequence[Section],
        parent: QWidget | None = None,
        *,
        given: Collection[str] = (),
        required: Collection[str] = (),
        make: Make | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._record: Record | None = None
        self._loaded: dict[str, str] = {}
        self.is_long = len(sections) > SECTIONS_WITHOUT_INDEX
        self.page = FormPage(sections, self, given=given, required=required, first_title=not self.is_long)
        self._cells = self.page.cells
        self._line = QLabel(self)
        self._build(sections)

    @property
    def record(self) -> Record | None:
        """The record on show; None while there is none."""
        return self._record

    def load(self, record: Record) -> None:
        """Show a record; whatever was typed before is gone."""
        self._record = record
        needed = self.needed_of(record)
        for name, cell in self._cells.items():
            cell.show_value(record)
            cell.show_star(record, needed=name in needed)
            self._loaded[name] = cell.editor.text()
        self.clear_problems()

    def renew(self, record: Record) -> None:
        """Show the same record as it is now, without losing what was typed into it."""
        typed = self.changed()
        self._record = record
        for name, cell in self._cells.items():
            if name in typed:
                self._loaded[name] = cell.field.format(getattr(record, name))
            else:
                cell.show_value(record)
                self._loaded[name] = cell.editor.text()

    def reset(self) -> None:
        """Show the record as it was loaded."""
        if self._record is not None:
            self.load(self._record)

    def texts(self) -> dict[str, str]:
        """Return what is written in each field that can be typed into, by name."""
        return {name: cell.editor.text() for name, cell in self._cells.items() if not cell.is_given}

    def is_dirty(self) -> bool:
        """Tell whether something is written that the record does not hold."""
        return bool(self.changed())

    def read(self) -> tuple[dict[str, Any], list[Problem]]:
        """Parse what was changed: values by name, and what could not be read.

        What nobody changed is not read again, so the record keeps it exactly as it is. What may not be
        empty and is shows what it is saved as.
        """
        for cell in self._cells.values():
            cell.refill()
        changed = self.changed()
        values = {name: value for name in changed if (value := self._held_value(name)) is not None}
        fields = [self._cells[name].field for name in changed if name not in values]
        parsed, problems = keeping.read(fields, {field.name: changed[field.name] for field in fields})
        return values | parsed, problems

    def set_value(self, name: str, value: object) -> None:
        """Write a value into a field as if it had been typed; the record stays as it is."""
        editor = self._cells[name].editor
        if isinstance(editor, ReferenceEditor) and isinstance(value, Record):
            editor.refer_to(value)
        else:
            self._cells[name].write(value)

    def unsaved(self) -> dict[str, str]:
        """Return what is typed and not saved as a draft keeps it, by name, small files among it."""
        return {
            name: kept
            for name, text in self.changed().items()
            if (kept := _kept_of(self._cells[name].editor, text)) is not None
        }

    def write_back(self, texts: Mapping[str, str]) -> None:
        """Write what a draft kept into the fields that are still there, as if it had been typed."""
        for name, text in texts.items():
            if name in self._cells and not self._cells[name].is_given:
                editor = self._cells[name].editor
                if isinstance(editor, AttachmentEditor):
                    editor.take_kept(text)
                else:
                    editor.set_text(text)
                self.edited.emit(name)

    def text(self, name: str) -> str:
        """Return what is written in one field."""
        return self._cells[name].editor.text()

    def field(self, name: str) -> Shown:
        """Return the field of that name."""
        return self._cells[name].field

    def is_typing_in(self, name: str) -> bool:
        """Tell whether the cursor is in a field."""
        return name in self._cells and self._cells[name].editor.hasFocus()

    def is_marked(self, name: str) -> bool:
        """Tell whether something is being said about a field."""
        return bool(self._cells[name].problem)

    def has(self, name: str) -> bool:
        """Tell whether the form shows a field of that name."""
        return name in self._cells

    def show_given(self, record: Record) -> None:
        """Show the computed values of a record that is being typed, and which fields it must have."""
        needed = self.needed_of(record)
        for name, cell in self._cells.items():
            if cell.is_given:
                cell.show_value(record)
            cell.show_star(record, needed=name in needed)

    def needed_of(self, record: Record) -> Collection[str]:
        """Return the fields that a record must have for another reason than its values."""
        return ()

    def is_given(self, name: str) -> bool:
        """Tell whether a field only shows its value."""
        return self._cells[name].is_given

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say under each field what is wrong with it; what concerns no field here is said at the foot."""
        by_field: dict[str, list[Problem]] = {}
        problems = list(problems)
        if self._remedy is not None:
            self._remedy.offer(problems)
        for problem in problems:
            by_field.setdefault(problem.field.name, []).append(problem)
        self.page.ask_for({name: True for name in by_field if name in self._cells})
        for name, cell in self._cells.items():
            cell.show_problems(by_field.pop(name, ()))
        loose = [problem for group in by_field.values() for problem in group]
        self.show_message(
            "\n".join(map(str, loose)),
            "bad" if any(isinstance(problem, Block) for problem in loose) else "warn",
        )

    def clear_problems(self) -> None:
        """Take all messages away."""
        self.show_problems(())

    def show_message(self, sentence: str, tone: str = "bad") -> None:
        """Say something about the whole record at the foot of the form; nothing when empty."""
        show_sentence(self._line, sentence, tone)

    def focus_first_problem(self) -> None:
        """Take the clerk to the first field that is wrong."""
        name = next((name for name, cell in self._cells.items() if cell.problem == "block"), None)
        if name is not None:
            self.focus_field(name)

    def focus_field(self, name: str) -> None:
        """Bring a field into sight and put the cursor in it."""
        self.page.ask_for({name: True})
        self.page.bring_into_sight(name)
        self._cells[name].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        """Put the cursor in the first field that can be typed into."""
        name = next((name for name, cell in self._cells.items() if not cell.is_given), None)
        if name is not None:
            self.focus_field(name)

    def put_under(self, name: str, widget: QWidget) -> None:
        """Place a widget under the row that a field stands in."""
        self.page.put_under(name, widget)

    def put_first(self, widget: QWidget) -> None:
        """Place a widget above all that stands in the form."""
        self._column.insertWidget(0, widget)
        widget.show()  # else it waits for the next turn of the event loop

    def minimumSizeHint(self) -> QSize:
        message = self._line.minimumSizeHint().height() if self._line.isVisibleTo(self) else 0
        return self.page.minimumSizeHint() + QSize(0, message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_long:
            self.index.setVisible(self.height() >= _ROOM_FOR_INDEX)

    def cells(self) -> Iterable[Cell]:
        return self._cells.values()

    def changed(self) -> dict[str, str]:
        """Return what is written in the fields of which the record holds something else, by name."""
        return {
            name: text
            for name, text in self.texts().items()
            if text != self._loaded.get(name, "") or self._cells[name].holds_another_file(self._record)
        }

    def _held_value(self, name: str) -> object:
        """Return the value where the editor itself holds it; None when its text must be parsed."""
        editor = self._cells[name].editor
        if isinstance(editor, AttachmentEditor):
            return editor.value
        return editor.picked if isinstance(editor, ReferenceEditor) else None

    def _build(self, sections: Sequence[Section]) -> None:
        self._line.setObjectName("form_message")
        self._line.setProperty("role", "problem")
        self._line.setWordWrap(True)
        self._line.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.is_long:
            titles = [section.title for section in sections]
            self.index = SectionIndex(titles, self.page.starts, self.page, self)
            column.addWidget(self.index)
        column.addWidget(self.page, 1)
        self.page.verticalScrollBar().valueChanged.connect(self.stop_explaining)
        column.addWidget(self._line)
        self._remedy = RemedyButton(self._make, self) if self._make is not None else None
        if self._remedy is not None:
            self._remedy.applied.connect(self.remedied)
            column.addWidget(self._remedy, 0, Qt.AlignmentFlag.AlignLeft)
        for cell in self._cells.values():
            cell.touched.connect(self._announce)
            if isinstance(cell.editor, ReferenceEditor):
                cell.editor.may_make = self._make is not None and register_of(cell.editor.model) is not None
                cell.editor.missing.connect(self._make_missing)

    @Slot(str)
    def _make_missing(self, name: str) -> None:
        """Make the record that is to be referred to, and come back to this one."""
        editor = self.sender()
        if not isinstance(editor, ReferenceEditor) or self._make is None:
            return
        register = register_of(editor.model)
        if register is None:
            return
        made = self._make(self, register, **({register.record.naming[0].name: name} if name else {}))
        if made is not None:
            editor.refer_to(made)

    @Slot(str)
    def _announce(self, name: str) -> None:
        self.edited.emit(name)


def _kept_of(editor: Editor, text: str) -> str | None:
    return editor.kept() if isinstance(editor, AttachmentEditor) else text

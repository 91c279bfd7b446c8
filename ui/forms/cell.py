"""One field of a form: its label, its editor, and the message under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.fields import AttachmentField, Described, ReferenceField, Shown, text_of
from app.fields.problems import Block, Problem
from app.records.base import Record
from ui.editors import Editor, editor_for, is_given
from ui.editors.attachments import AttachmentEditor
from ui.editors.offers import SuggestEditor
from ui.look.theme import mark


class Cell(QObject):
    """Keeps a field's label, editor and message together.

    Signals:
        touched(str): a person changed the text of the field of that name.
    """

    touched = Signal(str)

    def __init__(self, field: Shown, parent: QWidget, *, given: bool, starred: bool) -> None:
        super().__init__(parent)
        self.field = field
        self.is_given = given or is_given(field)
        self.problem = ""
        self.is_shown = True
        self.editor: Editor = editor_for(field, parent, given=self.is_given)
        self.message = QLabel(parent)
        self.message.setObjectName(f"{field.name}_message")
        self.message.setProperty("role", "message")
        self.message.setWordWrap(True)
        self.message.hide()
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        self._label = QLabel(parent)
        self._starred = starred and not self.is_given
        self._star: QLabel | None = None  # made when it is first shown: a long form has dozens that never are
        self._head = QHBoxLayout()
        self.column.addLayout(self._heading())
        self.column.addWidget(self.editor)
        self.column.addWidget(self.message)
        self.column.addStretch(1)
        self.editor.touched.connect(self._announce)

    def show_value(self, record: Record) -> None:
        """Show the record's value."""
        if isinstance(self.editor, SuggestEditor):
            self.editor.look_around(record)
        value = getattr(record, self.field.name)
        if isinstance(self.editor, AttachmentEditor) and isinstance(self.field, AttachmentField):
            self.editor.set_value(value, getattr(record, self.field.called.name) or "")
        else:
            # An editor that only shows has no button to unveil a guarded value.
            self.editor.set_text(text_of(self.field, record, in_full=not self.is_given))
        if self.is_given and isinstance(self.field, ReferenceField):
            self.show(bool(value))

    def show(self, on: bool) -> None:
        """Show or hide the field; hidden it takes no room, and no key leads to it."""
        self.is_shown = on
        self._label.setVisible(on)
        self.editor.setVisible(on)

    def show_star(self, record: Record, *, needed: bool = False) -> None:
        """Mark the field while the record as it is being typed must have a value here."""
        if self.is_given or not isinstance(self.field, Described):
            return
        on = self._starred or needed or self.field.is_required_of(record)
        if on and self._star is None:
            self._add_star()
        if self._star is not None:
            self._star.setVisible(on)

    @property
    def is_starred(self) -> bool:
        """Whether a value is asked for here now."""
        return self._star is not None and not self._star.isHidden()

    def _add_star(self) -> None:
        self._star = QLabel("*", self._label.parentWidget())
        self._star.setProperty("role", "star")
        self._head.insertWidget(1, self._star)

    def write(self, value: Any) -> None:  # noqa: ANN401  # as typed as the field
        """Write a value that nobody typed."""
        self.editor.set_text(self.field.format(value))

    def refill(self) -> None:
        """Show what is saved for nothing, where nothing may not be saved."""
        empty = not self.is_given and not self.editor.text().strip()
        if empty and isinstance(self.field, Described) and (usual := self.field.usual):
            self.editor.set_text(usual)

    def holds_another_file(self, record: Record | None) -> bool:
        """Tell whether the editor holds another file than the record: files may be of one size."""
        if not isinstance(self.editor, AttachmentEditor):
            return False
        return self.editor.value != (None if record is None else getattr(record, self.field.name))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong, what forbids keeping the record before what is only doubtful."""
        blocks = [problem for problem in problems if isinstance(problem, Block)]
        ordered = [*blocks, *(problem for problem in problems if not isinstance(problem, Block))]
        kind = "block" if blocks else "warn" if ordered else ""
        if not ordered and not self.problem:
            return
        self.problem = kind
        self.message.setText("\n".join(dict.fromkeys(problem.cited for problem in ordered)))
        self.message.setVisible(bool(ordered))
        mark(self.message, tone={"block": "bad", "warn": "warn"}.get(kind, ""))
        self.editor.set_problem(kind)

    def _heading(self) -> QHBoxLayout:
        unit = "" if self.field.label.endswith(self.field.unit) else f"（{self.field.unit}）"
        label = self._label
        label.setText(self.field.label + unit)
        label.setProperty("role", "label")
        label.setBuddy(self.editor)
        self._head.setSpacing(3)
        self._head.addWidget(label)
        self._head.addStretch(1)
        if self._starred:
            self._add_star()
        return self._head

    @Slot()
    def _announce(self) -> None:
        self.touched.emit(self.field.name)

"""The form of any list of sections: labels, editors, and under each editor what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.fields import AttachmentField
from app.problems import Block, Problem
from app.records.base import Record
from app.register import Section
from app.services import keeping
from ui.cell import Cell
from ui.editors.attachments import AttachmentEditor
from ui.editors.lines import LineEditor
from ui.editors.offers import ReferenceEditor
from ui.section_index import SectionIndex
from ui.theme import mark

_SECTIONS_WITHOUT_INDEX = 3


class Form(QWidget):
    """Shows a record's values as text, collects what was typed, and says what is wrong where.

    `given` names fields that nobody types here, such as a state that moves by steps only.

    Signals:
        edited(str): a person changed the text of the field of that name.
    """

    edited = Signal(str)

    def __init__(self, sections: Sequence[Section], parent: QWidget, *, given: Collection[str] = ()) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._shown: dict[str, str] = {}
        self._cells: dict[str, Cell] = {}
        self._given = given
        self._area = QScrollArea(self)
        self._line = QLabel(self)
        self._build(sections)

    @property
    def record(self) -> Record | None:
        """The record on show; None while there is none."""
        return self._record

    def load(self, record: Record) -> None:
        """Show a record; whatever was typed before is gone."""
        self._record = record
        for name, cell in self._cells.items():
            cell.show_value(record)
            self._shown[name] = cell.editor.text()
        self.clear_problems()

    def reset(self) -> None:
        """Show the record as it was loaded."""
        if self._record is not None:
            self.load(self._record)

    def texts(self) -> dict[str, str]:
        """Return what is written in each field that can be typed into, by name."""
        return {name: cell.editor.text() for name, cell in self._cells.items() if not cell.is_given}

    def is_dirty(self) -> bool:
        """Tell whether something is written that the record does not hold."""
        return bool(self._changed())

    def read(self) -> tuple[dict[str, Any], list[Problem]]:
        """Parse what was changed: values by name, and what could not be read.

        What nobody changed is not read again, so the record keeps it exactly as it is.
        """
        changed = self._changed()
        values = {name: known for name in changed if (known := self._known_value(name)) is not None}
        fields = [self._cells[name].field for name in changed if name not in values]
        parsed, problems = keeping.read(fields, {field.name: changed[field.name] for field in fields})
        return values | parsed, problems

    def set_value(self, name: str, value: Any) -> None:
        """Write a value into a field as if it had been typed; the record stays as it is."""
        self._cells[name].write(value)

    def text(self, name: str) -> str:
        """Return what is written in one field."""
        return self._cells[name].editor.text()

    def has(self, name: str) -> bool:
        """Tell whether the form shows a field of that name."""
        return name in self._cells

    def show_given(self, record: Record) -> None:
        """Show the computed values of a record that is being typed."""
        for cell in self._cells.values():
            if cell.is_given:
                cell.show_value(record)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say under each field what is wrong with it; what concerns no field here is said at the foot."""
        found: dict[str, list[Problem]] = {}
        for problem in problems:
            found.setdefault(problem.field.name, []).append(problem)
        for name, cell in self._cells.items():
            cell.show_problems(found.pop(name, ()))
        loose = [problem for group in found.values() for problem in group]
        self.say(
            "\n".join(map(str, loose)), "bad" if any(isinstance(one, Block) for one in loose) else "warn"
        )

    def clear_problems(self) -> None:
        """Take all messages away."""
        self.show_problems(())

    def say(self, sentence: str, tone: str = "bad") -> None:
        """Say something about the whole record at the foot of the form; nothing when empty."""
        self._line.setText(sentence)
        self._line.setVisible(bool(sentence))
        mark(self._line, tone=tone)

    def focus_first_problem(self) -> None:
        """Take the clerk to the first field that is wrong."""
        name = next((name for name, cell in self._cells.items() if cell.problem == "block"), None)
        if name is not None:
            self.focus_field(name)

    def focus_field(self, name: str) -> None:
        """Bring a field into sight and put the cursor in it."""
        cell = self._cells[name]
        if (layout := self._area.widget().layout()) is not None:
            layout.activate()
        self._area.ensureWidgetVisible(cell.message)
        self._area.ensureWidgetVisible(cell.editor)
        cell.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        """Put the cursor in the first field that can be typed into."""
        name = next((name for name, cell in self._cells.items() if not cell.is_given), None)
        if name is not None:
            self.focus_field(name)

    def put_under(self, name: str, widget: QWidget) -> None:
        """Place a widget right under a field."""
        self._cells[name].column.insertWidget(2, widget)

    def _changed(self) -> dict[str, str]:
        return {
            name: text
            for name, text in self.texts().items()
            if text != self._shown.get(name, "") or self._cells[name].holds_another_file(self._record)
        }

    def _known_value(self, name: str) -> Any:
        """Return the value where the editor itself holds it; None when its text must be parsed."""
        editor = self._cells[name].editor
        if isinstance(editor, AttachmentEditor):
            return editor.value
        return editor.picked if isinstance(editor, ReferenceEditor) else None

    def _build(self, sections: Sequence[Section]) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(16)
        starts = [self._add_section(section, column, page, len(sections) > 1) for section in sections]
        column.addStretch(1)
        self._area.setWidget(page)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line.setObjectName("form_message")
        self._line.setProperty("role", "problem")
        self._line.setWordWrap(True)
        self._line.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if len(sections) > _SECTIONS_WITHOUT_INDEX:
            whole.addWidget(SectionIndex([section.title for section in sections], starts, self._area, self))
        whole.addWidget(self._area, 1)
        whole.addWidget(self._line)
        self._name_files()

    def _add_section(self, section: Section, column: QVBoxLayout, page: QWidget, titled: bool) -> QWidget:
        """Add a section to the page; return the widget it starts with."""
        title = QLabel(section.title, page)
        title.setProperty("role", "heading")
        title.setVisible(titled)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place = 0
        for field in section.fields:
            cell = Cell(field, page, given=field.name in self._given)
            cell.touched.connect(self._announce)
            self._cells[field.name] = cell
            place += place % 2 if field.wide else 0
            grid.addLayout(cell.column, place // 2, place % 2, 1, 2 if field.wide else 1)
            place += 2 if field.wide else 1
        column.addWidget(title)
        column.addLayout(grid)
        return title

    def _name_files(self) -> None:
        """Let a file that is chosen write its name into the field that holds it."""
        for cell in self._cells.values():
            if isinstance(cell.editor, AttachmentEditor) and isinstance(cell.field, AttachmentField):
                named = self._cells.get(cell.field.called.name)
                if named is not None and isinstance(named.editor, LineEditor):
                    cell.editor.named.connect(named.editor.setText)

    @Slot(str)
    def _announce(self, name: str) -> None:
        self.edited.emit(name)

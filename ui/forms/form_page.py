"""How a form is set out: sections one below the other, two fields in a row where there is room, scrolling."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.fields import AttachmentField, Described, Shown, TextField
from app.register import Section
from ui.editors.attachments import AttachmentEditor
from ui.editors.lines import LineEditor
from ui.forms.cell import Cell
from ui.look import theme
from ui.look.theme import pixels
from ui.widgets.focus_order import lead_through

_A_FIELD = 60  # pixels: the least that a person can still fill in
_NARROWEST = 25  # of a page with two fields in a row, in heights of the text


class FormPage(QScrollArea):
    """Holds the cells of all fields, by name, and the widget each section starts with."""

    def __init__(
        self,
        sections: Sequence[Section],
        parent: QWidget,
        *,
        given: Collection[str],
        required: Collection[str],
        first_title: bool,
    ) -> None:
        super().__init__(parent)
        self.cells: dict[str, Cell] = {}
        self.starts: list[QWidget] = []
        self._given = given
        self._required = required
        self._grids: list[tuple[QGridLayout, Sequence[Shown]]] = []
        self._under: dict[str, QWidget] = {}
        self._two_wide = 0
        self._columns = 2
        self._page = QWidget()
        self._page.setProperty("role", "page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(16)
        for place, section in enumerate(sections):
            self._add_section(section, titled=len(sections) > 1 and (first_title or place > 0))
        self._column.addStretch(1)
        self._set_out()
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._let_files_name_themselves()

    def bring_into_sight(self, name: str) -> None:
        """Scroll so far that a field can be seen, and what is said about it."""
        self._column.activate()
        cell = self.cells[name]
        self.ensureWidgetVisible(cell.message)
        self.ensureWidgetVisible(cell.editor)
        around = self.parentWidget()
        while around is not None:  # the form of a row may stand within that of its owner
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(cell.editor)
            around = around.parentWidget()

    def ask_for(self, asked: Mapping[str, bool]) -> None:
        """Show these fields or leave them out; another in the row of one has the row to itself."""
        changed = [self.cells[name] for name, on in asked.items() if self.cells[name].is_shown != on]
        for cell in changed:
            cell.show(not cell.is_shown)
        if changed:
            self._set_out()

    def put_under(self, name: str, widget: QWidget) -> None:
        """Place a widget under the row that a field stands in; the keys lead there from the row."""
        self._under = {place: other for place, other in self._under.items() if other is not widget}
        self._under[name] = widget
        self._set_out()
        names = list(self.cells)
        above = [self.cells[one] for one in names[: names.index(name) + 1] if not self.cells[one].is_given]
        if above:
            lead_through(above[-1].editor, widget)

    def give_back(self, widget: QWidget) -> None:
        """Let go of a widget that stood under a row; whoever placed it there puts it elsewhere."""
        self._under = {name: other for name, other in self._under.items() if other is not widget}
        self._set_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme.length(_A_FIELD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put one field in a row where two would be cut off, or too narrow to read."""
        if self._columns == 2:
            self._two_wide = self._page.minimumSizeHint().width()
        least = max(self._two_wide, _NARROWEST * pixels(self.font()))
        columns = 2 if self.viewport().width() >= least else 1
        if columns != self._columns:
            self._columns = columns
            self._set_out()

    def _add_section(self, section: Section, *, titled: bool) -> None:
        title = QLabel(section.title, self._page)
        title.setProperty("role", "heading")
        title.setVisible(titled)
        self.starts.append(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for field in section.fields:
            self._make_cell(field)
        self._grids.append((grid, section.fields))
        self._column.addWidget(title)
        self._column.addLayout(grid)

    def _set_out(self) -> None:
        """Put every field into its place, and below its row what belongs under it."""
        for grid, fields in self._grids:
            while grid.takeAt(0) is not None:
                pass
            for number, whole_row in enumerate(_in_rows(fields, self._columns)):
                row = 2 * number
                # Fields that belong together stay side by side, whatever is left out above them.
                row_fields = [field for field in whole_row if self.cells[field.name].is_shown]
                for column, field in enumerate(row_fields):
                    # Words that stand alone in a row may as well have all of it.
                    is_wide = field.wide or (len(row_fields) == 1 and isinstance(field, TextField))
                    span = 2 if is_wide or self._columns == 1 else 1
                    grid.addLayout(self.cells[field.name].column, row, column, 1, span)
                    if field.name in self._under:
                        grid.addWidget(self._under[field.name], row + 1, 0, 1, 2)

    def _make_cell(self, field: Shown) -> Cell:
        starred = (isinstance(field, Described) and field.required) or field.name in self._required
        cell = Cell(field, self._page, given=field.name in self._given, starred=starred)
        self.cells[field.name] = cell
        return cell

    def _let_files_name_themselves(self) -> None:
        for cell in self.cells.values():
            if isinstance(cell.editor, AttachmentEditor) and isinstance(cell.field, AttachmentField):
                named = self.cells.get(cell.field.called.name)
                if named is not None and isinstance(named.editor, LineEditor):
                    cell.editor.named.connect(named.editor.setText)


def _in_rows(fields: Sequence[Shown], columns: int) -> list[list[Shown]]:
    """Put as many fields in a row as there are columns, but each wide one alone."""
    rows: list[list[Shown]] = []
    for field in fields:
        if field.wide or not rows or len(rows[-1]) == columns or rows[-1][0].wide:
            rows.append([field])
        else:
            rows[-1].append(field)
    return rows

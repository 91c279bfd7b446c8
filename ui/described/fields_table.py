"""The fields of a described register, a row each, as a person corrects them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)

from app.described import opened
from app.described.description import DescribedField
from app.described.kinds import ADDED_UP, CHOICE, DATE, FILE, KINDS, MONEY, REFERENCE, TEXT
from app.exchange.kinds_held import Held
from ui.look import theme
from ui.look.icons import icon
from ui.look.theme import show_sentence

_HEADINGS = ("名称", "类型", "选项、单位、提醒", "必填", "列表", "把握", "")
LABEL, KIND, MORE, REQUIRED, LISTED, SURE, ACTS = range(len(_HEADINGS))
_WIDTHS = {LABEL: 140, KIND: 196, REQUIRED: 52, LISTED: 52, SURE: 88, ACTS: 100}
_ROW_HEIGHT = 40
_DAYS = 7
_SHORTEST = 4  # characters of a box that are seen at least
_SEPARATOR = "、"


def _kinds() -> list[tuple[str, str, str]]:
    """Return what a person may choose: words, kind, and what a reference leads to."""
    plain = [(kind.title, key, "") for key, kind in KINDS.items() if key != REFERENCE]
    return plain + [(f"关联{title}", REFERENCE, key) for key, title in opened.referable_titles().items()]


class _Box(QComboBox):
    """A box of a row, as wide as its column: the wheel scrolls the rows, not what is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FieldsTable(QTableWidget):
    """Names, kinds and order of fields; whatever is changed is in `fields` at once.

    Signals:
        changed(): a field was added, corrected, moved or taken out.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, added: bool = False) -> None:
        """Make it for a register of the office's own, or for fields `added` to one of the program."""
        super().__init__(0, len(_HEADINGS), parent)
        self._added = added
        self.setColumnHidden(REQUIRED, added)
        self._fields: list[DescribedField] = []
        self._out: list[DescribedField] = []
        self._kept: set[str] = set()
        self._held: Mapping[str, Held] = {}
        self._next = 1
        self.setObjectName("fields")
        self.setAccessibleName("台账的字段")
        self.setHorizontalHeaderLabels(_HEADINGS)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the boxes inside take the keys
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.length(_ROW_HEIGHT))
        headings = self.horizontalHeader()
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setSectionResizeMode(MORE, QHeaderView.ResizeMode.Stretch)
        for section, width in _WIDTHS.items():
            self.setColumnWidth(section, theme.length(width))

    @property
    def fields(self) -> tuple[DescribedField, ...]:
        """Return the fields as they are now, those that were taken out of a made register at the end."""
        out = (replace(field, retired=True, required=False, listed=False) for field in self._out)
        return (*self._fields, *out)

    def show_fields(
        self, fields: Sequence[DescribedField], held: Mapping[str, Held], *, made: bool = False
    ) -> None:
        """Show fields, of some how sure their kind is; what a `made` register has is never lost."""
        self._fields = [field for field in fields if not field.retired]
        self._out = [field for field in fields if field.retired]
        self._kept = {field.column for field in fields} if made else set()
        self._held = held
        self._next = max((int(field.column[1:]) for field in fields), default=0) + 1
        self.setColumnHidden(SURE, not held)
        self._rebuild()

    def add_field(self) -> None:
        """Add an empty field before the attachments, and put the cursor into its name."""
        at = len(self._fields)
        while at and self._fields[at - 1].kind == FILE:
            at -= 1
        self._fields.insert(at, DescribedField(f"c{self._next}", "", TEXT, listed=at < _DAYS))
        self._next += 1
        self._rebuild(f"label_{self._fields[at].column}")

    def offer_taken_out(self, button: QPushButton) -> None:
        """Let the menu of a button bring back what was taken out; it is not seen where there is nothing."""
        followed = {field.came_from for field in (*self._fields, *self._out)}
        menu = button.menu()
        menu.clear()
        for field in sorted(self._out, key=lambda one: one.column in followed):
            words = f"{field.label}（改类型前）" if field.column in followed else field.label
            menu.addAction(words, partial(self.bring_back, field.column))
        button.setVisible(bool(self._out))

    def bring_back(self, column: str) -> None:
        """Show a field again that was taken out, under a name of its own."""
        field = next(one for one in self._out if one.column == column)
        self._out.remove(field)
        taken = any(one.label == field.label for one in self._fields)
        label = f"{field.label}（原）" if taken else field.label
        self._fields.append(replace(field, retired=False, label=label))
        self._rebuild()

    def require(self, column: str) -> None:
        """Tick a field as required: the records belong to whom it names."""
        self._put(column, required=True)
        self._rebuild()

    def _rebuild(self, focused: str = "") -> None:
        """Show all rows anew; the box of this name takes the keys: that which was used, unless told."""
        before = self.focusWidget()
        name = focused or (before.objectName() if before is not None and self.isAncestorOf(before) else "")
        self.setRowCount(0)
        self.setRowCount(len(self._fields))
        for row, field in enumerate(self._fields):
            self._show_row(row, field)
        if name and (box := self.box(name)) is not None:
            box.setFocus()
        self.changed.emit()

    def box(self, name: str) -> QWidget | None:
        """Return the box of this name in the rows as they are shown now."""
        cells = (self.cellWidget(row, at) for row in range(self.rowCount()) for at in range(len(_HEADINGS)))
        found = (cell.findChild(QWidget, name) for cell in cells if cell is not None)
        return next((one for one in found if one is not None), None)

    def _show_row(self, row: int, field: DescribedField) -> None:
        name = QLineEdit(field.label, self)
        name.setObjectName(f"label_{field.column}")
        name.setAccessibleName("字段名称")
        name.setPlaceholderText("名称")
        name.textEdited.connect(lambda text, column=field.column: self._put(column, label=text.strip()))
        name.editingFinished.connect(self._tell)
        self.setCellWidget(row, LABEL, _padded(name))
        self.setCellWidget(row, KIND, _padded(self._kind_box(field)))
        if (more := self._more(field)) is not None:
            more.setObjectName(f"more_{field.column}")
            self.setCellWidget(row, MORE, _padded(more))
        for section, on, word in ((REQUIRED, field.required, "必填"), (LISTED, field.listed, "列表")):
            box = QCheckBox(self)
            box.setObjectName(f"{'required' if section == REQUIRED else 'listed'}_{field.column}")
            box.setAccessibleName(f"“{field.label}”{word}")
            box.setChecked(on)
            box.setEnabled(not (section == REQUIRED and field.kind == FILE))
            box.toggled.connect(
                lambda checked, column=field.column, key=("required" if section == REQUIRED else "listed"): (
                    self._put(column, **{key: checked})
                )
            )
            self.setCellWidget(row, section, _padded(box, stretch=True))
        self._show_held(row, field)
        self.setCellWidget(row, ACTS, self._acts(row, field))

    def _kind_box(self, field: DescribedField) -> QComboBox:
        box = _Box(self)
        box.setObjectName(f"kind_{field.column}")
        box.setAccessibleName(f"“{field.label}”的类型")
        for words, kind, to in _kinds():
            if not (self._added and kind in (FILE, REFERENCE)):
                box.addItem(words, (kind, to))
        items = [tuple(box.itemData(at)) for at in range(box.count())]
        box.setCurrentIndex(items.index((field.kind, field.to)) if (field.kind, field.to) in items else 0)
        box.activated.connect(lambda _, column=field.column, chosen=box: self._choose_kind(column, chosen))
        return box

    def _choose_kind(self, column: str, box: QComboBox) -> None:
        kind, to = box.currentData()
        field = self._field(column)
        unit = "元" if kind == MONEY else field.unit if kind in ADDED_UP and field.kind != MONEY else ""
        self._put(column, kind=kind, to=to, unit=unit, remind=None, until="")
        if kind == FILE:
            self._put(column, required=False)
        self._rebuild()

    def _more(self, field: DescribedField) -> QWidget | None:
        """Make the box for what a kind asks for beside its name."""
        if field.kind == CHOICE:
            terms = QLineEdit(_SEPARATOR.join(field.choices), self)
            terms.setPlaceholderText("选项，用顿号隔开")
            terms.setToolTip(_SEPARATOR.join(field.choices))
            terms.textEdited.connect(
                lambda text, column=field.column: self._put(column, choices=_terms(text))
            )
            terms.editingFinished.connect(self._tell)
            return terms
        if field.kind in ADDED_UP and field.kind != MONEY:
            unit = QLineEdit(field.unit, self)
            unit.setPlaceholderText("单位，例如 小时")
            unit.textEdited.connect(lambda text, column=field.column: self._put(column, unit=text.strip()))
            return unit
        return self._reminder(field) if field.kind == DATE and not self._added else None

    def _reminder(self, field: DescribedField) -> QComboBox:
        box = _Box(self)
        days = field.remind if field.remind is not None else _DAYS
        box.addItem("不提醒", (None, ""))
        box.addItem(f"提前 {days} 天提醒", (days, ""))
        for other in self._fields:
            if other.kind == DATE and other.column != field.column:
                box.addItem(f"提前 {days} 天提醒，填了“{other.label}”为止", (days, other.column))
        chosen = [box.itemData(at) for at in range(box.count())]
        wanted = (field.remind, field.until)
        box.setCurrentIndex(chosen.index(wanted) if wanted in chosen else 0)
        box.setToolTip(box.currentText())
        box.activated.connect(
            lambda at, column=field.column: self._put(
                column, remind=box.itemData(at)[0], until=box.itemData(at)[1]
            )
        )
        return box

    def _show_held(self, row: int, field: DescribedField) -> None:
        held = self._held.get(field.column)
        if held is None:
            return
        chip = QLabel(self)
        chip.setProperty("role", "chip")
        misfits = f"：{_SEPARATOR.join(held.misfits)}" if held.misfits else ""
        show_sentence(chip, "有把握" if held.sure else "请核对", "good" if held.sure else "warn")
        chip.setToolTip(f"{held.why}{misfits}")
        self.setCellWidget(row, SURE, _padded(chip, stretch=True))

    def _acts(self, row: int, field: DescribedField) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(4, 2, 4, 2)
        line.setSpacing(2)
        last = len(self._fields) - 1
        for name, words, by, on in (("up", "上移", -1, row > 0), ("down", "下移", 1, row < last)):
            button = QToolButton(box)
            button.setArrowType(Qt.ArrowType.UpArrow if by < 0 else Qt.ArrowType.DownArrow)
            button.setObjectName(f"{name}_{field.column}")
            button.setAccessibleName(f"“{field.label}”{words}")
            button.setToolTip(words)
            button.setAutoRaise(True)
            button.setEnabled(on)
            button.clicked.connect(lambda _=False, column=field.column, by=by: self._move(column, by))
            line.addWidget(button)
        out = QToolButton(box)
        out.setIcon(icon("trash"))
        out.setObjectName(f"out_{field.column}")
        kept = field.column in self._kept
        out.setToolTip("停用：不再显示，已登记的内容留着" if kept else "去掉这个字段")
        out.setAccessibleName(f"{'停用' if kept else '去掉'}“{field.label}”")
        out.setAutoRaise(True)
        out.clicked.connect(lambda _=False, column=field.column: self._take_out(column))
        line.addWidget(out)
        return box

    def _move(self, column: str, by: int) -> None:
        at = self._at(column)
        self._fields.insert(at + by, self._fields.pop(at))
        self._rebuild()

    def _take_out(self, column: str) -> None:
        field = self._fields.pop(self._at(column))
        self._fields = [
            replace(one, remind=None, until="") if one.until == column else one for one in self._fields
        ]
        if column in self._kept:
            self._out.append(field)
        self._rebuild()

    def _at(self, column: str) -> int:
        return next(at for at, field in enumerate(self._fields) if field.column == column)

    def _field(self, column: str) -> DescribedField:
        return self._fields[self._at(column)]

    def _put(self, column: str, **values: object) -> None:
        at = self._at(column)
        self._fields[at] = replace(self._fields[at], **values)  # type: ignore[arg-type]  # as a field has it

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _terms(text: str) -> tuple[str, ...]:
    """Read the terms of a choice: 环保、助老 or 环保，助老."""
    for sign in "，,;；\n":
        text = text.replace(sign, _SEPARATOR)
    return tuple(term for part in text.split(_SEPARATOR) if (term := part.strip()))


def _padded(widget: QWidget, *, stretch: bool = False) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(6, 2, 6, 2)
    row.addWidget(widget, 0 if stretch else 1, Qt.AlignmentFlag.AlignVCenter)
    if stretch:
        row.addStretch(1)
    return box

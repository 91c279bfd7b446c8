"""What was done to a record, the latest first, each change with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.agenda import plans
from app.errors import Invalid, Refused
from app.fields import Described
from app.keeping import history
from app.keeping.history import Change
from app.records.base import Record
from app.register import Register
from app.rules.dates import write_date
from ui.look.theme import show_sentence

_MOST_CHANGES = 60
_ITEMS = 8


class HistoryPage(QWidget):
    """Lists the changes of one record.

    Signals:
        put_back(): the record got the values back that it had before a change.
    """

    put_back = Signal()

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self._register = register
        self._record: Record | None = None
        self._changes: dict[QPushButton, Change] = {}
        self._area = QScrollArea(self)
        self._area.setAccessibleName("历史")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._line = QLabel(self)
        self._line.setObjectName("history_message")
        self._line.setProperty("role", "problem")
        self._line.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self._line)

    def show_record(self, record: Record | None, *, may_put_back: bool = True) -> None:
        """List the changes of a record; without the way back while the form holds unsaved text."""
        self._record = record
        self._changes.clear()
        self._show_message(
            "" if may_put_back else "表单中有未保存的改动，保存或撤销后才能恢复旧内容。", "info"
        )
        changes: list[Change] = []
        if record is not None and record.id is not None:
            told = [*history.of(record), *plans.told_of(self._register, record.id)]
            changes = sorted(told, key=attrgetter("id"), reverse=True)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(0)
        for change in changes[:_MOST_CHANGES]:
            self._add(change, column, may_put_back)
        if not changes:
            self._add_note("保存后，这里列出每次改动。", column)
        if len(changes) > _MOST_CHANGES:
            self._add_note(f"更早的 {len(changes) - _MOST_CHANGES} 次改动没有列出。", column)
        column.addStretch(1)
        self._area.setWidget(page)

    def _add(self, change: Change, column: QVBoxLayout, may_put_back: bool) -> None:
        heading = QLabel(
            f"{write_date(change.at.date())} {change.at:%H:%M}　{change.action}　{change.operator}".rstrip()
        )
        heading.setProperty("role", "heading")
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        if change.action == "修改" and self._was_typed(change):
            back = QPushButton("恢复到此前")
            back.setProperty("role", "quiet")
            back.setEnabled(may_put_back)
            back.clicked.connect(self._put_back)
            self._changes[back] = change
            row.addWidget(back)
        column.addLayout(row)
        label = QLabel(_told(change) + _items_text(self._record, change.items))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "secondary")
        label.setWordWrap(True)
        label.setVisible(bool(label.text()))
        column.addWidget(label)
        line = QFrame()
        line.setProperty("role", "line")
        column.addSpacing(8)
        column.addWidget(line)
        column.addSpacing(8)

    def _was_typed(self, change: Change) -> bool:
        """Tell whether a person changed something; what follows from other values cannot be put back."""
        fields = type(self._record).described().values() if self._record is not None else ()
        typed = {field.label for field in fields if field.derive is None}
        return any(label in typed for label, _old, _new in change.items)

    def _add_note(self, text: str, column: QVBoxLayout) -> None:
        note = QLabel(text)
        note.setProperty("role", "secondary")
        column.addWidget(note)

    @Slot()
    def _put_back(self) -> None:
        button = self.sender()
        if self._record is None or not isinstance(button, QPushButton):
            return
        try:
            history.put_back(self._register, self._record, self._changes[button])
        except (Invalid, Refused) as error:
            self._show_message(f"没有恢复：{error}", "bad")
            return
        self.put_back.emit()

    def _show_message(self, sentence: str, tone: str) -> None:
        show_sentence(self._line, sentence, tone)


def _told(change: Change) -> str:
    """Return the line that says what a change was part of, where that is more than that it was made."""
    plain = not change.step or change.step.startswith(("新建", "修改"))
    return "" if plain else f"{change.step}\n"


def _items_text(record: Record | None, items: Sequence[tuple[str, str, str]]) -> str:
    fields = type(record).described().values() if record is not None else ()
    guarded = {field.label: field for field in fields if field.guarded}
    lines = []
    for label, *texts in items[:_ITEMS]:
        old, new = (_hidden(guarded.get(label), text) for text in texts)
        lines.append(f"{label}：{old} → {new}")
    if len(items) > _ITEMS:
        lines.append(f"等 {len(items)} 项")
    return "\n".join(lines)


def _hidden(field: Described | None, text: str) -> str:
    """Hide on the screen what the form hides too; `field` is the guarded field, if it is one."""
    if not text:
        return "（空）"
    try:
        return field.mask(field.parse(text)) if field is not None else text
    except Invalid:
        return "*" * len(text)

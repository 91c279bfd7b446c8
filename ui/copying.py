"""Ctrl+C in a list: all that is selected, as it is seen, ready to be pasted into a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

_BETWEEN_CELLS = str.maketrans("\t\r\n", "   ")


class CopyRows(QObject):
    """Lets a table copy its selected rows; Qt's own tables copy the current cell alone."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            copies = event.matches(QKeySequence.StandardKey.Copy)
            if copies and (text := selected_text(self._table)):
                QGuiApplication.clipboard().setText(text)
                return True
        return super().eventFilter(watched, event)


def selected_text(table: QTableView) -> str:
    """Return the selected cells as the table shows them, a line for each row, tabs between columns."""
    if table.selectionModel() is None:  # nothing was ever shown in it
        return ""
    selected: dict[int, set[int]] = {}
    for part in table.selectionModel().selection().toList():
        spanned = range(part.left(), part.right() + 1)
        visible = [column for column in spanned if not table.isColumnHidden(column)]
        for row in range(part.top(), part.bottom() + 1):
            selected.setdefault(row, set()).update(visible)
    columns = sorted(set().union(*selected.values()))
    model = table.model()

    def cell(row: int, column: int) -> str:
        text = model.index(row, column).data() if column in selected[row] else None
        return str(text or "").translate(_BETWEEN_CELLS)

    return "\n".join("\t".join(cell(row, column) for column in columns) for row in sorted(selected))

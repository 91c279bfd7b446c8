"""Ctrl+C in a list: all that is selected, as it is seen, ready to be pasted into a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QAbstractItemModel, QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

_BETWEEN_CELLS = str.maketrans("\t\r\n", "   ")
_AS_TEXT = "mso-number-format:'\\@'"  # a spreadsheet would make a day of 3-1, and drop the noughts of 007


class CopyRows(QObject):
    """Lets a table copy its selected rows; Qt's own tables copy the current cell alone."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        cells = selected_cells(self._table) if event.matches(QKeySequence.StandardKey.Copy) else {}
        if cells:
            put(*written(self._table.model(), cells, shown_columns(self._table)))
        return bool(cells) or super().eventFilter(watched, event)


def shown_columns(table: QTableView) -> list[int]:
    """Return the columns in sight, in the order in which they are seen."""
    headings = table.horizontalHeader()
    in_order = (headings.logicalIndex(place) for place in range(headings.count()))
    return [column for column in in_order if not table.isColumnHidden(column)]


def selected_cells(table: QTableView) -> dict[int, set[int]]:
    """Return the selected columns of each row, from the first row to the last."""
    if table.selectionModel() is None:  # nothing was ever shown in it
        return {}
    selected: dict[int, set[int]] = {}
    for part in table.selectionModel().selection().toList():
        for row in range(part.top(), part.bottom() + 1):
            selected.setdefault(row, set()).update(range(part.left(), part.right() + 1))
    return dict(sorted(selected.items()))


def put(text: str, table: str) -> None:
    """Put rows on the clipboard, for programs that take text and for those that take a table."""
    both = QMimeData()
    both.setText(text)
    both.setHtml(table)
    QGuiApplication.clipboard().setMimeData(both)


def written(
    model: QAbstractItemModel, cells: Mapping[int, set[int]], columns: Sequence[int]
) -> tuple[str, str]:
    """Write cells as a table shows them: as lines with tabs between, and as HTML.

    Above whole rows stand their headings; a part of a row is copied by itself.
    """
    used = [column for column in columns if any(column in row for row in cells.values())]
    whole = all(row.issuperset(columns) for row in cells.values())
    rows = [
        [str(model.index(row, column).data() or "") if column in chosen else "" for column in used]
        for row, chosen in cells.items()
    ]
    numbers = {place for place, column in enumerate(used) if _holds_numbers(model, column)}
    headings = [_heading(model, column) for column in used]
    lines = [headings, *rows] if whole else rows
    text = "\n".join("\t".join(cell.translate(_BETWEEN_CELLS) for cell in line) for line in lines)
    head = f"<tr>{''.join(f'<th>{escape(heading)}</th>' for heading in headings)}</tr>" if whole else ""
    body = "".join(
        f"<tr>{''.join(_cell(cell, place in numbers) for place, cell in enumerate(row))}</tr>" for row in rows
    )
    return text, f'<meta charset="utf-8"><table border="1">{head}{body}</table>'


def _cell(text: str, is_number: bool) -> str:
    return f"<td>{escape(text)}</td>" if is_number else f'<td style="{_AS_TEXT}">{escape(text)}</td>'


def _heading(model: QAbstractItemModel, column: int) -> str:
    """Return the heading of a column without the mark of the order, where the model tells them apart."""
    side = Qt.Orientation.Horizontal
    plain = model.headerData(column, side, Qt.ItemDataRole.EditRole)
    return str(plain or model.headerData(column, side) or "")


def _holds_numbers(model: QAbstractItemModel, column: int) -> bool:
    """Tell whether a column holds amounts or numbers: those stand at the right."""
    side = model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole)
    return bool(side and side & Qt.AlignmentFlag.AlignRight)

"""The window of shortcuts: every key, by where it works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import keys
from ui.dialogs.base import Dialog
from ui.keys import Key
from ui.look import theme

_WIDTH, _HEIGHT = 860, 600


class KeysDialog(Dialog):
    """Shows the keys in two columns; `tabs` are the titles of the tabs in their order."""

    about = "keys"

    def __init__(self, tabs: Sequence[str], parent: QWidget) -> None:
        super().__init__("快捷键一览", parent)
        of_tabs = [Key("", key, title) for key, title in zip(keys.TABS, tabs, strict=False)]
        page = QWidget(self)
        page.setProperty("role", "page")
        row = QHBoxLayout(page)
        row.setSpacing(32)
        row.addLayout(_column([("整个窗口", keys.WINDOW), ("左侧各项", of_tabs)]), 1)
        below = [("列表上方", keys.LIST), ("列表中", keys.ROWS), ("表单", keys.FORM), ("一格中", keys.FIELDS)]
        row.addLayout(_column(below), 1)
        area = QScrollArea(self)
        area.setAccessibleName("快捷键一览")
        area.setWidgetResizable(True)
        area.setWidget(page)
        self.body.addWidget(area, 1)
        self.add_close_button()
        self.resize(theme.length(_WIDTH), theme.length(_HEIGHT))


def _column(groups: Iterable[tuple[str, Iterable[Key]]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for title, some in groups:
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for place, key in enumerate(some):
            chip = QLabel(keys.shown(key.keys))
            chip.setProperty("role", "chip")
            words = QLabel(key.words)
            words.setWordWrap(True)
            grid.addWidget(chip, place, 0)
            grid.addWidget(words, place, 1)
        column.addLayout(grid)
    column.addStretch(1)
    return column

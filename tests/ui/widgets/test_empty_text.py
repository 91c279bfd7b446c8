"""What a list without rows says stands whole, in a list of one row's height, too."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.lists.short_list import ShortList
from ui.lists.table import row_height


def _ink(height: int, qtbot: QtBot) -> int:
    """Count the pixels that are written upon in a list of so many rows' height."""
    shown = ShortList("few", "少", {"姓名": 0}, None, empty="还没有家庭成员")  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.horizontalHeader().hide()
    shown.resize(300, height * row_height())
    shown.show()
    QApplication.processEvents()
    image = shown.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    shades = bytes(image.constBits())
    return len(shades) - shades.count(shades[0])


def test_a_short_list_says_all_that_a_long_one_says(qtbot: QtBot) -> None:
    assert _ink(1, qtbot) == _ink(5, qtbot) > 0

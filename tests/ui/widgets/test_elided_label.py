"""A label with more to say than there is room for."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.elided_label import ElidedLabel


def test_a_long_text_neither_widens_its_window_nor_is_lost(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = ElidedLabel(window)
    QHBoxLayout(window).addWidget(label)
    label.show_text("泰祥社区2011年元旦春节送温暖援助服务日活动" * 5)
    window.resize(200, 40)
    window.show()
    assert window.width() == 200
    assert label.toolTip() == label.text()
    assert not label.grab().toImage().isNull()

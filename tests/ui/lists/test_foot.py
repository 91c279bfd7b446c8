"""The line below a list: however long what is said, it stands whole and widens nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.helpers.geometry import faults
from tests.helpers.scenes import settle
from ui.lists.foot import ListFoot

LONG = (
    "不能撤销“编制并审批发放批次 2027年元旦送温暖慰问（TY-FF-2026-0001），47 人”："
    "它已在 2026年12月1日打印的“2027年元旦困难职工慰问金发放表”上，请写明原因作废这个批次。"
)
NARROW = QSize(320, 200)


def test_a_long_sentence_widens_no_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    foot = ListFoot(window)
    window.setCentralWidget(foot)
    foot.show_sums("共 57 户　月人均收入 平均 612.84")
    window.show()
    settle(window, NARROW)
    foot.note(LONG, "undo")
    settle(window)
    assert window.size() == NARROW
    assert faults(window, NARROW) == []

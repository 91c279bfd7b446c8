"""The side bar: what is said of the last backup can be read, wherever and whenever it was made."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.safekeeping.backup_log import Backup
from tests.helpers.geometry import faults
from tests.helpers.scenes import settle
from ui.window.side_bar import SideBar

NOW = datetime.now()
LONG_AGO = NOW.replace(year=NOW.year - 1, month=11, day=28)
PLACE = Path("/media/王芳的移动硬盘/社区工会台账备份（每周五）/泰祥社区.union-backup")


@pytest.mark.parametrize("at", [NOW, NOW - timedelta(days=1), LONG_AGO], ids=["today", "yesterday", "a year"])
@pytest.mark.parametrize("tabs", [2, 40], ids=["short", "scrolling"])
def test_the_last_backup_is_not_cut_off(qtbot: QtBot, at: datetime, tabs: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = SideBar(
        "泰祥社区工会联合会", [(f"tab{one}", "会员", "menu") for one in range(tabs)], QMenu(window), window
    )
    bar.set_backup(Backup(PLACE, at, 12_345, ""))
    window.show()
    settle(bar, bar.sizeHint().grownBy(window.contentsMargins()))
    window.resize(bar.size())
    settle(window)
    assert faults(window, bar.size()) == []

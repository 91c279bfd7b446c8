"""What the menu does to the open office."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from tests.factories.people import make_member
from ui.importing.imports_dialog import ImportsDialog
from ui.main_window import MainWindow
from ui.office.check import CheckDialog
from ui.registers.tab import RegisterTab


def test_the_imports_are_listed_from_the_menu(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(ImportsDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()))
    window.open_file(file)
    next(one for one in window.findChildren(QAction) if one.text() == "导入记录…").trigger()
    assert shown == ["导入记录"]


def test_a_check_from_the_menu_leads_to_the_records_found(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(file)
    assert window.desk is not None
    member = make_member()
    monkeypatch.setattr(CheckDialog, "choose", lambda *_: ("members", "检查发现", (member.id,)))
    next(one for one in window.findChildren(QAction) if one.text() == "检查台账…").trigger()
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    assert tab.pane.table.ids() == [member.id]

"""Where a file shall be written: the suffix, and the folder of the last one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.save_dialog import ask_target


@pytest.mark.parametrize(("typed", "name"), [("七月", "七月.xlsx"), ("七月.csv", "七月.csv")])
def test_a_name_without_a_suffix_takes_that_of_the_proposed_name(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, name: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), ""))
    assert _ask(qtbot) == tmp_path / name


def test_it_begins_in_the_folder_of_the_last_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "七月.xlsx"), ""))
    _ask(qtbot)
    starts: list[str] = []

    def put_off(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        starts.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", put_off)
    assert _ask(qtbot) is None
    assert starts == [str(tmp_path / "会员.xlsx")]


def _ask(qtbot: QtBot) -> Path | None:
    parent = QWidget()
    qtbot.addWidget(parent)
    return ask_target(parent, "导出", "会员.xlsx", "Excel 表格 (*.xlsx)", "export")

"""What came of an import, its refused rows, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.exchange.reading import read_rows
from app.subjects.members.records import Member
from tests.helpers.import_wizard import HEADINGS, Open, person, take_in
from tests.helpers.widgets import click, words
from ui.widgets.folder_link import FolderLink


def test_the_rows_that_are_right_come_in_without_the_others(checked: Open, qtbot: QtBot) -> None:
    wizard = checked(HEADINGS, person("张三"), person("李四", mobile="12"))
    take_in(wizard, qtbot)
    assert [one.name for one in Member.select()] == ["张三"]
    assert words(wizard, "result") == "已导入 1 人"
    assert words(wizard, "counts") == "新增 1　有误没有导入 1"


def test_the_refused_rows_are_saved_with_their_reasons(
    checked: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = checked(HEADINGS, person("张三"), person("李四", mobile="12"))
    take_in(wizard, qtbot)
    target = tmp_path / "有误.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(wizard, "save_rejects")
    saved = read_rows(target)
    assert [row[0] for row in saved] == ["姓名", "李四"]
    assert "手机号码应为 11 位" in saved[1][-1]
    folder = wizard.outcome.findChild(FolderLink)
    assert isinstance(folder, FolderLink)
    assert (folder.isVisibleTo(wizard), folder.toolTip()) == (True, str(tmp_path))


def test_an_import_is_taken_back_from_its_result(checked: Open, qtbot: QtBot) -> None:
    wizard = checked(HEADINGS, person("张三"), person("李四"))
    take_in(wizard, qtbot)
    click(wizard, "undo")
    qtbot.waitUntil(lambda: words(wizard, "result") == "已撤销这次导入")
    assert Member.alive().count() == 0
    assert words(wizard, "undone").startswith("已撤销导入：移入回收站")

"""A backup is put in the place of an office."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.office import close_office, create
from app.safekeeping.backup import back_up
from app.safekeeping.restore import Restored
from tests.helpers.main_window import holders
from ui import preferences
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.office.restore import RestoreQuestion


def test_without_an_open_office_it_is_asked_where_to_restore(
    window: MainWindow,
    backup: Path,
    tmp_path: Path,
    results: list[Restored],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(RestoreQuestion, "choose", lambda *_: backup)
    monkeypatch.setattr(RestoreQuestion, "place", lambda *_: tmp_path / "新电脑.union")
    button = window.findChild(QPushButton, "restore_office")
    assert isinstance(button, QPushButton)
    button.click()
    assert holders() == ["陆建国"]
    assert preferences.recent_files() == [tmp_path / "新电脑.union"]
    assert len(results) == 1


def test_after_a_refusal_the_office_is_open_as_before(
    window: MainWindow, file: Path, backup: Path, told: list[str], results: list[Restored]
) -> None:
    backup.write_bytes(backup.read_bytes()[:-1] + b"?")
    window.open_file(file)
    assert not window.restoring.restore_from(backup)
    assert "与备份时不一样" in told[0]
    assert holders() == ["仇志明", "陆建国"]
    assert results == []


def test_before_another_offices_backup_is_restored_that_is_said(
    window: MainWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(tmp_path / "别的.union", "别的工会", code="BD")
    (tmp_path / "U盘").mkdir()
    theirs = back_up(tmp_path / "U盘").path
    close_office()
    window.open_file(file)
    own = back_up(tmp_path).path
    asked: list[str] = []
    monkeypatch.setattr(Question, "ask", lambda _parent, _title, more, _word: asked.append(more))
    for backup in (theirs, own):
        window.restoring.restore_from(backup)
    assert asked[0].startswith("注意：这是另一份台账“别的工会”的备份，不是现在这份的。")
    assert "另一份台账" not in asked[1]

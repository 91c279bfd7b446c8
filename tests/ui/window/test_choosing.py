"""An office is made, or a file chosen: of a backup it is asked what is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.office import close_office, current_office
from app.safekeeping.restore import Restored
from tests.helpers.main_window import holders
from ui import preferences
from ui.main_window import MainWindow
from ui.office.new_office import NewOffice, NewOfficeDialog
from ui.office.restore import BackupQuestion, Wish


def test_a_new_office_is_made_and_shown(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = NewOffice(tmp_path / "新.union", "祥和社区工会", "XH")
    monkeypatch.setattr(NewOfficeDialog, "ask", lambda _parent: asked)
    window.choosing.new_office()
    assert window.windowTitle() == "祥和社区工会 — 社区工会台账"


def wishing(monkeypatch: pytest.MonkeyPatch, wish: Wish) -> None:
    monkeypatch.setattr(BackupQuestion, "ask", lambda *_: wish)


def test_a_backup_is_looked_at_and_never_offered_as_an_office(
    window: MainWindow, file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishing(monkeypatch, Wish.LOOK)
    before = backup.read_bytes()
    window.open_file(file)
    assert window.open_file(backup)
    office = current_office()
    assert office is not None
    assert (office.path, office.read_only) == (backup, True)
    assert window.windowTitle() == "泰祥社区工会（备份，只读） — 社区工会台账"
    assert holders() == ["陆建国"]
    assert preferences.recent_files() == [file]
    window.stage.show_welcome()
    close_office()
    assert backup.read_bytes() == before


def test_a_backup_that_is_looked_at_is_still_a_backup_when_it_is_opened_again(
    window: MainWindow, file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishing(monkeypatch, Wish.LOOK)
    window.open_file(file)
    assert window.open_file(backup)
    assert window.open_file(backup)
    office = current_office()
    assert office is not None
    assert office.read_only
    assert preferences.recent_files() == [file]


def test_a_backup_that_was_opened_may_be_left_alone(
    window: MainWindow, file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishing(monkeypatch, Wish.LEAVE)
    window.open_file(file)
    assert not window.open_file(backup)
    office = current_office()
    assert office is not None
    assert office.path == file


def test_a_backup_that_was_opened_takes_the_place_of_the_open_office(
    window: MainWindow,
    file: Path,
    backup: Path,
    results: list[Restored],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wishing(monkeypatch, Wish.RESTORE)
    window.open_file(file)
    assert window.open_file(backup)
    assert holders() == ["陆建国"]
    assert results[0].aside is not None
    assert preferences.recent_files() == [file]
    assert window.restoring.restore_from(results[0].aside)
    assert holders() == ["仇志明", "陆建国"]

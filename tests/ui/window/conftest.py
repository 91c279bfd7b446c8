"""What tests of the ways from one office to another begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.office import close_office, open_office
from app.safekeeping.backup import back_up
from app.safekeeping.restore import Restored
from tests.factories.people import make_file
from ui.office.restore import RestoreQuestion, RestoreResult


@pytest.fixture
def backup(file: Path, tmp_path: Path) -> Path:
    """A backup of the office; 仇志明 was entered after it was made."""
    stick = tmp_path / "U盘"
    stick.mkdir()
    open_office(file)
    made = back_up(stick)
    make_file(name="仇志明")
    close_office()
    return made.path


@pytest.fixture
def results(monkeypatch: pytest.MonkeyPatch) -> list[Restored]:
    """What the window tells of restorings, the question before them answered with yes."""
    done: list[Restored] = []
    monkeypatch.setattr(RestoreQuestion, "ask", lambda *_: True)
    monkeypatch.setattr(RestoreResult, "announce", lambda _parent, restored: done.append(restored))
    return done

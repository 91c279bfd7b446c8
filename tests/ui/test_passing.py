"""Files that only pass through: gone with the program, at the latest when it starts next."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from ui.passing import clear_left_behind

MADE = "from ui.passing import folder; (folder() / 'list.pdf').write_bytes(b'x'); print(folder(), flush=True)"
KILLED = f"import os; {MADE}; os.kill(os.getpid(), 9)"
LONG_AGO = 1_000_000_000


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this program and those it starts a folder of their own for temporary files."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _run(program: str) -> Path:
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    return Path(told.stdout.strip())


def test_they_go_when_the_program_ends(temporary: Path) -> None:
    made = _run(MADE)
    assert made.parent == temporary
    assert not made.exists()


def test_those_of_a_killed_program_go_at_the_next_start() -> None:
    left = _run(KILLED)
    assert (left / "list.pdf").exists()
    os.utime(left, (LONG_AGO, LONG_AGO))
    clear_left_behind()
    assert not left.exists()


def test_those_of_a_program_that_still_runs_stay(temporary: Path) -> None:
    there = temporary / "union-office-run-1"
    there.mkdir()
    mark = QLockFile(str(there / "in-use"))
    assert mark.tryLock(0)
    os.utime(there, (LONG_AGO, LONG_AGO))
    clear_left_behind()
    assert there.exists()


def test_a_folder_that_was_made_this_moment_stays(temporary: Path) -> None:
    """The other program is about to mark it."""
    (temporary / "union-office-run-1").mkdir()
    clear_left_behind()
    assert (temporary / "union-office-run-1").exists()


def test_a_link_to_another_folder_is_not_followed(temporary: Path) -> None:
    (temporary / "own").mkdir()
    (temporary / "own" / "letter").touch()
    os.utime(temporary / "own", (LONG_AGO, LONG_AGO))
    (temporary / "union-office-run-1").symlink_to(temporary / "own")
    clear_left_behind()
    assert (temporary / "own" / "letter").exists()

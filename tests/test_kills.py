"""Killed at any moment the program leaves a whole file; `tests/kills.py` kills it as often as asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.kills import ACTS, prepare, run, wrong_with

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a backup and a roster."""
    folder = tmp_path_factory.mktemp("kills") / "prepared"
    prepare(folder)
    return folder


def test_whatever_is_killed_leaves_a_whole_file() -> None:
    command = [sys.executable, "-m", "tests.kills", "32"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_act_goes_through_the_contents_it_should(prepared: Path) -> None:
    """Twelve visits saved, then twelve changed, one by one; all else is there whole or not at all."""
    contents = {act.name: len(run(act, prepared).legal) for act in ACTS}
    assert contents == {"save": 25, "import": 2, "backup": 1, "restore": 2}


def test_what_is_left_is_looked_at(prepared: Path, tmp_path: Path) -> None:
    assert wrong_with(prepared, run(ACTS[2], prepared).legal) == ""
    assert wrong_with(prepared, frozenset()) == "holds what it never should"
    (tmp_path / "泰祥.union").write_bytes(b"half")
    assert "does not open" in wrong_with(tmp_path, frozenset())

"""Killed at any moment the program leaves a whole file; `tests/kills.py` kills it as often as asked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.kills import ACTS, Act, prepare, run, wrong_with

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a backup and a roster."""
    folder = tmp_path_factory.mktemp("kills") / "prepared"
    prepare(folder)
    return folder


def test_whatever_is_killed_leaves_a_whole_file() -> None:
    command = [sys.executable, "-m", "tests.kills", "40"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_act_goes_through_the_contents_it_should(prepared: Path) -> None:
    """Twelve visits saved, then twelve changed, one by one; all else is there whole or not at all.

    What an undo takes back is as it was, but that it was in the bin.
    """
    contents = {act.name: len(run(act, prepared).legal) for act in ACTS}
    whole_or_not = dict.fromkeys(("import", "restore", "new", "migration", "batch", "closing", "export"), 2)
    assert contents == {"save": 25, "backup": 1, "undo": 2, **whole_or_not}


def test_what_is_left_is_looked_at(prepared: Path, tmp_path: Path) -> None:
    office = prepared / Act.file
    assert wrong_with(office, run(ACTS[2], prepared).legal) == ""
    assert wrong_with(office, frozenset()) == "holds what it never should"
    half = tmp_path / Act.file
    half.write_bytes(b"half")
    assert "does not open" in wrong_with(half, frozenset())


def test_a_list_is_whole_and_noted(prepared: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(prepared, tmp_path / "office")
    office, exported = folder / Act.file, folder / "来访.xlsx"
    legal = run(ACTS[2], prepared).legal
    exported.write_bytes(b"PK half")
    assert wrong_with(office, legal) == "来访.xlsx is half a list"
    with zipfile.ZipFile(exported, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert wrong_with(office, legal) == "来访.xlsx is not noted"

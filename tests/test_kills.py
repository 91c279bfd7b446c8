"""Killed at any moment the program leaves a whole file; `tests/kills.py` kills it as often as asked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.safekeeping.backup import sums_path
from tests.kills import ACTS, Act, content_of, wrong_with

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def harness() -> subprocess.CompletedProcess[str]:
    """Each act run to its end, and killed once."""
    command = [sys.executable, "-m", "tests.kills", f"{len(ACTS)}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_whatever_is_killed_leaves_a_whole_file(harness: subprocess.CompletedProcess[str]) -> None:
    assert harness.returncode == 0, harness.stdout + harness.stderr


def test_each_act_goes_through_the_contents_it_should(harness: subprocess.CompletedProcess[str]) -> None:
    """Six visits saved, then six changed, one by one; a register made, five rows, another field; all else is
    there whole or not at all.

    What an undo takes back is as it was, but that it was in the bin.
    """
    whole_or_not = ("import", "restore", "new", "migration", "batch", "closing", "export", "undo")
    unchanged = ("backup", "copies", "password", "new-password", "no-password")
    contents = {"save": 13, "describe": 8} | dict.fromkeys(whole_or_not, 2) | dict.fromkeys(unchanged, 1)
    told = ", ".join(f"{act.name} {contents[act.name]}" for act in ACTS)
    assert harness.stdout.splitlines()[0] == f"contents that may be found: {told}"


@pytest.fixture
def folder(blank_office: Path, tmp_path: Path) -> Path:
    """The folder of an office."""
    folder = tmp_path / "office"
    folder.mkdir()
    shutil.copy(blank_office, folder / Act.file)
    return folder


def test_what_is_left_is_looked_at(folder: Path, tmp_path: Path) -> None:
    office = folder / Act.file
    assert wrong_with(office, frozenset({content_of(office)})) == ""
    assert wrong_with(office, frozenset()) == "holds what it never should"
    half = tmp_path / Act.file
    half.write_bytes(b"half")
    assert "does not open" in wrong_with(half, frozenset())


def test_what_is_left_of_a_copy_is_known_and_a_whole_one_has_its_sum(folder: Path) -> None:
    office, stick = folder / Act.file, folder / "U盘"
    stick.mkdir()
    legal = frozenset({content_of(office)})
    copy = Path(shutil.copy(office, stick))
    sums_path(copy).write_text("0" * 64, encoding="utf-8")
    assert wrong_with(office, legal) == f"{copy.name} has another sum"
    copy.unlink()
    for name in (".泰祥-20111129-101500.union.0a1b2c3d.part", ".泰祥.half"):
        (stick / name).touch()
    assert wrong_with(office, legal) == ".泰祥.half is left for good"


def test_a_list_is_whole_and_noted(folder: Path) -> None:
    office, exported = folder / Act.file, folder / "来访.xlsx"
    legal = frozenset({content_of(office)})
    exported.write_bytes(b"PK half")
    assert wrong_with(office, legal) == "来访.xlsx is half a list"
    with zipfile.ZipFile(exported, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert wrong_with(office, legal) == "来访.xlsx is not noted"

"""What the program writes is for its owner alone, whatever the system would allow others."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import bugs
from app.lock import lock_path
from app.office import close_office, create, open_office
from app.safekeeping.backup import back_up, save_copy
from app.target import written_whole
from tests.factories.people import make_member

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")


@pytest.fixture(autouse=True)
def open_to_others() -> Iterator[None]:
    """A system that lets others read what is made, as most do."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """An office that was made just now, and is open."""
    create(tmp_path / "台账.union", "泰祥社区工会")
    yield tmp_path / "台账.union"
    close_office()


def open_to_whom(folder: Path) -> dict[str, int]:
    """Return the permissions of others, by the names of the files of a folder."""
    return {one.name: stat.S_IMODE(one.stat().st_mode) & 0o077 for one in folder.rglob("*") if one.is_file()}


def closed(folder: Path) -> bool:
    modes = open_to_whom(folder)
    assert modes
    return not any(modes.values())


def test_a_new_office_and_its_lock_are_closed_to_others(file: Path) -> None:
    assert lock_path(file).exists()
    assert closed(file.parent)


def test_the_journal_of_a_change_is_closed_to_others(file: Path) -> None:
    from app.records.base import database

    with database.atomic("IMMEDIATE"):
        make_member()
        assert file.with_name("台账.union-journal").exists()
        assert closed(file.parent)


def test_an_office_that_others_may_read_keeps_what_its_owner_allowed(file: Path) -> None:
    close_office()
    file.chmod(0o640)
    open_office(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_backup_its_sum_and_its_note_are_closed_to_others(file: Path, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    back_up(stick)
    assert closed(tmp_path)


def test_a_copy_to_work_on_is_closed_to_others(file: Path, tmp_path: Path) -> None:
    save_copy(tmp_path / "本机.union")
    assert closed(tmp_path)


def test_a_list_that_takes_the_place_of_an_open_one_is_closed_to_others(tmp_path: Path) -> None:
    target = tmp_path / "o.csv"
    target.touch(0o644)
    with written_whole(target, ".csv") as unfinished:
        unfinished.write_text("姓名", encoding="utf-8")
    assert closed(tmp_path)


def test_the_log_and_its_folder_are_closed_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "log"
    monkeypatch.setattr(bugs, "log_folder", lambda: folder)
    assert bugs.note(ValueError()) == folder / "log.txt"
    assert closed(tmp_path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_crash_leaves_nothing_of_the_memory_on_the_disk() -> None:
    """In a process of its own: what is forbidden once, nobody can allow again."""
    code = (
        "import resource; from app import private; private.keep_to_the_owner();"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "(0, 0)\n"

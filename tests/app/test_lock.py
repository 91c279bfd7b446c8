"""The lock file beside an office."""

from __future__ import annotations

import json
import os
import re
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app import lock
from app.errors import Refused
from app.office import Office, close_office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where an office file would lie."""
    return tmp_path / "台账.union"


def _held_by(path: Path, *, host: str | None = None, process: int) -> None:
    told = {"host": host or socket.gethostname(), "process": process, "since": "2011-03-08 09:30"}
    lock.lock_path(path).write_text(json.dumps(told), encoding="utf-8")


def _dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_the_lock_says_where_since_when_and_by_whom(path: Path) -> None:
    lock.acquire(path)
    told = json.loads(lock.lock_path(path).read_text(encoding="utf-8"))
    assert (told["host"], told["process"]) == (socket.gethostname(), os.getpid())
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", told["since"])


def test_the_lock_goes_when_the_office_is_closed(office: Office) -> None:
    assert lock.lock_path(office.path).exists()
    close_office()
    assert not lock.lock_path(office.path).exists()


def test_a_lock_of_a_living_process_is_respected(path: Path) -> None:
    _held_by(path, process=os.getppid())
    with pytest.raises(Refused, match=rf"电脑 {re.escape(socket.gethostname())}，自 2011-03-08 09:30 起"):
        lock.acquire(path)


def test_a_lock_of_another_computer_is_respected(path: Path) -> None:
    _held_by(path, host="office-2", process=_dead_process())
    with pytest.raises(Refused, match="office-2"):
        lock.acquire(path)


def test_a_lock_of_a_dead_process_is_taken_over(path: Path) -> None:
    _held_by(path, process=_dead_process())
    lock.acquire(path)
    assert json.loads(lock.lock_path(path).read_text(encoding="utf-8"))["process"] == os.getpid()


def test_a_lock_left_under_the_number_this_process_got_is_taken_over(path: Path) -> None:
    _held_by(path, process=os.getpid())
    lock.acquire(path)
    assert json.loads(lock.lock_path(path).read_text(encoding="utf-8"))["since"] != "2011-03-08 09:30"


@pytest.mark.parametrize("content", ["", "{}", "x", '{"host": "a", "process": "b"}'])
def test_a_lock_that_cannot_be_read_is_taken_over(path: Path, content: str) -> None:
    lock.lock_path(path).write_text(content)
    lock.acquire(path)
    assert "process" in json.loads(lock.lock_path(path).read_text(encoding="utf-8"))


def test_a_lock_that_cannot_be_written_is_not_left_behind(path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))  # as on a full disk
    try:
        with pytest.raises(Refused, match="磁盘是否已满"):
            lock.acquire(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(path.parent.iterdir()) == []


def test_a_lock_can_be_given_up_after_its_folder_has_gone(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "台账.union"
    path.parent.mkdir()
    lock.acquire(path)
    lock.lock_path(path).unlink()
    path.parent.rmdir()
    lock.release(path)
    assert not path.parent.exists()

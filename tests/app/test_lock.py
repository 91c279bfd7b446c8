"""The lock file beside an office."""

from __future__ import annotations

import json
import os
import re
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import lock
from app.errors import Refused
from app.office import Office, close_office


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Where an office file would lie; what the test still holds is given up after it."""
    path = tmp_path / "台账.union"
    yield path
    lock.release(path)


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


_TOO_LARGE = json.dumps({"host": socket.gethostname(), "process": 10**30})


@pytest.mark.parametrize(
    "content", ["", "{}", "x", '{"host": "a", "process": "b"}', "[" * 100_000, _TOO_LARGE]
)
def test_a_lock_that_cannot_be_read_is_taken_over(path: Path, content: str) -> None:
    lock.lock_path(path).write_text(content)
    lock.acquire(path)
    assert "process" in json.loads(lock.lock_path(path).read_text(encoding="utf-8"))


def test_a_lock_that_cannot_be_written_is_not_left_behind(path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))  # as on a full disk
    try:
        with pytest.raises(lock.NoRoom, match=r"磁盘已满，“.*”现在只能查看"):
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


def test_of_many_who_try_at_once_one_holds_the_lock(path: Path) -> None:
    """Each of the programs waits for the same moment, and those that got the lock keep it for a while."""
    program = (
        "import sys, time; from pathlib import Path; from app import lock; from app.errors import Refused\n"
        "time.sleep(max(0, float(sys.argv[2]) - time.time()))\n"
        "try: lock.acquire(Path(sys.argv[1]))\n"
        "except Refused: print(0)\n"
        "else: print(1, flush=True); time.sleep(1)\n"
    )
    moment = str(time.time() + 2)
    started = [
        subprocess.Popen([sys.executable, "-c", program, str(path), moment], stdout=subprocess.PIPE)
        for _ in range(8)
    ]
    assert sum(int(one.communicate()[0]) for one in started) == 1


def test_the_lock_of_a_program_that_was_killed_is_free(path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from app import lock\n"
        "lock.acquire(Path(sys.argv[1])); os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    lock.acquire(path)


def test_only_its_holder_gives_a_lock_up(path: Path) -> None:
    _held_by(path, process=os.getppid())
    lock.release(path)
    assert lock.lock_path(path).exists()


def test_a_second_name_of_an_office_is_no_second_office(path: Path, tmp_path: Path) -> None:
    """Two who write under two names would each keep a journal that the other does not look for."""
    path.write_bytes(b"office")
    second = tmp_path / "别处" / "同一个文件.union"
    second.parent.mkdir()
    second.hardlink_to(path)
    lock.acquire(path)
    with pytest.raises(lock.Held, match=r"“同一个文件\.union”正在另一处打开"):
        lock.acquire(second)
    with pytest.raises(lock.Held):
        lock.require_free(second)
    assert list(second.parent.iterdir()) == [second]
    lock.release(path)
    lock.acquire(second)
    lock.release(second)


@pytest.mark.parametrize("way", ["link", "folder", "pipe"])
def test_what_lies_at_the_place_of_a_lock_is_neither_overwritten_nor_waited_for(
    way: str, path: Path, tmp_path: Path
) -> None:
    mark, precious = lock.lock_path(path), tmp_path / "重要.txt"
    precious.write_text("重要", encoding="utf-8")
    if way == "link":
        mark.symlink_to(precious)
    elif way == "folder":
        mark.mkdir()
    else:
        os.mkfifo(mark)
    for ask in (lock.acquire, lock.require_free):
        with pytest.raises(Refused, match=r"挡住了台账的锁.*请移走它"):
            ask(path)
    assert precious.read_text(encoding="utf-8") == "重要"


def test_where_the_state_folder_cannot_be_written_the_name_alone_counts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"office")
    monkeypatch.setenv("XDG_STATE_HOME", "/proc")
    lock.acquire(path)
    lock.release(path)


def test_a_link_to_an_office_has_the_offices_lock(path: Path) -> None:
    path.touch()
    link = path.with_name("桌面.union")
    link.symlink_to(path)
    lock.acquire(path)
    with pytest.raises(Refused, match="正在另一处打开"):
        lock.acquire(link)
    lock.release(link)
    lock.acquire(path)


@pytest.mark.parametrize("changed", [{"boot": "another"}, {"started": "1"}])
def test_a_number_that_another_program_has_now_holds_no_lock(path: Path, changed: dict[str, str]) -> None:
    told = {"host": socket.gethostname(), "process": os.getppid(), "since": "2011-03-08 09:30", **changed}
    lock.lock_path(path).write_text(json.dumps(told), encoding="utf-8")
    lock.acquire(path)


def test_a_computer_that_was_renamed_is_still_this_one(path: Path) -> None:
    lock.acquire(path)
    told = json.loads(lock.lock_path(path).read_text(encoding="utf-8"))
    lock.release(path)
    told |= {"host": "旧名字", "process": _dead_process()}
    lock.lock_path(path).write_text(json.dumps(told), encoding="utf-8")
    lock.acquire(path)


def test_a_person_may_take_over_from_a_computer_that_is_no_more(path: Path) -> None:
    _held_by(path, host="office-2", process=1)
    lock.acquire(path, by_force=True)
    assert json.loads(lock.lock_path(path).read_text(encoding="utf-8"))["process"] == os.getpid()


def test_nobody_takes_over_from_a_program_that_runs_here(path: Path) -> None:
    _held_by(path, process=os.getppid())
    with pytest.raises(Refused):
        lock.acquire(path, by_force=True)

"""Copying the open office while others save: nobody waits, and the copy comes to its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from app.cipher.connection import connect
from app.office import BACKUP_ID, Office
from app.records.base import Counter, change, database, next_number
from app.safekeeping import copying
from app.safekeeping.soundness import faults_of


@pytest.fixture
def other() -> Iterator[Executor]:
    """Another thread with a connection of its own to the open office."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(database.connect).result()
        yield thread
        thread.submit(database.close).result()


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages each copying took at a time: here a hundred, so that a blank office takes some steps."""
    steps: list[int] = []
    copy = copying._copy

    def noted(source: object, target: Path, mark: int, pages: int, follow: object) -> None:
        steps.append(pages)
        copy(source, target, mark, pages, follow)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(copying, "_copy", noted)
    monkeypatch.setattr(copying, "_PAGES", 100)
    return steps


def _between(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    """Let something happen between any two steps of a copy."""
    monkeypatch.setattr(copying, "sleep", lambda _seconds: act())


def _copied(folder: Path) -> Path:
    copy = folder / "副本.union"
    copy.touch()
    copying.copy_open_office(copy, BACKUP_ID)
    return copy


def _save() -> None:
    with change():
        next_number("甲")


def _saves_in(path: Path) -> int:
    with closing(connect(path)) as connection:
        return int(connection.execute("SELECT last FROM counter WHERE prefix = '甲'").fetchone()[0])


def _saves() -> int:
    return Counter.get_by_id("甲").last


def test_whoever_saves_on_another_thread_all_the_time_does_not_keep_a_copy_from_its_end(
    office: Office, other: Executor, steps: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _between(monkeypatch, lambda: other.submit(_save).result())
    copy = _copied(tmp_path)
    assert steps == [100, 100]
    assert (_saves_in(copy), faults_of(copy)) == (_saves() - 1, [])  # one came when the copy was done


def test_whoever_saved_last_is_copied_through_from_the_first(
    office: Office, other: Executor, steps: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.submit(_save).result()
    _between(monkeypatch, lambda: other.submit(_save).result())
    copy = _copied(tmp_path)
    assert steps == [100]
    assert (_saves_in(copy), faults_of(copy)) == (_saves() - 1, [])


@pytest.mark.parametrize("last", ["here", "there"])
def test_where_two_save_in_turn_the_copy_is_made_in_one_step(
    last: str,
    office: Office,
    other: Executor,
    steps: list[int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def save_both() -> None:
        _save()
        other.submit(_save).result()
        if last == "here":
            _save()

    _between(monkeypatch, save_both)
    copy = _copied(tmp_path)
    assert steps == [100] * 5 + [-1]
    assert (_saves_in(copy), faults_of(copy)) == (_saves(), [])


def test_who_saved_may_have_left(office: Office, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:

        def save_and_leave() -> None:
            with database.connection_context():
                _save()

        thread.submit(save_and_leave).result()
    assert _saves_in(_copied(tmp_path)) == 1


def test_who_saves_may_leave_while_the_copy_is_made(
    office: Office, steps: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ThreadPoolExecutor(1) as thread:
        thread.submit(database.connect).result()
        thread.submit(_save).result()
        _between(monkeypatch, lambda: thread.submit(database.close).result() and None)
        copy = _copied(tmp_path)
    assert (_saves_in(copy), faults_of(copy)) == (1, [])

"""Of copies that a disk or another program changed, the check names every change of a value.

A lost bit may hit what SQLite does not use: then nothing changed, and nothing need be told.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.checking.file_check import check_file
from tests.mutations import KEY, KINDS, content, encrypt, flip, prepare, untold

_FLIPS = 14


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office with something in each register, in which the check finds nothing wrong."""
    path = prepare(tmp_path_factory.mktemp("sound"))
    assert [finding for finding in check_file(path) if not finding.note] == []
    return path


def all_changes_named(sound: Path, copy: Path) -> bool:
    before = content(sound)
    assert before is not None
    return not untold(before, copy)


@pytest.mark.parametrize("seed", range(_FLIPS))
def test_a_bit_that_flips_is_told_where_it_changed_a_value(sound: Path, tmp_path: Path, seed: int) -> None:
    copy = Path(shutil.copy(sound, tmp_path / "台账.union"))
    flip(copy, None, random.Random(seed))
    assert all_changes_named(sound, copy)


@pytest.fixture(scope="module")
def locked(sound: Path) -> Path:
    """The same office under a password."""
    return encrypt(sound, sound.with_name("加密.union"))


@pytest.mark.parametrize("kind", KINDS)
def test_what_became_otherwise_under_a_password_is_told(locked: Path, tmp_path: Path, kind: str) -> None:
    copy = Path(shutil.copy(locked, tmp_path / "台账.union"))
    before = content(copy, KEY)
    assert before is not None
    KINDS[kind](copy, KEY, random.Random(2011))
    assert untold(before, copy, KEY) == []


STATEMENTS = (
    "UPDATE member SET name = '王小明' WHERE id = 3",
    "UPDATE aid_payment SET amount = amount + 1 WHERE id = 1",
    "UPDATE collective_contract SET covered_workers = 99 WHERE id = 1",
    "UPDATE donation SET amount = NULL WHERE id = 2",
    "DELETE FROM dues_payment WHERE id = 1",
    "UPDATE hardship_file SET status = '退档(脱困)' WHERE id = 1",
)


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("with_triggers", [True, False])
def test_a_value_written_by_another_program_is_told(
    sound: Path, tmp_path: Path, statement: str, with_triggers: bool
) -> None:
    copy = Path(shutil.copy(sound, tmp_path / "台账.union"))
    with closing(sqlite3.connect(copy)) as plain, plain:
        for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if not with_triggers:
                plain.execute(f'DROP TRIGGER "{name}"')
        assert plain.execute(statement).rowcount == 1
    assert all_changes_named(sound, copy)

"""Of copies that a disk or another program changed, the check names every change of a value.

A lost bit may hit what SQLite does not use: then nothing changed, and nothing need be told.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.checking.file_check import check_file
from app.checking.finding import Finding
from app.office import close_office, create
from app.records.base import Record
from app.register import register_of
from app.registry import RECORDS
from app.safekeeping.automatic import keep_copy
from tests.app.exchange import world

_FLIPS = 14
Content = dict[tuple[str, int], tuple[object, ...]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office with something in each register, in which the check finds nothing wrong."""
    path = tmp_path_factory.mktemp("sound") / "台账.union"
    create(path, "泰祥社区工会", code="TY")
    world.fill()
    keep_copy()
    close_office()
    assert [finding for finding in check_file(path) if not finding.note] == []
    return path


def content(path: Path) -> Content | None:
    """Every value of every record; None where the file cannot be read to its end."""
    held: Content = {}
    with closing(sqlite3.connect(path)) as plain:
        plain.text_factory = bytes
        try:
            for model in RECORDS:
                table = model._meta.table_name
                for row in plain.execute(f'SELECT rowid, * FROM "{table}"').fetchall():
                    held[table, row[0]] = row[1:]
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return None
    return held


def changed(before: Content, after: Content) -> Iterator[tuple[type[Record], int]]:
    models = {model._meta.table_name: model for model in RECORDS}
    for table, row in before.keys() | after.keys():
        if before.get((table, row)) != after.get((table, row)):
            yield models[table], row


def is_named(found: list[Finding], model: type[Record], row: int) -> bool:
    register = register_of(model)
    if register is None:
        return any(f"第 {row} 号" in one.sentence for one in found)
    return any(one.register == register.key and row in one.ids for one in found)


def all_changes_named(sound: Path, copy: Path) -> bool:
    before, after = content(sound), content(copy)
    found = check_file(copy)
    if after is None:
        return any(not one.note for one in found)
    assert before is not None
    return all(is_named(found, model, row) for model, row in changed(before, after))


@pytest.mark.parametrize("seed", range(_FLIPS))
def test_a_bit_that_flips_in_a_used_page_is_told_where_it_changed_a_value(
    sound: Path, tmp_path: Path, seed: int
) -> None:
    copy = Path(shutil.copy(sound, tmp_path / "台账.union"))
    chance, data = random.Random(seed), bytearray(copy.read_bytes())
    used = [at for at in range(1024, len(data)) if data[at]]  # behind the head, where something is written
    data[chance.choice(used)] ^= 1 << chance.randrange(8)
    copy.write_bytes(data)
    assert all_changes_named(sound, copy)


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

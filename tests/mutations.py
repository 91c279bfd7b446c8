"""Change an office file in small places, as a failing disk or another program would, and ask the check of it.

Run by hand, from the root of the checkout; pytest does not collect this file:

    python -m tests.mutations 200 [KIND ...]     so many changed copies of each kind, or of those named

The check must name each record whose value is another than it was. A lost bit may hit what SQLite does not
use, or only what a value is found by: where every value is what it was, nothing need be told.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from app.checking.file_check import check_file
from app.checking.finding import Finding
from app.cipher.connection import connect
from app.cipher.key import KEY_BYTES, SALT_BYTES, Key
from app.errors import Refused
from app.office import close_office, create
from app.records.digests import UNREADABLE
from app.register import register_of
from app.registry import OWN, records
from app.safekeeping.automatic import keep_copy
from app.safekeeping.password import change_key
from tests.app.exchange import world

KEY = Key(b"\x03" * KEY_BYTES, b"\x05" * SALT_BYTES)
_BYTES_OF_HEAD = 100
_TRIES = 50

Content = dict[tuple[str, int | str], tuple[object, ...]]
"""The values of each row by its table and number; the schema is a table, too, of rows that have names."""

Mutation = Callable[[Path, Key | None, Random], str]
"""Changes a file, and says what it did."""


def prepare(folder: Path) -> Path:
    """Make an office with something in each register; the check finds nothing wrong in it."""
    path = folder / "台账.union"
    create(path, "泰祥社区工会", code="TY")
    world.fill()
    keep_copy()
    close_office()
    return path


def encrypt(plain: Path, copy: Path) -> Path:
    """Make a copy of an office that has a password."""
    shutil.copyfile(plain, copy)
    change_key(copy, None, KEY)
    return copy


def content(path: Path, key: Key | None = None) -> Content | None:
    """Return every value of a file; None where it cannot be read to its end."""
    held: Content = {}
    try:
        with closing(_opened(path, key)) as file:
            for name, *row in file.execute("SELECT name, type, tbl_name, sql FROM sqlite_master").fetchall():
                held["sqlite_master", name.decode(errors="replace")] = tuple(row)
            for table in _tables(file):
                for number, *row in file.execute(f'SELECT rowid, * FROM "{table}"').fetchall():
                    held[table, number] = tuple(row)
    except (*UNREADABLE, Refused):
        return None
    return held


def _opened(path: Path, key: Key | None) -> sqlite.Connection:
    file = connect(path, key, mode="rw")
    file.text_factory = bytes
    return file


def _tables(file: sqlite.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    named = [name.decode() for (name,) in file.execute(query).fetchall()]
    return [name for name in named if name != "row_digest"]


def untold(before: Content, path: Path, key: Key | None = None) -> list[str]:
    """Return the rows whose values are others than before without a word by the check."""
    found = check_file(path, key)
    after = content(path, key)
    if after is None:
        return [] if any(not one.note for one in found) else ["the file cannot be read"]
    rows = [row for row in before.keys() | after.keys() if before.get(row) != after.get(row)]
    return [f"{table} {row}" for table, row in rows if not _is_named(found, table, row)]


def _is_named(found: Sequence[Finding], table: str, row: int | str) -> bool:
    if isinstance(row, str):  # of many tables that nothing watches any more the first are named
        named = (row, row.rsplit("_", 2)[0], "个表的历史或校验", "文件读不出来")
        return any(name in one.sentence for one in found for name in named)
    if any(not one.note and not one.ids for one in found):
        return True  # something of the file as a whole: it is to be restored
    model = next((model for model in records() if model._meta.table_name == table), None)
    register = register_of(model) if model is not None else None
    # Registers that the office describes itself are known only while it is open, or checked.
    key = register.key if register is not None else f"{OWN}.{table}"
    return any(
        (one.register == key and row in one.ids) or (table in one.sentence and f"第 {row} 号" in one.sentence)
        for one in found
    )


def flip(path: Path, _key: Key | None, chance: Random) -> str:
    """Flip one bit of a byte that is used."""
    data = bytearray(path.read_bytes())
    used = [at for at in range(len(data)) if data[at]]
    at, bit = chance.choice(used), chance.randrange(8)
    data[at] ^= 1 << bit
    path.write_bytes(data)
    return f"bit {bit} of byte {at} in page {at // 4096 + 1}"


def flip_in_head(path: Path, _key: Key | None, chance: Random) -> str:
    """Flip one bit of the head of the file."""
    data = bytearray(path.read_bytes())
    at, bit = chance.randrange(_BYTES_OF_HEAD), chance.randrange(8)
    data[at] ^= 1 << bit
    path.write_bytes(data)
    return f"bit {bit} of byte {at} of the head"


def write_value(path: Path, key: Key | None, chance: Random) -> str:
    """Change one value by a statement, the triggers away meanwhile."""
    with closing(_opened(path, key)) as file, file, _WithoutTriggers(file):
        tables = [one for one in _tables(file) if file.execute(f'SELECT 1 FROM "{one}"').fetchone()]
        for _ in range(_TRIES):
            table = chance.choice(tables)
            columns = [name.decode() for _, name, *_ in file.execute(f'PRAGMA table_info("{table}")')]
            rows = [row for (row,) in file.execute(f'SELECT rowid FROM "{table}"')]
            column, row = chance.choice(columns), chance.choice(rows)
            (old,) = file.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
            new = _other(old, chance)
            with suppress(sqlite.IntegrityError):
                statement = f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?'
                if new != old and file.execute(statement, (new, row)).rowcount == 1:
                    return f"{table}.{column} of {row}: {old!r} became {new!r}"
    raise AssertionError("nothing can be changed")


def write_row(path: Path, key: Key | None, chance: Random) -> str:
    """Delete a row, write one twice, or give one another number; the triggers away meanwhile."""
    with closing(_opened(path, key)) as file, file, _WithoutTriggers(file):
        tables = [one for one in _tables(file) if file.execute(f'SELECT 1 FROM "{one}"').fetchone()]
        for _ in range(_TRIES):
            table = chance.choice(tables)
            row = chance.choice([row for (row,) in file.execute(f'SELECT rowid FROM "{table}"')])
            statement = chance.choice(
                (
                    f'DELETE FROM "{table}" WHERE rowid = ?',
                    f'UPDATE "{table}" SET rowid = rowid + 1000 WHERE rowid = ?',
                )
            )
            with suppress(sqlite.IntegrityError):
                if file.execute(statement, (row,)).rowcount == 1:
                    return f"{statement} {row}"
    raise AssertionError("nothing can be changed")


def write_schema(path: Path, key: Key | None, chance: Random) -> str:
    """Take away or change something of the schema."""
    with closing(_opened(path, key)) as file, file:
        named = file.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        kinds = [(kind.decode(), name.decode(), sql.decode()) for kind, name, sql in named]
        kind, name, sql = chance.choice(
            [one for one in kinds if one[0] == chance.choice(("index", "trigger"))]
        )
        file.execute(f'DROP {kind} "{name}"')
        if kind == "trigger" and " WHEN " not in sql and chance.random() < 0.5:
            file.execute(sql.replace("BEGIN", "WHEN 0 BEGIN", 1))
            return f"changed {kind} {name}"
        return f"dropped {kind} {name}"


def _other(value: Any, chance: Random) -> object:  # noqa: ANN401  # as the file has it
    if value is None:
        return chance.choice((0, b"x".decode(), 7))
    if isinstance(value, int):
        return chance.choice((value + 1, value - 1, value * 10, None, str(value) + "x"))
    if isinstance(value, float):
        return value * (1 + 2**-50)
    text = value.decode(errors="replace")
    at = chance.randrange(len(text) + 1)
    return chance.choice(
        (text[:at] + "甲" + text[at:], text[: at - 1] + text[at:], text + " ", None, text + "\0x")
    )


class _WithoutTriggers:
    """Takes all triggers away and makes them anew at the end, as a program would that hides its traces."""

    def __init__(self, file: sqlite.Connection) -> None:
        self._file = file

    def __enter__(self) -> None:
        self._file.execute("PRAGMA foreign_keys = OFF")
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        self._triggers = self._file.execute(query).fetchall()
        for name, _ in self._triggers:
            self._file.execute(f'DROP TRIGGER "{name.decode()}"')

    def __exit__(self, *_: object) -> None:
        for _, sql in self._triggers:
            self._file.execute(sql.decode())


KINDS: dict[str, Mutation] = {
    "bit": flip,
    "head": flip_in_head,
    "value": write_value,
    "row": write_row,
    "schema": write_schema,
}


def mutations(kinds: Sequence[str], number: int, seed: int = 2011) -> Iterator[tuple[str, str, list[str]]]:
    """Change copies of a plain and an encrypted office; yield the kind, what was done, and what is untold."""
    with tempfile.TemporaryDirectory(prefix="mutations-") as parent:
        plain = prepare(Path(parent))
        encrypted = encrypt(plain, plain.with_name("加密.union"))
        for office, key in ((plain, None), (encrypted, KEY)):
            before = content(office, key)
            assert before is not None
            copy = office.with_name("副本.union")
            for kind in kinds:
                chance = random.Random(f"{seed} {kind}")  # to be repeated, not to be guessed
                for _ in range(number):
                    shutil.copyfile(office, copy)
                    said = KINDS[kind](copy, key, chance)
                    yield f"{'plain' if key is None else 'encrypted'} {kind}", said, untold(before, copy, key)


def main(arguments: Sequence[str]) -> int:
    """Change so many copies, say what the check did not tell of, and return 1 where there was anything."""
    number = int(arguments[0]) if arguments else 20
    kinds = [kind for kind in KINDS if not arguments[1:] or kind in arguments[1:]]
    done, silent = Counter[str](), Counter[str]()
    for kind, said, rows in mutations(kinds, number):
        done[kind] += 1
        if rows:
            silent[kind] += 1
            print(f"{kind}: {said}: silent about {', '.join(rows[:5])}", flush=True)  # noqa: T201
    for kind, many in done.items():
        print(f"{kind}: {many} copies, {silent[kind]} with a change that the check is silent about")  # noqa: T201
    return int(bool(silent))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

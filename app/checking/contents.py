"""The contents of a damaged file, sqlite_master, from one that is whole: without them no table is found.

A copy has the office's pages each at its number, and so has an office that the same program has just made:
its pages of contents take the place of the damaged ones in a copy of the file, whose rows stay its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app import private
from app.cipher.connection import connect, damaged_pages
from app.cipher.key import Key
from app.records.digests import UNREADABLE, changed_rows, know_digests

_INTERIOR, _LEAF = 5, 13  # kinds of pages of a table, as SQLite's file format numbers them
_HEAD = 100  # bytes at the beginning of page 1
_SIZE, _COUNTER, _VALID_FOR = 28, 24, 92  # where in it the number of pages stands, and for which change


def are_readable(path: Path, key: Key | None) -> bool:
    """Tell whether it can be read which tables a file has."""
    try:
        with closing(connect(path, key, immutable=True)) as connection:
            connection.execute("SELECT name FROM sqlite_master").fetchall()
    except UNREADABLE:
        return False
    return True


def write_with_contents_of(whole: Path, damaged: Path, target: Path, key: Key | None) -> bool:
    """Write a copy of a damaged file with the contents of a whole one of the same key.

    False where they are not its own: read by them few rows are as their digests say. Raises OSError.
    """
    private.begin(target)
    shutil.copyfile(damaged, target)
    for pages in _pages_to_take(whole, damaged, key):
        _take(whole, target, pages)
        if are_readable(target, key):
            return _are_its_own(target, key)
    return False


def _pages_to_take(whole: Path, damaged: Path, key: Key | None) -> Iterator[list[int]]:
    """Yield which pages to take at a time: of a plain file all, of an encrypted one each that is damaged."""
    if key is None:
        yield list(_pages_of_contents(whole.read_bytes()))
    else:
        yield from ([number] for number in damaged_pages(damaged, key))


def _take(whole: Path, target: Path, pages: list[int]) -> None:
    with whole.open("rb") as source, target.open("r+b") as file:
        head = source.read(_HEAD)
        size = _page_size(head)
        for number in pages:
            source.seek((number - 1) * size)
            file.seek((number - 1) * size)
            file.write(source.read(size))
        if head.startswith(b"SQLite format 3"):  # of an encrypted page nothing can be changed
            file.seek(_SIZE)
            file.write((target.stat().st_size // size).to_bytes(4, "big"))
            file.seek(_VALID_FOR)
            file.write(head[_COUNTER : _COUNTER + 4])


def _page_size(head: bytes) -> int:
    size = int.from_bytes(head[16:18], "big") if head.startswith(b"SQLite format 3") else 4096
    return 65536 if size == 1 else size


def _pages_of_contents(content: bytes) -> Iterator[int]:
    """Yield the pages of sqlite_master in a plain file, those among them that long statements overflow to."""
    size = _page_size(content)
    usable = size - content[20]
    waiting = [1]
    while waiting:
        number = waiting.pop()
        yield number
        page = content[(number - 1) * size : number * size]
        begin = _HEAD if number == 1 else 0
        kind, cells = page[begin], int.from_bytes(page[begin + 3 : begin + 5], "big")
        pointers = begin + (12 if kind == _INTERIOR else 8)
        places = [int.from_bytes(page[at : at + 2], "big") for at in range(pointers, pointers + 2 * cells, 2)]
        if kind == _INTERIOR:
            waiting += [int.from_bytes(page[at : at + 4], "big") for at in (*places, begin + 8)]
        elif kind == _LEAF:
            for place in places:
                yield from _overflow(content, page, place, size, usable)


def _overflow(content: bytes, page: bytes, place: int, size: int, usable: int) -> Iterator[int]:
    length, at = _varint(page, place)
    _, at = _varint(page, at)  # the number of the row
    if length <= usable - 35:
        return
    least = (usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    at += here if here <= usable - 35 else least
    number = int.from_bytes(page[at : at + 4], "big")
    while number:
        yield number
        begin = (number - 1) * size
        number = int.from_bytes(content[begin : begin + 4], "big")


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """Return a number of SQLite's own length, of at most 8 bytes here, and where the next thing stands."""
    value = 0
    while page[at] & 0x80:
        value, at = value << 7 | page[at] & 0x7F, at + 1
    return value << 7 | page[at], at + 1


def _are_its_own(path: Path, key: Key | None) -> bool:
    """Tell whether most rows are as their digests say, read by these contents."""
    try:
        with closing(connect(path, key, immutable=True)) as connection:
            know_digests(connection)
            known = connection.execute("SELECT count(*) FROM row_digest").fetchone()[0]
            return bool(2 * sum(1 for _ in changed_rows(connection)) <= known)
    except (*UNREADABLE, sqlite.Warning):
        return False

"""The rows of a long list, packed: as strings a hundred thousand of them take 150 MB."""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from peewee import chunked

_TOGETHER = 500  # rows
_QUICKLY = 1  # of zlib's levels
_FEW = 10_000  # rows that are left as they are

Row = Sequence[str]


def pack(rows: Iterable[Row]) -> Sequence[Row]:
    """Return the rows, packed where they are many; they are best read in their order."""
    rows = iter(rows)
    few = list(islice(rows, _FEW + 1))
    return _Packed([*map(_squeezed, chunked(chain(few, rows), _TOGETHER))]) if len(few) > _FEW else few


def _squeezed(rows: Sequence[Row]) -> bytes:
    return zlib.compress(marshal.dumps([tuple(row) for row in rows]), _QUICKLY)


class _Packed(Sequence[Row]):
    def __init__(self, parts: Sequence[bytes]) -> None:
        self._parts = parts
        self._number = _TOGETHER * (len(parts) - 1) + len(_unpacked(parts[-1])) if parts else 0
        self._open: tuple[int, list[Row]] = (-1, [])  # the part that was read last

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Row]:
        for part in self._parts:
            yield from _unpacked(part)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._number))]
        part, place = divmod(range(self._number)[at], _TOGETHER)
        if part != self._open[0]:
            self._open = part, _unpacked(self._parts[part])
        return self._open[1][place]


def _unpacked(part: bytes) -> list[Row]:
    rows: list[Row] = marshal.loads(zlib.decompress(part))  # our own bytes, of a moment ago
    return rows

"""Reading back a file that `Document` wrote, and putting objects behind those in it.

What is put there lies in compressed streams of objects, and an index that is a stream itself takes the place
of the table at the end (ISO 32000-1, 7.5.7 and 7.5.8). Of a million objects only eight bytes each are held.
"""

from __future__ import annotations

import os
import re
import shutil
from bisect import bisect
from typing import BinaryIO
from zlib import compress, decompress

_TOGETHER = 500  # objects in a stream
_ENDING = 1_024  # bytes, in which the trailer stands
_ENTRY = 8  # bytes of the index: kind, place, position
_UNUSED, _AT_OFFSET, _IN_STREAM = range(3)
_REFERENCE = re.compile(rb"(\d+) 0 R")


class Written:
    """A file that `Document` wrote: its objects by their numbers."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.size = file.seek(0, os.SEEK_END)
        file.seek(-min(_ENDING, self.size), os.SEEK_END)
        trailer = file.read()
        self.table = int(_found(rb"startxref\s+(\d+)", trailer))
        self.root, self.info = (int(_found(rb"/%s (\d+) 0 R" % name, trailer)) for name in (b"Root", b"Info"))
        self.identity = _found(rb"/ID\s+(\[.*?\])", trailer)
        file.seek(self.table)
        file.readline()
        count = int(file.readline().split()[1])
        self.offsets = [int(file.read(20)[:10]) for _ in range(count)]
        self._ends = sorted((*self.offsets, self.table))

    def object(self, number: int) -> bytes:
        """Return what an object says."""
        begins = self.offsets[number]
        self.file.seek(begins)
        said = self.file.read(self._ends[bisect(self._ends, begins)] - begins)
        return said[said.index(b"obj\n") + 4 : said.rindex(b"\nendobj")]

    def stream(self, number: int) -> bytes:
        """Return the content of a stream."""
        said = self.object(number)
        return decompress(said[said.index(b"stream\n") + 7 : said.rindex(b"\nendstream")])

    def pages(self) -> list[int]:
        """Return the numbers of its pages, in their order."""
        tree = self.object(reference(self.object(self.root), b"Pages"))
        return [int(number) for number in _REFERENCE.findall(_found(rb"/Kids \[(.*?)\]", tree))]


def reference(said: bytes, name: bytes) -> int:
    """Return the number of the object that another refers to by a name."""
    return int(_found(rb"/%s (\d+) 0 R" % name, said))


def _found(pattern: bytes, said: bytes) -> bytes:
    match = re.search(pattern, said, re.DOTALL)
    assert match is not None, f"no file of ours: {pattern!r}"
    return match[1]


class Appendix:
    """A copy of a file that grows by objects; `end` makes it one whole file."""

    def __init__(self, written: Written, file: BinaryIO) -> None:
        self._file, self._identity = file, written.identity
        written.file.seek(0)
        shutil.copyfileobj(written.file, file)
        file.truncate(written.table)
        file.seek(written.table)
        self._index = bytearray(_entry(_UNUSED, 0, 65_535))
        for offset in written.offsets[1:]:
            self._index += _entry(_AT_OFFSET, offset, 0)
        self._waiting: list[tuple[int, bytes]] = []

    def reserve(self) -> int:
        """Return a number for an object that is put later."""
        self._index += bytes(_ENTRY)
        return len(self._index) // _ENTRY - 1

    def put(self, number: int, said: bytes) -> None:
        """Put an object without a stream under its number."""
        self._waiting.append((number, said))
        if len(self._waiting) == _TOGETHER:
            self._put_waiting()

    def add_stream(self, said: bytes, content: bytes, *, plain: bool = False) -> int:
        """Add a stream with what else its dictionary says, compressed unless it is to be read by anybody."""
        number = self.reserve()
        self._put_stream(number, said, content, plain=plain)
        return number

    def end(self, root: int, info: int) -> None:
        """Write the index."""
        self._put_waiting()
        number = self.reserve()
        count = len(self._index) // _ENTRY
        begins = self._file.tell()
        self._note(number, _AT_OFFSET, begins, 0)
        said = b"/Type/XRef/W[1 5 2]/Size %d/Root %d 0 R/Info %d 0 R/ID" % (count, root, info)
        self._put_stream(number, said + self._identity, bytes(self._index))
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % begins)

    def _put_waiting(self) -> None:
        if not self._waiting:
            return
        stream = self.reserve()
        heads, bodies, place = [], [], 0
        for position, (number, said) in enumerate(self._waiting):
            self._note(number, _IN_STREAM, stream, position)
            heads.append(b"%d %d" % (number, place))
            bodies.append(said)
            place += len(said) + 1
        head = b" ".join(heads) + b"\n"
        said = b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(head))
        self._put_stream(stream, said, head + b"\n".join(bodies))
        self._waiting.clear()

    def _put_stream(self, number: int, said: bytes, content: bytes, *, plain: bool = False) -> None:
        self._note(number, _AT_OFFSET, self._file.tell(), 0)
        packed = content if plain else compress(content)
        how = b"" if plain else b"/Filter/FlateDecode"
        self._file.write(b"%d 0 obj\n<<%s%s/Length %d>>\nstream\n" % (number, said, how, len(packed)))
        self._file.write(packed)
        self._file.write(b"\nendstream\nendobj\n")

    def _note(self, number: int, kind: int, place: int, position: int) -> None:
        self._index[number * _ENTRY : (number + 1) * _ENTRY] = _entry(kind, place, position)


def _entry(kind: int, place: int, position: int) -> bytes:
    return kind.to_bytes(1) + place.to_bytes(5) + position.to_bytes(2)

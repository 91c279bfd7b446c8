"""A file of Word 97 to 2003 made by hand, as little of one as holds text ([MS-CFB], [MS-DOC] 2.4)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

_SECTOR = 512
_END, _FREE, _FAT, _NOBODY = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_SMALLEST = 4096  # what is shorter would lie in a stream of small sectors
_IN_BYTES = 0x40000000
_TEXT_AT = 0x800


def write_doc(path: Path, pieces: Sequence[str], *, flags: int = 0x0200) -> Path:
    """Write the pieces of a text, one behind the other; those of western letters take a byte each."""
    text, table, ends = b"", b"", [0]
    for piece in pieces:
        where = _TEXT_AT + len(text)
        if piece.isascii():
            table += struct.pack("<HIH", 0, where * 2 | _IN_BYTES, 0)
            text += piece.encode("ascii")
        else:
            table += struct.pack("<HIH", 0, where, 0)
            text += piece.encode("utf-16-le")
        ends.append(ends[-1] + len(piece))
    plc = struct.pack(f"<{len(ends)}I", *ends) + table
    formats = b"\x01" + struct.pack("<H", 4) + b"\x00" * 4  # formats of paragraphs stand before the pieces
    clx = formats + b"\x02" + struct.pack("<I", len(plc)) + plc
    main = bytearray(_TEXT_AT) + text
    struct.pack_into("<H", main, 0, 0xA5EC)
    struct.pack_into("<H", main, 0x0A, flags)
    struct.pack_into("<i", main, 0x4C, ends[-1])
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    return write_streams(path, {"WordDocument": bytes(main), "1Table": clx})


def write_streams(path: Path, streams: dict[str, bytes]) -> Path:
    """Write a compound file, which old Word files and all that are under a password are."""
    sectors: list[bytes] = [b"", b""]  # the table of sectors and the directory, filled in below
    chain = [_FAT, _END]
    starts = {}
    for name, stream in streams.items():
        padded = stream.ljust(max(_SMALLEST, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
        starts[name] = (len(sectors), len(padded))
        parts = [padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR)]
        chain += [*range(len(sectors) + 1, len(sectors) + len(parts)), _END]
        sectors += parts
    sectors[0] = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    names = list(starts)
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for place, name in enumerate(names, start=1):
        right = place + 1 if place < len(names) else _NOBODY
        entries.append(_entry(name, 2, *starts[name], right=right))
    sectors[1] = b"".join(entries).ljust(_SECTOR, b"\0")
    head = bytearray(_SECTOR)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIII", head, 44, 1, 1, 0, _SMALLEST, _END, 0, _END, 0)
    struct.pack_into("<109I", head, 76, 0, *[_FREE] * 108)
    path.write_bytes(bytes(head) + b"".join(sectors))
    return path


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _NOBODY, right: int = _NOBODY
) -> bytes:
    written = name.encode("utf-16-le")
    entry = bytearray(128)
    entry[: len(written)] = written
    struct.pack_into("<HBBIII", entry, 64, len(written) + 2, kind, 1, _NOBODY, right, child)
    struct.pack_into("<IQ", entry, 116, start, size)
    return bytes(entry)

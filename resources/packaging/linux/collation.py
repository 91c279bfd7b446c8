"""Qt's ICU data cut to what Qt asks of it here: 32 MB are every language's, 4 MB Chinese and the root's.

Qt uses ICU to sort file names, to name time zones and to read GB 18030. The tools are of Debian's
`icu-devtools` and `binutils`; where they are missing the data stays whole.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from pathlib import Path

_NEEDED = re.compile(
    r"(coll/)?(root|zh(_\w+)?|en(_US)?|res_index|pool|ucadata)\.(res|icu)|(cnvalias|uemoji|ulayout)\.icu|\w+\.nrm|gb18030\.cnv"
    r"|(zone|region|lang)/(root|zh|zh_Hans|zh_Hans_CN|zh_CN|res_index|pool)\.res"
    r"|(zoneinfo64|timezoneTypes|metaZones|windowsZones|supplementalData|numberingSystems|likelySubtags"
    r"|keyTypeData|langInfo|pluralRanges|plurals|icuver|icustd|dayPeriods)\.res"
)
_ASSEMBLY = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol},@object
{symbol}:
.incbin "{data}"
.size {symbol}, .-{symbol}
.section .note.GNU-stack,"",@progbits
"""


def cut(library: Path, folder: Path) -> Path:
    """Return a library with the same name, symbol and soname as ICU's data, and less in it."""
    if any(shutil.which(tool) is None for tool in ("icupkg", "as", "ld", "readelf")):
        return library
    folder.mkdir(parents=True, exist_ok=True)
    symbol, start, size = _symbol(library)
    name = symbol.removesuffix("_dat")
    whole, less = folder / f"{name}l.dat", folder / "less" / f"{name}l.dat"  # the name is part of the data
    less.parent.mkdir(exist_ok=True)
    whole.write_bytes(library.read_bytes()[start : start + size])
    needless = folder / "needless.txt"
    items = _run("icupkg", "-l", whole).split()
    needless.write_text("\n".join(item for item in items if not _NEEDED.fullmatch(item)), encoding="ascii")
    _run("icupkg", "-r", needless, whole, less)
    source, made, target = folder / "data.s", folder / "data.o", folder / library.name
    source.write_text(_ASSEMBLY.format(symbol=symbol, data=less), encoding="utf-8")
    _run("as", source, "-o", made)
    _run("ld", "-shared", "-soname", library.name, "-z", "noexecstack", "-o", target, made)
    return target


def _symbol(library: Path) -> tuple[str, int, int]:
    """Return name, place in the file and size of the one object that the library holds."""
    line = next(line for line in _run("readelf", "-W", "--dyn-syms", library).splitlines() if "_dat" in line)
    _, value, size, *_, symbol = line.split()
    address = int(value, 16)
    for segment in _loaded(library):
        offset, virtual, length = segment
        if virtual <= address < virtual + length:
            return symbol, address - virtual + offset, int(size, 0)
    raise ValueError(f"{library} holds no data at {value}")


def _loaded(library: Path) -> list[tuple[int, int, int]]:
    """Return place in the file, address and length of each loaded part of a 64-bit ELF file."""
    content = library.read_bytes()
    table, count = struct.unpack_from("<Q", content, 32)[0], struct.unpack_from("<H", content, 56)[0]
    parts = [struct.unpack_from("<IIQQQQ", content, table + 56 * number) for number in range(count)]
    return [(offset, virtual, length) for kind, _, offset, virtual, _, length in parts if kind == 1]


def _run(*words: str | Path) -> str:
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout

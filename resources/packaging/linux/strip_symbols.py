"""Takes from the built folder's binaries what only a debugger reads: 45 MB of names and line numbers.

What patchelf has rearranged (the `*.libs` of wheels) grows when it is stripped, where nothing is to be taken:
it stays as it was then.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

PROGRAM = Path("dist/union-office")


def binaries(folder: Path) -> Iterator[Path]:
    """Yield each program and library of a folder once, as its own file."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _strip(path: Path) -> None:
    less = path.with_suffix(".stripped")
    subprocess.run(["strip", "--strip-unneeded", "-o", str(less), str(path)], check=True)
    less.replace(path) if less.stat().st_size < path.stat().st_size else less.unlink()


if __name__ == "__main__":
    for path in binaries(PROGRAM):
        if path.parent != PROGRAM:  # the program itself has its modules behind it
            _strip(path)
        path.chmod(0o755 if path.parent == PROGRAM else 0o644)

"""Which glibc each bundled binary needs: the newest version of its symbols, as the linker will ask for it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

_NEEDS = re.compile(r"\bGLIBC_(\d+)\.(\d+)")

Version = tuple[int, int]


def needed(path: Path) -> Version:
    """Return the newest version of glibc that a binary names; (0, 0) where it names none."""
    said = subprocess.run(
        ["readelf", "--version-info", "--wide", path], check=True, capture_output=True, text=True
    ).stdout
    _, _, needs = said.partition("Version needs section")
    return max(((int(major), int(minor)) for major, minor in _NEEDS.findall(needs)), default=(0, 0))


def newest(paths: Iterable[Path]) -> Version:
    """Return the version that runs them all."""
    return max(map(needed, paths))

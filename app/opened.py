"""Which office file is open in this process: known to all that writes beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Opened:
    """An open office file."""

    path: Path
    read_only: bool


_open: Opened | None = None


def current() -> Opened | None:
    """Return the open office file, None while none is."""
    return _open


def set_current(opened: Opened | None) -> None:
    """Note which office file is open; None when it was closed."""
    global _open  # noqa: PLW0603  # one office is open at a time
    _open = opened

"""From the password of an office to its key, with the help of its copies."""

from __future__ import annotations

from pathlib import Path

from app.cipher.key import Key
from app.cipher.unlocking import unlock
from app.safekeeping.automatic import all_copies


def unlock_office(path: Path, word: str) -> Key:
    """Return the key of an office that is not open here; raises as `unlock` does."""
    return unlock(path, word, (copy for copy, _ in all_copies(path)))

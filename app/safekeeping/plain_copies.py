"""The copies of an office that were made before it had a password: anybody who finds one can read it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.cipher.connection import is_encrypted
from app.cipher.key import Key
from app.errors import Refused
from app.safekeeping.automatic import all_copies
from app.safekeeping.backup import note_sum, sum_of, sums_path
from app.safekeeping.password import change_key


def plain_copies(office: Path) -> list[Path]:
    """Return the copies of an office that can be read without a password, wherever some are known to lie.

    Sticks that are not there now, and copies made by hand, nobody knows of.
    """
    found = [path for path, _ in all_copies(office)]
    found += sorted(office.parent.glob(f"{_literal(office.stem)}.升级前*{office.suffix}"))
    return [path for path in found if not is_encrypted(path)]


def _literal(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def encrypt_copies(copies: Iterable[Path], key: Key) -> list[tuple[Path, str]]:
    """Put each copy under a key, its sum too; return those for which that was refused, and why."""
    refused = []
    for path in copies:
        try:
            made = path.stat()
            change_key(path, None, key)
            os.utime(path, ns=(made.st_atime_ns, made.st_mtime_ns))
            if sums_path(path).exists():
                note_sum(path, sum_of(path))
        except Refused as error:
            refused.append((path, str(error)))
        except OSError:
            refused.append((path, f"不能写入“{path.parent}”，请检查磁盘空间和写权限。"))
    return refused


def remove_copies(copies: Iterable[Path]) -> list[Path]:
    """Remove copies and their sums; return those that could not be removed."""
    left = []
    for path in copies:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
            continue
        with suppress(OSError):
            sums_path(path).unlink(missing_ok=True)
    return left

"""Encrypted office files for tests: the key of one password, derived once for all of them."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from app.cipher.key import Key, new_key
from app.safekeeping.password import change_key

PASSWORD = "春风又绿 江南岸"
OTHER = "明月何时 照我还"


def key(password: str = PASSWORD) -> Key:
    """Return the key of a password: always the same one, salt and all."""
    return _key(password)


@cache
def _key(password: str) -> Key:
    return new_key(password)


def encrypted_copy(plain: Path, target: Path, password: str = PASSWORD) -> Path:
    """Copy a plain office to a place, and give the copy a password."""
    shutil.copy(plain, target)
    change_key(target, None, key(password))
    return target


def spoil_page(path: Path, number: int) -> None:
    """Change one bit in the middle of a page, counted from 1, of an encrypted file."""
    content = bytearray(path.read_bytes())
    content[(number - 1) * 4096 + 2000] ^= 1
    path.write_bytes(content)

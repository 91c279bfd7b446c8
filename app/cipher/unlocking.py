"""From a password, or a recovery code, to the key of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.cipher import attempts
from app.cipher.connection import fits, salt_of
from app.cipher.key import Key, keys_of, leads_to
from app.errors import Invalid, Refused

_REMEDY = "忘了密码，可以输入恢复页上的恢复码。"


class WrongPassword(Refused):
    """Neither the password nor a recovery code of the file."""


def unlock(path: Path, word: str) -> Key:
    """Return the key of an encrypted file that is not open here; takes a tenth of a second and more.

    Raises WrongPassword, and Refused while one must wait after wrong ones. A password is right where any
    page of the file says so: that a page is damaged is told when the file is opened.
    """
    if not path.exists():
        raise Refused(f"找不到“{path}”，请检查文件是否被移走或改名。")
    salt = salt_of(path)
    try:
        return _tried(word, salt, lambda: next((key for key in keys_of(word, salt) if fits(key, path)), None))
    except OSError as error:
        raise Refused(f"无法读取“{path.name}”，请检查U盘是否还在，是否有权限访问它。") from error


def require_word(word: str, key: Key) -> None:
    """Raise as `unlock` does unless a password or recovery code is that of a key at hand."""
    _tried(word, key.salt, lambda: key if leads_to(word, key) else None)


def _tried(word: str, salt: bytes, look: Callable[[], Key | None]) -> Key:
    if not word:
        raise WrongPassword("请输入密码。")
    attempts.require_pause_over(salt)
    try:
        key = look()
    except Invalid as error:  # a slip in copying a code is no guess at a password
        raise WrongPassword(f"{error}。") from error
    if key is not None:
        attempts.forget(salt)
        return key
    attempts.note_wrong(salt)
    if left := attempts.wait(salt):
        raise WrongPassword(f"密码不对，已连错几次，请 {attempts.in_words(left)}后再试。{_REMEDY}")
    raise WrongPassword(f"密码不对，请再试，注意大小写。{_REMEDY}")

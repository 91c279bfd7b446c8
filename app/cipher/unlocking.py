"""From a password, or a recovery code, to the key of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from app.cipher import attempts
from app.cipher.connection import fits, is_encrypted, salt_of
from app.cipher.key import Key, keys_of, leads_to
from app.errors import Invalid, Refused

_SALTS = 3  # that are tried: each takes as long as a password
_REMEDY = "忘了密码，可以输入恢复页上的恢复码。"


class WrongPassword(Refused):
    """Neither the password nor a recovery code of the file."""


def unlock(path: Path, word: str, copies: Iterable[Path] = ()) -> Key:
    """Return the key of an encrypted file that is not open here; takes a tenth of a second and more.

    Raises WrongPassword, and Refused while one must wait after wrong ones. A password is right where any
    page of the file says so: that a page is damaged is told when the file is opened.

    Its `copies`, the newest first, have its salt, without which no password leads anywhere: where the
    file's own is damaged theirs opens it, and the first change writes it anew.
    """
    if not path.exists():
        raise Refused(f"找不到“{path}”，请检查文件是否被移走或改名。")
    salt = salt_of(path)
    theirs = {copy: salt_of(copy) for copy in copies if is_encrypted(copy)}
    salts = list(dict.fromkeys([salt, *theirs.values()]))[:_SALTS]

    def look() -> Key | None:
        return next((key for one in salts for key in keys_of(word, one) if fits(key, path)), None)

    try:
        return _tried(word, salt, look, "" if salt in theirs.values() else _doubt(next(iter(theirs), None)))
    except OSError as error:
        raise Refused(f"无法读取“{path.name}”，请检查U盘是否还在，是否有权限访问它。") from error


def require_word(word: str, key: Key) -> None:
    """Raise as `unlock` does unless a password or recovery code is that of a key at hand."""
    _tried(word, key.salt, lambda: key if leads_to(word, key) else None)


def _doubt(newest: Path | None) -> str:
    """Say what else may be the cause where no copy tells that the salt is what it was."""
    remedy = f"最近的备份“{newest}”" if newest is not None else "备份"
    return f"打开备份，要用做备份时的密码。密码若确实没错，可能是文件开头损坏了，请用{remedy}恢复。"


def _tried(word: str, salt: bytes, look: Callable[[], Key | None], doubt: str = "") -> Key:
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
        raise WrongPassword(f"密码不对，已连错几次，请 {attempts.in_words(left)}后再试。{_REMEDY}{doubt}")
    raise WrongPassword(f"密码不对，请再试，注意大小写。{_REMEDY}{doubt}")

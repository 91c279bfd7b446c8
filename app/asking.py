"""Asking for a password on the command line: at the terminal, unseen, or in a file that is named.

Never in the command itself or the environment: other programs of the computer can read these.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.cipher.connection import PasswordNeeded, is_encrypted
from app.cipher.key import Key, check_new_password
from app.errors import Invalid, Refused
from app.rules.passwords import weakness
from app.safekeeping.unlocking import unlock_office

_STANDARD_INPUT = Path("-")


def key_of(path: Path, word_in: Path | None) -> Key | None:
    """Return the key of a file by its password or recovery code, None for a plain file.

    The word is the first line of the file `word_in`, `-` for what is typed or piped in. Raises Refused.
    """
    if not is_encrypted(path):
        return None
    word = _word(f"“{path.name}”的密码：", word_in)
    if word is None:
        raise PasswordNeeded(path)
    return unlock_office(path, word)


def new_password(word_in: Path | None) -> str:
    """Return a new password, which is typed twice at the terminal; raises Refused where it cannot be one."""
    word = _word("新密码：", word_in)
    if word is None:
        raise Refused("没有新密码。请在终端中输入，或用 --new-password-file 指明写有新密码的文件。")
    try:
        check_new_password(word)
    except Invalid as error:
        raise Refused(f"没有改密码：{error}。") from error
    if word_in is None and _word("再输入一次：", None) != word:
        raise Refused("两次输入的密码不一样，没有改密码，请再试一次。")
    if weak := weakness(word):
        print(f"提醒：密码{weak}。", file=sys.stderr)
    return word


def _word(prompt: str, word_in: Path | None) -> str | None:
    """Return what is typed or read; None where nobody can be asked."""
    if word_in is None:
        return _typed(prompt)
    if word_in == _STANDARD_INPUT:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        with word_in.open(encoding="utf-8-sig") as file:
            return file.readline().rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise Refused(f"读不出密码文件“{word_in}”，请检查路径和权限，以及它是不是 UTF-8 文本。") from error


def _typed(prompt: str) -> str | None:
    import getpass

    if not sys.stdin.isatty():
        return None
    return getpass.getpass(prompt)

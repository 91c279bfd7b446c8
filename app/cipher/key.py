"""The key of an encrypted office file, and the two ways to it: the password and the recovery code.

An encrypted file is SQLCipher's, version 4, with its own defaults, so that any tool which knows SQLCipher
opens it with the password: 256,000 rounds of PBKDF2 with SHA-512 over the password and the first 16 bytes of
the file, the salt, give 32 bytes, the key. It cannot be told from the key what the password was.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass, field

from app.errors import Invalid
from app.rules.recovery_code import read_recovery_code

SALT_BYTES = 16
KEY_BYTES = 32
_ROUNDS = 256_000
SHORTEST = 8  # characters of a new password; spaces at its ends count


@dataclass(frozen=True)
class Key:
    """What opens one file and the copies made of it, which have its salt; its text shows nothing of it."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it where nothing is to be derived any more."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def derive(password: str, salt: bytes) -> Key:
    """Return the key that a password leads to; takes a tenth of a second and more, on purpose.

    é can be written in two ways that nobody can tell apart: both are one password (NFC).
    """
    word = unicodedata.normalize("NFC", password).encode(errors="surrogatepass")
    return Key(hashlib.pbkdf2_hmac("sha512", word, salt, _ROUNDS, KEY_BYTES), salt)


def new_key(password: str) -> Key:
    """Return the key of a new file under a password: with a salt of its own."""
    return derive(password, secrets.token_bytes(SALT_BYTES))


def leads_to(word: str, key: Key) -> bool:
    """Tell whether a password or recovery code is that of a key at hand; takes as long as `derive`."""
    return any(secrets.compare_digest(key.secret, one.secret) for one in keys_of(word, key.salt))


def keys_of(word: str, salt: bytes) -> list[Key]:
    """Return the keys that what was typed may lead to: as a recovery code, else as a password.

    Raises Invalid where it is a recovery code with a wrong digit in it.
    """
    code = read_recovery_code(word)
    return [Key(code, salt)] if code is not None else [derive(word, salt)]


def check_new_password(password: str) -> None:
    """Raise Invalid for a password that cannot be one: too short, or nothing to be typed again."""
    if len(unicodedata.normalize("NFC", password)) < SHORTEST:
        raise Invalid(f"密码至少 {SHORTEST} 个字符，请再长一些")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in password):
        raise Invalid("密码中有不能输入的字符，请只用能打出来的字")
    try:
        code = read_recovery_code(password)
    except Invalid:
        code = b""
    if code is not None:
        raise Invalid("这是恢复码的样子，不能用作密码，请另想一个")

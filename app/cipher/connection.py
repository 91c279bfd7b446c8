"""The one place where an office file, or a copy of one, is opened by its driver.

Never for an office that is open here: another connection to it, or reading its bytes, would drop SQLite's
lock on it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import quote

from sqlcipher3 import dbapi2 as sqlite

from app.cipher.key import KEY_BYTES, SALT_BYTES, Key
from app.errors import Refused

PLAIN_HEADER = b"SQLite format 3\x00"
PAGE = 4096
"""Bytes of a page of an encrypted file; at its end stands a code over all that is before it."""
_LONGEST = 504  # bytes of a path, 512 with that of the journal (MAX_PATHNAME of SQLite's os_unix.c)
_CODE = 64
_CODE_SALT = 0x3A
_CODE_ROUNDS = 2
_LOOKED_AT = 16  # pages from the beginning of a file that are asked whether a key is theirs
_ASKED = 8  # pages with something in them, which together tell whether a file is encrypted
_WITHIN = 256  # pages from the beginning of a file in which these are looked for
_UNEVEN = 500  # chi-squared over the 256 bytes: of a page by chance 255 and at most some 100 more
_OTHERS = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
)
"""How packed files begin, such as workbooks and pictures, which cannot be told from chance either."""


class Connection(Protocol):
    """What is asked of a connection of the driver's."""

    def execute(self, sql: str, parameters: tuple[object, ...] = ..., /) -> sqlite.Cursor: ...


class PasswordNeeded(Refused):
    """The file is encrypted, and nobody has said its password."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}”有密码，没有打开。请输入它的密码。")
        self.path = path


def is_encrypted(path: Path) -> bool:
    """Tell whether a file looks like an encrypted office: most of it cannot be told from chance.

    Not its first page alone says so: that may be wiped. In a plain one the first pages hold statements.
    """
    first = _first_page(path)
    if len(first) < PAGE or first.startswith((PLAIN_HEADER, *_OTHERS)):
        return False
    written = (page for _, page in _pages(path, range(1, _WITHIN + 1)) if page.count(page[0]) < PAGE)
    asked = [_is_by_chance(page) for page in islice(written, _ASKED)]
    return 2 * sum(asked) > len(asked)


def _is_by_chance(page: bytes) -> bool:
    """Tell whether each byte comes about equally often in a page."""
    return 256 * sum(many * many for many in Counter(page).values()) / PAGE - PAGE < _UNEVEN


def salt_of(path: Path) -> bytes:
    """Return the salt of an encrypted file."""
    return _first_page(path)[:SALT_BYTES]


def _first_page(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe would keep whoever reads it waiting
            return b""
        with path.open("rb") as file:
            return file.read(PAGE)
    except OSError as error:
        raise Refused(f"无法读取“{path.name}”，请检查是否有权限访问它。") from error


def fits(key: Key, path: Path) -> bool:
    """Tell whether a key is that of an encrypted file, by the codes that its pages end with.

    One page is enough: where the first is damaged, another tells that the password is right all the same.
    """
    last = path.stat().st_size // PAGE
    looked_at = chain(range(1, _LOOKED_AT + 1), range(max(last - 1, _LOOKED_AT + 1), last + 1))
    return any(is_whole for _, is_whole in _codes(path, key, looked_at))


def damaged_pages(path: Path, key: Key) -> list[int]:
    """Return the numbers of the pages of an encrypted file whose codes say that they are not as written."""
    pages = range(1, path.stat().st_size // PAGE + 1)
    return [number for number, is_whole in _codes(path, key, pages) if not is_whole]


def _codes(path: Path, key: Key, numbers: Iterable[int]) -> Iterator[tuple[int, bool]]:
    """Yield, of some pages, whether the code at their end is that of the key."""
    rounds = hashlib.pbkdf2_hmac(
        "sha512", key.secret, bytes(byte ^ _CODE_SALT for byte in key.salt), _CODE_ROUNDS, KEY_BYTES
    )
    for number, page in _pages(path, numbers):
        body = page[SALT_BYTES if number == 1 else 0 : -_CODE] + number.to_bytes(4, "little")
        yield number, hmac.compare_digest(hmac.digest(rounds, body, "sha512"), page[-_CODE:])


def _pages(path: Path, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE)
            if len(page := file.read(PAGE)) == PAGE:
                yield number, page


def is_under(path: Path, key: Key | None) -> bool:
    """Tell whether a file is encrypted with the salt of a key; or plain, where there is none."""
    salt = salt_of(path) if is_encrypted(path) else None
    return salt == (key.salt if key is not None else None)


def key_for(path: Path, key: Key | None) -> Key | None:
    """Return the key to open a file with, of the one at hand: None for a plain file.

    Raises PasswordNeeded for an encrypted file that has another salt, thus another key; but where its
    pages say that the key is theirs, the salt is damaged, and SQLCipher does not need the file's own.
    """
    if not path.exists() or path.stat().st_size == 0:
        return key
    if not is_encrypted(path):
        return None
    if not is_under(path, key) and (key is None or not fits(key, path)):
        raise PasswordNeeded(path)
    return key


def connect(
    path: Path, key: Key | None = None, *, mode: Literal["ro", "rw", "rwc"] = "ro", immutable: bool = False
) -> sqlite.Connection:
    """Open a file that is not open here: only to be read, unless `mode` is that of SQLite for more.

    `key` is taken for an encrypted or a new file, and left for a plain one. Raises PasswordNeeded for an
    encrypted file that it does not open, else what the driver raises.
    """
    require_short_path(path)
    fitting = key_for(path, key)
    unchanged = "&immutable=1" if immutable else ""
    uri = f"{path.resolve().as_uri()}?mode={mode}{unchanged}"
    if fitting is not None and mode == "ro":
        return _Enduring(partial(_open, uri, fitting))
    return _open(uri, fitting)


def require_short_path(path: Path) -> None:
    """Raise Refused for a file so deep that SQLite cannot open it; Windows has another limit."""
    if os.name == "posix" and (long := len(os.fsencode(path.resolve()))) > _LONGEST:
        raise Refused(
            f"文件夹“{path.parent}”的路径太长（{long} 字节，最多 {_LONGEST}），其中的台账打不开。"
            "请把台账移到浅一些的文件夹，或给上层文件夹起短一些的名字。"
        )


def _open(uri: str, key: Key | None) -> sqlite.Connection:
    connection = sqlite.connect(uri, uri=True)
    give_key(connection, key)
    return connection


class _Enduring:
    """A connection that is opened anew after an error, to read what can still be read.

    SQLCipher reads nothing more through one that met a page whose code is wrong.
    """

    def __init__(self, opened: Callable[[], sqlite.Connection]) -> None:
        self._opened = opened
        self._functions: list[tuple[tuple[object, ...], dict[str, object]]] = []
        self._connection = opened()

    def execute(self, *statement: object) -> sqlite.Cursor:
        try:
            return self._connection.execute(*statement)
        except sqlite.DatabaseError:
            self._connection.close()
            self._connection = self._opened()
            for values, options in self._functions:
                self._connection.create_function(*values, **options)
            return self._connection.execute(*statement)

    def create_function(self, *values: object, **options: object) -> None:
        self._functions.append((values, options))
        self._connection.create_function(*values, **options)

    def close(self) -> None:
        self._connection.close()


def give_key(connection: sqlite.Connection, key: Key | None) -> None:
    """Let a connection read and write an encrypted file; the first thing it is told."""
    connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong password is no matter for stderr
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.literal}"')


def copy_under(connection: sqlite.Connection, target: Path, key: Key | None) -> None:
    """Copy all that a connection reads into a new file, under a key or plain; may raise DatabaseError.

    Not by `PRAGMA rekey`, which changes the file itself: what is cut off in the middle must leave it whole.
    """
    if key is not None:
        uri = f"{target.resolve().as_uri()}?key={quote(key.literal, safe='')}"
        connection.execute("VACUUM INTO ?", (uri,))
        return
    connection.execute("ATTACH ? AS plain KEY ''", (str(target.resolve()),))
    connection.execute("SELECT sqlcipher_export('plain')").fetchall()
    for number in ("user_version", "application_id"):  # which an export leaves at 0
        value = connection.execute(f"PRAGMA main.{number}").fetchone()[0]
        connection.execute(f"PRAGMA plain.{number} = {value}")
    connection.execute("DETACH plain")

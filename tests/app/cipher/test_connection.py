"""One place opens an office file or a copy by the driver; everything else asks it."""

from __future__ import annotations

import random
import re
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import PasswordNeeded, connect, is_encrypted, is_under
from tests.helpers.passwords import OTHER, encrypted_copy, key, spoil_page

ROOT = Path(__file__).resolve().parents[3]
_OPENS = re.compile(
    r"\b(sqlite|sqlite3|dbapi2|sqlcipher3|sqlcipher)\.(connect|Connection\()|import sqlite3|apsw"
)


@pytest.fixture
def file(tmp_path: Path, blank_office: Path) -> Path:
    return encrypted_copy(blank_office, tmp_path / "泰祥.union")


def test_nothing_else_opens_a_file_by_the_driver() -> None:
    sources = [*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    opening = {path.name for path in sources if _OPENS.search(path.read_text(encoding="utf-8"))}
    assert opening == {"connection.py"}


def test_an_encrypted_file_is_known_by_having_no_pattern(file: Path, blank_office: Path) -> None:
    assert is_encrypted(file)
    assert not is_encrypted(blank_office)


@pytest.mark.parametrize(
    "content", [b"", b"x" * 8192, bytes(8192), "王芳\n".encode() * 2000, b"SQLite format 3\x00"]
)
def test_another_file_is_not_taken_for_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "o.union").write_bytes(content)
    assert not is_encrypted(tmp_path / "o.union")


@pytest.mark.parametrize("wiped", [bytes(4096), b"\xff" * 4096, bytes(3 * 4096), b"\x00" * 4096 * 20])
def test_an_encrypted_file_whose_beginning_was_wiped_is_known_by_the_rest(file: Path, wiped: bytes) -> None:
    content = file.read_bytes()
    file.write_bytes(wiped + content[len(wiped) :])
    assert is_encrypted(file)


@pytest.mark.parametrize("at", range(16))
def test_a_plain_file_with_a_wrong_bit_in_its_mark_is_not_taken_for_an_encrypted_one(
    blank_office: Path, tmp_path: Path, at: int
) -> None:
    """Its first page holds nearly all of the 256 bytes, too, but by no means equally often."""
    content = bytearray(blank_office.read_bytes())
    content[at] ^= 1
    (tmp_path / "o.union").write_bytes(content)
    assert not is_encrypted(tmp_path / "o.union")


@pytest.mark.parametrize("mark", [b"PK\x03\x04", b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"\xd0\xcf\x11\xe0"])
def test_a_workbook_or_a_picture_is_not_taken_for_an_encrypted_file(tmp_path: Path, mark: bytes) -> None:
    """What is packed has no pattern either."""
    (tmp_path / "o.union").write_bytes(mark + random.Random(2011).randbytes(40_000))
    assert not is_encrypted(tmp_path / "o.union")


def test_a_folder_is_not_taken_for_one(tmp_path: Path) -> None:
    assert not is_encrypted(tmp_path)


def test_without_its_key_an_encrypted_file_asks_for_the_password(file: Path) -> None:
    with pytest.raises(PasswordNeeded, match="有密码"):
        connect(file)


def test_the_key_of_another_file_is_not_tried(file: Path) -> None:
    with pytest.raises(PasswordNeeded):
        connect(file, key(OTHER))


def test_a_plain_file_is_opened_without_the_key_at_hand(blank_office: Path) -> None:
    with closing(connect(blank_office, key())) as connection:
        assert connection.execute("SELECT COUNT(*) FROM profile").fetchone() == (1,)


def test_a_file_is_only_read_unless_more_is_asked(file: Path) -> None:
    with closing(connect(file, key())) as connection, pytest.raises(sqlite.OperationalError):
        connection.execute("DELETE FROM profile")


def test_a_key_is_that_of_one_file(file: Path, blank_office: Path) -> None:
    assert is_under(file, key())
    assert not is_under(file, key(OTHER))
    assert not is_under(file, None)
    assert is_under(blank_office, None)
    assert not is_under(blank_office, key())


def test_what_lies_on_other_pages_than_a_damaged_one_is_read_all_the_same(file: Path) -> None:
    with closing(connect(file, key())) as connection:
        root = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(root, ("member",)).fetchone()
    spoil_page(file, page)
    with closing(connect(file, key())) as connection:
        with pytest.raises(sqlite.DatabaseError):
            connection.execute("SELECT * FROM member").fetchall()
        assert connection.execute("SELECT COUNT(*) FROM profile").fetchone() == (1,)

"""The key is SQLCipher's own: any tool that knows SQLCipher opens the file with the password."""

from __future__ import annotations

import unicodedata
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import connect
from app.cipher.key import Key, check_new_password, keys_of, leads_to, new_key
from app.errors import Invalid
from app.rules.recovery_code import write_recovery_code
from tests.helpers.passwords import PASSWORD, key


def write_file(path: Path, made: Key) -> None:
    with closing(connect(path, made, mode="rwc")) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("INSERT INTO t VALUES ('王芳')")
        connection.commit()


@pytest.mark.parametrize("password", [PASSWORD, 'it\'s "50 %" & #7', "😀 two words"])
def test_sqlcipher_itself_opens_the_file_with_the_password(tmp_path: Path, password: str) -> None:
    write_file(tmp_path / "o.union", new_key(password))
    with closing(sqlite.connect(tmp_path / "o.union")) as connection:
        quoted = password.replace("'", "''")
        connection.execute(f"PRAGMA key = '{quoted}'")
        assert connection.execute("SELECT a FROM t").fetchall() == [("王芳",)]


def test_two_files_of_one_password_have_two_keys() -> None:
    assert new_key(PASSWORD) != key()


def test_a_letter_with_an_accent_is_one_password_however_it_was_typed() -> None:
    made = new_key(unicodedata.normalize("NFC", "résumé 2011"))
    assert leads_to(unicodedata.normalize("NFD", "résumé 2011"), made)


def test_blanks_at_the_ends_belong_to_a_password() -> None:
    assert not leads_to(f" {PASSWORD}", key())


def test_the_recovery_code_leads_to_the_same_key() -> None:
    assert keys_of(" ".join(write_recovery_code(key().secret)), key().salt) == [key()]


def test_the_text_of_a_key_shows_nothing_of_it() -> None:
    assert repr(key()) == "Key()"
    assert key().secret.hex() not in f"{key()} {[key()]}"


@pytest.mark.parametrize(
    "password", ["", "1234567", "王芳王芳王芳王", "12345678\n", "王芳\ud800王芳王芳王芳"]
)
def test_what_is_too_short_or_cannot_be_typed_is_no_password(password: str) -> None:
    with pytest.raises(Invalid):
        check_new_password(password)


def test_a_recovery_code_is_no_password() -> None:
    with pytest.raises(Invalid, match="恢复码"):
        check_new_password("-".join(write_recovery_code(bytes(32))))


def test_a_word_of_eight_chinese_characters_is_a_password() -> None:
    check_new_password("春风又绿江南岸啊")

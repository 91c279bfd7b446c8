"""A password set, changed, taken away: by a new copy that is verified, the file whole whenever cut off."""

from __future__ import annotations

import shutil
import signal
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app import lock
from app.cipher.connection import PasswordNeeded, connect, is_encrypted, is_under
from app.cipher.key import Key
from app.errors import Refused
from app.office import close_office, open_office
from app.safekeeping.password import change_key
from app.subjects.members.records import Member
from tests.app.safekeeping.test_backup import disk_full_at
from tests.factories.people import make_member
from tests.helpers.content import content
from tests.helpers.passwords import OTHER, PASSWORD, encrypted_copy, key, spoil_page


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, blank_office: Path) -> Path:
    """A closed plain office of one member, 王芳, who was named otherwise before."""
    path = tmp_path_factory.mktemp("made") / "泰祥 100%#.union"
    open_office(Path(shutil.copy(blank_office, path)))
    member = make_member(name="王方")
    Member.update(name="王芳").where(Member.id == member.id).execute()
    close_office()
    return path


@pytest.fixture
def plain(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / made.name))


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Path:
    """The same office under a password."""
    return encrypted_copy(made, tmp_path / made.name)


def inside(path: Path, with_key: Key | None) -> object:
    """Return all that is recorded in a file."""
    open_office(path, with_key)
    try:
        return content()
    finally:
        close_office()


def history(path: Path, with_key: Key | None) -> object:
    with closing(connect(path, with_key)) as connection:
        return connection.execute("SELECT id, action, row_id, changes FROM history ORDER BY id").fetchall()


def numbers(path: Path) -> list[tuple[int]]:
    """Return what the head of a plain file says of itself."""
    with closing(sqlite.connect(path)) as connection:
        return [
            connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
        ]


def test_a_file_with_a_password_holds_what_it_held(plain: Path) -> None:
    before = inside(plain, None)
    change_key(plain, None, key())
    assert is_encrypted(plain)
    assert inside(plain, key()) == before


def test_its_history_stays(plain: Path) -> None:
    before = history(plain, None)
    change_key(plain, None, key())
    assert history(plain, key()) == before


def test_no_name_stands_in_a_file_with_a_password_nor_beside_it(file: Path) -> None:
    words = ["王芳".encode(), "泰祥社区工会".encode(), b"SQLite format", b"member"]
    files = [one for one in file.parent.rglob("*") if one.is_file()]
    assert files == [file]
    assert [word for word in words if word in file.read_bytes()] == []


def test_the_journal_of_a_change_holds_no_name_either(file: Path) -> None:
    open_office(file, key())
    from app.records.base import database

    with database.atomic("IMMEDIATE"):
        make_member(name="李娜李娜")
        database.execute_sql("PRAGMA cache_size = 5")
        found = file.with_name(f"{file.name}-journal").read_bytes() + Path(file).read_bytes()
    close_office()
    assert "王芳".encode() not in found
    assert "李娜李娜".encode() not in found


def test_without_the_password_it_is_not_opened(file: Path) -> None:
    with pytest.raises(PasswordNeeded, match="有密码"):
        open_office(file)
    assert not lock.lock_path(file).exists()


def test_another_password_takes_the_place_of_the_first(file: Path) -> None:
    before = inside(file, key())
    change_key(file, key(), key(OTHER))
    assert is_under(file, key(OTHER))
    assert inside(file, key(OTHER)) == before
    with pytest.raises(PasswordNeeded):
        open_office(file, key())


def test_a_password_taken_away_leaves_a_plain_file(file: Path, made: Path) -> None:
    change_key(file, key(), None)
    assert not is_encrypted(file)
    assert inside(file, None) == inside(made, None)
    assert numbers(file) == numbers(made)


def test_what_is_recorded_afterwards_is_encrypted_too(file: Path) -> None:
    open_office(file, key())
    make_member(name="李娜")
    close_office()
    assert "李娜".encode() not in file.read_bytes()
    open_office(file, key())
    assert [member.name for member in Member.alive().order_by(Member.name)] == ["李娜", "王芳"]
    close_office()


def test_the_file_stays_its_owners_alone(plain: Path) -> None:
    plain.chmod(0o600)
    change_key(plain, None, key())
    assert stat.S_IMODE(plain.stat().st_mode) == 0o600


def test_a_link_goes_on_pointing_at_the_office(plain: Path, tmp_path: Path) -> None:
    (tmp_path / "链接.union").symlink_to(plain)
    change_key(tmp_path / "链接.union", None, key())
    assert (tmp_path / "链接.union").is_symlink()
    assert is_encrypted(plain)


@pytest.mark.parametrize("page", [1, 2, 9])
def test_a_damaged_file_is_told_as_damaged_and_not_written_anew(file: Path, page: int) -> None:
    spoil_page(file, page)
    before = file.read_bytes()
    with pytest.raises(Refused, match="损坏"):
        change_key(file, key(), key(OTHER))
    assert file.read_bytes() == before


@pytest.mark.parametrize("page", [1, 2, 9])
def test_damage_under_a_password_is_told_as_damage(file: Path, page: int) -> None:
    spoil_page(file, page)
    with pytest.raises(Refused, match="已损坏"):
        open_office(file, key())
    assert not lock.lock_path(file).exists()


def test_a_file_that_was_cut_short_is_told_as_incomplete(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(Refused, match="不完整"):
        open_office(file, key())


def test_a_file_that_was_cut_at_a_page_is_told_as_damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 20 * 4096])
    with pytest.raises(Refused, match="已损坏"):
        open_office(file, key())


def test_a_file_that_is_open_here_is_refused(plain: Path) -> None:
    open_office(plain)
    try:
        with pytest.raises(Refused, match="正打开着"):
            change_key(plain, None, key())
    finally:
        close_office()


def test_a_file_that_is_open_elsewhere_is_refused(plain: Path) -> None:
    lock.lock_path(plain).write_text('{"host": "another", "process": 1, "since": "9:00"}', encoding="utf-8")
    with pytest.raises(Refused, match="正在另一处打开"):
        change_key(plain, None, key())
    assert not is_encrypted(plain)


@pytest.mark.parametrize("part", [0.0, 0.1, 0.9])
def test_a_full_disk_leaves_the_file_that_was_there(plain: Path, part: float) -> None:
    before = plain.read_bytes()
    with (
        disk_full_at(int(len(before) * part)),
        pytest.raises(Refused, match=r"没有改动.*磁盘|未作任何改动.*磁盘|磁盘.*没有改动"),
    ):
        change_key(plain, None, key())
    assert plain.read_bytes() == before
    assert list(plain.parent.iterdir()) == [plain]


# Killed in the middle: before each of the calls that touch the disk, and within SQLite's own writing.

_KILLED = """
import os, signal, sys
from pathlib import Path
from app.cipher.key import Key
from app.safekeeping import password
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
path, at, old, new = Path(sys.argv[1]), *sys.argv[2:]
keys = [Key(bytes.fromhex(one[:64]), bytes.fromhex(one[64:])) if one else None for one in (old, new)]
setattr(Path if at == "replace" else password, at, die)
password.change_key(path, *keys)
"""


def hexed(one: Key | None) -> str:
    return (one.secret + one.salt).hex() if one is not None else ""


@pytest.mark.parametrize("at", ["_write", "make_durable", "_require_same", "replace"])
@pytest.mark.parametrize("ways", ["set", "changed", "removed"])
def test_who_is_killed_before_the_end_leaves_the_file_that_was_there(
    made: Path, tmp_path: Path, at: str, ways: str
) -> None:
    old, new = {"set": (None, key()), "changed": (key(), key(OTHER)), "removed": (key(), None)}[ways]
    file = Path(shutil.copy(made, tmp_path / "泰祥.union"))
    if old is not None:
        change_key(file, None, old)
    before = file.read_bytes()
    arguments = [str(file), at, hexed(old), hexed(new)]
    done = subprocess.run([sys.executable, "-c", _KILLED, *arguments], check=False)
    assert done.returncode == -signal.SIGKILL
    assert file.read_bytes() == before
    change_key(file, old, new)
    assert is_under(file, new)


def test_the_password_itself_is_nowhere_on_the_disk(file: Path, tmp_path: Path) -> None:
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert [one for one in files if PASSWORD.encode() in one.read_bytes()] == []

"""What is copied from an office with a password is under it too, verified with it, and restored with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.checking.file_check import check_file
from app.checking.ledger import check_ledger_of
from app.checking.rescue import rescue
from app.cipher.connection import PasswordNeeded, connect, is_encrypted, is_under
from app.errors import Refused
from app.office import close_office, create, open_office
from app.safekeeping.automatic import keep_copy, newest_sound_copy, own_folder
from app.safekeeping.backup import back_up, is_backup, remove_leftovers, save_copy, sum_of, sums_path
from app.safekeeping.comparing import compare_with_open
from app.safekeeping.password import change_key
from app.safekeeping.plain_copies import encrypt_copies, plain_copies, remove_copies
from app.safekeeping.restore import restore
from app.subjects.members.records import Member
from tests.factories.people import make_member
from tests.helpers.passwords import OTHER, encrypted_copy, key, spoil_page


@pytest.fixture
def file(tmp_path: Path, blank_office: Path) -> Iterator[Path]:
    """An open office under a password, with one member."""
    path = encrypted_copy(blank_office, tmp_path / "泰祥.union")
    open_office(path, key())
    make_member(name="王芳")
    yield path
    close_office()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "U盘 100%#").mkdir()
    return tmp_path / "U盘 100%#"


def names(path: Path) -> list[str]:
    open_office(path, key())
    try:
        return sorted(str(member.name) for member in Member.alive())
    finally:
        close_office()


def test_a_backup_is_under_the_same_password(file: Path, stick: Path) -> None:
    made = back_up(stick)
    assert is_under(made.path, key())
    assert "王芳".encode() not in made.path.read_bytes()
    close_office()
    open_office(made.path, key(), read_only=True)
    assert [member.name for member in Member.alive()] == ["王芳"]


def test_nothing_plain_lies_beside_a_backup(file: Path, stick: Path) -> None:
    made = back_up(stick)
    assert sorted(stick.iterdir()) == sorted([made.path, sums_path(made.path)])


def test_a_copy_to_work_on_is_under_the_same_password(file: Path, stick: Path) -> None:
    save_copy(stick / "本机.union")
    assert is_under(stick / "本机.union", key())


def test_an_automatic_copy_is_too_and_found_as_the_newest_sound_one(file: Path) -> None:
    made = keep_copy()
    assert made is not None
    assert is_under(made.path, key())
    assert newest_sound_copy(file, key()) == made.path


def test_a_damaged_copy_is_not_the_newest_sound_one(file: Path) -> None:
    made = keep_copy()
    assert made is not None
    spoil_page(made.path, 3)
    assert newest_sound_copy(file, key()) is None


def test_an_unchanged_office_is_copied_again_after_its_password_was_changed(file: Path) -> None:
    first = keep_copy()
    assert first is not None
    close_office()
    change_key(file, key(), key(OTHER))
    open_office(file, key(OTHER))
    second = keep_copy(datetime.now() + timedelta(seconds=5))
    assert second is not None
    assert is_under(second.path, key(OTHER))


def test_what_a_copy_lacks_is_told(file: Path, stick: Path) -> None:
    made = back_up(stick)
    make_member(name="李娜")
    assert compare_with_open(made.path).sentence == "会少 会员 1 人、会籍变动 1 条。"


def test_a_copy_under_an_earlier_password_is_told_as_such(file: Path, stick: Path) -> None:
    made = back_up(stick)
    close_office()
    change_key(file, key(), key(OTHER))
    open_office(file, key(OTHER))
    with pytest.raises(PasswordNeeded):
        compare_with_open(made.path)


def test_a_backup_is_known_by_whoever_has_the_key(file: Path, stick: Path) -> None:
    made = back_up(stick)
    sums_path(made.path).unlink()
    assert is_backup(made.path, key())
    assert not is_backup(made.path)


def test_a_backup_is_restored_under_its_password(file: Path, stick: Path) -> None:
    made = back_up(stick)
    make_member(name="李娜")
    close_office()
    restored = restore(made.path, file, key())
    assert restored.is_summed
    assert restored.lacks.startswith("会少 会员 1 人")
    assert restored.password == ""
    assert is_under(file, key())
    assert names(file) == ["王芳"]


def test_a_backup_of_before_the_password_was_changed_says_which_it_wants(file: Path, stick: Path) -> None:
    made = back_up(stick)
    close_office()
    change_key(file, key(), key(OTHER))
    assert "做这份备份时的密码" in restore(made.path, file, key()).password
    assert names(file) == ["王芳"]


def test_a_backup_of_before_there_was_a_password_says_that_it_has_none(
    blank_office: Path, tmp_path: Path
) -> None:
    file = encrypted_copy(blank_office, tmp_path / "泰祥.union")
    assert "没有密码" in restore(blank_office, file).password


def test_a_backup_is_not_restored_without_its_password(file: Path, stick: Path) -> None:
    made = back_up(stick)
    close_office()
    before = file.read_bytes()
    with pytest.raises(PasswordNeeded, match="泰祥-"):
        restore(made.path, file)
    assert file.read_bytes() == before


def test_a_damaged_backup_is_told_as_damaged(file: Path, stick: Path) -> None:
    made = back_up(stick)
    close_office()
    sums_path(made.path).unlink()
    spoil_page(made.path, 1)
    with pytest.raises(Refused, match="已损坏"):
        restore(made.path, file, key())


def test_the_check_of_a_sound_file_finds_nothing_but_the_missing_backup(file: Path) -> None:
    close_office()
    assert [finding for finding in check_file(file, key()) if not finding.note] == []
    assert [finding for finding in check_ledger_of(file, key()) if not finding.note] == []


@pytest.mark.parametrize("page", [1, 5])
def test_the_check_of_a_damaged_file_names_damage(file: Path, page: int) -> None:
    close_office()
    spoil_page(file, page)
    told = "".join(finding.sentence for finding in check_file(file, key()))
    assert "损坏" in told or "读不出" in told


def test_the_check_without_the_password_says_that_it_has_one(file: Path) -> None:
    close_office()
    assert "有密码" in check_file(file)[0].sentence


def test_a_rescue_of_an_encrypted_file_is_encrypted_too(file: Path, tmp_path: Path) -> None:
    close_office()
    with closing(connect(file, key())) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'membership_event'"
        page = connection.execute(query).fetchone()[0]
    spoil_page(file, page)
    rescued = rescue(file, tmp_path / "救出.union", key())
    assert [one for one in rescued.lost if "会籍变动" in one]
    assert rescued.taken > 0
    assert is_under(tmp_path / "救出.union", key())


def test_a_new_office_may_have_a_password_from_the_start(tmp_path: Path) -> None:
    create(tmp_path / "新.union", "泰祥社区工会", key=key())
    close_office()
    assert is_under(tmp_path / "新.union", key())
    open_office(tmp_path / "新.union", key())
    close_office()


def test_the_copy_before_an_upgrade_is_encrypted_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from app import office

    close_office()
    newest = office.newest_version()
    monkeypatch.setattr(office, "newest_version", lambda: newest + 1)
    open_office(file, key())
    close_office()
    (aside,) = file.parent.glob("泰祥.升级前*.union")
    assert is_under(aside, key())


def test_an_unfinished_encrypted_copy_of_ours_is_cleared_away(file: Path, stick: Path) -> None:
    left = stick / ".泰祥.union.0a1b2c3d.part"
    close_office()
    shutil.copy(file, left)
    os.utime(left, (0, 0))
    remove_leftovers(stick)
    assert list(stick.iterdir()) == []


# Copies from before the password


@pytest.fixture
def plain_first(tmp_path: Path, blank_office: Path, stick: Path) -> Path:
    """An office that got its password after copies of it were made: two by itself, one on a stick."""
    path = Path(shutil.copy(blank_office, tmp_path / "泰祥[1].union"))
    open_office(path)
    make_member(name="王芳")
    keep_copy()
    back_up(stick)
    close_office()
    shutil.copy(path, tmp_path / "泰祥[1].升级前20110101000000.union")
    change_key(path, None, key())
    return path


def test_the_plain_copies_that_are_known_are_named(plain_first: Path) -> None:
    folders = {path.parent.name for path in plain_copies(plain_first)}
    assert folders == {"U盘 100%#", own_folder(plain_first).name, plain_first.parent.name}


def test_they_are_put_under_the_password_their_sums_and_times_too(plain_first: Path, stick: Path) -> None:
    copies = plain_copies(plain_first)
    times = [path.stat().st_mtime_ns for path in copies]
    assert encrypt_copies(copies, key()) == []
    assert all(is_under(path, key()) for path in copies)
    assert [path.stat().st_mtime_ns for path in copies] == times
    assert plain_copies(plain_first) == []
    (backup,) = stick.glob("*.union")
    assert sum_of(backup) in sums_path(backup).read_text(encoding="utf-8")
    assert restore(backup, plain_first, key()).is_summed


def test_a_damaged_one_stays_and_it_is_said(plain_first: Path) -> None:
    copies = plain_copies(plain_first)
    content = bytearray(copies[0].read_bytes())
    content[8192:60000] = bytes(60000 - 8192)
    copies[0].write_bytes(content)
    ((path, why),) = encrypt_copies(copies, key())
    assert path == copies[0]
    assert "损坏" in why
    assert not is_encrypted(path)


def test_they_are_removed_with_their_sums(plain_first: Path, stick: Path) -> None:
    assert remove_copies(plain_copies(plain_first)) == []
    assert list(stick.iterdir()) == []
    assert plain_copies(plain_first) == []

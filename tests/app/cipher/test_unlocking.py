"""From a password to the key: wrong ones told from damage, and slower the more of them there are."""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.cipher import attempts
from app.cipher.connection import salt_of
from app.cipher.unlocking import WrongPassword, require_word, unlock
from app.errors import Refused
from app.office import close_office, open_office
from app.rules.recovery_code import write_recovery_code
from tests.factories.people import make_member
from tests.helpers.passwords import OTHER, PASSWORD, encrypted_copy, key, spoil_page


@pytest.fixture
def file(tmp_path: Path, blank_office: Path) -> Path:
    shutil.copy(blank_office, tmp_path / "空.union")
    return encrypted_copy(blank_office, tmp_path / "泰祥 100%#.union")


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "union-office" / "attempts.json"


def pass_time(state: Path, seconds: int) -> None:
    """Let the last wrong attempt have been so many seconds earlier."""
    told = {
        salt: (wrong, (datetime.fromisoformat(last) - timedelta(seconds=seconds)).isoformat())
        for salt, (wrong, last) in json.loads(state.read_text()).items()
    }
    state.write_text(json.dumps(told))


def test_the_password_leads_to_the_key(file: Path) -> None:
    assert unlock(file, PASSWORD) == key()


def test_the_recovery_code_does_too(file: Path) -> None:
    assert unlock(file, "-".join(write_recovery_code(key().secret))) == key()


def test_another_password_is_wrong(file: Path) -> None:
    with pytest.raises(WrongPassword, match="密码不对"):
        unlock(file, OTHER)


def _spoil_salt(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5] ^= 1
    path.write_bytes(content)


def test_a_damaged_salt_is_read_from_a_copy_and_mended_by_the_first_change(
    file: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(file, tmp_path / "副本.union"))
    _spoil_salt(file)
    found = unlock(file, PASSWORD, [copy])
    assert found == key()
    open_office(file, found)
    make_member(name="王芳")
    close_office()
    assert salt_of(file) == key().salt
    assert unlock(file, PASSWORD) == key()


def test_a_wrong_password_of_a_whole_file_is_called_nothing_else(file: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(file, tmp_path / "副本.union"))
    with pytest.raises(WrongPassword, match=r"恢复码。$"):
        unlock(file, OTHER, [copy])


def test_of_a_backup_the_password_is_asked_that_it_was_made_under(file: Path) -> None:
    with pytest.raises(WrongPassword, match="要用做备份时的密码"):
        unlock(file, OTHER)


def test_where_no_copy_tells_both_causes_are_named_and_the_newest_copy(file: Path, tmp_path: Path) -> None:
    """The copies were made under an earlier password: nothing tells whether the salt is what it was."""
    newest, older = (encrypted_copy(file.parent / "空.union", tmp_path / f"{n}.union", OTHER) for n in "新旧")
    _spoil_salt(file)
    with pytest.raises(WrongPassword, match=r"密码不对.*文件开头损坏了，请用最近的备份“.*新\.union”"):
        unlock(file, PASSWORD, [newest, older])


def test_a_slip_in_the_code_is_told_and_not_counted(file: Path, own_state: Path) -> None:
    groups = list(write_recovery_code(key().secret))
    groups[2] = f"{(int(groups[2]) + 1) % 1_000_000:06d}"
    with pytest.raises(WrongPassword, match="第 3 组"):
        unlock(file, " ".join(groups))
    assert not own_state.exists()


@pytest.mark.parametrize("page", [1, 2])
def test_the_password_of_a_damaged_file_is_right_all_the_same(file: Path, page: int) -> None:
    spoil_page(file, page)
    assert unlock(file, PASSWORD) == key()


def test_the_password_of_a_file_whose_first_page_was_wiped_is_told_by_a_copy(
    file: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(file, tmp_path / "副本.union"))
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    found = unlock(file, PASSWORD, [copy])
    with pytest.raises(Refused, match="已损坏，请用最近的备份恢复"):
        open_office(file, found)
    with pytest.raises(WrongPassword):
        unlock(file, OTHER, [copy])


def test_wrong_password_of_a_damaged_file_is_wrong(file: Path) -> None:
    spoil_page(file, 1)
    with pytest.raises(WrongPassword):
        unlock(file, OTHER)


def test_the_third_wrong_one_costs_time_and_the_right_one_must_wait_too(file: Path, own_state: Path) -> None:
    for _ in range(2):
        with pytest.raises(WrongPassword, match="请再试"):
            unlock(file, OTHER)
    with pytest.raises(WrongPassword, match="5 秒后再试"):
        unlock(file, OTHER)
    with pytest.raises(Refused, match="秒后再试"):
        unlock(file, PASSWORD)
    pass_time(own_state, 5)
    assert unlock(file, PASSWORD) == key()
    assert attempts.wait(key().salt) == timedelta(0)


def test_each_further_one_costs_more(own_state: Path) -> None:
    waits = []
    for _ in range(9):
        attempts.note_wrong(b"\x01" * 16)
        waits.append(round(attempts.wait(b"\x01" * 16) / timedelta(seconds=1)))
    assert waits == [0, 0, 5, 15, 30, 60, 300, 300, 300]


def test_a_copy_under_another_name_costs_the_same_time(file: Path, tmp_path: Path) -> None:
    for _ in range(3):
        attempts.note_wrong(key().salt)
    copy = tmp_path / "copy.union"
    copy.write_bytes(file.read_bytes())
    with pytest.raises(Refused, match="秒后再试"):
        unlock(copy, PASSWORD)


def test_a_clock_put_back_shortens_nothing(own_state: Path) -> None:
    for _ in range(3):
        attempts.note_wrong(b"\x01" * 16)
    assert attempts.wait(b"\x01" * 16, datetime.now() - timedelta(days=1)) == timedelta(seconds=5)


@pytest.mark.parametrize("content", ["", "[]", '{"00": 1}', '{"00": ["x", "y"]}'])
def test_what_cannot_be_read_of_attempts_is_none(own_state: Path, content: str) -> None:
    own_state.parent.mkdir(parents=True)
    own_state.write_text(content)
    assert attempts.wait(b"\x00" * 16) == timedelta(0)
    attempts.note_wrong(b"\x00" * 16)
    assert json.loads(own_state.read_text()).keys() == {"00" * 16}


def test_the_word_of_the_key_at_hand_is_asked_for_likewise(own_state: Path) -> None:
    require_word(PASSWORD, key())
    with pytest.raises(WrongPassword):
        require_word(OTHER, key())
    assert own_state.exists()

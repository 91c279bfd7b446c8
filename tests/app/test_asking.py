"""Passwords on the command line: set, changed, taken away, and asked for by whatever opens a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app import cli
from app.cipher.connection import is_encrypted, is_under
from app.office import close_office, open_office
from app.safekeeping.automatic import keep_copy
from app.safekeeping.plain_copies import plain_copies
from tests.factories.people import make_member
from tests.helpers.paper import read
from tests.helpers.passwords import OTHER, PASSWORD, encrypted_copy, key

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder of the test's own: wrong passwords are counted there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command without a terminal; return its exit code and what it said."""

    def call(*words: object) -> tuple[int, str, str]:
        code = cli.run([str(word) for word in words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def plain(tmp_path: Path, blank_office: Path) -> Path:
    return Path(shutil.copy(blank_office, tmp_path / "泰祥.union"))


@pytest.fixture
def file(tmp_path: Path, blank_office: Path) -> Path:
    """A closed office under a password."""
    return encrypted_copy(blank_office, tmp_path / "泰祥.union")


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A file with the password in its first line."""
    return written(tmp_path / "密码.txt", f"{PASSWORD}\n不是密码\n")


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_text(text, encoding=encoding)
    return path


def test_a_password_is_set(run: Run, plain: Path, word: Path) -> None:
    code, out, _ = run("password", plain, "set", "--new-password-file", word)
    assert (code, out) == (0, "已给“泰祥.union”设了密码。\n")
    assert is_encrypted(plain)
    assert run("figures", plain, "--password-file", word)[0] == 0


def test_it_is_changed(run: Run, file: Path, word: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "新.txt", OTHER)
    code, _, err = run("password", file, "change", "--password-file", word, "--new-password-file", other)
    assert code == 0
    assert "以前的备份仍要原来的密码" in err
    assert run("figures", file, "--password-file", word)[0] == 1
    assert run("figures", file, "--password-file", other)[0] == 0


def test_it_is_taken_away(run: Run, file: Path, word: Path) -> None:
    code, out, _ = run("password", file, "remove", "--password-file", word)
    assert (code, "已取消" in out) == (0, True)
    assert run("figures", file)[0] == 0


@pytest.mark.parametrize("how", ["change", "remove", "recovery"])
def test_a_plain_file_has_none_to_change(run: Run, plain: Path, word: Path, how: str) -> None:
    code, _, err = run("password", plain, how, "--new-password-file", word)
    assert (code, "没有密码" in err) == (1, True)


def test_a_file_that_has_one_gets_no_second(run: Run, file: Path, word: Path) -> None:
    code, _, err = run("password", file, "set", "--password-file", word, "--new-password-file", word)
    assert (code, "已有密码" in err) == (1, True)
    assert is_under(file, key())


def test_a_short_one_is_refused(run: Run, plain: Path, tmp_path: Path) -> None:
    code, _, err = run(
        "password", plain, "set", "--new-password-file", written(tmp_path / "短.txt", "1234567")
    )
    assert (code, "至少 8 个字符" in err) == (1, True)
    assert not is_encrypted(plain)


def test_a_weak_one_is_told(run: Run, plain: Path, tmp_path: Path) -> None:
    code, _, err = run(
        "password", plain, "set", "--new-password-file", written(tmp_path / "弱.txt", "19700815")
    )
    assert (code, "提醒：密码像日期" in err) == (0, True)


@pytest.mark.parametrize(
    "words",
    [
        ("figures", "FILE"),
        ("check", "FILE"),
        ("backup", "FILE", "."),
        ("export", "FILE", "members", "o.xlsx"),
        ("print", "FILE", "members.roster", "o.pdf"),
        ("undo", "FILE"),
        ("rescue", "FILE", "new.union"),
        ("restore", "FILE", "new.union"),
        ("merge", "FILE", "members", "1", "2"),
        ("duplicates", "FILE", "members"),
        ("password", "FILE", "remove"),
    ],
)
def test_every_command_asks_and_says_so_where_nobody_can_answer(
    run: Run, file: Path, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = file.read_bytes()
    code, _, err = run(*(file if word == "FILE" else word for word in words))
    assert (code, err) == (1, "“泰祥.union”有密码，没有打开。请输入它的密码。\n")
    assert file.read_bytes() == before


def test_a_wrong_one_is_told_as_wrong_and_not_counted_twice(run: Run, file: Path, tmp_path: Path) -> None:
    wrong = written(tmp_path / "错.txt", OTHER)
    for _ in range(2):
        code, _, err = run("export", file, "members", tmp_path / "o.xlsx", "--password-file", wrong)
        assert (code, "密码不对，请再试" in err) == (1, True)
    assert "5 秒后再试" in run("figures", file, "--password-file", wrong)[2]


def test_a_password_file_may_begin_with_a_mark(run: Run, file: Path, tmp_path: Path) -> None:
    marked = written(tmp_path / "记事本.txt", f"{PASSWORD}\r\n", "utf-8-sig")
    assert run("figures", file, "--password-file", marked)[0] == 0


def test_a_password_file_that_is_not_there_is_told(run: Run, file: Path, tmp_path: Path) -> None:
    code, _, err = run("figures", file, "--password-file", tmp_path / "无.txt")
    assert (code, "读不出密码文件" in err) == (1, True)


def test_a_backup_is_made_and_restored_with_it(run: Run, file: Path, word: Path, tmp_path: Path) -> None:
    (tmp_path / "U盘").mkdir()
    assert run("backup", file, tmp_path / "U盘", "--password-file", word)[0] == 0
    (backup,) = (tmp_path / "U盘").glob("*.union")
    code, out, _ = run("restore", backup, tmp_path / "恢复.union", "--password-file", word)
    assert (code, "校验和相符" in out) == (0, True)
    assert is_under(tmp_path / "恢复.union", key())


def test_a_sound_file_is_checked_with_it(run: Run, file: Path, word: Path) -> None:
    assert "没有发现问题" in run("check", file, "--password-file", word)[1]


def test_the_recovery_sheet_bears_the_code_that_opens_the_file(
    run: Run, file: Path, word: Path, tmp_path: Path
) -> None:
    from app.rules.recovery_code import write_recovery_code

    assert run("password", file, "recovery", "--password-file", word, "--out", tmp_path / "o.pdf")[0] == 0
    printed = "".join("".join(read(tmp_path / "o.pdf")[0]).split())
    groups = write_recovery_code(key().secret)
    assert [group for group in groups if group not in printed] == []
    code = written(tmp_path / "码.txt", " ".join(groups))
    assert run("figures", file, "--password-file", code)[0] == 0


@pytest.mark.parametrize(("how", "left"), [("keep", 1), ("encrypt", 0), ("remove", 0)])
def test_copies_from_before_are_told_encrypted_or_removed(
    run: Run, plain: Path, word: Path, how: str, left: int
) -> None:
    open_office(plain)
    make_member(name="王芳")
    keep_copy()
    close_office()
    code, _, err = run("password", plain, "set", "--new-password-file", word, "--copies", how)
    assert code == 0
    assert len(plain_copies(plain)) == left
    assert ("谁都能打开" in err) == (how == "keep")

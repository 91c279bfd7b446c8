"""Restoring: a checked backup in the place of the office, and nothing lost whenever it is cut off."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app import lock
from app.errors import Refused
from app.office import APPLICATION_ID, BACKUP_ID, close_office, newest_version, open_office
from app.safekeeping import restore as restoring
from app.safekeeping.backup import back_up, is_backup, save_copy, sums_path
from app.safekeeping.backup_log import log_path
from app.safekeeping.restore import restore
from app.subjects.members.records import Member
from tests.app.safekeeping.test_backup import disk_full_at
from tests.factories.people import make_member


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, blank_office: Path) -> Path:
    """A closed office with a backup; 王芳 is a member in both, 李娜 joined after the backup was made."""
    folder = tmp_path_factory.mktemp("made")
    for name in ("台账", "U盘 100%#"):
        (folder / name).mkdir()
    open_office(Path(shutil.copy(blank_office, folder / "台账" / "泰祥.union")))
    make_member(name="王芳")
    back_up(folder / "U盘 100%#")
    make_member(name="李娜")
    close_office()
    (folder / "台账" / ".泰祥.union.backups").unlink()
    return folder


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Path:
    """The office, in a folder of its own."""
    return Path(shutil.copytree(made / "台账", tmp_path / "台账")) / "泰祥.union"


@pytest.fixture
def backup(made: Path, tmp_path: Path) -> Path:
    """The backup, with its sum beside it."""
    stick = Path(shutil.copytree(made / "U盘 100%#", tmp_path / "U盘 100%#"))
    (made,) = stick.glob("*.union")
    return made


def names(path: Path) -> list[str]:
    """Return the members of an office, which is opened as the program opens it."""
    open_office(path)
    try:
        return sorted(member.name for member in Member.select())
    finally:
        close_office()


def mark(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[68:72], "big")


def cut_off_a_change(file: Path) -> None:
    """Kill a process in the middle of a change that is larger than SQLite's memory for it."""
    code = (
        "import os, signal, sys; from sqlcipher3 import dbapi2 as sqlite;"
        "change = sqlite.connect(sys.argv[1], isolation_level=None);"
        "change.execute('PRAGMA cache_size = 5'); change.execute('BEGIN');"
        "change.execute(\"UPDATE member SET name = '半途'\");"
        "change.execute('CREATE TABLE much AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
        " WHERE i < 20000) SELECT i, hex(randomblob(50)) FROM n');"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert journal(file).stat().st_size > 0


def journal(file: Path) -> Path:
    return file.with_name(f"{file.name}-journal")


# What is restored


def test_the_office_is_again_as_it_was_backed_up(file: Path, backup: Path) -> None:
    restored = restore(backup, file)
    assert names(file) == ["王芳"]
    assert (restored.path, restored.is_summed) == (file, True)


def test_the_present_file_is_kept_beside_it_as_it_was(file: Path, backup: Path) -> None:
    before = file.read_bytes()
    aside = restore(backup, file).aside
    assert aside is not None
    assert (aside.parent, aside.read_bytes()) == (file.parent, before)
    assert aside.name.startswith("泰祥.恢复前")
    assert names(aside) == ["李娜", "王芳"]


def test_a_restoring_can_be_undone(file: Path, backup: Path) -> None:
    aside = restore(backup, file).aside
    assert aside is not None
    restore(aside, file)
    assert names(file) == ["李娜", "王芳"]


def test_two_in_one_second_keep_both_files(file: Path, backup: Path) -> None:
    kept = {restore(backup, file).aside for _ in range(3)}
    assert len(kept) == 3


def test_a_new_place_needs_no_file(backup: Path, tmp_path: Path) -> None:
    restored = restore(backup, tmp_path / "新电脑.union")
    assert restored.aside is None
    assert names(tmp_path / "新电脑.union") == ["王芳"]


def test_nothing_but_the_two_files_is_left(file: Path, backup: Path) -> None:
    aside = restore(backup, file).aside
    assert set(file.parent.iterdir()) - {log_path(file)} == {file, aside}
    assert set(backup.parent.iterdir()) == {backup, sums_path(backup)}


def test_a_link_goes_on_pointing_at_the_office(file: Path, backup: Path, tmp_path: Path) -> None:
    link = tmp_path / "桌面.union"
    link.symlink_to(file)
    restore(backup, link)
    assert link.is_symlink()
    assert names(file) == ["王芳"]


def test_what_is_restored_is_an_office_and_no_longer_a_backup(file: Path, backup: Path) -> None:
    assert (mark(backup), is_backup(backup), is_backup(file)) == (BACKUP_ID, True, False)
    restore(backup, file)
    assert (mark(file), is_backup(file)) == (APPLICATION_ID, False)


def test_a_backup_is_known_under_any_name(backup: Path, tmp_path: Path) -> None:
    assert is_backup(Path(shutil.copy(backup, tmp_path / "我的台账.union")))


def test_a_copy_to_work_on_is_no_backup(file: Path, tmp_path: Path) -> None:
    open_office(file)
    save_copy(tmp_path / "本机.union")
    close_office()
    assert not is_backup(tmp_path / "本机.union")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_both_files_are_closed_to_others(file: Path, backup: Path) -> None:
    file.chmod(0o644)
    before = os.umask(0o022)
    aside = restore(backup, file).aside
    os.umask(before)
    assert aside is not None
    assert [path.stat().st_mode & 0o077 for path in (file, aside)] == [0, 0]


# What lies beside the present file


def test_a_journal_left_behind_does_not_damage_what_is_restored(file: Path, backup: Path) -> None:
    cut_off_a_change(file)
    restore(backup, file)
    assert not journal(file).exists()
    assert names(file) == ["王芳"]


def test_a_file_whose_change_was_cut_off_is_kept_aside_whole(file: Path, backup: Path) -> None:
    cut_off_a_change(file)
    aside = restore(backup, file).aside
    assert aside is not None
    assert names(aside) == ["李娜", "王芳"]


def test_a_journal_of_another_file_is_kept_and_out_of_the_way(file: Path, backup: Path) -> None:
    """The clerk copied a backup over the damaged file by hand before she asked the program."""
    cut_off_a_change(file)
    shutil.copy(backup, file)
    stale = journal(file).read_bytes()
    aside = restore(backup, file).aside
    assert aside is not None
    assert (aside.read_bytes(), journal(aside).read_bytes()) == (backup.read_bytes(), stale)
    assert names(file) == ["王芳"]


def test_a_journal_without_its_file_is_kept_and_out_of_the_way(file: Path, backup: Path) -> None:
    cut_off_a_change(file)
    stale = journal(file).read_bytes()
    file.unlink()
    restore(backup, file)
    assert names(file) == ["王芳"]
    (kept,) = file.parent.glob("*-journal")
    assert kept.read_bytes() == stale


@pytest.mark.parametrize("damage", [b"", b"hello" * 1000, bytes(8192)])
def test_a_present_file_that_is_damaged_is_replaced_and_kept(file: Path, backup: Path, damage: bytes) -> None:
    file.write_bytes(damage)
    aside = restore(backup, file).aside
    assert aside is not None
    assert aside.read_bytes() == damage
    assert names(file) == ["王芳"]


def test_a_journal_beside_a_summed_backup_is_not_read(file: Path, backup: Path) -> None:
    journal(backup).write_bytes(b"of something else" * 100)
    restore(backup, file)
    assert names(file) == ["王芳"]


# A backup without its sum


def test_without_a_sum_the_backup_itself_is_checked(file: Path, backup: Path) -> None:
    sums_path(backup).unlink()
    assert not restore(backup, file).is_summed
    assert names(file) == ["王芳"]


def test_a_backup_in_which_a_change_was_cut_off_is_restored_without_it(file: Path, backup: Path) -> None:
    sums_path(backup).unlink()
    cut_off_a_change(backup)
    restore(backup, file)
    assert names(file) == ["王芳"]


# What is refused, and leaves everything as it was


def _missing(backup: Path) -> None:
    backup.unlink()


def _folder(backup: Path) -> None:
    backup.unlink()
    backup.mkdir()


def _changed(backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[-1] ^= 1
    backup.write_bytes(content)


def _unreadable_sum(backup: Path) -> None:
    sums_path(backup).write_text("?", encoding="utf-8")


def _sum_of_another(backup: Path) -> None:
    sums_path(backup).write_text(f"{'0' * 64}  另一份.union\n", encoding="utf-8")


def _foreign(backup: Path) -> None:
    sums_path(backup).unlink()
    backup.write_bytes(b"hello" * 1000)


def _short(backup: Path) -> None:
    sums_path(backup).unlink()
    backup.write_bytes(backup.read_bytes()[:20_000])


def _damaged(backup: Path) -> None:
    sums_path(backup).unlink()
    content = bytearray(backup.read_bytes())
    content[8192:60000] = bytes(60000 - 8192)
    backup.write_bytes(content)


def _newer(backup: Path) -> None:
    sums_path(backup).unlink()
    with closing(sqlite.connect(backup)) as connection:
        connection.execute(f"PRAGMA user_version = {newest_version() + 1}")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_missing, "找不到备份"),
        (_folder, "不是文件"),
        (_changed, "与备份时不一样"),
        (_unreadable_sum, "读不出校验文件"),
        (_sum_of_another, "“另一份.union”的校验和.*移走"),
        (_foreign, "不是本程序的台账文件"),
        (_short, "不完整"),
        (_damaged, "已损坏"),
        (_newer, "由更新版本的程序保存"),
    ],
)
def test_a_backup_that_is_none_is_refused(
    file: Path, backup: Path, spoil: Callable[[Path], None], why: str
) -> None:
    spoil(backup)
    before = file.read_bytes()
    with pytest.raises(Refused, match=why) as refused:
        restore(backup, file)
    assert str(refused.value).endswith("。")
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_what_the_disk_does_not_keep_is_not_restored(
    file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_a_bit(copy: Path) -> None:
        content = bytearray(copy.read_bytes())
        content[-1] ^= 1
        copy.write_bytes(content)

    monkeypatch.setattr(restoring, "make_durable", lose_a_bit)
    with pytest.raises(Refused, match="读出来不一样"):
        restore(backup, file)
    assert names(file) == ["李娜", "王芳"]


def test_of_a_list_of_sums_that_of_the_backup_counts(file: Path, backup: Path) -> None:
    own = sums_path(backup).read_text(encoding="utf-8")
    sums_path(backup).write_text(f"{'0' * 64}  另一份.union\n{own}", encoding="utf-8")
    assert restore(backup, file).is_summed


def test_a_backup_that_was_renamed_with_its_sum_is_restored(file: Path, backup: Path) -> None:
    renamed = backup.rename(backup.with_name("改名.union"))
    sums_path(backup).rename(sums_path(renamed))
    assert restore(renamed, file).is_summed


@pytest.mark.skipif(os.name == "nt", reason="counts bytes")
def test_a_name_too_long_for_what_lies_beside_an_office_is_refused(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / f"{'长' * 80}.union"  # the name itself could be written: 246 of 255 bytes
    with pytest.raises(Refused, match=r"太长.*短一些"):
        restore(backup, target)
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_file_that_is_open_elsewhere_is_refused(file: Path, backup: Path) -> None:
    lock.lock_path(file).write_text('{"host": "another", "process": 1, "since": "9:00"}', encoding="utf-8")
    with pytest.raises(Refused, match="正在另一处打开"):
        restore(backup, file)
    assert lock.lock_path(file).exists()
    lock.lock_path(file).unlink()
    assert names(file) == ["李娜", "王芳"]


def test_a_backup_in_which_somebody_works_is_refused(file: Path, backup: Path) -> None:
    lock.lock_path(backup).write_text('{"host": "another", "process": 1, "since": "9:00"}', encoding="utf-8")
    with pytest.raises(Refused, match="正在另一处打开"):
        restore(backup, file)


def test_an_office_that_is_open_here_is_refused(file: Path, backup: Path) -> None:
    open_office(file)
    try:
        with pytest.raises(Refused, match="正打开着"):
            restore(backup, file)
    finally:
        close_office()


def test_a_backup_is_not_restored_over_itself(backup: Path, tmp_path: Path) -> None:
    link = tmp_path / "台账.union"
    link.hardlink_to(backup)
    for target in (backup, link):
        with pytest.raises(Refused, match="同一个文件"):
            restore(backup, target)


def test_a_file_that_is_no_office_is_not_replaced(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "报告.docx").write_bytes(b"of mine")
    with pytest.raises(Refused, match="不是本程序的台账文件"):
        restore(backup, tmp_path / "报告.docx")
    with pytest.raises(Refused, match="不存在"):
        restore(backup, tmp_path / "没有" / "台账.union")
    with pytest.raises(Refused, match="不是文件"):
        restore(backup, tmp_path)


def test_a_pipe_in_the_place_of_the_sum_is_not_waited_for(file: Path, backup: Path) -> None:
    sums_path(backup).unlink()
    os.mkfifo(sums_path(backup))
    with pytest.raises(Refused, match="读不出校验文件"):
        restore(backup, file)


@pytest.mark.parametrize("size", [0, 64 * 1024])
@pytest.mark.parametrize("is_summed", [True, False])
def test_a_full_disk_leaves_everything_as_it_was(
    file: Path, backup: Path, size: int, is_summed: bool
) -> None:
    if not is_summed:
        sums_path(backup).unlink()
    with disk_full_at(size), pytest.raises(Refused, match=r"磁盘.*没有恢复|没有恢复.*磁盘"):
        restore(backup, file)
    assert list(file.parent.iterdir()) == [file]
    assert names(file) == ["李娜", "王芳"]


def test_a_folder_without_permission_is_refused(ordinary_folder: Path) -> None:
    file, stick = ordinary_folder / "台账.union", ordinary_folder / "U盘"
    stick.mkdir()
    (ordinary_folder / "本机").mkdir()
    open_office(file)
    made = back_up(stick)
    close_office()
    target = Path(shutil.copy(file, ordinary_folder / "本机" / "台账.union"))
    target.parent.chmod(0o500)
    try:
        with pytest.raises(Refused, match="不能在"):
            restore(made.path, target)
    finally:
        target.parent.chmod(0o700)


# Cut off at any moment


def cut_off_at(step: int, act: Callable[[], object]) -> bool:
    """Do something in a process that dies before its file system call `step`; False when it was done."""
    child = os.fork()
    if child == 0:
        left = step

        def die(event: str, _args: object) -> None:
            nonlocal left
            if event in {"open", "os.rename", "os.link", "os.remove", "os.chmod", "os.truncate"}:
                left -= 1
                if left < 0:
                    os._exit(9)

        sys.addaudithook(die)
        try:
            act()
        except BaseException:
            traceback.print_exc()
            os._exit(1)  # never back into pytest, which runs in the parent
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9), f"what was done in the child failed: {code}"
    return code == 9


@pytest.fixture(params=["whole", "cut off"])
def present(request: pytest.FixtureRequest, file: Path) -> Path:
    """A folder with the present office, whole or with the journal of a change that was cut off."""
    if request.param == "cut off":
        cut_off_a_change(file)
    return file.parent


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_whenever_it_is_cut_off_the_office_is_there_and_nothing_is_lost(
    present: Path, backup: Path, tmp_path: Path
) -> None:
    step, went_on = 0, True
    while went_on:
        folder = Path(shutil.copytree(present, tmp_path / f"at {step}"))
        file = folder / "泰祥.union"
        went_on = cut_off_at(step, lambda path=file: restore(backup, path))  # type: ignore[misc]
        found = names(file)
        assert found in (["李娜", "王芳"], ["王芳"]), step
        if found == ["王芳"]:
            (aside,) = folder.glob("*恢复前*.union")
            assert names(aside) == ["李娜", "王芳"], step
        restore(backup, file)
        assert names(file) == ["王芳"], step
        hidden = {one for one in folder.iterdir() if one.name.startswith(".")}
        assert hidden <= {log_path(file)}, step
        step += 1
    assert step > 10

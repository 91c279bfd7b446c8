"""Backing up: a verified copy, or nothing at all."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import resource
import shutil
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.errors import Refused
from app.office import Office, close_office, open_office
from app.records.base import database
from app.safekeeping import backup
from app.safekeeping.backup import back_up, last_backup, make_durable, save_copy
from app.safekeeping.backup_log import note
from app.safekeeping.soundness import faults_of
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.members.records import Member
from tests.factories.people import make_file, make_member


@contextmanager
def disk_full_at(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size: the system refuses the write, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _content() -> dict[str, list[tuple[object, ...]]]:
    names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    tables = [name for (name,) in database.execute_sql(names).fetchall()]
    return {name: database.execute_sql(f'SELECT * FROM "{name}"').fetchall() for name in tables}


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder for backups, its name as awkward as people's."""
    folder = tmp_path / "U盘 100%#备份?"
    folder.mkdir()
    return folder


def test_an_office_that_was_deleted_while_it_is_open_can_be_backed_up(office: Office, stick: Path) -> None:
    make_member(name="王芳")
    office.path.unlink()
    with pytest.raises(Refused, match="先备份，再从备份恢复"):
        make_member(name="李娜")
    with closing(sqlite3.connect(back_up(stick).path)) as copy:
        assert copy.execute("SELECT name FROM member").fetchall() == [("王芳",)]


def test_a_backup_is_an_office_with_the_same_content(office: Office, stick: Path) -> None:
    make_member(name="王芳")
    HardshipEvidence.create(file=make_file(), kind="诊断", content=bytes(range(256)) * 100)
    content = _content()
    made = back_up(stick)
    close_office()
    assert open_office(made.path).name == "泰祥社区工会"
    assert _content() == content


def test_the_office_stays_open_and_can_be_backed_up_again(office: Office, stick: Path) -> None:
    back_up(stick)
    make_member()
    assert Member.select().count() == 1
    assert database.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_backup_bears_its_day_and_its_sum(office: Office, stick: Path) -> None:
    made = back_up(stick)
    assert re.fullmatch(r"test-\d{8}-\d{6}\.union", made.path.name)
    digest = hashlib.sha256(made.path.read_bytes()).hexdigest()
    sums = made.path.with_name(made.path.name + ".sha256")
    assert (made.sha256, made.size) == (digest, made.path.stat().st_size)
    assert sums.read_text(encoding="utf-8") == f"{digest}  {made.path.name}\n"
    assert sorted(stick.iterdir()) == [made.path, sums]


def test_a_sum_that_cannot_be_written_leaves_nothing(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(backup, "note_sum", fail)
    with pytest.raises(Refused, match="不能写入"):
        back_up(stick)
    assert list(stick.iterdir()) == []


def test_backups_of_one_second_lie_beside_each_other(office: Office, stick: Path) -> None:
    made = {back_up(stick).path for _ in range(3)}
    assert len(made) == 3
    assert all(one.exists() for one in made)


def test_a_note_for_which_there_is_no_room_leaves_nothing(office: Office) -> None:
    before = set(office.path.parent.iterdir())
    with disk_full_at(0):
        note(trouble="磁盘已满")
    assert set(office.path.parent.iterdir()) == before


def test_the_last_backup_is_remembered(office: Office, stick: Path) -> None:
    assert last_backup() is None
    made = back_up(stick)
    assert last_backup() == made


def test_an_office_opened_for_reading_can_be_backed_up(office: Office, stick: Path) -> None:
    close_office()
    open_office(office.path, read_only=True)
    assert back_up(stick).path.exists()
    with pytest.raises(Refused, match="只读"):
        make_member()


def test_without_an_open_office_nothing_is_backed_up(stick: Path) -> None:
    with pytest.raises(Refused, match="没有打开的台账"):
        back_up(stick)


def test_a_missing_folder_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="请检查U盘是否插好"):
        back_up(tmp_path / "没有")
    assert not (tmp_path / "没有").exists()


@pytest.mark.parametrize("size", [0, 64 * 1024])
def test_a_full_disk_leaves_nothing_half_done(office: Office, stick: Path, size: int) -> None:
    content = _content()
    with disk_full_at(size), pytest.raises(Refused):
        back_up(stick)
    assert list(stick.iterdir()) == []
    assert last_backup() is None
    assert _content() == content
    assert back_up(stick).path.exists()


def test_a_disk_with_room_for_all_but_the_last_byte_is_full(office: Office, stick: Path) -> None:
    """The system takes what it has room for, and says only how much that was."""
    with disk_full_at(office.path.stat().st_size - 1), pytest.raises(Refused, match="不能写入"):
        back_up(stick)
    assert list(stick.iterdir()) == []


def _fail_for_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let folders not be synced, as on some networks."""
    sync = os.fsync

    def fail(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "invalid argument")
        sync(handle)

    monkeypatch.setattr(os, "fsync", fail)


def _fail_to_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file have two names, as on a stick."""

    def fail(*_: object) -> None:
        raise PermissionError(errno.EPERM, "operation not permitted")

    monkeypatch.setattr(os, "link", fail)


@pytest.mark.parametrize("lack", [_fail_for_folders, _fail_to_link])
def test_a_file_system_that_can_do_less_takes_backups(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch, lack: Callable[[pytest.MonkeyPatch], None]
) -> None:
    lack(monkeypatch)
    made = back_up(stick)
    assert sorted(stick.iterdir()) == [made.path, made.path.with_name(f"{made.path.name}.sha256")]


def test_an_office_that_cannot_be_read_is_told_from_a_bad_stick(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreadable = os.open(stick, os.O_RDONLY)  # a folder has no bytes
    monkeypatch.setattr(database, "handle", unreadable)
    with pytest.raises(Refused, match="台账文件有的内容从磁盘上读不出来"):
        back_up(stick)
    os.close(unreadable)


def test_a_name_too_long_for_a_day_behind_it_is_told_as_that(office: Office, stick: Path) -> None:
    close_office()
    open_office(office.path.rename(office.path.with_name(f"{'长' * 78}.union")))
    with pytest.raises(Refused, match=r"文件名太长.*短一些"):
        back_up(stick)
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_pulled_out_leaves_the_office_as_it_was(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull_out(copy: Path) -> None:
        shutil.rmtree(stick)
        make_durable(copy)

    monkeypatch.setattr(backup, "make_durable", pull_out)
    with pytest.raises(Refused, match="不能写入"):
        back_up(stick)
    assert make_member().id == 1


def test_a_read_only_folder_is_refused(ordinary_folder: Path) -> None:
    open_office(ordinary_folder / "台账.union")
    stick = ordinary_folder / "U盘"
    stick.mkdir()
    stick.chmod(0o500)
    try:
        with pytest.raises(Refused):
            back_up(stick)
        assert list(stick.iterdir()) == []
    finally:
        stick.chmod(0o700)
        close_office()


def test_a_copy_to_work_on_is_an_office_with_the_same_members(office: Office, tmp_path: Path) -> None:
    member = make_member()
    save_copy(tmp_path / "本机.union")
    open_office(tmp_path / "本机.union")
    assert Member.get_by_id(member.id).id_number == member.id_number


def test_a_copy_never_takes_the_place_of_a_file(office: Office, tmp_path: Path) -> None:
    (tmp_path / "本机.union").write_bytes(b"kept")
    with pytest.raises(Refused, match="已经存在"):
        save_copy(tmp_path / "本机.union")
    assert (tmp_path / "本机.union").read_bytes() == b"kept"


@pytest.mark.parametrize("links", [True, False])
def test_a_copy_never_takes_the_place_of_a_file_that_came_meanwhile(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def come(copy: Path) -> None:
        (tmp_path / "本机.union").write_bytes(b"kept")
        make_durable(copy)

    monkeypatch.setattr(backup, "make_durable", come)
    if not links:
        _fail_to_link(monkeypatch)
    with pytest.raises(Refused, match="已经存在"):
        save_copy(tmp_path / "本机.union")
    assert (tmp_path / "本机.union").read_bytes() == b"kept"


def test_somebody_who_saves_meanwhile_does_not_void_the_backup(office: Office, stick: Path) -> None:
    """The copy is compared with itself: what was saved after it began is in the next."""
    stop = threading.Event()

    def save_on() -> None:
        with database.connection_context():
            while not stop.is_set():
                make_member()

    saving = threading.Thread(target=save_on)
    saving.start()
    try:
        made = [back_up(stick) for _ in range(4)]
    finally:
        stop.set()
        saving.join()
    assert [faults_of(one.path) for one in made] == [[]] * 4


def test_an_office_that_is_damaged_is_told_from_a_bad_stick(office: Office, stick: Path) -> None:
    """Nobody shall buy sticks for a fault of her own disk; the record is named."""
    make_member(name="单小娟")
    close_office()
    content = office.path.read_bytes()
    office.path.write_bytes(content.replace("单小娟".encode(), "单小娡".encode()))
    open_office(office.path)
    with pytest.raises(Refused, match=r"台账文件本身有损坏.*“会员”第 1 号"):
        back_up(stick)
    assert list(stick.iterdir()) == []


def test_what_another_program_wrote_is_backed_up(office: Office, stick: Path) -> None:
    make_member()
    close_office()
    with closing(sqlite3.connect(office.path)) as plain, plain:
        plain.execute("UPDATE member SET remark = '手工改'")
    open_office(office.path)
    assert back_up(stick).path.exists()


def test_an_unfinished_copy_of_ours_is_removed_and_a_strangers_file_stays(
    office: Office, stick: Path
) -> None:
    ours, theirs = stick / ".test-20111129-101500.union.0a1b2c3d.part", stick / "报表.part"
    fresh = stick / ".test-20111129-101501.union.0a1b2c3e.part"
    cut_off = stick / ".test-20111129-101502.union.0a1b2c3f.part"
    cut_off.write_bytes(bytes(8192))  # a power cut
    for path in (ours, theirs, fresh):
        path.write_bytes(b"SQLite format 3\x00")
    for path in (ours, theirs, cut_off):
        os.utime(path, (0, 0))
    back_up(stick)
    assert [path.exists() for path in (ours, cut_off, theirs, fresh)] == [False, False, True, True]

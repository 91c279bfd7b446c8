"""Copies that are made by themselves: where, when not, and what is said when one fails."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.office import Office, close_office, create, open_office
from app.safekeeping import automatic
from app.safekeeping.automatic import (
    copies_in,
    keep_copy,
    newest_sound_copy,
    own_folder,
    shares_the_disk,
    thin_out,
)
from app.safekeeping.backup import back_up, note_sum, remove_leftovers, sums_path
from app.safekeeping.backup_log import log_path, note, read_log
from app.safekeeping.restore import restore
from app.safekeeping.soundness import faults_of
from tests.factories.people import make_member


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def test_a_copy_lies_in_the_offices_own_folder_for_its_owner_alone(office: Office) -> None:
    make_member()
    made = keep_copy()
    assert made is not None
    assert made.path.parent == own_folder(office.path)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert faults_of(made.path) == []


def test_an_unchanged_office_is_not_copied_again(office: Office) -> None:
    assert keep_copy() is not None
    assert keep_copy() is None
    make_member()
    assert keep_copy() is not None


def test_as_many_changes_as_before_a_restore_are_other_changes(office: Office, stick: Path) -> None:
    earlier = back_up(stick)
    make_member(name="王芳")
    keep_copy()
    close_office()
    restore(earlier.path, office.path)
    open_office(office.path)
    make_member(name="李娜")
    assert keep_copy() is not None


def test_what_was_cut_off_is_removed(office: Office, stick: Path) -> None:
    """On the stick a copy, beside the office what should have been restored."""
    note(second=stick)
    name = ".test-20111129-101500.union.0a1b2c3d.part"
    left = [stick / name, office.path.with_name(f".{office.path.name}.restoring")]
    for path in left:
        path.write_bytes(b"SQLite format 3\x00")
        os.utime(path, (0, 0))
    keep_copy()
    assert [path.exists() for path in left] == [False, False]


def test_the_copy_of_another_office_that_comes_meanwhile_stays(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are called alike, and were copied in the same second."""
    note(second=stick)

    def come(copy: Path) -> None:
        theirs = stick / f"{copy.name.removeprefix('.').partition('.union')[0]}.union"
        theirs.write_bytes(b"theirs")
        note_sum(theirs, "0" * 64)

    monkeypatch.setattr(automatic, "make_durable", come)
    made = keep_copy()
    assert made is not None
    sums = [sums_path(stick / made.path.name), sums_path(stick / f"{made.path.stem}-2.union")]
    assert (stick / made.path.name).read_bytes() == b"theirs"
    assert [one.read_text(encoding="utf-8")[:64] for one in sums] == ["0" * 64, made.sha256]


def test_a_copy_for_the_second_place_is_known_for_ours_until_it_is_whole(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(second=stick)

    def be_killed(copy: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(automatic, "make_durable", be_killed)
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    with pytest.raises(KeyboardInterrupt):
        keep_copy()
    monkeypatch.undo()
    (left,) = stick.iterdir()
    os.utime(left, (0, 0))
    remove_leftovers(stick)
    assert list(stick.iterdir()) == []


def test_a_copy_that_was_removed_is_made_again(office: Office) -> None:
    made = keep_copy()
    assert made is not None
    made.path.unlink()
    assert keep_copy() is not None


def test_the_second_place_gets_the_same_copy(office: Office, stick: Path) -> None:
    note(second=stick)
    made = keep_copy()
    assert made is not None
    second = stick / made.path.name
    assert second.read_bytes() == made.path.read_bytes()
    last = read_log().last
    assert last is not None
    assert last.path == second


def test_a_missing_stick_is_told_and_gets_the_copy_when_it_is_back(office: Office, stick: Path) -> None:
    note(second=stick)
    stick.rmdir()
    made = keep_copy()
    assert made is not None
    assert "请插好U盘" in read_log().trouble
    stick.mkdir()
    assert keep_copy() is None
    assert (stick / made.path.name).is_file()
    assert read_log().trouble == ""


def test_a_pulled_stick_whose_folder_stays_gets_nothing_on_the_disk_of_the_office(
    office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(automatic, "shares_the_disk", lambda *_: False)
    note(second=stick)
    assert keep_copy() is not None
    for path in stick.iterdir():  # what was mounted there is gone; the folder is an empty one of the disk
        path.unlink()
    monkeypatch.setattr(automatic, "shares_the_disk", lambda *_: True)
    make_member()
    assert keep_copy() is not None
    assert "U盘多半没有插好" in read_log().trouble
    assert [*stick.iterdir()] == []
    monkeypatch.setattr(automatic, "shares_the_disk", lambda *_: False)
    assert keep_copy() is None
    assert len([*stick.glob("*.union")]) == 1
    assert read_log().trouble == ""


def test_a_second_place_that_always_lay_on_the_disk_of_the_office_gets_its_copies(
    office: Office, stick: Path
) -> None:
    note(second=stick)
    keep_copy()
    make_member()
    keep_copy()
    assert read_log().trouble == ""


def test_a_second_place_on_the_disk_of_the_office_is_known_as_that(office: Office, stick: Path) -> None:
    assert shares_the_disk(stick, office.path)
    assert not shares_the_disk(Path("/proc"), office.path)
    assert not shares_the_disk(stick / "不在", office.path)


@pytest.mark.parametrize("other", ["file", "link to nothing"])
def test_where_the_folder_cannot_be_made_the_desk_is_told(office: Office, other: str) -> None:
    own_folder(office.path).symlink_to("nowhere") if other != "file" else own_folder(office.path).touch()
    assert keep_copy() is None
    assert "不是文件夹，自动备份没有做成。请移走它" in read_log().trouble


def test_copies_of_another_office_of_the_same_name_stay_and_do_not_count(
    office: Office, stick: Path, tmp_path: Path
) -> None:
    """Two districts call their file 台账.union, and share a stick."""
    old = datetime.now() - timedelta(days=30)
    mine = keep_copy()
    close_office()
    (tmp_path / "别处").mkdir()
    create(tmp_path / "别处" / "test.union", "别的工会", code="BD")
    theirs = keep_copy()
    close_office()
    assert mine is not None
    assert theirs is not None
    for hour, made in enumerate((mine, mine, theirs, theirs), 10):
        shutil.copy(made.path, stick / f"test-{old:%Y%m%d}-{hour}0000.union")
    open_office(office.path)
    thin_out(stick, "test", datetime.now())
    assert sorted(path.name[14:16] for path in stick.glob("*.union")) == ["11", "12", "13"]


def test_what_is_only_looked_at_is_not_copied(office: Office) -> None:
    close_office()
    open_office(office.path, read_only=True)
    assert keep_copy() is None


def test_old_copies_are_thinned_out_and_a_strangers_file_stays(office: Office) -> None:
    folder = own_folder(office.path)
    folder.mkdir()
    names = [f"test-20111201-{hour:02d}0000.union" for hour in range(9, 18)]
    for name in (*names, "test-20111201-报表.xlsx", "other-20111201-090000.union"):
        (folder / name).touch()
    removed = thin_out(folder, "test", datetime(2011, 12, 31))
    assert {path.name for path in removed} == set(names[:-1])
    assert len(list(folder.iterdir())) == 3


def test_after_a_restore_nothing_is_thinned_out(office: Office) -> None:
    """Whoever restored may want an even older copy: until the next clean close all stay."""
    folder = own_folder(office.path)
    folder.mkdir()
    old = datetime.now() - timedelta(days=30)
    for hour in (9, 10):
        (folder / f"test-{old:%Y%m%d}-{hour:02d}0000.union").touch()
    note(keeps_all=True)
    keep_copy()
    assert len(copies_in(folder, "test")) == 3


def test_the_second_place_is_not_the_first(office: Office) -> None:
    make_member()
    made = keep_copy()
    note(second=own_folder(office.path))
    make_member()
    keep_copy()
    assert "第二处就是它自己的文件夹" in read_log().trouble
    assert made is not None
    assert len(copies_in(made.path.parent, "test")) == 2


@pytest.mark.parametrize("days", [-400, 30_000])
def test_a_clock_that_is_wrong_takes_no_new_copy_away(office: Office, days: int) -> None:
    keep_copy()
    make_member()
    made = keep_copy(datetime.now() + timedelta(days=days))
    assert made is not None
    assert made.path.exists()


def test_a_pipe_named_like_a_copy_is_not_waited_for(office: Office) -> None:
    own_folder(office.path).mkdir()
    os.mkfifo(own_folder(office.path) / "test-20111129-101500.union")
    assert newest_sound_copy(office.path) is None


@pytest.mark.parametrize("content", ["[" * 100_000, '{"last": 5, "second": {}}', "\udcff"])
def test_a_log_that_is_none_is_left_out_of_account(office: Office, content: str) -> None:
    log_path(office.path).write_text(content, encoding="utf-8", errors="surrogateescape")
    assert keep_copy() is not None

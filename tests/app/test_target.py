from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange.workbook import template
from app.office import Office, close_office
from app.subjects.members.register import MEMBERS
from app.target import is_open_office, written_whole


def write(target: Path, words: str = "new") -> None:
    with written_whole(target, ".txt", ".union") as unfinished:
        unfinished.write_text(words, encoding="utf-8")


def refusal(target: Path) -> str:
    with pytest.raises(Refused) as caught:
        write(target)
    return str(caught.value)


def test_a_file_takes_its_name_once_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    with written_whole(target, ".txt") as unfinished:
        unfinished.write_text("new", encoding="utf-8")
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_there_stays_when_the_new_one_fails(tmp_path: Path) -> None:
    (target := tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write(target, "half, then \ud800")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_open_office_is_never_overwritten(office: Office) -> None:
    assert "是台账文件，不能覆盖它" in refusal(office.path)


def test_the_open_office_is_known_by_any_name(office: Office, tmp_path: Path) -> None:
    (hard := tmp_path / "a.txt").hardlink_to(office.path)
    (soft := tmp_path / "b.txt").symlink_to(office.path)
    assert "是台账文件" in refusal(hard)
    assert "是台账文件" in refusal(soft)
    assert is_open_office(hard)


def test_another_office_is_never_overwritten(office: Office) -> None:
    close_office()
    before = office.path.read_bytes()
    assert "是台账文件" in refusal(office.path)
    assert office.path.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (folder := tmp_path / "a.txt").mkdir()
    assert "是文件夹" in refusal(folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "不存在，请先建立它" in refusal(tmp_path / "none" / "a.txt")


def test_a_folder_without_permission_is_refused(ordinary_folder: Path) -> None:
    ordinary_folder.chmod(0o500)
    assert "不能写入" in refusal(ordinary_folder / "a.txt")


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "不能写入" in refusal(tmp_path / f"{'长' * 90}.txt")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    assert "扩展名应为 .txt 或 .union" in refusal(tmp_path / "a.exe")


def test_the_unfinished_file_of_a_stranger_stays(tmp_path: Path) -> None:
    """A browser keeps its downloads under the name with .part behind it."""
    (tmp_path / "a.txt.part").write_text("下载", encoding="utf-8")
    with written_whole(tmp_path / "a.txt", ".txt") as unfinished:
        unfinished.write_text("写完", encoding="utf-8")
    assert (tmp_path / "a.txt.part").read_text(encoding="utf-8") == "下载"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "写完"


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_writer_that_a_full_disk_stops_leaves_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    with full_disk(), pytest.raises(Refused, match="磁盘是否已满"):
        template(MEMBERS, tmp_path / "members.xlsx")
    with full_disk():
        gc.collect()
    assert told == []
    assert list(tmp_path.iterdir()) == []

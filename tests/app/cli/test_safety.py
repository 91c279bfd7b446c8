"""Commands that keep an office safe."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from app.cli import run
from app.office import close_office, open_office
from app.records.base import change
from app.safekeeping.automatic import keep_copy
from app.subjects.members.records import Member
from tests.app.exchange.books import write_book
from tests.helpers.commands import Told, in_office

HEADINGS = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期"]


def test_a_backup_is_made_and_told(done: Told, file: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "U盘").mkdir()
    assert "已核验，SHA-256 " in done("backup", file, folder)
    (copy,) = folder.glob("*.union")
    assert in_office(copy, lambda: Member.get().name) == "单小娟"


def test_a_backup_is_restored_and_the_present_file_kept(done: Told, file: Path, tmp_path: Path) -> None:
    done("backup", file, tmp_path)
    (made,) = tmp_path.glob(f"{file.stem}-*.union")
    said = done("restore", made, file)
    assert "校验和相符" in said
    assert "恢复前" in said


def test_a_backup_without_its_sum_is_restored_with_a_warning(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["backup", str(file), str(tmp_path)]) == 0
    (made,) = tmp_path.glob(f"{file.stem}-*.union")
    made.with_name(f"{made.name}.sha256").unlink()
    assert run(["restore", str(made), str(file)]) == 0
    told = capsys.readouterr()
    assert "没有 .sha256 校验文件" in told.err
    assert "检查完整" in told.out


def test_nothing_is_entered_into_a_backup(done: Told, refused: Told, file: Path, tmp_path: Path) -> None:
    done("backup", file, tmp_path)
    (made,) = tmp_path.glob(f"{file.stem}-*.union")
    before = made.read_bytes()
    book = write_book(tmp_path / "b.xlsx", [HEADINGS])
    assert "是备份，不能在其中登记" in refused("import", made, "members", book)
    assert made.read_bytes() == before


def test_a_backup_that_is_looked_at_says_what_it_is(
    done: Told, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done("backup", file, tmp_path)
    (made,) = tmp_path.glob(f"{file.stem}-*.union")
    before = made.read_bytes()
    assert run(["figures", str(made), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)
    assert told.err == f"“{made.name}”是备份，只读查看；要用它工作，请先用 restore 恢复成台账。\n"
    assert made.read_bytes() == before


def test_a_check_tells_both_parts_and_fails_where_something_is_wrong(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of the file is damaged; a member who left is still on the roll of the events."""
    open_office(file)
    keep_copy()
    with change():
        left = {"status": "退会", "status_date": date(2011, 5, 3), "status_reason": "离职"}
        Member.update(left).execute()
    close_office()
    assert run(["check", str(file)]) == 1
    said = capsys.readouterr().err
    assert "文件检查" not in said
    assert "台账检查" in said
    assert "［members 1］" in said


def test_a_check_of_a_sound_office_says_so(file: Path, done: Told) -> None:
    open_office(file)
    keep_copy()
    close_office()
    assert "没有发现问题" in done("check", file)

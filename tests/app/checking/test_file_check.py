"""What the check says of a file, in one sentence each; a file that is none at all is told as that."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.checking.file_check import check_file
from app.office import Office, close_office
from app.safekeeping.automatic import keep_copy
from app.safekeeping.backup_log import note
from tests.factories.people import make_file, make_member


@pytest.fixture
def file(office: Office) -> Path:
    """A closed office of a member and a hardship file, copied just now."""
    make_member(name="单小娟")
    make_file(name="仇永福")
    keep_copy()
    close_office()
    return office.path


def told(path: Path) -> str:
    return "\n".join(finding.sentence for finding in check_file(path))


def change(path: Path, *statements: str) -> None:
    """Change a file by another program, behind the triggers that would note it."""
    with closing(sqlite3.connect(path)) as plain, plain:
        names = plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            plain.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            plain.execute(statement)


def test_a_sound_file_has_no_findings(file: Path) -> None:
    assert told(file) == ""


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE member SET mobile = '13900139000'", "“会员”第 1 号（单小娟）内容变了"),
        ("DELETE FROM hardship_file", "“困难档案”第 1 号不见了"),
        ("UPDATE member SET approved_on = '2011-02-30'", "“批准日期”不是日期"),
        ("UPDATE member SET monthly_wage = 'viel'", "不是整数"),
        ("DROP TABLE dispute_case", "缺少 表 dispute_case"),
        ("ALTER TABLE member DROP COLUMN remark", "member.remark"),
    ],
)
def test_what_is_wrong_is_named(file: Path, statement: str, words: str) -> None:
    change(file, statement)
    assert words in told(file)


def test_what_another_program_wrote_is_a_note(file: Path) -> None:
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("UPDATE member SET mobile = '13900139000'")
    findings = [finding for finding in check_file(file) if "由别的程序写入" in finding.sentence]
    assert [(finding.register, finding.ids) for finding in findings if finding.register] == [
        ("members", (1,))
    ]
    assert all(finding.note for finding in findings)


def test_an_office_without_a_copy_is_told_to_make_one(office: Office) -> None:
    close_office()
    assert "还没有备份" in told(office.path)


def test_a_copy_dated_in_the_future_silences_nothing_and_is_called_that(office: Office) -> None:
    made = keep_copy()
    assert made is not None
    note(automatic=replace(made, at=datetime.now() + timedelta(days=300)))
    close_office()
    assert "还没有到，请核对电脑的日期，再备份一次" in told(office.path)


def test_a_name_that_no_font_prints_is_noted(office: Office) -> None:
    make_member(name="王\U0002ebf0")
    keep_copy()
    close_office()
    (finding,) = check_file(office.path)
    assert finding.note
    assert "没有字库" in finding.sentence


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _text(path: Path) -> None:
    path.write_text("不是台账")


@pytest.mark.parametrize(
    ("make", "words"), [(_folder, "文件夹"), (_pipe, "不是普通文件"), (_text, "不是本程序的台账文件")]
)
def test_what_is_no_office_is_told_as_what_it_is(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / "台账.union"
    make(path)
    assert words in told(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "找不到" in told(tmp_path / "没有.union")

"""What a person is told when something fails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app import bugs
from app.errors import Invalid, Refused
from app.office import Office
from app.records.base import database
from app.subjects.hardship.files.records import HardshipFile
from ui import failures


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every box that would open, as its texts; nobody is there to close it."""
    said: list[str] = []

    def note(box: QMessageBox) -> int:
        said.append(f"{box.text()}｜{box.informativeText()}")
        return 0

    monkeypatch.setattr(QMessageBox, "exec", note)
    failures._reported.clear()
    return said


def raised(kind: type[Exception], text: str) -> Exception:
    try:
        raise kind(text)
    except kind as error:
        return error


@pytest.mark.parametrize("kind", [Refused, Invalid])
def test_a_refusal_is_told_in_its_own_sentence(kind: type[Exception], told: list[str], qtbot: QtBot) -> None:
    failures.explain_error(raised(kind, "磁盘已满，未作任何改动。"))
    assert told == ["没有完成｜磁盘已满，未作任何改动。"]


def test_what_the_world_did_is_told_as_a_sentence_and_not_as_a_bug(
    office: Office, told: list[str], qtbot: QtBot
) -> None:
    database.execute_sql("PRAGMA query_only = ON")
    try:
        HardshipFile.update(name="改").execute()
    except Exception as error:
        failures.explain_error(error)
    assert len(told) == 1
    assert "文件是只读的" in told[0]


def test_a_bug_is_shown_once(told: list[str], qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        failures.explain_error(raised(ZeroDivisionError, ""))
    assert len(told) == 1
    assert told[0].startswith("程序出错")
    caplog.clear()


def test_a_bug_never_shows_its_traceback(
    told: list[str], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failures.explain_error(raised(ValueError, "x"))
    assert "Traceback" not in told[0]
    assert "test_failures" not in told[0]
    caplog.clear()


def test_the_log_says_where_a_bug_happened_but_no_persons_data(
    told: list[str], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failures.explain_error(raised(KeyError, "310104198005060011 张三"))
    assert "KeyError" in caplog.text
    assert "test_failures.py" in caplog.text
    assert "310104" not in caplog.text
    assert "张三" not in caplog.text
    caplog.clear()


def test_where_no_log_can_be_written_the_program_starts_nevertheless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a home that is full or belongs to somebody else: here the folder's parent is a file."""
    (tmp_path / "home").touch()
    monkeypatch.setattr(bugs, "log_folder", lambda: tmp_path / "home" / "log")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    failures.install()
    assert sys.excepthook is failures.explain

"""The log: it tells the maintainers what failed and where, and nothing about anybody."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app import bugs
from app.version import version


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log folder of this test's own."""
    monkeypatch.setattr(bugs, "log_folder", lambda: tmp_path / "log")
    return tmp_path / "log"


def test_a_report_names_kind_and_place_but_no_persons_value(folder: Path) -> None:
    try:
        raise ValueError("王小明 310101199003077774")
    except ValueError as error:
        told = bugs.note(error)
    assert told is not None
    text = told.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_bugs.py" in text
    assert "王小明" not in text
    assert "310101199003077774" not in text


def test_a_report_says_of_which_version_it_tells(folder: Path) -> None:
    told = bugs.note(ValueError())
    assert told is not None
    assert version() in told.read_text(encoding="utf-8")


def test_the_log_rotates_and_never_fills_the_disk(folder: Path) -> None:
    writer = bugs.log_writer()
    line = logging.makeLogRecord({"msg": "x" * 10_000})
    for _ in range(250):
        writer.handle(line)
    writer.close()
    sizes = [file.stat().st_size for file in folder.iterdir()]
    assert len(sizes) == 3
    assert sum(sizes) <= 3 * 500_000


def test_the_log_lies_where_the_platform_keeps_logs() -> None:
    assert bugs.log_folder().parts[-2:] == ("union-office", "log")

"""The log: it tells the maintainers what failed and where, and nothing about anybody."""

from __future__ import annotations

import ast
import logging
from collections.abc import Callable, Iterator
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


@pytest.fixture
def written(folder: Path) -> Iterator[Callable[[], str]]:
    """What stands in the log after everything that was logged, by this program or by a library."""
    writer = bugs.log_writer()
    root = logging.getLogger()
    root.addHandler(writer)
    yield lambda: (folder / "log.txt").read_text(encoding="utf-8")
    root.removeHandler(writer)
    writer.close()


def test_what_a_library_says_may_be_anybodys_and_is_not_written(
    written: Callable[[], str], caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("pikepdf.pdfa").error("title is not that of the XMP: %s", "王小明")
    assert "王小明" not in written()
    assert "ERROR pikepdf.pdfa test_bugs.py:" in written()
    caplog.clear()


def test_an_error_that_is_logged_says_what_a_report_says(
    written: Callable[[], str], caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise KeyError("王小明")
    except KeyError:
        logging.getLogger("app.office").exception("not opened")
    assert "王小明" not in written()
    assert "KeyError\n  test_bugs.py:" in written()
    caplog.clear()


def test_only_what_holds_no_value_is_logged() -> None:
    """Each place where this program logs, with what it puts in: versions, numbers of rows, rules."""
    root = Path(bugs.__file__).parents[1]
    said = {
        tuple(ast.unparse(value) for value in call.args)
        for path in [*(root / "app").rglob("*.py"), *(root / "ui").rglob("*.py")]
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and ast.unparse(call.func.value) in {"log", "_log", "logging"}
        and call.func.attr in {"debug", "info", "warning", "error", "exception", "critical"}
    }
    assert said == {
        ("'opened an office file, version %s'", "newest_version()"),
        ("'left described register %s out'", "row.id"),
        ("'a print does not conform to PDF/A: %s'", "rules"),
        ("'%s'", "text"),  # a report
    }


def test_a_report_says_of_which_version_it_tells(folder: Path) -> None:
    told = bugs.note(ValueError())
    assert told is not None
    assert version() in told.read_text(encoding="utf-8")


def test_the_log_rotates_and_never_fills_the_disk(folder: Path) -> None:
    writer = bugs.log_writer()
    line = logging.makeLogRecord({"name": "app.office", "msg": "x" * 10_000})
    for _ in range(250):
        writer.handle(line)
    writer.close()
    sizes = [file.stat().st_size for file in folder.iterdir()]
    assert len(sizes) == 3
    assert sum(sizes) <= 3 * 500_000


def test_the_log_lies_where_the_platform_keeps_logs() -> None:
    assert bugs.log_folder().parts[-2:] == ("union-office", "log")

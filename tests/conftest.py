"""What every test stands on: Qt without a screen, and a log in which nothing unexpected appears."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.office import Office, close_office, create

# Qt reads this when its application object is made, which pytest-qt does on a test's first need.
os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True)
def no_stray_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning; one that expects it asserts on `caplog`, then clears it."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    stray = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not stray, f"unexpected in the log: {stray}"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An open, empty, real office file."""
    yield create(tmp_path / "test.union", "泰祥社区工会", code="TY")
    close_office()

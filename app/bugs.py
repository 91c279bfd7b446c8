"""Failures that nobody foresaw: reported by where they happened, never by the values in hand."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.private import OWNER_ONLY
from app.version import version

_PROGRAM = "union-office"
_LARGEST = 500_000  # bytes
_OURS = ("app.", "ui.")  # what these say holds no value: tests/app/test_bugs.py


def log_folder() -> Path:
    """Return the folder that holds the log."""
    import platformdirs

    return platformdirs.user_log_path(_PROGRAM, appauthor=False)


def log_writer() -> RotatingFileHandler:
    """Return what writes to the log file; raises OSError where there can be none."""
    folder = log_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    writer = RotatingFileHandler(folder / "log.txt", maxBytes=_LARGEST, backupCount=2, encoding="utf-8")
    Path(writer.baseFilename).chmod(OWNER_ONLY)
    writer.setFormatter(_Discreet())
    return writer


class _Discreet(logging.Formatter):
    """Writes what this program says, of a library only where it spoke: that may quote what people typed.

    An error is told by `report`, not by its own words.
    """

    def format(self, record: logging.LogRecord) -> str:
        said = record.getMessage() if record.name.startswith(_OURS) else f"{record.filename}:{record.lineno}"
        error = record.exc_info[1] if record.exc_info else None
        told = f"\n{report(error)}" if error is not None else ""
        return f"{self.formatTime(record)} {record.levelname} {record.name} {said}{told}"


def report(error: BaseException) -> str:
    """Describe a bug by its kind and where it happened, without any value: values are people's data."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    cause = error.__cause__ or error.__context__
    return "\n".join([type(error).__name__, *lines, *(["由于", report(cause)] if cause else [])])


def note(error: BaseException) -> Path | None:
    """Write a bug's report to the log file, and return its path; None where it cannot be written."""
    try:
        writer = log_writer()
    except OSError:
        return None
    words = {
        "name": __name__,
        "levelno": logging.ERROR,
        "levelname": "ERROR",
        "msg": f"{version()}\n{report(error)}",
    }
    try:
        writer.handle(logging.makeLogRecord(words))
    finally:
        writer.close()
    return Path(writer.baseFilename)

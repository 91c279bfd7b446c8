"""What is known of the copies of an office, kept beside it: a note inside would outdate each of them."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app import private
from app.opened import current


@dataclass(frozen=True)
class Backup:
    """A verified copy of the office file; `stamp` tells its last change from any other."""

    path: Path
    at: datetime
    size: int
    sha256: str
    stamp: int = 0


@dataclass(frozen=True)
class BackupLog:
    """The last copy that was taken elsewhere, and the last that was made by itself.

    `second` is the folder that gets a copy of each automatic one, such as on a stick; `trouble` says why
    the last attempt failed. While `keeps_all`, after a restore, no copy is thinned out. `apart` is the second
    place that was seen on another disk than the office: where it no longer is, its stick is not there.
    """

    last: Backup | None = None
    automatic: Backup | None = None
    second: Path | None = None
    trouble: str = ""
    keeps_all: bool = False
    apart: Path | None = None


def log_path(office: Path) -> Path:
    """Return where the log of an office lies."""
    return office.with_name(f".{office.name}.backups")


def read_log(office: Path | None = None) -> BackupLog:
    """Return the log of an office, by default of the open one; an empty one where there is none to read."""
    path = office or _open_path()
    if path is None:
        return BackupLog()
    try:
        if not log_path(path).is_file():  # a pipe would keep whoever reads it waiting
            return BackupLog()
        content: dict[str, Any] = json.loads(log_path(path).read_text(encoding="utf-8"))
        if "path" in content:  # as programs before the automatic copies wrote it
            content = {"last": content}
        second, apart = content.get("second"), content.get("apart")
        return BackupLog(
            _backup(content.get("last")),
            _backup(content.get("automatic")),
            Path(second) if second else None,
            str(content.get("trouble", "")),
            bool(content.get("keeps_all", False)),
            Path(apart) if apart else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return BackupLog()


def _open_path() -> Path | None:
    office = current()
    return office.path if office is not None else None


def _backup(entry: dict[str, Any] | None) -> Backup | None:
    if not entry:
        return None
    at = datetime.fromisoformat(entry["at"])
    stamp = int(entry.get("stamp", 0))
    return Backup(Path(entry["path"]), at, int(entry["size"]), str(entry["sha256"]), stamp)


def note(office: Path | None = None, **changed: object) -> None:
    """Change entries of the log; where the folder cannot be written the log stays as it was."""
    path = office or _open_path()
    if path is None:
        return
    log = replace(read_log(path), **changed)  # type: ignore[arg-type]  # by the names of its fields
    target = log_path(path)
    unfinished = target.with_name(f"{target.name}.part")
    with suppress(OSError):
        private.begin(unfinished)
        unfinished.write_text(json.dumps(asdict(log), default=str), encoding="utf-8")
        unfinished.replace(target)
        return
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


def newest_copy(log: BackupLog) -> Backup | None:
    """Return the copy that was made last, wherever it lies; None where there is none."""
    copies = [made for made in (log.last, log.automatic) if made is not None]
    return max(copies, key=lambda copy: copy.at, default=None)


def last_backup() -> Backup | None:
    """Return the last copy that was taken to another place; None when there was none."""
    return read_log().last

"""What the program remembers between two starts: the last files, and where the window stood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

NAME = "union-office"
_MOST = 8


def _settings() -> QSettings:
    file = platformdirs.user_config_path(NAME, appauthor=False) / "window.ini"
    return QSettings(str(file), QSettings.Format.IniFormat)


def recent_files() -> list[Path]:
    """Return the office files opened last that still exist, the latest first."""
    kept: Any = _settings().value("recent", [])
    names = [kept] if isinstance(kept, str) else kept or []  # QSettings unwraps a list of one
    return [Path(name) for name in names if Path(name).is_file()]


def remember_file(path: Path) -> None:
    """Put a file at the head of the recent ones."""
    path = path.resolve()
    others = [known for known in recent_files() if known != path]
    _settings().setValue("recent", [str(file) for file in (path, *others)][:_MOST])


def geometry(window: str) -> QByteArray | None:
    """Return where a window stood; None on the first start."""
    kept = _settings().value(f"geometry/{window}")
    return kept if isinstance(kept, QByteArray) else None


def remember_geometry(window: str, kept: QByteArray) -> None:
    """Keep where a window stands."""
    _settings().setValue(f"geometry/{window}", kept)


def was_told(path: Path) -> bool:
    """Tell whether the person already heard what speaks against the place of this file."""
    return str(path.resolve()) in _told()


def remember_told(path: Path) -> None:
    """Keep that the person has heard it: once is enough."""
    _settings().setValue("told", [str(path.resolve()), *_told()][:_MOST])


def _told() -> list[str]:
    kept: Any = _settings().value("told", [])
    return [kept] if isinstance(kept, str) else kept or []


def folder(purpose: str) -> str:
    """Return the folder last chosen for a purpose, such as `backup`; empty when none was."""
    return str(_settings().value(f"folder/{purpose}") or "")


def remember_folder(purpose: str, path: Path) -> None:
    """Keep the folder that was chosen for a purpose."""
    _settings().setValue(f"folder/{purpose}", str(path))

"""What the program remembers between two starts: the last files, and where the window stood."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

NAME = "union-office"
_MOST = 8
_WARNED = "told"  # the key that the files of earlier versions hold


def _settings() -> QSettings:
    file = platformdirs.user_config_path(NAME, appauthor=False) / "window.ini"
    return QSettings(str(file), QSettings.Format.IniFormat)


def recent_files() -> list[Path]:
    """Return the office files opened last that still exist, the latest first."""
    return [Path(name) for name in _texts("recent") if Path(name).is_file()]


def last_file() -> Path | None:
    """Return the office file opened last; None where none is known any more."""
    return next(iter(recent_files()), None)


def remember_file(path: Path) -> None:
    """Put a file at the head of the recent ones."""
    path = path.resolve()
    others = [file for file in recent_files() if file != path]
    _settings().setValue("recent", [str(file) for file in (path, *others)][:_MOST])


def geometry(window: str) -> QByteArray | None:
    """Return where a window stood; None on the first start."""
    value = _settings().value(f"geometry/{window}")
    return value if isinstance(value, QByteArray) else None


def remember_geometry(window: str, geometry: QByteArray) -> None:
    """Keep where a window stands."""
    _settings().setValue(f"geometry/{window}", geometry)


def was_warned(path: Path) -> bool:
    """Tell whether the person was warned of the place where this file lies."""
    return str(path.resolve()) in _texts(_WARNED)


def remember_warning(path: Path) -> None:
    """Keep that the person was warned of this file's place: once is enough."""
    _settings().setValue(_WARNED, [str(path.resolve()), *_texts(_WARNED)][:_MOST])


def printing(title: str) -> dict[str, str]:
    """Return how a print was wanted the last time; nothing where it was not printed yet."""
    value = _settings().value(f"printing/{title}")
    return {str(name): str(said) for name, said in value.items()} if isinstance(value, dict) else {}


def remember_printing(title: str, wanted: dict[str, str]) -> None:
    """Keep how a print was wanted."""
    _settings().setValue(f"printing/{title}", wanted)


def list_view(register_key: str) -> str:
    """Return how the list of a register was left: its columns, their widths, its order; empty at first."""
    return str(_settings().value(f"list/{register_key}") or "")


def remember_list_view(register_key: str, view: str) -> None:
    """Keep how a list is left."""
    _settings().setValue(f"list/{register_key}", view)


def folder(purpose: str) -> str:
    """Return the folder last chosen for a purpose, such as `backup`; empty when none was."""
    return str(_settings().value(f"folder/{purpose}") or "")


def remember_folder(purpose: str, path: Path) -> None:
    """Keep the folder that was chosen for a purpose."""
    _settings().setValue(f"folder/{purpose}", str(path))


def operator() -> tuple[str, date | None]:
    """Return who said to work here last, and on which day."""
    name = str(_settings().value("operator/name") or "")
    try:
        return name, date.fromisoformat(str(_settings().value("operator/day") or ""))
    except ValueError:
        return name, None


def remember_operator(name: str, day: date) -> None:
    """Keep who works here on a day."""
    _settings().setValue("operator/name", name)
    _settings().setValue("operator/day", day.isoformat())


def _texts(key: str) -> list[str]:
    """Return a list of texts; QSettings unwraps a list of one."""
    value: Any = _settings().value(key, [])
    return [value] if isinstance(value, str) else value or []

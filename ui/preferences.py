"""What the program remembers between two starts: files, where the window stood, how a person wants it."""

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


def text_size() -> int:
    """Return how large text is wanted, in percent of the usual size."""
    value = str(_settings().value("look/size") or "")
    return int(value) if value.isdecimal() else 100


def remember_text_size(percent: int) -> None:
    """Keep how large text is wanted."""
    _settings().setValue("look/size", percent)


def scheme() -> str:
    """Return which colours are wanted: `light`, `dark`, or `system` for those of the desktop."""
    return str(_settings().value("look/scheme") or "system")


def remember_scheme(scheme: str) -> None:
    """Keep which colours are wanted."""
    _settings().setValue("look/scheme", scheme)


def opens_last_file() -> bool:
    """Tell whether the program begins with the office opened last, and not with the first page."""
    return str(_settings().value("start/last_file") or "yes") == "yes"


def remember_opening_last_file(wanted: bool) -> None:
    """Keep whether the program begins with the office opened last."""
    _settings().setValue("start/last_file", "yes" if wanted else "no")


LAST_TAB = "last"


def start_tab() -> str:
    """Return the key of the tab with which an office opens, `LAST_TAB` for that in front last."""
    return str(_settings().value("start/tab") or "")


def remember_start_tab(key: str) -> None:
    """Keep with which tab an office opens."""
    _settings().setValue("start/tab", key)


def last_tab() -> str:
    """Return the key of the tab that was in front last."""
    return str(_settings().value("start/last_tab") or "")


def remember_last_tab(key: str) -> None:
    """Keep which tab is in front."""
    _settings().setValue("start/last_tab", key)


def _texts(key: str) -> list[str]:
    """Return a list of texts; QSettings unwraps a list of one."""
    value: Any = _settings().value(key, [])
    return [value] if isinstance(value, str) else value or []

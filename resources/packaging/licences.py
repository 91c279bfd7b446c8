"""The licence texts of everything that is bundled: of Python, of each library, of what the system lent."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

_NAME = re.compile(r"[\w.-]+")
_COMMON = Path("/usr/share/common-licenses")
_QT = ("pyside6-essentials", "pyside6-addons", "shiboken6")


def gather(target: Path) -> list[str]:
    """Copy each licence text into a folder, and return one line about each of the bundled parts."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy("LICENSE", target / "union-office.txt")
    for text in Path("resources/fonts").glob("OFL-*.txt"):
        shutil.copy(text, target / text.name)
    python = Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "LICENSE.txt")
    if python.exists():
        shutil.copy(python, target / "Python.txt")
    told = ["Python: PSF-2.0", "Noto Sans SC, Noto Serif SC, Hanazono: OFL-1.1"]
    for library in _bundled():
        name = library.metadata["Name"]
        texts = [
            file for file in library.files or [] if re.search(r"licen[cs]e|copying", file.name, re.IGNORECASE)
        ]
        for number, text in enumerate(file for file in texts if file.suffix not in {".py", ".pyc"}):
            shutil.copy(str(text.locate()), target / f"{name}{f'-{number + 1}' if number else ''}.txt")
        told.append(f"{name} {library.version}: {_licence(library)}")
    for text in ("LGPL-3", "GPL-3", "MPL-2.0"):  # Qt and PySide6, and pikepdf, name theirs only
        if (_COMMON / text).exists():
            shutil.copy(_COMMON / text, target / f"{text}.txt")
    return told


def _licence(library: Distribution) -> str:
    if _normal(library.metadata["Name"]) in _QT:
        return "LGPL-3.0-only"
    told = library.metadata.get("License-Expression") or library.metadata.get("License") or ""
    classified = [
        line for line in library.metadata.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    return told.splitlines()[0] if told else ", ".join(line.rpartition(" :: ")[2] for line in classified)


def _bundled() -> Iterator[Distribution]:
    """Yield each library that the program asks for, and what these ask for, by name."""
    seen: dict[str, Distribution] = {}
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [_NAME.match(line)[0] for line in project["dependencies"]]
    while waiting:
        name = waiting.pop()
        if _normal(name) in seen:
            continue
        seen[_normal(name)] = library = distribution(name)
        waiting += _asked(library, pdfa=name.lower() == "pikepdf")
    yield from (seen[name] for name in sorted(seen))


def _asked(library: Distribution, *, pdfa: bool = False) -> Iterator[str]:
    for line in library.requires or []:
        wanted, _, when = line.partition(";")
        if ("extra" not in when or (pdfa and "pdfa" in when)) and _is_installed(
            name := _NAME.match(wanted)[0]
        ):
            yield name


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except ModuleNotFoundError:
        return False
    return True


def _normal(name: str) -> str:
    """Return the name of a library as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()

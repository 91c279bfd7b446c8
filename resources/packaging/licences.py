"""The licence texts of everything that is bundled: of Python, of each library, of what the system lent."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

_AFTER_NAME = re.compile(r"[^\w.-]")
_COMMON = Path("/usr/share/common-licenses")
_QT = ("pyside6-essentials", "pyside6-addons", "shiboken6")


def gather(target: Path) -> list[str]:
    """Copy each licence text into a folder, and return one line about each of the bundled parts."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy("LICENSE", target / "union-office.txt")
    for of_fonts in Path("resources/fonts").glob("OFL-*.txt"):
        shutil.copy(of_fonts, target / of_fonts.name)
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
    for common in ("LGPL-3", "GPL-3", "MPL-2.0"):  # Qt and PySide6, and pikepdf, name theirs only
        if (_COMMON / common).exists():
            shutil.copy(_COMMON / common, target / f"{common}.txt")
    return told


def _licence(library: Distribution) -> str:
    if _normal(library.metadata["Name"]) in _QT:
        return "LGPL-3.0-only"
    told = [*_said(library, "License-Expression"), *_said(library, "License")]
    classified = [line for line in _said(library, "Classifier") if line.startswith("License ::")]
    return told[0].splitlines()[0] if told else ", ".join(line.rpartition(" :: ")[2] for line in classified)


def _said(library: Distribution, name: str) -> list[str]:
    """Return what a library says of itself under a name, but for nothing."""
    return [str(line) for line in library.metadata.get_all(name) or [] if line]


def _bundled() -> Iterator[Distribution]:
    """Yield each library that the program asks for, and what these ask for, by name."""
    seen: dict[str, Distribution] = {}
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [_name(line) for line in project["dependencies"]]
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
        if ("extra" not in when or (pdfa and "pdfa" in when)) and _is_installed(name := _name(wanted)):
            yield name


def _name(requirement: str) -> str:
    """Return the name that a requirement begins with."""
    return _AFTER_NAME.split(requirement, maxsplit=1)[0]


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except ModuleNotFoundError:
        return False
    return True


def _normal(name: str) -> str:
    """Return the name of a library as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()

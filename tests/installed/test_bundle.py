"""The built folder holds what the program uses, and runs where its package says; after `make build`."""

from __future__ import annotations

from pathlib import Path

import pytest
from glibc import Version, needed
from PyInstaller.archive.readers import CArchiveReader
from strip_symbols import binaries

FOLDER = Path(__file__).resolve().parents[2] / "dist" / "union-office"
INTERNAL = FOLDER / "_internal"
LARGEST = 210_000_000  # bytes: 60 % of 352 million, which a build took that left nothing out
OLDEST = (2, 28)  # of the desktops of Chinese offices; each wheel runs on it


@pytest.fixture(scope="module")
def modules() -> set[str]:
    """The names of all Python modules in the program, packed and as files."""
    program = CArchiveReader(str(FOLDER / "union-office"))
    packed = set(program.open_embedded_archive("PYZ.pyz").toc)
    return packed | {path.name.partition(".")[0] for path in INTERNAL.rglob("*.so")}


def test_it_is_no_larger_than_what_is_used() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) <= LARGEST


@pytest.mark.parametrize(
    "name", ["ssl", "_ssl", "requests", "urllib3", "ftplib", "smtplib", "xmlrpc", "asyncio", "tkinter"]
)
def test_no_module_that_speaks_to_servers_or_is_not_used_comes_along(name: str, modules: set[str]) -> None:
    assert not {module for module in modules if module == name or module.startswith(f"{name}.")}


def test_of_qt_only_what_the_window_uses_comes_along() -> None:
    assert {path.name.partition(".")[0] for path in (INTERNAL / "PySide6").glob("Qt*.so")} == {
        *("QtCore", "QtGui", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtSvg", "QtWidgets"),
    }


def test_nothing_of_qt_is_loaded_before_the_program_begins() -> None:
    program = CArchiveReader(str(FOLDER / "union-office"))
    run = [name for name, (*_, kind) in program.toc.items() if kind == "s"]
    assert run == ["pyiboot01_bootstrap", "no_network", "qt_plugins", "main"]


def test_qt_speaks_chinese_and_nothing_else() -> None:
    assert [path.name for path in INTERNAL.rglob("*.qm")] == ["qtbase_zh_CN.qm"]


def test_no_font_but_the_programs_own_comes_along() -> None:
    fonts = {path for path in INTERNAL.rglob("*") if path.suffix in {".ttf", ".otf", ".pfb", ".afm"}}
    assert {path.parent for path in fonts} == {INTERNAL / "resources" / "fonts"}


def test_only_the_systems_own_parts_need_a_newer_glibc_than_the_wheels() -> None:
    """Python and XCB are the building machine's: docs/packaging.md says how to build for older desktops."""
    newer: dict[str, Version] = {path.name: needed(path) for path in binaries(FOLDER)}
    names = {name for name, version in newer.items() if version > OLDEST and "cpython" not in name}
    assert names <= {"libpython3.11.so.1.0", "libxcb-cursor.so.0", "libatomic.so.1"}

"""What the installer for Windows is made of, as far as it can be held on another system."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import version_resource
from bundle import used
from icons import ico
from PIL import Image

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "resources/packaging/windows/union-office.iss"
SITE = r"C:\Users\王芳\台账\.venv\Lib\site-packages\PySide6"


def test_windows_shows_the_version_with_four_numbers() -> None:
    def made(name: str) -> object:
        return lambda *args, **named: SimpleNamespace(name=name, args=args, **named)

    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct")
    read = {name: made(name) for name in (*names, "VarFileInfo", "VarStruct")}
    told = eval(version_resource.text("0.1.0"), read)  # as PyInstaller reads it
    assert told.ffi.filevers == told.ffi.prodvers == (0, 1, 0, 0)
    (table,) = told.kids[0].args[0]
    assert dict(entry.args for entry in table.args[1])["ProductVersion"] == "0.1.0"


@pytest.mark.parametrize("picture", ["union-office", "office-file"])
def test_an_icon_has_every_size_that_windows_asks_for(picture: str, tmp_path: Path) -> None:
    with Image.open(ico(ROOT / f"resources/icons/{picture}.svg", tmp_path / "icon.ico")) as icon:
        assert {(size, size) for size in (16, 24, 32, 48, 64, 256)} <= icon.info["sizes"]


@pytest.mark.parametrize(
    "name",
    [
        *(r"PySide6\Qt6Core.dll", r"PySide6\plugins\platforms\qwindows.dll"),
        *(r"PySide6\plugins\styles\qmodernwindowsstyle.dll", r"PySide6\plugins\iconengines\qsvgicon.dll"),
        *(r"PySide6\plugins\printsupport\windowsprintersupport.dll", r"PySide6\translations\qtbase_zh_CN.qm"),
    ],
)
def test_what_the_program_uses_on_windows_comes_along(name: str) -> None:
    file = (name, SITE + name.removeprefix("PySide6"), "BINARY")
    assert used([file]) == [file]


@pytest.mark.parametrize(
    "name",
    [
        *(r"PySide6\opengl32sw.dll", r"PySide6\Qt6Qml.dll", r"PySide6\translations\qtbase_de.qm"),
        *(r"PySide6\plugins\platforms\qdirect2d.dll", r"PySide6\plugins\imageformats\qjpeg.dll"),
    ],
)
def test_what_nobody_uses_on_windows_stays_out(name: str) -> None:
    assert used([(name, SITE + name.removeprefix("PySide6"), "BINARY")]) == []


def test_the_installer_names_files_that_are_there_or_that_a_build_makes() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    named = re.findall(r"\.\.\\\.\.\\\.\.\\([\w.\\-]+)", text)
    made = {"dist", r"dist\union-office" + "\\", r"build\licences" + "\\"}
    made |= {r"build\build\union-office.ico", r"build\office-file.ico"}
    assert {name for name in named if name not in made} == {"LICENSE"}
    assert (ROOT / "LICENSE").is_file()
    assert (ROOT / "resources/manual/manual.html").is_file()
    assert r"{app}\_internal\resources\manual\manual.html" in text

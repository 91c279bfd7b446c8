"""What Windows shows of the program in its properties: version, name, maker."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

_TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1),
  kids=[
    StringFileInfo([StringTable("080404B0", [
      StringStruct("FileDescription", "社区工会台账"),
      StringStruct("ProductName", "社区工会台账"),
      StringStruct("CompanyName", "The Union Office authors"),
      StringStruct("LegalCopyright", "MIT"),
      StringStruct("OriginalFilename", "union-office.exe"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0804, 1200])]),
  ],
)
"""


def resource(folder: Path) -> str | None:
    """Write the version resource and return its path; None elsewhere than on Windows."""
    if sys.platform != "win32":
        return None
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "version.txt"
    target.write_text(text(version("union-office")), encoding="utf-8")
    return str(target)


def text(of: str) -> str:
    """Return the version resource as PyInstaller reads it; Windows counts four numbers."""
    numbers = tuple([*map(int, of.split(".")), 0, 0, 0, 0][:4])
    return _TEXT.format(numbers=numbers, version=of)

"""The screens that the window must fit, and Qt's settings for standing on one of them without a display."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

_INCH = 96  # dots, as Windows and most Linux desktops count them


@dataclass(frozen=True)
class Screen:
    """A screen of so many pixels, everything on it enlarged by `scale`."""

    name: str
    width: int
    height: int
    scale: float = 1.0

    def environment(self, folder: Path) -> dict[str, str]:
        """Return the variables by which Qt draws for this screen; it is described in a file of the folder."""
        shape = {"name": self.name, "x": 0, "y": 0, "width": self.width, "height": self.height}
        file = folder / f"{self.name}.json"
        screen = shape | {"logicalDpi": _INCH, "logicalBaseDpi": _INCH, "dpr": 1}
        file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(self.scale)}


SCREENS = (
    Screen("1366x768", 1366, 768),
    Screen("1024x700", 1024, 700),
    Screen("1366x768 at 125 percent", 1366, 768, 1.25),
    Screen("1366x768 at 150 percent", 1366, 768, 1.5),
)

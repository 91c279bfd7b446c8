"""Where the files shipped with the program are: fonts, icons, templates."""

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of a shipped file, such as `fonts/NotoSansSC-Bold.ttf`; it need not exist."""
    home = getattr(sys, "_MEIPASS", None) or Path(__file__).resolve().parents[1]
    return Path(home) / "resources" / name

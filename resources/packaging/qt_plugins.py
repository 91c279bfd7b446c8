"""Runs first in the frozen program on Linux: Qt loads its own plug-ins, not those that a desktop names.

PyInstaller's script for this loads Qt to ask it where it lies: for each command, and for whoever only rings.
"""

import os
import sys

if sys.platform == "linux":
    os.environ["QT_PLUGIN_PATH"] = f"{sys._MEIPASS}/PySide6/Qt/plugins"  # noqa: SLF001  # PyInstaller's interface

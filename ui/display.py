"""Whether a window can be shown here: Qt itself ends the process without a word where it cannot."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from importlib.util import find_spec
from pathlib import Path

from app.errors import Refused

_NOWHERE = "这里没有图形桌面，窗口打不开。请在桌面上启动，或用命令完成，union-office --help 列出全部命令。"
_WINDOWED = {"xcb", "wayland", "wayland-egl"}


def require_display() -> None:
    """Raise Refused where Qt could show no window; never loads Qt."""
    if not sys.platform.startswith("linux"):
        return
    setting = os.environ.get("QT_QPA_PLATFORM", "")
    kinds = {name.partition(":")[0] for name in setting.split(";")} if setting else _WINDOWED
    if other := kinds - _WINDOWED:  # such as offscreen: shown to nobody, as somebody wanted it
        if not any(_plugin(kind).exists() for kind in other):
            raise Refused(f"环境变量 QT_QPA_PLATFORM 写的“{setting}”不能用，窗口打不开。请去掉它再启动。")
        return
    if not ("xcb" in kinds and _has_x_server()) and not (kinds - {"xcb"} and _has_wayland()):
        raise Refused(_NOWHERE)
    if "xcb" in kinds and _has_x_server():
        _require_libraries()


def _plugin(kind: str) -> Path:
    package = find_spec("PySide6")
    folder = Path(package.origin).parent if package is not None and package.origin else Path()
    return folder / "Qt" / "plugins" / "platforms" / f"libq{kind}.so"


def _require_libraries() -> None:
    """Name the system's library that Qt lacks, such as libxcb-cursor0 on a new Debian."""
    plugin = _plugin("xcb")
    if plugin.exists():
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            library = str(error).partition(":")[0]
            raise Refused(f"系统缺少 {library}，窗口打不开。请让管理员安装它后再启动。") from error


def _has_x_server() -> bool:
    """Connect as Qt will: the name alone says nothing of a server that has ended or lets nobody in."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _has_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name  # an absolute name stays as it is
    with socket.socket(socket.AF_UNIX) as server:
        try:
            server.connect(str(path))
        except OSError:
            return False
    return True

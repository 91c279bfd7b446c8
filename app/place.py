"""Where an office file lies: a share, a stick or a synchronised folder is no place to work in.

SQLite's locks do not hold on network shares, a stick may be pulled out in the middle of a change, and
a synchronising program copies the journal apart from its file (design section 3).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath, PureWindowsPath

from app.errors import Refused

_LONGEST = 255  # of a name: bytes on POSIX, UTF-16 units on Windows
_BESIDE = 45  # the longest that a name has more beside an office: .恢复前20260308-093000-2, .part, -journal
_SYNCHRONISED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "nutstore": "坚果云",
    "坚果云": "坚果云",
    "baidunetdisk": "百度网盘",
    "baidusyncdisk": "百度同步盘",
    "百度网盘": "百度网盘",
    "百度云同步盘": "百度云同步盘",
    "wps云盘": "WPS 云盘",
    "wpsdrive": "WPS 云盘",
    "google drive": "Google Drive",
    "微云": "微云",
}
_SHARES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "davfs", "9p", "ncpfs"}
_STICKS = {"vfat", "exfat", "msdos", "fuseblk"}
_STICK_ROOTS = ("/media/", "/run/media/", "/mnt/usb", "/Volumes/")
_REMOVABLE, _REMOTE = 2, 4  # GetDriveTypeW


def doubt(path: Path) -> str | None:
    """Say in one sentence why this is no place to work in, and what to do; None when it is."""
    if service := synchronised_by(path):
        return f"台账放在{service}同步文件夹中，同步可能损坏文件。建议在本机另存一份，在那一份上工作。"
    kind = _kind(path)
    if kind == "share":
        return "台账放在网络共享上，断网或两人同时打开可能损坏文件。建议在本机另存一份，在那一份上工作。"
    if kind == "stick":
        return "台账放在U盘等移动磁盘上，中途拔出可能损坏文件。建议在本机另存一份，U盘只放备份。"
    return None


def require_short_name(path: Path) -> None:
    """Raise Refused for the name of a new office after which its copies and journals could not be called."""
    long = len(path.name.encode("utf-16-le")) // 2 if os.name == "nt" else len(os.fsencode(path.name))
    if long > _LONGEST - _BESIDE:
        raise Refused(f"“{path.name}”作为文件名太长了，备份不能用它起名。请起一个短一些的，如 20 个字以内。")


def synchronised_by(path: PurePath) -> str | None:
    """Return the name of the service that synchronises a folder on the way to the file."""
    for part in path.parts[:-1]:
        for mark, service in _SYNCHRONISED.items():
            if part.lower().startswith(mark):
                return service
    return None


def _kind(path: Path) -> str | None:
    if sys.platform == "win32":
        return _kind_on_windows(path)
    mounts = Path("/proc/mounts")
    return kind_of_mount(path.absolute(), mounts.read_text(encoding="utf-8")) if mounts.exists() else None


def _kind_on_windows(path: Path) -> str | None:
    import ctypes

    where = PureWindowsPath(path.resolve())
    if where.drive.startswith("\\\\"):
        return "share"
    drive = ctypes.windll.kernel32.GetDriveTypeW(f"{where.drive}\\")  # type: ignore[attr-defined]  # on Windows only
    return {_REMOVABLE: "stick", _REMOTE: "share"}.get(drive)


def kind_of_mount(path: PurePath, mounts: str) -> str | None:
    """Return 'share' or 'stick' by the longest mount point that holds the path; None for a local disk.

    `mounts` is the text of /proc/mounts.
    """
    best, file_system = "", ""
    for line in mounts.splitlines():
        _, point, kind, *_ = [*line.split(), "", "", ""]
        point = point.replace("\\040", " ")
        if (str(path) + "/").startswith(point.rstrip("/") + "/") and len(point) >= len(best):
            best, file_system = point, kind
    if file_system in _SHARES:
        return "share"
    if file_system in _STICKS and (best + "/").startswith(_STICK_ROOTS):
        return "stick"
    return None

"""What of the collected files the program uses: all else stays out of the folder an office is given."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

FILES = tuple[str, str, str]
"""A collected file as PyInstaller has it: where it goes, where it lies, its kind."""

UNUSED_MODULES = [
    *("tkinter", "unittest", "doctest", "pdb", "asyncio", "xmlrpc", "ftplib", "smtplib", "readline"),
    *("ssl", "_ssl", "setuptools", "pkg_resources", "charset_normalizer", "pydoc_data"),
    *("_codecs_iso2022", "_codecs_jp", "_codecs_kr"),
    *(f"PIL._{part}" for part in ("avif", "webp", "imagingcms", "imagingft", "imagingmath", "imagingmorph")),
    *("PIL.ImageTk", "lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax"),
    *(f"fontTools.{part}" for part in ("cu2qu", "designspaceLib", "merge", "mtiLib", "otlLib", "qu2cu")),
    *(f"fontTools.{part}" for part in ("subset", "ufoLib", "varLib", "voltLib")),
    *(f"PySide6.Qt{part}" for part in ("DataVisualization", "DBus", "Network", "OpenGL", "OpenGLWidgets")),
    *(f"PySide6.Qt{part}" for part in ("Qml", "Quick")),
]
"""Modules that libraries ask for and this program never reaches; none of them opens the network."""

PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg",),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platforms": ("qoffscreen", "qwayland-generic", "qwindows", "qxcb"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport", "windowsprintersupport"),
    "styles": ("qmodernwindowsstyle",),
    "wayland-decoration-client": ("bradient",),
    "wayland-shell-integration": ("xdg-shell",),
    "xcbglintegrations": ("qxcb-egl-integration", "qxcb-glx-integration"),
}
"""Qt's plug-ins that serve this program, by their folder. Its pictures are SVG, and PNG without a plug-in."""

NEEDLESS_SCRIPTS = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil", "pyi_rth_pyside6")
"""What PyInstaller runs at each start for what this program never does: ask where a function stands, start
itself as another process, list the modules of a package. The last loads Qt; qt_plugins.py stands for it."""

BROUGHT = (
    *("libpython", "libatomic.", "libxcb-cursor.", "libxcb-icccm.", "libxcb-image.", "libxcb-keysyms."),
    *("libxcb-render-util.", "libxcb-util."),
)
"""What is taken from the building system's libraries, as not every desktop has it. The others are the
desktop's own: its X11, GLib, fonts and C++ library fit its drivers and its glibc, ours might not, and its
OpenSSL is kept safe by its updates."""

_FOREIGN = ("VirtualKeyboard", "virtualkeyboard", "Qml", "Quick")  # Qt's on-screen keyboard is GPL
_UNREAD = ("borax/calendars/dataset/", "docx/templates/default-docx-template/", "jsonschema/benchmarks/")
_NEEDLESS_LIBRARIES = (
    "libQt6EglFS",
    "libQt6EglFs",
    "libQt6WaylandEgl",
    "libQt6WlShell",
    "libavif",
    "libwebp",
    "libsharpyuv",
    "liblcms2",
    "opengl32sw",  # Windows: draws in three dimensions where no driver does, which nothing here asks for
)
_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def used(files: Iterable[FILES]) -> list[FILES]:
    """Return those of the collected files that the program reads or loads, and that its desktop lacks."""
    kept = [file for file in files if _is_used(PurePosixPath(file[0].replace("\\", "/")), file[1])]
    present = {file[0] for file in kept}
    return [file for file in kept if file[2] != "SYMLINK" or _target(file) in present]


def started(scripts: Iterable[FILES]) -> list[FILES]:
    """Return what is run at each start; all of it on Windows, where nobody has tried to do without."""
    return [script for script in scripts if sys.platform == "win32" or script[0] not in NEEDLESS_SCRIPTS]


def _target(link: FILES) -> str:
    """Return what a link leads to, from the root of the folder."""
    return str(PurePosixPath(link[0]).parent / link[1])


def _is_used(goes: PurePosixPath, lies: str) -> bool:
    if goes.parent.name == "translations":
        return goes.name == "qtbase_zh_CN.qm"
    if "plugins" in goes.parts:
        return goes.stem.removeprefix("lib") in PLUGINS.get(goes.parent.name, ())
    if goes.parts[0] == "stdnum" and goes.suffix == ".dat":
        return goes.match("cn/loc.dat")
    if _is_lent(goes, lies):
        return goes.name.startswith(BROUGHT)
    return not (
        any(part in str(goes) for part in _FOREIGN)
        or str(goes).startswith(_UNREAD)
        or goes.name.startswith(_NEEDLESS_LIBRARIES)
        or goes.suffix == ".pyi"  # for who checks types
    )


def _is_lent(goes: PurePosixPath, lies: str) -> bool:
    """Tell whether a library is the system's, not of Python or of a package of it."""
    is_of_python = "lib-dynload" in lies or "-packages/" in lies
    return ".so" in goes.name and lies.startswith(_SYSTEM) and not is_of_python


def resources(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what the program reads at run time, and where it goes; not what only builds it."""
    yield str(folder / "fonts" / "*.ttf"), "resources/fonts"
    for name in ("icons", "manual", "registers", "summary"):
        yield str(folder / name), f"resources/{name}"

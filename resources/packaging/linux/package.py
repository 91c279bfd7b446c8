"""What an office is given on Linux, made from dist/union-office: two packages and a folder in a tar.

The .deb goes where Debian wants it; the second has the layout that the stores of UOS and Kylin ask for,
/opt/apps/ID with entries, files and info; the tar is for those who may not install. Run by `make package`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from glibc import newest  # noqa: E402  # beside this file
from icons import SIZES, png  # noqa: E402
from licences import gather  # noqa: E402
from strip_symbols import PROGRAM, binaries  # noqa: E402

NAME, STORE_ID = "union-office", "org.union-office.ledger"
VERSION = version(NAME)
DIST, BUILD = PROGRAM.parent, Path("build/package")
ICONS = Path("resources/icons")
HOME = Path("opt", NAME)
MAINTAINER = "The Union Office authors <maintainers@union-office.invalid>"
SUMMARY = "registers of a community trade-union office (社区工会台账)"
DESCRIPTION = """\
 Keeps members, hardship files, aid, disputes, activities and contracts of one
 office in one file, prints its lists and writes its annual summary.
 .
 社区工会工作人员用的台账程序：录一次，列表、花名册、发放表、公示、工作总结
 都从同一份记录出。卸载程序不会删除台账文件。"""
TOGETHER = ["desktop-file-utils", "hicolor-icon-theme", "shared-mime-info", "xdg-utils"]
LENT = "fonts-noto-cjk | fonts-wqy-zenhei | fonts-wqy-microhei"


def debian() -> Path:
    """Make the package that installs on Debian, and say where it is."""
    root = _emptied(BUILD / "debian")
    _copy_program(root / HOME)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin" / NAME).symlink_to(f"/{HOME}/{NAME}")
    entries(root / "usr/share", f"/usr/bin/{NAME}")
    papers = root / "usr/share/doc" / NAME
    papers.mkdir(parents=True)
    shutil.copytree("resources/manual", papers, dirs_exist_ok=True)
    _copyright(papers / "copyright", root / HOME / "licences")
    _compress(_changelog(), papers / "changelog.gz")
    _compress(_manual_page(), root / f"usr/share/man/man1/{NAME}.1.gz")
    overrides = root / "usr/share/lintian/overrides" / NAME
    overrides.parent.mkdir(parents=True)
    shutil.copy(HERE / "lintian-overrides", overrides)
    return _pack(root, NAME)


def store() -> Path:
    """Make the package with the layout of the stores of UOS and Kylin, and say where it is."""
    root = _emptied(BUILD / "store")
    own = root / "opt/apps" / STORE_ID
    _copy_program(own / "files")
    _copyright(own / "files/doc/copyright", own / "files/licences")
    _compress(_changelog(), own / "files/doc/changelog.gz")
    entries(own / "entries", f"/opt/apps/{STORE_ID}/files/{NAME}", STORE_ID)
    _write(json.dumps(info(), ensure_ascii=False, indent=2) + "\n", own / "info")
    return _pack(root, STORE_ID)


def info() -> dict[str, object]:
    """Return what the stores read of the program: four numbers of a version, and what it may reach.

    These are the fields of the stores' own description (UOS 应用商店打包规范). It uses the clipboard alone.
    """
    reachable = (
        "autostart notification trayicon clipboard account bluetooth camera audio_record installed_apps"
    )
    return {
        "appid": STORE_ID,
        "name": "社区工会台账",
        "version": f"{VERSION}.0",
        "arch": [_architecture()],
        "permissions": {name: name == "clipboard" for name in reachable.split()},
        "support-plugins": [],
        "plugins": [],
    }


def folder() -> Path:
    """Make the tar of the folder for those who may not install: unpack it and double-click the program."""
    target = DIST / f"{NAME}-{VERSION}-linux-{os.uname().machine}.tar.xz"
    root = _emptied(BUILD / "folder") / f"{NAME}-{VERSION}"
    _copy_program(root)
    _copyright(root / "copyright", root / "licences")
    shutil.copy("build/社区工会台账使用手册.pdf", root / "使用手册.pdf")
    shutil.copy(ICONS / "union-office.svg", root)
    with tarfile.open(target, "w:xz", preset=1) as tar:
        tar.add(root, root.name, filter=_of_root)
    return target


def _of_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _copy_program(target: Path) -> None:
    """Copy the built folder with links in place of copies where the disk allows it."""
    shutil.copytree(PROGRAM, target, symlinks=True, copy_function=_link)
    for path in (target, *target.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        elif not path.is_symlink():
            path.chmod(0o755 if path == target / NAME else 0o644)


def _link(source: str, target: str) -> None:
    os.link(source, target)


def entries(share: Path, program: str, name: str = NAME) -> None:
    """Write menu entry, file type and icons below a folder like /usr/share, called as the package is."""
    entry = (HERE / "union-office.desktop").read_text(encoding="utf-8").replace("@PROGRAM@", program)
    _write(entry.replace("@ICON@", name), share / "applications" / f"{name}.desktop")
    _write((HERE / "union-office.xml").read_text(encoding="utf-8"), share / "mime/packages" / f"{name}.xml")
    drawn = {f"apps/{name}": "union-office", "mimetypes/application-vnd.union-office": "office-file"}
    for goes, picture in drawn.items():
        for size in SIZES:
            png(ICONS / f"{picture}.svg", size, share / f"icons/hicolor/{size}x{size}/{goes}.png")
        scalable = share / f"icons/hicolor/scalable/{goes}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ICONS / f"{picture}.svg", scalable)


def _pack(root: Path, package: str) -> Path:
    """Make a package of a root. UOS and Kylin have a dpkg that reads no zstd."""
    files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    for path in (root, *root.rglob("*")):
        if not path.is_symlink() and path.stat().st_nlink == 1:
            path.chmod(0o755 if path.is_dir() else path.stat().st_mode & 0o755 | 0o644)
    control = {
        "Package": package,
        "Version": VERSION,
        "Section": "misc",
        "Priority": "optional",
        "Architecture": _architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(sum(path.stat().st_size for path in files) // 1024),
        "Depends": ", ".join([*depends(root), *TOGETHER]),
        "Recommends": LENT,
        "Conflicts": STORE_ID if package == NAME else NAME,
        "Description": f"{SUMMARY}\n{DESCRIPTION}",
    }
    _write(sums(root), root / "DEBIAN/md5sums")
    _write("".join(f"{name}: {value}\n" for name, value in control.items()), root / "DEBIAN/control")
    target = DIST / f"{package}_{VERSION}_{_architecture()}.deb"
    _run("dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", root, target)
    return target


def sums(root: Path) -> str:
    """Return the sum of each file that a package brings, as `dpkg --verify` reads it."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
        if path.parent.name != "DEBIAN"
    )


def depends(root: Path) -> list[str]:
    """Return what the bundled binaries ask of the system, each with the version that has its symbols.

    Debian's own tool reads it from them; that of glibc is asked for by the newest symbol of all.
    """
    found = [path.resolve() for path in binaries(root)]
    place = _emptied(BUILD / "depends")
    _write(
        f"Source: {NAME}\nMaintainer: {MAINTAINER}\n\nPackage: {NAME}\nArchitecture: any\n",
        place / "debian/control",
    )
    own = sorted({str(path.parent) for path in found})
    said = subprocess.run(
        [
            "dpkg-shlibdeps",
            "-O",
            "--ignore-missing-info",
            "--warnings=0",
            *(f"-l{name}" for name in own),
            *found,
        ],
        check=True,
        capture_output=True,
        text=True,
        cwd=place,
    ).stdout
    needs = said.strip().removeprefix("shlibs:Depends=").split(", ")
    major, minor = newest(found)
    return [f"libc6 (>= {major}.{minor})", *(need for need in needs if not need.startswith("libc6 "))]


def _copyright(target: Path, licences: Path) -> None:
    told = "\n".join(f"  {line}" for line in gather(licences))
    own = Path("LICENSE").read_text(encoding="utf-8")
    lent = "\n".join(
        f"  {package}: /usr/share/doc/{package}/copyright of Debian" for package in sorted(_lending())
    )
    for package in _lending():
        shutil.copy(f"/usr/share/doc/{package}/copyright", licences / f"{package}.txt")
    common = "The LGPL 3 and the GPL 3 stand on Debian in /usr/share/common-licenses/LGPL-3 and GPL-3, too."
    head = "Bundled with it, their texts in the folder licences beside the program:"
    words = f"{own}\n{common}\n\n{head}\n{told}\n{lent}\n"
    _write(words, target)


def _lending() -> set[str]:
    """Return the system's packages from which libraries were taken into the folder."""
    names = {
        path.name
        for path in (PROGRAM / "_internal").iterdir()
        if ".so" in path.name and not path.is_symlink()
    }
    patterns = [f"*/{name}" for name in names if not name.startswith("libpython")]
    said = subprocess.run(["dpkg-query", "-S", *patterns], check=False, capture_output=True, text=True).stdout
    owners = {line.partition(":")[0] for line in said.splitlines() if "/usr/lib/" in line or "/lib/" in line}
    return {name for name in owners if Path(f"/usr/share/doc/{name}/copyright").exists()}


def _changelog() -> str:
    """Return what Debian asks a package to tell of itself; what a user notices is in CHANGELOG.md."""
    written = os.environ.get("SOURCE_DATE_EPOCH", Path("CHANGELOG.md").stat().st_mtime)
    day = format_datetime(datetime.fromtimestamp(int(written), UTC))
    head = f"{NAME} ({VERSION}) stable; urgency=low"
    return f"{head}\n\n  * See CHANGELOG.md of the program.\n\n -- {MAINTAINER}  {day}\n"


def _manual_page() -> str:
    return (HERE / f"{NAME}.1").read_text(encoding="utf-8").replace("@VERSION@", VERSION)


def _architecture() -> str:
    return _run("dpkg", "--print-architecture").strip()


def _compress(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _write(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _emptied(path: Path) -> Path:
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def _run(*words: str | Path) -> str:
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def _report() -> Iterator[str]:
    """Yield what the folder holds: its size, its largest parts, the glibc it needs."""
    files = [path for path in PROGRAM.rglob("*") if path.is_file() and not path.is_symlink()]
    yield f"{PROGRAM}: {sum(path.stat().st_size for path in files) / 1e6:.0f} MB in {len(files)} files"
    for path in sorted(files, key=lambda path: -path.stat().st_size)[:10]:
        yield f"  {path.stat().st_size / 1e6:5.1f} MB {path.relative_to(PROGRAM)}"
    yield "glibc {}.{}".format(*newest(binaries(PROGRAM)))


if __name__ == "__main__":
    print("\n".join(_report()))
    for made in (debian(), store(), folder()):
        print(f"{made}: {made.stat().st_size / 1e6:.0f} MB")

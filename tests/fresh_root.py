"""Install the package in a fresh Debian over an earlier one, use it and remove it there as an office does.

Run by hand on Debian as root, after `make package`; pytest does not collect this file. It needs debootstrap
and the network for Debian's own packages, and takes some minutes:

    python -m tests.fresh_root FOLDER

FOLDER/fresh-... is made once for what the package asks for and used again; FOLDER/root is a copy of it, in
which all of this happens. There is no font with Chinese in it, no D-Bus, no printer, and a user 王芳 whose
home has a space in its name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageChops
from pypdfium2 import PdfDocument

DEB = next(Path("dist").glob("union-office_*_amd64.deb"), None)
# A window manager and what speaks to it: a desktop has its own. `gio` starts a menu entry as desktops do.
DESKTOP = ("xvfb", "openbox", "wmctrl", "libglib2.0-bin", "locales", "procps")
USER, UID, HOME = "王芳", 1100, "/home/王 芳"
OFFICE = f"{HOME}/工会 台账/示例.union"
ENTRY = "/usr/share/applications/union-office.desktop"
TITLE = "社区工会台账"
PATIENCE = 60  # seconds for a window, on a machine that does other things
SECOND_START = 0.3  # seconds of the processor to bring the first window to the front
LEFT_OVER = "/opt/union-office/_internal/left_over"  # what an earlier version had and this one has not
_WINDOW = f"""
for i in $(seq {PATIENCE * 10}); do wmctrl -l 2>/dev/null | grep -q "$1" && exit 0; sleep 0.1; done
wmctrl -l; exit 1
"""


class Root:
    """A tree with a Debian in it, in which commands are run as in a machine of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def run(
        self, command: str, *, user: bool = False, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command of the shell and return what it said; as the clerk where `user` says so."""
        own = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": HOME if user else "/root"}
        who = ["setpriv", f"--reuid={UID}", f"--regid={UID}", "--clear-groups"] if user else []
        inside = 'mount -t proc proc /proc; mount -t tmpfs tmpfs /run; exec "$@"'
        words = ["unshare", "--mount", "--pid", "--fork", "--net", "--kill-child"]
        shell = ["sh", "-c", inside, "sh", *who, "bash", "-c", command]
        return subprocess.run(
            [*words, "chroot", str(self.path), *shell],
            env=own | {"LANG": "zh_CN.UTF-8"} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def must(self, command: str, *, user: bool = False, **environment: str) -> str:
        """Run a command that has to succeed, and return what it said."""
        done = self.run(command, user=user, **environment)
        if done.returncode:
            raise SystemExit(f"失败 {command}\n{done.stdout}{done.stderr}")
        return done.stdout

    def inside(self, name: str) -> Path:
        """Return where a path of the root lies outside of it."""
        return self.path / name.lstrip("/")


def fresh(folder: Path, package: Path) -> Root:
    """Return a new copy of a minimal Debian with a bare desktop, and everything that the package asks for."""
    asked = subprocess.run(
        ["dpkg-deb", "-f", str(package), "Depends"], check=True, capture_output=True, text=True
    )
    needs = [word.split()[0] for word in asked.stdout.split(",")]
    made = folder / f"fresh-{sha256(' '.join((*DESKTOP, *needs)).encode()).hexdigest()[:8]}"
    if not made.exists():
        _make_fresh(made, needs)
    target = folder / "root"
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(["cp", "--archive", "--reflink=auto", str(made), str(target)], check=True)
    root = Root(target)
    root.inside(HOME).mkdir(parents=True)
    os.chown(root.inside(HOME), UID, UID)
    return root


def _make_fresh(target: Path, needs: list[str]) -> None:
    """Make a minimal Debian with a bare desktop and some packages; cut off, it is begun anew."""
    begun = target.with_suffix(".part")
    shutil.rmtree(begun, ignore_errors=True)
    packages = ",".join(("ca-certificates", *DESKTOP))
    command = ["debootstrap", "--variant=minbase", f"--include={packages}", "bookworm", str(begun)]
    subprocess.run(command, check=True, stdout=sys.stderr)
    Root(begun).must("localedef -i zh_CN -f UTF-8 zh_CN.UTF-8 && localedef -i de_DE -f UTF-8 de_DE.UTF-8")
    with (begun / "etc/passwd").open("a", encoding="utf-8") as users:
        users.write(f"{USER}:x:{UID}:{UID}::{HOME}:/bin/bash\n")
    install = "apt-get install --yes -qq --no-install-recommends".split()
    subprocess.run(["chroot", str(begun), *install, *needs], check=True, stdout=sys.stderr)
    begun.rename(target)


def shown(
    root: Root, command: str, then: str = "true", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command on a screen, wait for the window, do something, close it as the person would."""
    return root.run(
        f"""
        window() {{ {_WINDOW.replace("exit", "return")} }}
        rm -f /tmp/.X7-lock /tmp/.X11-unix/X7
        Xvfb :7 -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 & export DISPLAY=:7
        for i in $(seq 100); do [ -e /tmp/.X11-unix/X7 ] && break; sleep 0.1; done
        openbox >/dev/null 2>&1 &
        for i in $(seq 100); do wmctrl -m >/dev/null 2>&1 && break; sleep 0.1; done
        {command} &
        window "{TITLE}" || exit 1
        {then} || exit 2
        wmctrl -c "{TITLE}"
        for i in $(seq 200); do pgrep -x union-office >/dev/null || exit 0; sleep 0.1; done
        echo "stays open"; exit 3
        """,
        user=True,
        **environment,
    )


def told(what: str, done: subprocess.CompletedProcess[str], *, says: str = "") -> None:
    """Say whether something went as it should: done, or refused with the sentence where one is named."""
    right = says in done.stderr and done.returncode == 1 if says else done.returncode == 0
    sentence = next((line for line in done.stderr.splitlines() if says and says in line), "")
    say(f"{'ok    ' if right else 'FAILED'} {what} {sentence}")
    if not right or "Traceback" in done.stderr:
        raise SystemExit(f"{done.returncode}\n{done.stdout}\n{done.stderr}")


def same(one: Path, other: Path) -> bool:
    """Tell whether two PDFs look the same on every page."""
    with PdfDocument(one) as first, PdfDocument(other) as second:
        return len(first) == len(second) and all(
            ImageChops.difference(_picture(first, page), _picture(second, page)).getbbox() is None
            for page in range(len(first))
        )


def _picture(document: PdfDocument, page: int) -> Image.Image:
    picture: Image.Image = document[page].render(scale=1).to_pil()
    return picture.convert("L")


def _main_job(root: Root, folder: Path) -> None:
    """Do the main job in the installed program and in the source tree, and compare what they printed."""
    ours, source = root.inside(f"{HOME}/主要 工作"), folder / "source"
    shutil.rmtree(source, ignore_errors=True)
    command = [sys.executable, "-m", "ui.headless", str(source)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as beside:
        root.must(f"union-office --headless '{HOME}/主要 工作'", user=True)
    if beside.returncode or not any(source.glob("*.pdf")):
        raise SystemExit("FAILED the source tree printed nothing")
    for pdf in sorted(source.glob("*.pdf")):
        if not same(ours / pdf.name, pdf):
            raise SystemExit(f"FAILED {pdf.name} is not what the source tree prints")
        say(f"ok     {pdf.name} is what the source tree prints")


@contextmanager
def _closed_home(root: Root) -> Iterator[None]:
    """Let the home belong to somebody else for a time."""
    home = root.inside(HOME)
    os.chown(home, 0, 0)
    home.chmod(0o555)
    try:
        yield
    finally:
        home.chmod(0o755)
        os.chown(home, UID, UID)


def _earlier(package: Path) -> Path:
    """Return the package once more, as an earlier version with a file that is no longer in it."""
    place = Path(tempfile.mkdtemp())
    subprocess.run(["dpkg-deb", "-R", str(package), str(place / "tree")], check=True)
    control = place / "tree/DEBIAN/control"
    text = control.read_text(encoding="utf-8")
    control.write_text(text.replace("\nVersion: ", "\nVersion: 0.0.0~"), encoding="utf-8")
    (place / "tree" / LEFT_OVER.lstrip("/")).write_bytes(b"")
    made = place / "earlier.deb"
    subprocess.run(
        ["dpkg-deb", "-Znone", "-b", str(place / "tree"), str(made)], check=True, capture_output=True
    )
    return made


def _install(root: Root, package: Path) -> str:
    """Install a package, and return what is not in order afterwards."""
    shutil.copy(package, root.inside("/tmp/union-office.deb"))
    root.must("dpkg --install /tmp/union-office.deb")
    return root.must("dpkg --verify union-office; dpkg --audit")


def _upgrade(root: Root, package: Path) -> None:
    """Install an earlier version, make an office with it, and install this one over it."""
    _install(root, _earlier(package))
    root.must(f"mkdir -p '{Path(OFFICE).parent}' && union-office sample '{OFFICE}'", user=True)
    wrong = _install(root, package)
    if wrong or root.inside(LEFT_OVER).exists():
        raise SystemExit(f"FAILED the upgrade left what the earlier version had, or changed a file\n{wrong}")
    say("ok     goes over an earlier version, of which nothing is left")


def _second_start(root: Root) -> None:
    """Start the program again on the office that a window shows; judge how busy it keeps the processor."""
    again = f"""window "泰祥"; sleep 1; TIMEFORMAT='%R %U %S'; {{ time union-office '{OFFICE}'; }} 2>&1"""
    done = shown(root, f"gio open '{OFFICE}'", again)
    clock, user, system = map(float, (done.stdout.split() or ["9"] * 3)[-3:])
    busy = user + system
    told(f"a second start brings the first to the front: {clock} s, of the processor {busy:.2f} s", done)
    if busy > SECOND_START:
        raise SystemExit(f"FAILED that is more than {SECOND_START} s of the processor")


def say(line: str) -> None:
    """Write a line at once: the whole takes minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(folder: Path, package: Path) -> None:
    """Go through all of it, saying what went as it should; ends at the first thing that did not."""
    root = fresh(folder, package)
    _upgrade(root, package)
    command = f"gio launch {ENTRY}"
    told("starts by its menu entry, no Chinese font, no D-Bus, no printer", shown(root, command))
    known = f"gio info -a standard::content-type '{OFFICE}' | grep application/vnd.union-office"
    told("the desktop knows what an office is", root.run(known, user=True))
    opening = f"gio open '{OFFICE}'"
    told("opens an office by its file type", shown(root, opening, 'window "泰祥"'))
    _second_start(root)
    _main_job(root, folder)
    for locale in ("de_DE.UTF-8", "C", "xx_YY.UTF-8"):
        told(
            f"opens an office under {locale}",
            shown(root, opening, 'window "泰祥"', LC_ALL=locale, LANG=locale),
        )
    with _closed_home(root):
        told("starts in a home that cannot be written", shown(root, command))
    told("without a screen it says so", root.run("union-office", user=True), says="没有")
    before = sha256(root.inside(OFFICE).read_bytes()).digest()
    root.must("dpkg --remove union-office && dpkg --purge union-office")
    left = root.must("find $(ls -d /opt /usr /etc) -name '*union-office*'; true").split()
    if left or sha256(root.inside(OFFICE).read_bytes()).digest() != before:
        raise SystemExit(f"FAILED {left}")
    say("ok     of the program nothing is left, and the office is as it was closed")


if __name__ == "__main__":
    if DEB is None or len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]).absolute(), DEB)

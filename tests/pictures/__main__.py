"""`make pictures`: everything the window shows on each screen, light and dark, into build/pictures.

Fails where something is cut off, covered or beyond the screen. Words choose the scenes whose names hold
them: `python -m tests.pictures hardship.batches`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.sample import build
from tests.pictures.screens import SCREENS, Screen
from ui.look.theme import Scheme

FOLDER = Path("build/pictures")


_CHILD = "import sys; from tests.pictures.__main__ import picture; sys.exit(picture(*sys.argv[1:]))"


def main(words: list[str]) -> int:
    """Picture every screen, light and dark, one on each processor; return 1 where something is wrong."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        sample = place / "sample.union"
        build(sample)
        looks = [(screen, scheme) for screen in SCREENS for scheme in (Scheme.LIGHT, Scheme.DARK)]
        with ThreadPoolExecutor(os.cpu_count()) as processors:
            codes = [processors.submit(_on, *look, place, sample, " ".join(words)) for look in looks]
            return max(code.result() for code in codes)


def _on(screen: Screen, scheme: Scheme, place: Path, sample: Path, words: str) -> int:
    """Picture one screen in a process of its own: a process has one scale. Return its exit code."""
    own = screen.environment(place) | {"XDG_CONFIG_HOME": str(place)}
    command = [sys.executable, "-c", _CHILD, screen.name, scheme, str(sample), words]
    return subprocess.run(command, env=os.environ | own, check=False).returncode


def picture(screen: str, scheme: str, sample: str, words: str) -> int:
    """Picture the screen that Qt was told of, and write what is wrong on it; return the exit code."""
    from tests.pictures.album import fill

    code = 0
    for fault in fill(FOLDER / screen / scheme, Path(sample), Scheme(scheme), words):
        print(f"{screen} {scheme}: {fault}", flush=True)  # noqa: T201 - it is what the command is for
        code = 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Starting where no window can be shown: one sentence, and Qt is never asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.office import close_office, create

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a desktop")

_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")


def start(*words: str, **display: str) -> subprocess.CompletedProcess[str]:
    """Start the program in an environment with nothing of a display but what is told."""
    own = {name: value for name, value in os.environ.items() if name not in _DISPLAY}
    code = "import sys; from ui.main import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**own, "PYTHONUTF8": "1", **display},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    create(tmp_path / "a.union", "泰祥社区工会")
    close_office()
    return tmp_path / "a.union"


@pytest.mark.parametrize(
    "display",
    [
        {},
        {"DISPLAY": ":987"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-987"},
        {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
    ids=str,
)
def test_without_a_display_one_sentence_is_said(file: Path, display: dict[str, str]) -> None:
    done = start(str(file), **display)
    assert (done.returncode, done.stdout) == (1, "")
    assert "没有图形桌面" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_file_the_same_is_said() -> None:
    done = start()
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_platform_that_does_not_exist_is_said() -> None:
    done = start(QT_QPA_PLATFORM="nosuch")
    assert done.returncode == 1
    assert "QT_QPA_PLATFORM" in done.stderr


def test_a_window_for_nobody_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.display import require_display

    for name in _DISPLAY:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    require_display()

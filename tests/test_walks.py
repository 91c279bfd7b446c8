"""A walk of random presses goes about in the window, and tells of the error that it comes to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

_BROKEN = """
import os
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.walks import Walk
application = QApplication([])
window = QWidget()
QPushButton("坏了", window).clicked.connect(lambda: [][1])
def tell(walk):
    print(walk.error, flush=True)
    os._exit(1)
Walk(window, 1).begin(10, tell)
application.exec()
"""


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)


def test_an_error_behind_a_button_is_come_to() -> None:
    done = _run("-c", _BROKEN)
    assert (done.returncode, done.stdout.strip().splitlines()[-1]) == (
        1,
        "IndexError: list index out of range",
    )

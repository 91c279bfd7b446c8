"""A rule is domain knowledge alone: its tests load no office, no database and no Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import sys, pytest

status = pytest.main(sys.argv[1:])
heavy = ("PySide6", "peewee", "reportlab", "app.office", "app.registry", "app.fields", "ui")
print(int(status), sorted(name for name in heavy if name in sys.modules))
"""


def test_the_tests_of_the_rules_load_neither_office_nor_qt() -> None:
    """All are imported, those of one file run. The plugin for Qt is left out: it imports Qt in any case."""
    without_qt = ("-p", "no:pytest-qt", "-p", "no:xdist", "-p", "no:cacheprovider")
    plain = ("-q", "--override-ini", "addopts=--import-mode=importlib", "--override-ini", "filterwarnings=")
    chosen = (str(Path(__file__).parent), "-k", "test_flags")
    command = [sys.executable, "-c", PROGRAM, *without_qt, *plain, *chosen]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "0 []", done.stdout + done.stderr

"""Starting the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from ui import application
from ui.application import make_application
from ui.main import first_window, main

_HEAVY = {"reportlab", "docx", "python_calamine", "xlsxwriter", "jinja2", "pypinyin", "chinese_calendar"}


def run(code: str, tmp_path: Path) -> str:
    """Run code in a fresh interpreter, without a screen, and return what it prints."""
    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | own, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_command_runs_without_qt(tmp_path: Path) -> None:
    code = "import sys; from ui.main import main; main(['prints']); print('PySide6' in sys.modules)"
    assert run(code, tmp_path).endswith("False")


def test_no_heavy_library_is_loaded_on_the_way_to_the_first_window(tmp_path: Path) -> None:
    office = tmp_path / "a.union"
    main(["new", str(office), "--name", "泰祥社区工会"])
    code = (
        "import sys; from pathlib import Path;"
        "from ui.application import make_application; from ui.main import first_window;"
        f"app = make_application(); window = first_window(Path({str(office)!r})); app.processEvents();"
        "print(window.desk is not None, ' '.join(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    opened, *loaded = run(code, tmp_path).splitlines()[-1].split()
    assert opened == "True"
    assert _HEAVY.isdisjoint(loaded)


def test_qts_own_buttons_speak_chinese(qapp: QApplication) -> None:
    make_application()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


@pytest.mark.parametrize(("asked", "used"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus")])
def test_fcitx_is_reached_through_its_ibus_front_end(
    asked: str, used: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_IM_MODULE", asked)
    application._choose_input_method()
    assert os.environ["QT_IM_MODULE"] == used


def test_the_last_file_is_opened_again(tmp_path: Path, qtbot: QtBot) -> None:
    office = tmp_path / "泰祥.union"
    main(["new", str(office), "--name", "泰祥社区工会"])
    first = first_window(office)
    qtbot.addWidget(first)
    first.close()
    second = first_window(None)
    qtbot.addWidget(second)
    title = second.windowTitle()
    second.close()
    assert title == "泰祥社区工会 — 社区工会台账"

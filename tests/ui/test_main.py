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


def test_what_reads_old_reports_is_not_loaded_to_write_a_new_one(tmp_path: Path) -> None:
    code = "import sys, ui.summary.tab; print([name for name in sys.modules if 'learn' in name])"
    assert run(code, tmp_path) == "[]"


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


@pytest.mark.parametrize(
    ("word", "meant"),
    [("bakcup", "backup"), ("restor", "restore"), ("figure", "figures"), ("Export", "export"), ("fly", "")],
)
def test_a_word_that_is_no_command_is_a_misuse(
    word: str, meant: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = tmp_path / "a.union"
    main(["new", str(office), "--name", "泰祥社区工会"])
    for words in ([word], [word, str(office)]):
        capsys.readouterr()
        assert main(words) == 2
        told = capsys.readouterr().err
        assert told.startswith("命令写得不对：")
        assert (f"是不是“{meant}”" in told) == bool(meant)


@pytest.mark.parametrize("name", ["没有.union", "没有.UNION", "folder/没有", "./没有"])
def test_a_file_that_is_not_there_is_told(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([name]) == 1
    told = capsys.readouterr().err
    assert "找不到" in told
    assert len(told.splitlines()) == 1


def test_a_file_with_more_words_is_a_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.union").touch()
    assert main([str(tmp_path / "a.union"), "backup"]) == 2
    assert "前面缺命令" in capsys.readouterr().err


def test_what_the_program_makes_is_for_its_owner_alone(tmp_path: Path) -> None:
    office, code = tmp_path / "a.union", "import os; print(oct(os.umask(0)))"
    start_first = f"from ui.main import main; main(['new', {str(office)!r}, '--name', '工会']);"
    assert run(start_first + code, tmp_path).splitlines()[-1] == "0o77"

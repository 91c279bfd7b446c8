"""The sample office is made beside the window: it can be stopped, and leaves nothing unfinished."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from ui.office.sample import SampleDialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> SampleDialog:
    """A dialog in which the sample has begun to grow."""
    dialog = SampleDialog(tmp_path / "示例台账.union")
    dialog.show()
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.value() > 0, timeout=60_000)
    return dialog


def test_a_stopped_sample_leaves_nothing_behind(dialog: SampleDialog, tmp_path: Path) -> None:
    stop = dialog.findChild(QPushButton, "stop")
    assert stop is not None
    assert list(tmp_path.glob("*.union"))
    stop.click()
    assert (dialog.made, dialog.trouble) == (False, "")
    assert [left.name for left in tmp_path.iterdir() if "示例" in left.name] == []


def test_what_went_wrong_is_heard_whole_though_it_comes_in_pieces(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = (
        "import sys, time\n"
        "for piece in ('3/2', '4\\n磁盘', '满了。', '\\n', '\\n'):\n"
        "    sys.stderr.write(piece), sys.stderr.flush(), time.sleep(0.1)\n"
        "sys.exit(1)"
    )
    monkeypatch.setattr("ui.office.sample._ourselves", lambda: ["-X", "utf8", "-c", pieces])
    dialog = SampleDialog(tmp_path / "示例台账.union")
    qtbot.waitUntil(lambda: bool(dialog.trouble), timeout=60_000)
    assert dialog.trouble == "磁盘满了。"


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SampleDialog(tmp_path / "没有的文件夹" / "示例台账.union")
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.trouble), timeout=60_000)
    assert "没有的文件夹" in dialog.trouble
    assert not dialog.made

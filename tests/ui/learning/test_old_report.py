"""The dialog in which an old report is chosen or pasted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.learning.old_report import OldReport


@pytest.fixture
def dialog(qtbot: QtBot) -> OldReport:
    shown = OldReport(None)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _problem(dialog: OldReport) -> str:
    label = dialog.findChild(QLabel, "problem")
    return label.text() if label is not None else ""


def test_the_year_that_a_report_names_most_is_proposed(dialog: OldReport) -> None:
    dialog.text.setPlainText("2011年工作总结\n2011年，完成2010年的参保。")
    assert dialog.year.value() == 2011


def test_last_year_is_proposed_where_none_is_named(dialog: OldReport) -> None:
    assert dialog.year.value() == date.today().year - 1


def test_a_file_is_shown_before_anything_is_done_with_it(dialog: OldReport, tmp_path: Path) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("2011年工作总结", encoding="utf-8")
    dialog.open_file(path)
    assert dialog.text.toPlainText() == "2011年工作总结"


def test_what_cannot_be_read_is_said_and_nothing_pasted_is_lost(dialog: OldReport, tmp_path: Path) -> None:
    dialog.text.setPlainText("粘贴的文字")
    dialog.open_file(tmp_path / "没有.docx")
    assert "找不到“没有.docx”" in _problem(dialog)
    assert dialog.text.toPlainText() == "粘贴的文字"


def test_without_a_text_it_stays_open_and_says_why(dialog: OldReport) -> None:
    dialog.accept()
    assert dialog.isVisible()
    assert "还没有文字" in _problem(dialog)

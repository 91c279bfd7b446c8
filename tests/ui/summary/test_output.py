"""The report as Word document and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.helpers.summary_tab import settle
from tests.helpers.widgets import click
from ui.dialogs.preview import Preview
from ui.summary.tab import SummaryTab


def test_the_word_document_says_what_the_preview_says(
    tab: SummaryTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "总结.docx"
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    click(tab, "export")
    settle(tab, qtbot)
    assert asked[0].endswith("泰祥社区工会2011年工作总结.docx")
    assert "共受理3起。" in [one.text for one in docx.Document(str(target)).paragraphs]


def test_printing_opens_the_preview_of_pages(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Preview] = []
    open_for: Callable[..., Preview] = Preview.open_for

    def keep(*arguments: object) -> Preview:
        opened.append(open_for(*arguments))
        return opened[0]

    monkeypatch.setattr(Preview, "open_for", keep)
    click(tab, "print")
    settle(tab, qtbot)
    assert opened[0].pages == 2  # the report, and its annex
    opened[0].close()


@pytest.mark.parametrize(("place", "pages"), [("with", [2]), ("none", [1]), ("apart", [1, 1])])
def test_the_annex_is_printed_where_it_is_wanted(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: str, pages: list[int]
) -> None:
    opened: list[Preview] = []
    open_for: Callable[..., Preview] = Preview.open_for

    def keep(*arguments: object) -> Preview:
        opened.append(open_for(*arguments))
        return opened[-1]

    monkeypatch.setattr(Preview, "open_for", keep)
    choice = tab.findChild(QAction, f"annex-{place}")
    assert choice is not None
    choice.trigger()
    click(tab, "print")
    settle(tab, qtbot)
    assert [preview.pages for preview in opened] == pages
    for preview in opened:
        preview.close()


def test_the_folder_of_a_written_report_is_one_click_away(
    tab: SummaryTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []

    def choose_folder(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text() == "打开文件夹").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose_folder)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr("ui.summary.output.ask_target", lambda *_: tmp_path / "总结.docx")
    click(tab, "export")
    settle(tab, qtbot)
    qtbot.waitUntil(lambda: opened == [str(tmp_path)], timeout=10_000)

"""Where a file goes that the person names: with the suffix of its kind, and never over another unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui import preferences
from ui.dialogs.question import Question
from ui.dialogs.save_as import ask_target

_EXCEL, _TEXT = "Excel 表格 (*.xlsx)", "逗号分隔文本 (*.csv)"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def name_it(monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("名册.xlsx", _EXCEL, "名册.xlsx"),
        ("名册", _EXCEL, "名册.xlsx"),
        ("名册", "", "名册.xlsx"),
        ("名册", _TEXT, "名册.csv"),
        ("名册.csv", _EXCEL, "名册.csv"),
        ("名册.CSV", "", "名册.CSV"),
        ("名册2011.4.16", _EXCEL, "名册2011.4.16.xlsx"),
    ],
)
def test_a_name_gets_the_suffix_of_its_kind(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str, written: str
) -> None:
    name_it(monkeypatch, tmp_path / name, kind)
    assert ask_target(parent, "导出", "名册", "export", (_EXCEL, _TEXT)) == tmp_path / written


def test_nothing_is_written_where_the_person_names_no_file(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_it(monkeypatch, "")
    assert ask_target(parent, "导出", "名册", "export", (_EXCEL,)) is None


def test_the_dialog_begins_in_the_folder_of_last_time(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[str] = []

    def choose(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        starts.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    preferences.remember_folder("export", tmp_path)
    ask_target(parent, "导出", "名册2011.4.16", "export", (_EXCEL,))
    assert starts == [str(tmp_path / "名册2011.4.16.xlsx")]


@pytest.mark.parametrize("agrees", [True, False])
def test_a_file_that_the_suffix_leads_to_is_replaced_only_after_a_question(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    # The file dialog itself asks about the name as it was typed, and that one is free.
    (tmp_path / "名册.xlsx").touch()
    monkeypatch.setattr(Question, "ask", lambda *_: agrees)
    name_it(monkeypatch, tmp_path / "名册", _EXCEL)
    expected = tmp_path / "名册.xlsx" if agrees else None
    assert ask_target(parent, "导出", "名册", "export", (_EXCEL,)) == expected


def test_a_proposed_name_is_one_that_every_system_takes(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(start).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    ask_target(parent, "另存为", "发放表　春节/元旦: 慰问", "pdf", (_EXCEL,))
    assert proposed == ["发放表　春节－元旦－ 慰问.xlsx"]

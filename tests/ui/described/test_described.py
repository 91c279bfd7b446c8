"""自设台账 in the window: a dropped workbook is corrected on one page and is a register at once."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.described import opened
from app.described.description import Description
from app.exchange.describing import propose
from app.listing import Criteria, count
from app.office import Office
from app.registry import OWN, find_register, subjects
from tests.factories.described import make_service, serve, service
from tests.factories.described_books import lent, write_book
from ui.described.added_fields import AddedFieldsPage
from ui.described.page import DescribedPage
from ui.described.registers_dialog import RegistersDialog
from ui.dialogs.question import Question
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.registers.tab import RegisterTab

W = TypeVar("W", bound=QWidget)

pytestmark = pytest.mark.usefixtures("office")


def _child(widget: QWidget, kind: type[W], name: str) -> W:
    found = widget.fields.box(name) if isinstance(widget, DescribedPage) else None
    found = found or widget.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def _choose(page: DescribedPage, column: str, words: str) -> None:
    box = _child(page, QComboBox, f"kind_{column}")
    at = box.findText(words)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def _name(page: DescribedPage, column: str, label: str) -> None:
    box = _child(page, QLineEdit, f"label_{column}")
    box.setText(label)
    box.textEdited.emit(label)


@pytest.fixture
def jobs(qapp: object) -> Jobs:
    """The worker of a window."""
    return Jobs()


def test_a_proposal_is_corrected_and_its_rows_come_in(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    proposal = propose(write_book(tmp_path / "借书.xlsx", lent()))
    page = DescribedPage(jobs, proposal.description, proposal=proposal)
    qtbot.addWidget(page)
    page.title.setText("借书")
    _name(page, "c1", "书的名称")
    _choose(page, "c2", "文字（多行）")
    _child(page, QToolButton, "out_c4").click()
    _child(page, QCheckBox, "listed_c5").click()
    _child(page, QToolButton, "up_c9").click()
    page.accept()
    jobs.finish()
    register = find_register(page.opened_key)
    labels = [field.label for field in register.fields]
    assert labels[:3] == ["书的名称", "索书号", "借书人"]
    assert labels.index("册数") < labels.index("归还日期")
    assert "身份证号" not in labels
    assert "联系电话" not in [column.label for column in register.columns]
    assert count(register, Criteria()) == 24
    assert page.said.startswith("已导入 24 行。")


def test_what_stands_against_a_register_is_said_and_nothing_is_made(qtbot: QtBot, jobs: Jobs) -> None:
    page = DescribedPage(jobs, Description("借书", service().fields, "次", OWN))
    qtbot.addWidget(page)
    _name(page, "c2", "姓名")
    page.accept()
    assert "“姓名”用作了两个字段的名称" in _child(page, QLabel, "problem").text()
    assert page.opened_key == ""
    assert opened.opened_registers() == ()


def test_a_made_register_gets_a_field_and_keeps_one_taken_out(qtbot: QtBot, jobs: Jobs) -> None:
    record = serve(made := make_service(), c5="13800138000")
    page = DescribedPage(jobs, made.description, before=made)
    qtbot.addWidget(page)
    _child(page, QToolButton, "out_c5").click()
    _child(page, QPushButton, "add_field").click()
    _name(page, "c9", "地点")
    page.accept()
    register = find_register("own.reg_1")
    labels = [field.label for field in register.fields]
    assert "地点" in labels
    assert "手机号码" not in labels
    assert register.record.get_by_id(record.id).__data__["c5"] == "13800138000"


def test_an_owner_is_required(qtbot: QtBot, jobs: Jobs) -> None:
    page = DescribedPage(jobs, service())
    qtbot.addWidget(page)
    _choose(page, "c7", "关联会员")
    at = page.owner.findData("c7")
    page.owner.setCurrentIndex(at)
    page.owner.activated.emit(at)
    assert page.description.owner == "c7"
    assert _child(page, QCheckBox, "required_c7").isChecked()


def test_a_register_is_retired_and_used_again(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_service()
    dialog = RegistersDialog(jobs)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(Question, "ask", lambda *_: True)
    _child(dialog, QPushButton, "retire").click()
    assert "自设台账" not in [tab.title for tab in subjects()]
    _child(dialog, QPushButton, "retire").click()
    assert "自设台账" in [tab.title for tab in subjects()]


def test_the_folder_of_a_description_is_one_click_away(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_service()
    dialog = RegistersDialog(jobs)
    qtbot.addWidget(dialog)
    target = tmp_path / "说明书.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    _child(dialog, QPushButton, "save").click()
    assert target.exists()
    assert _child(dialog, QPushButton, "open_folder").toolTip() == str(tmp_path)


def test_the_window_has_the_tab_at_once(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.show_office(office)
    book = write_book(tmp_path / "借书.xlsx", lent())

    def drop(dialog: RegistersDialog) -> None:
        dialog.propose_from(book)
        window.jobs.finish()

    def correct(page: DescribedPage) -> None:
        page.accept()
        window.jobs.finish()

    monkeypatch.setattr(RegistersDialog, "exec", drop)
    monkeypatch.setattr(DescribedPage, "exec", correct)
    said: list[str] = []
    monkeypatch.setattr("ui.window.office_acts.tell", lambda _title, sentence, _parent: said.append(sentence))
    window.office_acts.open_described()
    assert window.desk is not None
    assert OWN in window.desk.keys
    assert isinstance(window.desk.front, RegisterTab)
    assert window.desk.front.pane.register.title == "图书借阅"
    assert said == ["已导入 24 行。第 27、28 行是合计或签名，没有登记。"]


def test_a_register_of_the_program_gets_a_field(qtbot: QtBot) -> None:
    members = find_register("members")
    page = AddedFieldsPage(members)
    qtbot.addWidget(page)
    box = page.fields.box("label_c1")
    assert isinstance(box, QLineEdit)
    box.setText("手机号码")
    box.textEdited.emit("手机号码")
    page.accept()
    assert "已有“手机号码”" in _child(page, QLabel, "problem").text()
    box.textEdited.emit("特长")
    page.accept()
    assert [field.label for field in members.sections[-1].fields] == ["特长"]


def test_a_field_of_before_a_change_of_kind_comes_back_under_a_name_of_its_own(
    qtbot: QtBot, jobs: Jobs
) -> None:
    serve(made := make_service(), c7="甲")
    page = DescribedPage(jobs, made.description, before=made)
    qtbot.addWidget(page)
    _choose(page, "c7", "文字（一行）")
    page.accept()
    (now,) = opened.opened_registers()
    again = DescribedPage(jobs, now.description, before=now)
    qtbot.addWidget(again)
    (back,) = _child(again, QPushButton, "bring_back").menu().actions()
    assert back.text() == "备注（改类型前）"
    back.trigger()
    again.accept()
    labels = {field.label: field.name for field in find_register("own.reg_1").fields}
    assert (labels["备注"], labels["备注（原）"]) == ("c9", "c7")

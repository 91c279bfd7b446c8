"""Described once: fields of a small register get everything from two lines, the register from its subject.

That such changes are as small in the program itself is held by `test_contributing.py`.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import cli, listing, registry
from app.exchange import workbook
from app.exchange.importing import Report, import_book
from app.exchange.reading import read_rows
from app.fields import ChoiceField, DateField, MoneyField, PersonNameField
from app.fields.problems import Blocked
from app.keeping import history, keeping
from app.listing import Criteria, SortKey
from app.office import Office
from app.records.base import Record, database
from app.register import Register, Section, State
from app.subject import Subject
from tests.helpers.widgets import child
from ui.jobs import Jobs
from ui.registers.tab import RegisterTab
from ui.window import desk

W = TypeVar("W", bound=QWidget)


class Interest(Record):
    """A worker's wish for a job (就业意向登记)."""

    registered_on = DateField("登记日期", past=True)
    name = PersonNameField("姓名")
    monthly_wage = MoneyField("期望月薪", null=True, least=1_00, unit="元", aliases=("月薪",))
    outcome = ChoiceField("处理情况", ("待办", "已推荐", "已就业"), default="待办")

    naming = (name,)


INTERESTS = Register(
    "employment.intentions",
    "就业意向",
    Interest,
    columns=(Interest.registered_on, Interest.name, Interest.monthly_wage, Interest.outcome),
    sections=(
        Section("登记", Interest.registered_on, Interest.name),
        Section("意向", Interest.monthly_wage, Interest.outcome),
    ),
    filters=(Interest.outcome, Interest.registered_on),
    search=(Interest.name,),
    sums=(Interest.monthly_wage,),
    unit="人次",
    status=Interest.outcome,
    states=(
        State("待办", "warn"),
        State("已推荐", "info"),
        State("已就业", "good", needs=(Interest.monthly_wage,)),
    ),
)

TYPED = (
    {"name": "单小明", "registered_on": "2011年3月8日", "monthly_wage": "2,500元", "outcome": "已就业"},
    {"name": "王芳", "registered_on": "2011.3.9", "monthly_wage": "", "outcome": ""},
    {"name": "李强", "registered_on": "40611", "monthly_wage": "３０００", "outcome": "待办"},
)


@pytest.fixture
def interests(office: Office) -> list[Interest]:
    """Three wishes, typed as people type."""
    database.create_tables([Interest])
    history.install([Interest])
    return [_typed(texts) for texts in TYPED]


def _typed(texts: dict[str, str]) -> Interest:
    values, problems = keeping.read(INTERESTS.fields, texts)
    assert problems == []
    interest = Interest()
    keeping.assign(interest, values)
    return keeping.save(INTERESTS, interest)


def _listed(criteria: Criteria) -> list[str]:
    ordered = listing.ids(INTERESTS, criteria)
    return [Interest.get_by_id(record_id).name for record_id in ordered]


def test_what_was_typed_is_read_kept_and_written_again(interests: list[Interest]) -> None:
    records = [Interest.get_by_id(interest.id) for interest in interests]
    assert [[field.format(getattr(row, field.name)) for field in INTERESTS.columns] for row in records] == [
        ["2011年3月8日", "单小明", "2,500.00", "已就业"],
        ["2011年3月9日", "王芳", "", "待办"],
        ["2011年3月9日", "李强", "3,000.00", "待办"],
    ]


def test_what_cannot_be_read_is_told_field_by_field() -> None:
    texts = {"name": "王芳", "registered_on": "春天", "monthly_wage": "几千", "outcome": "不知道"}
    values, problems = keeping.read(INTERESTS.fields, texts)
    assert values == {"name": "王芳"}
    assert [problem.field.name for problem in problems] == ["registered_on", "monthly_wage", "outcome"]


def test_what_is_required_is_asked_for(interests: list[Interest]) -> None:
    with pytest.raises(Blocked, match="登记日期：请填写登记日期；姓名：请填写姓名"):
        keeping.save(INTERESTS, Interest())


def _refused(interest: Interest, **values: object) -> dict[str, str]:
    """Return why a record is not kept with these values: field name → sentence."""
    keeping.assign(interest, values)
    with pytest.raises(Blocked) as blocked:
        keeping.save(INTERESTS, interest)
    return {problem.field.name: problem.sentence for problem in blocked.value.problems}


def test_what_its_fields_and_states_declare_is_held(interests: list[Interest]) -> None:
    tomorrow = date.today() + timedelta(days=1)
    assert _refused(interests[2], registered_on=tomorrow, monthly_wage=99) == {
        "registered_on": "在今天之后，请核对",
        "monthly_wage": "至少 1.00 元",
    }
    assert _refused(interests[1], outcome="已就业") == {"monthly_wage": "处理情况为“已就业”，请填写期望月薪"}


@pytest.mark.parametrize("word", ["单", "shan", "dan", "sxm", "xiaoming"])
def test_it_is_searched_by_name_and_every_reading(interests: list[Interest], word: str) -> None:
    assert _listed(Criteria(word)) == ["单小明"]


def test_it_is_sorted_by_every_column(interests: list[Interest]) -> None:
    assert _listed(Criteria(order=(SortKey("name"),))) == ["李强", "单小明", "王芳"]
    assert _listed(Criteria(order=(SortKey("registered_on", True),))) == ["王芳", "李强", "单小明"]
    assert _listed(Criteria(order=(SortKey("monthly_wage", True),))) == ["李强", "单小明", "王芳"]
    assert _listed(Criteria(order=(SortKey("outcome"),))) == ["王芳", "李强", "单小明"]


def test_it_is_filtered_and_summed_up(interests: list[Interest]) -> None:
    assert _listed(Criteria(filters={"outcome": ("已就业",)})) == ["单小明"]
    assert listing.options(INTERESTS, Interest.registered_on) == [2011]
    assert listing.summary(INTERESTS, Criteria(), 3) == "共 3 人次　期望月薪 合计 5,500.00"


def test_it_has_a_history_and_a_recycle_bin(interests: list[Interest]) -> None:
    first = interests[0]
    first.monthly_wage = 2800_00
    keeping.save(INTERESTS, first)
    assert history.of(first)[0].items == (("期望月薪", "2,500.00", "2,800.00"),)
    keeping.to_bin(INTERESTS, [first.id])
    assert _listed(Criteria(order=(SortKey("name"),))) == ["李强", "王芳"]
    keeping.restore(INTERESTS, [first.id])
    assert Interest.get_by_id(first.id).registered_on == date(2011, 3, 8)


def _handed_over(interests: list[Interest], book: Path) -> Report:
    """Export, forget everything, and take the workbook in."""
    workbook.export(INTERESTS, Criteria(), book)
    Interest.delete().execute()
    return import_book(INTERESTS, book)


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_it_is_exported_and_taken_in_again(interests: list[Interest], tmp_path: Path, suffix: str) -> None:
    fields = [Interest.registered_on, Interest.name, Interest.monthly_wage, Interest.outcome]
    before = sorted(Interest.select(*fields).tuples(), key=str)
    assert _handed_over(interests, tmp_path / f"book.{suffix}").new == 3
    assert sorted(Interest.select(*fields).tuples(), key=str) == before
    assert import_book(INTERESTS, tmp_path / f"book.{suffix}").unchanged == 3


def test_it_is_taken_in_by_alias_and_told_what_is_wrong(interests: list[Interest], tmp_path: Path) -> None:
    (book := tmp_path / "book.csv").write_text(
        "姓名,登记日期,月薪,备注\n赵六,2011-3-10,2600,\n钱七,春天,,\n", encoding="utf-8"
    )
    report = import_book(INTERESTS, book)
    assert list(map(str, report.problems)) == ["第 3 行“登记日期”：应填日期，例如 2011-3-8"]
    assert (report.unknown, Interest.select().count()) == (["备注"], 3)


def test_it_has_a_workbook_to_fill_in(tmp_path: Path) -> None:
    workbook.template(INTERESTS, tmp_path / "book.xlsx")
    heading, *examples = read_rows(tmp_path / "book.xlsx")
    assert heading == ["登记日期", "姓名", "期望月薪", "处理情况", "说明"]
    assert examples[0][:4] == ["2011-3-8", "张三", "1200.50", "待办"]


def _tab(qtbot: QtBot) -> RegisterTab:
    tab = RegisterTab(INTERESTS)
    qtbot.addWidget(tab)
    return tab


def _headings(tab: RegisterTab) -> list[str]:
    model = tab.pane.table.model()
    columns = range(model.columnCount())
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]


def _child(tab: QWidget, kind: type[W], name: str) -> W:
    return child(tab, kind, name)


def test_it_has_a_list_in_the_window(interests: list[Interest], qtbot: QtBot) -> None:
    tab = _tab(qtbot)
    model = tab.pane.table.model()
    assert _headings(tab) == ["登记日期", "姓名", "期望月薪", "处理情况"]
    assert {model.index(row, 2).data() for row in range(model.rowCount())} == {"2,500.00", "", "3,000.00"}


def test_it_has_a_form_in_the_window(interests: list[Interest], qtbot: QtBot) -> None:
    tab = _tab(qtbot)
    _child(tab, QPushButton, "new").click()
    _child(tab, QLineEdit, "name").setText("赵六")
    _child(tab, QLineEdit, "registered_on").setText("2011.3.10")
    _child(tab, QLineEdit, "monthly_wage").setText("2600元")
    _child(tab, QPushButton, "save").click()
    assert Interest.get(Interest.name == "赵六").monthly_wage == 2600_00


def test_what_is_wrong_is_told_beside_the_field(interests: list[Interest], qtbot: QtBot) -> None:
    tab = _tab(qtbot)
    _child(tab, QPushButton, "new").click()
    _child(tab, QLineEdit, "monthly_wage").setText("几千")
    _child(tab, QPushButton, "save").click()
    assert "例如" in _child(tab, QLabel, "monthly_wage_message").text()
    assert _child(tab, QLineEdit, "monthly_wage").text() == "几千"


@pytest.fixture
def employment(monkeypatch: pytest.MonkeyPatch) -> Subject:
    """The only subject of the office, with no register but that of the wishes."""
    subject = Subject("employment", "就业服务", "briefcase", registers=(INTERESTS,), figures=())
    monkeypatch.setattr(registry, "SUBJECTS", (subject,))
    return subject


@pytest.mark.usefixtures("employment")
def test_a_register_named_by_a_subject_is_in_the_registry_with_its_print() -> None:
    assert registry.find_register("employment.intentions") is INTERESTS
    assert registry.find_print("employment.intentions.list").title == "就业意向一览表"


@pytest.mark.usefixtures("employment")
def test_a_register_named_by_a_subject_is_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["registers"]) == 0
    assert "employment.intentions\t就业意向\n    registered_on\t登记日期 *\n" in capsys.readouterr().out
    assert cli.run(["template", "employment.intentions", str(tmp_path / "book.xlsx")]) == 0
    assert read_rows(tmp_path / "book.xlsx")[0][0] == "登记日期"


@pytest.mark.usefixtures("employment")
def test_a_register_named_by_a_subject_has_a_tab(
    office: Office, interests: list[Interest], qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = desk.Desk(office, Jobs(parent), QMenu(parent), parent)
    assert window.keys == ("today", "employment", "figures", "summary")
    tab = window.show_tab("employment")
    assert isinstance(tab, RegisterTab)
    assert _headings(tab) == ["登记日期", "姓名", "期望月薪", "处理情况"]
    assert tab.pane.table.model().rowCount() == 3

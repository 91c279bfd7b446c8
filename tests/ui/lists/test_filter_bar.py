"""The filter chips above a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.office import Office
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import make_file
from tests.helpers.widgets import child
from ui.jobs import Jobs
from ui.lists.filter_bar import FilterBar
from ui.lists.filter_chips import ConditionChip, ValueChip


def bar(qtbot: QtBot) -> FilterBar:
    made = FilterBar(HARDSHIP, jobs=Jobs())
    qtbot.addWidget(made)
    made.resize(1600, 40)  # all chips in a line
    made.show()
    return made


def value_chip(filters: FilterBar, name: str) -> ValueChip:
    return child(filters, ValueChip, f"filter_{name}")


def offered(chip: ValueChip) -> list[str]:
    chip.menu_of_values.aboutToShow.emit()
    return [action.text() for action in chip.menu_of_values.actions()]


def tick(chip: ValueChip, *words: str) -> None:
    offered(chip)
    for action in chip.menu_of_values.actions():
        if action.text() in words:
            action.trigger()


def test_a_choice_offers_its_terms(office: Office, qtbot: QtBot) -> None:
    filters = bar(qtbot)
    layers = ["深度困难", "相对困难", "意外致困", "低收入", "防困"]  # 梯度帮扶 (domain 18)
    assert offered(value_chip(filters, "category")) == layers


def test_a_date_offers_the_years_there_are(office: Office, qtbot: QtBot) -> None:
    make_file(applied_on=date(2010, 12, 1)), make_file(applied_on=date(2011, 1, 4))
    filters = bar(qtbot)
    assert offered(value_chip(filters, "applied_on")) == ["2011年", "2010年"]


def test_ticked_terms_are_what_is_chosen_and_stand_on_the_chip(office: Office, qtbot: QtBot) -> None:
    filters = bar(qtbot)
    chip = value_chip(filters, "category")
    with qtbot.waitSignal(filters.changed):
        tick(chip, "深度困难", "意外致困")
    assert filters.chosen() == {"category": ("深度困难", "意外致困")}
    assert chip.text() == "困难类别：深度困难、意外致困 ✕"


def test_many_terms_are_shortened_to_their_number(office: Office, qtbot: QtBot) -> None:
    filters = bar(qtbot)
    chip = value_chip(filters, "status")
    tick(chip, "申请", "调查", "公示中", "待审批", "在档")
    assert chip.text() == "状态：申请 等 5 项 ✕"


def test_the_cross_takes_a_filter_back(office: Office, qtbot: QtBot) -> None:
    filters = bar(qtbot)
    chip = value_chip(filters, "category")
    tick(chip, "深度困难")
    cross = QPoint(chip.width() - 12, chip.height() // 2)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    assert filters.chosen() == {}
    assert chip.text() == "困难类别 ▾"


def test_a_condition_says_how_many_meet_it(office: Office, qtbot: QtBot) -> None:
    make_file(), make_file()
    filters = bar(qtbot)
    filters.count()
    assert "从未帮扶 2" in [chip.text() for chip in filters.findChildren(ConditionChip)]


def test_a_condition_out_of_sight_is_counted_when_it_comes_in_sight(office: Office, qtbot: QtBot) -> None:
    """Each count asks the whole register: of a chip that nobody sees it is put off, but not forgotten."""
    filters = bar(qtbot)
    filters.resize(200, 40)
    make_file(), make_file()
    filters.count()
    chip = next(one for one in filters.findChildren(ConditionChip) if one.name == "从未帮扶")
    before = chip.text()
    filters.resize(1600, 40)
    assert (before, chip.text(), chip.isVisible()) == ("从未帮扶", "从未帮扶 2", True)


def test_a_condition_is_switched_on_and_off(office: Office, qtbot: QtBot) -> None:
    filters = bar(qtbot)
    chip = next(one for one in filters.findChildren(ConditionChip) if one.name == "从未帮扶")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    on = filters.chosen()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert (on, filters.chosen()) == ({"从未帮扶": (True,)}, {})


def test_clearing_takes_all_filters_back(office: Office, qtbot: QtBot) -> None:
    filters = bar(qtbot)
    filters.choose("category", ("深度困难",))
    filters.choose("从未帮扶", (True,))
    filters.clear()
    assert filters.chosen() == {}


def test_every_chip_has_a_name_for_assistive_tools(office: Office, qtbot: QtBot) -> None:
    filters = bar(qtbot)
    chips = [*filters.findChildren(ValueChip), *filters.findChildren(ConditionChip)]
    assert all(chip.accessibleName().startswith("筛选 ") for chip in chips if isinstance(chip, QPushButton))

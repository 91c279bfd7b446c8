"""A list that may be long is read beside the window; what is asked of it meanwhile is done then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app import listing
from app.office import Office
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import make_file
from tests.helpers.painted import Painted
from ui.lists.filter_chips import ConditionChip, ValueChip
from ui.registers.pane import RegisterPane
from ui.registers.tab import RegisterTab

_NAMES = ("王芳", "李强", "陆建国")


@pytest.fixture
def tab(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> RegisterTab:
    """A tab whose list counts as long, just opened: nothing of it is read yet."""
    monkeypatch.setattr(listing, "LONG", len(_NAMES) - 1)
    for name in _NAMES:
        make_file(name=name)
    tab = RegisterTab(HARDSHIP)
    qtbot.addWidget(tab)
    tab.resize(1600, 768)
    tab.show()
    return tab


def names(pane: RegisterPane) -> set[str | None]:
    return {HardshipFile.get_by_id(one).name for one in pane.table.ids()}


def words(pane: RegisterPane) -> str:
    return " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane))


def id_of(name: str) -> int:
    found: int = HardshipFile.get(HardshipFile.name == name).id
    return found


def test_it_comes_with_its_sums_and_counts_a_moment_later(tab: RegisterTab) -> None:
    pane = tab.pane
    assert pane.table.is_reading
    assert pane.table.ids() == []
    tab.jobs.finish()
    assert names(pane) == set(_NAMES)
    assert "<b>3</b>" in words(pane)
    counted = {chip.name: chip.text() for chip in pane.findChildren(ConditionChip)}
    assert counted["从未帮扶"] == "从未帮扶 3"


def test_only_the_last_of_several_wishes_is_shown(tab: RegisterTab) -> None:
    for typed in ("王", "陆", "李"):
        tab.pane.search(typed)
    tab.jobs.finish()
    assert names(tab.pane) == {"李强"}


def test_a_search_paints_the_list_once(tab: RegisterTab, qtbot: QtBot) -> None:
    tab.jobs.finish()
    qtbot.waitExposed(tab)
    QApplication.processEvents()
    painted = Painted(tab.pane.table.viewport())
    tab.pane.search("王")
    tab.jobs.finish()
    QApplication.processEvents()
    assert names(tab.pane) == {"王芳"}
    assert painted.count == 1


def test_a_record_asked_for_meanwhile_is_gone_to_when_the_list_is_there(tab: RegisterTab) -> None:
    wanted = id_of("陆建国")
    tab.pane.go_to(wanted)
    tab.jobs.finish()
    assert tab.pane.table.current_id() == wanted
    assert tab.pane.panel.form.text("name") == "陆建国"


def test_a_record_that_the_search_leaves_out_is_shown_among_all(tab: RegisterTab) -> None:
    tab.pane.search("王")
    tab.pane.go_to(id_of("陆建国"))
    tab.jobs.finish()
    assert names(tab.pane) == set(_NAMES)
    assert tab.pane.table.current_id() == id_of("陆建国")


def test_a_record_saved_out_of_the_search_is_told_of_below(tab: RegisterTab) -> None:
    tab.pane.search("王")
    tab.jobs.finish()
    tab.pane.go_to(id_of("王芳"))
    tab.pane.panel.form.set_value("name", "汪芳")
    assert tab.pane.save()
    tab.jobs.finish()
    assert names(tab.pane) == set()
    assert "刚保存的记录不在当前筛选中" in words(tab.pane)


def test_the_record_below_is_a_step_away(tab: RegisterTab) -> None:
    tab.jobs.finish()
    first, second, _ = tab.pane.table.ids()
    tab.pane.go_to(first)
    tab.pane.step_to(1)
    tab.jobs.finish()
    assert tab.pane.table.current_id() == second


def test_the_values_of_a_filter_are_read_beside_the_window(tab: RegisterTab) -> None:
    tab.jobs.finish()
    chip = tab.pane.findChild(ValueChip, "filter_applied_on")
    assert isinstance(chip, ValueChip)
    menu: QMenu = chip.menu_of_values
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["正在读取…"]
    tab.jobs.finish()
    years = sorted({one.applied_on.year for one in HardshipFile.select() if one.applied_on}, reverse=True)
    assert [action.text() for action in menu.actions()] == [f"{year}年" for year in years]

"""What is offered for printing: the papers of one record, and the prints of a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.office import Office
from app.register import Register
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.publications.bulletins.register import BULLETINS
from tests.factories.disputes import make_case
from tests.factories.people import make_file
from tests.factories.publications import make_bulletin
from tests.helpers.widgets import child
from ui.registers.tab import RegisterTab

_IN_FULL = "他人的证件号码也打印完整"


class Shown:
    """A tab whose previews are noted, not opened: print, record, whole numbers, blank."""

    def __init__(self, register: Register, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tab = RegisterTab(register)
        qtbot.addWidget(self.tab)
        self.tab.show()
        self.previews: list[tuple[str, int | None, bool, bool]] = []
        monkeypatch.setattr(self.tab.printing, "show", self._note)

    def _note(self, one: object, occasion: object, *, blank: bool = False) -> None:
        self.previews.append((one.key, occasion.record, occasion.full_ids, blank))  # type: ignore[attr-defined]

    def button(self, name: str) -> QPushButton:
        return child(self.tab, QPushButton, name)

    def offered(self, name: str, submenu: str = "") -> dict[str, QAction]:
        """Return what a menu of prints offers, by its title."""
        menu = self.button(name).menu()
        below = {one.title(): one for one in menu.findChildren(QMenu)}
        shown = below[submenu] if submenu else menu
        return {one.text(): one for one in shown.actions() if one.text() not in {"", *below}}


@pytest.fixture
def disputes(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """The tab of disputes with a closed case in front."""
    shown = Shown(DISPUTES, qtbot, monkeypatch)
    shown.tab.go_to(DISPUTES.key, make_case("结案").id)
    return shown


def test_the_prints_of_the_register_are_offered(disputes: Shown) -> None:
    assert list(disputes.offered("print"))[:2] == ["劳动争议案件登记簿", "劳动争议案件统计表"]
    assert len(disputes.offered("print")) == len(DISPUTES.prints)


def test_all_papers_of_a_case_are_offered_forms_before_letters_and_the_whole_file_last(
    disputes: Shown,
) -> None:
    titles = list(disputes.offered("print_record"))
    assert len(titles) == 18
    assert titles[0] == "劳动争议调解受理登记表"
    assert titles.index("卷宗封底") < titles.index("劳动争议调解申请书")
    assert titles[-1] == "劳动争议调解卷宗（整卷）"


def test_a_paper_is_printed_of_the_record_in_front(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_file()
    file = make_file()
    shown = Shown(HARDSHIP, qtbot, monkeypatch)
    shown.tab.go_to(HARDSHIP.key, file.id)
    shown.offered("print_record")["收入承诺书"].trigger()
    assert shown.previews == [("hardship.pledge", file.id, False, False)]


def test_the_form_of_a_household_may_bear_the_whole_numbers_of_its_family_too(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = make_file()
    shown = Shown(HARDSHIP, qtbot, monkeypatch)
    shown.tab.go_to(HARDSHIP.key, file.id)
    whole = shown.offered("print_record", _IN_FULL)
    assert list(whole) == ["困难职工档案表", "困难职工家庭申报表"]
    whole["困难职工档案表"].trigger()
    assert shown.previews == [("hardship.file", file.id, True, False)]


def test_the_only_paper_of_a_record_is_printed_without_a_menu(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulletin = make_bulletin()
    shown = Shown(BULLETINS, qtbot, monkeypatch)
    shown.tab.go_to(BULLETINS.key, bulletin.id)
    QTest.mouseClick(shown.button("print_record"), Qt.MouseButton.LeftButton)
    assert shown.previews == [("publications.approval", bulletin.id, False, False)]


def test_a_blank_form_of_every_print_is_made_at_once(disputes: Shown) -> None:
    blank = disputes.offered("print", "空白表（手工填写）")
    assert len(blank) == len(DISPUTES.prints)
    blank["劳动争议案件登记簿"].trigger()
    assert disputes.previews == [("disputes.book", None, False, True)]
